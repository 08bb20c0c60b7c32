/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/system/window-bond.h"

#define PARENT "bv-bond-parent"

/* It goes from the application at once, and is disposed of when nothing holds it any more. */
static void
window_removed_cb (GtkWindow *window, GtkWindow *removed)
{
  if (removed == g_object_get_data (G_OBJECT (window), PARENT))
    gtk_window_destroy (window);
}

/**
 * bv_window_bond:
 * @window: a window beside another
 * @parent: the other, a window of the application
 *
 * Closes @window when @parent is closed, though something may still hold that.
 */
void
bv_window_bond (GtkWindow *window, GtkWindow *parent)
{
  g_object_set_data (G_OBJECT (window), PARENT, parent);
  g_signal_connect_object (gtk_window_get_application (parent), "window-removed",
                           G_CALLBACK (window_removed_cb), window, G_CONNECT_SWAPPED);
}
