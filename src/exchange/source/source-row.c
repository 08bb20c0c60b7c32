/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source/source-row.h"

#include <string.h>

#define NOWHERE G_MAXSIZE

/* A cell whose texts may still move. */
typedef struct
{
  BvSourceCell cell;
  gsize text; /* where in the letters of the row; %NOWHERE: it has its text */
  gsize written;
} Entry;

struct _BvSourceRow
{
  const BvSourceSink *sink;
  gpointer data;
  GArray *entries; /* of Entry */
  GArray *cells;   /* of BvSourceCell, as they are handed over */
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

  *self = (BvSourceRow){ sink, data, g_array_new (FALSE, FALSE, sizeof (Entry)),
                         g_array_new (FALSE, FALSE, sizeof (BvSourceCell)), g_string_new (NULL) };
  return self;
}

/**
 * bv_source_row_free:
 * @row: (transfer full): a row
 */
void
bv_source_row_free (BvSourceRow *row)
{
  g_array_unref (row->entries);
  g_array_unref (row->cells);
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
  Entry entry = { *cell, NOWHERE, NOWHERE };

  if (!stays)
    {
      entry.text = keep (row, cell->text);
      if (cell->written != NULL)
        entry.written = keep (row, cell->written);
    }
  g_array_append_val (row->entries, entry);
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
  Entry entry = g_array_index (row->entries, Entry, row->entries->len - 1);

  entry.cell.column = column;
  entry.cell.is_hidden = is_hidden;
  g_array_append_val (row->entries, entry);
}

static void
settle (BvSourceRow *self)
{
  g_array_set_size (self->cells, 0);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->text != NOWHERE)
        entry->cell.text = self->letters->str + entry->text;
      if (entry->written != NOWHERE)
        entry->cell.written = self->letters->str + entry->written;
      g_array_append_val (self->cells, entry->cell);
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
  g_array_set_size (row->entries, 0);
  g_string_truncate (row->letters, 0);
  return taken;
}
