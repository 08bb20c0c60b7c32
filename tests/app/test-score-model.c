/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../core/contest-fixture.h"
#include "app/scoring/score-grid.h"
#include "app/scoring/score-model.h"
#include "app/scoring/score-words.h"

#include <string.h>

#define GROUP 7
#define GROUPS \
  "so | 1 kind=points max=10.00 | 2 kind=checklist max=6.00 items=a,b,c | 3 kind=reports max=4.00 due=2022-01-10"

/* A is done, B waits, C was returned and misses a report. */
static BvProposal *
make_proposal (void)
{
  BvCampaign *campaign = fixture_campaign_new ("criteria");
  BvGroup *group = fixture_add_group (campaign, GROUPS);
  BvContest *contest;
  BvMark *mark;

  group->record.id = GROUP;
  contest = bv_contest_new (campaign, FIXTURE_DATE);
  fixture_add_entrants (contest, "A so 1=9.00 | B so | C so");
  for (guint i = 0; i < 3; i++)
    bv_contest_entrant (contest, i)->id = 100 + i;
  mark = bv_contest_mark (contest, bv_contest_entrant (contest, 0)->first_mark);
  mark->state = BV_ASSESSMENT_ACCEPTED;
  mark->self = 950;
  mark = bv_contest_mark (contest, bv_contest_entrant (contest, 1)->first_mark);
  mark->state = BV_ASSESSMENT_PENDING;
  mark->self = 800;
  mark[1].n_items = 2;
  mark[1].state = BV_ASSESSMENT_PENDING;
  mark = bv_contest_mark (contest, bv_contest_entrant (contest, 2)->first_mark);
  mark->state = BV_ASSESSMENT_RETURNED;
  mark->self = 700;
  mark[1].state = BV_ASSESSMENT_NOT_ASSIGNED;
  mark[2].state = BV_ASSESSMENT_ACCEPTED;
  mark[2].n_missing = 1;
  return bv_proposal_new (contest, NULL);
}

static BvScoreCell
get (const BvScoreModel *model, guint row, guint column)
{
  BvScoreCell cell;

  g_assert_true (bv_score_model_get_cell (model, row, column, &cell));
  return cell;
}

static void
test_cells (void)
{
  g_autoptr (BvProposal) proposal = make_proposal ();
  g_autoptr (BvScoreModel) model = bv_score_model_new ();
  BvScoreCell cell;

  bv_score_model_take (model, proposal, GROUP, TRUE);
  g_assert_cmpuint (bv_score_model_count_rows (model), ==, 3);
  g_assert_cmpuint (bv_score_model_count_columns (model), ==, 3);
  cell = get (model, 0, 0);
  g_assert_cmpint (cell.state, ==, BV_CELL_ACCEPTED);
  g_assert_cmpint (cell.self, ==, 950);
  g_assert_cmpint (cell.points, ==, 900);
  g_assert_true (cell.is_typed);
  cell = get (model, 1, 0);
  g_assert_cmpint (cell.state, ==, BV_CELL_WAITING);
  g_assert_cmpint (cell.points, ==, BV_NONE);
  cell = get (model, 1, 1);
  g_assert_true (cell.waits);
  g_assert_true (cell.is_computed);
  g_assert_cmpint (cell.points, ==, 400);
  g_assert_cmpint (get (model, 2, 0).state, ==, BV_CELL_RETURNED);
  g_assert_false (get (model, 2, 0).waits);
  g_assert_cmpint (get (model, 2, 1).state, ==, BV_CELL_NOT_ASSIGNED);
  g_assert_cmpint (get (model, 2, 2).state, ==, BV_CELL_MISSING);
  g_assert_false (bv_score_model_get_cell (model, 3, 0, &cell));
  g_assert_false (bv_score_model_get_cell (model, 0, 3, &cell));
}

static void
test_waiting (void)
{
  g_autoptr (BvProposal) proposal = make_proposal ();
  g_autoptr (BvScoreModel) model = bv_score_model_new ();
  guint row = 0;
  guint column = 0;

  bv_score_model_take (model, proposal, GROUP, TRUE);
  g_assert_cmpuint (bv_score_model_count_waiting (proposal, 0), ==, 2);
  g_assert_cmpuint (bv_score_model_count_waiting (proposal, GROUP), ==, 2);
  g_assert_cmpuint (bv_score_model_count_waiting (proposal, GROUP + 1), ==, 0);
  g_assert_true (bv_score_model_row_waits (model, 1));
  g_assert_false (bv_score_model_row_waits (model, 0));
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (bv_score_model_step_waiting (model, &row, &column, 1));
      g_assert_cmpuint (row, ==, 1);
      g_assert_cmpuint (column, ==, i % 2);
    }
  g_assert_true (bv_score_model_step_waiting (model, &row, &column, -1));
  g_assert_cmpuint (column, ==, 1);
}

/* What was written is seen before it is ranked, and no longer expected then. */
static void
test_expected (void)
{
  g_autoptr (BvProposal) proposal = make_proposal ();
  g_autoptr (BvScoreModel) model = bv_score_model_new ();

  bv_score_model_take (model, proposal, GROUP, TRUE);
  bv_score_model_expect_points (model, 1, 0, FALSE, 750);
  bv_score_model_expect_state (model, 1, 0, BV_ASSESSMENT_ACCEPTED);
  g_assert_cmpint (get (model, 1, 0).points, ==, 750);
  g_assert_cmpint (get (model, 1, 0).self, ==, 800);
  g_assert_cmpint (get (model, 1, 0).state, ==, BV_CELL_ACCEPTED);
  bv_score_model_take (model, proposal, GROUP, FALSE);
  g_assert_cmpint (get (model, 1, 0).points, ==, 750);
  bv_score_model_take (model, proposal, GROUP, TRUE);
  g_assert_cmpint (get (model, 1, 0).state, ==, BV_CELL_WAITING);
  bv_score_model_take (model, NULL, GROUP, TRUE);
  g_assert_cmpuint (bv_score_model_count_rows (model), ==, 0);
  g_assert_cmpuint (bv_score_model_count_columns (model), ==, 0);
}

static void
test_rank (void)
{
  g_autoptr (BvProposal) proposal = make_proposal ();
  g_autoptr (BvScoreModel) model = bv_score_model_new ();
  guint row;

  bv_score_model_take (model, proposal, GROUP, TRUE);
  g_assert_cmpint (bv_score_model_get_score (model, 0)->total, ==, 900 + 400);
  g_assert_cmpint (bv_score_model_get_rank (model, 0), ==, 1);
  g_assert_true (bv_score_model_find_row (model, 102, &row));
  g_assert_cmpuint (row, ==, 2);
  g_assert_false (bv_score_model_find_row (model, 99, &row));
}

static void
test_words (void)
{
  g_autoptr (BvProposal) proposal = make_proposal ();
  g_autoptr (BvScoreModel) model = bv_score_model_new ();
  g_autofree char *typed = NULL;
  g_autofree char *above = NULL;
  g_autofree char *none = NULL;

  bv_score_model_take (model, proposal, GROUP, TRUE);
  typed = bv_score_words_cell (model, 0, 0);
  g_assert_nonnull (strstr (typed, "verified 9,00 of 10,00, self-score 9,50, accepted"));
  g_assert_null (bv_score_words_range (get (model, 0, 0).leaf, "10", 1000));
  above = bv_score_words_range (get (model, 0, 0).leaf, "10,01", 1001);
  g_assert_nonnull (strstr (above, "10,01 is above 10,00"));
  none = bv_score_words_range (get (model, 0, 0).leaf, "x", BV_NONE);
  g_assert_nonnull (strstr (none, "“x” is no number"));
}

/* A key from a cell, and where it leads among 100 rows and 8 columns, of which 10 and 4 are seen. */
typedef struct
{
  guint keyval;
  GdkModifierType state;
  BvScoreSpot from;
  BvScoreSpot to;
} Move;

static const Move moves[] = {
  { GDK_KEY_Down, 0, { 0, 0 }, { 1, 0 } },
  { GDK_KEY_Up, 0, { 0, 0 }, { 0, 0 } },
  { GDK_KEY_KP_Right, 0, { 3, 7 }, { 3, 7 } },
  { GDK_KEY_Left, GDK_CONTROL_MASK, { 3, 7 }, { 3, 0 } },
  { GDK_KEY_Down, GDK_CONTROL_MASK, { 3, 7 }, { 99, 7 } },
  { GDK_KEY_Home, 0, { 3, 7 }, { 3, 0 } },
  { GDK_KEY_End, GDK_CONTROL_MASK, { 3, 0 }, { 99, 7 } },
  { GDK_KEY_Home, GDK_CONTROL_MASK, { 3, 3 }, { 0, 0 } },
  { GDK_KEY_Page_Down, 0, { 3, 3 }, { 13, 3 } },
  { GDK_KEY_Page_Up, 0, { 3, 3 }, { 0, 3 } },
  { GDK_KEY_Page_Down, GDK_ALT_MASK, { 3, 3 }, { 3, 7 } },
  { GDK_KEY_Page_Up, GDK_ALT_MASK, { 3, 7 }, { 3, 3 } },
};

static BvScoreGrid
make_grid (void)
{
  BvScoreGrid grid = { .n_rows = 100, .n_columns = 8 };

  bv_score_grid_share (&grid, 18, 0);
  grid.width = bv_score_grid_get_frozen (&grid) + 4 * grid.leaf_width;
  grid.height = grid.head_height + 10 * grid.row_height;
  bv_score_grid_share (&grid, 18, 0);
  return grid;
}

static void
test_moves (void)
{
  BvScoreGrid grid = make_grid ();

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      BvScoreSpot spot = moves[i].from;

      g_assert_true (bv_score_grid_move (&grid, moves[i].keyval, moves[i].state, &spot));
      g_assert_cmpuint (spot.row, ==, moves[i].to.row);
      g_assert_cmpuint (spot.column, ==, moves[i].to.column);
    }
  g_assert_false (bv_score_grid_move (&grid, GDK_KEY_Page_Down, GDK_CONTROL_MASK, &(BvScoreSpot){ 0, 0 }));
  g_assert_false (bv_score_grid_move (&grid, GDK_KEY_Up, GDK_ALT_MASK, &(BvScoreSpot){ 0, 0 }));
}

static void
test_places (void)
{
  BvScoreGrid grid = make_grid ();
  BvScoreSpot spot = { 5, 5 };
  BvScoreBlock seen;

  g_assert_false (bv_score_grid_find (&grid, 200, grid.head_height - 1, &spot));
  g_assert_true (bv_score_grid_find (&grid, 10, grid.head_height + 1, &spot));
  g_assert_cmpuint (spot.row, ==, 0);
  g_assert_cmpuint (spot.column, ==, 5);
  grid.x = grid.leaf_width;
  grid.y = 2 * grid.row_height;
  g_assert_true (
    bv_score_grid_find (&grid, bv_score_grid_get_frozen (&grid) + 1, grid.head_height + 1, &spot));
  g_assert_cmpuint (spot.row, ==, 2);
  g_assert_cmpuint (spot.column, ==, 1);
  seen = bv_score_grid_get_seen (&grid);
  g_assert_cmpuint (seen.first.row, ==, 2);
  g_assert_cmpuint (seen.last.row, ==, 12);
  g_assert_cmpuint (seen.first.column, ==, 1);
  g_assert_cmpuint (seen.last.column, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score-model/says-what-is-in-a-cell", test_cells);
  g_test_add_func ("/score-model/goes-from-one-that-waits-to-the-next", test_waiting);
  g_test_add_func ("/score-model/expects-what-was-written-until-it-is-ranked", test_expected);
  g_test_add_func ("/score-model/has-totals-and-ranks", test_rank);
  g_test_add_func ("/score-model/says-a-cell-in-a-sentence", test_words);
  g_test_add_func ("/score-grid/keys-lead-to-cells", test_moves);
  g_test_add_func ("/score-grid/cells-have-places", test_places);
  return g_test_run ();
}
