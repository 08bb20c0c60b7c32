/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet/sheet-letterhead.h"

#include "core/letterhead.h"
#include "exchange/workbook/workbook-text.h"

#define STAMP_HEIGHT 34.0 /* of the row that stays free for the electronic stamp */
#define RULE_HEIGHT 6.0   /* of the row the rules are drawn in */
#define GAP_HEIGHT 8.0
#define SIGNING_HEIGHT 62.0  /* room for the signature */
#define ORGAN_RULE_PART 0.45 /* of the organ's name: between 1/3 and 1/2 */
#define PIXELS_A_POINT (4.0 / 3.0)

/* A picture of one black point, drawn as long as a rule is: cells have no borders of part of their width. */
static const unsigned char black_point[] = {
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00,
  0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00,
  0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01,
  0x48, 0xaf, 0xa4, 0x71, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

static double
width_of_columns (const BvSheet *sheet, guint first, guint last)
{
  double width = 0;

  for (guint i = first; i <= last; i++)
    width += g_array_index (sheet->widths, double, i);
  return width;
}

/* Draws a rule of @length points in the middle of the columns. */
static void
draw_rule (BvSheet *sheet, guint row, guint first_column, guint last_column, double length)
{
  double room = width_of_columns (sheet, first_column, last_column);
  lxw_image_options options = {
    .x_offset = MAX (0, (room - length) / 2 * PIXELS_A_POINT),
    .y_offset = 2,
    .x_scale = MIN (room, length) * PIXELS_A_POINT,
    .y_scale = 1,
    .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
    .decorative = LXW_TRUE,
  };

  sheet->record->n_pictures++;
  bv_book_record_add_picture (sheet->book->record, black_point, sizeof black_point);
  bv_book_check (sheet->book, worksheet_insert_image_buffer_opt (sheet->worksheet, row, first_column,
                                                                 black_point, sizeof black_point, &options));
}

static void
write_halves (BvSheet *sheet,
              guint row,
              const BvSheetHalves *place,
              const char *left,
              BvFormatId left_format,
              const char *right,
              BvFormatId right_format)
{
  bv_sheet_merged (sheet, row, 0, place->split - 1, left, left_format);
  bv_sheet_merged (sheet, row, place->split, place->last, right, right_format);
  bv_sheet_end_row (sheet, row);
}

static void
write_gap (BvSheet *sheet, guint row, double height)
{
  bv_sheet_need_height (sheet, height);
  bv_sheet_end_row (sheet, row);
}

/* A name's longest line: the rule is measured by it. */
static double
measure_organ (const BvSheet *sheet, const char *organ, const BvSheetHalves *place)
{
  double size = bv_format_size (BV_FORMAT_ORGAN);

  return MIN (bv_workbook_text_measure_width (organ, size, TRUE),
              width_of_columns (sheet, 0, place->split - 1));
}

/**
 * bv_sheet_write_letterhead:
 * @sheet: a sheet with its widths set
 * @row: the first row
 * @place: the two halves
 *
 * Writes the issuing organ and the national title with their rules, place and date (NĐ 30/2020/NĐ-CP, Annex
 * I, II.1, II.2 and II.4). The right half of the first row stays free: a list sent as a file of its own has
 * its electronic stamp there (III.1d). A draft has its mark on the left.
 *
 * Returns: the row after it
 */
guint
bv_sheet_write_letterhead (BvSheet *sheet, guint row, const BvSheetHalves *place)
{
  const BvCampaign *campaign = sheet->book->proposal->campaign;
  const char *organ = campaign->issuer_organ != NULL ? campaign->issuer_organ : "";
  g_autofree char *date = bv_letterhead_place_and_date (campaign);
  double motto = bv_workbook_text_measure_width (BV_LETTERHEAD_MOTTO, bv_format_size (BV_FORMAT_MOTTO), TRUE);

  bv_sheet_text (sheet, row, 0, bv_book_is_draft (sheet->book) ? "DỰ THẢO" : NULL, BV_FORMAT_DRAFT);
  write_gap (sheet, row++, STAMP_HEIGHT);
  write_halves (sheet, row++, place, campaign->issuer_parent, BV_FORMAT_ORGAN_PARENT, BV_LETTERHEAD_NATION,
                BV_FORMAT_NATION);
  write_halves (sheet, row++, place, organ, BV_FORMAT_ORGAN, BV_LETTERHEAD_MOTTO, BV_FORMAT_MOTTO);
  if (*organ != '\0')
    draw_rule (sheet, row, 0, place->split - 1, measure_organ (sheet, organ, place) * ORGAN_RULE_PART);
  draw_rule (sheet, row, place->split, place->last, motto);
  write_gap (sheet, row++, RULE_HEIGHT);
  write_halves (sheet, row++, place, NULL, BV_FORMAT_ORGAN, date, BV_FORMAT_PLACE_DATE);
  write_gap (sheet, row++, GAP_HEIGHT);
  return row;
}

/**
 * bv_sheet_write_signature:
 * @sheet: a sheet with its widths set
 * @row: the first row
 * @place: the two halves
 *
 * Writes the recipients on the left, the signer's title, room for the signature and the name on the right (NĐ
 * 30/2020/NĐ-CP, Annex I, II.7 and II.9).
 *
 * Returns: the row after it
 */
guint
bv_sheet_write_signature (BvSheet *sheet, guint row, const BvSheetHalves *place)
{
  const BvCampaign *campaign = sheet->book->proposal->campaign;
  g_autofree char *recipients = bv_letterhead_recipients (campaign, BV_LETTERHEAD_UNADDRESSED);

  write_halves (sheet, row++, place, *recipients != '\0' ? BV_LETTERHEAD_RECIPIENTS : NULL,
                BV_FORMAT_RECIPIENTS_HEAD, campaign->issuer_signer_title, BV_FORMAT_SIGNER_TITLE);
  bv_sheet_need_height (sheet, SIGNING_HEIGHT);
  write_halves (sheet, row++, place, recipients, BV_FORMAT_RECIPIENTS, NULL, BV_FORMAT_SIGNER);
  write_halves (sheet, row++, place, NULL, BV_FORMAT_RECIPIENTS, campaign->issuer_signer, BV_FORMAT_SIGNER);
  return row;
}
