/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/contest-fixture.h"
#include "core/proposal.h"
#include "document-text.h"
#include "print/dossier-index.h"
#include "print/paper.h"

#include <string.h>

/* What nominees and the office report: achievements, the appraisal, the counting of the ballots. */

/* A campaign beside the contest that packs it: both say the same. */
typedef struct
{
  BvCampaign *campaign;
  BvProposal *proposal;
} Fixture;

#define ALL (&(BvPaperScope){ 0 })
#define OPEN "……"

#define ENTRANTS                                                                                           \
  "a so 1=9.00 1:state=accepted 2:state=not-assigned 3=2.00 3:state=accepted | b xa 1=8.00 1:self=9.00 | " \
  "c so hold=Tố_cáo | d so withdrawn | e so 1=0.00 | n nguoi 1=5.00 1:state=accepted"

static void
add_unit (BvCampaign *campaign, const char *code, const char *parent, const char *name)
{
  fixture_set (fixture_add_unit (campaign, code, parent), "name", name);
}

static void
add_evidence (BvCampaign *campaign, const char *key, const char *number, const char *state)
{
  BvEvidence *evidence = fixture_add_evidence (campaign, key);

  fixture_set (evidence, "number", number);
  fixture_set (evidence, "issued", "2021-07-01");
  fixture_set (evidence, "state", state);
}

static void
add_nominees (BvCampaign *campaign)
{
  BvNominee *first = fixture_add_nominee (campaign, "a group=so unit=SNV women_percent=41");
  BvAssessment *assessment = fixture_add_assessment (first, "1 state=accepted");
  BvNominee *person;

  fixture_set (first, "summary", "Công khai thủ tục");
  fixture_link_evidence (assessment, "e1");
  fixture_link_evidence (assessment, "e2");
  fixture_add_nominee (campaign, "b group=xa unit=X");
  fixture_add_nominee (campaign, "c group=so unit=SYT");
  fixture_add_nominee (campaign, "d group=so unit=SYT");
  fixture_add_nominee (campaign, "e group=so unit=SYT");
  person = fixture_add_nominee (campaign, "n group=nguoi unit=SYT");
  person->person = bv_record_new (&bv_person_entity);
  fixture_set (person->person, "gender", "female");
  fixture_set (person->person, "born", "1992");
  g_ptr_array_add (person->awards, bv_record_new (&bv_award_entity));
  fixture_set (g_ptr_array_index (person->awards, 0), "year", "2020");
  fixture_set (g_ptr_array_index (person->awards, 0), "form", "Giấy khen");
  fixture_set (g_ptr_array_index (person->awards, 0), "decision", "9/QĐ-SYT");
}

static BvCampaign *
make_campaign (void)
{
  BvCampaign *campaign = fixture_campaign_new ("women,votes");

  fixture_set (campaign, "title", "Phong trào thi đua");
  fixture_set (campaign, "award", "Bằng khen");
  fixture_set (campaign, "plan.number", "1078/KH-SNV");
  fixture_set (campaign, "plan.issuer", "Sở Nội vụ");
  fixture_set (campaign, "issuer.parent", "UBND TỈNH");
  fixture_set (campaign, "issuer.organ", "SỞ NỘI VỤ");
  fixture_set (campaign, "submission.to", "Chủ tịch");
  add_unit (campaign, "SNV", NULL, "Sở Nội vụ");
  add_unit (campaign, "SYT", NULL, "Sở Y tế");
  add_unit (campaign, "H", NULL, "UBND huyện Ba");
  add_unit (campaign, "X", "H", "UBND xã Một");
  fixture_add_group (campaign,
                     "so kind=collective name=Sở | 1 kind=points max=10.00 title=Một required=true | "
                     "2 kind=points max=10.00 title=Hai | 3 kind=bonus max=2.00 title=Thưởng | "
                     "4 kind=deduction max=2.00 title=Trừ");
  fixture_add_group (campaign,
                     "xa kind=collective name=Xã assessed_by=parent | 1 kind=points max=10.00 title=Một");
  fixture_add_group (campaign, "nguoi kind=individual name=Người | 1 kind=points max=10.00 title=Một");
  fixture_add_quota (campaign, "q name=Chung kind=collective groups=so,xa count=2 per_group=xa:1");
  fixture_add_quota (campaign, "r name=Riêng kind=individual groups=nguoi count=1");
  add_evidence (campaign, "e1", "45/KH", "accepted");
  add_evidence (campaign, "e2", "46/KH", "rejected");
  add_nominees (campaign);
  return campaign;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  BvContest *contest;

  fixture->campaign = make_campaign ();
  contest = bv_contest_new (bv_record_copy (fixture->campaign), FIXTURE_DATE);
  fixture_add_entrants (contest, ENTRANTS);
  fixture_place_entrants (contest, fixture->campaign);
  fixture->proposal = bv_proposal_new (contest, fixture->campaign);
  for (guint i = 0; i < contest->entrants->len; i++)
    {
      BvEntrant *entrant = bv_contest_entrant (contest, i);

      entrant->unit_name = bv_proposal_find_unit (fixture->proposal, entrant->unit_code)->name;
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bv_proposal_free (fixture->proposal);
}

static BvDocument *
compose (const Fixture *fixture, BvPaperId paper, const BvPaperScope *scope)
{
  g_autoptr (GError) error = NULL;
  BvDocument *document = bv_paper_compose (paper, fixture->proposal, scope, &error);

  g_assert_no_error (error);
  return document;
}

/* The only section of a paper. */
static char *
compose_text (const Fixture *fixture, BvPaperId paper, const BvPaperScope *scope)
{
  g_autoptr (BvDocument) document = compose (fixture, paper, scope);

  g_assert_cmpuint (document->sections->len, ==, 1);
  return document_text_read_section (document, 0);
}

static void
assert_says (const char *text, const char *expected)
{
  if (strstr (text, expected) == NULL)
    g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, expected));
}

static void
test_collective (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = compose_text (fixture, BV_PAPER_ACHIEVEMENT, &(BvPaperScope){ .nominee = "a" });

  g_assert_true (g_str_has_prefix (text, "UBND TỈNH / CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NỘI VỤ / "));
  assert_says (text, "Số: …/BC / ……………, ngày … tháng … năm …\n");
  assert_says (
    text, "BÁO CÁO THÀNH TÍCH\nĐề nghị tặng Bằng khen\n(Về thành tích xuất sắc trong Phong trào thi đua)\n"
          "I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH\n- Tên tập thể: a\n- Cấp trên trực tiếp: …");
  assert_says (text, "- Tỷ lệ nữ: 41%\n");
  assert_says (text,
               "Thực hiện Kế hoạch số 1078/KH-SNV của Sở Nội vụ về phát động Phong trào thi đua, đơn vị đã "
               "đạt được kết quả như sau:\n");
  assert_says (text,
               "\n1 | Một | 10,00 | 9,00 | 45/KH, 01/07/2021\n3 | Thưởng | 2,00 (cộng) | 2,00 | \n"
               " | Tổng điểm | 20,00 | 20,00 | \n"
               "Tổng điểm được quy đổi từ 10,00 điểm tối đa của các tiêu chí được giao về 20,00 điểm.\n");
  assert_says (text, "Công khai thủ tục.\n");
  assert_says (text, "XÁC NHẬN CỦA CẤP TRÌNH\nKHEN THƯỞNG / THỦ TRƯỞNG ĐƠN VỊ\nBÁO CÁO\n");
}

static void
test_person (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  fixture_set (fixture->campaign, "submission.report_form", "Mẫu số 08");
  text = compose_text (fixture, BV_PAPER_ACHIEVEMENT, &(BvPaperScope){ .group = "nguoi" });
  g_assert_true (g_str_has_prefix (text, " / Mẫu số 08\n"));
  assert_says (text, "I. SƠ LƯỢC LÝ LỊCH\n- Họ và tên: Bà n\n- Năm sinh: 1992\n- Chức vụ: …");
  assert_says (text, "- Đơn vị công tác: Sở Y tế\n");
  assert_says (text, ", tôi đã đạt được kết quả như sau:\n");
  assert_says (text, "\n2020 | Giấy khen | 9/QĐ-SYT\n");
  assert_says (text, "KHEN THƯỞNG / NGƯỜI BÁO CÁO THÀNH TÍCH\n(Ký, đóng dấu) / (Ký, ghi rõ họ tên)\n / n\n");
  g_assert_null (strstr (text, "Số: …/BC"));
}

/* Of a commune the unit above stands in the head; what is not accepted yet is left open. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = compose_text (fixture, BV_PAPER_ACHIEVEMENT, &(BvPaperScope){ .unit = "X" });

  g_assert_true (
    g_str_has_prefix (text, "UBND HUYỆN BA / CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nUBND XÃ MỘT / "));
  assert_says (text, "- Cấp trên trực tiếp: UBND huyện Ba\n- Địa điểm trụ sở chính: …");
  assert_says (text, "\n1 | Một | 10,00 | " OPEN " | \n | Tổng điểm | 10,00 | " OPEN " | \n");
  assert_says (text, "Năm | Hình thức khen thưởng | Số, ngày của quyết định\n" OPEN " | ………");
}

static void
test_achievement_scope (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvDocument) everybody = compose (fixture, BV_PAPER_ACHIEVEMENT, ALL);
  g_autoptr (BvDocument) proposed
    = compose (fixture, BV_PAPER_ACHIEVEMENT, &(BvPaperScope){ .proposed = TRUE });
  g_autofree char *first = document_text_read_section (proposed, 0);
  g_autofree char *last = document_text_read_section (proposed, 2);

  g_assert_cmpuint (everybody->sections->len, ==, 6);
  g_assert_cmpuint (proposed->sections->len, ==, 3);
  assert_says (first, "- Tên tập thể: a\n");
  assert_says (last, "- Họ và tên: Bà n\n");
}

/* Everybody is withdrawn: the paper of the dossier says so rather than fail. */
static void
test_achievement_of_nobody (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < fixture->proposal->pools->len; i++)
    g_array_set_size (((BvRanking *) g_ptr_array_index (fixture->proposal->pools, i))->entries, 0);
  text = compose_text (fixture, BV_PAPER_ACHIEVEMENT, &(BvPaperScope){ .proposed = TRUE });
  g_assert_cmpstr (text, ==, "Chưa có trường hợp nào trong chỉ tiêu để báo cáo thành tích.\n");
}

static void
test_appraisal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = compose_text (fixture, BV_PAPER_APPRAISAL, ALL);

  assert_says (
    text, "Số: …/BC-SNV / …, ngày … tháng … năm …\nBÁO CÁO\nKết quả thẩm định hồ sơ đề nghị tặng Bằng khen "
          "cho các tập thể, cá nhân có thành tích xuất sắc trong Phong trào thi đua\nKính gửi: Chủ tịch\n");
  assert_says (text, "- Hồ sơ của 06 trường hợp thuộc 03 khối, trong đó 01 trường hợp đã rút.\n");
  assert_says (
    text, "- Tài liệu minh chứng: 02 tài liệu, trong đó chấp nhận 01, không chấp nhận 01, chưa kết luận 00;");
  assert_says (text, "2. Cá nhân nữ, tập thể có từ 70% nữ: xếp trước\n3. Tỷ lệ phiếu đồng ý của Hội đồng");
  assert_says (text, "- Chung: 02 tập thể trong các khối “Sở”, “Xã”; khối “Xã” nhiều nhất 01. ");
  assert_says (text, "- Riêng: 01 cá nhân trong khối “Người”. Xếp theo tổng điểm.\n");
  assert_says (
    text,
    "\n1 | Sở | 4 | 1 | 1 | 1 | 1 | 1\n2 | Xã | 1 | 0 | 0 | 0 | 1 | 1\n3 | Người | 1 | 0 | 0 | 0 | 1 | 1"
    "\n | Cộng | 6 | 1 | 1 | 1 | 3 | 3\n");
  assert_says (
    text, "\n1 | e | Sở | Tiêu chí 1 không đạt (bắt buộc): 0,00 điểm\nĐã rút, không xét: 01 trường hợp (d).\n"
          "Tạm hoãn xét theo quy định: 01 trường hợp");
  assert_says (text, "Chủ tịch xem xét, tặng Bằng khen cho 02 tập thể và 01 cá nhân, gồm:\n");
  assert_says (text, "Chung: 02 tập thể\n1 | ");
  assert_says (text, "Riêng: 01 cá nhân\n1 | Bà n | Sở Y tế | 5,00 | 1\n");
  assert_says (text, "- Chưa nộp báo cáo thành tích: 03 trường hợp được đề nghị (");
}

/* Who is denounced, and of what, is not said: those on hold are counted. */
static void
test_appraisal_is_silent_on_holds (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = compose_text (fixture, BV_PAPER_APPRAISAL, ALL);

  g_assert_null (strstr (text, "Tố_cáo"));
  g_assert_null (strstr (text, " | c | "));
}

static void
give_votes (Fixture *fixture)
{
  BvNominee *nominee = g_ptr_array_index (fixture->campaign->nominees, 0);

  nominee->votes = bv_record_new (&bv_vote_entity);
  fixture_set (nominee->votes, "for", "8");
  fixture_set (nominee->votes, "against", "1");
  fixture_set (nominee->votes, "present", "8");
  fixture_set (nominee->votes, "in_writing", "1");
  fixture_set (nominee->votes, "members", "10");
}

static void
test_counting (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  give_votes (fixture);
  fixture_set (fixture->campaign, "council.threshold", "2/3");
  text = compose_text (fixture, BV_PAPER_COUNTING, ALL);
  assert_says (text, "BIÊN BẢN KIỂM PHIẾU\nHọp Hội đồng Thi đua - Khen thưởng xét, đề nghị tặng Bằng khen\n");
  assert_says (text,
               "- Tổng số thành viên Hội đồng: 10; có mặt: 08; vắng mặt: 02; ý kiến bằng văn bản: 01.\n");
  assert_says (text, "- Số phiếu phát ra: ……… phiếu; số phiếu thu về: ……… phiếu.\n");
  assert_says (text, "Tỷ lệ % tính trên tổng số thành viên Hội đồng; đạt khi có ít nhất 2/3 đồng ý.\n");
  assert_says (
    text, "TT | Tên tập thể/Họ và tên | Số phiếu đồng ý | Không đồng ý | Trong đó bằng văn bản | Tỷ lệ % | "
          "Kết quả\nI. Chung (chọn không quá 02)\n");
  assert_says (text, " | a | 8 | 1 | 1 | 80,00 | Đạt\n");
  assert_says (text, "THÀNH VIÊN / TRƯỞNG BAN KIỂM PHIẾU\n");
  assert_says (text, "\n2. ………");
}

static void
test_counting_without_votes (Fixture *fixture, gconstpointer data)
{
  static const BvPaperId papers[] = { BV_PAPER_BALLOT, BV_PAPER_COUNTING };

  fixture_set (fixture->campaign, "council.voting", "false");
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bv_paper_compose (papers[i], fixture->proposal, ALL, &error));
      g_assert_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_SCOPE);
      assert_says (error->message, "council.voting");
    }
}

static void
report (Fixture *fixture, guint nominee, const char *received, const char *evidence)
{
  BvNominee *self = g_ptr_array_index (fixture->campaign->nominees, nominee);

  self->report = bv_record_new (&bv_achievement_report_entity);
  fixture_set (self->report, "received", received);
  if (evidence != NULL)
    fixture_set (self->report, "evidence", evidence);
}

static void
test_check_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (BvIndexLine));
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *text = NULL;

  report (fixture, 0, "2022-05-10", "e1");
  report (fixture, 1, "2022-05-11", NULL);
  document = bv_dossier_index_new (fixture->proposal, lines);
  text = document_text_read_section (document, 0);
  assert_says (text, "Ngày xét: 20/05/2022\n");
  assert_says (text, "TT | Tên tập thể/Họ và tên | Đơn vị trình | Báo cáo thành tích | Ngày nhận\n");
  assert_says (text, " | a | Sở Nội vụ | Có | 10/05/2022\n");
  assert_says (text, " | b | UBND huyện Ba | Có (không có tệp) | 11/05/2022\n");
  assert_says (
    text, "3 | Bà n | Sở Y tế | Thiếu | \nĐã có 02/03 báo cáo thành tích của các trường hợp được đề nghị.\n"
          "Danh mục tài liệu\n");
}

#define ADD(path, test) g_test_add ("/paper/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("achievement/a-collective-reports-what-is-accepted-under-its-own-head", test_collective);
  ADD ("achievement/a-person-reports-and-who-submits-confirms", test_person);
  ADD ("achievement/what-is-not-known-is-dots", test_open);
  ADD ("achievement/each-nominee-has-a-section-and-the-dossier-those-proposed", test_achievement_scope);
  ADD ("achievement/of-nobody-it-says-so", test_achievement_of_nobody);
  ADD ("appraisal/says-what-was-checked-by-which-rules-and-what-is-open", test_appraisal);
  ADD ("appraisal/of-those-on-hold-it-says-how-many", test_appraisal_is_silent_on_holds);
  ADD ("counting/has-the-votes-and-dots-for-the-ballots", test_counting);
  ADD ("counting/is-refused-where-the-council-does-not-vote", test_counting_without_votes);
  ADD ("dossier/names-who-is-proposed-without-a-report", test_check_list);
  return g_test_run ();
}
