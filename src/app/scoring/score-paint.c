/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scoring/score-paint.h"

#include "core/text/wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GAP 6         /* between a text and the end of its cell */
#define SIGN_GAP 3    /* before a sign */
#define SELF_RIGHT 56 /* the right end of the self-score in its cell */
#define CORNER 8      /* what lacks evidence is marked by so much of the corner */
#define RING 2
#define CHOSEN_ALPHA 0.45f

/* What stands in place of a self-score that is the score. */
#define SAME "="
/* What stands where nothing is to be done. */
#define NOTHING "–"

/* @align: 0: it begins at @x, 1: it ends there */
static void
write_text (const BvScorePicture *picture,
            GtkSnapshot *snapshot,
            const char *text,
            BvScoreFont font,
            const GdkRGBA *colour,
            float x,
            float y,
            int align)
{
  PangoLayout *layout = bv_score_look_lay_out (picture->look, text, font, -1);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  bv_score_look_append_layout (snapshot, layout, colour, x - align * width,
                               y + (picture->grid.row_height - height) / 2);
}

static void
draw_corner (const BvScorePicture *picture, GtkSnapshot *snapshot, const graphene_rect_t *place)
{
  float right = place->origin.x + place->size.width - 1;
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (right - CORNER, place->origin.y, CORNER, CORNER);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  gdk_cairo_set_source_rgba (cr, &picture->look->colours.error);
  cairo_move_to (cr, right - CORNER, place->origin.y);
  cairo_line_to (cr, right, place->origin.y);
  cairo_line_to (cr, right, place->origin.y + CORNER);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static BvScoreFont
choose_font (const BvScoreCell *cell)
{
  gboolean differs = cell->self != BV_NONE && cell->self != cell->points;

  if (cell->is_computed)
    return BV_SCORE_FONT_ITALIC;
  return differs ? BV_SCORE_FONT_BOLD : BV_SCORE_FONT_PLAIN;
}

static void
draw_self (const BvScorePicture *picture,
           GtkSnapshot *snapshot,
           const BvScoreCell *cell,
           const graphene_rect_t *place)
{
  const BvScoreColours *colours = &picture->look->colours;
  gboolean is_same = !picture->is_self && cell->self == cell->points;
  g_autofree char *points = bv_wording_points (cell->self);

  write_text (picture, snapshot, is_same ? SAME : points, BV_SCORE_FONT_PLAIN,
              picture->is_self ? &colours->text : &colours->dim, place->origin.x + SELF_RIGHT,
              place->origin.y, 1);
}

static void
draw_points (const BvScorePicture *picture,
             GtkSnapshot *snapshot,
             const BvScoreCell *cell,
             const graphene_rect_t *place)
{
  const BvScoreColours *colours = &picture->look->colours;
  g_autofree char *points = bv_wording_points (cell->points);

  write_text (picture, snapshot, points, choose_font (cell),
              picture->is_self ? &colours->dim : &colours->text, place->origin.x + place->size.width - GAP,
              place->origin.y, 1);
}

static gboolean
is_here (const BvScorePicture *picture, const BvScoreSpot *spot)
{
  return spot->row == picture->cursor.row && spot->column == picture->cursor.column;
}

/* What is selected keeps the colour of its state, and its sign. */
static void
draw_ground (const BvScorePicture *picture,
             GtkSnapshot *snapshot,
             const BvScoreSpot *spot,
             const BvScoreCell *cell,
             const graphene_rect_t *place)
{
  const BvScoreColours *colours = &picture->look->colours;
  GdkRGBA chosen = colours->chosen;

  if (cell->state == BV_CELL_NOT_ASSIGNED)
    bv_score_look_append_hatch (picture->look, snapshot, place);
  else if (!gdk_rgba_is_clear (&colours->washes[cell->state]))
    gtk_snapshot_append_color (snapshot, &colours->washes[cell->state], place);
  chosen.alpha = CHOSEN_ALPHA;
  if (picture->is_refused && is_here (picture, spot))
    gtk_snapshot_append_color (snapshot, &colours->error_base, place);
  else if (bv_score_grid_block_has (&picture->block, spot) && !is_here (picture, spot))
    gtk_snapshot_append_color (snapshot, &chosen, place);
  if (bv_score_look_has_sign (cell->state))
    bv_score_look_append_sign (picture->look, snapshot, cell->state, place->origin.x + SIGN_GAP,
                               place->origin.y + (picture->grid.row_height - BV_SCORE_SIGN_SIZE) / 2);
}

/* What is typed over it is not written too. */
static gboolean
is_typed_over (const BvScorePicture *picture, const BvScoreSpot *spot)
{
  return picture->is_editing && is_here (picture, spot);
}

static void
draw_numbers (const BvScorePicture *picture,
              GtkSnapshot *snapshot,
              const BvScoreSpot *spot,
              const BvScoreCell *cell,
              const graphene_rect_t *place)
{
  gboolean typed = is_typed_over (picture, spot);

  if (cell->state == BV_CELL_NOT_ASSIGNED)
    {
      write_text (picture, snapshot, NOTHING, BV_SCORE_FONT_PLAIN, &picture->look->colours.dim,
                  place->origin.x + place->size.width - GAP, place->origin.y, 1);
      return;
    }
  if (cell->self != BV_NONE && !(typed && picture->is_self))
    draw_self (picture, snapshot, cell, place);
  if (cell->points != BV_NONE && !typed)
    draw_points (picture, snapshot, cell, place);
}

static void
draw_cell (const BvScorePicture *picture, GtkSnapshot *snapshot, const BvScoreSpot *spot)
{
  const BvScoreColours *colours = &picture->look->colours;
  graphene_rect_t place = bv_score_grid_get_cell (&picture->grid, spot);
  BvScoreCell cell;

  if (!bv_score_model_get_cell (picture->model, spot->row, spot->column, &cell))
    return;
  draw_ground (picture, snapshot, spot, &cell, &place);
  draw_numbers (picture, snapshot, spot, &cell, &place);
  if (cell.is_unproven)
    draw_corner (picture, snapshot, &place);
  bv_score_look_append_colour (snapshot, &colours->faint_line, place.origin.x + place.size.width - 1,
                               place.origin.y, 1, place.size.height);
}

static void
draw_stripe (const BvScorePicture *picture, GtkSnapshot *snapshot, guint row)
{
  const BvScoreColours *colours = &picture->look->colours;
  float y = bv_score_grid_get_cell (&picture->grid, &(BvScoreSpot){ row, 0 }).origin.y;

  bv_score_look_append_colour (snapshot, row % 2 == 0 ? &colours->base : &colours->stripe, 0, y,
                               picture->grid.width, picture->grid.row_height);
}

/* Around the cell in which one is, over its state. */
static void
draw_ring (const BvScorePicture *picture, GtkSnapshot *snapshot)
{
  const BvScoreColours *colours = &picture->look->colours;
  const GdkRGBA *colour = picture->is_refused ? &colours->error : &colours->accent;
  graphene_rect_t place = bv_score_grid_get_cell (&picture->grid, &picture->cursor);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &place, 0);
  gtk_snapshot_append_border (snapshot, &outline, (const float[4]){ RING, RING, RING, RING },
                              (const GdkRGBA[4]){ *colour, *colour, *colour, *colour });
}

static void
push_clip (GtkSnapshot *snapshot, const BvScoreGrid *grid, int x, int y)
{
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (x, y, MAX (0, grid->width - x), MAX (0, grid->height - y)));
}

static void
draw_cells (const BvScorePicture *picture, GtkSnapshot *snapshot, const BvScoreBlock *seen)
{
  for (guint row = seen->first.row; row <= seen->last.row; row++)
    draw_stripe (picture, snapshot, row);
  push_clip (snapshot, &picture->grid, bv_score_grid_get_frozen (&picture->grid), picture->grid.head_height);
  for (guint row = seen->first.row; row <= seen->last.row; row++)
    for (guint column = seen->first.column; column <= seen->last.column; column++)
      draw_cell (picture, snapshot, &(BvScoreSpot){ row, column });
  draw_ring (picture, snapshot);
  gtk_snapshot_pop (snapshot);
}

static PangoLayout *
lay_out_name (const BvScorePicture *picture, guint row, BvScoreFont font)
{
  return bv_score_look_lay_out (picture->look, picture->get_name (row, picture->data), font,
                                picture->grid.name_width - GAP);
}

static void
draw_name (const BvScorePicture *picture,
           GtkSnapshot *snapshot,
           guint row,
           float y,
           BvScoreFont font,
           const GdkRGBA *colour)
{
  const BvScoreGrid *grid = &picture->grid;
  PangoLayout *layout = lay_out_name (picture, row, font);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  bv_score_look_append_layout (snapshot, layout, colour, grid->number_width + GAP,
                               y + (grid->row_height - height) / 2);
}

/* A total is dim while something of the row waits. */
static void
draw_total (const BvScorePicture *picture,
            GtkSnapshot *snapshot,
            guint row,
            float y,
            BvScoreFont font,
            const GdkRGBA *colour)
{
  const BvScoreGrid *grid = &picture->grid;
  g_autofree char *total = bv_wording_points (bv_score_model_get_score (picture->model, row)->total);
  gint64 rank = bv_score_model_get_rank (picture->model, row);
  g_autofree char *number = rank != BV_NONE ? bv_wording_number (rank) : g_strdup (NOTHING);
  gboolean is_dim = font == BV_SCORE_FONT_PLAIN && bv_score_model_row_waits (picture->model, row);
  const GdkRGBA *dim = is_dim ? &picture->look->colours.dim : colour;
  int right = grid->number_width + grid->name_width + grid->total_width;

  write_text (picture, snapshot, total, font, dim, right - GAP, y, 1);
  write_text (picture, snapshot, number, font, dim, right + grid->rank_width - GAP, y, 1);
}

static void
draw_row (const BvScorePicture *picture, GtkSnapshot *snapshot, guint row)
{
  const BvScoreColours *colours = &picture->look->colours;
  const BvScoreGrid *grid = &picture->grid;
  gboolean is_at = row == picture->cursor.row;
  float y = bv_score_grid_get_cell (grid, &(BvScoreSpot){ row, 0 }).origin.y;
  BvScoreFont font = is_at ? BV_SCORE_FONT_BOLD : BV_SCORE_FONT_PLAIN;
  g_autofree char *number = bv_wording_number (bv_score_model_get_number (picture->model, row));

  if (is_at)
    bv_score_look_append_colour (snapshot, &colours->chosen, 0, y, bv_score_grid_get_frozen (grid),
                                 grid->row_height);
  write_text (picture, snapshot, number, font, is_at ? &colours->chosen_text : &colours->dim,
              grid->number_width - GAP, y, 1);
  draw_name (picture, snapshot, row, y, font, is_at ? &colours->chosen_text : &colours->text);
  draw_total (picture, snapshot, row, y, font, is_at ? &colours->chosen_text : &colours->text);
}

static void
draw_rows (const BvScorePicture *picture, GtkSnapshot *snapshot, const BvScoreBlock *seen)
{
  push_clip (snapshot, &picture->grid, 0, picture->grid.head_height);
  for (guint row = seen->first.row; row <= seen->last.row; row++)
    draw_row (picture, snapshot, row);
  gtk_snapshot_pop (snapshot);
}

static void
write_head (const BvScorePicture *picture, GtkSnapshot *snapshot, const char *text, float x, int align)
{
  const BvScoreGrid *grid = &picture->grid;

  write_text (picture, snapshot, text, BV_SCORE_FONT_BOLD, &picture->look->colours.text, x,
              grid->head_height - grid->row_height - 1, align);
}

static PangoLayout *
lay_out_head (const BvScorePicture *picture, guint column)
{
  return bv_score_look_lay_out_head (picture->look, bv_score_model_get_leaf (picture->model, column),
                                     picture->grid.leaf_width - 2 * GAP);
}

static void
draw_leaf_head (const BvScorePicture *picture, GtkSnapshot *snapshot, guint column)
{
  const BvScoreColours *colours = &picture->look->colours;
  const BvScoreGrid *grid = &picture->grid;
  graphene_rect_t place = bv_score_grid_get_cell (grid, &(BvScoreSpot){ 0, column });
  PangoLayout *layout = lay_out_head (picture, column);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  bv_score_look_append_layout (snapshot, layout,
                               column == picture->cursor.column ? &colours->accent : &colours->text,
                               place.origin.x + GAP, grid->head_height - height - 4);
  bv_score_look_append_colour (snapshot, &colours->line, place.origin.x + place.size.width - 1, 0, 1,
                               grid->head_height);
}

static void
draw_frozen_heads (const BvScorePicture *picture, GtkSnapshot *snapshot)
{
  const BvScoreColours *colours = &picture->look->colours;
  const BvScoreGrid *grid = &picture->grid;
  const int widths[] = { grid->number_width, grid->name_width, grid->total_width, grid->rank_width };
  int right = grid->number_width + grid->name_width + grid->total_width;
  int x = 0;

  write_head (picture, snapshot, C_ ("column", "No."), grid->number_width - GAP, 1);
  write_head (picture, snapshot, _ ("Nominee"), grid->number_width + GAP, 0);
  write_head (picture, snapshot, _ ("Total"), right - GAP, 1);
  write_head (picture, snapshot, _ ("Rank"), right + grid->rank_width - GAP, 1);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      x += widths[i];
      bv_score_look_append_colour (snapshot, &colours->line, x - 1, 0, 1, grid->head_height);
    }
}

static void
draw_heads (const BvScorePicture *picture, GtkSnapshot *snapshot, const BvScoreBlock *seen)
{
  const BvScoreColours *colours = &picture->look->colours;
  const BvScoreGrid *grid = &picture->grid;
  int frozen = bv_score_grid_get_frozen (grid);

  bv_score_look_append_colour (snapshot, &colours->side, 0, 0, grid->width, grid->head_height);
  push_clip (snapshot, grid, frozen, 0);
  for (guint column = seen->first.column; column <= seen->last.column; column++)
    draw_leaf_head (picture, snapshot, column);
  gtk_snapshot_pop (snapshot);
  draw_frozen_heads (picture, snapshot);
  bv_score_look_append_colour (snapshot, &colours->line, 0, grid->head_height - 1, grid->width, 1);
  bv_score_look_append_colour (
    snapshot, &colours->line, frozen - 1, 0, RING,
    MIN (grid->height, grid->head_height + (int) grid->n_rows * grid->row_height - grid->y));
}

/**
 * bv_score_paint:
 * @picture: what is drawn
 * @snapshot: what is drawn on
 *
 * Draws the cells that are seen, and nothing else.
 */
void
bv_score_paint (const BvScorePicture *picture, GtkSnapshot *snapshot)
{
  BvScoreBlock seen;

  bv_score_look_append_colour (snapshot, &picture->look->colours.base, 0, 0, picture->grid.width,
                               picture->grid.height);
  if (picture->grid.n_rows == 0 || picture->grid.n_columns == 0)
    return;
  seen = bv_score_grid_get_seen (&picture->grid);
  draw_cells (picture, snapshot, &seen);
  draw_rows (picture, snapshot, &seen);
  draw_heads (picture, snapshot, &seen);
}

/* A title that has a shorter one for narrow places is not whole there either. */
static char *
find_cut_head (const BvScorePicture *picture, guint column)
{
  const BvCriterion *leaf = bv_score_model_get_leaf (picture->model, column);
  PangoLayout *layout = lay_out_head (picture, column);

  if (!pango_layout_is_ellipsized (layout) && strstr (pango_layout_get_text (layout), leaf->title) != NULL)
    return NULL;
  return g_strdup_printf ("%s %s", leaf->code, leaf->title);
}

static char *
find_cut_name (const BvScorePicture *picture, guint row)
{
  BvScoreFont font = row == picture->cursor.row ? BV_SCORE_FONT_BOLD : BV_SCORE_FONT_PLAIN;

  if (!pango_layout_is_ellipsized (lay_out_name (picture, row, font)))
    return NULL;
  return g_strdup (picture->get_name (row, picture->data));
}

/**
 * bv_score_paint_find_cut:
 * @picture: what is drawn
 * @x: pixels
 * @y: pixels
 *
 * Returns: (transfer full) (nullable): the whole of the name, or of the title of a leaf, that is cut there
 */
char *
bv_score_paint_find_cut (const BvScorePicture *picture, double x, double y)
{
  const BvScoreGrid *grid = &picture->grid;
  int right = (int) x - bv_score_grid_get_frozen (grid);
  BvScoreSpot spot = { 0, 0 };

  if (grid->n_rows == 0 || grid->n_columns == 0)
    return NULL;
  if (y < grid->head_height)
    {
      guint column = right >= 0 ? (guint) (right + grid->x) / grid->leaf_width : grid->n_columns;

      return column < grid->n_columns ? find_cut_head (picture, column) : NULL;
    }
  if (x < grid->number_width || x >= grid->number_width + grid->name_width
      || !bv_score_grid_find (grid, x, y, &spot))
    return NULL;
  return find_cut_name (picture, spot.row);
}
