/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/compound/xls-sheet.h"

#include "exchange/compound/little-endian.h"
#include "exchange/source/source-error.h"
#include "exchange/source/source-limits.h"
#include "exchange/source/source-number.h"
#include "exchange/source/source-row.h"

#define ALL_DIGITS "%.17g" /* that a double has */
#define CELL 6             /* bytes that say where it stands, and its style */
#define NO_ROW G_MAXUINT

/* What a formula came to where it is no number. */
#define NO_NUMBER 0xffff
#define RESULT_TEXT 0
#define RESULT_FLAG 1
#define RESULT_FAULT 2

typedef struct
{
  const BvXlsBook *book;
  BvSourceRow *cells;
  GArray *merged;         /* of BvSourceRange */
  GByteArray *rows;       /* whether each is hidden, so far as they say so */
  GByteArray *columns;    /* so are columns */
  GString *value;         /* as it is handed over */
  guint row;              /* of the cells so far; %NO_ROW: none */
  guint next;             /* column */
  gboolean is_beyond;     /* a cell stands where no sheet has one */
  gboolean awaits_result; /* the text of the formula in @formula is in a record of its own */
  BvSourceCell formula;
} Reading;

static gboolean
is_hidden (const GByteArray *lines, guint n)
{
  return n < lines->len && lines->data[n] != 0;
}

static void
hide (GByteArray *lines, guint n)
{
  while (lines->len <= n)
    g_byte_array_append (lines, (const guint8 *) "", 1);
  lines->data[n] = 1;
}

static gboolean
hand_over (Reading *self, GError **error)
{
  return self->row == NO_ROW
         || bv_source_row_hand_over (self->cells, self->row, 1, is_hidden (self->rows, self->row), error);
}

static const BvXlsStyle *
get_style (const Reading *self, guint n)
{
  static const BvXlsStyle none = { 0 };

  return n < self->book->styles->len ? &g_array_index (self->book->styles, BvXlsStyle, n) : &none;
}

/* A cell left of one that was read is not read a second time. */
static gboolean
begin_cell (Reading *self, guint column, guint style, BvSourceCell *cell)
{
  const BvXlsStyle *of_cell = get_style (self, style);

  self->is_beyond |= column >= BV_SOURCE_MOST_COLUMNS;
  if (column < self->next || self->is_beyond)
    return FALSE;
  self->next = column + 1;
  *cell = (BvSourceCell){ .column = column,
                          .font = of_cell->font,
                          .charset = of_cell->charset,
                          .is_hidden = is_hidden (self->columns, column) };
  return TRUE;
}

static void
add (Reading *self, BvSourceCell *cell, BvSourceKind kind, const char *text)
{
  cell->kind = kind;
  cell->text = text;
  cell->charset = BV_LEGACY_NONE;
  bv_source_row_add (self->cells, cell, FALSE);
}

static void
add_number (Reading *self, BvSourceCell *cell, guint style, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, ALL_DIGITS, number);
  g_string_truncate (self->value, 0);
  if (get_style (self, style)->is_date
      && bv_source_number_write_date (digits, self->book->from_1904, self->value))
    add (self, cell, BV_SOURCE_DATE, self->value->str);
  else if (bv_source_number_write (digits, self->value))
    add (self, cell, BV_SOURCE_NUMBER, self->value->str);
}

static void
add_fault (Reading *self, BvSourceCell *cell, guint8 code)
{
  static const struct
  {
    guint8 code;
    const char *text;
  } faults[] = { { 0x00, "#NULL!" }, { 0x07, "#DIV/0!" }, { 0x0f, "#VALUE!" }, { 0x17, "#REF!" },
                 { 0x1d, "#NAME?" }, { 0x24, "#NUM!" },   { 0x2a, "#N/A" } };
  const char *text = "#N/A";

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (faults[i].code == code)
      text = faults[i].text;
  add (self, cell, BV_SOURCE_FAULT, text);
}

static void
add_text (Reading *self, BvSourceCell *cell, const BvSourceRun *runs, guint n_runs)
{
  if (*cell->text != '\0')
    bv_source_row_add_text (self->cells, cell, runs, n_runs, FALSE);
}

/* 30 bits of a number, whole or the upper ones of a double, perhaps times 100. */
static double
decode_short_number (guint32 written)
{
  guint8 bytes[8] = { 0 };
  double number;

  if ((written & 2) != 0)
    number = (gint32) written >> 2;
  else
    {
      for (guint i = 0; i < 4; i++)
        bytes[4 + i] = (guint8) ((written & ~3u) >> (8 * i));
      number = bv_little_endian_double (bytes);
    }
  return (written & 1) != 0 ? number / 100 : number;
}

static void
take_shared (Reading *self, BvSourceCell *cell, guint32 n)
{
  const BvXlsText *text
    = n < self->book->texts->len ? &g_array_index (self->book->texts, BvXlsText, n) : NULL;

  if (text == NULL)
    {
      add (self, cell, BV_SOURCE_FAULT, "#REF!");
      return;
    }
  cell->text = text->text;
  add_text (self, cell, (const BvSourceRun *) (gpointer) self->book->runs->data + text->runs, text->n_runs);
}

/* A text in the record itself: two bytes say how many characters, one whether they are wide. */
static void
take_text (Reading *self, BvSourceCell *cell, const BvXlsRecord *record, guint at)
{
  BvXlsCursor cursor = { self->book->stream, *record, at };
  guint32 n;
  guint32 flags;

  g_string_truncate (self->value, 0);
  if (!bv_xls_cursor_read (&cursor, 2, &n) || !bv_xls_cursor_read (&cursor, 1, &flags)
      || !bv_xls_cursor_read_text (&cursor, n, (flags & 1) != 0, self->value))
    return;
  cell->text = self->value->str;
  add_text (self, cell, NULL, 0);
}

static void
take_formula (Reading *self, BvSourceCell *cell, const BvXlsRecord *record)
{
  const guint8 *result = record->data + CELL;

  cell->is_formula = TRUE;
  if (bv_little_endian_16 (result + 6) != NO_NUMBER)
    add_number (self, cell, bv_little_endian_16 (record->data + 4), bv_little_endian_double (result));
  else if (result[0] == RESULT_FLAG)
    add (self, cell, BV_SOURCE_FLAG, result[2] != 0 ? "1" : "0");
  else if (result[0] == RESULT_FAULT)
    add_fault (self, cell, result[2]);
  else if (result[0] == RESULT_TEXT)
    {
      self->awaits_result = TRUE;
      self->formula = *cell;
    }
}

static void
take_cell (Reading *self, const BvXlsRecord *record)
{
  const guint8 *data = record->data;
  guint style = bv_little_endian_16 (data + 4);
  BvSourceCell cell;

  if (!begin_cell (self, bv_little_endian_16 (data + 2), style, &cell))
    return;
  switch (record->type)
    {
    case BV_XLS_NUMBER:
      if (record->length >= CELL + 8)
        add_number (self, &cell, style, bv_little_endian_double (data + CELL));
      break;
    case BV_XLS_SHORT_NUMBER:
      if (record->length >= CELL + 4)
        add_number (self, &cell, style, decode_short_number (bv_little_endian_32 (data + CELL)));
      break;
    case BV_XLS_LABEL_OF_TEXTS:
      if (record->length >= CELL + 4)
        take_shared (self, &cell, bv_little_endian_32 (data + CELL));
      break;
    case BV_XLS_FLAG_OR_FAULT:
      if (record->length >= CELL + 2 && data[CELL + 1] != 0)
        add_fault (self, &cell, data[CELL]);
      else if (record->length >= CELL + 2)
        add (self, &cell, BV_SOURCE_FLAG, data[CELL] != 0 ? "1" : "0");
      break;
    case BV_XLS_FORMULA:
      if (record->length >= CELL + 8)
        take_formula (self, &cell, record);
      break;
    case BV_XLS_LABEL:
    case BV_XLS_RICH_LABEL:
    default:
      take_text (self, &cell, record, CELL);
      break;
    }
}

/* Several beside each other: where they begin, a style and a number for each, where they end. */
static void
take_numbers (Reading *self, const BvXlsRecord *record)
{
  guint first = bv_little_endian_16 (record->data + 2);
  guint n = (record->length - CELL) / CELL;

  for (guint i = 0; i < n; i++)
    {
      const guint8 *at = record->data + 4 + i * CELL;
      guint style = bv_little_endian_16 (at);
      BvSourceCell cell;

      if (begin_cell (self, first + i, style, &cell))
        add_number (self, &cell, style, decode_short_number (bv_little_endian_32 (at + 2)));
    }
}

static void
take_row (Reading *self, const BvXlsRecord *record)
{
  if (record->length >= 14 && (record->data[12] & 0x20) != 0)
    hide (self->rows, bv_little_endian_16 (record->data));
}

static void
take_columns (Reading *self, const BvXlsRecord *record)
{
  guint last;

  if (record->length < 10 || (record->data[8] & 1) == 0)
    return;
  last = bv_little_endian_16 (record->data + 2);
  for (guint i = bv_little_endian_16 (record->data); i <= MIN (last, BV_SOURCE_MOST_COLUMNS - 1); i++)
    hide (self->columns, i);
}

static void
take_merged (Reading *self, const BvXlsRecord *record)
{
  guint n = record->length >= 2 ? (record->length - 2) / 8 : 0;

  for (guint i = 0; i < n && self->merged->len < BV_SOURCE_MOST_RANGES; i++)
    {
      const guint8 *at = record->data + 2 + i * 8;
      guint rows[2] = { bv_little_endian_16 (at), bv_little_endian_16 (at + 2) };
      guint columns[2] = { bv_little_endian_16 (at + 4), bv_little_endian_16 (at + 6) };
      BvSourceRange range = { rows[0], columns[0], rows[1] - rows[0] + 1, columns[1] - columns[0] + 1 };

      if (rows[0] <= rows[1] && columns[0] <= columns[1] && columns[1] < BV_SOURCE_MOST_COLUMNS)
        g_array_append_val (self->merged, range);
    }
}

static gboolean
is_cell (guint type)
{
  return type == BV_XLS_NUMBER || type == BV_XLS_SHORT_NUMBER || type == BV_XLS_NUMBERS
         || type == BV_XLS_LABEL_OF_TEXTS || type == BV_XLS_FLAG_OR_FAULT || type == BV_XLS_FORMULA
         || type == BV_XLS_LABEL || type == BV_XLS_RICH_LABEL;
}

static gboolean
take_record (Reading *self, const BvXlsRecord *record, GError **error)
{
  if (is_cell (record->type) && record->length >= CELL)
    {
      guint row = bv_little_endian_16 (record->data);

      if (row != self->row)
        {
          if (!hand_over (self, error))
            return FALSE;
          self->row = row;
          self->next = 0;
        }
      self->awaits_result = FALSE;
      if (record->type == BV_XLS_NUMBERS)
        take_numbers (self, record);
      else
        take_cell (self, record);
      if (self->is_beyond)
        return bv_source_refuse (BV_SOURCE_ERROR_DAMAGED, error);
    }
  else if (record->type == BV_XLS_RESULT && self->awaits_result)
    {
      self->awaits_result = FALSE;
      take_text (self, &self->formula, record, 0);
    }
  else if (record->type == BV_XLS_ROW)
    take_row (self, record);
  else if (record->type == BV_XLS_COLUMNS)
    take_columns (self, record);
  else if (record->type == BV_XLS_MERGED)
    take_merged (self, record);
  return TRUE;
}

/* Up to the end of the sheet; charts in it have beginnings and ends of their own, and records like those of
 * cells. */
static gboolean
read_records (Reading *self, gsize at, GError **error)
{
  BvXlsRecord record = { .next = at };
  guint depth = 0;

  do
    {
      if (!bv_xls_record_read (self->book->stream, record.next, &record)
          || (depth == 0 && record.type != BV_XLS_BOF))
        return bv_source_refuse (BV_SOURCE_ERROR_DAMAGED, error);
      depth += record.type == BV_XLS_BOF ? 1 : 0;
      depth -= record.type == BV_XLS_EOF ? 1 : 0;
      if (depth == 1 && !take_record (self, &record, error))
        return FALSE;
    }
  while (depth > 0);
  return hand_over (self, error);
}

/**
 * bv_xls_sheet_read:
 * @book: a workbook
 * @tab: one of its sheets
 * @sink: what takes it
 * @data: for @sink
 * @error: return location for a %BV_SOURCE_ERROR, or what @sink says
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_xls_sheet_read (const BvXlsBook *book,
                   const BvXlsTab *tab,
                   const BvSourceSink *sink,
                   gpointer data,
                   GError **error)
{
  g_autoptr (BvSourceRow) cells = bv_source_row_new (sink, data);
  g_autoptr (GArray) merged = g_array_new (FALSE, FALSE, sizeof (BvSourceRange));
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  g_autoptr (GByteArray) columns = g_byte_array_new ();
  g_autoptr (GString) value = g_string_new (NULL);
  Reading self = { .book = book,
                   .cells = cells,
                   .merged = merged,
                   .rows = rows,
                   .columns = columns,
                   .value = value,
                   .row = NO_ROW };

  return sink->begin (data, tab->name, tab->visibility, error) && read_records (&self, tab->begin, error)
         && sink->end (data, (const BvSourceRange *) (gpointer) merged->data, merged->len, error);
}
