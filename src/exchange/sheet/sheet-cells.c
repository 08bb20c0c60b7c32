/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet/sheet-cells.h"

#include "core/text/date.h"
#include "exchange/read-back/cell-hash.h"
#include "exchange/workbook/cell-text.h"
#include "exchange/workbook/workbook-text.h"

#include <string.h>

#define HEIGHT_MAX 409.0 /* points of a row */
#define PIXELS_A_DIGIT 7
#define PIXELS_OF_PADDING 5
#define POINTS_A_PIXEL 0.75

/**
 * bv_sheet_init:
 * @sheet: (out): a sheet
 * @book: its book
 * @name: its name
 *
 * Adds a sheet at the end of the book.
 */
void
bv_sheet_init (BvSheet *sheet, BvBook *book, const char *name)
{
  *sheet = (BvSheet){ .book = book, .name = name, .least_size = G_MAXDOUBLE };
  sheet->worksheet = workbook_add_worksheet (book->workbook, name);
  sheet->record = bv_book_record_add_sheet (book->record, name);
  sheet->widths = g_array_new (FALSE, TRUE, sizeof (double));
  sheet->heights = g_array_new (FALSE, TRUE, sizeof (double));
}

/**
 * bv_sheet_clear:
 * @sheet: a sheet that is written; it stays in its book
 */
void
bv_sheet_clear (BvSheet *sheet)
{
  g_array_unref (sheet->widths);
  g_array_unref (sheet->heights);
}

/**
 * bv_sheet_set_width:
 * @sheet: a sheet
 * @column: a column
 * @width: in digits of the normal font
 */
void
bv_sheet_set_width (BvSheet *sheet, guint column, double width)
{
  if (column >= sheet->widths->len)
    g_array_set_size (sheet->widths, column + 1);
  g_array_index (sheet->widths, double, column)
    = (width * PIXELS_A_DIGIT + PIXELS_OF_PADDING) * POINTS_A_PIXEL;
  bv_book_check (sheet->book, worksheet_set_column (sheet->worksheet, column, column, width, NULL));
}

/**
 * bv_sheet_set_widths:
 * @sheet: a sheet
 * @columns: (array length=n_columns): its columns
 * @n_columns: their number
 */
void
bv_sheet_set_widths (BvSheet *sheet, const BvSheetColumn *columns, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    bv_sheet_set_width (sheet, i, columns[i].width);
}

/**
 * bv_sheet_hide_columns:
 * @sheet: a sheet whose rows are written
 * @first: a column
 * @last: a column to the right of it
 * @width: in digits of the normal font
 *
 * Folds columns away, which a click on [+] above the next one shows.
 */
void
bv_sheet_hide_columns (BvSheet *sheet, guint first, guint last, double width)
{
  lxw_row_col_options hidden = { .hidden = TRUE, .level = 1 };

  bv_book_check (sheet->book, worksheet_set_column_opt (sheet->worksheet, first, last, width, NULL, &hidden));
  for (guint i = first; i <= last; i++)
    g_array_index (sheet->widths, double, i) = 0;
}

static double
room_for_text (const BvSheet *sheet, guint first_column, guint last_column)
{
  double width = -PIXELS_OF_PADDING * POINTS_A_PIXEL;

  for (guint i = first_column; i <= last_column && i < sheet->widths->len; i++)
    width += g_array_index (sheet->widths, double, i);
  return width;
}

static void
need_room (BvSheet *sheet, guint first_column, guint last_column, const char *text, BvFormatId format)
{
  double size = bv_format_size (format);
  double room = room_for_text (sheet, first_column, last_column) - bv_format_indent (format);
  guint lines = 1;

  if (!bv_format_is_helper (format))
    sheet->least_size = MIN (sheet->least_size, size);
  if (bv_format_wraps (format))
    lines = bv_workbook_text_count_lines (text, room, size, bv_format_is_bold (format));
  bv_sheet_need_height (sheet, bv_workbook_text_measure_height (lines, size));
}

static guint64
hash_decoded (const char *encoded)
{
  g_autoptr (GString) text = g_string_new (encoded);

  bv_cell_text_decode (text);
  return bv_cell_hash_text (text->str);
}

/* What people are to read there: all of it, or what is left of it in a cell. */
static void
record_text (BvSheet *sheet, guint row, guint column, const char *text, const char *cut, BvFormatId format)
{
  guint64 look = sheet->book->looks[format];
  guint64 hash = cut != NULL ? hash_decoded (cut) : bv_cell_hash_text (text);

  bv_sheet_record_set (sheet->record, row, column,
                       *text != '\0' ? bv_cell_hash_of_text (hash, look) : bv_cell_hash_of_blank (look));
}

/* NULL where @text can be stored as it is. */
static char *
take_text (BvSheet *sheet, guint row, guint column, const char *text, BvFormatId format)
{
  gboolean is_cut;
  char *encoded = bv_cell_text_encode (text, BV_CELL_TEXT_MOST, &is_cut);

  sheet->book->n_cut += is_cut;
  record_text (sheet, row, column, text, is_cut ? encoded : NULL, format);
  return encoded;
}

/**
 * bv_sheet_text:
 * @sheet: a sheet
 * @row: a row
 * @column: a column
 * @text: (nullable): any text; one that begins with `=`, `+`, `-` or `@` is text all the same
 * @format: its look
 */
void
bv_sheet_text (BvSheet *sheet, guint row, guint column, const char *text, BvFormatId format)
{
  g_autofree char *encoded = NULL;

  if (text == NULL || *text == '\0')
    {
      bv_sheet_blank (sheet, row, column, format);
      return;
    }
  encoded = take_text (sheet, row, column, text, format);
  need_room (sheet, column, column, text, format);
  bv_book_check (sheet->book,
                 worksheet_write_string (sheet->worksheet, row, column, encoded != NULL ? encoded : text,
                                         sheet->book->formats[format]));
}

/* The first cell holds the text, the others have its look. */
static void
record_merged (BvSheet *sheet,
               guint first_row,
               guint last_row,
               guint first_column,
               guint last_column,
               BvFormatId format)
{
  guint64 blank = bv_cell_hash_of_blank (sheet->book->looks[format]);

  for (guint row = first_row; row <= last_row; row++)
    for (guint column = first_column; column <= last_column; column++)
      bv_sheet_record_set (sheet->record, row, column, blank);
  bv_sheet_record_merge (sheet->record, first_row, first_column, last_row, last_column);
}

/**
 * bv_sheet_merged:
 * @sheet: a sheet
 * @row: a row
 * @first_column: a column
 * @last_column: a column to the right of it
 * @text: (nullable): text across both
 * @format: its look
 */
void
bv_sheet_merged (BvSheet *sheet,
                 guint row,
                 guint first_column,
                 guint last_column,
                 const char *text,
                 BvFormatId format)
{
  const char *shown = text != NULL ? text : "";
  g_autofree char *encoded = NULL;

  record_merged (sheet, row, row, first_column, last_column, format);
  encoded = take_text (sheet, row, first_column, shown, format);
  need_room (sheet, first_column, last_column, shown, format);
  bv_book_check (sheet->book,
                 worksheet_merge_range (sheet->worksheet, row, first_column, row, last_column,
                                        encoded != NULL ? encoded : shown, sheet->book->formats[format]));
}

/**
 * bv_sheet_merged_rows:
 * @sheet: a sheet
 * @first_row: a row
 * @last_row: a row below it
 * @column: a column
 * @format: its look
 *
 * Merges cells below each other; what they are to hold is written into the first one afterwards.
 */
void
bv_sheet_merged_rows (BvSheet *sheet, guint first_row, guint last_row, guint column, BvFormatId format)
{
  record_merged (sheet, first_row, last_row, column, column, format);
  bv_book_check (sheet->book, worksheet_merge_range (sheet->worksheet, first_row, column, last_row, column,
                                                     "", sheet->book->formats[format]));
}

static void
write_number (BvSheet *sheet, guint row, guint column, double number, BvFormatId format)
{
  bv_sheet_record_set (sheet->record, row, column,
                       bv_cell_hash_of_number (number, sheet->book->looks[format]));
  bv_book_check (sheet->book, worksheet_write_number (sheet->worksheet, row, column, number,
                                                      sheet->book->formats[format]));
}

/**
 * bv_sheet_number:
 * @sheet: a sheet
 * @row: a row
 * @column: a column
 * @number: a whole number, %BV_NONE for an empty cell
 * @format: its look
 */
void
bv_sheet_number (BvSheet *sheet, guint row, guint column, gint64 number, BvFormatId format)
{
  if (number == BV_NONE)
    bv_sheet_blank (sheet, row, column, format);
  else
    write_number (sheet, row, column, number, format);
}

/**
 * bv_sheet_points:
 * @sheet: a sheet
 * @row: a row
 * @column: a column
 * @points: 1/100 point or percent, %BV_NONE for an empty cell
 * @format: its look
 */
void
bv_sheet_points (BvSheet *sheet, guint row, guint column, gint64 points, BvFormatId format)
{
  if (points == BV_NONE)
    bv_sheet_blank (sheet, row, column, format);
  else
    write_number (sheet, row, column, points / 100.0, format);
}

/**
 * bv_sheet_date:
 * @sheet: a sheet
 * @row: a row
 * @column: a column
 * @date: a date; what a spreadsheet cannot count (a year alone) is written as text
 * @format: its look
 */
void
bv_sheet_date (BvSheet *sheet, guint row, guint column, gint64 date, BvFormatId format)
{
  g_autofree char *text = NULL;

  if (date != BV_NONE && !bv_date_is_partial (date) && date >= 19000301)
    {
      write_number (sheet, row, column, bv_date_to_excel (date), format);
      return;
    }
  text = date != BV_NONE ? bv_date_to_vietnamese (date) : NULL;
  bv_sheet_text (sheet, row, column, text, format);
}

/**
 * bv_sheet_blank:
 * @sheet: a sheet
 * @row: a row
 * @column: a column
 * @format: the look of the empty cell
 */
void
bv_sheet_blank (BvSheet *sheet, guint row, guint column, BvFormatId format)
{
  bv_sheet_record_set (sheet->record, row, column, bv_cell_hash_of_blank (sheet->book->looks[format]));
  bv_book_check (sheet->book,
                 worksheet_write_blank (sheet->worksheet, row, column, sheet->book->formats[format]));
}

static void
record_formula (BvSheet *sheet,
                guint row,
                guint column,
                const char *formula,
                guint64 result,
                BvFormatId format)
{
  guint64 hash = bv_cell_hash_text (formula + strlen ("="));

  bv_sheet_record_set (sheet->record, row, column,
                       bv_cell_hash_of_formula (hash, result, sheet->book->looks[format]));
}

/**
 * bv_sheet_formula:
 * @sheet: a sheet
 * @row: a row
 * @column: a column
 * @formula: a formula, with its sign of equality
 * @result: the number that stands beside it
 * @format: its look
 */
void
bv_sheet_formula (BvSheet *sheet,
                  guint row,
                  guint column,
                  const char *formula,
                  double result,
                  BvFormatId format)
{
  record_formula (sheet, row, column, formula, bv_cell_hash_of_number (result, 0), format);
  bv_book_check (sheet->book, worksheet_write_formula_num (sheet->worksheet, row, column, formula,
                                                           sheet->book->formats[format], result));
}

/**
 * bv_sheet_text_formula:
 * @sheet: a sheet
 * @row: a row
 * @column: a column
 * @formula: a formula whose result is a text
 * @result: that text
 * @format: its look
 */
void
bv_sheet_text_formula (BvSheet *sheet,
                       guint row,
                       guint column,
                       const char *formula,
                       const char *result,
                       BvFormatId format)
{
  g_autofree char *encoded = bv_cell_text_encode (result, BV_CELL_TEXT_MOST, NULL);
  const char *stored = encoded != NULL ? encoded : result;

  record_formula (sheet, row, column, formula, bv_cell_hash_of_text (hash_decoded (stored), 0), format);
  need_room (sheet, column, column, result, format);
  bv_book_check (sheet->book, worksheet_write_formula_str (sheet->worksheet, row, column, formula,
                                                           sheet->book->formats[format], stored));
}

/**
 * bv_sheet_head:
 * @sheet: a sheet
 * @row: the header row
 * @columns: (array length=n_columns): its columns
 * @n_columns: their number
 * @format: the look of the header
 *
 * Writes the header row of a table and ends it.
 */
void
bv_sheet_head (BvSheet *sheet, guint row, const BvSheetColumn *columns, guint n_columns, BvFormatId format)
{
  for (guint i = 0; i < n_columns; i++)
    bv_sheet_text (sheet, row, i, columns[i].title, format);
  bv_sheet_end_row (sheet, row);
}

/**
 * bv_sheet_need_height:
 * @sheet: a sheet
 * @height: in points
 *
 * Makes the row that is being written at least that high.
 */
void
bv_sheet_need_height (BvSheet *sheet, double height)
{
  sheet->row_height = MAX (sheet->row_height, height);
}

/**
 * bv_sheet_end_row:
 * @sheet: a sheet
 * @row: the row that is written
 *
 * Gives the row the height its texts need, at most what a row can have.
 */
void
bv_sheet_end_row (BvSheet *sheet, guint row)
{
  double height = MIN (sheet->row_height, HEIGHT_MAX);

  bv_book_check (sheet->book, worksheet_set_row (sheet->worksheet, row, height, NULL));
  if (row >= sheet->heights->len)
    g_array_set_size (sheet->heights, row + 1);
  g_array_index (sheet->heights, double, row) = height;
  sheet->height += height;
  sheet->row_height = 0;
}
