/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/matrix-legend.h"

#include "app/overview/chart-text.h"
#include "app/scoring/score-look.h"

#include <glib/gi18n-lib.h>

#define HEIGHT 30
#define EDGE 10
#define GAP 5
#define CORNER 8

/* A state, and what it is called in a narrow window, too. */
typedef struct
{
  BvCellState state;
  const char *words;
  const char *short_words;
} Entry;

static const Entry entries[] = {
  { BV_CELL_ACCEPTED, N_ ("Accepted"), N_ ("Accepted") },
  { BV_CELL_WAITING, N_ ("To be verified"), N_ ("Waits") },
  { BV_CELL_RETURNED, N_ ("Returned"), N_ ("Returned") },
  { BV_CELL_MISSING, N_ ("Missing, overdue"), N_ ("Overdue") },
  { BV_CELL_LATE, N_ ("Late"), N_ ("Late") },
  { BV_CELL_NOT_ASSIGNED, N_ ("Unassigned"), N_ ("Unassigned") },
  { BV_CELL_AWAITING, N_ ("Awaiting publication"), N_ ("Awaiting publication") },
};

/* In such a width the long words have room. */
#define WIDE 820

/**
 * BvMatrixLegend:
 *
 * What the colours and signs of the matrix stand for. What is read of a cell says it in words.
 */
struct _BvMatrixLegend
{
  GtkWidget parent_instance;
  BvScoreLook *look; /* NULL: the style changed since */
};

G_DEFINE_FINAL_TYPE (BvMatrixLegend, bv_matrix_legend, GTK_TYPE_WIDGET)

static void
bv_matrix_legend_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

static void
draw_sign (BvMatrixLegend *self, GtkSnapshot *snapshot, BvCellState state, float x)
{
  const graphene_rect_t place
    = GRAPHENE_RECT_INIT (x, (HEIGHT - BV_SCORE_SIGN_SIZE) / 2, BV_SCORE_SIGN_SIZE, BV_SCORE_SIGN_SIZE);

  if (state == BV_CELL_NOT_ASSIGNED)
    bv_score_look_append_hatch (self->look, snapshot, &place);
  else
    bv_score_look_append_sign (self->look, snapshot, state, (int) x, (int) place.origin.y);
}

static void
draw_corner (BvMatrixLegend *self, GtkSnapshot *snapshot, float x)
{
  float y = (HEIGHT - CORNER) / 2;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, CORNER, CORNER));

  gdk_cairo_set_source_rgba (cr, &self->look->colours.error);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + CORNER, y);
  cairo_line_to (cr, x + CORNER, y + CORNER);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
bv_matrix_legend_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BvMatrixLegend *self = BV_MATRIX_LEGEND (widget);
  gboolean is_wide = gtk_widget_get_width (widget) >= WIDE;
  float y = (HEIGHT - BV_SCORE_SIGN_SIZE) / 2 - 1;
  float x = EDGE;

  if (self->look == NULL)
    self->look = bv_score_look_new (widget);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const char *words = is_wide ? entries[i].words : entries[i].short_words;

      if (x + BV_SCORE_SIGN_SIZE > gtk_widget_get_width (widget))
        return;
      draw_sign (self, snapshot, entries[i].state, x);
      x += BV_SCORE_SIGN_SIZE + GAP;
      x += (float) bv_chart_text_append (widget, snapshot, _ (words), "bv_dim", &GRAPHENE_POINT_INIT (x, y),
                                         0)
           + (is_wide ? 2 * GAP : GAP);
    }
  draw_corner (self, snapshot, x);
  bv_chart_text_append (widget, snapshot, _ ("Evidence missing"), "bv_dim",
                        &GRAPHENE_POINT_INIT (x + CORNER + GAP, y), 0);
}

static void
bv_matrix_legend_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bv_matrix_legend_parent_class)->css_changed (widget, change);
  g_clear_pointer (&BV_MATRIX_LEGEND (widget)->look, bv_score_look_free);
  gtk_widget_queue_draw (widget);
}

static void
bv_matrix_legend_dispose (GObject *object)
{
  g_clear_pointer (&BV_MATRIX_LEGEND (object)->look, bv_score_look_free);
  G_OBJECT_CLASS (bv_matrix_legend_parent_class)->dispose (object);
}

static void
bv_matrix_legend_class_init (BvMatrixLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_matrix_legend_dispose;
  widget_class->measure = bv_matrix_legend_measure;
  widget_class->snapshot = bv_matrix_legend_snapshot;
  widget_class->css_changed = bv_matrix_legend_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bv_matrix_legend_init (BvMatrixLegend *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
