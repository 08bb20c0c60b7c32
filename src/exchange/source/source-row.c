/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source/source-row.h"

#include <string.h>

/* A cell whose texts still move, and where they are in the letters of the row. */
typedef struct
{
  guint cell;
  gsize text;
  gsize written;
} Moving;

struct _BvSourceRow
{
  const BvSourceSink *sink;
  gpointer data;
  GArray *cells;  /* of BvSourceCell, as they are handed over */
  GArray *moving; /* of Moving */
  GString *letters;
};

/**
 * bv_source_row_new:
 * @sink: what takes it
 * @data: for @sink
 *
 * Returns: (transfer full): a row without cells
 */
BvSourceRow *
bv_source_row_new (const BvSourceSink *sink, gpointer data)
{
  BvSourceRow *self = g_new (BvSourceRow, 1);

  *self = (BvSourceRow){ sink, data, g_array_new (FALSE, FALSE, sizeof (BvSourceCell)),
                         g_array_new (FALSE, FALSE, sizeof (Moving)), g_string_new (NULL) };
  return self;
}

/**
 * bv_source_row_free:
 * @row: (transfer full): a row
 */
void
bv_source_row_free (BvSourceRow *row)
{
  g_array_unref (row->cells);
  g_array_unref (row->moving);
  g_string_free (row->letters, TRUE);
  g_free (row);
}

/* Keeps the text until the row is handed over. */
static gsize
keep (BvSourceRow *self, const char *text)
{
  gsize at = self->letters->len;

  g_string_append_len (self->letters, text, (gssize) strlen (text) + 1);
  return at;
}

/**
 * bv_source_row_add:
 * @row: a row
 * @cell: its next cell, as it is handed over
 * @stays: whether its text outlives the row
 */
void
bv_source_row_add (BvSourceRow *row, const BvSourceCell *cell, gboolean stays)
{
  if (!stays)
    {
      Moving moving = { row->cells->len, keep (row, cell->text), 0 };

      if (cell->written != NULL)
        moving.written = keep (row, cell->written);
      g_array_append_val (row->moving, moving);
    }
  g_array_append_vals (row->cells, cell, 1);
}

/**
 * bv_source_row_add_text:
 * @row: a row
 * @cell: its next cell, a text as it was written, with the charset of its font
 * @runs: stretches in fonts of their own
 * @n_runs: how many
 * @stays: whether the text outlives the row
 *
 * What is written in old signs is handed over as it is read and as it was written.
 */
void
bv_source_row_add_text (BvSourceRow *row,
                        const BvSourceCell *cell,
                        const BvSourceRun *runs,
                        guint n_runs,
                        gboolean stays)
{
  BvLegacyCharset charset = bv_source_text_get_charset (runs, n_runs, cell->charset);
  g_autofree char *meant
    = charset != BV_LEGACY_NONE ? bv_source_text_convert (cell->text, runs, n_runs, cell->charset) : NULL;
  BvSourceCell taken = *cell;

  taken.kind = BV_SOURCE_TEXT;
  taken.charset = BV_LEGACY_NONE;
  if (meant != NULL && !g_str_equal (meant, cell->text))
    {
      taken.charset = charset;
      taken.text = meant;
      taken.written = cell->text;
      stays = FALSE;
    }
  bv_source_row_add (row, &taken, stays);
}

/**
 * bv_source_row_repeat:
 * @row: a row with a cell
 * @column: where its last cell stands once more
 * @is_hidden: whether that column is not shown
 */
void
bv_source_row_repeat (BvSourceRow *row, guint column, gboolean is_hidden)
{
  BvSourceCell cell = g_array_index (row->cells, BvSourceCell, row->cells->len - 1);

  if (row->moving->len > 0
      && g_array_index (row->moving, Moving, row->moving->len - 1).cell == row->cells->len - 1)
    {
      Moving moving = g_array_index (row->moving, Moving, row->moving->len - 1);

      moving.cell++;
      g_array_append_val (row->moving, moving);
    }
  cell.column = column;
  cell.is_hidden = is_hidden;
  g_array_append_val (row->cells, cell);
}

static void
settle (BvSourceRow *self)
{
  for (guint i = 0; i < self->moving->len; i++)
    {
      const Moving *moving = &g_array_index (self->moving, Moving, i);
      BvSourceCell *cell = &g_array_index (self->cells, BvSourceCell, moving->cell);

      cell->text = self->letters->str + moving->text;
      if (cell->written != NULL)
        cell->written = self->letters->str + moving->written;
    }
}

/**
 * bv_source_row_hand_over:
 * @row: a row; then it has no cells
 * @number: which one it is, from 0
 * @n_rows: how many such rows there are
 * @is_hidden: whether it is not shown
 * @error: return location for an error of the sink
 *
 * Returns: whether it was taken; a row without cells is not handed over
 */
gboolean
bv_source_row_hand_over (BvSourceRow *row, guint number, guint n_rows, gboolean is_hidden, GError **error)
{
  gboolean taken = TRUE;

  settle (row);
  for (guint i = 0; i < n_rows && taken && row->cells->len > 0; i++)
    taken = row->sink->row (row->data, number + i, is_hidden,
                            (const BvSourceCell *) (gpointer) row->cells->data, row->cells->len, error);
  g_array_set_size (row->cells, 0);
  g_array_set_size (row->moving, 0);
  g_string_truncate (row->letters, 0);
  return taken;
}
