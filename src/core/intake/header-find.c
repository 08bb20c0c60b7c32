/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/header-find.h"

#include "core/intake/intake-words.h"
#include "core/text/tidy.h"

#include <string.h>

#define SPAN_MOST 4      /* rows of titles above one another */
#define COLUMNS_MOST 300 /* that are looked at */
#define KNOWN_LEAST 2    /* columns that are known where there are titles */
#define ROW_WORTH 60     /* likeness: less is by chance, as where a row has Nam for a title */
#define WIDE_PERCENT 75  /* of the columns: so wide is a heading of the table, and no title of columns */
#define WIDE_LEAST 4

typedef struct
{
  const BvIntakeTable *table;
  BvHeaderRules *rules;
  guint n_columns;
} Search;

static void
column_clear (gpointer data)
{
  g_free (((BvHeaderColumn *) data)->title);
}

static gboolean
is_heading (const Search *search, const BvIntakeRange *range)
{
  return range != NULL && range->n_columns >= WIDE_LEAST
         && range->n_columns * 100 >= search->n_columns * WIDE_PERCENT;
}

/* What the row adds to the title of the column; NULL: nothing, or what the row above said. */
static char *
read_line (const Search *search, guint row, guint first_row, guint column)
{
  const BvIntakeRange *range = bv_intake_table_get_range (search->table, row, column);
  const char *text = bv_intake_table_get_text (search->table, row, column);
  g_autofree char *line = NULL;

  if (is_heading (search, range) || (range != NULL && row > first_row && range->row < row))
    return NULL;
  line = bv_tidy_line (text);
  return *line != '\0' ? g_steal_pointer (&line) : NULL;
}

/* The lines of the column's title from the top. */
static GPtrArray *
read_lines (const Search *search, guint first_row, guint n_rows, guint column)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint row = first_row; row < first_row + n_rows; row++)
    {
      char *line = read_line (search, row, first_row, column);

      if (line != NULL)
        g_ptr_array_add (lines, line);
    }
  g_ptr_array_add (lines, NULL);
  return lines;
}

/* All lines together say most; the last one may say it alone. */
static BvHeaderColumn
read_column (const Search *search, guint first_row, guint n_rows, guint column)
{
  g_autoptr (GPtrArray) lines = read_lines (search, first_row, n_rows, column);
  BvHeaderColumn found = { column, g_strjoinv (" ", (char **) lines->pdata), { 0 } };
  BvHeaderMeaning last;

  if (lines->len < 2)
    return found;
  found.meaning = bv_header_rules_read (search->rules, found.title);
  last = bv_header_rules_read (search->rules, g_ptr_array_index (lines, lines->len - 2));
  if (last.likeness > found.meaning.likeness)
    found.meaning = last;
  return found;
}

static gboolean
is_value (const Search *search, const BvIntakeCell *cell)
{
  const char *text = cell->text + strspn (cell->text, " ");

  if (cell->kind == BV_INTAKE_FLAG || cell->kind == BV_INTAKE_FAULT || cell->kind == BV_INTAKE_DATE)
    return TRUE;
  if (*text == '\0' || strspn (text, "0123456789.,%/- ") != strlen (text))
    return FALSE;
  /* A criterion of the code 1 may be the title of a column. */
  return bv_header_rules_read (search->rules, cell->text).criterion == NULL;
}

/* Whether a row has what no row of titles has. */
static gboolean
has_values (const Search *search, guint row)
{
  const GArray *cells = bv_intake_table_get_row (search->table, row);

  for (guint i = 0; i < cells->len; i++)
    if (is_value (search, &g_array_index (cells, BvIntakeCell, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_same_meaning (const BvHeaderMeaning *a, const BvHeaderMeaning *b)
{
  return a->likeness > 0 && b->likeness > 0 && a->criterion == b->criterion
         && (a->criterion != NULL || (a->field == b->field && a->field != BV_INTAKE_FIELD_OTHER));
}

/* Of columns with one meaning it is the likest's, else the first one's. */
static void
drop_doubles (GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    for (guint j = i + 1; j < columns->len; j++)
      {
        BvHeaderMeaning *first = &g_array_index (columns, BvHeaderColumn, i).meaning;
        BvHeaderMeaning *second = &g_array_index (columns, BvHeaderColumn, j).meaning;

        if (is_same_meaning (first, second))
          *(second->likeness > first->likeness ? first : second)
            = (BvHeaderMeaning){ .reason = BV_HEADER_TWICE };
      }
}

static GArray *
read_columns (const Search *search, guint first_row, guint n_rows)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (BvHeaderColumn));

  g_array_set_clear_func (columns, column_clear);
  for (guint column = 0; column < search->n_columns; column++)
    {
      BvHeaderColumn found = read_column (search, first_row, n_rows, column);

      if (*found.title != '\0')
        g_array_append_val (columns, found);
      else
        g_free (found.title);
    }
  drop_doubles (columns);
  return columns;
}

/* What the titles say, less what each row of them has to say to be one. */
static int
measure (const Search *search, guint first_row, guint n_rows)
{
  g_autoptr (GArray) columns = read_columns (search, first_row, n_rows);
  guint n_known = 0, sum = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      guint likeness = g_array_index (columns, BvHeaderColumn, i).meaning.likeness;

      n_known += likeness > 0;
      sum += likeness;
    }
  return n_known >= KNOWN_LEAST ? (int) sum - (int) (n_rows - 1) * ROW_WORTH : 0;
}

static gboolean
is_title_row (const Search *search, guint row)
{
  return row < bv_intake_table_get_n_rows (search->table) && !has_values (search, row)
         && !bv_intake_words_number_columns (bv_intake_table_get_row (search->table, row));
}

static void
find_span (const Search *search, BvHeader *header)
{
  int best = 0;

  for (guint first = 0; first < BV_HEADER_ROWS; first++)
    for (guint n = 1; n <= SPAN_MOST && is_title_row (search, first + n - 1); n++)
      {
        int worth = measure (search, first, n);

        if (worth > best)
          {
            best = worth;
            header->first_row = first;
            header->n_rows = n;
          }
      }
}

/* Cells that are shown as one are titles in all their rows. */
static void
widen_span (const Search *search, BvHeader *header)
{
  guint first = header->first_row, end = header->first_row + header->n_rows;

  for (guint row = header->first_row; row < header->first_row + header->n_rows; row++)
    for (guint column = 0; column < search->n_columns; column++)
      {
        const BvIntakeRange *range = bv_intake_table_get_range (search->table, row, column);

        if (range == NULL || is_heading (search, range) || range->n_rows > SPAN_MOST)
          continue;
        first = MIN (first, range->row);
        end = MAX (end, range->row + range->n_rows);
      }
  header->first_row = first;
  header->n_rows = end - first;
}

static gboolean
has (const BvHeader *header, BvIntakeField field)
{
  return bv_header_find_field (header, field) != NULL;
}

static BvIntakeSubject
judge_subject (const BvHeader *header)
{
  gboolean has_scores = has (header, BV_INTAKE_FIELD_SELF) || has (header, BV_INTAKE_FIELD_MAX)
                        || has (header, BV_INTAKE_FIELD_SCORE) || has (header, BV_INTAKE_FIELD_EVIDENCE);

  if (has (header, BV_INTAKE_FIELD_PERSON))
    return BV_INTAKE_OF_INDIVIDUALS;
  if (has (header, BV_INTAKE_FIELD_CRITERION) && has_scores)
    return BV_INTAKE_OF_CRITERIA;
  if (has (header, BV_INTAKE_FIELD_NAME))
    return BV_INTAKE_OF_BOTH;
  return has (header, BV_INTAKE_FIELD_UNIT) || has (header, BV_INTAKE_FIELD_CODE) ? BV_INTAKE_OF_COLLECTIVES
                                                                                  : BV_INTAKE_OF_UNKNOWN;
}

/**
 * bv_header_find:
 * @table: a table, or its first rows
 * @rules: what titles mean
 *
 * Looks among the first %BV_HEADER_ROWS rows for those whose titles say most. Titles may lie over several
 * rows, in cells shown as one; what stands above the table or numbers its columns is no title.
 *
 * Returns: (transfer full): the titles; of no rows where fewer than two columns would be known
 */
BvHeader *
bv_header_find (const BvIntakeTable *table, BvHeaderRules *rules)
{
  Search search = { table, rules, MIN (bv_intake_table_get_n_columns (table), COLUMNS_MOST) };
  BvHeader *header = g_new0 (BvHeader, 1);

  find_span (&search, header);
  if (header->n_rows > 0)
    widen_span (&search, header);
  header->columns = read_columns (&search, header->first_row, header->n_rows);
  header->subject = judge_subject (header);
  return header;
}

/**
 * bv_header_new_said:
 * @n_rows: how many rows of the table say it, from the first on; 0: it is known otherwise
 * @columns: (array length=n_columns): what columns hold; their titles are copied
 * @n_columns: how many
 *
 * Returns: (transfer full): the titles of a table in which they are not looked for
 */
BvHeader *
bv_header_new_said (guint n_rows, const BvHeaderColumn *columns, guint n_columns)
{
  BvHeader *header = g_new0 (BvHeader, 1);

  header->n_rows = n_rows;
  header->columns = g_array_new (FALSE, FALSE, sizeof (BvHeaderColumn));
  g_array_set_clear_func (header->columns, column_clear);
  g_array_append_vals (header->columns, columns, n_columns);
  for (guint i = 0; i < n_columns; i++)
    g_array_index (header->columns, BvHeaderColumn, i).title = g_strdup (columns[i].title);
  header->subject = judge_subject (header);
  return header;
}

/**
 * bv_header_free:
 * @header: (nullable) (transfer full): titles
 */
void
bv_header_free (BvHeader *header)
{
  if (header == NULL)
    return;
  g_array_unref (header->columns);
  g_free (header);
}

/**
 * bv_header_find_field:
 * @header: titles
 * @field: a field
 *
 * Returns: (transfer none) (nullable): the column that holds it
 */
const BvHeaderColumn *
bv_header_find_field (const BvHeader *header, BvIntakeField field)
{
  for (guint i = 0; i < header->columns->len; i++)
    {
      const BvHeaderColumn *column = &g_array_index (header->columns, BvHeaderColumn, i);

      if (column->meaning.likeness > 0 && column->meaning.criterion == NULL && column->meaning.field == field)
        return column;
    }
  return NULL;
}

/**
 * bv_header_find_column:
 * @header: titles
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): what is known of the column; %NULL: it has no title
 */
const BvHeaderColumn *
bv_header_find_column (const BvHeader *header, guint column)
{
  for (guint i = 0; i < header->columns->len; i++)
    if (g_array_index (header->columns, BvHeaderColumn, i).column == column)
      return &g_array_index (header->columns, BvHeaderColumn, i);
  return NULL;
}

/**
 * bv_header_count_unknown:
 * @header: titles
 *
 * Returns: how many columns have a title that says nothing
 */
guint
bv_header_count_unknown (const BvHeader *header)
{
  guint n = 0;

  for (guint i = 0; i < header->columns->len; i++)
    n += g_array_index (header->columns, BvHeaderColumn, i).meaning.likeness == 0;
  return n;
}
