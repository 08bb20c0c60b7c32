/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page/details-layout.h"

/**
 * BvDetailsLayout:
 *
 * The place of a #GtkScrolledWindow that scrolls up and down only, the first child of a widget: as wide as
 * what it holds and its scroll bar beside it, where that does not lie over it. GTK forgets the bar, and cuts
 * what it holds.
 */
struct _BvDetailsLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (BvDetailsLayout, bv_details_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure_bar (GtkScrolledWindow *scroller)
{
  gboolean overlaid;
  int width;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (scroller)), "gtk-overlay-scrolling", &overlaid, NULL);
  if (overlaid && gtk_scrolled_window_get_overlay_scrolling (scroller))
    return 0;
  gtk_widget_measure (gtk_scrolled_window_get_vscrollbar (scroller), GTK_ORIENTATION_HORIZONTAL, -1, &width,
                      NULL, NULL, NULL);
  return width;
}

static void
bv_details_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  GtkWidget *scroller = gtk_widget_get_first_child (widget);
  int bar = orientation == GTK_ORIENTATION_HORIZONTAL ? measure_bar (GTK_SCROLLED_WINDOW (scroller)) : 0;

  gtk_widget_measure (scroller, orientation, for_size, minimum, natural, NULL, NULL);
  *minimum += bar;
  *natural += bar;
}

static void
bv_details_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (gtk_widget_get_first_child (widget), &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
bv_details_layout_class_init (BvDetailsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = bv_details_layout_measure;
  layout_class->allocate = bv_details_layout_allocate;
}

static void
bv_details_layout_init (BvDetailsLayout *self)
{
}
