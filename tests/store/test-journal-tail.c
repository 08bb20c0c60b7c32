/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "store/journal-tail.h"
#include "store/journal.h"

/* The library of the fixture is written; this one reads it beside. */
typedef struct
{
  StoreFixture store;
  BvLibrary *reader;
  gint64 end;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set_up (&fixture->store, NULL);
  store_fixture_load_file (fixture->store.library, EVERY_FIELD);
  fixture->reader = bv_library_open (fixture->store.folder, BV_LIBRARY_READ, &error);
  g_assert_no_error (error);
  fixture->end = bv_journal_find_end (fixture->reader, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bv_library_close (fixture->reader);
  store_fixture_tear_down (&fixture->store, NULL);
}

static BvChanges *
read_tail (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BvChanges *changes = NULL;

  g_assert_true (bv_journal_read_tail (fixture->reader, &fixture->end, &changes, &error));
  g_assert_no_error (error);
  return changes;
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  gint64 end = fixture->end;

  g_assert_cmpint (end, ==, 1);
  g_assert_null (read_tail (fixture));
  g_assert_cmpint (fixture->end, ==, end);
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvChanges) changes = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_act (fixture->store.library,
                     "UPDATE unit SET phone = '0296' WHERE rowid = (SELECT min (id) FROM unit)");
  store_fixture_act (fixture->store.library, "UPDATE campaign SET award = 'Cờ thi đua'");
  g_assert_cmpint (bv_journal_undo (fixture->store.library, 0, NULL, &error), >, 0);
  g_assert_no_error (error);
  changes = read_tail (fixture);
  g_assert_cmpuint (bv_changes_count (changes), ==, 3);
  g_assert_true (bv_changes_touch (changes, "unit"));
  g_assert_true (bv_changes_touch (changes, "campaign"));
  g_assert_cmpint (fixture->end, ==, 4);
  g_assert_null (read_tail (fixture));
}

static void
test_owner (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvChanges) changes = NULL;

  store_fixture_act (fixture->store.library, "UPDATE hold SET reason = 'Chờ kết luận'");
  changes = read_tail (fixture);
  g_assert_true (bv_changes_touch (changes, "hold"));
  g_assert_cmpint (bv_changes_get (changes, 0)->nominee, ==,
                   store_fixture_count (fixture->reader, "SELECT min (nominee) FROM hold"));
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BvChanges *changes = NULL;
  gint64 end = fixture->end;

  store_fixture_act (fixture->store.library, "UPDATE campaign SET award = 'Cờ thi đua'");
  store_fixture_act (fixture->store.library,
                     "UPDATE campaign SET award = 'Bằng khen'; "
                     "UPDATE journal SET changeset = substr (changeset, 1, 9) WHERE id = 2");
  g_assert_false (bv_journal_read_tail (fixture->reader, &fixture->end, &changes, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DATABASE);
  g_assert_null (changes);
  g_assert_cmpint (fixture->end, ==, end);
  /* It is damaged for good. */
  store_fixture_reopen (&fixture->store, BV_LIBRARY_READ);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/journal-tail/nothing-new-is-no-change", test_nothing);
  add ("/journal-tail/several-actions-are-read-at-once-and-only-once", test_several);
  add ("/journal-tail/a-row-with-a-key-of-its-own-names-its-nominee", test_owner);
  add ("/journal-tail/a-damaged-action-is-named-and-nothing-is-taken", test_damaged);
  return g_test_run ();
}
