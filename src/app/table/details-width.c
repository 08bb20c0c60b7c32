/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table/details-width.h"

/* Pixels, where the user gave them no other width. */
#define USUAL 340
#define USUAL_IN_NARROW 330

static GtkPaned *
get_paned (GtkWidget *details)
{
  GtkWidget *parent = gtk_widget_get_parent (details);

  return GTK_IS_PANED (parent) ? GTK_PANED (parent) : NULL;
}

/* On a smaller screen than before they leave room for the table. */
static int
limit (GtkWidget *details, int width)
{
  GtkRoot *root = gtk_widget_get_root (details);
  int window = 0;
  int height;

  if (GTK_IS_WINDOW (root))
    gtk_window_get_default_size (GTK_WINDOW (root), &window, &height);
  return window > 0 ? MIN (width, window / 2) : width;
}

/* From now on the place of the handle says it, and the user may make them narrower. */
static gboolean
let_go (gpointer details)
{
  BvDetailsWidth *width = g_object_get_data (G_OBJECT (details), "bv-details-width");
  GtkPaned *paned = get_paned (details);

  if (paned == NULL)
    return G_SOURCE_REMOVE;
  gtk_paned_set_position (paned, gtk_paned_get_position (paned));
  gtk_widget_set_size_request (details, width->least, -1);
  return G_SOURCE_REMOVE;
}

static void
placed_cb (GtkPaned *paned, GParamSpec *pspec, GtkWidget *details)
{
  g_signal_handlers_disconnect_by_func (paned, placed_cb, details);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, let_go, g_object_ref (details), g_object_unref);
}

/**
 * bv_details_width_begin:
 * @width: (out caller-allocates): their width from now on
 * @details: details that were not placed yet; in a #GtkPaned, or nothing is done
 * @kept: pixels, as bv_details_width_get() gave them; 0: as at first
 * @usual: pixels that they have at first in a window that is not narrow; 0: as most have
 * @compact: whether the window is narrow
 *
 * Gives them that width. A #GtkPaned knows where its handle is, but not how wide it will be: at first the
 * details ask for as much as they are to have.
 */
void
bv_details_width_begin (BvDetailsWidth *width, GtkWidget *details, int kept, int usual, gboolean compact)
{
  *width = (BvDetailsWidth){ .kept = kept };
  if (get_paned (details) == NULL)
    return;
  width->details = details;
  gtk_widget_get_size_request (details, &width->least, NULL);
  width->first = kept > 0 ? limit (details, kept)
                          : MAX (width->least, compact     ? USUAL_IN_NARROW
                                               : usual > 0 ? usual
                                                           : USUAL);
  gtk_widget_set_size_request (details, width->first, -1);
  g_object_set_data (G_OBJECT (details), "bv-details-width", width);
  g_signal_connect_object (get_paned (details), "notify::position", G_CALLBACK (placed_cb), details, 0);
}

/**
 * bv_details_width_get:
 * @width: their width
 *
 * Returns: pixels that the user gave them; 0: none
 */
int
bv_details_width_get (const BvDetailsWidth *width)
{
  int now = width->details != NULL ? gtk_widget_get_width (width->details) : 0;

  return now > 0 && now != width->first ? now : width->kept;
}
