/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/quota-numbers.h"
#include "core/quota-trial.h"

#define ENTRANTS                                                                                             \
  "A so 1=9.00 | B so 1=8.00 | C xa 1=7.00 decision:all=inside | D xa 1=6.00 | E so 1=5.00 decision=outside" \
  " | F xa 1=4.00"
#define CONTESTS 200

static BvProposal *
make_proposal (const char *entrants, const char *all, const char *rest)
{
  BvCampaign *campaign = fixture_campaign_new ("criteria");
  BvContest *contest;

  fixture_add_group (campaign, "so | 1 kind=points max=10.00");
  fixture_add_group (campaign, "xa | 1 kind=points max=10.00");
  fixture_add_quota (campaign, all);
  fixture_add_quota (campaign, rest);
  contest = bv_contest_new (campaign, FIXTURE_DATE);
  fixture_add_entrants (contest, entrants);
  return bv_proposal_new (contest, NULL);
}

static char *
list_inside (const GPtrArray *pools)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < pools->len; i++)
    {
      const BvRanking *pool = g_ptr_array_index (pools, i);

      g_string_append (names, i > 0 ? "|" : "");
      for (guint k = 0; k < pool->entries->len; k++)
        if (bv_ranking_entry (pool, k)->place == BV_RANK_INSIDE)
          g_string_append (
            names, bv_contest_entrant (pool->scores->contest, bv_ranking_entry (pool, k)->entrant)->name);
    }
  return g_string_free (names, FALSE);
}

static void
assert_inside (BvQuotaTrial *trial, const char *expected)
{
  g_autofree char *names = NULL;

  bv_quota_trial_rank (trial);
  names = list_inside (trial->pools);
  g_assert_cmpstr (names, ==, expected);
}

/* Each number moves the line, also that of the quota that comes after; written decisions hold. */
static void
test_numbers (void)
{
  g_autoptr (BvProposal) proposal = make_proposal (ENTRANTS, "all kind=either groups=so,xa count=2",
                                                   "rest kind=either groups=so,xa count=1 after=all");
  g_autoptr (BvQuotaTrial) trial = bv_quota_trial_new (proposal, NULL);
  BvQuota *all = g_ptr_array_index (trial->quotas, 0);
  g_autofree char *written = NULL;

  assert_inside (trial, "AC|B");
  g_assert_false (bv_quota_trial_differs (trial));
  bv_quota_set_size (all, 3);
  assert_inside (trial, "ABC|D");
  g_assert_true (bv_quota_trial_differs_in (trial, 0));
  g_assert_false (bv_quota_trial_differs_in (trial, 1));
  bv_quota_set_cap (all, "so", 1);
  assert_inside (trial, "ACD|B");
  bv_quota_set_cap (all, "so", BV_NONE);
  bv_quota_set_size (all, 2);
  assert_inside (trial, "AC|B");
  g_assert_false (bv_quota_trial_differs (trial));
  written = list_inside (proposal->pools);
  g_assert_cmpstr (written, ==, "AC|B");
}

/* What was tried on an older proposal is tried on the newer one; what it lacks is left out. */
static void
test_again (void)
{
  g_autoptr (BvProposal) proposal = make_proposal (ENTRANTS, "all kind=either groups=so,xa count=2",
                                                   "rest kind=either groups=so,xa count=1 after=all");
  g_autoptr (BvProposal) newer
    = make_proposal ("A so 1=1.00 | B so 1=8.00 | C xa 1=9.00 | D xa 1=2.00",
                     "all kind=either groups=so,xa count=1", "last kind=either groups=so,xa count=1");
  g_autoptr (BvQuotaTrial) trial = bv_quota_trial_new (proposal, NULL);
  g_autoptr (BvQuotaTrial) again = NULL;

  bv_quota_set_size (g_ptr_array_index (trial->quotas, 0), 3);
  bv_quota_set_size (g_ptr_array_index (trial->quotas, 1), 2);
  g_clear_pointer (&proposal, bv_proposal_free);
  again = bv_quota_trial_new (newer, trial);
  assert_inside (again, "CBD|C");
}

/* What nobody tried is as it was written meanwhile. */
static void
test_written_meanwhile (void)
{
  g_autoptr (BvProposal) proposal = make_proposal (ENTRANTS, "all kind=either groups=so,xa count=2",
                                                   "rest kind=either groups=so,xa count=1 after=all");
  g_autoptr (BvProposal) newer = make_proposal (ENTRANTS, "all kind=either groups=so,xa count=2 per_parent=7",
                                                "rest kind=either groups=so,xa count=2 after=all");
  g_autoptr (BvQuotaTrial) trial = bv_quota_trial_new (proposal, NULL);
  g_autoptr (BvQuotaTrial) again = NULL;
  const BvQuota *first, *second;

  bv_quota_set_size (g_ptr_array_index (trial->quotas, 0), 3);
  again = bv_quota_trial_new (newer, trial);
  first = g_ptr_array_index (again->quotas, 0);
  second = g_ptr_array_index (again->quotas, 1);
  g_assert_cmpint (first->count, ==, 3);
  g_assert_cmpint (first->per_parent, ==, 7);
  g_assert_cmpint (second->count, ==, 2);
  g_assert_true (bv_quota_trial_differs_in (again, 0));
  g_assert_false (bv_quota_trial_differs_in (again, 1));
}

static void
test_percent (void)
{
  g_autoptr (BvProposal) proposal = make_proposal (ENTRANTS, "all kind=either groups=so,xa percent=50",
                                                   "rest kind=either groups=so,xa count=0 per_parent=1");
  g_autoptr (BvQuotaTrial) trial = bv_quota_trial_new (proposal, NULL);
  BvQuota *all = g_ptr_array_index (trial->quotas, 0);

  g_assert_cmpint (bv_quota_get_size (all), ==, 50);
  bv_quota_set_size (all, 70);
  g_assert_cmpint (all->count, ==, BV_NONE);
  assert_inside (trial, "ABCD|");
}

static char *
draw_quota (GRand *rand, const char *key)
{
  return g_strdup_printf ("%s kind=either groups=so,xa count=%d per_group=so:%d", key,
                          g_rand_int_range (rand, 0, 5), g_rand_int_range (rand, 0, 3));
}

static char *
draw_entrants (GRand *rand)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < 8; i++)
    g_string_append_printf (lines, "%s%c %s 1=%d.00%s", i > 0 ? " | " : "", 'A' + i,
                            g_rand_boolean (rand) ? "so" : "xa", g_rand_int_range (rand, 0, 6),
                            g_rand_int_range (rand, 0, 8) == 0 ? " decision:all=inside" : "");
  return g_string_free (lines, FALSE);
}

/* What is tried is what the ranking says once it is written. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < CONTESTS; i++)
    {
      g_autofree char *entrants = draw_entrants (rand);
      g_autofree char *all = draw_quota (rand, "all");
      g_autofree char *other = draw_quota (rand, "all");
      g_autofree char *rest = draw_quota (rand, "rest");
      g_autofree char *after = g_strconcat (rest, " after=all", NULL);
      g_autoptr (BvProposal) proposal = make_proposal (entrants, all, after);
      g_autoptr (BvProposal) written = make_proposal (entrants, other, after);
      g_autoptr (BvQuotaTrial) trial = bv_quota_trial_new (proposal, NULL);
      g_autofree char *expected = list_inside (written->pools);

      bv_quota_take_numbers (g_ptr_array_index (trial->quotas, 0),
                             g_ptr_array_index (written->contest->campaign->quotas, 0));
      assert_inside (trial, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quota-trial/each-number-moves-the-line", test_numbers);
  g_test_add_func ("/quota-trial/on-a-newer-ranking-the-same-is-tried-again", test_again);
  g_test_add_func ("/quota-trial/what-was-not-tried-is-as-it-was-written-meanwhile", test_written_meanwhile);
  g_test_add_func ("/quota-trial/a-percent-stays-a-percent", test_percent);
  g_test_add_func ("/quota-trial/of-random-contests-it-says-what-ranking-says-once-it-is-written",
                   test_random);
  return g_test_run ();
}
