/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/wording.h"
#include "print/council-form.h"
#include "print/document-head.h"
#include "print/measures.h"
#include "print/paper.h"
#include "print/signatures.h"
#include "print/width-shares.h"

#include <glib/gi18n-lib.h>

#define N_COLUMNS 6

/* The least of each, in mm. */
static const BvColumn columns[N_COLUMNS] = {
  { (char *) "TT", 9, BV_ALIGN_CENTER },
  { (char *) "Tên tập thể/Họ và tên", 44, BV_ALIGN_LEFT },
  { (char *) "Chức vụ, đơn vị", 40, BV_ALIGN_LEFT },
  { (char *) "Điểm/hạng", 23, BV_ALIGN_CENTER },
  { (char *) "Đồng ý", 16, BV_ALIGN_CENTER },
  { (char *) "Không đồng ý", 18, BV_ALIGN_CENTER },
};

/* What the pool compares, and the rank it gave. */
static char *
write_standing (const BvRanking *pool, const BvRankingEntry *entry)
{
  g_autofree char *value = bv_wording_points (entry->value);
  g_autofree char *rank = bv_wording_number (entry->rank);

  return g_strdup_printf ("%s%s/%s", value, pool->by_percent ? "%" : "", rank);
}

static void
add_entry (BvBlock *table, const BvCouncilForm *form, const BvCouncilPart *part, guint index)
{
  const BvRankingEntry *entry = bv_council_form_part_entry (part, index);
  char **cells = g_new0 (char *, N_COLUMNS + 1);

  cells[0] = g_strdup_printf ("%u", index + 1);
  cells[1] = bv_proposal_write_decided_name (form->proposal, entry);
  cells[2] = bv_proposal_write_belonging (form->proposal, entry->entrant);
  cells[3] = write_standing (part->pool, entry);
  cells[4] = g_strdup ("");
  cells[5] = g_strdup ("");
  bv_block_add_row (table, entry->place == BV_RANK_UNRESOLVED ? BV_BLOCK_ROW_MARKED : BV_BLOCK_ROW_PLAIN,
                    cells);
}

/* How many of the tie there is still room for. One of them may be voted on in another pool. */
static void
add_tie_heading (BvBlock *table, const BvCouncilPart *part)
{
  guint n = part->entries->len - part->n_inside;
  g_autofree char *left = bv_wording_count (MIN (part->pool->tie_room, n));
  g_autofree char *of = bv_wording_count (n);
  g_autofree char *text
    = g_strdup_printf ("Bằng nhau tại ranh giới chỉ tiêu (chọn không quá %s trong %s)", left, of);

  bv_block_add_across (table, BV_BLOCK_ROW_PART, text);
}

static void
add_part (BvBlock *table, const BvCouncilForm *form, guint index)
{
  const BvCouncilPart *part = bv_council_form_part (form, index);
  g_autofree char *heading = bv_council_form_write_limit (form, index);

  bv_block_add_across (table, BV_BLOCK_ROW_PART, heading);
  for (guint i = 0; i < part->entries->len; i++)
    {
      if (i == part->n_inside)
        add_tie_heading (table, part);
      add_entry (table, form, part, i);
    }
}

static void
add_table (BvSection *section, const BvCouncilForm *form)
{
  BvBlock *table;

  if (form->parts->len == 0)
    {
      bv_section_add_paragraph (section, BV_STYLE_BODY,
                                "Chưa có tập thể, cá nhân nào trong chỉ tiêu để biểu quyết.");
      return;
    }
  bv_section_add_paragraph (
    section, BV_STYLE_PLAIN,
    "Đánh dấu (x) vào ô “Đồng ý” hoặc ô “Không đồng ý” của từng dòng. Số trường hợp đồng ý "
    "ở mỗi mục không quá số ghi trong ngoặc ở đầu mục.");
  bv_section_add_gap (section, 4);
  table = bv_section_add_table (section, columns, N_COLUMNS);
  for (guint i = 0; i < form->parts->len; i++)
    add_part (table, form, i);
  bv_width_shares_fit (table, BV_WIDTH_PORTRAIT);
}

static void
add_foot (BvSection *section)
{
  const BvSigner nobody = { NULL, NULL, NULL };
  const BvSigner member = { "THÀNH VIÊN HỘI ĐỒNG", "(Ký, ghi rõ họ tên; bỏ trống khi bỏ phiếu kín)", NULL };

  bv_section_add_gap (section, 6);
  bv_section_add_paragraph (
    section, BV_STYLE_NOTE,
    "Bỏ phiếu kín: không ghi tên, không ký. Biểu quyết công khai hoặc cho ý kiến bằng văn bản: "
    "thành viên Hội đồng ký, ghi rõ họ tên.");
  bv_signatures_add (section, &nobody, &member);
}

static void
fill (BvSection *section, const BvCouncilForm *form)
{
  add_table (section, form);
  add_foot (section);
  bv_origin_add_signed (section, form->proposal);
}

/* The ballot of the Emulation and Commendation Council: who is proposed and who stands in a tie at the quota
 * line, with boxes to tick. Whether the vote is open or secret is for the council to say: both can use it. */
static BvDocument *
compose (const BvProposal *proposal, const BvPaperScope *scope, GError **error)
{
  static const BvCouncilPaper paper = {
    .name = "Phiếu biểu quyết",
    .title = "PHIẾU BIỂU QUYẾT",
    .occasion = "Về việc",
    .of_votes = TRUE,
    .fill = fill,
  };

  return bv_council_form_compose (&paper, proposal, scope, error);
}

const BvPaper bv_ballot_paper = {
  .name = "ballot",
  .title = N_ ("Ballot of the council"),
  .help = N_ ("Who is voted on, with boxes to tick"),
  .takes = BV_PAPER_BY_GROUP,
  .compose = compose,
};
