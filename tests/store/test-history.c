/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/nominee.h"
#include "store-fixture.h"
#include "store/edit.h"
#include "store/history.h"
#include "store/journal.h"

static gint64
find_nominee (BvLibrary *library, gint64 campaign, const char *key)
{
  g_autoptr (GError) error = NULL;
  gint64 id = bv_edit_find (library, campaign, &bv_nominee_entity, campaign, key, &error);

  g_assert_no_error (error);
  return id;
}

static void
set_verified (BvLibrary *library, gint64 campaign, gint64 nominee, gint64 points)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) record
    = (BvRecord *) bv_edit_read_assessment (library, campaign, nominee, "1", &error);

  g_assert_no_error (error);
  ((BvAssessment *) record)->verified = points;
  bv_edit_write_assessment (library, campaign, nominee, (BvAssessment *) record, &error);
  g_assert_no_error (error);
}

static GPtrArray *
read_history (BvLibrary *library, gint64 id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = bv_history_read (library, id, &error);

  g_assert_no_error (error);
  return entries;
}

static void
test_a_score_is_told_from_and_to (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = store_fixture_load_file (fixture->library, DEMO);
  gint64 nominee = find_nominee (fixture->library, campaign, "so-noi-vu");
  g_autoptr (GPtrArray) entries = NULL;
  const BvHistoryEntry *newest;

  set_verified (fixture->library, campaign, nominee, 1250);
  set_verified (fixture->library, campaign, nominee, 1300);
  entries = read_history (fixture->library, nominee);
  newest = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (newest->entity, ==, "assessment");
  g_assert_cmpstr (newest->criterion, ==, "1");
  g_assert_cmpstr (newest->before, ==, "12,50");
  g_assert_cmpstr (newest->after, ==, "13,00");
  g_assert_cmpint (newest->action, ==, 3);
  g_assert_cmpint (((BvHistoryEntry *) g_ptr_array_index (entries, 1))->action, ==, 2);
}

static void
test_an_undo_is_part_of_the_history (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = store_fixture_load_file (fixture->library, DEMO);
  gint64 nominee = find_nominee (fixture->library, campaign, "so-noi-vu");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const BvHistoryEntry *newest;

  set_verified (fixture->library, campaign, nominee, 1250);
  set_verified (fixture->library, campaign, nominee, 1300);
  bv_journal_undo (fixture->library, 0, NULL, &error);
  g_assert_no_error (error);
  entries = read_history (fixture->library, nominee);
  newest = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (newest->before, ==, "13,00");
  g_assert_cmpstr (newest->after, ==, "12,50");
}

static void
test_references_are_told_by_their_keys (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = store_fixture_load_file (fixture->library, DEMO);
  gint64 nominee = find_nominee (fixture->library, campaign, "so-noi-vu");
  g_autoptr (GPtrArray) entries = read_history (fixture->library, nominee);
  gboolean unit = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const BvHistoryEntry *entry = g_ptr_array_index (entries, i);

      g_assert_true (entry->before != NULL || entry->after != NULL);
      unit = unit || g_strcmp0 (entry->after, "SNV") == 0;
    }
  g_assert_true (unit);
}

static void
test_other_records_are_not_in_it (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = store_fixture_load_file (fixture->library, DEMO);
  gint64 first = find_nominee (fixture->library, campaign, "so-noi-vu");
  gint64 second = find_nominee (fixture->library, campaign, "so-y-te");
  g_autoptr (GPtrArray) before = read_history (fixture->library, second);
  g_autoptr (GPtrArray) after = NULL;

  set_verified (fixture->library, campaign, first, 1250);
  after = read_history (fixture->library, second);
  g_assert_cmpuint (before->len, ==, after->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/history/a-score-is-told-from-and-to", test_a_score_is_told_from_and_to);
  ADD ("/history/an-undo-is-part-of-it", test_an_undo_is_part_of_the_history);
  ADD ("/history/references-are-told-by-their-keys", test_references_are_told_by_their_keys);
  ADD ("/history/other-records-are-not-in-it", test_other_records_are_not_in_it);
  return g_test_run ();
}
