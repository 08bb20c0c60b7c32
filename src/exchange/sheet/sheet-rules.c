/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/criterion-kind.h"
#include "core/ranking-quota.h"
#include "core/ranking-sentences.h"
#include "core/submission.h"
#include "core/text/date.h"
#include "core/text/wording.h"
#include "core/tie-step.h"
#include "exchange/sheet/sheet-cells.h"
#include "exchange/sheet/sheet-page.h"
#include "exchange/workbook/workbook-sheets.h"

#define SHEET "Quy tắc"

static const BvSheetColumn columns[] = { { "Mục", 17 }, { "Nội dung", 72 }, { "Điểm tối đa", 12 } };

typedef struct
{
  BvSheet sheet;
  guint row;
  GArray *sections; /* of guint: rows of their heads */
} RulesSheet;

static void
write_section (RulesSheet *self, const char *title)
{
  g_array_append_val (self->sections, self->row);
  bv_sheet_merged (&self->sheet, self->row, 0, G_N_ELEMENTS (columns) - 1, title, BV_FORMAT_RULE_SECTION);
  bv_sheet_end_row (&self->sheet, self->row++);
}

static void
write_rule (RulesSheet *self, const char *label, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  bv_sheet_text (&self->sheet, self->row, 0, label, BV_FORMAT_RULE_TEXT);
  bv_sheet_merged (&self->sheet, self->row, 1, G_N_ELEMENTS (columns) - 1, text, BV_FORMAT_RULE_TEXT);
  bv_sheet_end_row (&self->sheet, self->row++);
}

static void
write_campaign (RulesSheet *self)
{
  const BvProposal *proposal = self->sheet.book->proposal;
  const BvCampaign *campaign = proposal->campaign;
  g_autofree char *plan = bv_campaign_write_plan (campaign);
  g_autofree char *starts = bv_date_to_vietnamese (campaign->starts);
  g_autofree char *ends = bv_date_to_vietnamese (campaign->ends);
  g_autofree char *period = g_strdup_printf ("Từ %s đến %s", starts, ends);
  g_autofree char *date = bv_date_to_vietnamese (proposal->contest->date);
  g_auto (GStrv) lines = bv_submission_list_bases (campaign);
  g_autofree char *bases = g_strjoinv ("\n", lines);

  write_section (self, "Đợt thi đua");
  write_rule (self, "Tên", campaign->title);
  write_rule (self, "Kế hoạch", plan);
  write_rule (self, "Thời gian", period);
  write_rule (self, "Ngày xét", date);
  write_rule (self, "Hình thức", campaign->award);
  write_rule (self, "Căn cứ", bases);
}

static void
write_obstacles (RulesSheet *self, const BvRanking *pool)
{
  g_auto (GStrv) remarks = bv_ranking_list_remarks (pool);

  for (guint i = 0; remarks[i] != NULL; i++)
    write_rule (self, pool->quota->name, remarks[i]);
}

static void
write_seal (RulesSheet *self)
{
  const BvProposal *proposal = self->sheet.book->proposal;

  write_section (self, "Niêm phong");
  if (proposal->seal != NULL)
    {
      write_rule (self, "Mã niêm phong", proposal->seal);
      write_rule (self, "Mã nhật ký", proposal->chain);
      write_rule (self, "Lý do trình sớm", proposal->reason);
    }
  else
    {
      write_rule (self, "Trạng thái", "DỰ THẢO: dữ liệu chưa niêm phong, không dùng để ký trình.");
    }
  for (guint i = 0; i < proposal->pools->len; i++)
    write_obstacles (self, g_ptr_array_index (proposal->pools, i));
}

static void
write_quotas (RulesSheet *self)
{
  const GPtrArray *pools = self->sheet.book->proposal->pools;

  write_section (self, "Chỉ tiêu khen thưởng");
  for (guint i = 0; i < pools->len; i++)
    {
      const BvRanking *pool = g_ptr_array_index (pools, i);
      g_autofree char *words = bv_ranking_quota_write (pool);

      write_rule (self, pool->quota->name, words);
    }
}

static void
write_scoring (RulesSheet *self)
{
  const BvCampaign *campaign = self->sheet.book->proposal->campaign;

  write_section (self, "Cách tính điểm");
  write_rule (
    self, "Điểm tiêu chí",
    "Lấy điểm cuối; chưa có thì điểm thẩm định; chưa có thì điểm tính từ số liệu theo loại tiêu chí. "
    "Điểm tự chấm chỉ để đối chiếu, không tính.");
  write_rule (
    self, "Minh chứng",
    campaign->unproven_scores_zero
      ? "Thiếu tài liệu minh chứng và không giải trình thì tiêu chí tính 0 điểm; ô điểm trong bảng điểm đã là 0."
      : "Thiếu tài liệu minh chứng được ghi nhận nhưng không làm mất điểm.");
  write_rule (
    self, "Không được giao",
    "Tiêu chí không được giao (KG) không tính; điểm các tiêu chí còn lại được quy đổi về điểm tối đa của khối, "
    "làm tròn đến 0,01.");
  write_rule (self, "Chờ công bố",
              "Tiêu chí chờ công bố kết quả tạm tính 0 điểm; xếp hạng khi đó là tạm thời.");
  write_rule (self, "Cộng, trừ", "Điểm cộng và điểm trừ tính trong mức tối đa của khối; tổng điểm không âm.");
  write_rule (self, "Điều kiện", "Không xếp hạng: không đạt tiêu chí bắt buộc, đang tạm hoãn xét, đã rút.");
}

static void
write_order (RulesSheet *self, const BvScoreKeys *keys)
{
  g_autofree char *order = bv_tie_comparisons_write_order (keys->steps);

  write_section (self, "Thứ tự xếp hạng");
  write_rule (self, "Thứ tự", order);
}

static void
write_ranks_note (RulesSheet *self, const BvScoreTables *tables)
{
  gboolean live = TRUE;
  gboolean exact = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (tables->tables); i++)
    {
      live &= tables->tables[i].live_ranks;
      exact &= tables->tables[i].live_totals;
    }
  if (!live)
    write_rule (
      self, "Hạng là giá trị",
      "Bảng điểm trên 3.000 dòng nên cột Hạng ghi giá trị của Bảng Vàng, không phải công thức: tính lại bằng công "
      "thức sẽ quá chậm.");
  if (!exact)
    write_rule (
      self, "Tổng là giá trị",
      "Điểm tối đa của một khối vượt quá 50.000 nên tổng điểm và tỷ lệ ghi giá trị: bảng tính không tính chính "
      "xác được số lớn như vậy.");
}

static void
write_reading (RulesSheet *self, const BvScoreTables *tables)
{
  write_section (self, "Cách đọc bảng điểm");
  write_rule (
    self, "Công thức",
    "Tổng điểm, Tỷ lệ % và Hạng là công thức tính từ điểm từng tiêu chí, bằng số nguyên phần trăm điểm; sắp xếp, lọc "
    "các dòng không làm sai kết quả. Các cột phụ được gập lại, bấm dấu [+] phía trên cột Tổng điểm để xem.");
  write_rule (
    self, "Ký hiệu",
    "KG: không được giao. chờ CB: chờ công bố kết quả. –: chưa chấm. Ô trống: tiêu chí không thuộc khối. Hạng trống: "
    "không đủ điều kiện.");
  write_rule (
    self, "Điều kiện, phiếu",
    "Điều kiện xét, báo cáo, giới tính, chức vụ và phiếu Hội đồng là số liệu của Bảng Vàng khi xuất; sửa điểm trong "
    "bảng này không làm đổi chúng, và không sửa dữ liệu trong Bảng Vàng.");
  write_ranks_note (self, tables);
}

static char *
write_criterion_words (const BvCriterion *leaf)
{
  GString *text = g_string_new (leaf->title);
  g_autofree char *least = leaf->min != BV_NONE ? bv_wording_points (leaf->min) : NULL;

  g_string_append_printf (text, " (%s", bv_criterion_kind (leaf)->words);
  if (leaf->required)
    g_string_append (text, "; bắt buộc");
  if (least != NULL)
    g_string_append_printf (text, "; ít nhất %s điểm", least);
  if (leaf->evidence > 0)
    g_string_append_printf (text, "; minh chứng: %" G_GINT64_FORMAT, leaf->evidence);
  if (leaf->tie_breaker != BV_NONE)
    g_string_append_printf (text, "; ưu tiên %" G_GINT64_FORMAT " khi bằng điểm", leaf->tie_breaker);
  g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}

static void
write_criterion (RulesSheet *self, const BvCriterion *leaf)
{
  g_autofree char *words = write_criterion_words (leaf);

  bv_sheet_text (&self->sheet, self->row, 0, leaf->code, BV_FORMAT_RULE_TEXT);
  bv_sheet_text (&self->sheet, self->row, 1, words, BV_FORMAT_RULE_TEXT);
  bv_sheet_points (&self->sheet, self->row, 2, leaf->max, BV_FORMAT_POINTS);
  bv_sheet_end_row (&self->sheet, self->row++);
}

static char *
write_group_words (const BvGroup *group)
{
  g_autofree char *bonus = bv_wording_points (group->bonus_cap);
  g_autofree char *deduction = bv_wording_points (group->deduction_cap);
  GString *text = g_string_new ("Tiêu chí: ");

  g_string_append (text, group->name);
  if (group->assessed_by == BV_ASSESSED_BY_PARENT)
    g_string_append (text, " (cấp trên trực tiếp chấm)");
  if (group->assessed_by == BV_ASSESSED_BY_LEAD)
    g_string_append (text, " (đơn vị chủ trì chấm)");
  if (group->bonus_cap != BV_NONE)
    g_string_append_printf (text, "; cộng tối đa %s", bonus);
  if (group->deduction_cap != BV_NONE)
    g_string_append_printf (text, "; trừ tối đa %s", deduction);
  return g_string_free (text, FALSE);
}

static void
write_group (RulesSheet *self, const BvContestGroup *packed)
{
  g_autofree char *title = write_group_words (packed->group);

  write_section (self, title);
  for (guint i = 0; i < packed->leaves->len; i++)
    write_criterion (self, g_ptr_array_index (packed->leaves, i));
  bv_sheet_blank (&self->sheet, self->row, 0, BV_FORMAT_RULE_TEXT);
  bv_sheet_text (&self->sheet, self->row, 1, "Cộng (không kể điểm cộng, điểm trừ)", BV_FORMAT_RULE_TEXT);
  bv_sheet_points (&self->sheet, self->row, 2, packed->full, BV_FORMAT_TOTAL);
  bv_sheet_end_row (&self->sheet, self->row++);
}

/**
 * bv_workbook_write_rules:
 * @book: a book
 * @tables: the score sheets, as they were laid out
 *
 * Writes by which plan, rules and data the others came about, and the seal.
 *
 * Returns: whether to go on
 */
gboolean
bv_workbook_write_rules (BvBook *book, const BvScoreTables *tables)
{
  const BvContest *contest = book->proposal->contest;
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (guint));
  RulesSheet self = { .sections = sections };

  bv_sheet_init (&self.sheet, book, SHEET);
  bv_sheet_set_widths (&self.sheet, columns, G_N_ELEMENTS (columns));
  bv_sheet_text (&self.sheet, self.row, 0, "QUY TẮC VÀ CĂN CỨ", BV_FORMAT_HEADING);
  bv_sheet_end_row (&self.sheet, self.row++);
  bv_sheet_head (&self.sheet, self.row++, columns, G_N_ELEMENTS (columns), BV_FORMAT_HEAD);
  write_campaign (&self);
  write_seal (&self);
  write_quotas (&self);
  write_order (&self, tables->keys);
  write_scoring (&self);
  for (guint i = 0; i < contest->groups->len; i++)
    write_group (&self, bv_contest_group (contest, i));
  write_reading (&self, tables);
  worksheet_freeze_panes (self.sheet.worksheet, 2, 0);
  bv_book_check (book, worksheet_repeat_rows (self.sheet.worksheet, 1, 1));
  bv_book_define_name (book, "QuyTac", SHEET, 1, self.row - 1, G_N_ELEMENTS (columns));
  bv_sheet_set_page (&self.sheet, FALSE, 0);
  bv_sheet_keep_heads (&self.sheet, 1, sections, FALSE);
  bv_sheet_clear (&self.sheet);
  return bv_book_advance (book);
}
