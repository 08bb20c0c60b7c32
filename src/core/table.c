/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/table.h"

#include "core/points.h"
#include "core/text/vietnamese.h"
#include "core/text/wording.h"

#include <string.h>

#define CHUNK_BYTES 65536
/* More dots than this say less than a number. */
#define DOTS_MAX 10
#define SHARE_BITS 32

/* A text cell has its text and sort key; any other only the number. */
typedef struct
{
  const char *text;
  union
  {
    const char *key;
    gint64 number;
  };
} Cell;

typedef struct
{
  gint64 id;
  gint64 group;
  guint flags;
  guint above; /* the row that it stands below, counted from 1; 0: none */
  guint depth;
  const char *folded; /* NULL: not searched yet */
} Row;

struct _BvTable
{
  grefcount references;
  guint n_columns;
  BvColumnType *types;
  GArray *rows;  /* of Row */
  GArray *cells; /* of Cell, n_columns a row */
  GStringChunk *strings;
  gboolean is_tree; /* a row stands below another */
};

/* By what the rows of a table are put in order. */
typedef struct
{
  BvTable *table;
  guint column;
} Order;

static Row *
get_row (BvTable *table, guint row)
{
  g_assert (row < table->rows->len);
  return &g_array_index (table->rows, Row, row);
}

static Cell *
get_cell (BvTable *table, guint row, guint column)
{
  g_assert (row < table->rows->len && column < table->n_columns);
  return &g_array_index (table->cells, Cell, row * table->n_columns + column);
}

/**
 * bv_table_new:
 * @types: (array length=n_columns): what each column holds
 * @n_columns: how many columns
 *
 * Returns: (transfer full): a table without rows
 */
BvTable *
bv_table_new (const BvColumnType *types, guint n_columns)
{
  BvTable *table = g_new0 (BvTable, 1);

  g_ref_count_init (&table->references);
  table->n_columns = n_columns;
  table->types = g_memdup2 (types, n_columns * sizeof *types);
  table->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  table->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  table->strings = g_string_chunk_new (CHUNK_BYTES);
  return table;
}

/**
 * bv_table_new_like:
 * @table: a table
 *
 * Returns: (transfer full): one with the same columns, without rows
 */
BvTable *
bv_table_new_like (BvTable *table)
{
  return bv_table_new (table->types, table->n_columns);
}

/**
 * bv_table_ref:
 * @table: a table
 *
 * Returns: (transfer full): the same
 */
BvTable *
bv_table_ref (BvTable *table)
{
  g_ref_count_inc (&table->references);
  return table;
}

/**
 * bv_table_unref:
 * @table: (transfer full): a table
 */
void
bv_table_unref (BvTable *table)
{
  if (!g_ref_count_dec (&table->references))
    return;
  g_free (table->types);
  g_array_unref (table->rows);
  g_array_unref (table->cells);
  g_string_chunk_free (table->strings);
  g_free (table);
}

/**
 * bv_table_append:
 * @table: a table
 * @id: what the row stands for: the record's row in the library
 * @group: what the page's tabs choose by; 0: nothing
 *
 * Adds a row of empty cells.
 *
 * Returns: its place
 */
guint
bv_table_append (BvTable *table, gint64 id, gint64 group)
{
  Row row = { .id = id, .group = group };
  guint place = table->rows->len;

  g_array_append_val (table->rows, row);
  g_array_set_size (table->cells, table->rows->len * table->n_columns);
  for (guint i = 0; i < table->n_columns; i++)
    if (table->types[i] != BV_COLUMN_TEXT)
      get_cell (table, place, i)->number = BV_NONE;
  return place;
}

/**
 * bv_table_set_text:
 * @table: a table
 * @row: a row
 * @column: a column of texts
 * @text: (nullable): what is shown
 * @key: (nullable): what it is ordered by, byte by byte; %NULL: @text
 */
void
bv_table_set_text (BvTable *table, guint row, guint column, const char *text, const char *key)
{
  Cell *cell = get_cell (table, row, column);

  g_return_if_fail (table->types[column] == BV_COLUMN_TEXT);

  cell->text = text != NULL && *text != '\0' ? g_string_chunk_insert (table->strings, text) : NULL;
  cell->key = key != NULL ? g_string_chunk_insert (table->strings, key) : cell->text;
  get_row (table, row)->folded = NULL;
}

/**
 * bv_table_set_number:
 * @table: a table
 * @row: a row
 * @column: a column of numbers
 * @number: in the unit of the column; %BV_NONE: nothing
 */
void
bv_table_set_number (BvTable *table, guint row, guint column, gint64 number)
{
  g_return_if_fail (table->types[column] != BV_COLUMN_TEXT);

  get_cell (table, row, column)->number = number;
}

/**
 * bv_table_add_flags:
 * @table: a table
 * @row: a row
 * @flags: of #BvTableRowFlags
 */
void
bv_table_add_flags (BvTable *table, guint row, guint flags)
{
  get_row (table, row)->flags |= flags;
}

/**
 * bv_table_set_flags:
 * @table: a table
 * @row: a row
 * @flags: of #BvTableRowFlags: these and no others
 */
void
bv_table_set_flags (BvTable *table, guint row, guint flags)
{
  get_row (table, row)->flags = flags;
}

/**
 * bv_table_set_above:
 * @table: a table
 * @row: a row
 * @above: the row before it below which it stands
 *
 * Makes the table a tree, whose rows stand behind what they are below.
 */
void
bv_table_set_above (BvTable *table, guint row, guint above)
{
  g_return_if_fail (above < row);

  get_row (table, row)->above = above + 1;
  get_row (table, row)->depth = get_row (table, above)->depth + 1;
  table->is_tree = TRUE;
}

/**
 * bv_table_copy_row:
 * @table: a table
 * @from: another one with the same columns
 * @row: a row of it
 *
 * Adds the same row, which stands below none.
 *
 * Returns: its place
 */
guint
bv_table_copy_row (BvTable *table, BvTable *from, guint row)
{
  const Row *source = get_row (from, row);
  guint place = bv_table_append (table, source->id, source->group);

  get_row (table, place)->flags = source->flags;
  for (guint i = 0; i < table->n_columns; i++)
    {
      const Cell *cell = get_cell (from, row, i);

      if (table->types[i] == BV_COLUMN_TEXT)
        bv_table_set_text (table, place, i, cell->text, cell->key);
      else
        get_cell (table, place, i)->number = cell->number;
    }
  return place;
}

/**
 * bv_table_share:
 * @n_done: how many there are
 * @n_all: how many are wanted
 *
 * Returns: the number of a cell that says so; those that lack most come first, and of those that lack as many
 * the ones that have less
 */
gint64
bv_table_share (guint n_done, guint n_all)
{
  return (gint64) (G_MAXINT32 - (n_all - n_done)) << SHARE_BITS | n_done;
}

static void
read_share (gint64 share, guint *n_done, guint *n_all)
{
  *n_done = share & G_MAXUINT32;
  *n_all = *n_done + G_MAXINT32 - (guint) (share >> SHARE_BITS);
}

static char *
write_share (gint64 share, gboolean in_dots)
{
  guint n_done, n_all;
  GString *dots;

  if (share == BV_NONE)
    return g_strdup ("");
  read_share (share, &n_done, &n_all);
  if (!in_dots || n_all > DOTS_MAX)
    return g_strdup_printf ("%u/%u", n_done, n_all);
  dots = g_string_new (NULL);
  for (guint i = 0; i < n_all; i++)
    g_string_append (dots, i < n_done ? "●" : "○");
  return g_string_free (dots, FALSE);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;

  return bv_table_compare (order->table, *(const guint *) a, order->table, *(const guint *) b, order->column);
}

/**
 * bv_table_sort:
 * @table: a table
 * @column: the column by which its rows are put in order
 *
 * Rows that are equal stay as they stand. Not of a tree.
 */
void
bv_table_sort (BvTable *table, guint column)
{
  Order order = { table, column };
  guint n_rows = table->rows->len;
  g_autofree guint *places = g_new (guint, n_rows);
  GArray *rows = g_array_sized_new (FALSE, TRUE, sizeof (Row), n_rows);
  GArray *cells = g_array_sized_new (FALSE, TRUE, sizeof (Cell), n_rows * table->n_columns);

  for (guint i = 0; i < n_rows; i++)
    places[i] = i;
  g_qsort_with_data (places, n_rows, sizeof *places, compare_places, &order);
  for (guint i = 0; i < n_rows; i++)
    {
      g_array_append_vals (rows, get_row (table, places[i]), 1);
      g_array_append_vals (cells, get_cell (table, places[i], 0), table->n_columns);
    }
  g_array_unref (table->rows);
  g_array_unref (table->cells);
  table->rows = rows;
  table->cells = cells;
}

/**
 * bv_table_find:
 * @table: a table
 * @id: what a row stands for
 *
 * Returns: the first such row, %BV_TABLE_NOT_FOUND where there is none
 */
guint
bv_table_find (BvTable *table, gint64 id)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (get_row (table, i)->id == id)
      return i;
  return BV_TABLE_NOT_FOUND;
}

/**
 * bv_table_get_n_rows:
 * @table: a table
 *
 * Returns: how many rows there are
 */
guint
bv_table_get_n_rows (BvTable *table)
{
  return table->rows->len;
}

/**
 * bv_table_get_n_columns:
 * @table: a table
 *
 * Returns: how many columns there are
 */
guint
bv_table_get_n_columns (BvTable *table)
{
  return table->n_columns;
}

/**
 * bv_table_get_id:
 * @table: a table
 * @row: a row
 *
 * Returns: what the row stands for
 */
gint64
bv_table_get_id (BvTable *table, guint row)
{
  return get_row (table, row)->id;
}

/**
 * bv_table_get_group:
 * @table: a table
 * @row: a row
 *
 * Returns: what the page's tabs choose by
 */
gint64
bv_table_get_group (BvTable *table, guint row)
{
  return get_row (table, row)->group;
}

/**
 * bv_table_get_flags:
 * @table: a table
 * @row: a row
 *
 * Returns: its #BvTableRowFlags
 */
guint
bv_table_get_flags (BvTable *table, guint row)
{
  return get_row (table, row)->flags;
}

/**
 * bv_table_is_tree:
 * @table: a table
 *
 * Returns: whether a row of it stands below another
 */
gboolean
bv_table_is_tree (BvTable *table)
{
  return table->is_tree;
}

/**
 * bv_table_get_above:
 * @table: a table
 * @row: a row
 *
 * Returns: the row below which it stands; %BV_TABLE_NOT_FOUND: none
 */
guint
bv_table_get_above (BvTable *table, guint row)
{
  guint above = get_row (table, row)->above;

  return above > 0 ? above - 1 : BV_TABLE_NOT_FOUND;
}

/**
 * bv_table_get_depth:
 * @table: a table
 * @row: a row
 *
 * Returns: how many rows stand above it
 */
guint
bv_table_get_depth (BvTable *table, guint row)
{
  return get_row (table, row)->depth;
}

/**
 * bv_table_find_siblings:
 * @table: a table that is a tree
 * @row: (inout): a row; that above it, or itself, which stands beside the other
 * @other: (inout): the same of another row
 *
 * Which of two rows comes first is decided by those that stand beside each other.
 *
 * Returns: %FALSE where one of them is below the other, or both are one; @row and @other are those two then
 */
gboolean
bv_table_find_siblings (BvTable *table, guint *row, guint *other)
{
  guint first = *row;
  guint second = *other;

  while (get_row (table, first)->depth > get_row (table, second)->depth)
    first = bv_table_get_above (table, first);
  while (get_row (table, second)->depth > get_row (table, first)->depth)
    second = bv_table_get_above (table, second);
  if (first == second)
    return FALSE;
  while (get_row (table, first)->above != get_row (table, second)->above)
    {
      first = bv_table_get_above (table, first);
      second = bv_table_get_above (table, second);
    }
  *row = first;
  *other = second;
  return TRUE;
}

/**
 * bv_table_get_number:
 * @table: a table
 * @row: a row
 * @column: a column of numbers
 *
 * Returns: the number in the unit of the column, %BV_NONE where there is none
 */
gint64
bv_table_get_number (BvTable *table, guint row, guint column)
{
  g_return_val_if_fail (table->types[column] != BV_COLUMN_TEXT, BV_NONE);

  return get_cell (table, row, column)->number;
}

/**
 * bv_table_get_text:
 * @table: a table
 * @row: a row
 * @column: a column of texts
 *
 * Returns: (transfer none): the text; never %NULL
 */
const char *
bv_table_get_text (BvTable *table, guint row, guint column)
{
  const Cell *cell = get_cell (table, row, column);

  g_return_val_if_fail (table->types[column] == BV_COLUMN_TEXT, "");

  return cell->text != NULL ? cell->text : "";
}

/**
 * bv_table_write_cell:
 * @table: a table
 * @row: a row
 * @column: any column
 *
 * Returns: (transfer full): the cell as people read it
 */
char *
bv_table_write_cell (BvTable *table, guint row, guint column)
{
  const Cell *cell = get_cell (table, row, column);

  switch (table->types[column])
    {
    case BV_COLUMN_NUMBER:
      return bv_wording_number (cell->number);
    case BV_COLUMN_POINTS:
      return bv_wording_points (cell->number);
    case BV_COLUMN_SIZE:
      return bv_wording_file_size (cell->number);
    case BV_COLUMN_SHARE:
    case BV_COLUMN_DOTS:
      return write_share (cell->number, table->types[column] == BV_COLUMN_DOTS);
    case BV_COLUMN_TEXT:
    default:
      return g_strdup (bv_table_get_text (table, row, column));
    }
}

/**
 * bv_table_has_text:
 * @table: a table
 * @column: a column of texts
 * @group: what the page's tabs choose by; 0: all rows
 *
 * Returns: whether any row of the group says something in the column
 */
gboolean
bv_table_has_text (BvTable *table, guint column, gint64 group)
{
  for (guint i = 0; i < table->rows->len; i++)
    if ((group == 0 || get_row (table, i)->group == group) && *bv_table_get_text (table, i, column) != '\0')
      return TRUE;
  return FALSE;
}

static guint
count_digits (gint64 number)
{
  guint n = number < 0;

  for (; number != 0; number /= 10)
    n++;
  return n;
}

/* How many letters a cell has, or a number that grows with them: writing all cells would take too long. */
static guint
estimate_length (BvTable *table, guint row, guint column)
{
  const Cell *cell = get_cell (table, row, column);
  guint n_done, n_all;

  if (table->types[column] == BV_COLUMN_TEXT)
    return cell->text != NULL ? g_utf8_strlen (cell->text, -1) : 0;
  if (cell->number == BV_NONE)
    return 0;
  if (table->types[column] != BV_COLUMN_SHARE && table->types[column] != BV_COLUMN_DOTS)
    return count_digits (cell->number);
  read_share (cell->number, &n_done, &n_all);
  if (table->types[column] == BV_COLUMN_DOTS && n_all <= DOTS_MAX)
    return n_all;
  return count_digits (n_done) + count_digits (n_all);
}

/**
 * bv_table_find_longest:
 * @table: a table
 * @column: any column
 * @group: what the page's tabs choose by; 0: all rows
 * @n_first: how many rows of the group are looked at, from the first; %G_MAXUINT: all
 * @rows: (out) (array length=n_rows): the rows whose cells have most letters, the longest first
 * @n_rows: how many are wanted
 *
 * Returns: how many there are; empty cells do not count
 */
guint
bv_table_find_longest (BvTable *table, guint column, gint64 group, guint n_first, guint *rows, guint n_rows)
{
  g_autofree guint *lengths = g_new0 (guint, n_rows);
  guint n_found = 0;

  for (guint i = 0; i < table->rows->len && n_first > 0; i++)
    {
      guint length, place;

      if (group != 0 && get_row (table, i)->group != group)
        continue;
      n_first--;
      length = estimate_length (table, i, column);
      if (length == 0 || (n_found == n_rows && length <= lengths[n_rows - 1]))
        continue;
      n_found = MIN (n_found + 1, n_rows);
      for (place = n_found - 1; place > 0 && lengths[place - 1] < length; place--)
        {
          lengths[place] = lengths[place - 1];
          rows[place] = rows[place - 1];
        }
      lengths[place] = length;
      rows[place] = i;
    }
  return n_found;
}

static void
append_folded (GString *lines, const char *text)
{
  g_autofree char *folded = bv_vietnamese_fold (text);

  g_string_append_printf (lines, "%s\n", folded);
}

/**
 * bv_table_get_folded:
 * @table: a table
 * @row: a row
 * @name: the column of texts that name the row, always the same
 *
 * Returns: (transfer none): all texts of the row, as bv_vietnamese_fold() writes them, each in a line; the
 * name first
 */
const char *
bv_table_get_folded (BvTable *table, guint row, guint name)
{
  g_autoptr (GString) text = NULL;
  const char *kept = get_row (table, row)->folded;

  if (kept != NULL)
    return kept;
  text = g_string_new (NULL);
  append_folded (text, bv_table_get_text (table, row, name));
  for (guint i = 0; i < table->n_columns; i++)
    if (table->types[i] == BV_COLUMN_TEXT && i != name)
      append_folded (text, bv_table_get_text (table, row, i));
  kept = g_string_chunk_insert (table->strings, text->str);
  get_row (table, row)->folded = kept;
  return kept;
}

/**
 * bv_table_find_folded:
 * @table: a table
 * @row: a row
 * @name: the column of texts that name the row, always the same
 * @column: any column
 * @length: (out): how many bytes the text has
 *
 * Returns: (transfer none) (nullable): where the text of that column stands in bv_table_get_folded(); %NULL:
 * it is none of texts
 */
const char *
bv_table_find_folded (BvTable *table, guint row, guint name, guint column, gsize *length)
{
  const char *line = bv_table_get_folded (table, row, name);

  if (table->types[column] != BV_COLUMN_TEXT)
    return NULL;
  for (guint i = 0; column != name && i <= column; i++)
    if (table->types[i] == BV_COLUMN_TEXT && i != name)
      line = strchr (line, '\n') + 1;
  *length = strcspn (line, "\n");
  return line;
}

/**
 * bv_table_compare:
 * @first: a table
 * @row: a row of it
 * @second: a table with the same columns, perhaps the same
 * @other: a row of it
 * @column: the column that orders
 *
 * Empty texts and numbers that are not there come first.
 *
 * Returns: less than, equal to or greater than 0
 */
int
bv_table_compare (BvTable *first, guint row, BvTable *second, guint other, guint column)
{
  const Cell *a = get_cell (first, row, column);
  const Cell *b = get_cell (second, other, column);

  if (first->types[column] == BV_COLUMN_TEXT)
    return g_strcmp0 (a->key, b->key);
  return (a->number > b->number) - (a->number < b->number);
}

/**
 * bv_table_rows_equal:
 * @first: a table
 * @row: a row of it
 * @second: a table with the same columns, perhaps the same
 * @other: a row of it
 *
 * Returns: whether both rows stand for the same and look the same
 */
gboolean
bv_table_rows_equal (BvTable *first, guint row, BvTable *second, guint other)
{
  const Row *a = get_row (first, row);
  const Row *b = get_row (second, other);

  if (a->id != b->id || a->group != b->group || a->flags != b->flags || a->depth != b->depth)
    return FALSE;
  for (guint i = 0; i < first->n_columns; i++)
    {
      const Cell *left = get_cell (first, row, i);
      const Cell *right = get_cell (second, other, i);

      if (g_strcmp0 (left->text, right->text) != 0)
        return FALSE;
      if (first->types[i] != BV_COLUMN_TEXT && left->number != right->number)
        return FALSE;
    }
  return TRUE;
}
