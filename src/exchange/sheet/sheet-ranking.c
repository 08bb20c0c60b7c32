/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ranking-row.h"
#include "core/text/date.h"
#include "exchange/sheet/sheet-cells.h"
#include "exchange/sheet/sheet-page.h"
#include "exchange/workbook/workbook-sheets.h"

#define SHEET "Xếp hạng"
#define FROZEN_COLUMNS 3
#define PROVISIONAL " · xếp hạng tạm thời vì còn tiêu chí chờ công bố"

static const double widths[BV_RANKED_N_COLUMNS] = { 14, 7, 29, 23, 20, 10, 9, 17, 10, 20, 34 };

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
  BvRankPlace place = bv_ranking_entry (pool, index)->place;
  BvFormatId text = BV_FORMAT_PLACE_TEXT + place;
  BvFormatId center = BV_FORMAT_PLACE_CENTER + place;
  BvFormatId points = BV_FORMAT_PLACE_POINTS + place;
  g_auto (BvRankingRow) self;

  bv_ranking_row_init (&self, sheet->book->proposal, pool, index);
  bv_sheet_text (sheet, row, BV_RANKED_POOL, self.pool, text);
  bv_sheet_number (sheet, row, BV_RANKED_RANK, self.rank, center);
  bv_sheet_text (sheet, row, BV_RANKED_NAME, self.name, text);
  bv_sheet_text (sheet, row, BV_RANKED_UNIT, self.unit, text);
  bv_sheet_text (sheet, row, BV_RANKED_GROUP, self.group, text);
  bv_sheet_points (sheet, row, BV_RANKED_TOTAL, self.total, points);
  bv_sheet_points (sheet, row, BV_RANKED_PERCENT, self.percent, points);
  bv_sheet_text (sheet, row, BV_RANKED_PLACE, self.place, center);
  bv_sheet_points (sheet, row, BV_RANKED_MARGIN, self.margin, points);
  bv_sheet_text (sheet, row, BV_RANKED_DECIDED_BY, self.decided_by, center);
  bv_sheet_text (sheet, row, BV_RANKED_NOTE, self.note, text);
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
 * bv_workbook_write_ranking:
 * @book: a book
 *
 * Writes the ranking of every pool, one row an entry, with the reason for each place in words.
 *
 * Returns: whether to go on
 */
gboolean
bv_workbook_write_ranking (BvBook *book)
{
  BvSheetColumn columns[BV_RANKED_N_COLUMNS];
  BvSheet sheet;
  gboolean go_on;
  guint head;
  guint row;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i] = (BvSheetColumn){ bv_ranking_row_heading (i), widths[i] };
  bv_sheet_init (&sheet, book, SHEET);
  bv_sheet_set_widths (&sheet, columns, G_N_ELEMENTS (columns));
  head = row = write_heading (&sheet);
  bv_sheet_head (&sheet, row++, columns, G_N_ELEMENTS (columns), BV_FORMAT_HEAD);
  worksheet_freeze_panes (sheet.worksheet, row, FROZEN_COLUMNS);
  go_on = write_entries (&sheet, &row);
  bv_sheet_set_table (&sheet, head, row - 1, G_N_ELEMENTS (columns) - 1);
  bv_book_define_name (book, "XepHang", SHEET, head, row - 1, G_N_ELEMENTS (columns));
  bv_sheet_set_page (&sheet, TRUE, FROZEN_COLUMNS);
  bv_sheet_clear (&sheet);
  return go_on;
}
