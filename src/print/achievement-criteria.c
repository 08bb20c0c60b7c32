/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/achievement-criteria.h"

#include "core/criterion-kind.h"
#include "core/leaf-score.h"
#include "core/text/wording.h"
#include "print/measures.h"
#include "print/scale-note.h"
#include "print/width-shares.h"

#define OPEN "……" /* to be written by hand */
#define N_COLUMNS 5

/* The least of each, in mm. */
static const BvColumn columns[N_COLUMNS] = {
  { (char *) "Mã", 10, BV_ALIGN_CENTER },
  { (char *) "Tiêu chí", 60, BV_ALIGN_LEFT },
  { (char *) "Điểm tối đa", 16, BV_ALIGN_RIGHT },
  { (char *) "Điểm đạt được", 17, BV_ALIGN_RIGHT },
  { (char *) "Số, ngày của tài liệu minh chứng", 35, BV_ALIGN_LEFT },
};

/* What one nominee has reached. */
typedef struct
{
  const BvProposal *proposal;
  const BvEntrant *entrant;
  const BvNominee *nominee;
  BvBlock *table;
  GPtrArray *headings; /* sections of which no leaf was written yet */
  guint leaf;          /* how many were looked at */
  gboolean open;       /* the points of one are not accepted yet */
} Writer;

/* What was not assigned, and a bonus or deduction that nobody gave, is not reported on. */
static gboolean
is_reported (const BvCriterion *leaf, const BvLeafScore *score)
{
  return (score->flags & BV_LEAF_NOT_ASSIGNED) == 0
         && (bv_criterion_is_normal (leaf) || (score->flags & BV_LEAF_UNASSESSED) == 0);
}

static gboolean
is_accepted (const BvMark *mark, const BvLeafScore *score)
{
  return mark->state == BV_ASSESSMENT_ACCEPTED && (score->flags & BV_LEAF_UNASSESSED) == 0;
}

static char *
write_evidence (const Writer *writer, const BvAssessment *assessment)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; assessment != NULL && i < assessment->evidence->len; i++)
    {
      const BvEvidenceLink *link = g_ptr_array_index (assessment->evidence, i);
      const BvEvidence *evidence = bv_proposal_find_evidence (writer->proposal, link->evidence);
      g_autofree char *reference = NULL;

      if (evidence == NULL || evidence->state == BV_EVIDENCE_REJECTED)
        continue;
      reference = bv_evidence_write_reference (evidence);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", reference);
    }
  return g_string_free (text, FALSE);
}

static void
add_headings (Writer *writer)
{
  for (guint i = 0; i < writer->headings->len; i++)
    bv_block_add_across (writer->table, BV_BLOCK_ROW_PART, g_ptr_array_index (writer->headings, i));
  g_ptr_array_set_size (writer->headings, 0);
}

static void
add_leaf (Writer *writer, const BvCriterion *leaf)
{
  guint at = writer->entrant->first_mark + writer->leaf++;
  const BvMark *mark = bv_contest_mark (writer->proposal->contest, at);
  const BvLeafScore *score = bv_scores_leaf (writer->proposal->scores, at);
  gboolean accepted = is_accepted (mark, score);
  char **cells;

  if (!is_reported (leaf, score))
    return;
  add_headings (writer);
  writer->open |= !accepted;
  cells = g_new0 (char *, N_COLUMNS + 1);
  cells[0] = g_strdup (leaf->code);
  cells[1] = g_strdup (leaf->title);
  cells[2] = bv_criterion_write_max (leaf);
  cells[3] = accepted ? bv_leaf_score_words (score) : g_strdup (OPEN);
  cells[4] = write_evidence (writer, bv_nominee_find_assessment (writer->nominee, leaf->code));
  bv_block_add_row (writer->table, BV_BLOCK_ROW_PLAIN, cells);
}

static void
add_criteria (Writer *writer, const GPtrArray *criteria)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);
      guint n_headings = writer->headings->len;

      if (bv_criterion_is_leaf (criterion))
        {
          add_leaf (writer, criterion);
          continue;
        }
      g_ptr_array_add (writer->headings, g_strdup_printf ("%s. %s", criterion->code, criterion->title));
      add_criteria (writer, criterion->criteria);
      g_ptr_array_set_size (writer->headings, MIN (n_headings, writer->headings->len));
    }
}

static void
add_total (Writer *writer, const BvContestGroup *group, const BvScore *score)
{
  char **cells = g_new0 (char *, N_COLUMNS + 1);

  cells[0] = g_strdup ("");
  cells[1] = g_strdup ("Tổng điểm");
  cells[2] = bv_wording_points (group->full);
  cells[3] = writer->open ? g_strdup (OPEN) : bv_wording_points (score->total);
  cells[4] = g_strdup ("");
  bv_block_add_row (writer->table, BV_BLOCK_ROW_TOTAL, cells);
}

/**
 * bv_achievement_criteria_add:
 * @section: a section
 * @proposal: a proposal with its whole campaign
 * @entrant: index into the contest's entrants
 *
 * Adds what the nominee has reached by the criteria that it was assigned: points of what is accepted, and the
 * numbers and days of the documents that prove it, but those that were rejected. What is not accepted yet is
 * dots, and so is then the total.
 */
void
bv_achievement_criteria_add (BvSection *section, const BvProposal *proposal, guint entrant)
{
  const BvEntrant *self = bv_contest_entrant (proposal->contest, entrant);
  const BvContestGroup *group = bv_contest_group (proposal->contest, self->group);
  Writer writer = { .proposal = proposal,
                    .entrant = self,
                    .nominee = bv_proposal_get_nominee (proposal, entrant),
                    .table = bv_section_add_table (section, columns, N_COLUMNS),
                    .headings = g_ptr_array_new_with_free_func (g_free) };

  writer.table->is_dense = TRUE;
  add_criteria (&writer, group->group->criteria);
  add_total (&writer, group, bv_scores_get (proposal->scores, entrant));
  bv_width_shares_fit (writer.table, BV_WIDTH_PORTRAIT);
  g_ptr_array_unref (writer.headings);
  bv_section_add_gap (section, 4);
  if (!writer.open)
    bv_scale_note_add (section, proposal, entrant);
}
