/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rows/row-scroll.h"

#include "app/rows/row-span.h"

/* Places of rows are fractions of pixels. */
#define TOLERANCE 1

#define ROW_SCROLL "bv-row-scroll"

/* What the scroll bar of a table says while the view has not got all its rows: as if it had, so that the bar
 * is true from the first frame. The window scrolls all rows, the view those that it has; it gets more where
 * it is scrolled to. */
typedef struct
{
  GtkScrolledWindow *window; /* not owned, as the next, which owns this */
  GtkColumnView *view;
  GtkAdjustment *all;
  GtkAdjustment *had;
  double row;           /* its height when the view had its place last; 0: there was none */
  double target;        /* where the window was scrolled to and the view is not yet; less than 0: nowhere */
  GdkFrameClock *clock; /* NULL unless the view has other rows since it had its place */
  gboolean following;   /* what is set now comes from the other one */
} BvRowScroll;

static void
stop_waiting (BvRowScroll *self)
{
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
}

static void
row_scroll_free (gpointer data)
{
  BvRowScroll *self = data;

  stop_waiting (self);
  g_signal_handlers_disconnect_by_data (self->all, self);
  g_signal_handlers_disconnect_by_data (self->had, self);
  g_object_unref (self->all);
  g_object_unref (self->had);
  g_free (self);
}

static BvRowSpan *
get_span (BvRowScroll *self)
{
  return BV_ROW_SPAN (gtk_column_view_get_model (self->view));
}

static guint
count_rows (BvRowSpan *span)
{
  return g_list_model_get_n_items (G_LIST_MODEL (span));
}

/* Returns: where the window is among all rows */
static double
find_place (BvRowScroll *self, BvRowSpan *span)
{
  if (self->target >= 0)
    return self->target;
  if (self->clock != NULL)
    return gtk_adjustment_get_value (self->all);
  return gtk_adjustment_get_value (self->had) + self->row * bv_row_span_get_start (span);
}

/* The window scrolls what the view does, and the rows that it has not got. */
static void
follow (BvRowScroll *self, BvRowSpan *span)
{
  double upper = gtk_adjustment_get_upper (self->had);

  if (!bv_row_span_is_whole (span))
    upper = self->row * g_list_model_get_n_items (G_LIST_MODEL (bv_row_span_get_selection (span)));
  self->following = TRUE;
  gtk_adjustment_configure (
    self->all, find_place (self, span), 0, upper, gtk_adjustment_get_step_increment (self->had),
    gtk_adjustment_get_page_increment (self->had), gtk_adjustment_get_page_size (self->had));
  self->following = FALSE;
}

/* Returns: the place among all of the row that has the focus; %GTK_INVALID_LIST_POSITION: none */
static guint
find_focus (BvRowScroll *self, BvRowSpan *span)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *row = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint n = 0;

  while (row != NULL && gtk_widget_get_parent (row) != list)
    row = gtk_widget_get_parent (row);
  if (row == NULL)
    return GTK_INVALID_LIST_POSITION;
  while ((row = gtk_widget_get_prev_sibling (row)) != NULL)
    n++;
  return bv_row_span_get_start (span) + n;
}

static guint
get_first (BvRowScroll *self)
{
  return self->row > 0 ? gtk_adjustment_get_value (self->all) / self->row : 0;
}

static guint
count_seen (BvRowScroll *self)
{
  return self->row > 0 ? gtk_adjustment_get_page_size (self->all) / self->row + 1 : 0;
}

/* GTK gives the focus of a row that goes to another one, and scrolls to that. */
static void
dropping_cb (GtkColumnView *view)
{
  BvRowScroll *self = g_object_get_data (G_OBJECT (view), ROW_SCROLL);
  BvRowSpan *span = get_span (self);
  guint focus = span != NULL ? find_focus (self, span) : GTK_INVALID_LIST_POSITION;

  if (focus != GTK_INVALID_LIST_POSITION
      && (focus + count_seen (self) < get_first (self) || focus >= get_first (self) + 2 * count_seen (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->window));
}

/* The view gets the rows that are near. */
static void
see (BvRowScroll *self, BvRowSpan *span)
{
  if (self->row > 0)
    bv_row_span_see (span, get_first (self), count_seen (self));
}

static void
had_scrolled_cb (BvRowScroll *self)
{
  BvRowSpan *span = get_span (self);

  if (self->following || span == NULL)
    return;
  follow (self, span);
  see (self, span);
}

static int
measure (GtkWidget *row)
{
  int height = 0;

  if (row != NULL)
    gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

/* Returns: how much higher the rows of the view are because of the rule above one of them */
static double
find_gap (BvRowScroll *self)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  GtkWidget *ruled = NULL;
  GtkWidget *plain = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL && (ruled == NULL || plain == NULL);
       row = gtk_widget_get_next_sibling (row))
    *(gtk_widget_has_css_class (row, "ruled") ? &ruled : &plain) = row;
  return ruled != NULL && plain != NULL ? measure (ruled) - measure (plain) : 0;
}

/* The view was given its place. */
static void
had_changed_cb (BvRowScroll *self)
{
  BvRowSpan *span = get_span (self);

  if (span != NULL && count_rows (span) > 0)
    self->row = (gtk_adjustment_get_upper (self->had) - find_gap (self)) / count_rows (span);
  had_scrolled_cb (self);
}

/* Scrolls the view. Returns whether it has the rows that are seen then. */
static gboolean
scroll (BvRowScroll *self, BvRowSpan *span, double value)
{
  double had = value - self->row * bv_row_span_get_start (span);
  double end = self->row * count_rows (span) - gtk_adjustment_get_page_size (self->had);

  if (!bv_row_span_is_whole (span) && self->row > 0 && (had < -TOLERANCE || had > end + TOLERANCE))
    return FALSE;
  self->target = -1;
  gtk_adjustment_set_value (self->had, had);
  return TRUE;
}

/* Behind GTK's own layout: now the view can be scrolled, and is laid out once more before it is painted. */
static void
placed_cb (BvRowScroll *self)
{
  BvRowSpan *span = get_span (self);

  stop_waiting (self);
  if (span == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return;
  if (self->target >= 0 && !scroll (self, span, self->target) && !bv_row_span_is_growing (span))
    self->target = -1;
  had_changed_cb (self);
}

/* The view is given its place in the next frame; where it has as many rows as before it says nothing then. */
static void
wait_for_place (BvRowScroll *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->view));

  if (self->clock != NULL || clock == NULL)
    return;
  self->clock = g_object_ref (clock);
  g_signal_connect_data (clock, "layout", G_CALLBACK (placed_cb), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

static void
rows_changed_cb (GtkColumnView *view)
{
  BvRowScroll *self = g_object_get_data (G_OBJECT (view), ROW_SCROLL);
  BvRowSpan *span = get_span (self);

  if (span == NULL)
    return;
  wait_for_place (self);
  follow (self, span);
}

/* They may be such as the view has not got. */
static void
all_rows_changed_cb (GtkColumnView *view)
{
  BvRowScroll *self = g_object_get_data (G_OBJECT (view), ROW_SCROLL);
  BvRowSpan *span = get_span (self);

  if (span != NULL)
    follow (self, span);
}

/* The view gets the rows there first. */
static void
reach (BvRowScroll *self, BvRowSpan *span, double value)
{
  self->target = value;
  bv_row_span_reach (span, value / self->row);
  see (self, span);
}

static void
all_moved_cb (BvRowScroll *self)
{
  BvRowSpan *span = get_span (self);
  double value = gtk_adjustment_get_value (self->all);

  if (self->following || span == NULL)
    return;
  if ((self->clock != NULL && self->row > 0) || !scroll (self, span, value))
    reach (self, span, value);
}

/**
 * bv_row_scroll_set_up:
 * @window: what scrolls
 * @view: its child, with a #BvRowSpan
 *
 * Has the scroll bar count the rows that the view has not got, and the view get those that are near.
 */
void
bv_row_scroll_set_up (GtkScrolledWindow *window, GtkColumnView *view)
{
  BvRowScroll *self = g_new0 (BvRowScroll, 1);

  self->window = window;
  self->view = view;
  self->all = g_object_ref (gtk_scrolled_window_get_vadjustment (window));
  self->had = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->target = -1;
  gtk_scrollable_set_vadjustment (GTK_SCROLLABLE (view), self->had);
  g_signal_connect_swapped (self->had, "changed", G_CALLBACK (had_changed_cb), self);
  g_signal_connect_swapped (self->had, "value-changed", G_CALLBACK (had_scrolled_cb), self);
  g_signal_connect_swapped (self->all, "value-changed", G_CALLBACK (all_moved_cb), self);
  g_object_set_data_full (G_OBJECT (view), ROW_SCROLL, self, row_scroll_free);
  g_signal_connect_object (get_span (self), "items-changed", G_CALLBACK (rows_changed_cb), view,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_span (self), "dropping", G_CALLBACK (dropping_cb), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (bv_row_span_get_selection (get_span (self)), "items-changed",
                           G_CALLBACK (all_rows_changed_cb), view, G_CONNECT_SWAPPED);
}

/**
 * bv_row_scroll_reach:
 * @view: a view that was set up
 * @place: the place of a row among all; behind the last: that one
 *
 * Scrolls to the row, which the view gets unless it has it. Where the window was scrolled to before, and the
 * view is not yet, nobody wants to be any more.
 */
void
bv_row_scroll_reach (GtkColumnView *view, guint place)
{
  BvRowScroll *self = g_object_get_data (G_OBJECT (view), ROW_SCROLL);

  self->target = -1;
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (view)), "list.scroll-to-item", "u",
                              bv_row_span_reach (get_span (self), place));
}
