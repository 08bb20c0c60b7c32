/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scoring/score-look.h"

#include "app/cells/cell-sign.h"
#include "app/cells/named-colour.h"
#include "core/text/wording.h"

#include <string.h>

/* More than are seen at once, several times over. */
#define MOST_LAYOUTS 4000
#define HEAD_LINES 2
#define TITLE_SCALE 0.88

#define RADIUS 3

/* Lines at 135 degrees: so wide, one every so many pixels. */
#define HATCH_LINE 2.0
#define HATCH_STEP 7

static void
look_up_states (GtkWidget *widget, BvScoreColours *colours)
{
  for (guint i = 0; i < BV_N_CELL_STATES; i++)
    {
      BvCellColours of_state = bv_cell_sign_find_colours (widget, i);

      colours->washes[i] = of_state.wash;
      colours->grounds[i] = of_state.ground;
      colours->signs[i] = of_state.sign;
    }
}

static void
look_up_all (GtkWidget *widget, BvScoreColours *colours)
{
  *colours = (BvScoreColours){
    .base = bv_named_colour_find (widget, "bv_base"),
    .stripe = bv_named_colour_find (widget, "bv_stripe"),
    .side = bv_named_colour_find (widget, "bv_side"),
    .line = bv_named_colour_find (widget, "bv_line"),
    .faint_line = bv_named_colour_find (widget, "bv_faint_line"),
    .text = bv_named_colour_find (widget, "bv_text"),
    .dim = bv_named_colour_find (widget, "bv_dim"),
    .heading = bv_named_colour_find (widget, "bv_heading"),
    .accent = bv_named_colour_find (widget, "bv_accent"),
    .chosen = bv_named_colour_find (widget, "bv_chosen"),
    .chosen_text = bv_named_colour_find (widget, "bv_chosen_text"),
    .error = bv_named_colour_find (widget, "bv_error"),
    .error_base = bv_named_colour_find (widget, "bv_error_base"),
    .hatch = bv_named_colour_find (widget, "bv_hatch"),
    .hatch_ground = bv_named_colour_find (widget, "bv_hatch_base"),
  };
  look_up_states (widget, colours);
}

/**
 * bv_score_look_new:
 * @widget: which is drawn with it, and outlives it
 *
 * Returns: (transfer full): the look of @widget as it is now
 */
BvScoreLook *
bv_score_look_new (GtkWidget *widget)
{
  BvScoreLook *look = g_new0 (BvScoreLook, 1);

  look->widget = widget;
  look->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  look_up_all (widget, &look->colours);
  pango_layout_get_pixel_size (bv_score_look_lay_out (look, "0", BV_SCORE_FONT_PLAIN, -1), NULL,
                               &look->line_height);
  return look;
}

/**
 * bv_score_look_free:
 * @look: (transfer full): a look
 */
void
bv_score_look_free (BvScoreLook *look)
{
  g_hash_table_unref (look->layouts);
  for (guint i = 0; i < BV_N_CELL_STATES; i++)
    g_clear_pointer (&look->signs[i], gsk_render_node_unref);
  g_clear_pointer (&look->hatch, gsk_render_node_unref);
  g_free (look);
}

static PangoLayout *
keep (BvScoreLook *look, const char *key, PangoLayout *layout)
{
  if (g_hash_table_size (look->layouts) >= MOST_LAYOUTS)
    g_hash_table_remove_all (look->layouts);
  g_hash_table_insert (look->layouts, g_strdup (key), layout);
  return layout;
}

static PangoAttrList *
make_attributes (BvScoreFont font)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  if (font == BV_SCORE_FONT_BOLD || font == BV_SCORE_FONT_BOLD_ITALIC)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (font == BV_SCORE_FONT_ITALIC || font == BV_SCORE_FONT_BOLD_ITALIC)
    pango_attr_list_insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC));
  return attributes;
}

/**
 * bv_score_look_lay_out:
 * @look: a look
 * @text: a line
 * @font: in which it is written
 * @width: behind which it is cut; -1: nowhere
 *
 * Returns: (transfer none): the line, until the next one is laid out
 */
PangoLayout *
bv_score_look_lay_out (BvScoreLook *look, const char *text, BvScoreFont font, int width)
{
  g_autofree char *key = g_strdup_printf ("%d %d %s", font, width, text);
  PangoLayout *layout = g_hash_table_lookup (look->layouts, key);
  PangoAttrList *attributes;

  if (layout != NULL)
    return layout;
  layout = gtk_widget_create_pango_layout (look->widget, text);
  attributes = make_attributes (font);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  if (width >= 0)
    {
      pango_layout_set_width (layout, width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return keep (look, key, layout);
}

/**
 * bv_score_look_lay_out_title:
 * @look: a look
 * @text: a title
 * @width: of its column
 *
 * Returns: (transfer none): the title in two lines at most, in the middle of its column, until the next text
 *   is laid out
 */
PangoLayout *
bv_score_look_lay_out_title (BvScoreLook *look, const char *text, int width)
{
  g_autofree char *key = g_strdup_printf ("title %d %s", width, text);
  PangoLayout *layout = g_hash_table_lookup (look->layouts, key);
  PangoAttrList *attributes;

  if (layout != NULL)
    return layout;
  layout = gtk_widget_create_pango_layout (look->widget, text);
  attributes = make_attributes (BV_SCORE_FONT_BOLD);
  pango_attr_list_insert (attributes, pango_attr_scale_new (TITLE_SCALE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -HEAD_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return keep (look, key, layout);
}

static char *
write_head (BvScoreLook *look, const BvCriterion *leaf, const char *title)
{
  g_autofree char *words = g_markup_printf_escaped ("<b>%s %s</b>", leaf->code, title);
  g_autofree char *points = bv_wording_points (leaf->max);
  const GdkRGBA *dim = &look->colours.dim;

  if (g_str_has_suffix (points, ",00"))
    points[strlen (points) - strlen (",00")] = '\0';
  return g_strdup_printf ("%s <span foreground=\"#%02x%02x%02x\">/%s</span>", words, (guint) (dim->red * 255),
                          (guint) (dim->green * 255), (guint) (dim->blue * 255), points);
}

/* The maximum is not cut, whatever the title is: that loses words until there is room. */
static void
fit_head (BvScoreLook *look, const BvCriterion *leaf, PangoLayout *layout)
{
  g_autoptr (GString) title = g_string_new (bv_criterion_short_title (leaf));
  g_autofree char *markup = write_head (look, leaf, title->str);

  pango_layout_set_markup (layout, markup, -1);
  while (pango_layout_get_line_count (layout) > HEAD_LINES && strrchr (title->str, ' ') != NULL)
    {
      g_autofree char *shorter = NULL;

      g_string_truncate (title, strrchr (title->str, ' ') - title->str);
      g_free (markup);
      shorter = g_strconcat (title->str, "…", NULL);
      markup = write_head (look, leaf, shorter);
      pango_layout_set_markup (layout, markup, -1);
    }
}

/**
 * bv_score_look_lay_out_head:
 * @look: a look
 * @leaf: a leaf
 * @width: of its column
 *
 * Returns: (transfer none): the title of its column, until the next text is laid out
 */
PangoLayout *
bv_score_look_lay_out_head (BvScoreLook *look, const BvCriterion *leaf, int width)
{
  /* Leaves of other groups have the same codes, and rules change. */
  g_autofree char *text = write_head (look, leaf, bv_criterion_short_title (leaf));
  g_autofree char *key = g_strdup_printf ("head %d %s", width, text);
  PangoLayout *layout = g_hash_table_lookup (look->layouts, key);

  if (layout != NULL)
    return layout;
  layout = gtk_widget_create_pango_layout (look->widget, NULL);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  fit_head (look, leaf, layout);
  pango_layout_set_height (layout, -HEAD_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return keep (look, key, layout);
}

/**
 * bv_score_look_has_sign:
 * @state: of a cell
 *
 * Returns: whether a sign stands for it beside numbers: what is settled, or not yet due, has none
 */
gboolean
bv_score_look_has_sign (BvCellState state)
{
  return state != BV_CELL_EMPTY && state != BV_CELL_ACCEPTED && state != BV_CELL_NOT_ASSIGNED;
}

static GskRenderNode *
draw_sign (BvScoreLook *look, BvCellState state)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, BV_SCORE_SIGN_SIZE, BV_SCORE_SIGN_SIZE);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRoundedRect ground;
  cairo_t *cr;

  gsk_rounded_rect_init_from_rect (&ground, &bounds, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &ground);
  gtk_snapshot_append_color (snapshot, &look->colours.grounds[state], &bounds);
  gtk_snapshot_pop (snapshot);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, (BV_SCORE_SIGN_SIZE - BV_CELL_SIGN_BOX) / 2.0,
                   (BV_SCORE_SIGN_SIZE - BV_CELL_SIGN_BOX) / 2.0);
  gdk_cairo_set_source_rgba (cr, &look->colours.signs[state]);
  bv_cell_sign_draw (cr, state);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

static void
append_at (GtkSnapshot *snapshot, GskRenderNode *node, float x, float y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

/**
 * bv_score_look_append_sign:
 * @look: a look
 * @snapshot: what is drawn on
 * @state: one that has a sign
 * @x: the left end of it
 * @y: its upper end
 */
void
bv_score_look_append_sign (BvScoreLook *look, GtkSnapshot *snapshot, BvCellState state, int x, int y)
{
  if (look->signs[state] == NULL)
    look->signs[state] = draw_sign (look, state);
  append_at (snapshot, look->signs[state], x, y);
}

static GskRenderNode *
draw_hatch (BvScoreLook *look, const graphene_size_t *size)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, size->width, size->height);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &look->colours.hatch_ground, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, &look->colours.hatch);
  cairo_set_line_width (cr, HATCH_LINE);
  for (int x = 0; x < size->width + size->height; x += HATCH_STEP)
    {
      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x - size->height, size->height);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

/**
 * bv_score_look_append_hatch:
 * @look: a look
 * @snapshot: what is drawn on
 * @place: a cell that is not assigned
 */
void
bv_score_look_append_hatch (BvScoreLook *look, GtkSnapshot *snapshot, const graphene_rect_t *place)
{
  if (look->hatch == NULL || !graphene_size_equal (&look->hatch_size, &place->size))
    {
      g_clear_pointer (&look->hatch, gsk_render_node_unref);
      look->hatch_size = place->size;
      look->hatch = draw_hatch (look, &place->size);
    }
  append_at (snapshot, look->hatch, place->origin.x, place->origin.y);
}

/**
 * bv_score_look_append_colour:
 * @snapshot: what is drawn
 * @colour: a colour
 * @x: its left end
 * @y: its top
 * @width: how wide it is
 * @height: how high it is
 *
 * Fills a place.
 */
void
bv_score_look_append_colour (GtkSnapshot *snapshot,
                             const GdkRGBA *colour,
                             float x,
                             float y,
                             float width,
                             float height)
{
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/**
 * bv_score_look_append_layout:
 * @snapshot: what is drawn
 * @layout: a text
 * @colour: its colour
 * @x: its left end
 * @y: its top
 *
 * Writes a text.
 */
void
bv_score_look_append_layout (GtkSnapshot *snapshot,
                             PangoLayout *layout,
                             const GdkRGBA *colour,
                             float x,
                             float y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}
