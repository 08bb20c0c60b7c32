/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/distribution.h"
#include "core/overview.h"

#define GROUPS                                                                         \
  "so | 1 kind=points max=10.00 evidence=1 | 2 kind=checklist max=6.00 items=a,b,c | " \
  "3 kind=reports max=4.00 due=2022-01-10,2022-04-10 | 4 kind=bonus max=2.00"
#define ENDS 20220501
#define TODAY FIXTURE_DATE
#define N_ROUNDS 200
#define N_ENTRANTS 12

static BvContest *
make_contest (void)
{
  BvCampaign *campaign = fixture_campaign_new ("criteria");
  BvContest *contest;

  fixture_add_group (campaign, GROUPS);
  campaign->ends = ENDS;
  contest = bv_contest_new (campaign, FIXTURE_DATE);
  fixture_add_entrants (contest, "A so | B so | C so");
  return contest;
}

static BvMark *
get_mark (const BvContest *contest, guint entrant, guint leaf)
{
  return bv_contest_mark (contest, bv_contest_entrant (contest, entrant)->first_mark + leaf);
}

static BvCellState
find (const BvContest *contest, guint entrant, guint leaf, gint64 today)
{
  return bv_cell_state_find (contest, g_ptr_array_index (bv_contest_group (contest, 0)->leaves, leaf),
                             get_mark (contest, entrant, leaf), today);
}

static void
test_states (void)
{
  BvCampaign *campaign;
  g_autoptr (BvContest) contest = make_contest ();

  campaign = contest->campaign;
  g_assert_cmpint (find (contest, 0, 0, TODAY), ==, BV_CELL_MISSING);
  g_assert_cmpint (find (contest, 0, 1, TODAY), ==, BV_CELL_MISSING);
  g_assert_cmpint (find (contest, 0, 3, TODAY), ==, BV_CELL_EMPTY);
  /* Until the last day there is time. */
  g_assert_cmpint (find (contest, 0, 0, ENDS), ==, BV_CELL_EMPTY);
  get_mark (contest, 0, 0)->self = 0;
  g_assert_cmpint (find (contest, 0, 0, TODAY), ==, BV_CELL_WAITING);
  get_mark (contest, 0, 0)->state = BV_ASSESSMENT_ACCEPTED;
  g_assert_cmpint (find (contest, 0, 0, TODAY), ==, BV_CELL_ACCEPTED);
  get_mark (contest, 0, 0)->state = BV_ASSESSMENT_RETURNED;
  g_assert_cmpint (find (contest, 0, 0, TODAY), ==, BV_CELL_RETURNED);
  get_mark (contest, 0, 0)->state = BV_ASSESSMENT_AWAITING_PUBLICATION;
  g_assert_cmpint (find (contest, 0, 0, TODAY), ==, BV_CELL_AWAITING);
  get_mark (contest, 0, 0)->state = BV_ASSESSMENT_NOT_ASSIGNED;
  g_assert_cmpint (find (contest, 0, 0, TODAY), ==, BV_CELL_NOT_ASSIGNED);
  campaign->ends = BV_NONE;
  g_assert_cmpint (find (contest, 0, 1, TODAY), ==, BV_CELL_EMPTY);
}

/* Of two reports the scoring misses both on the ranking's date; before that one may be due. */
static void
test_reports (void)
{
  g_autoptr (BvContest) contest = make_contest ();
  BvMark *mark = get_mark (contest, 0, 2);
  const BvCriterion *leaf = g_ptr_array_index (bv_contest_group (contest, 0)->leaves, 2);

  g_assert_cmpuint (mark->n_missing, ==, 2);
  g_assert_cmpint (find (contest, 0, 2, 20220110), ==, BV_CELL_EMPTY);
  g_assert_cmpint (find (contest, 0, 2, 20220111), ==, BV_CELL_MISSING);
  bv_mark_add_report (mark, leaf, 0, 20220112, FIXTURE_DATE);
  mark->state = BV_ASSESSMENT_ACCEPTED;
  g_assert_cmpint (find (contest, 0, 2, 20220113), ==, BV_CELL_LATE);
  g_assert_cmpint (find (contest, 0, 2, TODAY), ==, BV_CELL_MISSING);
  bv_mark_add_report (mark, leaf, 1, 20220401, FIXTURE_DATE);
  g_assert_cmpint (find (contest, 0, 2, TODAY), ==, BV_CELL_LATE);
}

static void
test_order (void)
{
  BvContest *contest = make_contest ();
  g_autoptr (BvProposal) proposal = NULL;
  g_autoptr (BvOverview) overview = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) silent = NULL;

  /* A is done; B waits at two places, C at one, and misses one. */
  for (guint i = 0; i < 3; i++)
    for (guint leaf = 0; leaf < 3; leaf++)
      {
        get_mark (contest, i, leaf)->state = BV_ASSESSMENT_ACCEPTED;
        get_mark (contest, i, leaf)->self = 100;
        get_mark (contest, i, leaf)->n_evidence = 1;
        get_mark (contest, i, leaf)->n_missing = 0;
      }
  get_mark (contest, 1, 0)->state = BV_ASSESSMENT_PENDING;
  get_mark (contest, 1, 1)->state = BV_ASSESSMENT_PENDING;
  get_mark (contest, 2, 0)->state = BV_ASSESSMENT_PENDING;
  get_mark (contest, 2, 2)->n_missing = 1;
  proposal = bv_proposal_new (contest, NULL);
  overview = bv_overview_new (proposal, TODAY);
  rows = bv_overview_list (overview, contest, 0, BV_OVERVIEW_ALL);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpuint (g_array_index (rows, guint, 0), ==, 2);
  g_assert_cmpuint (g_array_index (rows, guint, 1), ==, 1);
  g_assert_cmpuint (g_array_index (rows, guint, 2), ==, 0);
  silent = bv_overview_list (overview, contest, 0, BV_OVERVIEW_SILENT);
  g_assert_cmpuint (silent->len, ==, 0);
  g_assert_cmpint (bv_overview_find_share (&overview->all), ==, 5 * 100 / 12);
}

static void
fill (GRand *random, BvContest *contest)
{
  for (guint i = 0; i < contest->marks->len; i++)
    {
      BvMark *mark = bv_contest_mark (contest, i);

      mark->state = g_rand_int_range (random, 0, BV_ASSESSMENT_AWAITING_PUBLICATION + 1);
      mark->self = g_rand_boolean (random) ? BV_MARK_NO_POINTS : g_rand_int_range (random, 0, 400);
      mark->n_evidence = g_rand_int_range (random, 0, 2);
      mark->n_late = g_rand_int_range (random, 0, 2);
      mark->n_missing = g_rand_int_range (random, 0, 3);
    }
  for (guint i = 0; i < contest->entrants->len; i++)
    bv_contest_entrant (contest, i)->withdrawn = g_rand_int_range (random, 0, 5) == 0;
}

/* How many nominees have a cell of a state, and how many cells there are, counted cell by cell. */
static guint
count_slowly (const BvContest *contest, BvCellState state, guint *n_cells)
{
  guint n = 0;

  *n_cells = 0;
  for (guint i = 0; i < contest->entrants->len; i++)
    {
      guint n_here = 0;

      for (guint leaf = 0; !bv_contest_entrant (contest, i)->withdrawn && leaf < 4; leaf++)
        n_here += find (contest, i, leaf, TODAY) == state;
      *n_cells += n_here;
      n += n_here > 0;
    }
  return n;
}

static guint
count_silent (const BvContest *contest)
{
  guint n = 0;

  for (guint i = 0; i < contest->entrants->len; i++)
    {
      guint n_said = 0;

      for (guint leaf = 0; leaf < 4; leaf++)
        n_said += get_mark (contest, i, leaf)->self != BV_MARK_NO_POINTS
                  || get_mark (contest, i, leaf)->n_evidence > 0;
      n += n_said == 0 && !bv_contest_entrant (contest, i)->withdrawn;
    }
  return n;
}

static void
check_counts (const BvOverview *overview, const BvContest *contest)
{
  static const struct
  {
    BvCellState state;
    BvOverviewSought sought;
  } cases[] = { { BV_CELL_MISSING, BV_OVERVIEW_MISSING },
                { BV_CELL_LATE, BV_OVERVIEW_LATE },
                { BV_CELL_RETURNED, BV_OVERVIEW_RETURNED },
                { BV_CELL_AWAITING, BV_OVERVIEW_AWAITING } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) rows = bv_overview_list (overview, contest, 0, cases[i].sought);
      guint n_cells;
      guint n = count_slowly (contest, cases[i].state, &n_cells);

      g_assert_cmpuint (bv_overview_count (&overview->all, cases[i].sought), ==, n);
      g_assert_cmpuint (rows->len, ==, n);
      g_assert_cmpuint (overview->all.cells[cases[i].state], ==, n_cells);
    }
  g_assert_cmpuint (bv_overview_count (&overview->all, BV_OVERVIEW_SILENT), ==, count_silent (contest));
}

static void
check_order (const BvOverview *overview, const BvContest *contest)
{
  g_autoptr (GArray) rows = bv_overview_list (overview, contest, 0, BV_OVERVIEW_ALL);

  g_assert_cmpuint (rows->len, ==, overview->all.n_nominees);
  for (guint i = 1; i < rows->len; i++)
    {
      const BvOverviewRow *above = bv_overview_row (overview, g_array_index (rows, guint, i - 1));
      const BvOverviewRow *below = bv_overview_row (overview, g_array_index (rows, guint, i));

      g_assert_cmpuint (above->n_to_do, >=, below->n_to_do);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (14);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      BvContest *contest = make_contest ();
      g_autoptr (BvProposal) proposal = NULL;
      g_autoptr (BvOverview) overview = NULL;

      for (guint k = 3; k < N_ENTRANTS; k++)
        fixture_add_entrants (contest, "X so");
      fill (random, contest);
      proposal = bv_proposal_new (contest, NULL);
      overview = bv_overview_new (proposal, TODAY);
      check_counts (overview, contest);
      check_order (overview, contest);
    }
}

static void
test_distribution (void)
{
  BvCampaign *campaign = fixture_campaign_new ("criteria");
  g_autoptr (BvProposal) proposal = NULL;
  g_autoptr (BvDistribution) distribution = NULL;
  const BvDistributionLane *lane;
  BvContest *contest;

  fixture_add_group (campaign, "so | 1 kind=points max=100.00");
  fixture_add_group (campaign, "xa | 1 kind=points max=100.00");
  contest = bv_contest_new (campaign, FIXTURE_DATE);
  fixture_add_entrants (contest, "A so 1=100.00 | B so 1=0.00 | C so 1=2.49 | D so 1=2.50");
  proposal = bv_proposal_new (contest, NULL);
  distribution = bv_distribution_new (g_ptr_array_index (proposal->groups, 0));
  g_assert_cmpuint (distribution->lanes->len, ==, 1);
  g_assert_cmpint (distribution->most, ==, 10000);
  g_assert_cmpint (distribution->line, ==, BV_NONE);
  lane = bv_distribution_lane (distribution, 0);
  g_assert_cmpuint (lane->n, ==, 4);
  g_assert_cmpuint (lane->bins[0], ==, 2);
  g_assert_cmpuint (lane->bins[1], ==, 1);
  g_assert_cmpuint (lane->bins[BV_DISTRIBUTION_BINS - 1], ==, 1);
  g_assert_cmpuint (distribution->highest, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overview/a-cell-has-one-state", test_states);
  g_test_add_func ("/overview/reports-are-missing-once-they-are-due", test_reports);
  g_test_add_func ("/overview/most-to-do-comes-first", test_order);
  g_test_add_func ("/overview/counts-are-those-of-a-slow-count", test_random);
  g_test_add_func ("/overview/totals-are-distributed-in-columns", test_distribution);
  return g_test_run ();
}
