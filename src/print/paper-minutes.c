/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/council.h"
#include "core/letterhead.h"
#include "core/ranking-sentences.h"
#include "core/share.h"
#include "core/text/text.h"
#include "core/text/wording.h"
#include "print/council-conclusion.h"
#include "print/council-form.h"
#include "print/council-votes.h"
#include "print/open-lines.h"
#include "print/paper.h"
#include "print/signatures.h"

#include <glib/gi18n-lib.h>

#define N_OPEN_LINES 3 /* to write on by hand */

static void
add_attendance (BvSection *section, const BvVote *attendance)
{
  bv_council_form_add_attendance (section, attendance);
  bv_open_line_add (section, "- Thành viên vắng mặt, lý do: ", 13);
  bv_open_line_add (section, "- Đại biểu được mời: ", 9);
}

static void
add_opening (BvSection *section, const BvVote *attendance)
{
  bv_section_add_paragraph (section, BV_STYLE_PLAIN,
                            "Thời gian bắt đầu: …… giờ ……, ngày …… tháng …… năm ………");
  bv_open_line_add (section, "Địa điểm: ", 5);
  bv_section_add_paragraph (section, BV_STYLE_PLAIN, "Thành phần tham dự:");
  add_attendance (section, attendance);
  bv_open_line_add (section, "Chủ trì (chủ tọa): ", 8);
  bv_open_line_add (section, "Thư ký (người ghi biên bản): ", 13);
}

/* Says nothing of a quorum that the campaign does not ask for. */
static char *
write_quorum (const BvCampaign *campaign, const BvVote *attendance)
{
  static const char *const answers[] = {
    [BV_COUNCIL_UNKNOWN] = "",
    [BV_COUNCIL_NO] = "; cuộc họp chưa đủ điều kiện tiến hành",
    [BV_COUNCIL_YES] = "; cuộc họp đủ điều kiện tiến hành",
  };
  gboolean counted = attendance->members != BV_NONE && attendance->present != BV_NONE
                     && (attendance->in_writing != BV_NONE || !campaign->written_in_quorum);
  g_autofree char *share = NULL;

  if (campaign->council_quorum == BV_NONE)
    return g_strdup ("");
  share = bv_share_write (campaign->council_quorum);
  return g_strdup_printf (
    " Cuộc họp hợp lệ khi có %s số thành viên Hội đồng dự họp%s%s.", share,
    campaign->written_in_quorum ? ", kể cả thành viên cho ý kiến bằng văn bản" : "",
    answers[counted ? bv_council_has_quorum (campaign, attendance) : BV_COUNCIL_UNKNOWN]);
}

static char *
write_percent_present (const BvVote *attendance)
{
  g_autofree char *percent = NULL;

  if (attendance->members == BV_NONE || attendance->present == BV_NONE)
    return g_strdup ("……");
  percent = bv_wording_percent (bv_rounded_product (attendance->present, 10000, attendance->members));
  return g_steal_pointer (&percent);
}

static void
add_validity (BvSection *section, const BvProposal *proposal, const BvVote *attendance)
{
  g_autofree char *members = bv_open_count_write (attendance->members);
  g_autofree char *present = bv_open_count_write (attendance->present);
  g_autofree char *percent = write_percent_present (attendance);
  g_autofree char *quorum = write_quorum (proposal->campaign, attendance);
  g_autofree char *text
    = g_strdup_printf ("Có mặt %s/%s thành viên Hội đồng, đạt %s%%.%s", present, members, percent, quorum);

  bv_section_add_heading (section, "1. Điều kiện tiến hành cuộc họp");
  bv_section_add_paragraph (section, BV_STYLE_BODY, text);
}

/* As the submission counts them: without those that were withdrawn. */
static guint
count_nominees (const BvProposal *proposal, const BvRanking *pool)
{
  guint n = 0;

  for (guint i = 0; i < pool->entries->len; i++)
    if (!bv_contest_entrant (proposal->contest, bv_ranking_entry (pool, i)->entrant)->withdrawn)
      n++;
  return n;
}

static void
add_pool_report (BvSection *section, const BvProposal *proposal, const BvRanking *pool)
{
  g_autofree char *nominees = bv_wording_count (count_nominees (proposal, pool));
  g_autofree char *size = bv_wording_count (pool->size);
  g_autofree char *inside = bv_wording_count (pool->n_inside);
  g_autofree char *ties = bv_ranking_has_own_tie (pool) ? bv_ranking_list_unresolved (pool) : NULL;
  g_autofree char *text
    = g_strdup_printf ("- %s: %s %s đề nghị xét, chỉ tiêu %s, trong chỉ tiêu %s%s%s.", pool->quota->name,
                       nominees, bv_quota_kind_words (pool->quota->kind), size, inside,
                       ties != NULL ? "; bằng nhau tại ranh giới chỉ tiêu: " : "", ties != NULL ? ties : "");

  bv_section_add_paragraph (section, BV_STYLE_BODY, text);
}

static gboolean
takes_pool (const BvPaperScope *scope, const BvRanking *pool)
{
  return scope->group == NULL || bv_quota_has_group (pool->quota, scope->group);
}

/* Of every pool, also where there is nobody to vote on. */
static void
add_report (BvSection *section, const BvProposal *proposal, const BvPaperScope *scope)
{
  const char *organ = bv_letterhead_organ (proposal->campaign);
  g_autofree char *date = bv_wording_date_line (proposal->contest->date);
  g_autofree char *text = g_strdup_printf (
    "%s báo cáo kết quả thực hiện %s, kết quả chấm điểm, thẩm định và xếp hạng tính đến %s, cụ thể:",
    *organ != '\0' ? organ : "Cơ quan thường trực Hội đồng", proposal->campaign->title, date);

  bv_section_add_heading (section, "2. Báo cáo kết quả");
  bv_section_add_paragraph (section, BV_STYLE_BODY, text);
  for (guint i = 0; i < proposal->pools->len; i++)
    if (takes_pool (scope, g_ptr_array_index (proposal->pools, i)))
      add_pool_report (section, proposal, g_ptr_array_index (proposal->pools, i));
  bv_section_add_heading (section, "3. Ý kiến thảo luận");
  bv_open_lines_add (section, N_OPEN_LINES);
}

static void
add_vote_rules (BvSection *section, const BvCouncilForm *form)
{
  bv_open_line_add (section, "Hình thức biểu quyết (bỏ phiếu kín/công khai): ", 20);
  bv_council_votes_add_rules (section, form);
}

static void
add_votes (BvSection *section, const BvCouncilForm *form)
{
  gboolean voting = form->proposal->campaign->council_voting;

  bv_section_add_heading (section, voting ? "4. Kết quả biểu quyết" : "4. Kết quả xét");
  if (voting)
    add_vote_rules (section, form);
  bv_council_votes_add_table (section, form, TRUE);
}

static void
add_decision (BvSection *section,
              const BvProposal *proposal,
              const BvRanking *pool,
              const BvRankingEntry *entry)
{
  g_autofree char *name = bv_proposal_write_name (proposal, entry->entrant);
  g_autofree char *reason = bv_text_strip_end (g_strdup (entry->decision->reason));
  g_autofree char *text
    = g_strdup_printf ("- %s (%s): %s; lý do: %s.", name, pool->quota->name,
                       entry->place == BV_RANK_INSIDE ? "đưa vào chỉ tiêu" : "không đưa vào chỉ tiêu",
                       !bv_text_is_blank (reason) ? reason : "……………………");

  bv_section_add_paragraph (section, BV_STYLE_BODY, text);
}

/* Decisions bind whoever they name, listed on the form or not. */
static guint
add_pool_decisions (BvSection *section, const BvProposal *proposal, const BvRanking *pool)
{
  guint n = 0;

  for (guint i = 0; i < pool->entries->len; i++)
    if (bv_ranking_entry (pool, i)->decision != NULL)
      {
        add_decision (section, proposal, pool, bv_ranking_entry (pool, i));
        n++;
      }
  return n;
}

static void
add_decisions (BvSection *section, const BvProposal *proposal, const BvPaperScope *scope)
{
  guint n = 0;

  bv_section_add_heading (section, "5. Quyết định bằng văn bản");
  for (guint i = 0; i < proposal->pools->len; i++)
    {
      const BvRanking *pool = g_ptr_array_index (proposal->pools, i);

      if (takes_pool (scope, pool))
        n += add_pool_decisions (section, proposal, pool);
    }
  if (n == 0)
    bv_section_add_paragraph (section, BV_STYLE_BODY, "Không có.");
}

/* Only who is inside the quota is proposed; where the line is open, the text says so. */
static void
add_conclusion (BvSection *section, const BvCouncilForm *form)
{
  bv_section_add_heading (section, "6. Kết luận của chủ trì");
  bv_council_conclusion_add (section, form);
  bv_open_lines_add (section, N_OPEN_LINES);
  bv_section_add_paragraph (
    section, BV_STYLE_BODY,
    "Cuộc họp kết thúc vào …… giờ ……, ngày …… tháng …… năm ………; biên bản đã được đọc lại cho các "
    "thành viên dự họp cùng nghe và thống nhất./.");
}

static void
add_foot (BvSection *section)
{
  const BvSigner secretary = { "THƯ KÝ", "(Ký, ghi rõ họ tên)", NULL };
  const BvSigner chairman = { "CHỦ TỌA", "(Ký, ghi rõ họ tên)", NULL };

  bv_signatures_add (section, &secretary, &chairman)->keep_with_next = TRUE;
  bv_section_add_gap (section, 14)->keep_with_next = TRUE;
  bv_section_add_paragraph (section, BV_STYLE_RECIPIENTS_HEAD, BV_LETTERHEAD_RECIPIENTS)->keep_with_next
    = TRUE;
  bv_section_add_paragraph (section, BV_STYLE_RECIPIENTS, "- Thành viên Hội đồng;\n- Lưu: VT, Hồ sơ.");
}

static void
fill (BvSection *section, const BvCouncilForm *form)
{
  BvVote attendance = bv_council_form_find_attendance (form);

  add_opening (section, &attendance);
  bv_section_add_paragraph (section, BV_STYLE_PLAIN, "Nội dung:");
  add_validity (section, form->proposal, &attendance);
  add_report (section, form->proposal, form->scope);
  add_votes (section, form);
  add_decisions (section, form->proposal, form->scope);
  add_conclusion (section, form);
  add_foot (section);
}

/* The minutes of the council's meeting (biên bản, form 1.9 of NĐ 30/2020/NĐ-CP, Annex III): what the campaign
 * knows is filled in, the rest is dots to write on. Quorum and threshold are those of the campaign, or none.
 */
static BvDocument *
compose (const BvProposal *proposal, const BvPaperScope *scope, GError **error)
{
  static const BvCouncilPaper paper = {
    .name = "Biên bản họp Hội đồng Thi đua - Khen thưởng",
    .number_line = "Số: …/BB-HĐTĐKT",
    .title = "BIÊN BẢN",
    .occasion = BV_COUNCIL_MEETING,
    .with_voted = TRUE,
    .fill = fill,
  };

  return bv_council_form_compose (&paper, proposal, scope, error);
}

const BvPaper bv_minutes_paper = {
  .name = "minutes",
  .title = N_ ("Minutes of the council"),
  .help = N_ ("The minutes of the meeting, to be completed by hand"),
  .takes = BV_PAPER_BY_GROUP,
  .compose = compose,
};
