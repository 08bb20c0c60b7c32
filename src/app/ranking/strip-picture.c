/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ranking/strip-picture.h"

#include "app/cells/named-colour.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

#define RING 8
#define RING_LINE 2
/* How much is left of the colour of those that are not looked at. */
#define FAINT 0.18

static PangoLayout *
write_text (const BvStripPicture *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (self->widget, text);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static char *
write_below (const BvRankingLane *lane)
{
  return lane->n_below > 0 ? g_strdup_printf ("◂ %u", lane->n_below) : g_strdup ("");
}

static int
measure_text (const BvStripPicture *self, const char *text)
{
  g_autoptr (PangoLayout) layout = write_text (self, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/**
 * bv_strip_picture_measure_names:
 * @self: the chart
 * @below: (out): how wide the numbers of those below the axis are, in pixels
 *
 * Returns: how wide the names of its lanes are, in pixels
 */
int
bv_strip_picture_measure_names (const BvStripPicture *self, int *below)
{
  int names = 0;

  *below = 0;
  for (guint i = 0; i < self->lanes->lanes->len; i++)
    {
      const BvRankingLane *lane = bv_ranking_lanes_lane (self->lanes, i);
      g_autofree char *number = write_below (lane);

      names = MAX (names, measure_text (self, lane->name));
      *below = MAX (*below, measure_text (self, number));
    }
  return names;
}

/* @align: 0 begins at @x, 1 ends there, 0.5 is in the middle of it */
static void
draw_text (const BvStripPicture *self,
           GtkSnapshot *snapshot,
           const char *text,
           float x,
           float middle,
           float align,
           const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) layout = write_text (self, text);
  int width, height;

  if (align == 0)
    pango_layout_set_width (layout, gtk_widget_get_width (self->widget) / 4 * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((int) (x - width * align), (int) (middle - height / 2.0f)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static float
get_bottom (const BvStripPicture *self)
{
  return self->place->top + self->place->lane * self->lanes->lanes->len;
}

static void
draw_lanes (const BvStripPicture *self, GtkSnapshot *snapshot)
{
  const GdkRGBA dim = bv_named_colour_find (self->widget, "bv_dim");
  const GdkRGBA faint = bv_named_colour_find (self->widget, "bv_faint_line");

  for (guint i = 0; i < self->lanes->lanes->len; i++)
    {
      const BvRankingLane *lane = bv_ranking_lanes_lane (self->lanes, i);
      g_autofree char *below = write_below (lane);
      float middle = self->place->top + self->place->lane * (i + 0.5f);

      draw_text (self, snapshot, lane->name, BV_STRIP_MARGIN, middle, 0, &dim);
      draw_text (self, snapshot, below, self->place->left - BV_STRIP_GAP, middle, 1, &dim);
      gtk_snapshot_append_color (
        snapshot, &faint,
        &GRAPHENE_RECT_INIT (self->place->left, (int) middle, self->place->right - self->place->left, 1));
    }
}

static gboolean
has_line (const BvStripPicture *self)
{
  return self->lanes->line != BV_NONE && self->lanes->line >= self->lanes->least;
}

/* Returns: what the line is called; it stands on the axis before the line, from @left to @right */
static char *
write_line (const BvStripPicture *self, float *left, float *right)
{
  g_autofree char *number = self->lanes->by_percent ? bv_wording_percent (self->lanes->line)
                                                    : bv_wording_points (self->lanes->line);
  /* Translators: the quota line, with the points of the last one inside. */
  char *text = g_strdup_printf (_ ("quota line %s"), number);
  float width = measure_text (self, text);

  *right
    = MAX (bv_strip_place_find_x (self->place, self->lanes, self->lanes->line), self->place->left + width);
  *left = *right - width;
  return text;
}

/* A number of the axis, unless it would run into the name of the line. */
static void
draw_number (const BvStripPicture *self, GtkSnapshot *snapshot, gint64 value, float left, float right)
{
  const GdkRGBA dim = bv_named_colour_find (self->widget, "bv_dim");
  g_autofree char *text = bv_wording_number (value / 100);
  float align = value == self->lanes->most ? 1 : 0.5f;
  float x = bv_strip_place_find_x (self->place, self->lanes, value);
  float begin = x - measure_text (self, text) * align;
  float end = begin + measure_text (self, text);

  if (end + BV_STRIP_GAP <= left || begin - BV_STRIP_GAP >= right)
    draw_text (self, snapshot, text, x, get_bottom (self) + BV_STRIP_AXIS / 2.0f, align, &dim);
}

static void
draw_axis (const BvStripPicture *self, GtkSnapshot *snapshot)
{
  const GdkRGBA line = bv_named_colour_find (self->widget, "bv_line");
  const GdkRGBA colour = bv_named_colour_find (self->widget, "bv_text");
  float left = G_MAXFLOAT, right = G_MAXFLOAT;
  g_autofree char *name = has_line (self) ? write_line (self, &left, &right) : NULL;

  gtk_snapshot_append_color (snapshot, &line,
                             &GRAPHENE_RECT_INIT (self->place->left, (int) get_bottom (self),
                                                  self->place->right - self->place->left, 1));
  for (gint64 value = self->lanes->least; value <= self->lanes->most; value += self->lanes->step)
    draw_number (self, snapshot, value, left, right);
  if (name != NULL)
    draw_text (self, snapshot, name, right, get_bottom (self) + BV_STRIP_AXIS / 2.0f, 1, &colour);
}

/* What is inside lies behind the line, on its ground. */
static void
draw_line (const BvStripPicture *self, GtkSnapshot *snapshot)
{
  const GdkRGBA gold = bv_named_colour_find (self->widget, "bv_gold");
  const GdkRGBA ground = bv_named_colour_find (self->widget, "bv_warning_base");
  float x = bv_strip_place_find_x (self->place, self->lanes, self->lanes->line);

  gtk_snapshot_append_color (snapshot, &ground,
                             &GRAPHENE_RECT_INIT (x, self->place->top, self->place->right + BV_STRIP_GAP - x,
                                                  get_bottom (self) - self->place->top));
  gtk_snapshot_append_color (snapshot, &gold, &GRAPHENE_RECT_INIT ((int) x - 1, 1, 2, get_bottom (self) + 2));
}

static void
draw_diamond (cairo_t *cr, const graphene_point_t *at)
{
  float radius = BV_STRIP_DOT / 2.0f + 1.5f;

  cairo_move_to (cr, at->x, at->y - radius);
  cairo_line_to (cr, at->x + radius, at->y);
  cairo_line_to (cr, at->x, at->y + radius);
  cairo_line_to (cr, at->x - radius, at->y);
  cairo_close_path (cr);
}

static void
draw_dot (cairo_t *cr, const graphene_point_t *at, BvRankPlace place)
{
  if (place == BV_RANK_INSIDE || place == BV_RANK_UNRESOLVED)
    {
      draw_diamond (cr, at);
      cairo_fill (cr);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, at->x, at->y, BV_STRIP_DOT / 2.0, 0, 2 * G_PI);
  if (place == BV_RANK_NOT_ELIGIBLE)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
}

/* Told apart by form too: inside a diamond, not eligible a ring. */
static void
draw_some (const BvStripPicture *self, cairo_t *cr, gboolean kept)
{
  static const struct
  {
    BvRankPlace place;
    const char *colour;
    double alpha;
  } styles[] = { { BV_RANK_OUTSIDE, "bv_accent", 0.55 },
                 { BV_RANK_TAKEN, "bv_dim", 0.7 },
                 { BV_RANK_NOT_ELIGIBLE, "bv_error", 1 },
                 { BV_RANK_UNRESOLVED, "bv_error", 1 },
                 { BV_RANK_INSIDE, "bv_inside", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      GdkRGBA colour = bv_named_colour_find (self->widget, styles[i].colour);

      colour.alpha *= styles[i].alpha * (kept ? 1 : FAINT);
      gdk_cairo_set_source_rgba (cr, &colour);
      for (guint k = 0; k < self->places->len; k++)
        if (bv_ranking_lanes_dot (self->lanes, k)->place == styles[i].place
            && (g_array_index (self->kept, guint8, k) != 0) == kept)
          draw_dot (cr, &g_array_index (self->places, graphene_point_t, k), styles[i].place);
    }
}

/* Those that are looked at lie above the others. */
static void
draw_dots (const BvStripPicture *self, cairo_t *cr)
{
  cairo_set_line_width (cr, 1.2);
  draw_some (self, cr, FALSE);
  draw_some (self, cr, TRUE);
}

/**
 * bv_strip_picture_draw:
 * @self: the chart
 * @snapshot: what it is drawn into
 */
void
bv_strip_picture_draw (const BvStripPicture *self, GtkSnapshot *snapshot)
{
  cairo_t *cr;

  draw_axis (self, snapshot);
  if (has_line (self))
    draw_line (self, snapshot);
  draw_lanes (self, snapshot);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (self->widget),
                                                                 gtk_widget_get_height (self->widget)));
  draw_dots (self, cr);
  cairo_destroy (cr);
}

/**
 * bv_strip_picture_draw_ring:
 * @self: the chart
 * @snapshot: what it is drawn into
 * @at: the middle of the dot that is marked
 * @colour: the name of a colour
 */
void
bv_strip_picture_draw_ring (const BvStripPicture *self,
                            GtkSnapshot *snapshot,
                            const graphene_point_t *at,
                            const char *colour)
{
  const GdkRGBA found = bv_named_colour_find (self->widget, colour);
  const float widths[] = { RING_LINE, RING_LINE, RING_LINE, RING_LINE };
  const GdkRGBA colours[] = { found, found, found, found };
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (
    &ring, &GRAPHENE_RECT_INIT (at->x - RING, at->y - RING, 2 * RING, 2 * RING), RING);
  gtk_snapshot_append_border (snapshot, &ring, widths, colours);
}
