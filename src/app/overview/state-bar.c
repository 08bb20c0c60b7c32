/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/state-bar.h"

#include "app/cells/cell-sign.h"

#include <string.h>

#define WIDTH 46
#define HEIGHT 8
#define RADIUS 1.5f

/* What is settled first, what is gravest last. */
static const BvCellState order[] = { BV_CELL_ACCEPTED, BV_CELL_LATE,     BV_CELL_EMPTY,  BV_CELL_AWAITING,
                                     BV_CELL_WAITING,  BV_CELL_RETURNED, BV_CELL_MISSING };

/**
 * BvStateBar:
 *
 * How many cells are in which state, as a stacked bar. Beside it stands a number.
 */
struct _BvStateBar
{
  GtkWidget parent_instance;
  guint cells[BV_N_CELL_STATES];
};

G_DEFINE_FINAL_TYPE (BvStateBar, bv_state_bar, GTK_TYPE_WIDGET)

static void
bv_state_bar_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = WIDTH / 2;
}

static void
bv_state_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GdkRGBA colours[BV_N_CELL_STATES];
  int height = gtk_widget_get_height (widget);

  for (guint i = 0; i < BV_N_CELL_STATES; i++)
    colours[i] = bv_cell_sign_find_colours (widget, i).ground;
  bv_state_bar_append (snapshot, colours, BV_STATE_BAR (widget)->cells,
                       &GRAPHENE_RECT_INIT (0, (height - HEIGHT) / 2, gtk_widget_get_width (widget), HEIGHT));
}

static void
bv_state_bar_class_init (BvStateBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bv_state_bar_measure;
  widget_class->snapshot = bv_state_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bv_state_bar_init (BvStateBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * bv_state_bar_new:
 * @cells: (array fixed-size=8): how many cells are in each #BvCellState
 *
 * Returns: (transfer floating): a bar of them
 */
GtkWidget *
bv_state_bar_new (const guint *cells)
{
  BvStateBar *self = g_object_new (BV_TYPE_STATE_BAR, NULL);

  memcpy (self->cells, cells, sizeof self->cells);
  return GTK_WIDGET (self);
}

/**
 * bv_state_bar_append:
 * @snapshot: what is drawn on
 * @colours: (array fixed-size=8): by #BvCellState
 * @cells: (array fixed-size=8): how many cells are in each of them; what is not assigned is left out
 * @place: of the bar
 */
void
bv_state_bar_append (GtkSnapshot *snapshot,
                     const GdkRGBA *colours,
                     const guint *cells,
                     const graphene_rect_t *place)
{
  GskRoundedRect outline;
  float x = place->origin.x;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    n += cells[order[i]];
  gsk_rounded_rect_init_from_rect (&outline, place, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      float width = n > 0 ? place->size.width * cells[order[i]] / n : 0;

      if (width > 0)
        gtk_snapshot_append_color (snapshot, &colours[order[i]],
                                   &GRAPHENE_RECT_INIT (x, place->origin.y, width, place->size.height));
      x += width;
    }
  gtk_snapshot_pop (snapshot);
}
