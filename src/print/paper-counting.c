/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/council-form.h"
#include "print/council-votes.h"
#include "print/open-lines.h"
#include "print/paper.h"
#include "print/signatures.h"

#include <glib/gi18n-lib.h>

#define SIGNING_HEIGHT 64.0
#define NAME_DOTS "………………………"

static void
add_tellers (BvSection *section)
{
  bv_section_add_paragraph (section, BV_STYLE_PLAIN, "- Hội đồng bầu ban kiểm phiếu gồm 03 người:");
  bv_open_line_add (section, "1. Trưởng ban: ", 7);
  bv_open_line_add (section, "2. Thành viên: ", 7);
  bv_open_line_add (section, "3. Thành viên: ", 7);
}

static void
add_meeting (BvSection *section, const BvCouncilForm *form)
{
  BvVote attendance = bv_council_form_find_attendance (form);

  bv_section_add_paragraph (section, BV_STYLE_PLAIN,
                            "Thời gian kiểm phiếu: …… giờ ……, ngày …… tháng …… năm ………");
  bv_open_line_add (section, "Địa điểm: ", 5);
  bv_section_add_heading (section, "1. Thành phần");
  bv_council_form_add_attendance (section, &attendance);
  add_tellers (section);
}

/* How many ballots there were is known only to those who counted them. */
static void
add_ballots (BvSection *section)
{
  bv_section_add_heading (section, "2. Số phiếu");
  bv_section_add_paragraph (section, BV_STYLE_PLAIN,
                            "- Số phiếu phát ra: ……… phiếu; số phiếu thu về: ……… phiếu.");
  bv_section_add_paragraph (section, BV_STYLE_PLAIN,
                            "- Số phiếu hợp lệ: ……… phiếu; số phiếu không hợp lệ: ……… phiếu.");
  bv_section_add_paragraph (section, BV_STYLE_PLAIN,
                            "- Ý kiến bằng văn bản của thành viên vắng mặt: ……… phiếu.");
}

static void
add_result (BvSection *section, const BvCouncilForm *form)
{
  bv_section_add_heading (section, "3. Kết quả kiểm phiếu");
  bv_council_votes_add_rules (section, form);
  bv_section_add_gap (section, 4);
  bv_council_votes_add_table (section, form, FALSE);
  bv_section_add_paragraph (
    section, BV_STYLE_BODY,
    "Biên bản được lập xong vào …… giờ …… cùng ngày, đã đọc cho Hội đồng cùng nghe; phiếu "
    "được niêm phong và lưu cùng hồ sơ./.");
}

/* The head of the tellers on the right, the two others below each other on the left. */
static void
add_signatures (BvSection *section)
{
  const BvSigner members = { "THÀNH VIÊN", "(Ký, ghi rõ họ tên)", "1. " NAME_DOTS };
  const BvSigner head = { "TRƯỞNG BAN KIỂM PHIẾU", "(Ký, ghi rõ họ tên)", NAME_DOTS };
  BvBlock *halves = bv_signatures_add (section, &members, &head);

  bv_halves_add (halves, BV_STYLE_SIGNER_HINT, NULL, BV_STYLE_SIGNER_HINT, NULL, SIGNING_HEIGHT);
  bv_halves_add (halves, BV_STYLE_SIGNER, "2. " NAME_DOTS, BV_STYLE_SIGNER, NULL, 0);
}

static void
fill (BvSection *section, const BvCouncilForm *form)
{
  add_meeting (section, form);
  add_ballots (section);
  add_result (section, form);
  add_signatures (section);
}

/* The minutes of the counting of the ballots (biên bản kiểm phiếu): no form is prescribed (DOMAIN.md). What
 * the library knows of the votes is filled in; the rest is dots. */
static BvDocument *
compose (const BvProposal *proposal, const BvPaperScope *scope, GError **error)
{
  static const BvCouncilPaper paper = {
    .name = "Biên bản kiểm phiếu",
    .title = "BIÊN BẢN KIỂM PHIẾU",
    .occasion = BV_COUNCIL_MEETING,
    .of_votes = TRUE,
    .with_voted = TRUE,
    .fill = fill,
  };

  return bv_council_form_compose (&paper, proposal, scope, error);
}

const BvPaper bv_counting_paper = {
  .name = "counting",
  .title = N_ ("Counting of the ballots"),
  .help = N_ ("The minutes of those who count the council’s ballots, to be completed by hand"),
  .takes = BV_PAPER_BY_GROUP,
  .compose = compose,
};
