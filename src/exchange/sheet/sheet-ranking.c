/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ranking-row.h"
#include "core/text/date.h"
#include "exchange/sheet/sheet-cells.h"
#include "exchange/sheet/sheet-page.h"
#include "exchange/workbook/workbook-sheets.h"

#define SHEET "Xếp hạng"
#define PROVISIONAL " · xếp hạng tạm thời vì còn tiêu chí chờ công bố"

static const double widths[BV_RANKED_N_COLUMNS] = { 14, 7, 14, 29, 23, 20, 10, 9, 17, 10, 20, 34 };

/* Which columns the sheet has, and where. */
typedef struct
{
  BvSheet sheet;
  BvSheetColumn columns[BV_RANKED_N_COLUMNS];
  guint at[BV_RANKED_N_COLUMNS];
  guint n_columns;
  gboolean has_classes;
} RankingSheet;

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
choose_columns (RankingSheet *self, const BvProposal *proposal)
{
  self->has_classes = bv_contest_has_classes (proposal->contest);
  self->n_columns = 0;
  for (BvRankedColumn i = 0; i < BV_RANKED_N_COLUMNS; i++)
    {
      self->at[i] = self->n_columns;
      if (i != BV_RANKED_CLASS || self->has_classes)
        self->columns[self->n_columns++] = (BvSheetColumn){ bv_ranking_row_heading (i), widths[i] };
    }
}

static void
write_entry (RankingSheet *ranking, guint row, const BvRanking *pool, guint index)
{
  BvSheet *sheet = &ranking->sheet;
  const guint *at = ranking->at;
  BvRankPlace place = bv_ranking_entry (pool, index)->place;
  BvFormatId text = BV_FORMAT_PLACE_TEXT + place;
  BvFormatId center = BV_FORMAT_PLACE_CENTER + place;
  BvFormatId points = BV_FORMAT_PLACE_POINTS + place;
  g_auto (BvRankingRow) self;

  bv_ranking_row_init (&self, sheet->book->proposal, pool, index);
  bv_sheet_text (sheet, row, at[BV_RANKED_POOL], self.pool, text);
  bv_sheet_number (sheet, row, at[BV_RANKED_RANK], self.rank, center);
  if (ranking->has_classes)
    bv_sheet_text (sheet, row, at[BV_RANKED_CLASS], self.class_name, center);
  bv_sheet_text (sheet, row, at[BV_RANKED_NAME], self.name, text);
  bv_sheet_text (sheet, row, at[BV_RANKED_UNIT], self.unit, text);
  bv_sheet_text (sheet, row, at[BV_RANKED_GROUP], self.group, text);
  bv_sheet_points (sheet, row, at[BV_RANKED_TOTAL], self.total, points);
  bv_sheet_points (sheet, row, at[BV_RANKED_PERCENT], self.percent, points);
  bv_sheet_text (sheet, row, at[BV_RANKED_PLACE], self.place, center);
  bv_sheet_points (sheet, row, at[BV_RANKED_MARGIN], self.margin, points);
  bv_sheet_text (sheet, row, at[BV_RANKED_DECIDED_BY], self.decided_by, center);
  bv_sheet_text (sheet, row, at[BV_RANKED_NOTE], self.note, text);
  bv_sheet_end_row (sheet, row);
}

static gboolean
write_entries (RankingSheet *self, guint *row)
{
  BvBook *book = self->sheet.book;
  const GPtrArray *pools = book->proposal->pools;

  for (guint i = 0; i < pools->len; i++)
    {
      const BvRanking *pool = g_ptr_array_index (pools, i);

      for (guint k = 0; k < pool->entries->len; k++)
        {
          write_entry (self, (*row)++, pool, k);
          if (!bv_book_advance (book))
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
  RankingSheet self;
  BvSheet *sheet = &self.sheet;
  guint frozen;
  gboolean go_on;
  guint head;
  guint row;

  choose_columns (&self, book->proposal);
  frozen = self.at[BV_RANKED_NAME] + 1;
  bv_sheet_init (sheet, book, SHEET);
  bv_sheet_set_widths (sheet, self.columns, self.n_columns);
  head = row = write_heading (sheet);
  bv_sheet_head (sheet, row++, self.columns, self.n_columns, BV_FORMAT_HEAD);
  worksheet_freeze_panes (sheet->worksheet, row, frozen);
  go_on = write_entries (&self, &row);
  bv_sheet_set_table (sheet, head, row - 1, self.n_columns - 1);
  bv_book_define_name (book, "XepHang", SHEET, head, row - 1, self.n_columns);
  bv_sheet_set_page (sheet, TRUE, frozen);
  bv_sheet_clear (sheet);
  return go_on;
}
