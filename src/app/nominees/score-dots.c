/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominees/score-dots.h"

#include "app/cells/named-colour.h"
#include "core/points.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

#define WIDTH 64
#define HEIGHT 20
#define RADIUS 4
#define RING_LINE 1.5f

/**
 * BvScoreDots:
 *
 * A score on its way from nothing to its maximum: what the nominee says of itself as a ring, what counts as
 * a dot. Where both are the same the dot fills the ring.
 */
struct _BvScoreDots
{
  GtkWidget parent_instance;
  gint64 self_points; /* 1/100; BV_NONE: none */
  gint64 points;      /* 1/100; BV_NONE: none */
  gint64 max;         /* 1/100 */
};

G_DEFINE_FINAL_TYPE (BvScoreDots, bv_score_dots, GTK_TYPE_WIDGET)

static graphene_point_t
find_place (BvScoreDots *self, gint64 points)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self)) - 2 * RADIUS;
  float share = self->max > 0 ? (float) points / (float) self->max : 0;

  return GRAPHENE_POINT_INIT (RADIUS + width * CLAMP (share, 0, 1),
                              (float) gtk_widget_get_height (GTK_WIDGET (self)) / 2);
}

static GskRoundedRect
make_round (const graphene_point_t *middle, float radius)
{
  graphene_rect_t around
    = GRAPHENE_RECT_INIT (middle->x - radius, middle->y - radius, 2 * radius, 2 * radius);
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (&rect, &around, radius);
  return rect;
}

static void
draw_ring (BvScoreDots *self, GtkSnapshot *snapshot)
{
  const float widths[] = { RING_LINE, RING_LINE, RING_LINE, RING_LINE };
  const GdkRGBA dim = bv_named_colour_find (GTK_WIDGET (self), "bv_dim");
  const GdkRGBA colours[] = { dim, dim, dim, dim };
  graphene_point_t middle = find_place (self, self->self_points);
  GskRoundedRect rect = make_round (&middle, RADIUS);

  gtk_snapshot_append_border (snapshot, &rect, widths, colours);
}

static void
draw_dot (BvScoreDots *self, GtkSnapshot *snapshot)
{
  const GdkRGBA accent = bv_named_colour_find (GTK_WIDGET (self), "bv_accent");
  graphene_point_t middle = find_place (self, self->points);
  GskRoundedRect rect = make_round (&middle, RADIUS - RING_LINE / 2);

  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, &accent, &rect.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
bv_score_dots_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BvScoreDots *self = BV_SCORE_DOTS (widget);
  const GdkRGBA line = bv_named_colour_find (widget, "bv_line");

  gtk_snapshot_append_color (
    snapshot, &line,
    &GRAPHENE_RECT_INIT (0, (float) (gtk_widget_get_height (widget) / 2), gtk_widget_get_width (widget), 1));
  if (self->points != BV_NONE)
    draw_dot (self, snapshot);
  if (self->self_points != BV_NONE)
    draw_ring (self, snapshot);
}

static void
bv_score_dots_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
bv_score_dots_class_init (BvScoreDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = bv_score_dots_snapshot;
  widget_class->measure = bv_score_dots_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bv_score_dots_init (BvScoreDots *self)
{
  self->self_points = BV_NONE;
  self->points = BV_NONE;
}

/* "Self-score 28.50, counts 27.50, of 30.00" */
static char *
describe (const BvScoreDots *self)
{
  g_autofree char *self_points
    = self->self_points != BV_NONE ? bv_wording_points (self->self_points) : g_strdup ("–");
  g_autofree char *points = self->points != BV_NONE ? bv_wording_points (self->points) : g_strdup ("–");
  g_autofree char *max = bv_wording_points (self->max);

  /* Translators: three numbers of points; “–” where there are none. */
  return g_strdup_printf (_ ("Self-score %s (ring), counts %s (dot), of %s"), self_points, points, max);
}

/**
 * bv_score_dots_set:
 * @dots: the dots
 * @self_points: what the nominee says of itself, in 1/100; %BV_NONE: nothing
 * @points: what counts, in 1/100; %BV_NONE: nothing yet, or not at all
 * @max: the most there is, in 1/100
 */
void
bv_score_dots_set (BvScoreDots *dots, gint64 self_points, gint64 points, gint64 max)
{
  g_autofree char *text = NULL;

  dots->self_points = self_points;
  dots->points = points;
  dots->max = max;
  text = describe (dots);
  gtk_widget_set_tooltip_text (GTK_WIDGET (dots), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dots), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (dots));
}
