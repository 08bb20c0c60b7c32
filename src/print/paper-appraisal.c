/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/letterhead.h"
#include "core/proposed-list.h"
#include "core/ranking-quota.h"
#include "core/submission.h"
#include "core/text/wording.h"
#include "core/tie-step.h"
#include "print/appraisal-open.h"
#include "print/appraisal-result.h"
#include "print/document-head.h"
#include "print/list-rows.h"
#include "print/measures.h"
#include "print/paper.h"
#include "print/width-shares.h"

#include <glib/gi18n-lib.h>

#define GAP_HEIGHT 8.0
#define N_COLUMNS 5

#define SUBJECT \
  "Kết quả thẩm định hồ sơ đề nghị {khen thưởng} cho các {đối tượng} có thành tích xuất sắc trong {phong trào}"
#define INTRODUCTION \
  "Thực hiện {kế hoạch}, {cơ quan} đã thẩm định hồ sơ thi đua của {được xét}. Kết quả tính đến {ngày xét} như sau:"
#define PROPOSING "Trên cơ sở kết quả thẩm định, {cơ quan} đề nghị {kính gửi} xem xét, {tặng thưởng}, gồm:"
#define CLOSING "{cơ quan} kính báo cáo {kính gửi} xem xét, quyết định./."

/* The least of each, in mm. */
static const BvColumn columns[N_COLUMNS] = {
  { (char *) "TT", 9, BV_ALIGN_CENTER },
  { (char *) "Tên tập thể/Họ và tên", 40, BV_ALIGN_LEFT },
  { (char *) "Chức vụ, đơn vị", 50, BV_ALIGN_LEFT },
  { (char *) "Điểm", 17, BV_ALIGN_RIGHT },
  { (char *) "Hạng", 14, BV_ALIGN_CENTER },
};

static void
add_filled (BvSection *section, BvStyleId style, const BvProposal *proposal, const char *pattern)
{
  g_autofree char *text = bv_submission_fill (proposal, pattern);

  bv_section_add_paragraph (section, style, text);
}

/* Its number and day are its own, not those of the submission. */
static void
add_head (BvSection *section, const BvProposal *proposal)
{
  const BvCampaign *campaign = proposal->campaign;
  g_autofree char *number = bv_letterhead_open_number (campaign, "BC");
  g_autofree char *date = bv_letterhead_place_and_open_date (campaign);
  g_autofree char *subject = bv_submission_fill (proposal, SUBJECT);
  g_autofree char *bases = bv_submission_write_bases (campaign);

  bv_document_head_add_of (section, campaign->issuer_parent, campaign->issuer_organ, number, date);
  bv_section_add_paragraph (section, BV_STYLE_TITLE, "BÁO CÁO");
  bv_section_add_ruled (section, BV_STYLE_SUBJECT, subject, BV_RULE_ORGAN);
  bv_section_add_gap (section, GAP_HEIGHT);
  bv_addressees_add (section, campaign);
  bv_section_add_paragraph (section, BV_STYLE_BASIS, bases);
  add_filled (section, BV_STYLE_BODY, proposal, INTRODUCTION);
}

/* Files that are a nominee's report of achievements prove no criterion. */
static GHashTable *
find_reports (const BvCampaign *campaign)
{
  GHashTable *reports = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < campaign->nominees->len; i++)
    {
      const BvAchievementReport *report
        = ((const BvNominee *) g_ptr_array_index (campaign->nominees, i))->report;

      if (report != NULL && report->evidence != NULL)
        g_hash_table_add (reports, report->evidence);
    }
  return reports;
}

static void
add_evidence (BvSection *section, const BvCampaign *campaign)
{
  gint64 counts[BV_EVIDENCE_REJECTED + 1] = { 0 };
  g_autoptr (GHashTable) reports = find_reports (campaign);
  g_autofree char *all = NULL;
  g_autofree char *accepted = NULL;
  g_autofree char *rejected = NULL;
  g_autofree char *pending = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < campaign->evidence->len; i++)
    {
      const BvEvidence *evidence = g_ptr_array_index (campaign->evidence, i);

      counts[evidence->state] += !g_hash_table_contains (reports, evidence->key);
    }
  all = bv_wording_count (counts[BV_EVIDENCE_ACCEPTED] + counts[BV_EVIDENCE_REJECTED]
                          + counts[BV_EVIDENCE_PENDING]);
  accepted = bv_wording_count (counts[BV_EVIDENCE_ACCEPTED]);
  rejected = bv_wording_count (counts[BV_EVIDENCE_REJECTED]);
  pending = bv_wording_count (counts[BV_EVIDENCE_PENDING]);
  text
    = g_strdup_printf ("- Tài liệu minh chứng: %s tài liệu, trong đó chấp nhận %s, không chấp nhận %s, chưa "
                       "kết luận %s; tiêu chí thiếu tài liệu mà không có giải trình %s.",
                       all, accepted, rejected, pending,
                       campaign->unproven_scores_zero ? "tính 0 điểm" : "được ghi nhận, không trừ điểm");
  bv_section_add_paragraph (section, BV_STYLE_BODY, text);
}

/* Those that were withdrawn are not among the collectives and individuals of the introduction. */
static void
add_nominees (BvSection *section, const BvContest *contest)
{
  g_autofree char *nominees = bv_wording_count (contest->entrants->len);
  g_autofree char *groups = bv_wording_count (contest->groups->len);
  g_autofree char *withdrawn = NULL;
  g_autofree char *text = NULL;
  guint n_withdrawn = 0;

  for (guint i = 0; i < contest->entrants->len; i++)
    n_withdrawn += bv_contest_entrant (contest, i)->withdrawn;
  withdrawn = bv_wording_count (n_withdrawn);
  text = g_strdup_printf ("- Hồ sơ của %s trường hợp thuộc %s khối%s%s%s.", nominees, groups,
                          n_withdrawn > 0 ? ", trong đó " : "", n_withdrawn > 0 ? withdrawn : "",
                          n_withdrawn > 0 ? " trường hợp đã rút" : "");
  bv_section_add_paragraph (section, BV_STYLE_BODY, text);
}

static void
add_checked (BvSection *section, const BvProposal *proposal)
{
  bv_section_add_heading (section, "I. NỘI DUNG THẨM ĐỊNH");
  add_nominees (section, proposal->contest);
  bv_section_add_paragraph (
    section, BV_STYLE_BODY,
    "- Điểm: đối chiếu điểm tự chấm với tài liệu minh chứng và số liệu của từng tiêu chí; "
    "điểm tự chấm không dùng để xếp hạng.");
  add_evidence (section, proposal->campaign);
  bv_section_add_paragraph (
    section, BV_STYLE_BODY,
    "- Điều kiện xét: đạt các tiêu chí bắt buộc, không thuộc trường hợp tạm hoãn xét.");
}

static void
add_rules (BvSection *section, const BvProposal *proposal)
{
  g_autoptr (GArray) comparisons = bv_tie_comparisons_list (proposal->contest, NULL);
  g_autofree char *order = bv_tie_comparisons_write_order (comparisons);

  bv_section_add_heading (section, "II. QUY TẮC XẾP HẠNG VÀ CHỈ TIÊU");
  bv_section_add_paragraph (section, BV_STYLE_BODY, "Xếp hạng trong từng nguồn xét theo thứ tự:");
  bv_section_add_paragraph (section, BV_STYLE_BODY, order);
  bv_section_add_paragraph (section, BV_STYLE_BODY,
                            proposal->pools->len > 0 ? "Chỉ tiêu khen thưởng:"
                                                     : "Chưa có chỉ tiêu khen thưởng.");
  for (guint i = 0; i < proposal->pools->len; i++)
    {
      const BvRanking *pool = g_ptr_array_index (proposal->pools, i);
      g_autofree char *words = bv_ranking_quota_write (pool);
      g_autofree char *text = g_strdup_printf ("- %s: %s", pool->quota->name, words);

      bv_section_add_paragraph (section, BV_STYLE_BODY, text);
    }
}

static char *
write_part (const BvProposedList *list, guint index)
{
  const BvProposedPart *part = bv_proposed_list_part (list, index);
  g_autofree char *count = bv_wording_count (part->end - part->first);

  return g_strdup_printf ("%s: %s %s", part->pool->quota->name, count, bv_group_kind_words (list->kind));
}

static char **
write_row (const BvProposedList *list, guint index)
{
  const BvRankingEntry *entry = g_ptr_array_index (list->entries, index);
  char **cells = g_new0 (char *, N_COLUMNS + 1);

  cells[0] = g_strdup_printf ("%u", index + 1);
  cells[1] = bv_proposal_write_decided_name (list->proposal, entry);
  cells[2] = bv_proposal_write_belonging (list->proposal, entry->entrant);
  cells[3] = bv_wording_points (bv_scores_get (list->proposal->scores, entry->entrant)->total);
  cells[4] = bv_wording_number (entry->rank);
  return cells;
}

static void
add_proposed (BvSection *section, const BvProposal *proposal)
{
  g_autoptr (BvProposedList) collectives = bv_proposed_list_new (proposal, BV_GROUP_COLLECTIVE, NULL);
  g_autoptr (BvProposedList) individuals = bv_proposed_list_new (proposal, BV_GROUP_INDIVIDUAL, NULL);
  BvBlock *table;

  bv_section_add_heading (section, "IV. ĐỀ NGHỊ KHEN THƯỞNG");
  if (collectives->entries->len + individuals->entries->len == 0)
    {
      bv_section_add_paragraph (section, BV_STYLE_BODY, "Chưa có trường hợp nào trong chỉ tiêu.");
      return;
    }
  add_filled (section, BV_STYLE_BODY, proposal, PROPOSING);
  table = bv_section_add_table (section, columns, N_COLUMNS);
  table->is_dense = TRUE;
  bv_list_rows_add (table, collectives, write_part, write_row);
  bv_list_rows_add (table, individuals, write_part, write_row);
  bv_width_shares_fit (table, BV_WIDTH_PORTRAIT);
  bv_section_add_gap (section, GAP_HEIGHT);
}

static void
add_closing (BvSection *section, const BvProposal *proposal)
{
  g_autofree char *closing = bv_submission_fill (proposal, CLOSING);

  bv_closing_text_add (section, closing);
  bv_signature_add (section, proposal, BV_LETTERHEAD_ADDRESSED);
  bv_origin_add_signed (section, proposal);
}

/* The report of the office on its appraisal (báo cáo thẩm định): what it looked at, by which rules, what came
 * of it, who is proposed, and what is still open. It may stand for the minutes of a council (DOMAIN.md,
 * Reports of achievements). */
static BvDocument *
compose (const BvProposal *proposal, const BvPaperScope *scope, GError **error)
{
  BvDocument *document = bv_document_new ("Báo cáo thẩm định", bv_letterhead_organ (proposal->campaign));
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);

  add_head (section, proposal);
  add_checked (section, proposal);
  add_rules (section, proposal);
  bv_section_add_heading (section, "III. KẾT QUẢ THẨM ĐỊNH");
  bv_appraisal_result_add (section, proposal);
  add_proposed (section, proposal);
  bv_section_add_heading (section, "V. NỘI DUNG CÒN PHẢI HOÀN THIỆN");
  bv_appraisal_open_add (section, proposal);
  add_closing (section, proposal);
  return document;
}

const BvPaper bv_appraisal_paper = {
  .name = "appraisal",
  .title = N_ ("Appraisal report"),
  .help = N_ ("What the office appraised, by which rules, who is proposed, and what is still open"),
  .use = BV_PAPER_PROPOSED,
  .dossier = { 7, "Báo cáo thẩm định", "Báo cáo thẩm định", NULL },
  .compose = compose,
};
