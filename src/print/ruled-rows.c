/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/ruled-rows.h"

#define BORDER_WIDTH 0.5
#define QUOTA_LINE_WIDTH 1.5
#define SHADE 0.92

static gboolean
is_across (const BvPiece *row)
{
  return row->row == BV_BLOCK_ROW_PART || row->row == BV_BLOCK_ROW_LINE;
}

static const BvSetTable *
get_table (const BvRuledRows *run)
{
  return run->rows[0]->table;
}

static double
get_bottom (const BvRuledRows *run, guint index)
{
  return run->tops[index] + run->rows[index]->height;
}

/**
 * bv_ruled_rows_draw_shades:
 * @run: rows
 * @cr: what to draw on
 *
 * Draws what lies below the texts.
 */
void
bv_ruled_rows_draw_shades (const BvRuledRows *run, cairo_t *cr)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, SHADE, SHADE, SHADE);
  for (guint i = 0; i < run->n_rows; i++)
    if (run->rows[i]->row == BV_BLOCK_ROW_MARKED)
      cairo_rectangle (cr, run->x, run->tops[i], bv_set_table_get_width (get_table (run)),
                       run->rows[i]->height);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
trace_across (const BvRuledRows *run, double y, cairo_t *cr)
{
  cairo_move_to (cr, run->x, y);
  cairo_rel_line_to (cr, bv_set_table_get_width (get_table (run)), 0);
}

static void
trace_between_columns (const BvRuledRows *run, double top, double bottom, cairo_t *cr)
{
  const BvSetTable *table = get_table (run);

  if (bottom <= top)
    return;
  for (guint i = 1; i < table->block->columns->len; i++)
    {
      cairo_move_to (cr, run->x + table->edges[i], top);
      cairo_line_to (cr, run->x + table->edges[i], bottom);
    }
}

/* Between two rows of text across, the rules between the columns are drawn in one go. */
static void
trace_columns (const BvRuledRows *run, cairo_t *cr)
{
  double begin = run->tops[0] - get_table (run)->head->height;
  double end = get_bottom (run, run->n_rows - 1);

  cairo_rectangle (cr, run->x, begin, bv_set_table_get_width (get_table (run)), end - begin);
  for (guint i = 0; i < run->n_rows; i++)
    if (is_across (run->rows[i]))
      {
        trace_between_columns (run, begin, run->tops[i], cr);
        begin = get_bottom (run, i);
      }
  trace_between_columns (run, begin, end, cr);
}

static void
draw_quota_lines (const BvRuledRows *run, cairo_t *cr)
{
  for (guint i = 0; i < run->n_rows; i++)
    if (run->rows[i]->row == BV_BLOCK_ROW_LINE)
      {
        trace_across (run, run->tops[i], cr);
        trace_across (run, get_bottom (run, i), cr);
      }
  cairo_set_line_width (cr, QUOTA_LINE_WIDTH);
  cairo_stroke (cr);
}

/**
 * bv_ruled_rows_draw_rules:
 * @run: rows; above them is room for the head
 * @cr: what to draw on
 *
 * Draws the borders of head and rows.
 */
void
bv_ruled_rows_draw_rules (const BvRuledRows *run, cairo_t *cr)
{
  cairo_new_path (cr);
  trace_across (run, run->tops[0], cr);
  for (guint i = 0; i + 1 < run->n_rows; i++)
    if (run->rows[i]->ends_row)
      trace_across (run, get_bottom (run, i), cr);
  trace_columns (run, cr);
  cairo_set_line_width (cr, BORDER_WIDTH);
  cairo_stroke (cr);
  draw_quota_lines (run, cr);
}
