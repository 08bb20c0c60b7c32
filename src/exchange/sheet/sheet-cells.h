/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/workbook/workbook-book.h"

G_BEGIN_DECLS

/**
 * BvSheetColumn:
 *
 * A column of a table.
 */
typedef struct
{
  const char *title;
  double width; /* in digits of the normal font, as the programs show it */
} BvSheetColumn;

/**
 * BvSheet:
 *
 * A sheet that is being written row by row; it finds the height of each row from the texts in it.
 */
typedef struct
{
  BvBook *book;
  const char *name;
  lxw_worksheet *worksheet;
  BvSheetRecord *record; /* of the book's */
  GArray *widths;        /* of double, in points, by column */
  GArray *heights;       /* of double, in points, by row */
  double row_height;
  double height;     /* of the rows so far, in points */
  double least_size; /* of the letters so far that are printed, in points */
  guint n_across;    /* pages side by side */
} BvSheet;

void bv_sheet_init (BvSheet *sheet, BvBook *book, const char *name);
void bv_sheet_clear (BvSheet *sheet);
void bv_sheet_set_width (BvSheet *sheet, guint column, double width);
void bv_sheet_hide_columns (BvSheet *sheet, guint first, guint last, double width);
void bv_sheet_set_widths (BvSheet *sheet, const BvSheetColumn *columns, guint n_columns);

void bv_sheet_text (BvSheet *sheet, guint row, guint column, const char *text, BvFormatId format);
void bv_sheet_merged (BvSheet *sheet,
                      guint row,
                      guint first_column,
                      guint last_column,
                      const char *text,
                      BvFormatId format);
void bv_sheet_merged_rows (BvSheet *sheet, guint first_row, guint last_row, guint column, BvFormatId format);
void bv_sheet_number (BvSheet *sheet, guint row, guint column, gint64 number, BvFormatId format);
void bv_sheet_points (BvSheet *sheet, guint row, guint column, gint64 points, BvFormatId format);
void bv_sheet_date (BvSheet *sheet, guint row, guint column, gint64 date, BvFormatId format);
void bv_sheet_blank (BvSheet *sheet, guint row, guint column, BvFormatId format);
void bv_sheet_formula (BvSheet *sheet,
                       guint row,
                       guint column,
                       const char *formula,
                       double result,
                       BvFormatId format);
void bv_sheet_text_formula (BvSheet *sheet,
                            guint row,
                            guint column,
                            const char *formula,
                            const char *result,
                            BvFormatId format);
void
bv_sheet_head (BvSheet *sheet, guint row, const BvSheetColumn *columns, guint n_columns, BvFormatId format);

void bv_sheet_need_height (BvSheet *sheet, double height);
void bv_sheet_end_row (BvSheet *sheet, guint row);

G_END_DECLS
