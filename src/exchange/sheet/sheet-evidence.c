/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "exchange/sheet/sheet-cells.h"
#include "exchange/sheet/sheet-page.h"
#include "exchange/workbook/workbook-sheets.h"

#define SHEET "Minh chứng"
#define FROZEN_COLUMNS 3

static const BvSheetColumn columns[] = {
  { "TT", 6 },           { "Trường hợp", 25 },    { "Tiêu chí", 9 },
  { "Số, ký hiệu", 16 }, { "Ngày ban hành", 12 }, { "Cơ quan ban hành", 20 },
  { "Trích yếu", 33 },   { "Tệp", 24 },           { "Trạng thái", 12 },
  { "SHA-256", 36 },
};

typedef struct
{
  BvSheet sheet;
  guint row;
  guint number;
  GHashTable *linked; /* of BvEvidence */
} EvidenceSheet;

static const char *
state_words (gint64 state)
{
  static const char *const words[] = {
    [BV_EVIDENCE_PENDING] = "Chờ xem",
    [BV_EVIDENCE_ACCEPTED] = "Chấp nhận",
    [BV_EVIDENCE_REJECTED] = "Không chấp nhận",
  };

  return words[state];
}

static void
write_document (EvidenceSheet *self, const BvEvidence *evidence)
{
  BvSheet *sheet = &self->sheet;
  guint row = self->row;

  bv_sheet_text (sheet, row, 3, evidence->number, BV_FORMAT_TEXT);
  bv_sheet_date (sheet, row, 4, evidence->issued, BV_FORMAT_DATE);
  bv_sheet_text (sheet, row, 5, evidence->issuer, BV_FORMAT_TEXT);
  bv_sheet_text (sheet, row, 6, evidence->title, BV_FORMAT_TEXT);
  bv_sheet_text (sheet, row, 7, evidence->file, BV_FORMAT_TEXT);
  bv_sheet_text (sheet, row, 8, state_words (evidence->state), BV_FORMAT_CENTER);
  bv_sheet_text (sheet, row, 9, evidence->sha256, BV_FORMAT_HASH);
}

/* One piece, as proof of one leaf of one nominee, as its report, or of nothing yet. */
static gboolean
write_piece (EvidenceSheet *self, const BvEvidence *evidence, const char *nominee, const char *criterion)
{
  bv_sheet_number (&self->sheet, self->row, 0, ++self->number, BV_FORMAT_INTEGER);
  bv_sheet_text (&self->sheet, self->row, 1, nominee, BV_FORMAT_TEXT);
  bv_sheet_text (&self->sheet, self->row, 2, criterion, BV_FORMAT_CENTER);
  write_document (self, evidence);
  bv_sheet_end_row (&self->sheet, self->row++);
  return bv_book_advance (self->sheet.book);
}

static gboolean
write_assessment (EvidenceSheet *self, const char *nominee, const BvAssessment *assessment)
{
  for (guint i = 0; i < assessment->evidence->len; i++)
    {
      const BvEvidenceLink *link = g_ptr_array_index (assessment->evidence, i);
      const BvEvidence *evidence = bv_proposal_find_evidence (self->sheet.book->proposal, link->evidence);

      if (evidence == NULL)
        continue;
      g_hash_table_add (self->linked, (gpointer) evidence);
      if (!write_piece (self, evidence, nominee, assessment->criterion))
        return FALSE;
    }
  return TRUE;
}

/* It belongs to the nominee and to no criterion. */
static gboolean
write_report (EvidenceSheet *self, const char *nominee, const BvAchievementReport *report)
{
  const BvEvidence *evidence = NULL;

  if (report != NULL && report->evidence != NULL)
    evidence = bv_proposal_find_evidence (self->sheet.book->proposal, report->evidence);
  if (evidence == NULL)
    return TRUE;
  g_hash_table_add (self->linked, (gpointer) evidence);
  return write_piece (self, evidence, nominee, NULL);
}

static gboolean
write_linked (EvidenceSheet *self)
{
  const BvProposal *proposal = self->sheet.book->proposal;

  for (guint i = 0; i < proposal->contest->entrants->len; i++)
    {
      const BvNominee *nominee = bv_proposal_get_nominee (proposal, i);
      const GPtrArray *assessments = nominee->assessments;
      const char *name = bv_contest_entrant (proposal->contest, i)->name;

      if (!write_report (self, name, nominee->report))
        return FALSE;
      for (guint k = 0; k < assessments->len; k++)
        if (!write_assessment (self, name, g_ptr_array_index (assessments, k)))
          return FALSE;
    }
  return TRUE;
}

static gboolean
write_unlinked (EvidenceSheet *self)
{
  const GPtrArray *evidence = self->sheet.book->proposal->campaign->evidence;

  for (guint i = 0; i < evidence->len; i++)
    {
      const BvEvidence *piece = g_ptr_array_index (evidence, i);

      if (!g_hash_table_contains (self->linked, piece) && !write_piece (self, piece, NULL, NULL))
        return FALSE;
    }
  return TRUE;
}

static void
write_heading (BvSheet *sheet)
{
  bv_sheet_text (sheet, 0, 0,
                 bv_book_is_draft (sheet->book) ? "DANH MỤC TÀI LIỆU MINH CHỨNG – DỰ THẢO"
                                                : "DANH MỤC TÀI LIỆU MINH CHỨNG",
                 BV_FORMAT_HEADING);
  bv_sheet_end_row (sheet, 0);
  bv_sheet_text (sheet, 1, 0, sheet->book->proposal->campaign->title, BV_FORMAT_SUBHEADING);
  bv_sheet_end_row (sheet, 1);
  bv_sheet_need_height (sheet, 6);
  bv_sheet_end_row (sheet, 2);
}

/**
 * bv_workbook_write_evidence:
 * @book: a book
 *
 * Writes every piece of evidence: a row for each report of achievements and for each leaf of each nominee it
 * proves, then those that prove nothing.
 *
 * Returns: whether to go on
 */
gboolean
bv_workbook_write_evidence (BvBook *book)
{
  guint head = 3;
  EvidenceSheet self = { .row = head + 1 };
  gboolean go_on;

  bv_sheet_init (&self.sheet, book, SHEET);
  self.linked = g_hash_table_new (NULL, NULL);
  bv_sheet_set_widths (&self.sheet, columns, G_N_ELEMENTS (columns));
  write_heading (&self.sheet);
  bv_sheet_head (&self.sheet, head, columns, G_N_ELEMENTS (columns), BV_FORMAT_HEAD);
  worksheet_freeze_panes (self.sheet.worksheet, head + 1, FROZEN_COLUMNS);
  go_on = write_linked (&self) && write_unlinked (&self);
  bv_sheet_set_table (&self.sheet, head, self.row - 1, G_N_ELEMENTS (columns) - 1);
  bv_book_define_name (book, "MinhChung", SHEET, head, self.row - 1, G_N_ELEMENTS (columns));
  bv_sheet_set_page (&self.sheet, TRUE, FROZEN_COLUMNS);
  g_hash_table_unref (self.linked);
  bv_sheet_clear (&self.sheet);
  return go_on;
}
