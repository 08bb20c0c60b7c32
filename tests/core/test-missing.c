/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/missing.h"

#include <string.h>

#define DUE "due=2021-09-30,2021-12-15"

/* One nominee on one leaf, as the scoring reads it and as it is written down, and what is missing of it. */
typedef struct
{
  const char *name;
  const char *leaf;
  const char *mark;       /* of fixture_add_entrants() */
  const char *assessment; /* of fixture_add_assessment(); NULL: none was written */
  const char *note;       /* NULL: none */
  const char *received;   /* one date or - a due date */
  const char *evidence;   /* states of the linked pieces */
  const char *expected;
} Case;

static const Case cases[] = {
  { .name = "a-leaf-without-any-score-is-not-scored",
    .leaf = "1 kind=points max=10.00",
    .mark = "a so",
    .expected = "Chưa tự chấm" },
  { .name = "a-leaf-with-a-self-score-waits-for-who-verifies",
    .leaf = "1 kind=points max=10.00",
    .mark = "a so 1:self=9.00",
    .assessment = "1 self=9.00",
    .expected = "" },
  { .name = "a-leaf-that-was-verified-needs-no-self-score",
    .leaf = "1 kind=points max=10.00",
    .mark = "a so 1=9.00",
    .assessment = "1 verified=9.00",
    .expected = "" },
  { .name = "a-leaf-whose-points-are-computed-needs-no-self-score",
    .leaf = "1 kind=pass-fail max=10.00",
    .mark = "a so 1:passed=true",
    .assessment = "1 passed=true",
    .expected = "" },
  { .name = "no-self-score-is-expected-of-a-deduction",
    .leaf = "1 kind=deduction max=5.00 evidence=1",
    .mark = "a so",
    .expected = "" },
  { .name = "a-bonus-that-nobody-claims-owes-nothing",
    .leaf = "1 kind=bonus max=5.00 evidence=1",
    .mark = "a so",
    .expected = "" },
  { .name = "a-bonus-that-is-claimed-needs-its-evidence",
    .leaf = "1 kind=bonus max=5.00 evidence=1",
    .mark = "a so 1:self=5.00",
    .assessment = "1 self=5.00",
    .expected = "Thiếu 01/01 tài liệu minh chứng" },
  { .name = "evidence-is-counted-as-the-scoring-counts-it",
    .leaf = "1 kind=points max=10.00 evidence=3",
    .mark = "a so 1:self=9.00 1:evidence=1",
    .assessment = "1 self=9.00",
    .evidence = "pending",
    .expected = "Thiếu 02/03 tài liệu minh chứng" },
  { .name = "an-explanation-stands-for-evidence",
    .leaf = "1 kind=points max=10.00 evidence=3",
    .mark = "a so 1:self=9.00 1:explained=x",
    .assessment = "1 self=9.00 explanation=x",
    .expected = "" },
  { .name = "a-leaf-without-score-and-evidence-lacks-both",
    .leaf = "1 kind=checklist max=10.00 items=a,b evidence=2",
    .mark = "a so",
    .expected = "Chưa tự chấm; Thiếu 02/02 tài liệu minh chứng" },
  { .name = "rejected-evidence-is-named-where-evidence-is-missing",
    .leaf = "1 kind=points max=10.00 evidence=1",
    .mark = "a so 1:self=9.00 1:state=accepted",
    .assessment = "1 self=9.00 state=accepted",
    .evidence = "rejected",
    .expected = "Thiếu 01/01 tài liệu minh chứng; Tài liệu minh chứng không được chấp nhận: 45/KH-SYT" },
  { .name = "rejected-evidence-is-named-while-the-leaf-is-not-accepted",
    .leaf = "1 kind=points max=10.00 evidence=1",
    .mark = "a so 1:self=9.00 1:evidence=1",
    .assessment = "1 self=9.00",
    .evidence = "accepted,rejected",
    .expected = "Tài liệu minh chứng không được chấp nhận: 45/KH-SYT" },
  { .name = "rejected-evidence-is-forgotten-where-the-leaf-is-accepted-and-proven",
    .leaf = "1 kind=points max=10.00 evidence=1",
    .mark = "a so 1:self=9.00 1:evidence=1 1:state=accepted",
    .assessment = "1 self=9.00 state=accepted",
    .evidence = "accepted,rejected",
    .expected = "" },
  { .name = "reports-that-are-due-are-missing-without-an-assessment",
    .leaf = "1 kind=reports max=10.00 " DUE,
    .mark = "a so",
    .expected = "Báo cáo đợt 30/09/2021 chưa nhận được; Báo cáo đợt 15/12/2021 chưa nhận được" },
  { .name = "a-report-behind-its-due-date-is-late",
    .leaf = "1 kind=reports max=10.00 " DUE,
    .mark = "a so 1:received=2021-10-04,2021-12-15",
    .assessment = "1 self=10.00",
    .received = "2021-10-04,2021-12-15",
    .expected = "Báo cáo đợt 30/09/2021 nhận trễ, ngày 04/10/2021" },
  { .name = "a-report-is-not-missing-on-its-due-date",
    .leaf = "1 kind=reports max=10.00 due=2022-05-19,2022-05-20,2022-05-21",
    .mark = "a so",
    .expected = "Báo cáo đợt 19/05/2022 chưa nhận được" },
  { .name = "what-is-returned-says-the-note",
    .leaf = "1 kind=points max=10.00",
    .mark = "a so 1:self=9.00 1:state=returned",
    .assessment = "1 self=9.00 state=returned",
    .note = " Chưa nêu kết quả;\n đề nghị bổ sung. ",
    .expected = "Trả lại: Chưa nêu kết quả; đề nghị bổ sung" },
  { .name = "what-is-returned-without-a-note-is-said-too",
    .leaf = "1 kind=points max=10.00",
    .mark = "a so 1:self=9.00 1:state=returned",
    .assessment = "1 self=9.00 state=returned",
    .note = " . ",
    .expected = "Trả lại để hoàn chỉnh" },
  { .name = "fewer-points-than-the-self-score-are-to-be-explained-when-returned",
    .leaf = "1 kind=points max=10.00",
    .mark = "a so 1:self=9.00 1=7.50 1:state=returned",
    .assessment = "1 self=9.00 verified=7.50 state=returned",
    .expected = "Chưa giải trình chênh lệch: tự chấm 9,00 điểm, thẩm định 7,50 điểm; Trả lại để hoàn chỉnh" },
  { .name = "a-difference-that-is-explained-is-only-returned",
    .leaf = "1 kind=points max=10.00",
    .mark = "a so 1:self=9.00 1=7.50 1:state=returned 1:explained=x",
    .assessment = "1 self=9.00 verified=7.50 state=returned explanation=x",
    .expected = "Trả lại để hoàn chỉnh" },
  { .name = "a-difference-with-a-final-score-is-only-returned",
    .leaf = "1 kind=points max=10.00",
    .mark = "a so 1:self=9.00 1=7.50 1:final=8.00 1:state=returned",
    .assessment = "1 self=9.00 verified=7.50 final=8.00 state=returned",
    .expected = "Trả lại để hoàn chỉnh" },
  { .name = "a-difference-under-verification-is-not-to-be-explained-yet",
    .leaf = "1 kind=points max=10.00",
    .mark = "a so 1:self=9.00 1=7.50",
    .assessment = "1 self=9.00 verified=7.50",
    .expected = "" },
  { .name = "a-leaf-that-is-not-assigned-owes-nothing",
    .leaf = "1 kind=reports max=10.00 " DUE,
    .mark = "a so 1:state=not-assigned",
    .assessment = "1 state=not-assigned",
    .expected = "" },
  { .name = "a-leaf-that-awaits-publication-owes-nothing",
    .leaf = "1 kind=measured max=10.00 evidence=1",
    .mark = "a so 1:state=awaiting-publication",
    .assessment = "1 state=awaiting-publication",
    .expected = "" },
  { .name = "one-who-is-withdrawn-owes-nothing",
    .leaf = "1 kind=points max=10.00 evidence=1",
    .mark = "a so withdrawn",
    .expected = "" },
  { .name = "one-who-is-on-hold-owes-as-any-other",
    .leaf = "1 kind=points max=10.00",
    .mark = "a so hold=x",
    .expected = "Chưa tự chấm" },
};

/* A campaign beside the contest that packs it: both say the same. */
typedef struct
{
  BvCampaign *campaign;
  BvProposal *proposal;
} Fixture;

static void
fixture_clear (Fixture *fixture)
{
  bv_proposal_free (fixture->proposal);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
receive (BvAssessment *assessment, const char *list)
{
  g_auto (GStrv) days = g_strsplit (list, ",", -1);

  for (guint i = 0; days[i] != NULL; i++)
    {
      BvReport *report = bv_record_new (&bv_report_entity);

      if (!g_str_equal (days[i], "-"))
        fixture_set (report, "received", days[i]);
      g_ptr_array_add (assessment->received, report);
    }
}

static void
link_evidence (BvCampaign *campaign, BvAssessment *assessment, const char *states)
{
  g_auto (GStrv) list = g_strsplit (states, ",", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("e%u", i);
      BvEvidence *evidence = fixture_add_evidence (campaign, key);

      fixture_set (evidence, "state", list[i]);
      fixture_set (evidence, "number", "45/KH-SYT");
      fixture_link_evidence (assessment, key);
    }
}

static void
write_assessment (BvCampaign *campaign, BvNominee *nominee, const Case *test)
{
  BvAssessment *assessment = fixture_add_assessment (nominee, test->assessment);

  if (test->note != NULL)
    fixture_set_text (&assessment->note, test->note);
  if (test->received != NULL)
    receive (assessment, test->received);
  if (test->evidence != NULL)
    link_evidence (campaign, assessment, test->evidence);
}

static BvMissing *
find_missing (Fixture *fixture, const char *entrants)
{
  BvContest *contest = bv_contest_new (bv_record_copy (fixture->campaign), FIXTURE_DATE);

  fixture_add_entrants (contest, entrants);
  fixture_place_entrants (contest, fixture->campaign);
  fixture->proposal = bv_proposal_new (contest, fixture->campaign);
  return bv_missing_new (fixture->proposal, NULL, NULL);
}

/* Gives the nominee a report of achievements, of which a field is known or none. */
static void
report (BvNominee *nominee, const char *field, const char *value)
{
  nominee->report = bv_record_new (&bv_achievement_report_entity);
  if (field != NULL)
    fixture_set (nominee->report, field, value);
}

static char *
describe (const BvMissingUnit *unit)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; unit != NULL && i < unit->items->len; i += bv_missing_count_leaf (unit, i))
    {
      const BvMissingItem *item = g_ptr_array_index (unit->items, i);
      g_autofree char *words = bv_missing_describe_leaf (unit, i, "; ");

      g_assert_nonnull (item->leaf);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " | " : "", words);
    }
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_auto (Fixture) fixture = { fixture_campaign_new (NULL), NULL };
  g_autofree char *group = g_strconcat ("so kind=collective | ", test->leaf, NULL);
  g_autoptr (BvMissing) missing = NULL;
  g_autofree char *found = NULL;
  BvNominee *nominee;

  fixture_add_unit (fixture.campaign, "SYT", NULL);
  fixture_add_group (fixture.campaign, group);
  nominee = fixture_add_nominee (fixture.campaign, "a group=so unit=SYT");
  nominee->withdrawn = strstr (test->mark, "withdrawn") != NULL;
  if (test->assessment != NULL)
    write_assessment (fixture.campaign, nominee, test);
  missing = find_missing (&fixture, test->mark);
  found = describe (bv_missing_find (missing, "SYT"));
  g_assert_cmpstr (found, ==, test->expected);
  g_assert_cmpuint (missing->units->len, ==, *test->expected != '\0');
}

/* Two departments, a district with two communes, and persons of both. */
static BvMissing *
find_missing_of_many (Fixture *fixture)
{
  BvCampaign *campaign = fixture->campaign;

  fixture_add_unit (campaign, "SYT", NULL);
  fixture_add_unit (campaign, "H1", NULL);
  fixture_add_unit (campaign, "X1", "H1");
  fixture_add_unit (campaign, "X2", "H1");
  fixture_add_unit (campaign, "STP", NULL);
  fixture_add_unit (campaign, "X3", NULL);
  fixture_add_group (campaign, "so kind=collective | 1 kind=points max=10.00 | 2 kind=points max=10.00");
  fixture_add_group (campaign, "xa kind=collective assessed_by=parent | 1 kind=points max=10.00 evidence=1");
  fixture_add_group (campaign, "ca-nhan kind=individual assessed_by=parent | 1 kind=points max=10.00");
  fixture_add_nominee (campaign, "a group=so unit=STP");
  fixture_add_nominee (campaign, "b group=xa unit=X2");
  fixture_add_nominee (campaign, "c group=so unit=SYT");
  fixture_add_nominee (campaign, "d group=xa unit=X1");
  fixture_add_nominee (campaign, "e group=ca-nhan unit=X1");
  fixture_add_nominee (campaign, "f group=xa unit=X3");
  return find_missing (fixture, "a so | b xa | c so 1=9.00 2=9.00 | d xa 1:self=1.00 | e ca-nhan | f xa");
}

static void
test_units (void)
{
  static const char *const expected[] = { "H1", "X1", "STP", "X3" };
  g_auto (Fixture) fixture = { fixture_campaign_new (NULL), NULL };
  g_autoptr (BvMissing) missing = find_missing_of_many (&fixture);

  g_assert_cmpuint (missing->units->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < missing->units->len; i++)
    g_assert_cmpstr (((BvMissingUnit *) g_ptr_array_index (missing->units, i))->unit->code, ==, expected[i]);
  g_assert_null (bv_missing_find (missing, "SYT"));
  g_assert_null (bv_missing_find (missing, "X2"));
}

/* A code may stand in the registry twice: before and behind a merger. */
static void
test_period (void)
{
  g_auto (Fixture) fixture = { fixture_campaign_new (NULL), NULL };
  g_autoptr (BvMissing) missing = NULL;

  fixture_set (fixture_add_unit (fixture.campaign, "SYT", NULL), "valid_to", "2020-12-31");
  fixture_set (fixture_add_unit (fixture.campaign, "SYT", NULL), "valid_from", "2021-01-01");
  fixture_add_group (fixture.campaign, "so kind=collective | 1 kind=points max=10.00");
  fixture_add_nominee (fixture.campaign, "a group=so unit=SYT");
  missing = find_missing (&fixture, "a so");
  g_assert_true (bv_missing_find (missing, "SYT")->unit == g_ptr_array_index (fixture.campaign->units, 1));
}

static void
test_order (void)
{
  g_auto (Fixture) fixture = { fixture_campaign_new (NULL), NULL };
  g_autoptr (BvMissing) missing = find_missing_of_many (&fixture);
  const BvMissingUnit *district = bv_missing_find (missing, "H1");
  g_autofree char *words = describe (district);
  const BvMissingItem *first = g_ptr_array_index (district->items, 0);
  const BvMissingItem *last = g_ptr_array_index (district->items, 2);

  g_assert_cmpstr (words, ==,
                   "Chưa tự chấm; Thiếu 01/01 tài liệu minh chứng | Thiếu 01/01 tài liệu minh chứng");
  g_assert_cmpuint (first->entrant, ==, 1);
  g_assert_cmpuint (last->entrant, ==, 3);
}

static void
test_counts (void)
{
  g_auto (Fixture) fixture = { fixture_campaign_new (NULL), NULL };
  g_autoptr (BvMissing) missing = find_missing_of_many (&fixture);
  const BvMissingUnit *district = bv_missing_find (missing, "H1");
  const BvMissingUnit *office = bv_missing_find (missing, "STP");

  g_assert_cmpuint (district->counts[BV_MISSING_SCORE], ==, 1);
  g_assert_cmpuint (district->counts[BV_MISSING_EVIDENCE], ==, 2);
  g_assert_cmpuint (district->counts[BV_MISSING_RETURNED], ==, 0);
  g_assert_cmpuint (office->counts[BV_MISSING_SCORE], ==, 2);
  for (guint i = 0; i < BV_N_MISSING_KINDS; i++)
    g_assert_cmpuint (strlen (bv_missing_kind_words (i)), >, 0);
}

static void
test_scope (void)
{
  g_auto (Fixture) fixture = { fixture_campaign_new (NULL), NULL };
  g_autoptr (BvMissing) all = find_missing_of_many (&fixture);
  g_autoptr (BvMissing) communes = bv_missing_new (fixture.proposal, "xa", NULL);
  g_autoptr (BvMissing) one = bv_missing_new (fixture.proposal, NULL, "d");

  g_assert_cmpuint (all->units->len, ==, 4);
  g_assert_cmpuint (communes->units->len, ==, 2);
  g_assert_cmpuint (bv_missing_find (communes, "H1")->items->len, ==, 3);
  g_assert_cmpuint (one->units->len, ==, 1);
  g_assert_cmpuint (bv_missing_find (one, "H1")->items->len, ==, 1);
}

/* Of the nominees at the top of the quota one has sent it, of another its file is here. */
static void
test_achievement (void)
{
  g_auto (Fixture) fixture = { fixture_campaign_new (NULL), NULL };
  g_autoptr (BvMissing) missing = NULL;
  g_autofree char *subject = NULL;
  const BvMissingItem *item;
  const BvMissingUnit *unit;

  fixture_add_unit (fixture.campaign, "SYT", NULL);
  fixture_add_group (fixture.campaign, "so kind=collective | 1 kind=points max=10.00");
  fixture_add_quota (fixture.campaign, "tap-the kind=collective groups=so count=3");
  fixture_add_evidence (fixture.campaign, "e1");
  report (fixture_add_nominee (fixture.campaign, "a group=so unit=SYT"), "received", "2022-05-12");
  report (fixture_add_nominee (fixture.campaign, "b group=so unit=SYT"), "evidence", "e1");
  report (fixture_add_nominee (fixture.campaign, "c group=so unit=SYT"), NULL, NULL);
  fixture_add_nominee (fixture.campaign, "d group=so unit=SYT");
  missing = find_missing (&fixture, "a so 1=9.00 | b so 1=8.00 | c so 1=7.00 | d so 1=6.00");
  unit = bv_missing_find (missing, "SYT");
  g_assert_cmpuint (unit->items->len, ==, 1);
  g_assert_cmpuint (unit->counts[BV_MISSING_ACHIEVEMENT], ==, 1);
  item = g_ptr_array_index (unit->items, 0);
  g_assert_cmpuint (item->entrant, ==, 2);
  g_assert_null (item->leaf);
  g_assert_cmpstr (item->words, ==, "Chưa nộp báo cáo thành tích");
  subject = bv_missing_item_subject (item);
  g_assert_cmpstr (subject, ==, "Hồ sơ đề nghị khen thưởng");
}

static void
test_leaf_titles (void)
{
  static const char *const titles[][2] = {
    { "Kế hoạch", "Kế hoạch" },
    { "Có sáng kiến,\ncách làm hay.", "Có sáng kiến, cách làm hay" },
    { "Triển khai thực hiện hiệu quả các nhiệm vụ được giao trong kế hoạch của tỉnh",
      "Triển khai thực hiện hiệu quả các nhiệm vụ…" },
    { "Ban hành kế hoạch thực hiện giải pháp mới, bảo đảm", "Ban hành kế hoạch thực hiện giải pháp mới…" },
    { "Khôngcókhoảngtrắngnàotrongtênnàycảnêncắtgiữachừngởđâucũngđượcthôi",
      "Khôngcókhoảngtrắngnàotrongtênnàycảnêncắtgi…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      BvCriterion *leaf = bv_record_new (&bv_criterion_entity);
      g_autofree char *title = NULL;

      fixture_set_text (&leaf->title, titles[i][0]);
      title = bv_missing_leaf_title (leaf);
      g_assert_cmpstr (title, ==, titles[i][1]);
      bv_record_free (leaf);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/missing/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/missing/the-unit-that-answers-is-named-in-the-order-of-the-registry", test_units);
  g_test_add_func ("/missing/the-unit-is-that-of-the-time-of-the-campaign", test_period);
  g_test_add_func ("/missing/nominees-stand-in-the-order-of-the-file", test_order);
  g_test_add_func ("/missing/items-are-counted-by-kind", test_counts);
  g_test_add_func ("/missing/one-group-or-nominee-is-looked-at-alone", test_scope);
  g_test_add_func ("/missing/only-who-is-inside-the-quota-owes-a-report-of-achievements", test_achievement);
  g_test_add_func ("/missing/a-long-title-is-cut-behind-a-word", test_leaf_titles);
  return g_test_run ();
}
