/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/ranking-order.h"
#include "core/ranking-sentences.h"
#include "core/ranking.h"

#include <string.h>

/* A pool and its list: "name rank decided-by place margin", in order, separated by " | ". */
typedef struct
{
  const char *name;
  const char *chain; /* NULL: none */
  const char *groups;
  const char *quota;
  const char *entrants;
  const char *expected;
} Case;

/* Two leaves of 100 points together, the second a tie-breaker. */
#define SO "so | 1 kind=points max=90.00 | 6 kind=points max=10.00 tie_breaker=1"
#define XA "xa | 1 kind=points max=100.00"
#define PEOPLE "ca-nhan kind=individual | 1 kind=points max=100.00"
#define POOL "q kind=either groups=so "

static const Case order_cases[] = {
  { "the-worked-example", "criteria,women",
    "so | 1 kind=points max=90.00 | 6 kind=points max=10.00 tie_breaker=1"
    " | 4 kind=pass-fail max=0.00 required=true",
    POOL "count=2",
    "A so 1=82.00 6=10.00 4:passed=true | B so 1=82.50 6=8.00 4:passed=true"
    " | C so 1=82.50 6=8.00 4:passed=true | D so 1=83.50 6=7.00 4:passed=true women=70"
    " | E so 1=85.00 6=10.00 4:passed=false",
    "A 1 first inside 1.50 | B 2 total unresolved - | C 2 tie unresolved - | D 4 criteria outside 1.50"
    " | E - - not-eligible -" },
  { "higher-totals-go-first", NULL, SO, POOL "count=1", "A so 1=1.00 | B so 1=2.00 | C so 1=3.00",
    "C 1 first inside 1.00 | B 2 total outside 1.00 | A 3 total outside 2.00" },
  { "without-a-chain-equal-totals-are-equal", NULL, SO, POOL "count=9", "A so 1=1.00 6=1.00 | B so 1=2.00",
    "A 1 first inside - | B 1 tie inside -" },
  { "equals-stand-in-the-order-of-the-file", NULL, SO, POOL "count=9", "B so | C so | A so",
    "B 1 first inside - | C 1 tie inside - | A 1 tie inside -" },
  { "the-rank-after-equals-skips", NULL, SO, POOL "count=9",
    "A so 1=3.00 | B so 1=2.00 | C so 1=2.00 | D so 1=1.00",
    "A 1 first inside - | B 2 total inside - | C 2 tie inside - | D 4 total inside -" },
  { "more-points-on-the-marked-criterion-go-first", "criteria", SO, POOL "count=9",
    "A so 1=9.00 6=1.00 | B so 1=8.00 6=2.00", "B 1 first inside - | A 2 criteria inside -" },
  { "marked-criteria-count-in-the-order-of-their-numbers", "criteria",
    "so | 1 kind=points max=9.00 tie_breaker=7 | 2 kind=points max=9.00 tie_breaker=3", POOL "count=9",
    "A so 1=5.00 2=1.00 | B so 1=4.00 2=2.00", "B 1 first inside - | A 2 criteria inside -" },
  { "a-group-without-the-number-has-zero-on-it", "criteria", SO " ; " XA,
    "q kind=either groups=so,xa count=9", "A xa 1=10.00 | B so 1=9.00 6=1.00 | C so 1=10.00",
    "B 1 first inside - | A 2 criteria inside - | C 2 tie inside -" },
  { "a-marked-criterion-not-assigned-has-zero-on-it", "criteria",
    "so | 1 kind=points max=50.00 | 6 kind=points max=50.00 tie_breaker=1", POOL "count=9",
    "A so 1=5.00 6=9.00 6:state=not-assigned | B so 1=9.00 6=1.00",
    "B 1 first inside - | A 2 criteria inside -" },
  { "a-marked-criterion-awaiting-has-zero-on-it", "criteria", SO, POOL "count=9",
    "A so 1=10.00 6=9.00 6:state=awaiting-publication | B so 1=9.00 6=1.00",
    "B 1 first inside - | A 2 criteria inside -" },
  { "a-bonus-may-break-a-tie", "criteria",
    "so | 1 kind=points max=50.00 | B kind=bonus max=5.00 tie_breaker=1", POOL "count=9",
    "A so 1=5.00 | B so 1=4.00 B=1.00", "B 1 first inside - | A 2 criteria inside -" },
  { "fewer-late-and-missing-reports-go-first", "reports",
    "so | 1 kind=points max=50.00 | 3 kind=reports max=5.00 due=2021-09-30,2021-12-15", POOL "count=9",
    "A so 3:received=2021-10-01,- 3=5.00 | B so 3:received=2021-10-01,2021-12-15 3=5.00"
    " | C so 3:received=2021-09-30,- 3=5.00",
    "B 1 first inside - | C 1 tie inside - | A 3 reports inside -" },
  { "women-go-first", "women", PEOPLE, "q kind=either groups=ca-nhan count=9",
    "A ca-nhan women=90 | B ca-nhan woman", "B 1 first inside - | A 2 women inside -" },
  { "collectives-of-seventy-percent-women-go-first", "women", SO, POOL "count=9",
    "A so women=69 | B so women=70 | C so | D so woman",
    "B 1 first inside - | A 2 women inside - | C 2 tie inside - | D 2 tie inside -" },
  { "who-holds-no-office-goes-first", "no-office", PEOPLE, "q kind=either groups=ca-nhan count=9",
    "A ca-nhan office | B ca-nhan", "B 1 first inside - | A 2 no-office inside -" },
  { "collectives-hold-no-office", "no-office", PEOPLE " ; " XA, "q kind=either groups=xa,ca-nhan count=9",
    "A ca-nhan office | B xa | C ca-nhan", "B 1 first inside - | C 1 tie inside - | A 3 no-office inside -" },
  { "more-votes-go-first", "votes", SO, POOL "count=9", "A so | B so votes=7/11 | C so votes=8/11",
    "C 1 first inside - | B 2 votes inside - | A 3 votes inside -" },
  { "votes-are-compared-exactly", "votes", SO, POOL "count=9",
    "A so votes=3333/10000 | B so votes=1/3 | C so votes=2/6",
    "B 1 first inside - | C 1 tie inside - | A 3 votes inside -" },
  { "no-vote-is-like-no-vote-in-favour", "votes", SO, POOL "count=9",
    "A so votes=0/9 | B so | C so votes=3/0", "A 1 first inside - | B 1 tie inside - | C 1 tie inside -" },
  { "steps-count-in-the-order-of-the-chain", "votes,women", SO, POOL "count=9",
    "A so women=99 votes=1/9 | B so votes=2/9 | C so women=99 votes=2/9",
    "C 1 first inside - | B 2 women inside - | A 3 votes inside -" },
  { "who-is-not-eligible-comes-after-in-the-same-order", "women", SO, POOL "count=1",
    "A so 1=8.00 withdrawn | B so 1=1.00 | C so 1=9.00 hold=x | D so 1=8.00 women=70 withdrawn",
    "B 1 first inside - | C - - not-eligible - | D - - not-eligible - | A - - not-eligible -" },
  { "groups-of-different-maxima-compare-percents", NULL, SO " ; xa | 1 kind=points max=50.00",
    "q kind=either groups=so,xa count=1", "A so 1=60.00 | B xa 1=31.00",
    "B 1 first inside 2.00 | A 2 total outside 2.00" },
  { "a-listed-group-without-nominees-makes-percents-compare", NULL,
    "so | 1 kind=points max=30.00 ; xa | 1 kind=points max=50.00", "q kind=either groups=so,xa count=1",
    "A so 1=20.00 | B so 1=10.00", "A 1 first inside 33.34 | B 2 total outside 33.34" },
  { "a-group-not-listed-does-not-compete", NULL, SO " ; xa | 1 kind=points max=50.00", POOL "count=1",
    "A so 1=6.00 | B xa 1=31.00 | C so 1=5.00", "A 1 first inside 1.00 | C 2 total outside 1.00" },
};

static const Case line_cases[] = {
  { "a-percent-of-the-nominees-rounds-down", NULL, SO, POOL "percent=50",
    "A so 1=3.00 | B so 1=2.00 | C so 1=1.00",
    "A 1 first inside 1.00 | B 2 total outside 1.00 | C 3 total outside 2.00" },
  { "a-percent-counts-the-withdrawn-too", NULL, SO, POOL "percent=50",
    "A so 1=3.00 | B so 1=2.00 | C so 1=1.00 withdrawn | D so withdrawn",
    "A 1 first inside - | B 2 total inside - | C - - not-eligible - | D - - not-eligible -" },
  { "a-quota-of-none-leaves-all-outside", NULL, SO, POOL "count=0", "A so 1=3.00", "A 1 first outside -" },
  { "a-tie-that-fits-is-inside", NULL, SO, POOL "count=2", "A so | B so",
    "A 1 first inside - | B 1 tie inside -" },
  { "a-tie-after-the-quota-is-full-is-outside", NULL, SO, POOL "count=1",
    "A so 1=3.00 | B so 1=2.00 | C so 1=2.00",
    "A 1 first inside 1.00 | B 2 total outside 1.00 | C 2 tie outside 1.00" },
  { "a-tie-across-the-line-is-unresolved-and-all-after-it-outside", NULL, SO, POOL "count=2",
    "A so 1=3.00 | B so 1=2.00 | C so 1=2.00 | D so 1=1.00",
    "A 1 first inside 2.00 | B 2 total unresolved - | C 2 tie unresolved - | D 4 total outside 2.00" },
  { "an-unresolved-tie-at-the-top-leaves-no-margin", NULL, SO, POOL "count=1",
    "A so 1=2.00 | B so 1=2.00 | C so",
    "A 1 first unresolved - | B 1 tie unresolved - | C 3 total outside -" },
  { "equal-totals-parted-by-the-chain-have-a-margin-of-zero", "women", SO, POOL "count=1",
    "A so women=70 | B so", "A 1 first inside 0.00 | B 2 women outside 0.00" },
  { "a-group-at-its-cap-is-kept-out-and-others-move-up", NULL, SO " ; " XA,
    "q kind=either groups=so,xa count=3 per_group=xa:1",
    "A xa 1=9.00 | B xa 1=8.00 | C so 1=7.00 | D so 1=6.00 | E so 1=5.00",
    "A 1 first inside 4.00 | B 2 total outside - | C 3 total inside 2.00 | D 4 total inside 1.00"
    " | E 5 total outside 1.00" },
  { "a-cap-of-zero-keeps-the-group-out", NULL, SO " ; " XA,
    "q kind=either groups=so,xa count=3 per_group=xa:0", "A xa 1=9.00 | B so 1=8.00",
    "A 1 first outside - | B 2 total inside -" },
  { "units-under-one-parent-are-capped", NULL, SO, POOL "count=3 per_parent=1",
    "A so 1=9.00 parent=5 | B so 1=8.00 parent=5 | C so 1=7.00 parent=6 | D so 1=6.00 parent=6",
    "A 1 first inside - | B 2 total outside - | C 3 total inside - | D 4 total outside -" },
  { "units-without-a-parent-are-free", NULL, SO, POOL "count=3 per_parent=1",
    "A so 1=9.00 | B so 1=8.00 | C so 1=7.00",
    "A 1 first inside - | B 2 total inside - | C 3 total inside -" },
  { "a-tie-across-a-cap-is-unresolved", NULL, SO, POOL "count=5 per_parent=1",
    "A so 1=9.00 parent=5 | B so 1=9.00 parent=5 | C so 1=8.00",
    "A 1 first unresolved - | B 1 tie unresolved - | C 3 total outside -" },
  { "a-tie-across-a-cap-with-no-place-left-is-outside", NULL, SO, POOL "count=1 per_parent=1",
    "A so 1=9.00 | B so 1=8.00 parent=5 | C so 1=8.00 parent=5",
    "A 1 first inside 1.00 | B 2 total outside 1.00 | C 2 tie outside 1.00" },
  { "members-of-a-tie-at-their-cap-make-room-for-the-others", NULL, SO, POOL "count=2 per_parent=1",
    "A so 1=9.00 parent=5 | B so 1=8.00 parent=5 | C so 1=8.00 parent=6",
    "A 1 first inside - | B 2 total outside - | C 2 tie inside -" },
  { "caps-keep-out-after-the-quota-is-full-too", NULL, SO, POOL "count=1 per_parent=1",
    "A so 1=9.00 parent=5 | B so 1=8.00 parent=5 | C so 1=7.00",
    "A 1 first inside 2.00 | B 2 total outside - | C 3 total outside 2.00" },
  { "decided-inside-is-inside-and-uses-up-the-size", NULL, SO, POOL "count=2",
    "A so 1=9.00 | B so 1=8.00 | C so 1=7.00 decision=inside",
    "A 1 first inside 1.00 | B 2 total outside 1.00 | C 3 total inside -" },
  { "decided-inside-uses-up-caps", NULL, SO, POOL "count=5 per_parent=1",
    "A so 1=9.00 parent=5 | B so 1=8.00 parent=5 decision=inside",
    "A 1 first outside - | B 2 total inside -" },
  { "decided-outside-is-outside-and-uses-nothing", NULL, SO, POOL "count=1",
    "A so 1=9.00 decision=outside | B so 1=8.00 | C so 1=7.00",
    "A 1 first outside - | B 2 total inside 1.00 | C 3 total outside 1.00" },
  { "a-decision-resolves-a-tie", NULL, SO, POOL "count=1", "A so 1=9.00 | B so 1=9.00 decision=inside",
    "A 1 first outside 0.00 | B 1 tie inside -" },
  { "the-undecided-of-a-tie-are-one-block", NULL, SO, POOL "count=2",
    "A so 1=9.00 | B so 1=9.00 decision=outside | C so 1=9.00",
    "A 1 first inside 0.00 | B 1 tie outside - | C 1 tie inside 0.00" },
  { "a-decision-binds-the-eligible-only", NULL, SO, POOL "count=1",
    "A so 1=9.00 | B so 1=8.00 decision=inside withdrawn", "A 1 first inside - | B - - not-eligible -" },
  { "more-decided-than-the-size-leaves-the-others-outside", NULL, SO, POOL "count=1",
    "A so 1=9.00 | B so 1=8.00 decision=inside | C so 1=7.00 decision=inside",
    "A 1 first outside 2.00 | B 2 total inside - | C 3 total inside -" },
  { "an-empty-pool-has-no-entries", NULL, SO, POOL "count=1", "", "" },
};

static BvContest *
make_contest (const Case *test)
{
  BvCampaign *campaign = fixture_campaign_new (test->chain);
  g_auto (GStrv) groups = g_strsplit (test->groups, " ; ", -1);
  BvContest *contest;

  for (guint i = 0; groups[i] != NULL; i++)
    fixture_add_group (campaign, groups[i]);
  fixture_add_quota (campaign, test->quota);
  contest = bv_contest_new (campaign, FIXTURE_DATE);
  if (*test->entrants != '\0')
    fixture_add_entrants (contest, test->entrants);
  return contest;
}

static char *
write_entries (const BvRanking *ranking)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ranking->entries->len; i++)
    {
      const BvRankingEntry *entry = bv_ranking_entry (ranking, i);
      const char *by = bv_decided_by_name (entry->decided_by);
      g_autofree char *margin = bv_points_to_string (entry->margin);
      g_autofree char *rank = g_strdup_printf ("%" G_GINT64_FORMAT, entry->rank);

      g_string_append_printf (text, "%s%s %s %s %s %s", i > 0 ? " | " : "",
                              bv_contest_entrant (ranking->scores->contest, entry->entrant)->name,
                              entry->rank != BV_NONE ? rank : "-", by != NULL ? by : "-",
                              bv_rank_place_name (entry->place), margin != NULL ? margin : "-");
    }
  return g_string_free (text, FALSE);
}

static const BvQuota *
first_quota (const BvContest *contest)
{
  return g_ptr_array_index (contest->campaign->quotas, 0);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (BvContest) contest = make_contest (test);
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) ranking = bv_ranking_compute_pool (scores, first_quota (contest), NULL);
  g_autofree char *text = write_entries (ranking);
  gboolean unresolved = strstr (test->expected, " unresolved ") != NULL;
  guint n_inside = 0;

  g_assert_cmpstr (text, ==, test->expected);
  g_assert_cmpint (ranking->unresolved_tie, ==, unresolved);
  for (const char *p = test->expected; (p = strstr (p, " inside ")) != NULL; p++)
    n_inside++;
  g_assert_cmpuint (ranking->n_inside, ==, n_inside);
}

/* A pool of one group, where a test looks at more than the list. */
static BvContest *
make_pool (const char *quota, const char *entrants)
{
  const Case test = { NULL, "women", SO " ; " XA, quota, entrants, NULL };

  return make_contest (&test);
}

static void
test_too_many_decided (void)
{
  g_autoptr (BvContest) contest = make_pool (POOL "count=1", "A so decision=inside | B so decision=inside");
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) ranking = bv_ranking_compute_pool (scores, first_quota (contest), NULL);

  g_assert_true (ranking->overfull);
  g_assert_cmpuint (ranking->n_decided_inside, ==, 2);
  g_assert_cmpuint (ranking->size, ==, 1);
}

static void
test_as_many_decided (void)
{
  g_autoptr (BvContest) contest = make_pool (POOL "count=2", "A so decision=inside | B so decision=inside");
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) ranking = bv_ranking_compute_pool (scores, first_quota (contest), NULL);

  g_assert_false (ranking->overfull);
  g_assert_nonnull (bv_ranking_entry (ranking, 0)->decision);
}

static void
test_provisional (void)
{
  g_autoptr (BvContest) contest
    = make_pool (POOL "count=1", "A so | B so withdrawn 1:state=awaiting-publication"
                                 " | C xa");
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) pool = bv_ranking_compute_pool (scores, first_quota (contest), NULL);
  g_autoptr (BvRanking) so = bv_ranking_compute_group (scores, 0);
  g_autoptr (BvRanking) xa = bv_ranking_compute_group (scores, 1);

  g_assert_true (pool->provisional);
  g_assert_true (so->provisional);
  g_assert_false (xa->provisional);
}

static void
test_group (void)
{
  g_autoptr (BvContest) contest = make_pool (
    POOL "count=1", "A so 1=1.00 | B so 1=2.00 decision=inside | C xa 1=9.00 | D so 1=2.00 women=70"
                    " | E so withdrawn");
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) ranking = bv_ranking_compute_group (scores, 0);
  g_autofree char *text = write_entries (ranking);

  g_assert_cmpstr (text, ==,
                   "D 1 first outside - | B 2 women outside - | A 3 total outside - | E - - not-eligible -");
  g_assert_null (ranking->quota);
  g_assert_cmpstr (ranking->group->key, ==, "so");
  g_assert_false (ranking->by_percent);
}

static void
test_cap_kinds (void)
{
  g_autoptr (BvContest) contest
    = make_pool ("q kind=either groups=so,xa count=9 per_group=xa:1 per_parent=1",
                 "A xa 1=9.00 | B xa 1=8.00 | C so 1=7.00 parent=1 | D so 1=6.00 parent=1");
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) ranking = bv_ranking_compute_pool (scores, first_quota (contest), NULL);
  static const BvCapKind expected[] = { BV_CAP_NONE, BV_CAP_GROUP, BV_CAP_NONE, BV_CAP_PARENT };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (bv_ranking_entry (ranking, i)->capped, ==, expected[i]);
}

static void
test_words (void)
{
  for (BvRankPlace place = BV_RANK_INSIDE; place <= BV_RANK_NOT_ELIGIBLE; place++)
    {
      g_assert_nonnull (bv_rank_place_name (place));
      g_assert_true (g_utf8_validate (bv_rank_place_words (place), -1, NULL));
    }
  for (BvDecidedBy by = BV_DECIDED_BY_FIRST; by < BV_DECIDED_BY_NOTHING; by++)
    {
      g_assert_nonnull (bv_decided_by_name (by));
      g_assert_cmpstr (bv_decided_by_words (by), !=, "");
    }
  g_assert_null (bv_decided_by_name (BV_DECIDED_BY_NOTHING));
  g_assert_cmpstr (bv_decided_by_words (BV_DECIDED_BY_NOTHING), ==, "");
}

/* Why each entry stands where it stands, in the words a person reads. */
typedef struct
{
  const char *name;
  const char *quota;
  const char *entrants;
  guint entry;
  const char *expected;
} Explanation;

static const Explanation explanations[] = {
  { "the-first-inside", POOL "count=1", "A so 1=9.00 | B so 1=8.00", 0,
    "Hạng 1, 9,00 điểm. Trong chỉ tiêu, cách 1,00 điểm so với trường hợp đầu tiên ngoài chỉ tiêu." },
  { "the-first-outside", POOL "count=1", "A so 1=9.00 | B so 1=8.00", 1,
    "Hạng 2, 8,00 điểm, kém A 1,00 điểm. Ngoài chỉ tiêu, cách 1,00 điểm so với trường hợp cuối cùng trong chỉ tiêu." },
  { "all-inside", POOL "count=9", "A so 1=9.00", 0, "Hạng 1, 9,00 điểm. Trong chỉ tiêu." },
  { "a-step-of-the-chain", POOL "count=9", "A so women=70 | B so", 1,
    "Hạng 2, 0,00 điểm, bằng điểm nhưng xếp sau A theo căn cứ “Ưu tiên nữ (tập thể từ 70% nữ)”. Trong chỉ tiêu." },
  { "an-unresolved-tie", POOL "count=1", "A so | B so", 1,
    "Hạng 1, 0,00 điểm, bằng A ở mọi căn cứ xếp hạng. Bằng điểm với A tại ranh giới chỉ tiêu: cần thêm quy tắc"
    " hoặc quyết định bằng văn bản." },
  { "the-others-of-a-tie-of-three", POOL "count=2", "A so | B so | C so", 0,
    "Hạng 1, 0,00 điểm. Bằng điểm với B, C tại ranh giới chỉ tiêu: cần thêm quy tắc hoặc quyết định bằng văn"
    " bản." },
  { "a-cap-of-the-group", "q kind=either groups=so,xa count=9 per_group=xa:0", "A xa", 0,
    "Hạng 1, 0,00 điểm. Ngoài chỉ tiêu vì khối “xa” đã đủ số được đề nghị." },
  { "a-cap-of-the-parent", POOL "count=9 per_parent=0", "A so parent=1", 0,
    "Hạng 1, 0,00 điểm. Ngoài chỉ tiêu vì các đơn vị cùng cấp trên trực tiếp đã đủ số được đề nghị." },
  { "a-written-decision", POOL "count=9", "A so decision=outside reason=BB-12", 0,
    "Hạng 1, 0,00 điểm. Ngoài chỉ tiêu theo quyết định bằng văn bản: BB-12." },
  { "a-written-decision-without-a-reason", POOL "count=9", "A so decision=inside", 0,
    "Hạng 1, 0,00 điểm. Trong chỉ tiêu theo quyết định bằng văn bản: chưa ghi lý do." },
  { "reasons-against", POOL "count=9", "A so hold=thanh-tra withdrawn", 0,
    "Không đủ điều kiện: Tạm hoãn xét: thanh-tra; Đã rút." },
  { "a-provisional-pool", POOL "count=9", "A so 1=1.00 6:state=awaiting-publication", 0,
    "Hạng 1, 1,00 điểm. Trong chỉ tiêu. Xếp hạng tạm thời vì còn tiêu chí chờ công bố." },
};

static void
test_explanation (gconstpointer data)
{
  const Explanation *test = data;
  g_autoptr (BvContest) contest = make_pool (test->quota, test->entrants);
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) ranking = bv_ranking_compute_pool (scores, first_quota (contest), NULL);
  g_autofree char *text = bv_ranking_explain (ranking, test->entry);

  g_assert_cmpstr (text, ==, test->expected);
}

/* What is printed of a pool as a whole. */
typedef struct
{
  const char *name;
  const char *quota;
  const char *entrants;
  guint line;
  const char *size;
  const char *remarks;
} WholeCase;

static const WholeCase wholes[] = {
  { "the-line-stands-behind-the-last-inside", POOL "count=2", "A so 1=3.00 | B so 1=2.00 | C so 1=1.00", 2,
    "02 tập thể hoặc cá nhân", "" },
  { "the-line-stands-behind-one-put-inside-by-decision", POOL "count=2",
    "A so 1=3.00 | B so 1=2.00 | C so 1=1.00 decision=inside reason=x", 3, "02 tập thể hoặc cá nhân", "" },
  { "nobody-inside-is-below-the-line", "q kind=individual groups=so count=1", "A so | B so", 0, "01 cá nhân",
    "Bằng điểm ngay tại ranh giới chỉ tiêu, còn không quá 01 chỗ: A, B." },
  { "all-remarks-of-a-pool", "q kind=collective groups=so count=1",
    "A so decision=inside reason=x | B so decision=inside reason=x 6:state=awaiting-publication", 2,
    "01 tập thể",
    "Số quyết định bằng văn bản đưa vào vượt quá chỉ tiêu. Còn tiêu chí chờ công bố kết quả: xếp hạng tạm "
    "thời." },
};

static void
test_whole (gconstpointer data)
{
  const WholeCase *test = data;
  g_autoptr (BvContest) contest = make_pool (test->quota, test->entrants);
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) ranking = bv_ranking_compute_pool (scores, first_quota (contest), NULL);
  g_autofree char *size = bv_ranking_write_size (ranking);
  g_auto (GStrv) remarks = bv_ranking_list_remarks (ranking);
  g_autofree char *sentences = g_strjoinv (" ", remarks);

  g_assert_cmpuint (bv_ranking_find_line (ranking), ==, test->line);
  g_assert_cmpstr (size, ==, test->size);
  g_assert_cmpstr (sentences, ==, test->remarks);
}

/* A pool with an unresolved tie, and how many of those in it may still be inside. */
typedef struct
{
  const char *name;
  const char *quota;
  const char *entrants;
  guint room;
} RoomCase;

#define BOTH_GROUPS "q kind=either groups=so,xa "

static const RoomCase rooms[] = {
  { "what-is-left-of-the-size", POOL "count=2", "A so 1=9.00 | B so 1=8.00 | C so 1=8.00 | D so 1=8.00", 1 },
  { "what-decisions-leave-of-the-size", POOL "count=3",
    "A so 1=9.00 decision=inside reason=x | B so | C so | D so", 2 },
  { "what-is-left-of-the-cap-of-a-group", BOTH_GROUPS "count=5 per_group=xa:1", "A xa 1=9.00 | B xa 1=9.00",
    1 },
  { "a-group-without-a-cap-beside-a-capped-one", BOTH_GROUPS "count=5 per_group=xa:1",
    "A xa 1=9.00 | B xa 1=9.00 | C so 1=9.00 | D so 1=9.00", 3 },
  { "what-is-left-of-the-cap-of-parents", POOL "count=5 per_parent=1",
    "A so parent=5 | B so parent=5 | C so parent=6 | D so", 3 },
  { "the-least-of-all", BOTH_GROUPS "count=2 per_group=xa:3 per_parent=1",
    "A xa parent=5 | B xa parent=5 | C xa parent=6 | D so", 2 },
  { "who-is-capped-already-has-no-room", BOTH_GROUPS "count=2 per_group=xa:1",
    "A xa 1=9.00 | B xa 1=8.00 | C so 1=8.00 | D so 1=8.00", 1 },
  { "no-tie-no-room", POOL "count=1", "A so 1=9.00 | B so 1=8.00", 0 },
};

static void
test_room (gconstpointer data)
{
  const RoomCase *test = data;
  g_autoptr (BvContest) contest = make_pool (test->quota, test->entrants);
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) ranking = bv_ranking_compute_pool (scores, first_quota (contest), NULL);

  g_assert_cmpint (ranking->unresolved_tie, ==, test->room > 0);
  g_assert_cmpuint (ranking->tie_room, ==, test->room);
}

static void
test_describe (void)
{
  g_autoptr (BvContest) contest
    = make_pool (POOL "count=9", "A so 1=1.00 6:state=awaiting-publication | B so withdrawn");
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) ranking = bv_ranking_compute_pool (scores, first_quota (contest), NULL);
  g_autofree char *inside = bv_ranking_describe (ranking, 0);
  g_autofree char *not_eligible = bv_ranking_describe (ranking, 1);

  g_assert_cmpstr (inside, ==, "Hạng 1, 1,00 điểm. Trong chỉ tiêu.");
  g_assert_cmpstr (not_eligible, ==, "Không đủ điều kiện: Đã rút.");
}

static void
test_explain_percent (void)
{
  const Case test = { NULL,
                      NULL,
                      "so | 1 kind=points max=30.00 ; xa | 1 kind=points max=50.00",
                      "q kind=either groups=so,xa count=1",
                      "A so 1=20.00 | B xa 1=10.00",
                      NULL };
  g_autoptr (BvContest) contest = make_contest (&test);
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) pool = bv_ranking_compute_pool (scores, first_quota (contest), NULL);
  g_autoptr (BvRanking) group = bv_ranking_compute_group (scores, 1);
  g_autofree char *in_pool = bv_ranking_explain (pool, 1);
  g_autofree char *in_group = bv_ranking_explain (group, 0);

  g_assert_true (pool->by_percent);
  g_assert_cmpstr (
    in_pool, ==,
    "Hạng 2, 20,00%, kém A 46,67%. Ngoài chỉ tiêu, cách 46,67% so với trường hợp cuối cùng trong chỉ tiêu.");
  g_assert_cmpstr (in_group, ==, "Hạng 1, 10,00 điểm.");
}

/* A note is for what the other columns do not say. */
static void
test_notes (void)
{
  const Case test = { NULL,
                      NULL,
                      "so | 1 kind=points max=30.00",
                      "q kind=collective groups=so count=2",
                      "A so 1=20.00 | B so 1=10.00 | C so 1=10.00",
                      NULL };
  g_autoptr (BvContest) contest = make_contest (&test);
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) pool = bv_ranking_compute_pool (scores, first_quota (contest), NULL);
  g_autofree char *inside = bv_ranking_note (pool, 0);
  g_autofree char *tied = bv_ranking_note (pool, 1);

  g_assert_cmpstr (inside, ==, "");
  g_assert_cmpstr (tied, ==,
                   "Bằng điểm với C tại ranh giới chỉ tiêu: cần thêm quy tắc hoặc quyết định bằng văn bản.");
}

/* The window explains a hold with its reason; a list that goes round says that there is one. */
static void
test_ineligible_notes (void)
{
  static const char *const expected[] = { "", "Tạm hoãn xét theo quy định.", "Đã rút, không xét.",
                                          "Không đủ điều kiện: Tiêu chí 1 chưa được chấm (bắt buộc)." };
  const Case test
    = { NULL,
        NULL,
        "so | 1 kind=points max=30.00 required=true",
        "q kind=collective groups=so count=2",
        "A so 1=20.00 | B so 1=10.00 hold=thanh-tra | C so 1=9.00 hold=thanh-tra withdrawn | D so",
        NULL };
  g_autoptr (BvContest) contest = make_contest (&test);
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) pool = bv_ranking_compute_pool (scores, first_quota (contest), NULL);
  g_autofree char *held = bv_ranking_explain (pool, 1);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *note = bv_ranking_note (pool, i);

      g_assert_cmpstr (note, ==, expected[i]);
    }
  g_assert_cmpstr (held, ==, "Không đủ điều kiện: Tạm hoãn xét: thanh-tra.");
}

static void
add_cases (const char *prefix, const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat (prefix, cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("/ranking/order/", order_cases, G_N_ELEMENTS (order_cases));
  add_cases ("/ranking/line/", line_cases, G_N_ELEMENTS (line_cases));
  for (guint i = 0; i < G_N_ELEMENTS (explanations); i++)
    {
      g_autofree char *path = g_strconcat ("/ranking/explains/", explanations[i].name, NULL);

      g_test_add_data_func (path, &explanations[i], test_explanation);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      g_autofree char *path = g_strconcat ("/ranking/on-paper/", wholes[i].name, NULL);

      g_test_add_data_func (path, &wholes[i], test_whole);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *path = g_strconcat ("/ranking/room-in-a-tie/", rooms[i].name, NULL);

      g_test_add_data_func (path, &rooms[i], test_room);
    }
  g_test_add_func ("/ranking/describes-an-entry-without-what-is-said-of-all", test_describe);
  g_test_add_func ("/ranking/explains/a-pool-in-percents-and-a-group-in-points", test_explain_percent);
  g_test_add_func ("/ranking/notes-say-what-the-columns-do-not", test_notes);
  g_test_add_func ("/ranking/a-note-of-a-hold-gives-no-reason", test_ineligible_notes);
  g_test_add_func ("/ranking/more-decided-inside-than-the-size-is-overfull", test_too_many_decided);
  g_test_add_func ("/ranking/as-many-decided-inside-as-the-size-is-not-overfull", test_as_many_decided);
  g_test_add_func ("/ranking/one-awaiting-nominee-makes-pool-and-group-provisional", test_provisional);
  g_test_add_func ("/ranking/a-group-is-ordered-without-a-line", test_group);
  g_test_add_func ("/ranking/the-cap-that-keeps-out-is-named", test_cap_kinds);
  g_test_add_func ("/ranking/every-place-and-step-has-words", test_words);
  return g_test_run ();
}
