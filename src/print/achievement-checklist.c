/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/achievement-checklist.h"

#include "core/proposed-list.h"
#include "core/text/date.h"
#include "core/text/wording.h"

#define N_COLUMNS 5
#define GAP_HEIGHT 12.0

/* Shares of the width, in mm of the 252 that a landscape page has between its margins. */
static const BvColumn columns[N_COLUMNS] = {
  { (char *) "TT", 12, BV_ALIGN_CENTER },         { (char *) "Tên tập thể/Họ và tên", 80, BV_ALIGN_LEFT },
  { (char *) "Đơn vị trình", 84, BV_ALIGN_LEFT }, { (char *) "Báo cáo thành tích", 46, BV_ALIGN_CENTER },
  { (char *) "Ngày nhận", 30, BV_ALIGN_CENTER },
};

/* How far the table is. */
typedef struct
{
  const BvProposal *proposal;
  BvBlock *table;
  guint n_nominees;
  guint n_reports;
} Checklist;

static const char *
find_words (const BvNominee *nominee)
{
  if (!bv_nominee_has_report (nominee))
    return "Thiếu";
  return nominee->report->evidence != NULL ? "Có" : "Có (không có tệp)";
}

static void
add_nominee (Checklist *self, guint entrant)
{
  const BvNominee *nominee = bv_proposal_get_nominee (self->proposal, entrant);
  char **cells = g_new0 (char *, N_COLUMNS + 1);

  self->n_nominees++;
  self->n_reports += bv_nominee_has_report (nominee);
  cells[0] = g_strdup_printf ("%u", self->n_nominees);
  cells[1] = bv_proposal_write_name (self->proposal, entrant);
  cells[2] = g_strdup (bv_proposal_submitting_unit (self->proposal, entrant));
  cells[3] = g_strdup (find_words (nominee));
  cells[4] = bv_date_to_vietnamese (nominee->report != NULL ? nominee->report->received : BV_NONE);
  bv_block_add_row (self->table, BV_BLOCK_ROW_PLAIN, cells);
}

static void
add_closing (BvSection *section, const Checklist *self)
{
  g_autofree char *reports = bv_wording_count (self->n_reports);
  g_autofree char *nominees = bv_wording_count (self->n_nominees);
  g_autofree char *text
    = g_strdup_printf ("Đã có %s/%s báo cáo thành tích của các trường hợp được đề nghị.", reports, nominees);

  self->table->keep_with_next = TRUE;
  bv_section_add_paragraph (section, BV_STYLE_CLOSING, text);
  bv_section_add_gap (section, GAP_HEIGHT);
}

/**
 * bv_achievement_checklist_add:
 * @section: a landscape section
 * @proposal: a proposal with its whole campaign
 *
 * Adds of each nominee that is proposed, in the order of the lists, whether its report of achievements is
 * here; nothing where nobody is.
 */
void
bv_achievement_checklist_add (BvSection *section, const BvProposal *proposal)
{
  g_autoptr (GPtrArray) entries = bv_proposed_list_everybody (proposal);
  Checklist self = { .proposal = proposal };

  if (entries->len == 0)
    return;
  bv_section_add_heading (section, "Báo cáo thành tích của các trường hợp được đề nghị khen thưởng");
  self.table = bv_section_add_table (section, columns, N_COLUMNS);
  for (guint i = 0; i < entries->len; i++)
    add_nominee (&self, ((const BvRankingEntry *) g_ptr_array_index (entries, i))->entrant);
  add_closing (section, &self);
}
