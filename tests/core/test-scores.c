/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/leaf-score.h"
#include "core/scores.h"

/* What is given to one nominee on one leaf, and what it scores (RULES.md, Points of one leaf). */
typedef struct
{
  const char *name;
  const char *leaf;
  const char *given; /* as of fixture_add_entrant () */
  const char *points;
  guint flags;
} LeafCase;

/* Why nothing counts, in words. */
static void
test_reasons (void)
{
  static const struct
  {
    BvLeafScore score;
    const char *reason;
  } cases[] = {
    { { 0, BV_LEAF_NOT_ASSIGNED }, "không được giao" },
    { { 0, BV_LEAF_AWAITING }, "chờ công bố" },
    { { 0, BV_LEAF_NOT_ACCEPTED | BV_LEAF_UNASSESSED }, "chưa được chấm" },
    { { 0, BV_LEAF_UNPROVEN }, "thiếu minh chứng" },
    { { 850, BV_LEAF_UNPROVEN }, NULL },
    { { 0, BV_LEAF_NOT_ACCEPTED }, NULL },
    { { 850, 0 }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (bv_leaf_score_reason (&cases[i].score), ==, cases[i].reason);
}

#define PENDING BV_LEAF_NOT_ACCEPTED
#define NOTHING (BV_LEAF_NOT_ACCEPTED | BV_LEAF_UNASSESSED)
#define REPORTS "1 kind=reports max=10.00 due=2021-09-30,2021-12-15 late_penalty=1.00 missing_penalty=6.00"
#define NOT_YET_DUE \
  "1 kind=reports max=10.00 due=2022-05-20,2022-12-15 late_penalty=1.00 missing_penalty=6.00"
#define IMPROVED "1 kind=measured max=20.00 rule=improved-or-top threshold=0.1000"
#define TARGET "1 kind=measured max=20.00 rule=target"

static const LeafCase leaf_cases[] = {
  { "nothing-given-is-unassessed-and-counts-zero", "1 kind=points max=10.00", "", "0.00", NOTHING },
  { "points-are-what-a-person-verified", "1 kind=points max=10.00", " 1=7.25", "7.25", PENDING },
  { "final-goes-before-verified", "1 kind=points max=10.00", " 1=7.25 1:final=6.00", "6.00", PENDING },
  { "verified-goes-before-the-computed-value", "1 kind=pass-fail max=10.00", " 1=3.00 1:passed=true", "3.00",
    PENDING },
  { "final-goes-before-the-computed-value", "1 kind=pass-fail max=10.00", " 1:final=0.00 1:passed=true",
    "0.00", PENDING },
  { "a-self-score-never-counts", "1 kind=points max=10.00", " 1:self=9.00", "0.00", NOTHING },
  { "accepted-needs-no-warning", "1 kind=points max=10.00", " 1=7.25 1:state=accepted", "7.25", 0 },
  { "returned-does-not-change-points", "1 kind=points max=10.00", " 1=7.25 1:state=returned", "7.25",
    PENDING },
  { "not-assigned-is-out-whatever-was-given", "1 kind=points max=10.00", " 1=7.25 1:state=not-assigned",
    "0.00", BV_LEAF_NOT_ASSIGNED },
  { "awaiting-counts-zero-whatever-was-given", "1 kind=points max=10.00",
    " 1=7.25 1:final=8.00 1:state=awaiting-publication", "0.00", BV_LEAF_AWAITING },
  { "passed-is-the-maximum", "1 kind=pass-fail max=10.00", " 1:passed=true", "10.00", PENDING },
  { "failed-is-zero-and-assessed", "1 kind=pass-fail max=10.00", " 1:passed=false", "0.00", PENDING },
  { "not-judged-is-unassessed", "1 kind=pass-fail max=10.00", "", "0.00", NOTHING },
  { "a-bonus-has-no-computed-value", "1 kind=bonus max=5.00", " 1:passed=true 1:items=1", "0.00", NOTHING },
  { "a-deduction-has-no-computed-value", "1 kind=deduction max=5.00", " 1:passed=true", "0.00", NOTHING },
  { "seven-of-eight-items-round-half-up", "1 kind=checklist max=15.00 items=a,b,c,d,e,f,g,h", " 1:items=7",
    "13.13", PENDING },
  { "one-of-eight-items-rounds-half-up", "1 kind=checklist max=15.00 items=a,b,c,d,e,f,g,h", " 1:items=1",
    "1.88", PENDING },
  { "one-of-three-items-rounds-down", "1 kind=checklist max=1.00 items=a,b,c", " 1:items=1", "0.33",
    PENDING },
  { "no-item-ticked-is-zero-and-assessed", "1 kind=checklist max=15.00 items=a,b", " 1:items=0", "0.00",
    PENDING },
  { "a-checklist-not-looked-at-is-unassessed", "1 kind=checklist max=15.00 items=a,b", "", "0.00", NOTHING },
  { "reports-on-the-day-lose-nothing", REPORTS, " 1:received=2021-09-30,2021-12-15", "10.00", PENDING },
  { "a-report-received-a-day-later-is-late", REPORTS, " 1:received=2021-10-01,2021-12-15", "9.00", PENDING },
  { "a-report-not-received-is-missing", REPORTS, " 1:received=2021-09-30,-", "4.00", PENDING },
  { "a-report-counts-whenever-it-was-received", REPORTS, " 1:received=2021-09-30,2022-12-31", "9.00",
    PENDING },
  { "reports-cannot-lose-more-than-there-is", REPORTS, "", "0.00", PENDING },
  { "a-report-due-on-the-day-of-the-ranking-is-not-missing", NOT_YET_DUE, " 1:received=-,-", "0.00",
    NOTHING },
  { "a-report-received-before-it-is-due-counts", NOT_YET_DUE, " 1:received=2022-05-01,-", "10.00", PENDING },
  { "the-top-group-gets-the-maximum", IMPROVED, " 1:results=6.0000/5.0000/-/top", "20.00", PENDING },
  { "one-dimension-in-the-top-group-is-enough", IMPROVED, " 1:results=6.0000/5.0000/-,-/-/-/top", "20.00",
    PENDING },
  { "improved-by-the-threshold-gets-the-maximum", IMPROVED, " 1:results=6.0000/6.1000/-", "20.00", PENDING },
  { "improved-by-half-the-threshold-gets-half", IMPROVED, " 1:results=6.0000/6.0500/-", "10.00", PENDING },
  { "improved-beyond-the-threshold-gets-no-more", IMPROVED, " 1:results=6.0000/9.0000/-", "20.00", PENDING },
  { "fallen-behind-gets-nothing", IMPROVED, " 1:results=6.0000/5.9000/-", "0.00", PENDING },
  { "differences-of-dimensions-add-up", IMPROVED, " 1:results=6.0000/6.1500/-,5.0000/4.9500/-", "10.00",
    PENDING },
  { "a-dimension-without-a-baseline-is-left-out", IMPROVED, " 1:results=6.0000/6.0500/-,-/9.0000/-", "10.00",
    PENDING },
  { "improvement-rounds-half-up", "1 kind=measured max=0.01 rule=improved-or-top threshold=0.1000",
    " 1:results=6.0000/6.0500/-", "0.01", PENDING },
  { "no-dimension-with-both-is-unassessed", IMPROVED, " 1:results=6.0000/-/-,-/6.0000/-", "0.00", NOTHING },
  { "no-results-are-unassessed", IMPROVED, "", "0.00", NOTHING },
  { "below-the-target-counts-half-in-proportion", TARGET, " 1:results=-/60.0000/80.0000", "7.50", PENDING },
  { "below-the-target-rounds-half-up", "1 kind=measured max=0.05 rule=target", " 1:results=-/1.0000/5.0000",
    "0.01", PENDING },
  { "at-the-target-and-best-is-half", TARGET, " 1:results=-/80.0000/80.0000", "10.00", PENDING },
  { "half-of-an-odd-maximum-rounds-up", "1 kind=measured max=0.05 rule=target", " 1:results=-/2.0000/2.0000",
    "0.03", PENDING },
  { "the-best-above-the-target-gets-the-maximum", TARGET, " 1:results=-/90.0000/80.0000", "20.00", PENDING },
  { "a-target-of-zero-is-none", TARGET, " 1:results=-/90.0000/0.0000", "0.00", NOTHING },
  { "no-target-is-unassessed", TARGET, " 1:results=-/90.0000/-", "0.00", NOTHING },
  { "no-result-is-unassessed", TARGET, " 1:results=-/-/80.0000", "0.00", NOTHING },
  { "two-pieces-wanted-and-one-given-is-unproven", "1 kind=points max=10.00 evidence=2",
    " 1=7.25 1:evidence=1", "7.25", PENDING | BV_LEAF_UNPROVEN },
  { "two-pieces-wanted-and-given-is-proven", "1 kind=points max=10.00 evidence=2", " 1=7.25 1:evidence=2",
    "7.25", PENDING },
  { "an-explanation-stands-for-evidence", "1 kind=points max=10.00 evidence=2", " 1=7.25 1:explained=1",
    "7.25", PENDING },
  { "what-asks-for-no-evidence-is-proven", "1 kind=points max=10.00 evidence=0", " 1=7.25", "7.25", PENDING },
  { "a-deduction-is-never-unproven", "1 kind=deduction max=10.00 evidence=2", " 1=7.25", "7.25", PENDING },
  { "an-unassessed-leaf-can-be-unproven", "1 kind=points max=10.00 evidence=1", "", "0.00",
    NOTHING | BV_LEAF_UNPROVEN },
  { "the-largest-amounts-do-not-overflow", "1 kind=measured max=1000000.00 rule=target",
    " 1:results=-/499999999999.9999/1000000000000.0000", "250000.00", PENDING },
};

static BvContest *
make_contest (const char *group)
{
  BvCampaign *campaign = fixture_campaign_new (NULL);

  fixture_add_group (campaign, group);
  return bv_contest_new (campaign, FIXTURE_DATE);
}

static void
assert_points (gint64 points, const char *expected)
{
  g_autofree char *text = bv_points_to_string (points);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_leaf (gconstpointer data)
{
  const LeafCase *test = data;
  g_autofree char *group = g_strconcat ("so | ", test->leaf, " | 0 kind=points max=1.00", NULL);
  g_autofree char *entrant = g_strconcat ("A so", test->given, NULL);
  g_autoptr (BvContest) contest = make_contest (group);
  g_autoptr (BvScores) scores = NULL;

  fixture_add_entrant (contest, entrant);
  scores = bv_scores_compute (contest);
  assert_points (bv_scores_leaf (scores, 0)->points, test->points);
  g_assert_cmphex (bv_scores_leaf (scores, 0)->flags, ==, test->flags);
}

/* Totals, percents and what stands beside them (RULES.md, Total of a nominee). */
typedef struct
{
  const char *name;
  const char *group;
  const char *given;
  const char *total;
  const char *percent;
  const char *self; /* NULL: none */
} TotalCase;

#define TWO "so | 1 kind=points max=60.00 | 2 kind=points max=40.00"
#define EXTRA \
  "so bonus_cap=3.00 deduction_cap=4.00 | 1 kind=points max=50.00 | B kind=bonus max=5.00 | D kind=deduction max=9.00"

static const TotalCase total_cases[] = {
  { "normal-leaves-add-up", TWO, " 1=50.00 2=30.50", "80.50", "80.50", NULL },
  { "percent-is-of-the-full-maximum", "so | 1 kind=points max=30.00", " 1=20.00", "20.00", "66.67", NULL },
  { "half-a-hundredth-of-a-percent-rounds-up", "so | 1 kind=points max=80.00", " 1=0.01", "0.01", "0.01",
    NULL },
  { "what-is-assigned-is-scaled-to-the-full-maximum", TWO, " 1=45.00 2:state=not-assigned", "75.00", "75.00",
    NULL },
  { "the-scaled-base-rounds-half-up", TWO, " 1=0.03 2:state=not-assigned", "0.05", "0.05", NULL },
  { "nothing-assigned-is-zero", TWO, " 1:state=not-assigned 2:state=not-assigned", "0.00", "0.00", NULL },
  { "awaiting-stays-in-the-denominator", TWO, " 1=45.00 2:state=awaiting-publication", "45.00", "45.00",
    NULL },
  { "a-bonus-is-not-in-the-full-maximum", EXTRA, " 1=50.00 B=2.00", "52.00", "104.00", NULL },
  { "bonus-and-deduction-are-not-scaled", EXTRA " | 2 kind=points max=50.00",
    " 1=25.00 2:state=not-assigned B=2.00 D=1.00", "51.00", "51.00", NULL },
  { "a-bonus-not-assigned-scales-nothing", EXTRA, " 1=25.00 B=2.00 B:state=not-assigned", "25.00", "50.00",
    NULL },
  { "bonus-points-are-capped", EXTRA, " 1=25.00 B=5.00", "28.00", "56.00", NULL },
  { "deducted-points-are-capped", EXTRA, " 1=25.00 D=9.00", "21.00", "42.00", NULL },
  { "without-a-cap-all-bonus-points-count",
    "so | 1 kind=points max=50.00 | B kind=bonus max=5.00 | C kind=bonus max=5.00", " B=5.00 C=4.00", "9.00",
    "18.00", NULL },
  { "a-cap-of-zero-is-a-cap", "so bonus_cap=0.00 | 1 kind=points max=50.00 | B kind=bonus max=5.00",
    " 1=1.00 B=5.00", "1.00", "2.00", NULL },
  { "a-total-is-never-below-zero", "so | 1 kind=points max=50.00 | D kind=deduction max=9.00",
    " 1=2.00 D=9.00", "0.00", "0.00", NULL },
  { "self-scores-are-totalled-beside", TWO, " 1=45.00 1:self=50.00 2:self=20.00", "45.00", "45.00", "70.00" },
  { "the-self-total-is-scaled-alike", TWO, " 1:self=45.00 2:self=9.00 2:state=not-assigned", "0.00", "0.00",
    "75.00" },
  { "the-self-total-is-capped-alike", EXTRA, " 1:self=25.00 B:self=5.00 D:self=9.00", "0.00", "0.00",
    "24.00" },
  { "a-self-score-of-what-is-not-assigned-is-none", TWO, " 1=45.00 2:self=9.00 2:state=not-assigned", "75.00",
    "75.00", NULL },
};

static void
test_total (gconstpointer data)
{
  const TotalCase *test = data;
  g_autofree char *entrant = g_strconcat ("A so", test->given, NULL);
  g_autoptr (BvContest) contest = make_contest (test->group);
  g_autoptr (BvScores) scores = NULL;

  fixture_add_entrant (contest, entrant);
  scores = bv_scores_compute (contest);
  assert_points (bv_scores_get (scores, 0)->total, test->total);
  assert_points (bv_scores_get (scores, 0)->percent, test->percent);
  assert_points (bv_scores_get (scores, 0)->self_total, test->self);
}

static void
test_best_is_of_the_group (void)
{
  g_autoptr (BvContest) contest = make_contest ("so | " TARGET);
  g_autoptr (BvScores) scores = NULL;
  static const char *const expected[] = { "12.50", "15.00", "20.00", "0.00", "0.00", "10.00" };

  fixture_add_entrants (contest, "A so 1:results=-/85.0000/80.0000"
                                 " | B so 1:results=-/90.0000/80.0000"
                                 " | C so 1:results=-/100.0000/80.0000 withdrawn hold=x"
                                 " | D so 1:results=-/999.0000/80.0000 1:state=not-assigned"
                                 " | E so 1:results=-/100.0000/80.0000 1:state=awaiting-publication"
                                 " | F so 1:results=-/80.0000/80.0000");
  scores = bv_scores_compute (contest);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_points (bv_scores_leaf (scores, i)->points, expected[i]);
}

static void
test_best_may_be_awaiting (void)
{
  g_autoptr (BvContest) contest = make_contest ("so | " TARGET);
  g_autoptr (BvScores) scores = NULL;

  fixture_add_entrants (contest, "A so 1:results=-/90.0000/80.0000"
                                 " | B so 1:results=-/100.0000/- 1:state=awaiting-publication");
  scores = bv_scores_compute (contest);
  assert_points (bv_scores_leaf (scores, 0)->points, "15.00");
}

static void
test_best_of_another_group_does_not_count (void)
{
  BvCampaign *campaign = fixture_campaign_new (NULL);
  g_autoptr (BvContest) contest = NULL;
  g_autoptr (BvScores) scores = NULL;

  fixture_add_group (campaign, "so | " TARGET);
  fixture_add_group (campaign, "xa | " TARGET);
  contest = bv_contest_new (campaign, FIXTURE_DATE);
  fixture_add_entrants (contest, "A so 1:results=-/90.0000/80.0000 | B xa 1:results=-/100.0000/80.0000");
  scores = bv_scores_compute (contest);
  assert_points (bv_scores_leaf (scores, 0)->points, "20.00");
}

static void
test_unproven_may_score_zero (void)
{
  g_autoptr (BvContest) contest = make_contest ("so | 1 kind=points max=10.00 evidence=1"
                                                " | 2 kind=points max=10.00 evidence=1"
                                                " | 3 kind=deduction max=10.00 evidence=1");
  g_autoptr (BvScores) scores = NULL;

  contest->campaign->unproven_scores_zero = TRUE;
  fixture_add_entrant (contest, "A so 1=7.00 2=8.00 2:explained=1 3=1.00");
  scores = bv_scores_compute (contest);
  assert_points (bv_scores_leaf (scores, 0)->points, "0.00");
  g_assert_cmphex (bv_scores_leaf (scores, 0)->flags, ==, PENDING | BV_LEAF_UNPROVEN);
  assert_points (bv_scores_get (scores, 0)->total, "7.00");
}

static void
test_late_and_missing_are_counted (void)
{
  g_autoptr (BvContest) contest = make_contest ("so | " REPORTS " | 2 kind=reports max=1.00 due=2021-09-30"
                                                " | 3 kind=reports max=1.00 due=2021-09-30");
  g_autoptr (BvScores) scores = NULL;

  fixture_add_entrant (contest, "A so 1:received=2021-10-01,- 1=10.00 2:state=awaiting-publication"
                                " 3:state=not-assigned");
  scores = bv_scores_compute (contest);
  g_assert_cmpuint (bv_scores_get (scores, 0)->n_late_or_missing, ==, 3);
}

static void
test_awaiting_makes_provisional (void)
{
  g_autoptr (BvContest) contest = make_contest (TWO);
  g_autoptr (BvScores) scores = NULL;

  fixture_add_entrants (contest, "A so 2:state=awaiting-publication | B so 2:state=not-assigned");
  scores = bv_scores_compute (contest);
  g_assert_true (bv_scores_get (scores, 0)->provisional);
  g_assert_false (bv_scores_get (scores, 1)->provisional);
}

static void
test_flags_of_leaves_are_joined (void)
{
  g_autoptr (BvContest) contest = make_contest (TWO " | 3 kind=points max=1.00 evidence=1");
  g_autoptr (BvScores) scores = NULL;

  fixture_add_entrant (contest, "A so 1:state=not-assigned 2=1.00 2:state=accepted 3=1.00 3:state=accepted");
  scores = bv_scores_compute (contest);
  g_assert_cmphex (bv_scores_get (scores, 0)->flags, ==, BV_LEAF_NOT_ASSIGNED | BV_LEAF_UNPROVEN);
  assert_points (bv_scores_get (scores, 0)->assigned, "41.00");
}

static void
test_an_empty_contest_has_no_scores (void)
{
  g_autoptr (BvContest) contest = make_contest (TWO);
  g_autoptr (BvScores) scores = bv_scores_compute (contest);

  g_assert_cmpuint (scores->scores->len, ==, 0);
  g_assert_cmpuint (scores->leaves->len, ==, 0);
}

static void
test_words (void)
{
  static const struct
  {
    BvLeafScore score;
    const char *words;
  } words[] = {
    { { 123450, 0 }, "1.234,50" },
    { { 0, BV_LEAF_UNPROVEN }, "0,00" },
    { { 0, BV_LEAF_NOT_ASSIGNED }, "KG" },
    { { 0, BV_LEAF_AWAITING }, "chờ CB" },
    { { 0, BV_LEAF_UNASSESSED | BV_LEAF_NOT_ACCEPTED }, "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *text = bv_leaf_score_words (&words[i].score);

      g_assert_cmpstr (text, ==, words[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/a-leaf-without-points-says-why", test_words);
  g_test_add_func ("/scoring/why-nothing-counts-is-said-in-words", test_reasons);
  for (guint i = 0; i < G_N_ELEMENTS (leaf_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/scoring/leaf/", leaf_cases[i].name, NULL);

      g_test_add_data_func (path, &leaf_cases[i], test_leaf);
    }
  for (guint i = 0; i < G_N_ELEMENTS (total_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/scoring/total/", total_cases[i].name, NULL);

      g_test_add_data_func (path, &total_cases[i], test_total);
    }
  g_test_add_func ("/scoring/the-best-result-is-that-of-the-group-withdrawn-too", test_best_is_of_the_group);
  g_test_add_func ("/scoring/the-best-result-may-be-awaiting-publication", test_best_may_be_awaiting);
  g_test_add_func ("/scoring/the-best-result-of-another-group-does-not-count",
                   test_best_of_another_group_does_not_count);
  g_test_add_func ("/scoring/unproven-counts-zero-if-the-campaign-says-so", test_unproven_may_score_zero);
  g_test_add_func ("/scoring/late-and-missing-reports-are-counted-where-assigned",
                   test_late_and_missing_are_counted);
  g_test_add_func ("/scoring/awaiting-makes-a-nominee-provisional", test_awaiting_makes_provisional);
  g_test_add_func ("/scoring/flags-of-leaves-are-joined", test_flags_of_leaves_are_joined);
  g_test_add_func ("/scoring/an-empty-contest-has-no-scores", test_an_empty_contest_has_no_scores);
  return g_test_run ();
}
