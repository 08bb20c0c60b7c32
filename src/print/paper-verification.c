/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/criterion-kind.h"
#include "core/leaf-score.h"
#include "core/letterhead.h"
#include "core/missing.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "core/text/wording.h"
#include "print/document-head.h"
#include "print/measures.h"
#include "print/paper.h"
#include "print/scale-note.h"
#include "print/signatures.h"
#include "print/width-shares.h"

#include <glib/gi18n-lib.h>

#define N_COLUMNS 7

/* The least of each, in mm. */
static const BvColumn columns[N_COLUMNS] = {
  { (char *) "STT", 10, BV_ALIGN_CENTER },
  { (char *) "Lĩnh vực/Tiêu chí", 30, BV_ALIGN_LEFT },
  { (char *) "Điểm tối đa", 13, BV_ALIGN_RIGHT },
  { (char *) "Tự chấm", 13, BV_ALIGN_RIGHT },
  { (char *) "Thẩm định", 13, BV_ALIGN_RIGHT },
  { (char *) "Chênh lệch", 13, BV_ALIGN_RIGHT },
  { (char *) "Tài liệu kiểm chứng, giải trình, ghi chú", 40, BV_ALIGN_LEFT },
};

/* What the sheets of all nominees are written from. */
typedef struct
{
  const BvProposal *proposal;
  BvMissing *missing;
  GHashTable *lacking; /* BvMark of the contest → what is missing there, in words */
} Writer;

/* The sheet of one nominee. */
typedef struct
{
  const Writer *writer;
  guint index; /* of the entrant */
  const BvEntrant *entrant;
  const BvNominee *nominee;
  const BvContestGroup *group;
  guint leaf;       /* how many were written */
  GString *lacking; /* codes of the leaves where something is missing or was sent back */
  GString *differs; /* codes of those whose verified score is not the self-score */
} Sheet;

static void
add_line (GString *text, const char *prefix, const char *line)
{
  if (!bv_text_is_blank (line))
    g_string_append_printf (text, "%s%s%s", text->len > 0 ? "\n" : "", prefix, line);
}

static char *
write_document (const BvEvidence *evidence)
{
  g_autofree char *reference = bv_evidence_write_reference (evidence);

  return g_strconcat (reference, evidence->state == BV_EVIDENCE_REJECTED ? " (không chấp nhận)" : "", NULL);
}

static void
add_evidence (GString *text, const Sheet *sheet, const BvAssessment *assessment)
{
  for (guint i = 0; assessment != NULL && i < assessment->evidence->len; i++)
    {
      const BvEvidenceLink *link = g_ptr_array_index (assessment->evidence, i);
      const BvEvidence *evidence = bv_proposal_find_evidence (sheet->writer->proposal, link->evidence);
      g_autofree char *document = evidence != NULL ? write_document (evidence) : NULL;

      add_line (text, "", document);
    }
}

/* A score that was changed by the second verification says what it was before. */
static void
add_second_look (GString *text, const BvMark *mark)
{
  g_autofree char *first = bv_wording_points (bv_mark_points (mark->verified));
  g_autofree char *second = bv_wording_points (bv_mark_points (mark->final));
  g_autofree char *line = NULL;

  if (mark->final == BV_MARK_NO_POINTS || mark->verified == BV_MARK_NO_POINTS
      || mark->final == mark->verified)
    return;
  line = g_strdup_printf ("Thẩm định lần 1: %s; lần 2: %s", first, second);
  add_line (text, "", line);
}

/* Why there are no points, where nobody noted it. */
static const char *
say_state (const BvMark *mark)
{
  if (mark->state == BV_ASSESSMENT_NOT_ASSIGNED)
    return "Không được giao";
  return mark->state == BV_ASSESSMENT_AWAITING_PUBLICATION ? "Chờ công bố kết quả" : NULL;
}

/* What a returned leaf notes is among what is missing there. */
static void
add_leaf_notes (GString *text,
                const Sheet *sheet,
                const BvAssessment *assessment,
                const BvMark *mark,
                const BvLeafScore *score)
{
  gboolean zero
    = (score->flags & BV_LEAF_UNPROVEN) != 0 && sheet->writer->proposal->campaign->unproven_scores_zero;
  gboolean noted = assessment != NULL && mark->state != BV_ASSESSMENT_RETURNED;

  add_line (text, "", g_hash_table_lookup (sheet->writer->lacking, mark));
  add_line (text, "", zero ? "Tính 0 điểm vì thiếu minh chứng" : NULL);
  add_second_look (text, mark);
  add_line (text, "", noted && !bv_text_is_blank (assessment->note) ? assessment->note : say_state (mark));
  if (assessment != NULL)
    add_line (text, "Giải trình: ", assessment->explanation);
}

/* In one column: so the sheets of most nominees are one page each. */
static char *
write_evidence_and_notes (const Sheet *sheet,
                          const BvAssessment *assessment,
                          const BvMark *mark,
                          const BvLeafScore *score)
{
  GString *text = g_string_new (NULL);

  add_evidence (text, sheet, assessment);
  add_leaf_notes (text, sheet, assessment, mark, score);
  return g_string_free (text, FALSE);
}

/* "+1,50"; empty where there is nothing to compare. */
static char *
write_difference (gint64 self, gint64 verified)
{
  g_autofree char *difference = NULL;

  if (self == BV_NONE || verified == BV_NONE)
    return g_strdup ("");
  difference = bv_wording_points (verified - self);
  return g_strconcat (verified > self ? "+" : "", difference, NULL);
}

static gint64
find_points (const BvLeafScore *score)
{
  const guint none = BV_LEAF_NOT_ASSIGNED | BV_LEAF_AWAITING | BV_LEAF_UNASSESSED;

  return (score->flags & none) == 0 ? score->points : BV_NONE;
}

static void
add_code (GString *codes, const BvCriterion *leaf)
{
  g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", leaf->code);
}

/* What is asked for under the table. */
static void
note_leaf (Sheet *sheet, const BvCriterion *leaf, const BvMark *mark, gint64 self, gint64 verified)
{
  if (g_hash_table_contains (sheet->writer->lacking, mark))
    add_code (sheet->lacking, leaf);
  if (self != BV_NONE && verified != BV_NONE && self != verified)
    add_code (sheet->differs, leaf);
}

static void
add_leaf (BvBlock *table, Sheet *sheet, const BvCriterion *leaf)
{
  const BvProposal *proposal = sheet->writer->proposal;
  guint at = sheet->entrant->first_mark + sheet->leaf++;
  const BvMark *mark = bv_contest_mark (proposal->contest, at);
  const BvLeafScore *score = bv_scores_leaf (proposal->scores, at);
  const BvAssessment *assessment = bv_nominee_find_assessment (sheet->nominee, leaf->code);
  gint64 self = bv_mark_points (mark->self);
  char **cells = g_new0 (char *, N_COLUMNS + 1);

  note_leaf (sheet, leaf, mark, self, find_points (score));
  cells[0] = g_strdup (leaf->code);
  cells[1] = g_strdup (bv_criterion_short_title (leaf));
  cells[2] = bv_criterion_write_max (leaf);
  cells[3] = bv_wording_points (self);
  cells[4] = bv_leaf_score_words (score);
  cells[5] = write_difference (self, find_points (score));
  cells[6] = write_evidence_and_notes (sheet, assessment, mark, score);
  bv_block_add_row (table, BV_BLOCK_ROW_PLAIN, cells);
}

static void
add_criteria (BvBlock *table, Sheet *sheet, const GPtrArray *criteria)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);
      g_autofree char *title = NULL;

      if (bv_criterion_is_leaf (criterion))
        {
          add_leaf (table, sheet, criterion);
          continue;
        }
      title = g_strdup_printf ("%s. %s", criterion->code, criterion->title);
      bv_block_add_across (table, BV_BLOCK_ROW_PART, title);
      add_criteria (table, sheet, criterion->criteria);
    }
}

/* While leaves have no points yet, the totals are of different things. */
static void
add_total (BvBlock *table, const Sheet *sheet)
{
  const BvScore *score = bv_scores_get (sheet->writer->proposal->scores, sheet->index);
  gboolean complete = (score->flags & (BV_LEAF_UNASSESSED | BV_LEAF_AWAITING)) == 0;
  char **cells = g_new0 (char *, N_COLUMNS + 1);

  cells[0] = g_strdup ("");
  cells[1] = g_strdup ("Tổng điểm");
  cells[2] = bv_wording_points (sheet->group->full);
  cells[3] = bv_wording_points (score->self_total);
  cells[4] = bv_wording_points (score->total);
  cells[5] = write_difference (score->self_total, complete ? score->total : BV_NONE);
  cells[6] = g_strdup ("");
  bv_block_add_row (table, BV_BLOCK_ROW_TOTAL, cells);
}

static void
add_table (BvSection *section, Sheet *sheet)
{
  BvBlock *table = bv_section_add_table (section, columns, N_COLUMNS);

  table->is_dense = TRUE;
  add_criteria (table, sheet, sheet->group->group->criteria);
  add_total (table, sheet);
  bv_width_shares_fit (table, BV_WIDTH_PORTRAIT);
}

static void
add_title (BvSection *section, const Sheet *sheet)
{
  const BvProposal *proposal = sheet->writer->proposal;
  g_autofree char *name = bv_proposal_write_name (proposal, sheet->index);
  g_autofree char *post = bv_proposal_write_post (proposal, sheet->index);
  g_autofree char *contest
    = g_strdup_printf ("(Khối %s - %s)", sheet->group->group->name, proposal->campaign->title);

  bv_section_add_paragraph (section, BV_STYLE_TITLE, "PHIẾU THẨM ĐỊNH");
  bv_section_add_paragraph (section, BV_STYLE_SUBJECT, name);
  bv_section_add_paragraph (section, BV_STYLE_SIGNER_HINT, post);
  bv_section_add_paragraph (section, BV_STYLE_SIGNER_HINT, contest);
  bv_section_add_gap (section, 8);
}

/* Only the words that stand in the table. */
static void
add_legend (GString *text, guint flags)
{
  if ((flags & BV_LEAF_NOT_ASSIGNED) != 0)
    g_string_append (text, " KG: không được giao.");
  if ((flags & BV_LEAF_AWAITING) != 0)
    g_string_append (text, " Chờ CB: chờ công bố kết quả.");
  if ((flags & BV_LEAF_UNASSESSED) != 0)
    g_string_append (text, " –: chưa chấm.");
  if ((flags & (BV_LEAF_UNASSESSED | BV_LEAF_AWAITING)) != 0)
    g_string_append (text, " Tổng điểm tạm tính.");
}

static void
add_notes (BvSection *section, const Sheet *sheet)
{
  const BvProposal *proposal = sheet->writer->proposal;
  g_autofree char *date = bv_date_to_vietnamese (proposal->contest->date);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "Số liệu tính đến ngày %s. Chênh lệch: điểm thẩm định so với điểm tự chấm.",
                          date);
  add_legend (text, bv_scores_get (proposal->scores, sheet->index)->flags);
  bv_section_add_gap (section, 4);
  bv_section_add_paragraph (section, BV_STYLE_NOTE, text->str);
  bv_scale_note_add (section, proposal, sheet->index);
}

static const char *
find_addressee (const Sheet *sheet)
{
  return bv_proposal_submitting_unit (sheet->writer->proposal, sheet->index);
}

/* "bổ sung …; giải trình …"; NULL where there is nothing to ask for. */
static char *
write_requests (const Sheet *sheet)
{
  GString *text = g_string_new (NULL);

  if (sheet->lacking->len > 0)
    g_string_append_printf (text, "bổ sung nội dung còn thiếu hoặc bị trả lại ở tiêu chí %s",
                            sheet->lacking->str);
  if (sheet->differs->len > 0)
    g_string_append_printf (text, "%sgiải trình bằng văn bản về điểm chênh lệch ở tiêu chí %s",
                            text->len > 0 ? "; " : "", sheet->differs->str);
  return g_string_free (text, text->len == 0);
}

/* The office asks nothing of itself; that it assesses itself is said. */
static char *
write_closing (const Sheet *sheet)
{
  const BvCampaign *campaign = sheet->writer->proposal->campaign;
  const char *organ = bv_letterhead_organ (campaign);
  g_autofree char *requests = write_requests (sheet);

  if (bv_letterhead_is_issuer (campaign, find_addressee (sheet)))
    return g_strdup_printf ("%s là cơ quan thẩm định, tự thẩm định điểm của mình.", organ);
  if (requests == NULL)
    return g_strdup ("Không có nội dung phải bổ sung, giải trình.");
  return g_strdup_printf ("Đề nghị %s %s, kèm tài liệu kiểm chứng, gửi về %s trước ngày …/…/…….",
                          find_addressee (sheet), requests, *organ != '\0' ? organ : "cơ quan thẩm định");
}

static void
add_closing (BvSection *section, const Sheet *sheet)
{
  g_autofree char *text = write_closing (sheet);

  bv_section_add_gap (section, 6);
  bv_section_add_paragraph (section, BV_STYLE_PLAIN, text);
}

static void
add_sheet (BvDocument *document, const Writer *writer, guint index)
{
  const BvProposal *proposal = writer->proposal;
  const BvCampaign *campaign = proposal->campaign;
  const BvEntrant *entrant = bv_contest_entrant (proposal->contest, index);
  Sheet sheet = { writer,
                  index,
                  entrant,
                  bv_proposal_get_nominee (proposal, index),
                  bv_contest_group (proposal->contest, entrant->group),
                  0,
                  g_string_new (NULL),
                  g_string_new (NULL) };
  BvSigner verifier = { "NGƯỜI THẨM ĐỊNH", "(Ký, ghi rõ họ tên)", NULL };
  BvSigner signer = { campaign->issuer_signer_title, NULL, campaign->issuer_signer };
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);
  g_autofree char *date = bv_letterhead_place_and_open_date (campaign);

  bv_document_head_add_of (section, campaign->issuer_parent, campaign->issuer_organ, NULL, date);
  add_title (section, &sheet);
  add_table (section, &sheet);
  add_notes (section, &sheet);
  add_closing (section, &sheet);
  bv_signatures_add (section, &verifier, &signer);
  g_string_free (sheet.lacking, TRUE);
  g_string_free (sheet.differs, TRUE);
}

static const BvMark *
find_mark (const BvProposal *proposal, const BvMissingItem *item)
{
  const BvEntrant *entrant = bv_contest_entrant (proposal->contest, item->entrant);
  const BvContestGroup *group = bv_contest_group (proposal->contest, entrant->group);
  guint leaf = 0;

  if (!g_ptr_array_find (group->leaves, item->leaf, &leaf))
    g_return_val_if_reached (NULL);
  return bv_contest_mark (proposal->contest, entrant->first_mark + leaf);
}

static void
index_unit (Writer *writer, const BvMissingUnit *unit)
{
  for (guint i = 0; i < unit->items->len; i += bv_missing_count_leaf (unit, i))
    {
      const BvMissingItem *item = g_ptr_array_index (unit->items, i);

      if (item->leaf != NULL)
        g_hash_table_insert (writer->lacking, (gpointer) find_mark (writer->proposal, item),
                             bv_missing_describe_leaf (unit, i, "\n"));
    }
}

static void
writer_init (Writer *writer, const BvProposal *proposal, const BvPaperScope *scope)
{
  writer->proposal = proposal;
  writer->missing = bv_missing_new (proposal, scope->group, scope->nominee);
  writer->lacking = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < writer->missing->units->len; i++)
    index_unit (writer, g_ptr_array_index (writer->missing->units, i));
}

static void
writer_clear (Writer *writer)
{
  bv_missing_free (writer->missing);
  g_hash_table_unref (writer->lacking);
}

/* What was verified of each nominee, to be sent back: self-score, verified score, the difference and why,
 * what is missing or was returned; a section a nominee, in the order of the file. Holds are not in it: what a
 * denunciation says is not for who is denounced. */
static BvDocument *
compose (const BvProposal *proposal, const BvPaperScope *scope, GError **error)
{
  g_autoptr (GArray) entrants = bv_paper_scope_list (proposal, scope, error);
  BvDocument *document;
  Writer writer;

  if (entrants == NULL)
    return NULL;
  document = bv_document_new ("Phiếu thẩm định", bv_letterhead_organ (proposal->campaign));
  writer_init (&writer, proposal, scope);
  for (guint i = 0; i < entrants->len; i++)
    add_sheet (document, &writer, g_array_index (entrants, guint, i));
  writer_clear (&writer);
  return document;
}

const BvPaper bv_verification_paper = {
  .name = "verification",
  .title = N_ ("Verification sheet of a nominee"),
  .help = N_ ("What was verified of each nominee, to be sent back"),
  .takes = BV_PAPER_BY_ANY,
  .choices = { N_ ("All groups"), .by_group = TRUE },
  .compose = compose,
};
