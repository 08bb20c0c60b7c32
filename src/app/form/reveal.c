/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/reveal.h"

/* Setting the value also ends the scrolling to what has the focus, which would have the last word otherwise.
 */
static void
scroll (GtkAdjustment *place, double top, double bottom)
{
  double value = MAX (gtk_adjustment_get_value (place), bottom - gtk_adjustment_get_page_size (place));

  gtk_adjustment_set_value (place, MIN (value, top));
}

/* A viewport follows the focus, but not to what has no place yet: that it has with the next frame. */
static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gboolean *is_placed = data;
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkWidget *content = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  graphene_rect_t bounds;

  if (content == NULL)
    return G_SOURCE_REMOVE;
  if (!*is_placed || gtk_widget_get_height (widget) == 0
      || !gtk_widget_compute_bounds (widget, content, &bounds))
    {
      *is_placed = TRUE;
      return G_SOURCE_CONTINUE;
    }
  scroll (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), bounds.origin.y,
          bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

/**
 * bv_reveal:
 * @widget: what was just shown, or became larger
 *
 * Scrolls to it as soon as it has its place; where there is not room for all of it, to its beginning.
 */
void
bv_reveal (GtkWidget *widget)
{
  gtk_widget_add_tick_callback (widget, reveal_cb, g_new0 (gboolean, 1), g_free);
}
