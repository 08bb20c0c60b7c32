/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/letterhead.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "core/text/vietnamese.h"
#include "core/text/wording.h"
#include "print/achievement-criteria.h"
#include "print/document-head.h"
#include "print/measures.h"
#include "print/open-lines.h"
#include "print/paper.h"
#include "print/signatures.h"
#include "print/width-shares.h"

#include <glib/gi18n-lib.h>

#define OPEN "…………………"
#define LETTER_IN_DOTS 0.43 /* how wide one is, on average */
#define N_AWARD_COLUMNS 3
#define N_OPEN_AWARDS 2 /* rows to write on, where none is known */

/* What one nominee reports of itself. */
typedef struct
{
  const BvProposal *proposal;
  guint index; /* of the entrant */
  const BvNominee *nominee;
  const BvUnit *unit; /* that reports, or whose member does; NULL: it is not in the campaign */
  gboolean of_person;
} Achievement;

/* The least of each, in mm. */
static const BvColumn award_columns[N_AWARD_COLUMNS] = {
  { (char *) "Năm", 16, BV_ALIGN_CENTER },
  { (char *) "Hình thức khen thưởng", 60, BV_ALIGN_LEFT },
  { (char *) "Số, ngày của quyết định", 55, BV_ALIGN_LEFT },
};

/* A line of the form: what is known, or dots. */
static void
add_fact (BvSection *section, const char *label, const char *value)
{
  g_autofree char *text = NULL;

  if (bv_text_is_blank (value))
    {
      bv_open_line_add (section, label, g_utf8_strlen (label, -1) * LETTER_IN_DOTS);
      return;
    }
  text = g_strconcat (label, value, NULL);
  bv_section_add_paragraph (section, BV_STYLE_PLAIN, text);
}

/* NULL: it is not in the campaign. */
static const char *
find_parent (const Achievement *self)
{
  const BvUnit *parent
    = self->unit != NULL ? bv_proposal_find_unit (self->proposal, self->unit->parent) : NULL;

  return parent != NULL ? parent->name : NULL;
}

/* In the letterhead stands above the office what stands there in all its papers. */
static const char *
find_letterhead_parent (const Achievement *self)
{
  const BvCampaign *campaign = self->proposal->campaign;
  const char *parent = find_parent (self);

  if (parent == NULL && self->unit != NULL && bv_letterhead_is_issuer (campaign, self->unit->name))
    parent = campaign->issuer_parent;
  return bv_text_is_blank (parent) ? OPEN : parent;
}

static void
add_form (BvSection *section, const BvCampaign *campaign)
{
  BvBlock *halves;

  if (bv_text_is_blank (campaign->report_form))
    return;
  halves = bv_section_add_halves (section, 0.5);
  bv_halves_add (halves, BV_STYLE_SIGNER_HINT, NULL, BV_STYLE_SIGNER_HINT, campaign->report_form, 0);
  bv_section_add_gap (section, 4);
}

/* Of the unit that reports, which need not be where the office is: place and date are open. */
static void
add_head (BvSection *section, const Achievement *self)
{
  const BvEntrant *entrant = bv_contest_entrant (self->proposal->contest, self->index);
  g_autofree char *parent = bv_vietnamese_upper (find_letterhead_parent (self));
  g_autofree char *organ = bv_vietnamese_upper (entrant->unit_name);
  g_autofree char *date = bv_wording_date_line (BV_NONE);
  g_autofree char *place_and_date = g_strconcat ("……………, ", date, NULL);

  add_form (section, self->proposal->campaign);
  bv_document_head_add_of (section, parent, organ, self->of_person ? NULL : "Số: …/BC", place_and_date);
}

static void
add_title (BvSection *section, const Achievement *self)
{
  const char *award = bv_proposal_find_award (self->proposal, self->index);
  g_autofree char *phrase = bv_text_phrase (award);
  g_autofree char *subject
    = *phrase != '\0' ? g_strconcat ("Đề nghị tặng ", phrase, NULL) : g_strdup ("Đề nghị khen thưởng");
  g_autofree char *occasion
    = g_strdup_printf ("(Về thành tích xuất sắc trong %s)", self->proposal->campaign->title);

  bv_section_add_paragraph (section, BV_STYLE_TITLE, "BÁO CÁO THÀNH TÍCH");
  bv_section_add_paragraph (section, BV_STYLE_SUBJECT, subject);
  bv_section_add_paragraph (section, BV_STYLE_ATTACHED, occasion);
  bv_section_add_gap (section, 8);
}

static void
add_collective (BvSection *section, const Achievement *self)
{
  const BvEntrant *entrant = bv_contest_entrant (self->proposal->contest, self->index);
  gint64 percent = self->nominee->women_percent;
  g_autofree char *women = percent != BV_NONE ? g_strdup_printf ("%" G_GINT64_FORMAT "%%", percent) : NULL;

  bv_section_add_heading (section, "I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH");
  add_fact (section, "- Tên tập thể: ", entrant->name);
  add_fact (section, "- Cấp trên trực tiếp: ", find_parent (self));
  add_fact (section, "- Địa điểm trụ sở chính: ", NULL);
  add_fact (section, "- Điện thoại: ", self->unit != NULL ? self->unit->phone : NULL);
  add_fact (section, "- Tỷ lệ nữ: ", women);
  add_fact (section, "- Tổ chức bộ máy, biên chế: ", NULL);
  add_fact (section, "- Chức năng, nhiệm vụ được giao: ", NULL);
  bv_open_lines_add (section, 1);
}

static void
add_person (BvSection *section, const Achievement *self)
{
  const BvEntrant *entrant = bv_contest_entrant (self->proposal->contest, self->index);
  const BvPerson *person = self->nominee->person;
  gint64 born = person != NULL ? person->born : BV_NONE;
  g_autofree char *name = bv_proposal_write_name (self->proposal, self->index);
  g_autofree char *birth = bv_date_to_vietnamese (born);
  gboolean year_only = born != BV_NONE && bv_date_is_partial (born);

  bv_section_add_heading (section, "I. SƠ LƯỢC LÝ LỊCH");
  add_fact (section, "- Họ và tên: ", name);
  add_fact (section, year_only ? "- Năm sinh: " : "- Ngày, tháng, năm sinh: ", birth);
  add_fact (section, "- Chức vụ: ", person != NULL ? person->position : NULL);
  add_fact (section, "- Đơn vị công tác: ", entrant->unit_name);
  add_fact (section, "- Nhiệm vụ được giao: ", NULL);
}

static void
add_summary (BvSection *section, const char *summary)
{
  g_autofree char *stripped = bv_text_strip_end (g_strdup (summary != NULL ? summary : ""));
  g_autofree char *text = g_strconcat (stripped, ".", NULL);

  if (!bv_text_is_blank (stripped))
    bv_section_add_paragraph (section, BV_STYLE_BODY, text);
}

static void
add_initiative (BvSection *section, const BvInitiative *initiative)
{
  g_autofree char *title = bv_text_phrase (initiative != NULL ? initiative->title : NULL);
  g_autofree char *date = initiative != NULL ? bv_date_to_vietnamese (initiative->date) : g_strdup ("");
  gboolean decided = initiative != NULL && !bv_text_is_blank (initiative->decision);
  g_autofree char *text = NULL;

  if (*title == '\0')
    return;
  text = g_strdup_printf ("Sáng kiến: %s%s%s%s%s%s.", title, decided ? " (Quyết định số " : "",
                          decided ? initiative->decision : "", decided && *date != '\0' ? ", ngày " : "",
                          decided ? date : "", decided ? ")" : "");
  bv_section_add_paragraph (section, BV_STYLE_BODY, text);
}

static void
add_achievements (BvSection *section, const Achievement *self)
{
  const BvCampaign *campaign = self->proposal->campaign;
  g_autofree char *plan = bv_campaign_write_plan (campaign);
  g_autofree char *intro
    = g_strdup_printf ("Thực hiện %s, %s đã đạt được kết quả như sau:", plan != NULL ? plan : campaign->title,
                       self->of_person ? "tôi" : "đơn vị");

  bv_section_add_heading (section, "II. THÀNH TÍCH ĐẠT ĐƯỢC");
  bv_section_add_paragraph (section, BV_STYLE_BODY, intro);
  bv_section_add_heading (section, "1. Kết quả theo các tiêu chí thi đua");
  bv_achievement_criteria_add (section, self->proposal, self->index);
  bv_section_add_heading (section, "2. Thành tích nổi bật; giải pháp, cách làm và hiệu quả");
  add_summary (section, self->nominee->summary);
  add_initiative (section, self->nominee->initiative);
  bv_open_lines_add (section, 3);
}

static void
add_award (BvBlock *table, const BvAward *award)
{
  char **cells = g_new0 (char *, N_AWARD_COLUMNS + 1);
  g_autofree char *date = bv_date_to_vietnamese (award != NULL ? award->date : BV_NONE);
  gboolean decided = award != NULL && !bv_text_is_blank (award->decision);

  cells[0] = award != NULL && award->year != BV_NONE ? g_strdup_printf ("%" G_GINT64_FORMAT, award->year)
                                                     : g_strdup ("……");
  cells[1] = g_strdup (award != NULL ? award->form : "…………………………………");
  cells[2] = decided ? g_strconcat (award->decision, *date != '\0' ? ", ngày " : "", date, NULL)
                     : g_strdup ("………………………………");
  bv_block_add_row (table, BV_BLOCK_ROW_PLAIN, cells);
}

static void
add_awards (BvSection *section, const Achievement *self)
{
  const GPtrArray *awards = self->nominee->awards;
  BvBlock *table;

  bv_section_add_heading (section, "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG");
  table = bv_section_add_table (section, award_columns, N_AWARD_COLUMNS);
  for (guint i = 0; i < awards->len; i++)
    add_award (table, g_ptr_array_index (awards, i));
  for (guint i = 0; awards->len == 0 && i < N_OPEN_AWARDS; i++)
    add_award (table, NULL);
  bv_width_shares_fit (table, BV_WIDTH_PORTRAIT);
}

/* Who submits the nominee confirms what it reports (DOMAIN.md, Reports of achievements). */
static void
add_signatures (BvSection *section, const Achievement *self)
{
  const BvSigner confirming = { "XÁC NHẬN CỦA CẤP TRÌNH\nKHEN THƯỞNG", "(Ký, đóng dấu)", NULL };
  const BvSigner head = { "THỦ TRƯỞNG ĐƠN VỊ\nBÁO CÁO", "(Ký, đóng dấu)", NULL };
  const BvSigner person = { "NGƯỜI BÁO CÁO THÀNH TÍCH", "(Ký, ghi rõ họ tên)",
                            bv_contest_entrant (self->proposal->contest, self->index)->name };

  bv_signatures_add (section, &confirming, self->of_person ? &person : &head);
}

static void
add_report (BvDocument *document, const BvProposal *proposal, guint index)
{
  const BvEntrant *entrant = bv_contest_entrant (proposal->contest, index);
  const BvGroup *group = bv_contest_group (proposal->contest, entrant->group)->group;
  Achievement self
    = { proposal, index, bv_proposal_get_nominee (proposal, index),
        bv_proposal_find_unit (proposal, entrant->unit_code), group->kind == BV_GROUP_INDIVIDUAL };
  BvSection *section = bv_document_begin_section (document, BV_TURN_PORTRAIT);

  add_head (section, &self);
  add_title (section, &self);
  if (self.of_person)
    add_person (section, &self);
  else
    add_collective (section, &self);
  add_achievements (section, &self);
  add_awards (section, &self);
  add_signatures (section, &self);
}

/* The reports of achievements (báo cáo thành tích) as far as the library can write them, a section a nominee,
 * for each to complete and sign. Their form's number is the campaign's to say: the decrees change it. */
static BvDocument *
compose (const BvProposal *proposal, const BvPaperScope *scope, GError **error)
{
  g_autoptr (GArray) entrants = bv_paper_scope_list (proposal, scope, error);
  BvDocument *document;

  if (entrants == NULL)
    return NULL;
  document = bv_document_new ("Báo cáo thành tích", bv_letterhead_organ (proposal->campaign));
  for (guint i = 0; i < entrants->len; i++)
    add_report (document, proposal, g_array_index (entrants, guint, i));
  if (entrants->len == 0)
    bv_section_add_paragraph (bv_document_begin_section (document, BV_TURN_PORTRAIT), BV_STYLE_BODY,
                              "Chưa có trường hợp nào trong chỉ tiêu để báo cáo thành tích.");
  return document;
}

const BvPaper bv_achievement_paper = {
  .name = "achievement",
  .title = N_ ("Report of achievements of a nominee"),
  .help = N_ ("What each nominee reports of itself, filled in as far as it is known"),
  .takes = BV_PAPER_BY_ANY,
  .choices = { N_ ("All groups"), .by_group = TRUE },
  .dossier = { 6, "Báo cáo thành tích của các trường hợp được đề nghị", "Báo cáo thành tích", NULL },
  .compose = compose,
};
