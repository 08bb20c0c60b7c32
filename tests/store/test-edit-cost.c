/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "core/criterion.h"
#include "statement-count.h"
#include "store-fixture.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/tree/consequence-reader.h"

/* What one score asks of SQLite does not grow with the campaign, its proof included: tests/bench/bench-edit
 * counts the same among many more. Nor does what a criterion that is being changed asks, however many have
 * answered it; only one by which answers look otherwise reads them, by one statement. */

#define MOST_RUNS 16
#define MOST_ROWS 60
#define MOST_FORESEEING_RUNS 12
#define MOST_FORESEEING_ROWS 40

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

/* Of those with the most answers that with the most points: rows have their numbers by chance. */
static BvCriterion *
read_leaf (BvLibrary *library, const char *kind)
{
  g_autofree char *sql
    = g_strdup_printf ("SELECT criterion FROM assessment JOIN criterion ON id = criterion WHERE "
                       "kind = '%s' GROUP BY criterion ORDER BY count (*) DESC, "
                       "sum (ifnull (self, 0) + ifnull (verified, 0)) DESC LIMIT 1",
                       kind);

  return bv_edit_read (library, &bv_criterion_entity, store_fixture_count (library, sql), NULL);
}

static StatementCount
foresee (BvLibrary *library, gint64 campaign, const BvCriterion *leaf, guint *n_above)
{
  g_autoptr (BvConsequences) told = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_clear_pointer (&told, bv_consequences_free);
      statement_count_clear ();
      told = bv_consequences_read_update (library, campaign, leaf, NULL);
    }
  *n_above = told->n_above;
  return statement_count_get (STATEMENT_COUNT_HERE);
}

static void
test_maximum (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = store_fixture_load_file (fixture->library, DEMO);
  g_autoptr (BvRecord) owned = (BvRecord *) read_leaf (fixture->library, "points");
  BvCriterion *leaf = (BvCriterion *) owned;
  StatementCount count;
  guint n_above;

  leaf->max = 1;
  count = foresee (fixture->library, campaign, leaf, &n_above);
  g_test_message ("%u above: %" G_GUINT64_FORMAT " runs, %" G_GUINT64_FORMAT " rows", n_above, count.runs,
                  count.rows);
  g_assert_cmpuint (n_above, >, MOST_FORESEEING_ROWS);
  g_assert_cmpuint (count.runs, <=, MOST_FORESEEING_RUNS);
  g_assert_cmpuint (count.rows, <=, MOST_FORESEEING_ROWS);
}

static void
test_items (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = store_fixture_load_file (fixture->library, DEMO);
  g_autoptr (BvRecord) owned = (BvRecord *) read_leaf (fixture->library, "checklist");
  BvCriterion *leaf = (BvCriterion *) owned;
  StatementCount count;
  guint n_above;

  g_clear_pointer (&leaf->items[g_strv_length (leaf->items) - 1], g_free);
  count = foresee (fixture->library, campaign, leaf, &n_above);
  g_test_message ("%" G_GUINT64_FORMAT " runs, %" G_GUINT64_FORMAT " rows", count.runs, count.rows);
  g_assert_cmpuint (count.rows, >, MOST_FORESEEING_ROWS);
  g_assert_cmpuint (count.runs, <=, MOST_FORESEEING_RUNS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  statement_count_begin ();
  g_test_add ("/edit-cost/a-score-runs-few-statements", StoreFixture, NULL, store_fixture_set_up, test_score,
              store_fixture_tear_down);
  g_test_add ("/edit-cost/a-lower-maximum-is-counted-where-it-is-stored", StoreFixture, NULL,
              store_fixture_set_up, test_maximum, store_fixture_tear_down);
  g_test_add ("/edit-cost/an-item-less-reads-all-answers-at-once", StoreFixture, NULL, store_fixture_set_up,
              test_items, store_fixture_tear_down);
  return g_test_run ();
}
