/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "statement-count.h"
#include "store-fixture.h"
#include "store/edit.h"
#include "store/journal.h"

/* What one score asks of SQLite does not grow with the campaign, its proof included: tests/bench/bench-edit
 * counts the same among many more. */

#define MOST_RUNS 16
#define MOST_ROWS 60

static void
write_score (BvLibrary *library, gint64 campaign, gint64 nominee, gint64 points)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) assessment = bv_record_new (&bv_assessment_entity);
  g_autoptr (BvAction) undo = NULL;
  g_autoptr (BvAction) redo = NULL;

  g_free (((BvAssessment *) assessment)->criterion);
  ((BvAssessment *) assessment)->criterion = g_strdup ("2");
  ((BvAssessment *) assessment)->final = points;
  bv_edit_write_assessment (library, campaign, nominee, (BvAssessment *) assessment, &error);
  g_assert_no_error (error);
  undo = bv_journal_peek_undo (library, NULL);
  redo = bv_journal_peek_redo (library, NULL);
  g_assert_nonnull (undo);
  g_assert_null (redo);
}

/* The first time prepares what is kept, so the third counts. */
static void
test_score (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = store_fixture_load_file (fixture->library, DEMO);
  gint64 nominee = store_fixture_count (fixture->library, "SELECT id FROM nominee WHERE key = 'so-y-te'");
  StatementCount count;

  write_score (fixture->library, campaign, nominee, 100);
  write_score (fixture->library, campaign, nominee, 101);
  statement_count_clear ();
  write_score (fixture->library, campaign, nominee, 102);
  count = statement_count_get (STATEMENT_COUNT_HERE);
  g_test_message ("%" G_GUINT64_FORMAT " runs, %" G_GUINT64_FORMAT " rows", count.runs, count.rows);
  g_assert_cmpuint (count.runs, >, 0);
  g_assert_cmpuint (count.runs, <=, MOST_RUNS);
  g_assert_cmpuint (count.rows, <=, MOST_ROWS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  statement_count_begin ();
  g_test_add ("/edit-cost/a-score-runs-few-statements", StoreFixture, NULL, store_fixture_set_up, test_score,
              store_fixture_tear_down);
  return g_test_run ();
}
