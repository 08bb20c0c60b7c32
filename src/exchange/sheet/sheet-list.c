/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/letterhead.h"
#include "core/proposed-list.h"
#include "exchange/sheet/sheet-cells.h"
#include "exchange/sheet/sheet-letterhead.h"
#include "exchange/sheet/sheet-page.h"
#include "exchange/workbook/workbook-sheets.h"
#include "print/measures.h"
#include "print/paper-lists.h"

#include <math.h>

#define SPAN_HEIGHT 400.0 /* points a row can have, with some room */
#define GAP_HEIGHT 6.0
#define WIDTH 128.0 /* of the sheet, in digits */
/* In mm; letters are of 12 points there, of 13 here, where each cell has an indent, too. */
#define PAPER_WIDTH ((BV_WIDTH_LANDSCAPE - 16) * 12.0 / 13)

/* How a list stands on its sheet. */
typedef struct
{
  const char *sheet;
  const char *range;
  guint split;
} ListPlan;

typedef struct
{
  BvSheet sheet;
  const BvProposedList *list;
  const BvProposedColumn *columns;
  guint n_columns;
  guint last_row; /* where the last entry begins */
} ListSheet;

static const ListPlan plans[] = {
  [BV_GROUP_COLLECTIVE] = { "Tập thể", "DanhSachTapThe", 3 },
  [BV_GROUP_INDIVIDUAL] = { "Cá nhân", "DanhSachCaNhan", 4 },
};

static const BvFormatId formats[] = {
  [BV_PROPOSED_NUMBER] = BV_FORMAT_LIST_CENTER,
  [BV_PROPOSED_YEAR] = BV_FORMAT_LIST_YEAR,
  [BV_PROPOSED_TEXT] = BV_FORMAT_LIST_TEXT,
  [BV_PROPOSED_CENTERED] = BV_FORMAT_LIST_CENTER,
};

static void
write_across (ListSheet *self, guint row, const char *text, BvFormatId format)
{
  bv_sheet_merged (&self->sheet, row, 0, self->n_columns - 1, text, format);
  bv_sheet_end_row (&self->sheet, row);
}

static void
write_gap (ListSheet *self, guint row)
{
  bv_sheet_need_height (&self->sheet, GAP_HEIGHT);
  bv_sheet_end_row (&self->sheet, row);
}

static guint
write_title (ListSheet *self, guint row)
{
  const BvCampaign *campaign = self->list->proposal->campaign;
  g_autofree char *title = bv_proposed_list_write_title (self->list);

  write_across (self, row++, title, BV_FORMAT_TITLE);
  write_across (self, row++, campaign->title, BV_FORMAT_SUBJECT);
  write_gap (self, row++);
  return row;
}

static void
write_entry (ListSheet *self, guint row, guint entry)
{
  g_auto (GStrv) cells = bv_proposed_list_write_row (self->list, entry);

  for (guint i = 0; i < self->n_columns; i++)
    {
      BvProposedCell cell = self->columns[i].cell;

      if (cell == BV_PROPOSED_NUMBER || cell == BV_PROPOSED_YEAR)
        bv_sheet_number (&self->sheet, row, i,
                         *cells[i] != '\0' ? g_ascii_strtoll (cells[i], NULL, 10) : BV_NONE, formats[cell]);
      else
        bv_sheet_text (&self->sheet, row, i, cells[i], formats[cell]);
    }
}

/* A row has a greatest height; a nominee whose achievements need more takes several, merged. */
static guint
write_tall_entry (ListSheet *self, guint row, guint entry)
{
  BvSheet *sheet = &self->sheet;
  double height = sheet->row_height;
  guint n_rows = ceil (height / SPAN_HEIGHT);
  guint n_cut = sheet->book->n_cut; /* those of the entry are counted already */

  for (guint i = 0; i < self->n_columns; i++)
    bv_sheet_merged_rows (sheet, row, row + n_rows - 1, i, BV_FORMAT_LIST_TEXT);
  write_entry (self, row, entry);
  sheet->book->n_cut = n_cut;
  for (guint i = 0; i < n_rows; i++)
    {
      sheet->row_height = height / n_rows;
      bv_sheet_end_row (sheet, row++);
    }
  return row;
}

static guint
write_entries (ListSheet *self, guint row, const BvProposedPart *part)
{
  for (guint i = part->first; i < part->end; i++)
    {
      self->last_row = row;
      write_entry (self, row, i);
      if (self->sheet.row_height > SPAN_HEIGHT)
        row = write_tall_entry (self, row, i);
      else
        bv_sheet_end_row (&self->sheet, row++);
    }
  return row;
}

static guint
write_parts (ListSheet *self, guint row)
{
  for (guint i = 0; i < self->list->parts->len; i++)
    {
      g_autofree char *title = bv_proposed_list_write_part (self->list, i);

      if (title != NULL)
        write_across (self, row++, title, BV_FORMAT_LIST_PART);
      row = write_entries (self, row, bv_proposed_list_part (self->list, i));
    }
  return row;
}

static guint
write_table (ListSheet *self, guint row)
{
  for (guint i = 0; i < self->n_columns; i++)
    bv_sheet_text (&self->sheet, row, i, self->columns[i].heading, BV_FORMAT_LIST_HEAD);
  bv_sheet_end_row (&self->sheet, row++);
  return write_parts (self, row);
}

/* Returns where the table begins, which is repeated on every page. */
static guint
write_sheet (ListSheet *self, const ListPlan *plan)
{
  BvSheetHalves place = { plan->split, self->n_columns - 1 };
  g_autofree char *closing = bv_proposed_list_write_closing (self->list);
  guint head = write_title (self, bv_sheet_write_letterhead (&self->sheet, 0, &place));
  guint row = write_table (self, head);

  bv_book_define_name (self->sheet.book, plan->range, plan->sheet, head, row - 1, self->n_columns);
  write_gap (self, row++);
  write_across (self, row++, closing, BV_FORMAT_CLOSING);
  write_gap (self, row++);
  bv_sheet_write_signature (&self->sheet, row, &place);
  return head;
}

/**
 * bv_workbook_write_list:
 * @book: a book
 * @kind: collectives or individuals
 *
 * Writes the list of those proposed with its own head, ready to sign; the workbook always has both. The
 * annexes are those of the submission.
 *
 * Returns: whether to go on
 */
gboolean
bv_workbook_write_list (BvBook *book, BvGroupKind kind)
{
  const ListPlan *plan = &plans[kind];
  g_autoptr (BvProposedList) list = bv_proposed_list_new (book->proposal, kind, NULL);
  g_autofree double *widths = bv_annexes_share_width (list, PAPER_WIDTH);
  ListSheet self = { .list = list };
  BvSheet *sheet = &self.sheet;
  guint head;

  self.columns = bv_proposed_list_columns (kind, &self.n_columns);
  bv_sheet_init (sheet, book, plan->sheet);
  for (guint i = 0; i < self.n_columns; i++)
    bv_sheet_set_width (sheet, i, widths[i] * WIDTH / PAPER_WIDTH);
  head = write_sheet (&self, plan);
  bv_sheet_set_page (sheet, TRUE, 2);
  book->documents |= 1u << sheet->worksheet->index;
  sheet->record->first_page_unnumbered = TRUE;
  bv_book_check (book, worksheet_repeat_rows (sheet->worksheet, head, head));
  if (list->entries->len > 1)
    bv_sheet_keep_together (sheet, head, self.last_row, TRUE);
  bv_sheet_clear (sheet);
  return bv_book_advance (book);
}
