/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/contest-fixture.h"
#include "paper-fixture.h"

#include <string.h>

#define QUOTA_TWO "q name=Chung kind=collective groups=so count=2"

static void
test_ballot_tie (void)
{
  static const char *const rows[] = {
    "I. Chung (chọn không quá 02)",
    "1|A|Sở U|60,00/1||",
    "Bằng nhau tại ranh giới chỉ tiêu (chọn không quá 01 trong 02)",
    "2|B|Sở U|50,00/2||",
    "3|C|Sở U|50,00/2||",
    NULL,
  };
  g_auto (PaperFixture) fixture;
  const BvBlock *table;

  paper_fixture_init (&fixture, GROUP_SO, QUOTA_TWO,
                      "D so 1=40.00 | A so 1=60.00 | B so 1=50.00 | C so 1=50.00");
  paper_fixture_compose (&fixture, BV_PAPER_BALLOT, ALL);
  table = paper_fixture_get_table (&fixture, 0, 0);
  paper_fixture_assert_rows (table, rows);
  g_assert_cmpint (((BvBlockRow *) g_ptr_array_index (table->rows, 3))->kind, ==, BV_BLOCK_ROW_MARKED);
  g_assert_true (paper_fixture_section_says (&fixture, 0, "Bỏ phiếu kín: không ghi tên, không ký."));
}

/* The size would let five in, the cap of the group one. */
static void
test_ballot_cap (void)
{
  static const char *const rows[] = {
    "I. Chung (chọn không quá 05)",
    "Bằng nhau tại ranh giới chỉ tiêu (chọn không quá 01 trong 02)",
    "1|A|Sở U|60,00/1||",
    "2|B|Sở U|60,00/1||",
    NULL,
  };
  g_auto (PaperFixture) fixture;

  paper_fixture_init (&fixture, GROUP_SO, "q name=Chung kind=collective groups=so count=5 per_group=so:1",
                      "A so 1=60.00 | B so 1=60.00");
  paper_fixture_compose (&fixture, BV_PAPER_BALLOT, ALL);
  paper_fixture_assert_rows (paper_fixture_get_table (&fixture, 0, 0), rows);
}

static void
test_forms_name_the_award (void)
{
  g_auto (PaperFixture) fixture;

  paper_fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "A so 1=60.00 | B so 1=50.00");
  fixture_set (fixture.campaign, "award", "Bằng khen");
  paper_fixture_compose (&fixture, BV_PAPER_BALLOT, ALL);
  g_assert_true (paper_fixture_section_says (&fixture, 0, "Về việc đề nghị tặng Bằng khen"));
  fixture_set (paper_fixture_get_nominee (&fixture, 1), "award", "Giấy khen");
  paper_fixture_compose (&fixture, BV_PAPER_BALLOT, ALL);
  g_assert_true (paper_fixture_section_says (&fixture, 0, "Về việc đề nghị khen thưởng"));
  paper_fixture_compose (&fixture, BV_PAPER_MINUTES, ALL);
  g_assert_true (paper_fixture_section_says (&fixture, 0, "xét, đề nghị khen thưởng"));
}

static void
test_minutes_report (void)
{
  g_auto (PaperFixture) fixture;

  paper_fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "A so withdrawn | B so withdrawn");
  paper_fixture_compose (&fixture, BV_PAPER_MINUTES, ALL);
  g_assert_true (paper_fixture_section_says (
    &fixture, 0, "- Chung: 00 tập thể đề nghị xét, chỉ tiêu 02, trong chỉ tiêu 00."));
  g_assert_true (
    paper_fixture_section_says (&fixture, 0, "xếp hạng tính đến ngày 20 tháng 5 năm 2022, cụ thể:"));
}

static void
test_minutes_persons (void)
{
  g_auto (PaperFixture) fixture;
  BvPerson *person = bv_record_new (&bv_person_entity);
  g_autofree char *row = NULL;

  paper_fixture_init (&fixture, "nguoi kind=individual | 1 kind=points max=90.00",
                      "q name=Chung kind=individual groups=nguoi count=1",
                      "A nguoi decision=inside reason=x");
  fixture_set (person, "gender", "female");
  paper_fixture_get_nominee (&fixture, 0)->person = person;
  paper_fixture_compose (&fixture, BV_PAPER_MINUTES, ALL);
  row = paper_fixture_write_row (paper_fixture_get_table (&fixture, 0, 0), 1);
  g_assert_true (g_str_has_prefix (row, "1|Bà A|"));
  g_assert_true (paper_fixture_section_says (&fixture, 0, "- Bà A (Chung): đưa vào chỉ tiêu; lý do: x"));
}

static void
test_ballot_empty (void)
{
  g_auto (PaperFixture) fixture;
  g_autoptr (GPtrArray) tables = NULL;

  paper_fixture_init (&fixture, GROUP_XA, "q name=Chung kind=collective groups=xa count=2",
                      "A xa 4:passed=false");
  paper_fixture_compose (&fixture, BV_PAPER_BALLOT, ALL);
  tables = paper_fixture_list_tables (&fixture, 0);
  g_assert_cmpuint (tables->len, ==, 0);
  g_assert_true (paper_fixture_section_says (&fixture, 0, "Chưa có tập thể, cá nhân nào"));
}

static void
vote (const PaperFixture *fixture, guint nominee, gint64 in_favour, gint64 against, gint64 in_writing)
{
  BvVote *votes = bv_record_new (&bv_vote_entity);

  votes->in_favour = in_favour;
  votes->against = against;
  votes->in_writing = in_writing;
  votes->present = 10;
  votes->members = 11;
  paper_fixture_get_nominee (fixture, nominee)->votes = votes;
}

/* Who was voted on is in the minutes, outside of the line too. */
static void
test_minutes_votes (void)
{
  static const char *const rows[] = {
    "I. Chung (chọn không quá 02)",
    "1|A|10|1|1|90,91|Đạt|Đề nghị",
    "2|B||||||Đề nghị",
    "3|C|5|6|1|45,45|Không đạt|Không",
    NULL,
  };
  g_auto (PaperFixture) fixture;

  paper_fixture_init (&fixture, GROUP_SO, QUOTA_TWO,
                      "A so 1=60.00 | B so 1=50.00 | C so 1=40.00 | D so 1=30.00");
  fixture_set (fixture.campaign, "council.threshold", ">1/2");
  fixture_set (fixture.campaign, "council.quorum", "2/3");
  vote (&fixture, 0, 10, 1, 1);
  vote (&fixture, 2, 5, 6, 1);
  paper_fixture_compose (&fixture, BV_PAPER_MINUTES, ALL);
  paper_fixture_assert_rows (paper_fixture_get_table (&fixture, 0, 0), rows);
  g_assert_true (paper_fixture_section_says (&fixture, 0, "đạt khi có trên 1/2 đồng ý."));
  g_assert_true (paper_fixture_section_says (&fixture, 0, "Có mặt 10/11 thành viên Hội đồng, đạt 90,91%."));
  g_assert_true (paper_fixture_section_says (
    &fixture, 0, "khi có ít nhất 2/3 số thành viên Hội đồng dự họp; cuộc họp đủ điều kiện"));
  g_assert_true (paper_fixture_section_says (&fixture, 0, "vắng mặt: 01; ý kiến bằng văn bản: 01"));
}

/* No law has a percentage for it, and so the program has none. */
static void
test_minutes_without_rules (void)
{
  static const char *const rows[] = { "I. Chung (chọn không quá 02)", "1|A|10|1|1|90,91||Đề nghị", NULL };
  g_auto (PaperFixture) fixture;

  paper_fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "A so 1=60.00");
  fixture_set (fixture.campaign, "council.of", "present");
  vote (&fixture, 0, 10, 1, 1);
  paper_fixture_compose (&fixture, BV_PAPER_MINUTES, ALL);
  paper_fixture_assert_rows (paper_fixture_get_table (&fixture, 0, 0), rows);
  g_assert_true (paper_fixture_section_says (
    &fixture, 0, "Tỷ lệ % tính trên số thành viên có mặt và cho ý kiến bằng văn bản."));
  g_assert_false (paper_fixture_section_says (&fixture, 0, "hợp lệ"));
  g_assert_true (paper_fixture_section_says (&fixture, 0, "Không có."));
}

static void
test_minutes_decisions (void)
{
  g_auto (PaperFixture) fixture;

  paper_fixture_init (
    &fixture, GROUP_SO, QUOTA_TWO,
    "A so 1=60.00 | B so 1=50.00 decision=outside reason=Trùng | C so 1=40.00 decision=inside "
    "reason=Đặc_biệt");
  paper_fixture_compose (&fixture, BV_PAPER_MINUTES, ALL);
  g_assert_true (
    paper_fixture_section_says (&fixture, 0, "- B (Chung): không đưa vào chỉ tiêu; lý do: Trùng."));
  g_assert_true (paper_fixture_section_says (&fixture, 0, "- C (Chung): đưa vào chỉ tiêu; lý do: Đặc_biệt."));
  g_assert_true (paper_fixture_section_says (&fixture, 0, "có mặt: ……"));
}

static void
test_minutes_withdrawn (void)
{
  g_auto (PaperFixture) fixture;

  paper_fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "A so 1=60.00 | B so 1=50.00 withdrawn | C so 1=40.00");
  paper_fixture_compose (&fixture, BV_PAPER_MINUTES, ALL);
  g_assert_true (paper_fixture_section_says (
    &fixture, 0, "- Chung: 02 tập thể đề nghị xét, chỉ tiêu 02, trong chỉ tiêu 02."));
}

/* Seven stand in the table of votes; five are proposed. */
static void
test_minutes_propose_who_is_inside (void)
{
  g_auto (PaperFixture) fixture;

  paper_fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "A so 1=60.00 | B so 1=50.00 | C so 1=40.00");
  vote (&fixture, 2, 5, 6, 1);
  paper_fixture_compose (&fixture, BV_PAPER_MINUTES, ALL);
  g_assert_true (
    paper_fixture_section_says (&fixture, 0, "Hội đồng thống nhất đề nghị khen thưởng cho 02 tập thể, gồm:"));
  g_assert_true (paper_fixture_section_says (&fixture, 0, "- 02 tập thể: A; B."));
  g_assert_false (paper_fixture_section_says (&fixture, 0, "00 cá nhân"));
}

/* The threshold moves nobody, but the council did not agree. */
static void
test_minutes_too_few_votes (void)
{
  static const char *const rows[] = {
    "I. Chung (chọn không quá 03)",
    "1|A|10|1|1|90,91|Đạt|Đề nghị",
    "2|B|5|6|1|45,45|Không đạt|Chưa đủ phiếu",
    "3|C||||||Đề nghị",
    NULL,
  };
  g_auto (PaperFixture) fixture;

  paper_fixture_init (&fixture, GROUP_SO, "q name=Chung kind=collective groups=so count=3",
                      "A so 1=60.00 | B so 1=50.00 | C so 1=40.00");
  fixture_set (fixture.campaign, "council.threshold", ">1/2");
  vote (&fixture, 0, 10, 1, 1);
  vote (&fixture, 1, 5, 6, 1);
  paper_fixture_compose (&fixture, BV_PAPER_MINUTES, ALL);
  paper_fixture_assert_rows (paper_fixture_get_table (&fixture, 0, 0), rows);
  g_assert_true (paper_fixture_section_says (&fixture, 0, "cho 02 tập thể, gồm:"));
  g_assert_true (paper_fixture_section_says (&fixture, 0, "- 02 tập thể: A; C."));
  g_assert_true (paper_fixture_section_says (&fixture, 0, "Chưa đủ số phiếu cần có: B."));
  fixture_set (fixture.campaign, "council.threshold", "2/5");
  paper_fixture_compose (&fixture, BV_PAPER_MINUTES, ALL);
  g_assert_false (paper_fixture_section_says (&fixture, 0, "Chưa đủ số phiếu cần có"));
}

/* Nobody reached them: the council agreed to nobody. */
static void
test_minutes_nobody_agreed (void)
{
  g_auto (PaperFixture) fixture;

  paper_fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "A so 1=60.00");
  fixture_set (fixture.campaign, "council.threshold", ">1/2");
  vote (&fixture, 0, 5, 6, 1);
  paper_fixture_compose (&fixture, BV_PAPER_MINUTES, ALL);
  g_assert_true (
    paper_fixture_section_says (&fixture, 0, "Chưa có tập thể, cá nhân nào được Hội đồng thống nhất"));
  g_assert_true (paper_fixture_section_says (&fixture, 0, "Chưa đủ số phiếu cần có: A."));
}

static void
test_minutes_open_line (void)
{
  static const char *const rows[] = {
    "I. Chung (chọn không quá 02)", "1|A||||||Đề nghị", "2|B||||||Chưa rõ", "3|C||||||Chưa rõ", NULL,
  };
  g_auto (PaperFixture) fixture;

  paper_fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "A so 1=60.00 | B so 1=50.00 | C so 1=50.00");
  paper_fixture_compose (&fixture, BV_PAPER_MINUTES, ALL);
  paper_fixture_assert_rows (paper_fixture_get_table (&fixture, 0, 0), rows);
  g_assert_true (paper_fixture_section_says (&fixture, 0, "- 01 tập thể: A."));
  g_assert_true (
    paper_fixture_section_says (&fixture, 0, "Chung: còn 01 chỉ tiêu cho các trường hợp bằng nhau"));
}

/* Without a vote: no ballot, no columns of votes. */
static void
test_minutes_without_vote (void)
{
  static const char *const rows[] = { "I. Chung (chọn không quá 02)", "1|A|Đề nghị", NULL };
  g_autoptr (GError) error = NULL;
  g_auto (PaperFixture) fixture;

  paper_fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "A so 1=60.00");
  fixture_set (fixture.campaign, "council.voting", "false");
  fixture_set (fixture.campaign, "council.organ", "Hội đồng Sở");
  paper_fixture_compose (&fixture, BV_PAPER_MINUTES, ALL);
  paper_fixture_assert_rows (paper_fixture_get_table (&fixture, 0, 0), rows);
  g_assert_true (paper_fixture_section_says (&fixture, 0, "HỘI ĐỒNG SỞ"));
  g_assert_false (paper_fixture_section_says (&fixture, 0, "biểu quyết"));
  g_assert_null (bv_paper_compose (BV_PAPER_BALLOT, fixture.proposal, ALL, &error));
  g_assert_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_SCOPE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/ballot/puts-a-tie-at-the-line-apart", test_ballot_tie);
  g_test_add_func ("/paper/ballot/a-cap-leaves-less-room-in-a-tie-than-the-size", test_ballot_cap);
  g_test_add_func ("/paper/forms-name-the-award-that-all-are-proposed-for", test_forms_name_the_award);
  g_test_add_func ("/paper/minutes/report-every-pool-on-the-day-in-words", test_minutes_report);
  g_test_add_func ("/paper/minutes/name-persons-as-the-lists-do", test_minutes_persons);
  g_test_add_func ("/paper/ballot/says-when-there-is-nobody-to-vote-on", test_ballot_empty);
  g_test_add_func ("/paper/minutes/votes-are-filled-in-where-there-are-any", test_minutes_votes);
  g_test_add_func ("/paper/minutes/without-rules-of-the-campaign-there-are-none", test_minutes_without_rules);
  g_test_add_func ("/paper/minutes/only-who-is-inside-is-proposed", test_minutes_propose_who_is_inside);
  g_test_add_func ("/paper/minutes/who-lacks-votes-is-named-apart", test_minutes_too_few_votes);
  g_test_add_func ("/paper/minutes/with-too-few-votes-for-all-nobody-is-agreed-to",
                   test_minutes_nobody_agreed);
  g_test_add_func ("/paper/minutes/an-open-line-is-said", test_minutes_open_line);
  g_test_add_func ("/paper/minutes/a-campaign-may-have-no-vote", test_minutes_without_vote);
  g_test_add_func ("/paper/minutes/decisions-in-writing-stand-with-their-reasons", test_minutes_decisions);
  g_test_add_func ("/paper/minutes/counts-as-the-submission-without-who-was-withdrawn",
                   test_minutes_withdrawn);

  return g_test_run ();
}
