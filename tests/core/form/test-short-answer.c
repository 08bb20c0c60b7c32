/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/form/short-answer.h"

/* The kinds of leaves that are answered. */
enum
{
  PASSED,
  ITEMS,
  REPORT,
  REPORTS,
  IMPROVED,
  TARGET,
  N_LEAVES,
};

static const char *const lines[N_LEAVES] = {
  [PASSED] = "1 kind=pass-fail max=10.00",
  [ITEMS] = "2 kind=checklist max=8.00 items=a,b,c,d,e,f,g,h",
  [REPORT] = "3 kind=reports max=5.00 due=2022-01-15",
  [REPORTS] = "4 kind=reports max=5.00 due=2021-03-15,2021-06-15,2021-12-15",
  [IMPROVED] = "5 kind=measured max=20.00 rule=improved-or-top threshold=0.1",
  [TARGET] = "6 kind=measured max=20.00 rule=target",
};

typedef struct
{
  guint leaf;
  const char *text;
  const char *said; /* NULL: it is refused */
} Case;

/* What is answered stands in words as it was read; a dash, and what is left out, hold their places. */
static const Case cases[] = {
  { PASSED, "Đ", "Passed" },
  { PASSED, " d ", "Passed" },
  { PASSED, "đạt", "Passed" },
  { PASSED, "K", "Not passed" },
  { PASSED, "k", "Not passed" },
  { PASSED, "không đạt", "Not passed" },
  { PASSED, "Kg", "Not assigned" },
  { PASSED, "cb", "Awaiting publication" },
  { PASSED, "b", NULL },
  { PASSED, "10", NULL },
  { PASSED, "", NULL },
  { ITEMS, "8/8", "8 of 8 items" },
  { ITEMS, "0/8", "0 of 8 items" },
  { ITEMS, " 8 / 8 ", "8 of 8 items" },
  { ITEMS, "1-5,8", "6 of 8 items" },
  { ITEMS, "1 - 3, 2-4", "4 of 8 items" },
  { ITEMS, "8", "1 of 8 items" },
  { ITEMS, "5/8", NULL },
  { ITEMS, "7/7", NULL },
  { ITEMS, "9/8", NULL },
  { ITEMS, "8/8/8", NULL },
  { ITEMS, "1-9", NULL },
  { ITEMS, "0", NULL },
  { ITEMS, "5-1", NULL },
  { ITEMS, "1-2-3", NULL },
  { ITEMS, "1,,2", NULL },
  { ITEMS, "1,5", "2 of 8 items" },
  { ITEMS, "-1", NULL },
  { ITEMS, "99999999999999999999", NULL },
  { ITEMS, "kg", "Not assigned" },
  { REPORT, "14/1", "14/01/2022" },
  { REPORT, "14/12", "14/12/2021" },
  { REPORT, "16/1", "16/01/2022 (late)" },
  { REPORT, "14/12/2020", "14/12/2020" },
  { REPORT, "14/12/22", "14/12/2022 (late)" },
  { REPORT, "29/2", NULL },
  { REPORT, "31/4", NULL },
  { REPORT, "14", NULL },
  { REPORT, "14/1;15/1", NULL },
  { REPORT, "-", "" },
  { REPORTS, "14/3;14/6;14/12", "14/03/2021; 14/06/2021; 14/12/2021" },
  { REPORTS, "14/3;;", "14/03/2021; –; –" },
  { REPORTS, ";16/6;-", "–; 16/06/2021 (late); –" },
  { REPORTS, ";;3/1", "–; –; 03/01/2022 (late)" },
  { REPORTS, "14/3", NULL },
  { REPORTS, "14/3;14/6;14/12;14/12", NULL },
  { REPORTS, ";;32/1", NULL },
  { IMPROVED, "7,6316;7,8650", "Last result 7,6316 · Result 7,8650" },
  { IMPROVED, "7.6316 ; 7.8650", "Last result 7,6316 · Result 7,8650" },
  { IMPROVED, "7,8650", "Result 7,8650" },
  { IMPROVED, "7,6316;", NULL },
  { IMPROVED, "1;2;3", NULL },
  { IMPROVED, "-1", NULL },
  { IMPROVED, "7,63161", NULL },
  { IMPROVED, "CB", "Awaiting publication" },
  { TARGET, "8,5;8", "Result 8,5000 · Target 8,0000" },
  { TARGET, "8,5", "Result 8,5000" },
};

static BvCampaign *
create_campaign (void)
{
  BvCampaign *campaign = fixture_campaign_new ("");
  BvGroup *group = fixture_add_group (campaign, "so kind=collective");

  for (guint i = 0; i < N_LEAVES; i++)
    fixture_add_criterion (group->criteria, lines[i]);
  return campaign;
}

static const BvCriterion *
get_leaf (const BvCampaign *campaign, guint leaf)
{
  const BvGroup *group = g_ptr_array_index (campaign->groups, 0);

  return g_ptr_array_index (group->criteria, leaf);
}

static void
check (const BvCampaign *campaign, const Case *one)
{
  const BvCriterion *leaf = get_leaf (campaign, one->leaf);
  g_autoptr (BvRecord) record = bv_record_new (&bv_assessment_entity);
  BvAssessment *assessment = (BvAssessment *) record;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  g_test_message ("%s: %s", leaf->code, one->text);
  if (one->said == NULL)
    {
      g_assert_false (bv_short_answer_read (one->text, leaf, assessment, &error));
      g_assert_error (error, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT);
      return;
    }
  g_assert_true (bv_short_answer_read (one->text, leaf, assessment, &error));
  g_assert_no_error (error);
  said = bv_short_answer_describe (assessment, leaf);
  g_assert_cmpstr (said, ==, one->said);
}

static void
test_cases (void)
{
  g_autoptr (BvRecord) campaign = (BvRecord *) create_campaign ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check ((BvCampaign *) campaign, &cases[i]);
}

/* Dates that are left out, and numbers that one does not type, are those of before. */
static void
test_kept (void)
{
  g_autoptr (BvRecord) campaign = (BvRecord *) create_campaign ();
  const BvCriterion *reports = get_leaf ((BvCampaign *) campaign, REPORTS);
  const BvCriterion *improved = get_leaf ((BvCampaign *) campaign, IMPROVED);
  g_autoptr (BvRecord) record = bv_record_new (&bv_assessment_entity);
  BvAssessment *assessment = (BvAssessment *) record;
  g_autofree char *dates = NULL;
  g_autofree char *numbers = NULL;

  g_assert_true (bv_short_answer_read ("14/3;;", reports, assessment, NULL));
  g_assert_true (bv_short_answer_read (";14/6;", reports, assessment, NULL));
  dates = bv_short_answer_describe (assessment, reports);
  g_assert_cmpstr (dates, ==, "14/03/2021; 14/06/2021; –");
  g_assert_true (bv_short_answer_read ("-;-;-", reports, assessment, NULL));
  g_assert_cmpuint (assessment->received->len, ==, 0);
  g_assert_true (bv_short_answer_read ("7,6316;7,8650", improved, assessment, NULL));
  g_assert_true (bv_short_answer_read ("8", improved, assessment, NULL));
  numbers = bv_short_answer_describe (assessment, improved);
  g_assert_cmpstr (numbers, ==, "Last result 7,6316 · Result 8,0000");
  g_assert_cmpuint (assessment->results->len, ==, 1);
}

/* Whoever is refused reads how it is typed. */
static void
test_refused (void)
{
  static const Case refused[] = {
    { PASSED, "x1", "“x1” is not understood.\nType Đ or K · Esc: as it was" },
    { ITEMS, "a", "“a” is not understood.\nType 8/8, or 1-6,8 · Esc: as it was" },
    { ITEMS, "5/8", "5/8 does not say which items they are.\nType their numbers: 1-5 · Esc: as it was" },
    { ITEMS, "7/7", "The criterion has 8 items.\nType 8/8 for all · Esc: as it was" },
    { REPORTS, "14/3", "“14/3” is not understood.\nType 15/03;15/06;15/12 · Esc: as it was" },
    { TARGET, "a", "“a” is not understood.\nType result;target: 8,5;8 · Esc: as it was" },
  };
  g_autoptr (BvRecord) campaign = (BvRecord *) create_campaign ();

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (BvRecord) record = bv_record_new (&bv_assessment_entity);
      g_autoptr (GError) error = NULL;

      g_assert_false (bv_short_answer_read (refused[i].text,
                                            get_leaf ((BvCampaign *) campaign, refused[i].leaf),
                                            (BvAssessment *) record, &error));
      g_assert_cmpstr (error->message, ==, refused[i].said);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/short-answer/is-read-as-it-is-said", test_cases);
  g_test_add_func ("/short-answer/what-is-left-out-stays", test_kept);
  g_test_add_func ("/short-answer/refused-says-how-it-is-typed", test_refused);
  return g_test_run ();
}
