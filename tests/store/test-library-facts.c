/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "store/journal.h"
#include "store/library-facts.h"
#include "store/statement.h"

static BvFaultReport *
read_facts (BvLibrary *library)
{
  BvFaultReport *report = bv_fault_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_library_facts_read (library, report, &error));
  g_assert_no_error (error);
  return report;
}

static const BvFaultAction *
get_action (const BvFaultReport *report, guint index)
{
  return g_ptr_array_index (report->actions, index);
}

static void
test_counts (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvFaultReport) empty = read_facts (fixture->library);
  g_autoptr (BvFaultReport) report = NULL;

  g_assert_cmpint (empty->counts[BV_FAULT_COUNT_NOMINEES], ==, 0);
  g_assert_cmpuint (empty->actions->len, ==, 0);
  store_fixture_load_file (fixture->library, DEMO);
  report = read_facts (fixture->library);
  g_assert_cmpint (report->counts[BV_FAULT_COUNT_SCHEMA], >=, 3);
  g_assert_cmpint (report->counts[BV_FAULT_COUNT_CAMPAIGNS], ==, 1);
  g_assert_cmpint (report->counts[BV_FAULT_COUNT_UNITS], ==, 195);
  g_assert_cmpint (report->counts[BV_FAULT_COUNT_NOMINEES], ==,
                   store_fixture_count (fixture->library, "SELECT count (*) FROM nominee"));
  g_assert_cmpint (report->counts[BV_FAULT_COUNT_EVIDENCE], >, 0);
  g_assert_cmpint (report->counts[BV_FAULT_COUNT_ACTIONS], ==, 1);
  g_assert_cmpint (report->counts[BV_FAULT_COUNT_BYTES], >, empty->counts[BV_FAULT_COUNT_BYTES]);
}

static void
test_actions (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvFaultReport) report = NULL;
  const BvFaultChange *change;

  store_fixture_load_file (fixture->library, DEMO);
  store_fixture_act (fixture->library, "UPDATE evidence SET state = 'accepted', title = 'x'");
  g_assert_cmpint (bv_journal_undo (fixture->library, 0, NULL, NULL), >, 0);
  report = read_facts (fixture->library);
  g_assert_cmpuint (report->actions->len, ==, 3);
  g_assert_cmpstr (get_action (report, 0)->kind, ==, "undo");
  g_assert_cmpstr (get_action (report, 1)->kind, ==, "do");
  g_assert_cmpint (get_action (report, 1)->rows, ==, report->counts[BV_FAULT_COUNT_EVIDENCE]);
  g_assert_cmpuint (get_action (report, 1)->changes->len, ==, 1);
  change = &g_array_index (get_action (report, 1)->changes, BvFaultChange, 0);
  g_assert_cmpstr (change->entity, ==, "evidence");
  g_assert_cmpuint (change->rows, ==, get_action (report, 1)->rows);
  g_assert_cmpint (get_action (report, 1)->time, >, 1600000000);
}

static void
test_most_actions (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvFaultReport) report = NULL;

  store_fixture_load_file (fixture->library, EVERY_FIELD);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *script = g_strdup_printf ("UPDATE campaign SET title = '%u'", i);

      store_fixture_act (fixture->library, script);
    }
  report = read_facts (fixture->library);
  g_assert_cmpint (report->counts[BV_FAULT_COUNT_ACTIONS], ==, 31);
  g_assert_cmpuint (report->actions->len, ==, 20);
}

/* What somebody else wrote into the database is neither told nor trusted. */
static void
test_hostile_journal (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvFaultReport) report = NULL;

  g_assert_true (bv_statement_run (fixture->library,
                                   "INSERT INTO journal (time, user, label, kind, rows, changeset) "
                                   "VALUES (1, 'u', 'l', 'Nguyễn Thị Lan', 7, x'54ffffff')",
                                   NULL, ""));
  report = read_facts (fixture->library);
  g_assert_cmpstr (get_action (report, 0)->kind, ==, "do");
  g_assert_cmpint (get_action (report, 0)->rows, ==, 7);
  g_assert_cmpuint (get_action (report, 0)->changes->len, ==, 0);
}

static void
assert_lists (BvLibrary *library, const char *message, const char *text)
{
  g_auto (GStrv) texts = bv_library_facts_list_texts (library, message);

  g_assert_true (g_strv_contains ((const char *const *) texts, text));
}

static void
test_texts (StoreFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) none = NULL;

  store_fixture_load_file (fixture->library, DEMO);
  assert_lists (fixture->library, "nominee so-noi-vu: no", "so-noi-vu");
  assert_lists (fixture->library, "of Sở Nội vụ: no", "Sở Nội vụ");
  assert_lists (fixture->library, "unit SNV has none", "SNV");
  store_fixture_act (fixture->library, "UPDATE unit SET aliases = '[\"vụ cũ\"]' WHERE code = 'SNV'");
  assert_lists (fixture->library, "it was the vụ cũ", "vụ cũ");
  none = bv_library_facts_list_texts (fixture->library, "2, 3: 4.1!?");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/library-facts/what-is-there-is-counted", test_counts);
  ADD ("/library-facts/an-action-is-told-by-its-kind-and-what-it-changed", test_actions);
  ADD ("/library-facts/only-the-last-actions-are-told", test_most_actions);
  ADD ("/library-facts/a-journal-of-somebody-else-says-nothing-of-its-own", test_hostile_journal);
  ADD ("/library-facts/texts-of-the-library-are-found-in-a-message", test_texts);
  return g_test_run ();
}
