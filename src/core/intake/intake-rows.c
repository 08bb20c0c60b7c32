/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/intake-rows.h"

#include "core/intake/intake-words.h"
#include "core/intake/typed-words.h"
#include "core/text/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEADING_WIDTH 3 /* columns: so wide is the heading of rows */

typedef struct
{
  const BvIntakeTable *table;
  const BvHeader *header;
  char **titles;           /* of @header's columns, as keys */
  BvIntakeSubject section; /* what the heading above says */
  gboolean is_signed;      /* who signs stands above */
} Reading;

/* What a row has, as far as its kind is told by it. */
typedef struct
{
  guint row;
  const GArray *cells;
  char **keys;         /* of the same; empty: it is blank, or has signs alone */
  guint n_texts;       /* cells with something in them */
  guint n_known;       /* of them those of columns that are known, but for the ordinal */
  guint n_typed;       /* of them those that are no formulas */
  guint n_numbers;     /* of them numbers and dates */
  gboolean counted;    /* it has a number in the column of ordinals, or a code in that of codes */
  const char *first;   /* the key of the first text that is no number */
  const char *ordinal; /* the key of the numeral before it, as headings have it */
} Row;

static gboolean
is_blank (const BvIntakeCell *cell)
{
  return bv_text_is_blank (cell->text) && !cell->is_formula;
}

static gboolean
is_digits (const char *key)
{
  return *key != '\0' && strspn (key, "0123456789 ") == strlen (key);
}

static gboolean
is_of (const BvHeaderColumn *column, BvIntakeField field)
{
  return column != NULL && column->meaning.likeness > 0 && column->meaning.criterion == NULL
         && column->meaning.field == field;
}

/* Codes are in ASCII. */
static gboolean
is_code (const char *text, const char *key)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr (".-", *p) == NULL)
      return FALSE;
  return *key != '\0' && !bv_intake_words_are_numeral (key);
}

static void
add_cell (const Reading *reading, const BvIntakeCell *cell, const char *key, Row *row)
{
  const BvHeaderColumn *column = bv_header_find_column (reading->header, cell->column);
  gboolean is_known = column != NULL && column->meaning.likeness > 0;
  gboolean is_ordinal = is_of (column, BV_INTAKE_FIELD_ORDINAL);
  gboolean is_coded = is_of (column, BV_INTAKE_FIELD_CODE);

  row->n_texts++;
  row->n_known += is_known && !is_ordinal;
  row->n_typed += !cell->is_formula && !is_ordinal;
  row->n_numbers += !is_ordinal && (cell->kind == BV_INTAKE_NUMBER || cell->kind == BV_INTAKE_DATE);
  row->counted = row->counted || (is_ordinal && is_digits (key)) || (is_coded && is_code (cell->text, key));
  if (row->ordinal == NULL && (is_ordinal || row->first == NULL) && bv_intake_words_are_numeral (key))
    row->ordinal = key;
  else if (row->first == NULL && !is_digits (key) && *key != '\0')
    row->first = key;
}

static void
row_open (const Reading *reading, guint index, Row *row)
{
  *row = (Row){ .row = index, .cells = bv_intake_table_get_row (reading->table, index) };
  row->keys = g_new0 (char *, row->cells->len + 1);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const BvIntakeCell *cell = &g_array_index (row->cells, BvIntakeCell, i);

      row->keys[i] = bv_intake_field_key (cell->text);
      if (*row->keys[i] != '\0' || !is_blank (cell))
        add_cell (reading, cell, row->keys[i], row);
    }
}

static void
row_close (Row *row)
{
  g_strfreev (row->keys);
}

static const char *
get_title (const Reading *reading, const BvHeaderColumn *column)
{
  return reading->titles[column - &g_array_index (reading->header->columns, BvHeaderColumn, 0)];
}

/* Where the titles are repeated, as on each printed page. */
static gboolean
repeats_header (const Reading *reading, const Row *row)
{
  guint n_same = 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const BvIntakeCell *cell = &g_array_index (row->cells, BvIntakeCell, i);
      const BvHeaderColumn *column = bv_header_find_column (reading->header, cell->column);

      n_same
        += *row->keys[i] != '\0' && column != NULL && g_str_equal (row->keys[i], get_title (reading, column));
    }
  return n_same >= 2 && n_same * 2 > row->n_texts;
}

static gboolean
is_wide (const Reading *reading, const Row *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const BvIntakeCell *cell = &g_array_index (row->cells, BvIntakeCell, i);
      const BvIntakeRange *range = bv_intake_table_get_range (reading->table, row->row, cell->column);

      if (!is_blank (cell) && range != NULL && range->n_columns >= HEADING_WIDTH)
        return TRUE;
    }
  return FALSE;
}

static gboolean
names_section (const char *key)
{
  static const char *const words[]
    = { "tập thể",           "cá nhân",           "các tập thể",     "các cá nhân",
        "danh sách tập thể", "danh sách cá nhân", "đối với tập thể", "đối với cá nhân" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (key, words[i]))
      return TRUE;
  return FALSE;
}

/* Behind `I.` or `A.` in the same cell. */
static const char *
skip_numeral (const char *key)
{
  g_autofree char *word = g_strndup (key, strcspn (key, " "));
  gsize length = strlen (word);

  return bv_intake_words_are_numeral (word) && key[length] == ' ' ? key + length + 1 : key;
}

/* Of a sheet of criteria rows with Roman numbers are criteria. */
static gboolean
is_section (const Reading *reading, const Row *row)
{
  const char *text = row->first != NULL ? row->first : "";
  gboolean has_numeral
    = (row->ordinal != NULL && bv_intake_words_are_numeral (row->ordinal)) || skip_numeral (text) != text;

  if (row->counted || row->n_numbers > 0 || *text == '\0' || row->n_known > 2)
    return FALSE;
  if (names_section (skip_numeral (text)))
    return TRUE;
  if (reading->header->subject == BV_INTAKE_OF_CRITERIA)
    return FALSE;
  return row->n_known <= 1 && (has_numeral || is_wide (reading, row));
}

static const char *
get_text (const Reading *reading, guint row, BvIntakeField field)
{
  const BvHeaderColumn *column = bv_header_find_field (reading->header, field);
  const BvIntakeCell *cell
    = column != NULL ? bv_intake_table_get_cell (reading->table, row, column->column) : NULL;

  return cell != NULL ? cell->text : "";
}

/* The same as a key. */
static const char *
get_key (const Reading *reading, const Row *row, BvIntakeField field)
{
  const BvHeaderColumn *column = bv_header_find_field (reading->header, field);

  for (guint i = 0; column != NULL && i < row->cells->len; i++)
    if (g_array_index (row->cells, BvIntakeCell, i).column == column->column)
      return row->keys[i];
  return "";
}

static gboolean
is_sample (const Reading *reading, const Row *row)
{
  static const BvIntakeField names[] = { BV_INTAKE_FIELD_PERSON, BV_INTAKE_FIELD_UNIT, BV_INTAKE_FIELD_NAME };
  guint n_counted = row->counted ? 1 : 0;
  guint n_empty = 0;

  if (row->first != NULL && bv_intake_words_are_sample (row->first))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (bv_intake_words_are_invented (get_key (reading, row, names[i])))
      return TRUE;
  for (guint i = 0; i < row->cells->len; i++)
    {
      g_autofree char *key = bv_typed_words_key (g_array_index (row->cells, BvIntakeCell, i).text);

      n_empty += *key != '\0' && bv_typed_words_is_nothing (key);
      if (n_empty + (row->cells->len - i - 1) + n_counted < row->n_texts)
        return FALSE;
    }
  return n_empty > 0 && n_empty + n_counted == row->n_texts;
}

/* Who stands beside it holds that position, and signs nothing. */
static gboolean
is_position (const Reading *reading, const Row *row, guint column)
{
  const BvHeaderColumn *titled = bv_header_find_column (reading->header, column);

  return (is_of (titled, BV_INTAKE_FIELD_POSITION) || is_of (titled, BV_INTAKE_FIELD_WORKPLACE))
         && (*get_text (reading, row->row, BV_INTAKE_FIELD_PERSON) != '\0'
             || *get_text (reading, row->row, BV_INTAKE_FIELD_NAME) != '\0');
}

static gboolean
is_signature (const Reading *reading, const Row *row)
{
  if (row->counted)
    return FALSE;
  for (guint i = 0; i < row->cells->len; i++)
    {
      const BvIntakeCell *cell = &g_array_index (row->cells, BvIntakeCell, i);

      if (bv_intake_words_are_signature (row->keys[i]) && !is_position (reading, row, cell->column))
        return row->n_numbers == 0 && row->n_texts <= 4;
    }
  /* Below it names stand, and nothing else that could be told from rows. */
  return reading->is_signed
         && (bv_header_find_field (reading->header, BV_INTAKE_FIELD_ORDINAL) != NULL || row->n_known < 3);
}

static gboolean
is_note (const Row *row)
{
  return !row->counted && row->n_known <= 1 && row->first != NULL && bv_intake_words_are_note (row->first);
}

static BvIntakeRowKind
judge_row (const Reading *reading, const Row *row)
{
  if (row->n_texts == 0)
    return BV_INTAKE_ROW_EMPTY;
  if (row->row < reading->header->first_row)
    return BV_INTAKE_ROW_ABOVE;
  if (row->row < reading->header->first_row + reading->header->n_rows || repeats_header (reading, row))
    return BV_INTAKE_ROW_HEADER;
  if (row->row == reading->header->first_row + reading->header->n_rows
      && bv_intake_words_number_columns (row->cells))
    return BV_INTAKE_ROW_NUMBERING;
  if (!row->counted && row->first != NULL && bv_intake_words_are_total (row->first))
    return BV_INTAKE_ROW_TOTAL;
  if (is_signature (reading, row))
    return BV_INTAKE_ROW_SIGNATURE;
  if (is_note (row))
    return BV_INTAKE_ROW_NOTE;
  if (is_section (reading, row))
    return BV_INTAKE_ROW_SECTION;
  if (is_sample (reading, row))
    return BV_INTAKE_ROW_SAMPLE;
  if (row->n_typed == 0)
    return row->n_texts > (row->counted ? 1u : 0u) ? BV_INTAKE_ROW_FORMULAS : BV_INTAKE_ROW_EMPTY;
  return row->n_known > 0 ? BV_INTAKE_ROW_DATA : BV_INTAKE_ROW_NOTE;
}

static BvIntakeSubject
read_section (const char *key)
{
  gboolean of_units = strstr (key, "tập thể") != NULL;
  gboolean of_persons = strstr (key, "cá nhân") != NULL;

  if (of_units == of_persons)
    return BV_INTAKE_OF_UNKNOWN;
  return of_units ? BV_INTAKE_OF_COLLECTIVES : BV_INTAKE_OF_INDIVIDUALS;
}

/* Whether the row says what only persons have. */
static gboolean
tells_person (const Reading *reading, guint row)
{
  static const BvIntakeField fields[]
    = { BV_INTAKE_FIELD_BORN,     BV_INTAKE_FIELD_GENDER, BV_INTAKE_FIELD_POSITION, BV_INTAKE_FIELD_OFFICE,
        BV_INTAKE_FIELD_IDENTITY, BV_INTAKE_FIELD_MALE,   BV_INTAKE_FIELD_FEMALE };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *key = bv_typed_words_key (get_text (reading, row, fields[i]));

      if (!bv_typed_words_is_nothing (key))
        return TRUE;
    }
  return FALSE;
}

/* Of a list of both its own word tells, then the name, then what else is said, then the heading above. */
static BvIntakeSubject
judge_subject (const Reading *reading, const Row *row)
{
  const char *person = get_key (reading, row, BV_INTAKE_FIELD_PERSON);
  const char *kind = get_key (reading, row, BV_INTAKE_FIELD_KIND);
  const char *either = *person != '\0' ? person : get_key (reading, row, BV_INTAKE_FIELD_NAME);

  if (reading->header->subject == BV_INTAKE_OF_CRITERIA
      || reading->header->subject == BV_INTAKE_OF_COLLECTIVES)
    return reading->header->subject;
  if (*either == '\0')
    return *get_text (reading, row->row, BV_INTAKE_FIELD_UNIT) != '\0' ? BV_INTAKE_OF_COLLECTIVES
                                                                       : BV_INTAKE_OF_UNKNOWN;
  if (*kind != '\0')
    return read_section (kind);
  if (bv_intake_words_are_unit (either))
    return BV_INTAKE_OF_COLLECTIVES;
  if (*person != '\0' || tells_person (reading, row->row))
    return BV_INTAKE_OF_INDIVIDUALS;
  return reading->section;
}

static void
add_row (Reading *reading, GArray *rows, guint index)
{
  BvIntakeRow found = { index, BV_INTAKE_ROW_DATA, BV_INTAKE_OF_UNKNOWN };
  Row row;

  row_open (reading, index, &row);
  found.kind = judge_row (reading, &row);
  if (found.kind == BV_INTAKE_ROW_SECTION)
    reading->section = read_section (row.first);
  if (found.kind == BV_INTAKE_ROW_DATA)
    found.subject = judge_subject (reading, &row);
  if (found.kind == BV_INTAKE_ROW_SIGNATURE || found.kind == BV_INTAKE_ROW_DATA)
    reading->is_signed = found.kind == BV_INTAKE_ROW_SIGNATURE;
  g_array_append_val (rows, found);
  row_close (&row);
}

static char **
list_titles (const BvHeader *header)
{
  char **titles = g_new0 (char *, header->columns->len + 1);

  for (guint i = 0; i < header->columns->len; i++)
    titles[i] = bv_intake_field_key (g_array_index (header->columns, BvHeaderColumn, i).title);
  return titles;
}

/**
 * bv_intake_rows_classify:
 * @table: a table
 * @header: its titles
 *
 * Returns: (transfer full) (element-type BvIntakeRow): each of its rows, with what it is
 */
GArray *
bv_intake_rows_classify (const BvIntakeTable *table, const BvHeader *header)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (BvIntakeRow));
  Reading reading = { table, header, list_titles (header), BV_INTAKE_OF_UNKNOWN, FALSE };

  for (guint i = 0; i < bv_intake_table_get_n_rows (table); i++)
    add_row (&reading, rows, i);
  g_strfreev (reading.titles);
  return rows;
}

/**
 * bv_intake_rows_count:
 * @rows: (element-type BvIntakeRow): the rows of a table
 * @kind: a kind
 *
 * Returns: how many are of it
 */
guint
bv_intake_rows_count (const GArray *rows, BvIntakeRowKind kind)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += g_array_index (rows, BvIntakeRow, i).kind == kind;
  return n;
}

/**
 * bv_intake_rows_judge:
 * @table: a table
 * @header: its titles
 * @rows: (element-type BvIntakeRow): its rows
 *
 * Returns: what it is for
 */
BvIntakePurpose
bv_intake_rows_judge (const BvIntakeTable *table, const BvHeader *header, const GArray *rows)
{
  g_autofree char *name = bv_intake_field_key (bv_intake_table_get_name (table));

  if (bv_intake_words_are_guide (name))
    return BV_INTAKE_TABLE_GUIDE;
  if (header->n_rows == 0)
    return BV_INTAKE_TABLE_OTHER;
  return bv_intake_rows_count (rows, BV_INTAKE_ROW_SAMPLE) > 0
             && bv_intake_rows_count (rows, BV_INTAKE_ROW_DATA) == 0
           ? BV_INTAKE_TABLE_SAMPLE
           : BV_INTAKE_TABLE_ANSWERS;
}

/**
 * bv_intake_row_kind_title:
 * @kind: a kind
 *
 * Returns: (transfer none): it in the user's language, of several rows
 */
const char *
bv_intake_row_kind_title (BvIntakeRowKind kind)
{
  static const char *const titles[BV_N_INTAKE_ROW_KINDS] = {
    [BV_INTAKE_ROW_DATA] = N_ ("rows taken in"),
    [BV_INTAKE_ROW_ABOVE] = N_ ("above the table"),
    [BV_INTAKE_ROW_HEADER] = N_ ("titles of columns"),
    [BV_INTAKE_ROW_NUMBERING] = N_ ("numbers of columns"),
    [BV_INTAKE_ROW_EMPTY] = N_ ("empty"),
    [BV_INTAKE_ROW_SECTION] = N_ ("headings"),
    [BV_INTAKE_ROW_TOTAL] = N_ ("totals"),
    [BV_INTAKE_ROW_SAMPLE] = N_ ("examples"),
    [BV_INTAKE_ROW_FORMULAS] = N_ ("formulas alone"),
    [BV_INTAKE_ROW_NOTE] = N_ ("notes"),
    [BV_INTAKE_ROW_SIGNATURE] = N_ ("signatures"),
    [BV_INTAKE_ROW_ANSWERED] = N_ ("left out by an answer"),
  };

  return _ (titles[kind]);
}
