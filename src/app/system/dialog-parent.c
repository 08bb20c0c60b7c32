/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/system/dialog-parent.h"

static gboolean
forget_cb (gpointer window)
{
  return G_SOURCE_REMOVE;
}

/**
 * bv_dialog_parent_close:
 * @window: a window
 *
 * Destroys a window in answer to a dialog of its own. Such a dialog lives until its answer was heard by all,
 * and GTK then looks at the parent it had, which therefore lives until the main loop turns.
 */
void
bv_dialog_parent_close (GtkWindow *window)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, forget_cb, g_object_ref (window), g_object_unref);
  gtk_window_destroy (window);
}
