/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/form-pack/form-cells.h"

#include "core/text/wording.h"

#include <string.h>

/* What Excel shows of the words of a cell. */
#define MOST_WORDS 255

/* The words up to a limit of Excel, cut behind a letter. */
static char *
cut (const char *words)
{
  return g_utf8_strlen (words, -1) <= MOST_WORDS ? g_strdup (words) : g_utf8_substring (words, 0, MOST_WORDS);
}

static void
add (BvSheet *sheet, const BvFormCells *cells, lxw_data_validation *validation)
{
  validation->ignore_blank = LXW_VALIDATION_ON;
  bv_book_check (sheet->book, worksheet_data_validation_range (sheet->worksheet, cells->first, cells->column,
                                                               cells->last, cells->column, validation));
}

/**
 * bv_form_cells_limit:
 * @sheet: a sheet of a form
 * @cells: cells for points
 * @most: 1/100 point
 * @guide: (nullable): what is shown where one of them is chosen; empty: the limits alone
 *
 * Lets a number of 0 to @most be typed, and says so in Vietnamese where it is another.
 */
void
bv_form_cells_limit (BvSheet *sheet, const BvFormCells *cells, gint64 most, const char *guide)
{
  g_autofree char *limit = bv_wording_points (most);
  g_autofree char *range = g_strdup_printf ("Nhập số điểm từ 0 đến %s.", limit);
  g_autofree char *said = guide != NULL && *guide != '\0' ? g_strconcat (range, " ", guide, NULL) : NULL;
  g_autofree char *shown = cut (said != NULL ? said : range);
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_DECIMAL,
    .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
    .minimum_number = 0,
    .maximum_number = most / 100.0,
    .input_message = shown,
    .error_title = (char *) "Điểm ngoài giới hạn",
    .error_message = range,
  };

  add (sheet, cells, &validation);
}

/**
 * bv_form_cells_count:
 * @sheet: a sheet of a form
 * @cells: cells for places of a ranking
 * @most: the last place
 */
void
bv_form_cells_count (BvSheet *sheet, const BvFormCells *cells, guint most)
{
  g_autofree char *range = g_strdup_printf ("Nhập thứ hạng: số nguyên từ 1 đến %u.", most);
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_INTEGER,
    .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
    .minimum_number = 1,
    .maximum_number = most,
    .input_message = range,
    .error_title = (char *) "Thứ hạng không đúng",
    .error_message = range,
  };

  add (sheet, cells, &validation);
}

/**
 * bv_form_cells_offer:
 * @sheet: a sheet of a form
 * @cells: cells
 * @choices: (array zero-terminated=1): what may stand there, without commas
 */
void
bv_form_cells_offer (BvSheet *sheet, const BvFormCells *cells, const char *const *choices)
{
  g_autofree char *listed = g_strjoinv (", ", (char **) choices);
  g_autofree char *message = g_strdup_printf ("Chọn một trong các giá trị: %s.", listed);
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_LIST,
    .value_list = (gpointer) choices,
    .error_title = (char *) "Giá trị không có trong danh sách",
    .error_message = message,
  };

  add (sheet, cells, &validation);
}

/**
 * bv_form_cells_explain:
 * @sheet: a sheet of a form
 * @cells: cells into which anything may be typed
 * @title: at most 32 letters
 * @words: what is shown where one of them is chosen
 */
void
bv_form_cells_explain (BvSheet *sheet, const BvFormCells *cells, const char *title, const char *words)
{
  g_autofree char *shown = cut (words);
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_ANY,
    .input_title = (char *) title,
    .input_message = shown,
  };

  add (sheet, cells, &validation);
}

/**
 * bv_form_cells_protect:
 * @sheet: a sheet of a form
 *
 * Locks all but what is to be filled in, without a password: against slips, not against people. Widths and
 * heights, and how cells look, may be changed.
 */
void
bv_form_cells_protect (BvSheet *sheet)
{
  lxw_protection allowed = { .format_cells = TRUE, .format_columns = TRUE, .format_rows = TRUE };

  worksheet_protect (sheet->worksheet, NULL, &allowed);
}
