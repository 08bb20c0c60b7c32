/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/contest-fixture.h"
#include "paper-fixture.h"

#include <string.h>

static void
test_scores_cells (void)
{
  static const char *const rows[] = {
    "1|B|60,00|25,50|1,25|86,75|86,75|1",
    "2|A|50,00|KG|5,00|78,57|78,57|2",
    "3|C|–|30,00|chờ CB|30,00|30,00|3",
    NULL,
  };
  static const char *const legend[] = { "1||60,00", "2||30,00", "3||10,00", NULL };
  g_auto (PaperFixture) fixture;
  g_autofree char *headings = NULL;

  paper_fixture_init (&fixture, GROUP_SO, NULL,
                      "A so 1=50.00 2:state=not-assigned 3=5.00 | B so 1=60.00 2=25.50 3=1.25 | C so 2=30.00 "
                      "3:state=awaiting-publication");
  paper_fixture_compose (&fixture, BV_PAPER_SCORES, ALL);
  g_assert_cmpuint (fixture.document->sections->len, ==, 1);
  g_assert_cmpint (paper_fixture_get_section (&fixture, 0)->turn, ==, BV_TURN_LANDSCAPE);
  headings = paper_fixture_write_headings (paper_fixture_get_table (&fixture, 0, 0));
  g_assert_cmpstr (headings, ==,
                   "TT|Tên|1 / (60,00)|2 / (30,00)|3 / (10,00)|Tổng điểm / (100,00)|Tỷ lệ %|Hạng");
  paper_fixture_assert_rows (paper_fixture_get_table (&fixture, 0, 0), rows);
  paper_fixture_assert_rows (paper_fixture_get_table (&fixture, 0, 1), legend);
  g_assert_true (paper_fixture_section_says (&fixture, 0, "Bảng này có 03 tập thể."));
}

/* Behind the rank, where the group has classes; also of one who has no rank. */
static void
test_scores_classes (void)
{
  static const char *const rows[] = {
    "1|B|95,00|95,00|95,00|1|Tốt",
    "2|C|50,00|50,00|50,00|2|",
    "3|A|99,00|99,00|99,00||Tốt",
    NULL,
  };
  g_auto (PaperFixture) fixture;
  g_autofree char *headings = NULL;

  paper_fixture_init (&fixture, "so classes=Tốt:90.00 | 1 kind=points max=100.00", NULL,
                      "A so 1=99.00 withdrawn | B so 1=95.00 | C so 1=50.00");
  paper_fixture_compose (&fixture, BV_PAPER_SCORES, ALL);
  headings = paper_fixture_write_headings (paper_fixture_get_table (&fixture, 0, 0));
  g_assert_cmpstr (headings, ==, "TT|Tên|1 / (100,00)|Tổng điểm / (100,00)|Tỷ lệ %|Hạng|Xếp loại");
  paper_fixture_assert_rows (paper_fixture_get_table (&fixture, 0, 0), rows);
}

static void
test_scores_legend (void)
{
  static const char *const legend[] = { "1||100,00", "2||5,00 (trừ)", "3||3,00 (cộng)", NULL };
  g_auto (PaperFixture) fixture;

  paper_fixture_init (&fixture,
                      "so | 1 kind=points max=100.00 | 2 kind=deduction max=5.00 | 3 kind=bonus max=3.00",
                      NULL, "A so 1=50.00");
  paper_fixture_compose (&fixture, BV_PAPER_SCORES, ALL);
  paper_fixture_assert_rows (paper_fixture_get_table (&fixture, 0, 1), legend);
}

static void
test_scores_not_eligible (void)
{
  static const char *const rows[] = {
    "1|B|Sở U|20,00|50,00|70,00|70,00|1",
    "2|A|Sở U|50,00|0,00|50,00|50,00|",
    NULL,
  };
  g_auto (PaperFixture) fixture;

  paper_fixture_init (&fixture, GROUP_XA, NULL, "A xa 1=50.00 4:passed=false | B xa 1=20.00 4:passed=true");
  paper_fixture_compose (&fixture, BV_PAPER_SCORES, ALL);
  paper_fixture_assert_rows (paper_fixture_get_table (&fixture, 0, 0), rows);
  g_assert_true (
    paper_fixture_section_says (&fixture, 0, "Bảng này có 02 tập thể, trong đó 01 không đủ điều kiện xét."));
}

static void
test_scores_scope (void)
{
  g_auto (PaperFixture) fixture;
  BvPaperScope xa = { .group = "xa" };
  BvPaperScope huyen = { .group = "huyen" };
  g_autoptr (GError) error = NULL;

  paper_fixture_init (&fixture, GROUP_SO "; " GROUP_XA, NULL, "A so 1=50.00 | B xa 1=20.00");
  paper_fixture_compose (&fixture, BV_PAPER_SCORES, ALL);
  g_assert_cmpuint (fixture.document->sections->len, ==, 2);
  paper_fixture_compose (&fixture, BV_PAPER_SCORES, &xa);
  g_assert_cmpuint (fixture.document->sections->len, ==, 1);
  g_assert_true (paper_fixture_section_says (&fixture, 0, "Khối: xa"));
  g_assert_null (bv_paper_compose (BV_PAPER_SCORES, fixture.proposal, &huyen, &error));
  g_assert_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "huyen"));
  g_assert_nonnull (strstr (error->message, "so xa"));
}

static char *
write_wide_group (guint n_leaves, const char *max)
{
  GString *line = g_string_new ("so");

  for (guint i = 0; i < n_leaves; i++)
    g_string_append_printf (line, " | c%u kind=points max=%s", i + 1, max);
  return g_string_free (line, FALSE);
}

static double
sum_widths (const BvBlock *table)
{
  double sum = 0;

  for (guint i = 0; i < table->columns->len; i++)
    sum += g_array_index (table->columns, BvColumn, i).width;
  return sum;
}

/* Every leaf stands once, in order; number and name in every part, totals in the last. */
static void
assert_parts (const PaperFixture *fixture, guint n_leaves)
{
  g_autoptr (GPtrArray) tables = paper_fixture_list_tables (fixture, 0);
  guint leaf = 0;

  for (guint i = 0; i + 1 < tables->len; i++)
    {
      const BvBlock *table = g_ptr_array_index (tables, i);
      gboolean last = i + 2 == tables->len;
      guint n_totals = last ? 3 : 0;

      g_assert_cmpstr (g_array_index (table->columns, BvColumn, 0).heading, ==, "TT");
      g_assert_cmpstr (g_array_index (table->columns, BvColumn, 1).heading, ==, "Tên");
      g_assert_cmpuint (table->columns->len, >, 2 + n_totals);
      g_assert_cmpfloat (sum_widths (table), <=, 252.01);
      for (guint k = 2; k < table->columns->len - n_totals; k++)
        {
          const BvColumn *column = &g_array_index (table->columns, BvColumn, k);
          g_autofree char *code = g_strdup_printf ("c%u\n(", ++leaf);

          g_assert_true (g_str_has_prefix (column->heading, code));
          g_assert_cmpfloat (column->width, >=, 15.5);
        }
    }
  g_assert_cmpuint (leaf, ==, n_leaves);
}

static void
test_scores_split (void)
{
  static const char *const maxima[] = { "1.00", "100.00", "1000000.00" };

  for (guint max = 0; max < G_N_ELEMENTS (maxima); max++)
    for (guint n = 1; n <= 60; n++)
      {
        g_auto (PaperFixture) fixture;
        g_autofree char *group = write_wide_group (n, maxima[max]);

        paper_fixture_init (&fixture, group, NULL, "A so c1=0.50");
        paper_fixture_compose (&fixture, BV_PAPER_SCORES, ALL);
        assert_parts (&fixture, n);
      }
}

static void
test_scores_continued (void)
{
  g_auto (PaperFixture) fixture;
  g_autofree char *group = write_wide_group (20, "5.00");

  paper_fixture_init (&fixture, group, NULL, "A so c1=0.50");
  paper_fixture_compose (&fixture, BV_PAPER_SCORES, ALL);
  g_assert_true (paper_fixture_section_says (&fixture, 0, "(tiêu chí c1 – c11)"));
  g_assert_true (paper_fixture_section_says (&fixture, 0, "(tiếp theo, tiêu chí c12 – c20)"));
}

static void
link_evidence (const PaperFixture *fixture, BvAssessment *assessment, const char *key, const char *state)
{
  BvEvidence *evidence = fixture_add_evidence (fixture->campaign, key);

  fixture_set (evidence, "number", "45/KH-SYT");
  fixture_set (evidence, "issued", "2021-07-01");
  fixture_set (evidence, "state", state);
  fixture_link_evidence (assessment, key);
  g_hash_table_insert (fixture->proposal->evidence, evidence->key, evidence);
}

#define GROUP_TREE \
  "so | 1 kind=points max=60.00 evidence=1 | 2 kind=points max=30.00 | 3 kind=points max=10.00"

static void
test_verification_cells (void)
{
  static const char *const rows[] = {
    "1||60,00|50,00|45,50|-4,50|45/KH-SYT, 01/07/2021 (không chấp nhận) / Thiếu 01/01 tài liệu minh chứng / "
    "Tài liệu minh chứng không được chấp nhận: 45/KH-SYT / Xem / lại",
    "2||30,00|20,00|–||Trả lại: Thiếu phụ lục / Giải trình: Đã gửi",
    "3||10,00||KG||Không được giao",
    "|Tổng điểm|100,00|77,78|50,56||",
    NULL,
  };
  g_auto (PaperFixture) fixture;
  BvAssessment *assessment;

  paper_fixture_init (
    &fixture, GROUP_TREE, NULL,
    "A so 1:self=50.00 1=45.50 2:self=20.00 2:state=returned 2:explained=x 3:state=not-assigned");
  assessment = fixture_add_assessment (paper_fixture_get_nominee (&fixture, 0), "1");
  fixture_set (assessment, "note", "Xem\nlại");
  link_evidence (&fixture, assessment, "e1", "rejected");
  assessment = fixture_add_assessment (paper_fixture_get_nominee (&fixture, 0), "2 state=returned");
  fixture_set (assessment, "note", "Thiếu phụ lục");
  fixture_set (assessment, "explanation", "Đã gửi");
  paper_fixture_compose (&fixture, BV_PAPER_VERIFICATION, ALL);
  paper_fixture_assert_rows (paper_fixture_get_table (&fixture, 0, 0), rows);
  g_assert_true (
    paper_fixture_section_says (&fixture, 0, "90,00 điểm tối đa của các tiêu chí được giao về 100,00 điểm"));
  g_assert_true (paper_fixture_section_says (&fixture, 0, "Số liệu tính đến ngày 20/05/2022."));
  g_assert_true (
    paper_fixture_section_says (&fixture, 0, "KG: không được giao. –: chưa chấm. Tổng điểm tạm tính."));
  g_assert_false (paper_fixture_section_says (&fixture, 0, "Chờ CB"));
}

static void
test_verification_raised (void)
{
  static const char *const rows[] = {
    "1||10,00|7,00|8,50|+1,50|Thẩm định lần 1: 6,00; lần 2: 8,50",
    "|Tổng điểm|10,00|7,00|8,50|+1,50|",
    NULL,
  };
  g_auto (PaperFixture) fixture;

  paper_fixture_init (&fixture, "so | 1 kind=points max=10.00", NULL,
                      "A so 1:self=7.00 1=6.00 1:final=8.50 1:state=accepted");
  paper_fixture_compose (&fixture, BV_PAPER_VERIFICATION, ALL);
  paper_fixture_assert_rows (paper_fixture_get_table (&fixture, 0, 0), rows);
}

/* Sections of the tree stand over their leaves, deep ones too. */
static void
test_verification_sections (void)
{
  static const char *const rows[] = {
    "I. ", "I.1. ", "a||60,00||5,00||", "b||40,00||6,00||", "|Tổng điểm|100,00||11,00||", NULL,
  };
  g_auto (PaperFixture) fixture;
  BvCampaign *own = fixture_campaign_new (NULL);
  BvGroup *group = fixture_add_group (own, "so");
  BvCriterion *outer = fixture_add_criterion (group->criteria, "I kind=section");
  BvCriterion *inner = fixture_add_criterion (outer->criteria, "I.1 kind=section");
  BvContest *contest;

  fixture_add_criterion (inner->criteria, "a kind=points max=60.00");
  fixture_add_criterion (group->criteria, "b kind=points max=40.00");
  contest = bv_contest_new (own, FIXTURE_DATE);
  fixture_add_entrants (contest, "A so a=5.00 b=6.00");
  fixture = (PaperFixture){ .campaign = fixture_campaign_new (NULL) };
  fixture_add_nominee (fixture.campaign, "a");
  fixture.proposal = bv_proposal_new (contest, fixture.campaign);
  paper_fixture_compose (&fixture, BV_PAPER_VERIFICATION, ALL);
  paper_fixture_assert_rows (paper_fixture_get_table (&fixture, 0, 0), rows);
  g_assert_cmpint (
    ((BvBlockRow *) g_ptr_array_index (paper_fixture_get_table (&fixture, 0, 0)->rows, 1))->kind, ==,
    BV_BLOCK_ROW_PART);
}

/* What is held against somebody is not for him to read. */
static void
test_verification_holds (void)
{
  g_auto (PaperFixture) fixture;

  paper_fixture_init (&fixture, GROUP_SO, NULL, "A so 1=50.00 hold=Đơn_tố_cáo");
  paper_fixture_compose (&fixture, BV_PAPER_VERIFICATION, ALL);
  g_assert_false (paper_fixture_section_says (&fixture, 0, "tố_cáo"));
  g_assert_false (paper_fixture_section_says (&fixture, 0, "hoãn"));
}

static void
test_verification_scope (void)
{
  static const BvPaperScope nominee = { .nominee = "b" };
  static const BvPaperScope group = { .group = "so" };
  static const BvPaperScope unknown = { .nominee = "z" };
  static const BvPaperScope nobody = { .group = "so", .nominee = "c" };
  g_auto (PaperFixture) fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  paper_fixture_init (&fixture, GROUP_SO "; " GROUP_XA, NULL, "A so 1=50.00 | B so 1=50.00 | C xa 1=20.00");
  paper_fixture_compose (&fixture, BV_PAPER_VERIFICATION, ALL);
  g_assert_cmpuint (fixture.document->sections->len, ==, 3);
  paper_fixture_compose (&fixture, BV_PAPER_VERIFICATION, &group);
  g_assert_cmpuint (fixture.document->sections->len, ==, 2);
  paper_fixture_compose (&fixture, BV_PAPER_VERIFICATION, &nominee);
  g_assert_cmpuint (fixture.document->sections->len, ==, 1);
  g_assert_true (paper_fixture_section_says (&fixture, 0, "B"));
  g_assert_null (bv_paper_compose (BV_PAPER_VERIFICATION, fixture.proposal, &unknown, &error));
  g_assert_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "z"));
  g_assert_null (bv_paper_compose (BV_PAPER_VERIFICATION, fixture.proposal, &nobody, &other));
  g_assert_error (other, BV_PAPER_ERROR, BV_PAPER_ERROR_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/scores/cells-say-what-core-computed", test_scores_cells);
  g_test_add_func ("/paper/scores/the-class-stands-behind-the-rank", test_scores_classes);
  g_test_add_func ("/paper/scores/the-legend-tells-bonus-and-deduction", test_scores_legend);
  g_test_add_func ("/paper/scores/who-is-not-eligible-stands-last-without-a-rank", test_scores_not_eligible);
  g_test_add_func ("/paper/scores/a-group-has-a-section-and-an-unknown-one-is-refused", test_scores_scope);
  g_test_add_func ("/paper/scores/leaves-that-do-not-fit-stand-in-further-tables", test_scores_split);
  g_test_add_func ("/paper/scores/a-further-table-says-which-leaves-it-has", test_scores_continued);
  g_test_add_func ("/paper/verification/shows-scores-difference-evidence-and-why", test_verification_cells);
  g_test_add_func ("/paper/verification/a-second-look-is-named", test_verification_raised);
  g_test_add_func ("/paper/verification/sections-stand-over-their-leaves", test_verification_sections);
  g_test_add_func ("/paper/verification/says-nothing-of-holds", test_verification_holds);
  g_test_add_func ("/paper/verification/is-of-a-nominee-a-group-or-all", test_verification_scope);

  return g_test_run ();
}
