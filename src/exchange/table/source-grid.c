/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/table/source-grid.h"

#include "exchange/source/source-limits.h"
#include "exchange/source/source-row.h"

#define BLOCK 4096

typedef struct
{
  guint row;
  BvSourceCell cell;
  guint runs; /* which is its first */
  guint n_runs;
} Entry;

struct _BvSourceGrid
{
  GStringChunk *letters;
  GArray *entries;     /* of Entry, by row and column */
  GArray *runs;        /* of BvSourceRun */
  GArray *merged;      /* of BvSourceRange, with some of a single cell */
  GArray *taken;       /* of guint, by column: the row from which on it is free */
  GArray *joined;      /* of guint, by column: which of @merged may go on there, from 1; 0: none */
  GByteArray *rows;    /* whether each is hidden */
  GByteArray *columns; /* so far as they say so */
  gsize n_bytes;
  guint next; /* column */
  gboolean is_too_much;
};

/**
 * bv_source_grid_new:
 *
 * Returns: (transfer full): a table without cells
 */
BvSourceGrid *
bv_source_grid_new (void)
{
  BvSourceGrid *self = g_new0 (BvSourceGrid, 1);

  self->letters = g_string_chunk_new (BLOCK);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->runs = g_array_new (FALSE, FALSE, sizeof (BvSourceRun));
  self->merged = g_array_new (FALSE, FALSE, sizeof (BvSourceRange));
  self->taken = g_array_new (FALSE, TRUE, sizeof (guint));
  self->joined = g_array_new (FALSE, TRUE, sizeof (guint));
  self->rows = g_byte_array_new ();
  self->columns = g_byte_array_new ();
  return self;
}

/**
 * bv_source_grid_free:
 * @grid: (transfer full): a table
 */
void
bv_source_grid_free (BvSourceGrid *grid)
{
  g_string_chunk_free (grid->letters);
  g_array_unref (grid->entries);
  g_array_unref (grid->runs);
  g_array_unref (grid->merged);
  g_array_unref (grid->taken);
  g_array_unref (grid->joined);
  g_byte_array_unref (grid->rows);
  g_byte_array_unref (grid->columns);
  g_free (grid);
}

/**
 * bv_source_grid_add_column:
 * @grid: a table
 * @is_hidden: whether its next column is not shown
 */
void
bv_source_grid_add_column (BvSourceGrid *grid, gboolean is_hidden)
{
  guint8 hidden = is_hidden ? 1 : 0;

  if (grid->columns->len < BV_SOURCE_MOST_COLUMNS)
    g_byte_array_append (grid->columns, &hidden, 1);
}

/**
 * bv_source_grid_begin_row:
 * @grid: a table
 * @is_hidden: whether its next row is not shown
 */
void
bv_source_grid_begin_row (BvSourceGrid *grid, gboolean is_hidden)
{
  guint8 hidden = is_hidden ? 1 : 0;

  grid->is_too_much = grid->is_too_much || grid->rows->len == BV_SOURCE_MOST_ROWS;
  if (!grid->is_too_much)
    g_byte_array_append (grid->rows, &hidden, 1);
  grid->next = 0;
}

/**
 * bv_source_grid_skip:
 * @grid: a table
 * @n_columns: how many of the row have no cell
 */
void
bv_source_grid_skip (BvSourceGrid *grid, guint n_columns)
{
  grid->next = MIN (grid->next + MIN (n_columns, BV_SOURCE_MOST_COLUMNS), BV_SOURCE_MOST_COLUMNS);
}

static guint *
get_of_column (GArray *columns, guint column)
{
  if (columns->len <= column)
    g_array_set_size (columns, column + 1);
  return &g_array_index (columns, guint, column);
}

static void
find_room (BvSourceGrid *self)
{
  guint row = self->rows->len - 1;

  while (self->next < self->taken->len && g_array_index (self->taken, guint, self->next) > row)
    self->next++;
}

static void
take_room (BvSourceGrid *self, guint n_columns, guint n_rows)
{
  guint row = self->rows->len - 1;

  for (guint i = 0; i < n_columns && n_rows != 1; i++)
    *get_of_column (self->taken, self->next + i)
      = n_rows == 0 ? G_MAXUINT : row + MIN (n_rows, BV_SOURCE_MOST_ROWS);
}

/* Whether it is one with a cell above it, which then reaches down to it. */
static gboolean
join (BvSourceGrid *self, const BvSourceSpan *span)
{
  guint *joined = get_of_column (self->joined, self->next);
  BvSourceRange range = { self->rows->len - 1, self->next, span->n_rows, span->n_columns };

  if (span->join == BV_SOURCE_JOIN_CONTINUES && *joined > 0)
    {
      BvSourceRange *above = &g_array_index (self->merged, BvSourceRange, *joined - 1);

      if (above->row + above->n_rows == range.row)
        {
          above->n_rows++;
          return TRUE;
        }
    }
  *joined = 0;
  if (span->join != BV_SOURCE_JOIN_APART
      && (span->join == BV_SOURCE_JOIN_BEGINS || span->n_columns > 1 || span->n_rows != 1)
      && self->merged->len < BV_SOURCE_MOST_RANGES)
    {
      g_array_append_val (self->merged, range);
      *joined = span->join == BV_SOURCE_JOIN_BEGINS ? self->merged->len : 0;
    }
  return FALSE;
}

static void
keep (BvSourceGrid *self, const BvSourceCell *cell, const BvSourceText *text)
{
  Entry entry = { self->rows->len - 1, *cell, self->runs->len, text->runs->len };

  entry.cell.column = self->next;
  entry.cell.is_hidden = self->next < self->columns->len && self->columns->data[self->next] != 0;
  entry.cell.text = g_string_chunk_insert_len (self->letters, text->text->str, (gssize) text->text->len);
  g_array_append_vals (self->runs, text->runs->data, text->runs->len);
  g_array_append_val (self->entries, entry);
  self->n_bytes += text->text->len + text->runs->len * sizeof (BvSourceRun);
  self->is_too_much = self->n_bytes > BV_SOURCE_MOST_TEXTS || text->text->len > BV_SOURCE_MOST_TEXT
                      || self->entries->len > BV_SOURCE_MOST_KEPT;
}

/**
 * bv_source_grid_add:
 * @grid: a table with a row
 * @cell: the next cell of the row, without its place
 * @text: its text; one without letters is not handed over
 * @span: what it takes up
 */
void
bv_source_grid_add (BvSourceGrid *grid,
                    const BvSourceCell *cell,
                    const BvSourceText *text,
                    const BvSourceSpan *span)
{
  BvSourceSpan taken = { CLAMP (span->n_columns, 1, BV_SOURCE_MOST_COLUMNS), span->n_rows, span->join };

  if (grid->is_too_much)
    return;
  find_room (grid);
  grid->is_too_much = grid->next + taken.n_columns > BV_SOURCE_MOST_COLUMNS;
  if (grid->is_too_much)
    return;
  if (!join (grid, &taken) && text->text->len > 0)
    keep (grid, cell, text);
  take_room (grid, taken.n_columns, taken.n_rows);
  grid->next += taken.n_columns;
}

/**
 * bv_source_grid_get_n_rows:
 * @grid: a table
 *
 * Returns: how many rows it has so far
 */
guint
bv_source_grid_get_n_rows (const BvSourceGrid *grid)
{
  return grid->rows->len;
}

/**
 * bv_source_grid_is_too_much:
 * @grid: a table
 *
 * Returns: whether it has more than a list
 */
gboolean
bv_source_grid_is_too_much (const BvSourceGrid *grid)
{
  return grid->is_too_much;
}

static gboolean
hand_rows_over (const BvSourceGrid *self, BvSourceRow *row, GError **error)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      const Entry *next = i + 1 < self->entries->len ? entry + 1 : NULL;

      if (entry->cell.kind == BV_SOURCE_TEXT)
        bv_source_row_add_text (row, &entry->cell,
                                (const BvSourceRun *) (gpointer) self->runs->data + entry->runs,
                                entry->n_runs, TRUE);
      else
        bv_source_row_add (row, &entry->cell, TRUE);
      if ((next == NULL || next->row != entry->row)
          && !bv_source_row_hand_over (row, entry->row, 1, self->rows->data[entry->row] != 0, error))
        return FALSE;
    }
  return TRUE;
}

/* Those of more than a cell; none reaches beyond the last row. */
static GArray *
clip_merged (const BvSourceGrid *self)
{
  GArray *clipped = g_array_new (FALSE, FALSE, sizeof (BvSourceRange));

  for (guint i = 0; i < self->merged->len; i++)
    {
      BvSourceRange range = g_array_index (self->merged, BvSourceRange, i);
      guint n_left = self->rows->len - range.row;

      range.n_rows = range.n_rows == 0 ? n_left : MIN (range.n_rows, n_left);
      if (range.n_rows > 1 || range.n_columns > 1)
        g_array_append_val (clipped, range);
    }
  return clipped;
}

/**
 * bv_source_grid_hand_over:
 * @grid: a table
 * @name: what it is called
 * @sink: what takes it
 * @data: for @sink
 * @error: return location for an error of the sink
 *
 * Returns: whether it was taken
 */
gboolean
bv_source_grid_hand_over (const BvSourceGrid *grid,
                          const char *name,
                          const BvSourceSink *sink,
                          gpointer data,
                          GError **error)
{
  g_autoptr (BvSourceRow) row = bv_source_row_new (sink, data);
  g_autoptr (GArray) merged = clip_merged (grid);

  return sink->begin (data, name, BV_SOURCE_SHOWN, error) && hand_rows_over (grid, row, error)
         && sink->end (data, (const BvSourceRange *) (gpointer) merged->data, merged->len, error);
}
