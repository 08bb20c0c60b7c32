/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page/details-layout.h"

/**
 * BvDetailsLayout:
 *
 * Places the two children of a widget: the head, which always stays, and below it a #GtkScrolledWindow that
 * scrolls up and down only: as wide as what it holds and its scroll bar beside it, where that does not lie
 * over it. GTK forgets the bar, and cuts what it holds.
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

static int
measure_head (GtkWidget *head, int width)
{
  int natural = 0;

  if (gtk_widget_should_layout (head))
    gtk_widget_measure (head, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *scroller = gtk_widget_get_last_child (widget);
  int bar = measure_bar (GTK_SCROLLED_WINDOW (scroller));
  int head_minimum, head_natural;

  gtk_widget_measure (gtk_widget_get_first_child (widget), GTK_ORIENTATION_HORIZONTAL, -1, &head_minimum,
                      &head_natural, NULL, NULL);
  gtk_widget_measure (scroller, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
  *minimum = MAX (*minimum + bar, head_minimum);
  *natural = MAX (*natural + bar, head_natural);
}

/* From GTK 4.18 on a minimum height must not fall with the width: it is that of the head at its natural
 * width. */
static void
measure_height (GtkWidget *widget, int for_size, int *minimum, int *natural)
{
  GtkWidget *head = gtk_widget_get_first_child (widget);
  int narrowest, widest, head_width = 0;

  measure_width (widget, &narrowest, &widest);
  gtk_widget_measure (head, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &head_width, NULL, NULL);
  gtk_widget_measure (gtk_widget_get_last_child (widget), GTK_ORIENTATION_VERTICAL, for_size, minimum,
                      natural, NULL, NULL);
  *minimum += measure_head (head, head_width);
  *natural += measure_head (head, for_size < 0 ? narrowest : for_size);
  *natural = MAX (*natural, *minimum);
}

static GtkSizeRequestMode
bv_details_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
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
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    measure_height (widget, for_size, minimum, natural);
}

static void
bv_details_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *head = gtk_widget_get_first_child (widget);
  int top = MIN (measure_head (head, width), height);

  if (gtk_widget_should_layout (head))
    gtk_widget_size_allocate (head, &(GtkAllocation){ 0, 0, width, top }, -1);
  gtk_widget_size_allocate (gtk_widget_get_last_child (widget),
                            &(GtkAllocation){ 0, top, width, height - top }, -1);
}

static void
bv_details_layout_class_init (BvDetailsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = bv_details_layout_get_request_mode;
  layout_class->measure = bv_details_layout_measure;
  layout_class->allocate = bv_details_layout_allocate;
}

static void
bv_details_layout_init (BvDetailsLayout *self)
{
}
