/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/date.h"
#include "exchange/sheet-cells.h"
#include "exchange/sheet-page.h"
#include "exchange/workbook-sheets.h"

#define SHEET "Xếp hạng"
#define FROZEN_COLUMNS 3
#define PROVISIONAL " · xếp hạng tạm thời vì còn tiêu chí chờ công bố"

static const BvSheetColumn columns[] = {
  { "Nguồn xét", 14 }, { "Hạng", 7 },        { "Tên", 30 },     { "Đơn vị", 26 },
  { "Khối", 18 },      { "Điểm", 10 },       { "Tỷ lệ %", 9 },  { "Kết quả", 17 },
  { "Cách biệt", 10 }, { "Căn cứ xếp", 18 }, { "Ghi chú", 34 },
};

static gboolean
is_provisional (const BvProposal *proposal)
{
  for (guint i = 0; i < proposal->pools->len; i++)
    if (((const BvRanking *) g_ptr_array_index (proposal->pools, i))->provisional)
      return TRUE;
  return FALSE;
}

static guint
write_heading (BvSheet *sheet)
{
  const BvProposal *proposal = sheet->book->proposal;
  g_autofree char *date = bv_date_to_vietnamese (proposal->contest->date);
  g_autofree char *subtitle = g_strdup_printf ("%s · ngày xét %s%s", proposal->campaign->title, date,
                                               is_provisional (proposal) ? PROVISIONAL : "");

  bv_sheet_text (sheet, 0, 0, bv_book_is_draft (sheet->book) ? "BẢNG XẾP HẠNG – DỰ THẢO" : "BẢNG XẾP HẠNG",
                 BV_FORMAT_HEADING);
  bv_sheet_end_row (sheet, 0);
  bv_sheet_text (sheet, 1, 0, subtitle, BV_FORMAT_SUBHEADING);
  bv_sheet_end_row (sheet, 1);
  bv_sheet_need_height (sheet, 6);
  bv_sheet_end_row (sheet, 2);
  return 3;
}

static void
write_entry (BvSheet *sheet, guint row, const BvRanking *pool, guint index)
{
  const BvRankingEntry *entry = bv_ranking_entry (pool, index);
  const BvContest *contest = pool->scores->contest;
  const BvEntrant *entrant = bv_contest_entrant (contest, entry->entrant);
  const BvScore *score = bv_scores_get (pool->scores, entry->entrant);
  BvFormatId text = BV_FORMAT_PLACE_TEXT + entry->place;
  BvFormatId center = BV_FORMAT_PLACE_CENTER + entry->place;
  BvFormatId points = BV_FORMAT_PLACE_POINTS + entry->place;
  g_autofree char *note = bv_ranking_note (pool, index);

  bv_sheet_text (sheet, row, 0, pool->quota->name, text);
  bv_sheet_number (sheet, row, 1, entry->rank, center);
  bv_sheet_text (sheet, row, 2, entrant->name, text);
  bv_sheet_text (sheet, row, 3, bv_book_submitting_unit (sheet->book, entry->entrant), text);
  bv_sheet_text (sheet, row, 4, bv_contest_group (contest, entrant->group)->group->name, text);
  bv_sheet_points (sheet, row, 5, score->total, points);
  bv_sheet_points (sheet, row, 6, score->percent, points);
  bv_sheet_text (sheet, row, 7, bv_rank_place_words (entry->place), center);
  bv_sheet_points (sheet, row, 8, entry->margin, points);
  bv_sheet_text (sheet, row, 9, bv_decided_by_words (entry->decided_by), center);
  bv_sheet_text (sheet, row, 10, note, text);
  bv_sheet_end_row (sheet, row);
}

static gboolean
write_entries (BvSheet *sheet, guint *row)
{
  const GPtrArray *pools = sheet->book->proposal->pools;

  for (guint i = 0; i < pools->len; i++)
    {
      const BvRanking *pool = g_ptr_array_index (pools, i);

      for (guint k = 0; k < pool->entries->len; k++)
        {
          write_entry (sheet, (*row)++, pool, k);
          if (!bv_book_advance (sheet->book))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * bv_ranking_sheet_write:
 * @book: a book
 *
 * Writes the ranking of every pool, one row an entry, with the reason for each place in words.
 *
 * Returns: whether to go on
 */
gboolean
bv_ranking_sheet_write (BvBook *book)
{
  BvSheet sheet;
  gboolean go_on;
  guint head;
  guint row;

  bv_sheet_init (&sheet, book, SHEET);
  bv_sheet_set_widths (&sheet, columns, G_N_ELEMENTS (columns));
  head = row = write_heading (&sheet);
  bv_sheet_head (&sheet, row++, columns, G_N_ELEMENTS (columns), BV_FORMAT_HEAD);
  worksheet_freeze_panes (sheet.worksheet, row, FROZEN_COLUMNS);
  go_on = write_entries (&sheet, &row);
  bv_sheet_set_table (&sheet, head, row - 1, G_N_ELEMENTS (columns) - 1);
  bv_book_define_name (book, "XepHang", SHEET, head, 0, row - 1, G_N_ELEMENTS (columns) - 1);
  bv_sheet_set_page (&sheet, TRUE);
  bv_sheet_clear (&sheet);
  return go_on;
}
