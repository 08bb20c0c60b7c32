/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/contest-fixture.h"
#include "core/proposal.h"
#include "print/paper.h"

#include <string.h>

/* A proposal with the whole campaign it is of, and a paper of it. */
typedef struct
{
  BvCampaign *campaign;
  BvProposal *proposal;
  BvDocument *document;
} Fixture;

static void
fixture_clear (Fixture *fixture)
{
  g_clear_pointer (&fixture->document, bv_document_free);
  bv_proposal_free (fixture->proposal);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* Entrants are those of fixture_add_entrants(); each has a nominee, whose key is its name in small letters,
 * and stands in a unit U. The groups, separated by ";", are in the contest and in the campaign. */
static void
fixture_init (Fixture *fixture, const char *groups, const char *quota, const char *entrants)
{
  g_auto (GStrv) lines = g_strsplit (groups, "; ", -1);
  g_auto (GStrv) names = g_strsplit (entrants, " | ", -1);
  BvCampaign *own = fixture_campaign_new (NULL);
  BvContest *contest;

  *fixture = (Fixture){ .campaign = fixture_campaign_new (NULL) };
  for (guint i = 0; lines[i] != NULL; i++)
    {
      fixture_add_group (own, lines[i]);
      fixture_add_group (fixture->campaign, lines[i]);
    }
  fixture_set (fixture_add_unit (fixture->campaign, "U", NULL), "name", "Sở U");
  if (quota != NULL)
    fixture_add_quota (own, quota);
  contest = bv_contest_new (own, FIXTURE_DATE);
  fixture_add_entrants (contest, entrants);
  for (guint i = 0; names[i] != NULL; i++)
    {
      BvEntrant *entrant = bv_contest_entrant (contest, i);
      const char *group = bv_contest_group (contest, entrant->group)->group->key;
      g_autofree char *key = g_ascii_strdown (entrant->name, -1);
      BvNominee *nominee = fixture_add_nominee (fixture->campaign, key);

      entrant->key = bv_contest_keep (contest, key);
      fixture_set (nominee, "group", group);
      fixture_set (nominee, "unit", "U");
      entrant->unit_code = "U";
      entrant->unit_name = "Sở U";
    }
  fixture->proposal = bv_proposal_new (contest, fixture->campaign);
}

static BvNominee *
get_nominee (const Fixture *fixture, guint i)
{
  return g_ptr_array_index (fixture->campaign->nominees, i);
}

static void
compose (Fixture *fixture, BvPaperId paper, const BvPaperScope *scope)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->document, bv_document_free);
  fixture->document = bv_paper_compose (paper, fixture->proposal, scope, &error);
  g_assert_no_error (error);
}

static const BvSection *
get_section (const Fixture *fixture, guint i)
{
  return g_ptr_array_index (fixture->document->sections, i);
}

/* The tables of a section, in their order. */
static GPtrArray *
list_tables (const Fixture *fixture, guint section)
{
  GPtrArray *tables = g_ptr_array_new ();
  const GPtrArray *blocks = get_section (fixture, section)->blocks;

  for (guint i = 0; i < blocks->len; i++)
    if (((BvBlock *) g_ptr_array_index (blocks, i))->kind == BV_BLOCK_TABLE)
      g_ptr_array_add (tables, g_ptr_array_index (blocks, i));
  return tables;
}

static const BvBlock *
get_table (const Fixture *fixture, guint section, guint index)
{
  g_autoptr (GPtrArray) tables = list_tables (fixture, section);

  g_assert_cmpuint (index, <, tables->len);
  return g_ptr_array_index (tables, index);
}

/* "1|A|12,50", line breaks as " / ". */
static char *
write_row (const BvBlock *table, guint row)
{
  const BvBlockRow *self = g_ptr_array_index (table->rows, row);
  g_autofree char *text = g_strjoinv ("|", self->cells);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (self->kind != BV_BLOCK_ROW_PART && self->kind != BV_BLOCK_ROW_LINE)
    g_assert_cmpuint (g_strv_length (self->cells), ==, table->columns->len);
  return g_strjoinv (" / ", lines);
}

static void
assert_rows (const BvBlock *table, const char *const *expected)
{
  g_assert_cmpuint (table->rows->len, ==, g_strv_length ((char **) expected));
  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_autofree char *row = write_row (table, i);

      g_assert_cmpstr (row, ==, expected[i]);
    }
}

static char *
write_headings (const BvBlock *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      g_auto (GStrv) lines = g_strsplit (g_array_index (table->columns, BvColumn, i).heading, "\n", -1);
      g_autofree char *heading = g_strjoinv (" / ", lines);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", heading);
    }
  return g_string_free (text, FALSE);
}

/* Whether any paragraph or half of the section has it. */
static gboolean
section_says (const Fixture *fixture, guint section, const char *words)
{
  const GPtrArray *blocks = get_section (fixture, section)->blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      const BvBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == BV_BLOCK_PARAGRAPH && strstr (block->text.text, words) != NULL)
        return TRUE;
      for (guint k = 0; block->kind == BV_BLOCK_HALVES && k < block->halves->len; k++)
        {
          const BvHalvesRow *row = &g_array_index (block->halves, BvHalvesRow, k);

          if (strstr (row->left.text != NULL ? row->left.text : "", words) != NULL
              || strstr (row->right.text != NULL ? row->right.text : "", words) != NULL)
            return TRUE;
        }
    }
  return FALSE;
}

#define GROUP_SO "so | 1 kind=points max=60.00 | 2 kind=points max=30.00 | 3 kind=points max=10.00"
#define GROUP_XA "xa assessed_by=parent | 1 kind=points max=50.00 | 4 kind=pass-fail max=50.00 required=true"
#define ALL (&(BvPaperScope){ 0 })

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
  g_auto (Fixture) fixture;
  g_autofree char *headings = NULL;

  fixture_init (&fixture, GROUP_SO, NULL,
                "A so 1=50.00 2:state=not-assigned 3=5.00 | B so 1=60.00 2=25.50 3=1.25 | C so 2=30.00 "
                "3:state=awaiting-publication");
  compose (&fixture, BV_PAPER_SCORES, ALL);
  g_assert_cmpuint (fixture.document->sections->len, ==, 1);
  g_assert_cmpint (get_section (&fixture, 0)->turn, ==, BV_TURN_LANDSCAPE);
  headings = write_headings (get_table (&fixture, 0, 0));
  g_assert_cmpstr (headings, ==,
                   "TT|Tên|1 / (60,00)|2 / (30,00)|3 / (10,00)|Tổng điểm / (100,00)|Tỷ lệ %|Hạng");
  assert_rows (get_table (&fixture, 0, 0), rows);
  assert_rows (get_table (&fixture, 0, 1), legend);
  g_assert_true (section_says (&fixture, 0, "Bảng này có 03 tập thể."));
}

static void
test_scores_legend (void)
{
  static const char *const legend[] = { "1||100,00", "2||5,00 (trừ)", "3||3,00 (cộng)", NULL };
  g_auto (Fixture) fixture;

  fixture_init (&fixture, "so | 1 kind=points max=100.00 | 2 kind=deduction max=5.00 | 3 kind=bonus max=3.00",
                NULL, "A so 1=50.00");
  compose (&fixture, BV_PAPER_SCORES, ALL);
  assert_rows (get_table (&fixture, 0, 1), legend);
}

static void
test_scores_not_eligible (void)
{
  static const char *const rows[] = {
    "1|B|Sở U|20,00|50,00|70,00|70,00|1",
    "2|A|Sở U|50,00|0,00|50,00|50,00|",
    NULL,
  };
  g_auto (Fixture) fixture;

  fixture_init (&fixture, GROUP_XA, NULL, "A xa 1=50.00 4:passed=false | B xa 1=20.00 4:passed=true");
  compose (&fixture, BV_PAPER_SCORES, ALL);
  assert_rows (get_table (&fixture, 0, 0), rows);
  g_assert_true (section_says (&fixture, 0, "Bảng này có 02 tập thể, trong đó 01 không đủ điều kiện xét."));
}

static void
test_scores_scope (void)
{
  g_auto (Fixture) fixture;
  BvPaperScope xa = { .group = "xa" };
  BvPaperScope huyen = { .group = "huyen" };
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture, GROUP_SO "; " GROUP_XA, NULL, "A so 1=50.00 | B xa 1=20.00");
  compose (&fixture, BV_PAPER_SCORES, ALL);
  g_assert_cmpuint (fixture.document->sections->len, ==, 2);
  compose (&fixture, BV_PAPER_SCORES, &xa);
  g_assert_cmpuint (fixture.document->sections->len, ==, 1);
  g_assert_true (section_says (&fixture, 0, "Khối: xa"));
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
assert_parts (const Fixture *fixture, guint n_leaves)
{
  g_autoptr (GPtrArray) tables = list_tables (fixture, 0);
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
        g_auto (Fixture) fixture;
        g_autofree char *group = write_wide_group (n, maxima[max]);

        fixture_init (&fixture, group, NULL, "A so c1=0.50");
        compose (&fixture, BV_PAPER_SCORES, ALL);
        assert_parts (&fixture, n);
      }
}

static void
test_scores_continued (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *group = write_wide_group (20, "5.00");

  fixture_init (&fixture, group, NULL, "A so c1=0.50");
  compose (&fixture, BV_PAPER_SCORES, ALL);
  g_assert_true (section_says (&fixture, 0, "(tiêu chí c1 – c11)"));
  g_assert_true (section_says (&fixture, 0, "(tiếp theo, tiêu chí c12 – c20)"));
}

static void
link_evidence (const Fixture *fixture, BvAssessment *assessment, const char *key, const char *state)
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
  g_auto (Fixture) fixture;
  BvAssessment *assessment;

  fixture_init (&fixture, GROUP_TREE, NULL,
                "A so 1:self=50.00 1=45.50 2:self=20.00 2:state=returned 2:explained=x 3:state=not-assigned");
  assessment = fixture_add_assessment (get_nominee (&fixture, 0), "1");
  fixture_set (assessment, "note", "Xem\nlại");
  link_evidence (&fixture, assessment, "e1", "rejected");
  assessment = fixture_add_assessment (get_nominee (&fixture, 0), "2 state=returned");
  fixture_set (assessment, "note", "Thiếu phụ lục");
  fixture_set (assessment, "explanation", "Đã gửi");
  compose (&fixture, BV_PAPER_VERIFICATION, ALL);
  assert_rows (get_table (&fixture, 0, 0), rows);
  g_assert_true (section_says (&fixture, 0, "90,00 điểm tối đa của các tiêu chí được giao về 100,00 điểm"));
  g_assert_true (section_says (&fixture, 0, "Số liệu tính đến ngày 20/05/2022."));
  g_assert_true (section_says (&fixture, 0, "KG: không được giao. –: chưa chấm. Tổng điểm tạm tính."));
  g_assert_false (section_says (&fixture, 0, "Chờ CB"));
}

static void
test_verification_raised (void)
{
  static const char *const rows[] = {
    "1||10,00|7,00|8,50|+1,50|Thẩm định lần 1: 6,00; lần 2: 8,50",
    "|Tổng điểm|10,00|7,00|8,50|+1,50|",
    NULL,
  };
  g_auto (Fixture) fixture;

  fixture_init (&fixture, "so | 1 kind=points max=10.00", NULL,
                "A so 1:self=7.00 1=6.00 1:final=8.50 1:state=accepted");
  compose (&fixture, BV_PAPER_VERIFICATION, ALL);
  assert_rows (get_table (&fixture, 0, 0), rows);
}

/* Sections of the tree stand over their leaves, deep ones too. */
static void
test_verification_sections (void)
{
  static const char *const rows[] = {
    "I. ", "I.1. ", "a||60,00||5,00||", "b||40,00||6,00||", "|Tổng điểm|100,00||11,00||", NULL,
  };
  g_auto (Fixture) fixture;
  BvCampaign *own = fixture_campaign_new (NULL);
  BvGroup *group = fixture_add_group (own, "so");
  BvCriterion *outer = fixture_add_criterion (group->criteria, "I kind=section");
  BvCriterion *inner = fixture_add_criterion (outer->criteria, "I.1 kind=section");
  BvContest *contest;

  fixture_add_criterion (inner->criteria, "a kind=points max=60.00");
  fixture_add_criterion (group->criteria, "b kind=points max=40.00");
  contest = bv_contest_new (own, FIXTURE_DATE);
  fixture_add_entrants (contest, "A so a=5.00 b=6.00");
  fixture = (Fixture){ .campaign = fixture_campaign_new (NULL) };
  fixture_add_nominee (fixture.campaign, "a");
  fixture.proposal = bv_proposal_new (contest, fixture.campaign);
  compose (&fixture, BV_PAPER_VERIFICATION, ALL);
  assert_rows (get_table (&fixture, 0, 0), rows);
  g_assert_cmpint (((BvBlockRow *) g_ptr_array_index (get_table (&fixture, 0, 0)->rows, 1))->kind, ==,
                   BV_BLOCK_ROW_PART);
}

/* What is held against somebody is not for him to read. */
static void
test_verification_holds (void)
{
  g_auto (Fixture) fixture;

  fixture_init (&fixture, GROUP_SO, NULL, "A so 1=50.00 hold=Đơn_tố_cáo");
  compose (&fixture, BV_PAPER_VERIFICATION, ALL);
  g_assert_false (section_says (&fixture, 0, "tố_cáo"));
  g_assert_false (section_says (&fixture, 0, "hoãn"));
}

static void
test_verification_scope (void)
{
  static const BvPaperScope nominee = { .nominee = "b" };
  static const BvPaperScope group = { .group = "so" };
  static const BvPaperScope unknown = { .nominee = "z" };
  static const BvPaperScope nobody = { .group = "so", .nominee = "c" };
  g_auto (Fixture) fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  fixture_init (&fixture, GROUP_SO "; " GROUP_XA, NULL, "A so 1=50.00 | B so 1=50.00 | C xa 1=20.00");
  compose (&fixture, BV_PAPER_VERIFICATION, ALL);
  g_assert_cmpuint (fixture.document->sections->len, ==, 3);
  compose (&fixture, BV_PAPER_VERIFICATION, &group);
  g_assert_cmpuint (fixture.document->sections->len, ==, 2);
  compose (&fixture, BV_PAPER_VERIFICATION, &nominee);
  g_assert_cmpuint (fixture.document->sections->len, ==, 1);
  g_assert_true (section_says (&fixture, 0, "B"));
  g_assert_null (bv_paper_compose (BV_PAPER_VERIFICATION, fixture.proposal, &unknown, &error));
  g_assert_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "z"));
  g_assert_null (bv_paper_compose (BV_PAPER_VERIFICATION, fixture.proposal, &nobody, &other));
  g_assert_error (other, BV_PAPER_ERROR, BV_PAPER_ERROR_UNKNOWN);
}

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
  g_auto (Fixture) fixture;
  const BvBlock *table;

  fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "D so 1=40.00 | A so 1=60.00 | B so 1=50.00 | C so 1=50.00");
  compose (&fixture, BV_PAPER_BALLOT, ALL);
  table = get_table (&fixture, 0, 0);
  assert_rows (table, rows);
  g_assert_cmpint (((BvBlockRow *) g_ptr_array_index (table->rows, 3))->kind, ==, BV_BLOCK_ROW_MARKED);
  g_assert_true (section_says (&fixture, 0, "Bỏ phiếu kín: không ghi tên, không ký."));
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
  g_auto (Fixture) fixture;

  fixture_init (&fixture, GROUP_SO, "q name=Chung kind=collective groups=so count=5 per_group=so:1",
                "A so 1=60.00 | B so 1=60.00");
  compose (&fixture, BV_PAPER_BALLOT, ALL);
  assert_rows (get_table (&fixture, 0, 0), rows);
}

static void
test_forms_name_the_award (void)
{
  g_auto (Fixture) fixture;

  fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "A so 1=60.00 | B so 1=50.00");
  fixture_set (fixture.campaign, "award", "Bằng khen");
  compose (&fixture, BV_PAPER_BALLOT, ALL);
  g_assert_true (section_says (&fixture, 0, "Về việc đề nghị tặng Bằng khen"));
  fixture_set (get_nominee (&fixture, 1), "award", "Giấy khen");
  compose (&fixture, BV_PAPER_BALLOT, ALL);
  g_assert_true (section_says (&fixture, 0, "Về việc đề nghị khen thưởng"));
  compose (&fixture, BV_PAPER_MINUTES, ALL);
  g_assert_true (section_says (&fixture, 0, "xét, đề nghị khen thưởng"));
}

static void
test_minutes_report (void)
{
  g_auto (Fixture) fixture;

  fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "A so withdrawn | B so withdrawn");
  compose (&fixture, BV_PAPER_MINUTES, ALL);
  g_assert_true (
    section_says (&fixture, 0, "- Chung: 00 tập thể đề nghị xét, chỉ tiêu 02, trong chỉ tiêu 00."));
  g_assert_true (section_says (&fixture, 0, "xếp hạng tính đến ngày 20 tháng 5 năm 2022, cụ thể:"));
}

static void
test_minutes_persons (void)
{
  g_auto (Fixture) fixture;
  BvPerson *person = bv_record_new (&bv_person_entity);
  g_autofree char *row = NULL;

  fixture_init (&fixture, "nguoi kind=individual | 1 kind=points max=90.00",
                "q name=Chung kind=individual groups=nguoi count=1", "A nguoi decision=inside reason=x");
  fixture_set (person, "gender", "female");
  get_nominee (&fixture, 0)->person = person;
  compose (&fixture, BV_PAPER_MINUTES, ALL);
  row = write_row (get_table (&fixture, 0, 0), 1);
  g_assert_true (g_str_has_prefix (row, "1|Bà A|"));
  g_assert_true (section_says (&fixture, 0, "- Bà A (Chung): đưa vào chỉ tiêu; lý do: x"));
}

static void
test_ballot_empty (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GPtrArray) tables = NULL;

  fixture_init (&fixture, GROUP_XA, "q name=Chung kind=collective groups=xa count=2", "A xa 4:passed=false");
  compose (&fixture, BV_PAPER_BALLOT, ALL);
  tables = list_tables (&fixture, 0);
  g_assert_cmpuint (tables->len, ==, 0);
  g_assert_true (section_says (&fixture, 0, "Chưa có tập thể, cá nhân nào"));
}

static void
vote (const Fixture *fixture, guint nominee, gint64 in_favour, gint64 against, gint64 in_writing)
{
  BvVote *votes = bv_record_new (&bv_vote_entity);

  votes->in_favour = in_favour;
  votes->against = against;
  votes->in_writing = in_writing;
  votes->present = 10;
  votes->members = 11;
  get_nominee (fixture, nominee)->votes = votes;
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
  g_auto (Fixture) fixture;

  fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "A so 1=60.00 | B so 1=50.00 | C so 1=40.00 | D so 1=30.00");
  fixture_set (fixture.campaign, "council.threshold", ">1/2");
  fixture_set (fixture.campaign, "council.quorum", "2/3");
  vote (&fixture, 0, 10, 1, 1);
  vote (&fixture, 2, 5, 6, 1);
  compose (&fixture, BV_PAPER_MINUTES, ALL);
  assert_rows (get_table (&fixture, 0, 0), rows);
  g_assert_true (section_says (&fixture, 0, "đạt khi có trên 1/2 đồng ý."));
  g_assert_true (section_says (&fixture, 0, "Có mặt 10/11 thành viên Hội đồng, đạt 90,91%."));
  g_assert_true (
    section_says (&fixture, 0, "khi có ít nhất 2/3 số thành viên Hội đồng dự họp; cuộc họp đủ điều kiện"));
  g_assert_true (section_says (&fixture, 0, "vắng mặt: 01; ý kiến bằng văn bản: 01"));
}

/* No law has a percentage for it, and so the program has none. */
static void
test_minutes_without_rules (void)
{
  static const char *const rows[] = { "I. Chung (chọn không quá 02)", "1|A|10|1|1|90,91||Đề nghị", NULL };
  g_auto (Fixture) fixture;

  fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "A so 1=60.00");
  fixture_set (fixture.campaign, "council.of", "present");
  vote (&fixture, 0, 10, 1, 1);
  compose (&fixture, BV_PAPER_MINUTES, ALL);
  assert_rows (get_table (&fixture, 0, 0), rows);
  g_assert_true (
    section_says (&fixture, 0, "Tỷ lệ % tính trên số thành viên có mặt và cho ý kiến bằng văn bản."));
  g_assert_false (section_says (&fixture, 0, "hợp lệ"));
  g_assert_true (section_says (&fixture, 0, "Không có."));
}

static void
test_minutes_decisions (void)
{
  g_auto (Fixture) fixture;

  fixture_init (&fixture, GROUP_SO, QUOTA_TWO,
                "A so 1=60.00 | B so 1=50.00 decision=outside reason=Trùng | C so 1=40.00 decision=inside "
                "reason=Đặc_biệt");
  compose (&fixture, BV_PAPER_MINUTES, ALL);
  g_assert_true (section_says (&fixture, 0, "- B (Chung): không đưa vào chỉ tiêu; lý do: Trùng."));
  g_assert_true (section_says (&fixture, 0, "- C (Chung): đưa vào chỉ tiêu; lý do: Đặc_biệt."));
  g_assert_true (section_says (&fixture, 0, "có mặt: ……"));
}

static void
test_minutes_withdrawn (void)
{
  g_auto (Fixture) fixture;

  fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "A so 1=60.00 | B so 1=50.00 withdrawn | C so 1=40.00");
  compose (&fixture, BV_PAPER_MINUTES, ALL);
  g_assert_true (
    section_says (&fixture, 0, "- Chung: 02 tập thể đề nghị xét, chỉ tiêu 02, trong chỉ tiêu 02."));
}

/* Seven stand in the table of votes; five are proposed. */
static void
test_minutes_propose_who_is_inside (void)
{
  g_auto (Fixture) fixture;

  fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "A so 1=60.00 | B so 1=50.00 | C so 1=40.00");
  vote (&fixture, 2, 5, 6, 1);
  compose (&fixture, BV_PAPER_MINUTES, ALL);
  g_assert_true (section_says (&fixture, 0, "Hội đồng thống nhất đề nghị khen thưởng cho 02 tập thể, gồm:"));
  g_assert_true (section_says (&fixture, 0, "- 02 tập thể: A; B."));
  g_assert_false (section_says (&fixture, 0, "00 cá nhân"));
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
  g_auto (Fixture) fixture;

  fixture_init (&fixture, GROUP_SO, "q name=Chung kind=collective groups=so count=3",
                "A so 1=60.00 | B so 1=50.00 | C so 1=40.00");
  fixture_set (fixture.campaign, "council.threshold", ">1/2");
  vote (&fixture, 0, 10, 1, 1);
  vote (&fixture, 1, 5, 6, 1);
  compose (&fixture, BV_PAPER_MINUTES, ALL);
  assert_rows (get_table (&fixture, 0, 0), rows);
  g_assert_true (section_says (&fixture, 0, "cho 02 tập thể, gồm:"));
  g_assert_true (section_says (&fixture, 0, "- 02 tập thể: A; C."));
  g_assert_true (section_says (&fixture, 0, "Chưa đủ số phiếu cần có: B."));
  fixture_set (fixture.campaign, "council.threshold", "2/5");
  compose (&fixture, BV_PAPER_MINUTES, ALL);
  g_assert_false (section_says (&fixture, 0, "Chưa đủ số phiếu cần có"));
}

/* Nobody reached them: the council agreed to nobody. */
static void
test_minutes_nobody_agreed (void)
{
  g_auto (Fixture) fixture;

  fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "A so 1=60.00");
  fixture_set (fixture.campaign, "council.threshold", ">1/2");
  vote (&fixture, 0, 5, 6, 1);
  compose (&fixture, BV_PAPER_MINUTES, ALL);
  g_assert_true (section_says (&fixture, 0, "Chưa có tập thể, cá nhân nào được Hội đồng thống nhất"));
  g_assert_true (section_says (&fixture, 0, "Chưa đủ số phiếu cần có: A."));
}

static void
test_minutes_open_line (void)
{
  static const char *const rows[] = {
    "I. Chung (chọn không quá 02)", "1|A||||||Đề nghị", "2|B||||||Chưa rõ", "3|C||||||Chưa rõ", NULL,
  };
  g_auto (Fixture) fixture;

  fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "A so 1=60.00 | B so 1=50.00 | C so 1=50.00");
  compose (&fixture, BV_PAPER_MINUTES, ALL);
  assert_rows (get_table (&fixture, 0, 0), rows);
  g_assert_true (section_says (&fixture, 0, "- 01 tập thể: A."));
  g_assert_true (section_says (&fixture, 0, "Chung: còn 01 chỉ tiêu cho các trường hợp bằng nhau"));
}

/* Without a vote: no ballot, no columns of votes. */
static void
test_minutes_without_vote (void)
{
  static const char *const rows[] = { "I. Chung (chọn không quá 02)", "1|A|Đề nghị", NULL };
  g_autoptr (GError) error = NULL;
  g_auto (Fixture) fixture;

  fixture_init (&fixture, GROUP_SO, QUOTA_TWO, "A so 1=60.00");
  fixture_set (fixture.campaign, "council.voting", "false");
  fixture_set (fixture.campaign, "council.organ", "Hội đồng Sở");
  compose (&fixture, BV_PAPER_MINUTES, ALL);
  assert_rows (get_table (&fixture, 0, 0), rows);
  g_assert_true (section_says (&fixture, 0, "HỘI ĐỒNG SỞ"));
  g_assert_false (section_says (&fixture, 0, "biểu quyết"));
  g_assert_null (bv_paper_compose (BV_PAPER_BALLOT, fixture.proposal, ALL, &error));
  g_assert_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_SCOPE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/scores/cells-say-what-core-computed", test_scores_cells);
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
