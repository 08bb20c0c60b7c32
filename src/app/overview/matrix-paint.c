/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/matrix-paint.h"

#include "app/cells/cell-sign.h"
#include "app/overview/state-bar.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/* Pixels at the usual size of letters. */
#define USUAL_LINE 18
#define ROW_HEIGHT 24
#define ROW_GAP 5
#define HEAD_GAP 16
#define WORK_WIDTH 70
#define TOTAL_WIDTH 58
#define NAME_WIDTH 150
#define NAME_WIDTH_MOST 290
#define LEAF_WIDTH 46
#define LEAF_WIDTH_MOST 74

#define GAP 6
#define BAR_HEIGHT 5
#define BLOCK_HEIGHT 18
#define BLOCK_GAP 10 /* between two of a row */
#define RADIUS 3
#define CORNER 8
#define RING 2
#define NOTHING "–"

/**
 * bv_matrix_grid_share:
 * @grid: a grid that knows what it has
 * @width: of the widget
 * @line_height: of a text
 * @longest_name: the width of the longest name
 *
 * Shares the width: leaves get what they need where there is room, names the rest.
 */
void
bv_matrix_grid_share (BvMatrixGrid *grid, int width, int line_height, int longest_name)
{
  BvScoreGrid *cells = &grid->cells;
  int scale = MAX (USUAL_LINE, line_height);
  int most = MAX (NAME_WIDTH * scale / USUAL_LINE, MIN (longest_name, NAME_WIDTH_MOST * scale / USUAL_LINE));
  int n = MAX (1, (int) cells->n_columns);
  int room;

  grid->width = width;
  grid->total_width = TOTAL_WIDTH * scale / USUAL_LINE;
  cells->width = width - grid->total_width;
  cells->row_height = MAX (ROW_HEIGHT, line_height + ROW_GAP);
  cells->head_height = 2 * line_height + HEAD_GAP;
  cells->number_width = cells->rank_width = 0;
  cells->total_width = WORK_WIDTH * scale / USUAL_LINE;
  cells->name_width = NAME_WIDTH * scale / USUAL_LINE;
  room = cells->width - bv_score_grid_get_frozen (cells);
  cells->leaf_width = CLAMP (room / n, LEAF_WIDTH * scale / USUAL_LINE, LEAF_WIDTH_MOST * scale / USUAL_LINE);
  room -= n * cells->leaf_width;
  cells->name_width += CLAMP (room, 0, most - cells->name_width);
}

/**
 * bv_matrix_grid_get_total:
 * @grid: a grid
 *
 * Returns: where the totals begin: behind the last leaf, or at the end of what is seen
 */
int
bv_matrix_grid_get_total (const BvMatrixGrid *grid)
{
  const BvScoreGrid *cells = &grid->cells;

  return MIN (cells->width, bv_score_grid_get_frozen (cells) + (int) cells->n_columns * cells->leaf_width);
}

/**
 * bv_matrix_blocks_clear:
 * @blocks: cells that are to be drawn anew
 */
void
bv_matrix_blocks_clear (BvMatrixBlocks *blocks)
{
  for (guint i = 0; i < BV_N_CELL_STATES; i++)
    g_clear_pointer (&blocks->blocks[i], gsk_render_node_unref);
  g_clear_pointer (&blocks->corner, gsk_render_node_unref);
}

static void
append_node (GtkSnapshot *snapshot, GskRenderNode *node, float x, float y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

/* Ends at @x. */
static void
write_end (const BvMatrixPicture *picture,
           GtkSnapshot *snapshot,
           const char *text,
           BvScoreFont font,
           const GdkRGBA *colour,
           float x,
           float y)
{
  PangoLayout *layout = bv_score_look_lay_out (picture->look, text, font, -1);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  bv_score_look_append_layout (snapshot, layout, colour, x - width,
                               y + (picture->grid->cells.row_height - height) / 2);
}

/* A rounded ground with the sign in its middle. */
static GskRenderNode *
draw_block (const BvMatrixPicture *picture, BvCellState state)
{
  const BvScoreColours *colours = &picture->look->colours;
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, picture->blocks->width, BLOCK_HEIGHT);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRoundedRect outline;
  cairo_t *cr;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (state == BV_CELL_NOT_ASSIGNED)
    bv_score_look_append_hatch (picture->look, snapshot, &bounds);
  else
    gtk_snapshot_append_color (snapshot, &colours->grounds[state], &bounds);
  gtk_snapshot_pop (snapshot);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, (bounds.size.width - BV_CELL_SIGN_BOX) / 2.0, (BLOCK_HEIGHT - BV_CELL_SIGN_BOX) / 2.0);
  gdk_cairo_set_source_rgba (cr, &colours->signs[state]);
  bv_cell_sign_draw (cr, state);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

static GskRenderNode *
draw_corner (const BvMatrixPicture *picture)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, CORNER, CORNER));

  gdk_cairo_set_source_rgba (cr, &picture->look->colours.error);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, CORNER, 0);
  cairo_line_to (cr, CORNER, CORNER);
  cairo_fill (cr);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

static graphene_rect_t
find_block (const BvMatrixPicture *picture, const BvScoreSpot *spot)
{
  graphene_rect_t place = bv_score_grid_get_cell (&picture->grid->cells, spot);

  return GRAPHENE_RECT_INIT (place.origin.x + BLOCK_GAP / 2,
                             place.origin.y + (place.size.height - BLOCK_HEIGHT) / 2,
                             place.size.width - BLOCK_GAP, BLOCK_HEIGHT);
}

static void
draw_cell (BvMatrixPicture *picture, GtkSnapshot *snapshot, const BvScoreSpot *spot)
{
  BvMatrixBlocks *blocks = picture->blocks;
  graphene_rect_t place = find_block (picture, spot);
  BvScoreCell cell;

  if (!bv_matrix_rows_get_cell (picture->rows, spot->row, spot->column, &cell))
    return;
  picture->n_drawn++;
  if (blocks->blocks[cell.state] == NULL)
    blocks->blocks[cell.state] = draw_block (picture, cell.state);
  append_node (snapshot, blocks->blocks[cell.state], place.origin.x, place.origin.y);
  if (!cell.is_unproven)
    return;
  if (blocks->corner == NULL)
    blocks->corner = draw_corner (picture);
  append_node (snapshot, blocks->corner, place.origin.x + place.size.width - CORNER, place.origin.y);
}

/* Around the cell in which one is, over its state. */
static void
draw_ring (const BvMatrixPicture *picture, GtkSnapshot *snapshot)
{
  const GdkRGBA *colour = &picture->look->colours.accent;
  graphene_rect_t place = find_block (picture, &picture->cursor);
  GskRoundedRect outline;

  graphene_rect_inset (&place, -RING, -RING);
  gsk_rounded_rect_init_from_rect (&outline, &place, RADIUS + RING);
  gtk_snapshot_append_border (snapshot, &outline, (const float[4]){ RING, RING, RING, RING },
                              (const GdkRGBA[4]){ *colour, *colour, *colour, *colour });
}

static void
draw_stripe (const BvMatrixPicture *picture, GtkSnapshot *snapshot, guint row)
{
  const BvScoreColours *colours = &picture->look->colours;
  float y = bv_score_grid_get_cell (&picture->grid->cells, &(BvScoreSpot){ row, 0 }).origin.y;
  const GdkRGBA *colour = row == picture->cursor.row ? &colours->chosen
                          : row % 2 == 0             ? &colours->base
                                                     : &colours->stripe;

  bv_score_look_append_colour (snapshot, colour, 0, y,
                               bv_matrix_grid_get_total (picture->grid) + picture->grid->total_width,
                               picture->grid->cells.row_height);
}

static void
draw_row (const BvMatrixPicture *picture, GtkSnapshot *snapshot, guint row)
{
  const BvScoreColours *colours = &picture->look->colours;
  const BvScoreGrid *cells = &picture->grid->cells;
  gboolean is_at = row == picture->cursor.row;
  const GdkRGBA *colour = is_at ? &colours->chosen_text : &colours->text;
  const GdkRGBA *dim = is_at ? &colours->chosen_text : &colours->dim;
  const BvOverviewRow *counts = bv_matrix_rows_get_counts (picture->rows, row);
  float y = bv_score_grid_get_cell (cells, &(BvScoreSpot){ row, 0 }).origin.y;
  PangoLayout *name
    = bv_score_look_lay_out (picture->look, bv_matrix_rows_get_entrant (picture->rows, row)->name,
                             BV_SCORE_FONT_PLAIN, cells->name_width - 2 * GAP);
  g_autofree char *work = bv_wording_number (counts->n_to_do);
  g_autofree char *total = bv_wording_points (bv_matrix_rows_get_score (picture->rows, row)->total);
  gboolean is_silent = (counts->is & BV_OVERVIEW_SILENT) != 0;
  int height;

  pango_layout_get_pixel_size (name, NULL, &height);
  bv_score_look_append_layout (snapshot, name, colour, GAP, y + (cells->row_height - height) / 2);
  write_end (picture, snapshot, counts->n_to_do > 0 ? work : NOTHING,
             counts->n_to_do > 0 ? BV_SCORE_FONT_BOLD : BV_SCORE_FONT_PLAIN,
             counts->n_to_do > 0 ? colour : dim, bv_score_grid_get_frozen (cells) - GAP, y);
  write_end (picture, snapshot, is_silent ? NOTHING : total, BV_SCORE_FONT_PLAIN, is_silent ? dim : colour,
             bv_matrix_grid_get_total (picture->grid) + picture->grid->total_width - GAP, y);
}

static void
push_clip (GtkSnapshot *snapshot, int x, int y, int right, int below)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (x, y, MAX (0, right - x), MAX (0, below - y)));
}

static void
draw_rows (BvMatrixPicture *picture, GtkSnapshot *snapshot, const BvScoreBlock *seen)
{
  const BvScoreGrid *cells = &picture->grid->cells;

  push_clip (snapshot, 0, cells->head_height, picture->grid->width, cells->height);
  for (guint row = seen->first.row; row <= seen->last.row; row++)
    {
      draw_stripe (picture, snapshot, row);
      draw_row (picture, snapshot, row);
    }
  gtk_snapshot_pop (snapshot);
  push_clip (snapshot, bv_score_grid_get_frozen (cells), cells->head_height,
             bv_matrix_grid_get_total (picture->grid), cells->height);
  for (guint row = seen->first.row; row <= seen->last.row; row++)
    for (guint column = seen->first.column; column <= seen->last.column; column++)
      draw_cell (picture, snapshot, &(BvScoreSpot){ row, column });
  draw_ring (picture, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
draw_leaf_head (const BvMatrixPicture *picture, GtkSnapshot *snapshot, guint column)
{
  const BvScoreColours *colours = &picture->look->colours;
  const BvScoreGrid *cells = &picture->grid->cells;
  const BvCriterion *leaf = bv_matrix_rows_get_leaf (picture->rows, column);
  graphene_rect_t place = bv_score_grid_get_cell (cells, &(BvScoreSpot){ 0, column });
  g_autofree char *title = g_strdup_printf ("%s %s", leaf->code, bv_criterion_short_title (leaf));
  PangoLayout *layout = bv_score_look_lay_out_title (picture->look, title, cells->leaf_width - 4);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  bv_score_look_append_layout (snapshot, layout,
                               column == picture->cursor.column ? &colours->accent : &colours->text,
                               place.origin.x + 2, cells->head_height - BAR_HEIGHT - 2 * RING - height - 2);
  bv_state_bar_append (snapshot, colours->grounds, bv_matrix_rows_count_cells (picture->rows, column),
                       &GRAPHENE_RECT_INIT (place.origin.x + BLOCK_GAP / 2,
                                            cells->head_height - BAR_HEIGHT - 2 * RING,
                                            place.size.width - BLOCK_GAP, BAR_HEIGHT));
  bv_score_look_append_colour (snapshot, &colours->faint_line, place.origin.x + place.size.width - 1, 0, 1,
                               cells->head_height);
}

static void
write_head (const BvMatrixPicture *picture, GtkSnapshot *snapshot, const char *text, float right)
{
  const BvScoreGrid *cells = &picture->grid->cells;

  write_end (picture, snapshot, text, BV_SCORE_FONT_BOLD, &picture->look->colours.text, right,
             cells->head_height - cells->row_height - 2);
}

static void
draw_heads (const BvMatrixPicture *picture, GtkSnapshot *snapshot, const BvScoreBlock *seen)
{
  const BvScoreColours *colours = &picture->look->colours;
  const BvScoreGrid *cells = &picture->grid->cells;
  int frozen = bv_score_grid_get_frozen (cells);
  int total = bv_matrix_grid_get_total (picture->grid);
  PangoLayout *name;
  int height;

  bv_score_look_append_colour (snapshot, &colours->side, 0, 0, picture->grid->width, cells->head_height);
  push_clip (snapshot, frozen, 0, total, cells->head_height);
  for (guint column = seen->first.column; column <= seen->last.column; column++)
    draw_leaf_head (picture, snapshot, column);
  gtk_snapshot_pop (snapshot);
  name = bv_score_look_lay_out (picture->look, _ ("Nominee"), BV_SCORE_FONT_BOLD, -1);
  pango_layout_get_pixel_size (name, NULL, &height);
  bv_score_look_append_layout (snapshot, name, &colours->text, GAP,
                               cells->head_height - cells->row_height - 2 + (cells->row_height - height) / 2);
  write_head (picture, snapshot, C_ ("column", "To do"), frozen - GAP);
  write_head (picture, snapshot, _ ("Total"), total + picture->grid->total_width - GAP);
  bv_score_look_append_colour (snapshot, &colours->line, 0, cells->head_height - 1, picture->grid->width, 1);
  bv_score_look_append_colour (snapshot, &colours->line, cells->name_width - 1, 0, 1, cells->head_height);
  bv_score_look_append_colour (snapshot, &colours->line, frozen - 1, 0, 1, cells->head_height);
}

/**
 * bv_matrix_paint:
 * @picture: what is drawn
 * @snapshot: what is drawn on
 *
 * Draws the cells that are seen, and nothing else.
 */
void
bv_matrix_paint (BvMatrixPicture *picture, GtkSnapshot *snapshot)
{
  const BvScoreGrid *cells = &picture->grid->cells;
  BvScoreBlock seen;

  picture->n_drawn = 0;
  bv_score_look_append_colour (snapshot, &picture->look->colours.base, 0, 0, picture->grid->width,
                               cells->height);
  if (cells->n_rows == 0 || cells->n_columns == 0)
    return;
  if (picture->blocks->width != cells->leaf_width - BLOCK_GAP)
    bv_matrix_blocks_clear (picture->blocks);
  picture->blocks->width = cells->leaf_width - BLOCK_GAP;
  seen = bv_score_grid_get_seen (cells);
  draw_rows (picture, snapshot, &seen);
  draw_heads (picture, snapshot, &seen);
}
