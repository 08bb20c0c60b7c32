/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scoring/score-grid.h"

/* Pixels at the usual size of letters. */
#define ROW_HEIGHT 24
#define ROW_GAP 5
#define HEAD_GAP 10
#define NUMBER_WIDTH 40
#define NAME_WIDTH 160
#define NAME_WIDTH_MOST 260
#define TOTAL_WIDTH 62
#define RANK_WIDTH 52
#define LEAF_WIDTH 98
#define LEAF_WIDTH_MOST 150
#define USUAL_LINE 18

/**
 * bv_score_grid_share:
 * @grid: a grid that knows how large it is and what it has
 * @line_height: of a text
 * @longest_name: the width of the longest name
 *
 * Shares the width: names get what they need where there is room for it, leaves the rest.
 */
void
bv_score_grid_share (BvScoreGrid *grid, int line_height, int longest_name)
{
  int scale = MAX (USUAL_LINE, line_height);
  int room;

  grid->row_height = MAX (ROW_HEIGHT, line_height + ROW_GAP);
  grid->head_height = 2 * line_height + HEAD_GAP;
  grid->number_width = NUMBER_WIDTH * scale / USUAL_LINE;
  grid->total_width = TOTAL_WIDTH * scale / USUAL_LINE;
  grid->rank_width = RANK_WIDTH * scale / USUAL_LINE;
  grid->name_width = NAME_WIDTH * scale / USUAL_LINE;
  grid->leaf_width = LEAF_WIDTH * scale / USUAL_LINE;
  room = grid->width - bv_score_grid_get_frozen (grid) - (int) grid->n_columns * grid->leaf_width;
  if (room > 0)
    {
      int most = NAME_WIDTH_MOST * scale / USUAL_LINE;
      int wanted = CLAMP (longest_name, grid->name_width, most) - grid->name_width;

      grid->name_width += MIN (room, wanted);
      room -= MIN (room, wanted);
    }
  if (room > 0 && grid->n_columns > 0)
    grid->leaf_width
      = MIN (LEAF_WIDTH_MOST * scale / USUAL_LINE, grid->leaf_width + room / (int) grid->n_columns);
}

/**
 * bv_score_grid_get_frozen:
 * @grid: a grid
 *
 * Returns: the width of the columns that are not scrolled
 */
int
bv_score_grid_get_frozen (const BvScoreGrid *grid)
{
  return grid->number_width + grid->name_width + grid->total_width + grid->rank_width;
}

/**
 * bv_score_grid_get_cell:
 * @grid: a grid
 * @spot: a cell
 *
 * Returns: where it is now, maybe below a head
 */
graphene_rect_t
bv_score_grid_get_cell (const BvScoreGrid *grid, const BvScoreSpot *spot)
{
  return GRAPHENE_RECT_INIT (
    bv_score_grid_get_frozen (grid) + (int) spot->column * grid->leaf_width - grid->x,
    grid->head_height + (int) spot->row * grid->row_height - grid->y, grid->leaf_width, grid->row_height);
}

/**
 * bv_score_grid_find:
 * @grid: a grid
 * @x: pixels
 * @y: pixels
 * @spot: (inout): the cell there; beside a row its column stays as it is
 *
 * Returns: whether a row is there
 */
gboolean
bv_score_grid_find (const BvScoreGrid *grid, double x, double y, BvScoreSpot *spot)
{
  int row = ((int) y - grid->head_height + grid->y) / grid->row_height;
  int column = ((int) x - bv_score_grid_get_frozen (grid) + grid->x) / grid->leaf_width;

  if (y < grid->head_height || row >= (int) grid->n_rows)
    return FALSE;
  spot->row = row;
  if (x >= bv_score_grid_get_frozen (grid) && column < (int) grid->n_columns)
    spot->column = column;
  return TRUE;
}

/**
 * bv_score_grid_get_seen:
 * @grid: a grid with rows and columns
 *
 * Returns: the cells of which something is seen
 */
BvScoreBlock
bv_score_grid_get_seen (const BvScoreGrid *grid)
{
  int right = grid->x + grid->width - bv_score_grid_get_frozen (grid);
  int below = grid->y + grid->height - grid->head_height;

  return (BvScoreBlock){
    { grid->y / grid->row_height, grid->x / grid->leaf_width },
    { MIN ((int) grid->n_rows - 1, MAX (0, below) / grid->row_height),
      MIN ((int) grid->n_columns - 1, MAX (0, right) / grid->leaf_width) },
  };
}

/**
 * bv_score_grid_count_seen_rows:
 * @grid: a grid
 *
 * Returns: how many rows are seen whole, at least one
 */
guint
bv_score_grid_count_seen_rows (const BvScoreGrid *grid)
{
  return MAX (1, (grid->height - grid->head_height) / grid->row_height);
}

/**
 * bv_score_grid_count_seen_columns:
 * @grid: a grid
 *
 * Returns: how many columns are seen whole, at least one
 */
guint
bv_score_grid_count_seen_columns (const BvScoreGrid *grid)
{
  return MAX (1, (grid->width - bv_score_grid_get_frozen (grid)) / grid->leaf_width);
}

/**
 * bv_score_grid_block_between:
 * @a: a corner
 * @b: the corner opposite to it
 *
 * Returns: all cells between
 */
BvScoreBlock
bv_score_grid_block_between (const BvScoreSpot *a, const BvScoreSpot *b)
{
  return (BvScoreBlock){ { MIN (a->row, b->row), MIN (a->column, b->column) },
                         { MAX (a->row, b->row), MAX (a->column, b->column) } };
}

/**
 * bv_score_grid_block_has:
 * @block: cells
 * @spot: a cell
 *
 * Returns: whether it is among them
 */
gboolean
bv_score_grid_block_has (const BvScoreBlock *block, const BvScoreSpot *spot)
{
  return spot->row >= block->first.row && spot->row <= block->last.row && spot->column >= block->first.column
         && spot->column <= block->last.column;
}

static guint
step (guint from, int by, guint n)
{
  return CLAMP ((int) from + by, 0, (int) n - 1);
}

static void
move_down (const BvScoreGrid *grid, BvScoreSpot *spot, int rows)
{
  spot->row = step (spot->row, rows, grid->n_rows);
}

static void
move_right (const BvScoreGrid *grid, BvScoreSpot *spot, int columns)
{
  spot->column = step (spot->column, columns, grid->n_columns);
}

/* To the end where @control is held. */
static gboolean
move_by_arrow (const BvScoreGrid *grid, guint keyval, gboolean control, BvScoreSpot *spot)
{
  int far = control ? G_MAXINT / 2 : 1;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_down (grid, spot, -far);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_down (grid, spot, far);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_right (grid, spot, -far);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_right (grid, spot, far);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
move_to_end (const BvScoreGrid *grid, guint keyval, gboolean control, BvScoreSpot *spot)
{
  gboolean is_home = keyval == GDK_KEY_Home || keyval == GDK_KEY_KP_Home;

  if (!is_home && keyval != GDK_KEY_End && keyval != GDK_KEY_KP_End)
    return FALSE;
  spot->column = is_home ? 0 : grid->n_columns - 1;
  if (control)
    spot->row = is_home ? 0 : grid->n_rows - 1;
  return TRUE;
}

/* A screen down or up; with Alt right or left. */
static gboolean
move_by_screen (const BvScoreGrid *grid, guint keyval, gboolean alt, BvScoreSpot *spot)
{
  gboolean is_up = keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up;
  int sign = is_up ? -1 : 1;

  if (!is_up && keyval != GDK_KEY_Page_Down && keyval != GDK_KEY_KP_Page_Down)
    return FALSE;
  if (alt)
    move_right (grid, spot, sign * (int) bv_score_grid_count_seen_columns (grid));
  else
    move_down (grid, spot, sign * (int) bv_score_grid_count_seen_rows (grid));
  return TRUE;
}

/**
 * bv_score_grid_move:
 * @grid: a grid with rows and columns
 * @keyval: a key
 * @state: the keys that are held with it; Shift is of no account
 * @spot: (inout): a cell
 *
 * Returns: whether the key leads to a cell, maybe the same
 */
gboolean
bv_score_grid_move (const BvScoreGrid *grid, guint keyval, GdkModifierType state, BvScoreSpot *spot)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean alt = (state & GDK_ALT_MASK) != 0;

  if (!control && move_by_screen (grid, keyval, alt, spot))
    return TRUE;
  return !alt && (move_by_arrow (grid, keyval, control, spot) || move_to_end (grid, keyval, control, spot));
}
