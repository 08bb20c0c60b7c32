/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "store/history.h"
#include "store/journal.h"
#include "store/library-private.h"
#include "store/proof/chain.h"
#include "store/verify.h"

#include <gio/gio.h>
#include <string.h>

/* The journal is changed by somebody else, as by another program. */

static const char campaign[]
  = "INSERT INTO campaign (id, key, title, starts, ends) VALUES (1, 'papi-2021', 'PAPI', 20210621, 20211231);"
    "INSERT INTO unit (id, code, name) VALUES (11, 'XA2', 'Xã Hai');"
    "INSERT INTO \"group\" (id, campaign, ordinal, key, name, kind) VALUES (3, 1, 0, 'xa', 'Xã', 'collective');"
    "INSERT INTO nominee (id, campaign, ordinal, key, \"group\", unit) VALUES (21, 1, 0, 'xa-hai', 3, 11);";

#define NOMINEE 21
#define N_ACTIONS 6

/* After a load: four edits of one row, the last but one of which is undone. */
static void
set_up (StoreFixture *fixture, gconstpointer data)
{
  static const char *const edits[] = {
    "UPDATE nominee SET women_percent = 10 WHERE key = 'xa-hai'",
    "UPDATE nominee SET summary = 'a' WHERE key = 'xa-hai'",
    "UPDATE nominee SET parent_rank = 3 WHERE key = 'xa-hai'",
    "UPDATE nominee SET withdrawn = 1 WHERE key = 'xa-hai'",
  };
  g_autoptr (GError) error = NULL;

  store_fixture_set_up (fixture, data);
  store_fixture_act (fixture->library, campaign);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    store_fixture_act (fixture->library, edits[i]);
  g_assert_cmpint (bv_journal_undo (fixture->library, 4, NULL, &error), ==, N_ACTIONS);
  g_assert_no_error (error);
}

static void
tamper (StoreFixture *fixture, const char *script)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bangvang.db", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, script, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
check_findings (StoreFixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) findings = bv_verify_library (fixture->library, &error);
  g_autofree char *text = findings != NULL ? g_strjoinv ("\n", findings) : NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

#define CHANGED(action) "journal: action " action " was changed after it was recorded"
#define TOTAL "content: the library is not what the last action of the journal left"

/* An edit of each column, a deletion, another order, a cut. */
static const struct
{
  const char *damage, *finding;
} cases[] = {
  { "UPDATE journal SET time = time + 1 WHERE id = 3", CHANGED ("3") },
  { "UPDATE journal SET user = 'x' WHERE id = 3", CHANGED ("3") },
  { "UPDATE journal SET label = 'x' WHERE id = 1", CHANGED ("1") },
  { "UPDATE journal SET kind = 'redo' WHERE id = 3", CHANGED ("3") },
  { "UPDATE journal SET target = 3 WHERE id = 2", CHANGED ("2") },
  { "UPDATE journal SET rows = 9 WHERE id = 3",
    CHANGED ("3") "\njournal: action 3 has 1 changes instead of 9" },
  { "UPDATE journal SET changeset = x'5401' WHERE id = 3",
    CHANGED ("3") "\njournal: the changes of action 3 cannot be read" },
  { "UPDATE journal SET changeset = (SELECT changeset FROM journal WHERE id = 3) WHERE id = 2",
    CHANGED ("2") },
  { "UPDATE journal SET undone = 1 WHERE id = 3",
    "journal: whether action 3 is undone is not what the actions after it say" },
  { "UPDATE journal SET undone = 0 WHERE id = 4",
    "journal: whether action 4 is undone is not what the actions after it say" },
  { "DELETE FROM journal WHERE id = 3", "journal: the actions from 3 to 3 are missing" },
  { "DELETE FROM journal WHERE id IN (2, 3); DELETE FROM chain WHERE action IN (2, 3)",
    "journal: the actions from 2 to 3 are missing" },
  { "DELETE FROM journal WHERE id = 1; DELETE FROM chain WHERE action = 1",
    "journal: the actions from 1 to 1 are missing" },
  { "UPDATE journal SET id = 99 WHERE id = 2; UPDATE journal SET id = 2 WHERE id = 3; "
    "UPDATE journal SET id = 3 WHERE id = 99",
    CHANGED ("2") "\n" CHANGED ("3") },
  { "UPDATE chain SET action = 99 WHERE action = 2; UPDATE chain SET action = 2 WHERE action = 3; "
    "UPDATE chain SET action = 3 WHERE action = 99; "
    "UPDATE journal SET id = 99 WHERE id = 2; UPDATE journal SET id = 2 WHERE id = 3; "
    "UPDATE journal SET id = 3 WHERE id = 99",
    CHANGED ("2") "\n" CHANGED ("3") "\n" CHANGED ("4") },
  { "DELETE FROM journal WHERE id = 2; DELETE FROM chain WHERE action = 2; "
    "UPDATE journal SET id = id - 1 WHERE id > 2 AND id < 4; "
    "UPDATE journal SET id = id - 1 WHERE id = 4; UPDATE journal SET id = id - 1 WHERE id = 5; "
    "UPDATE journal SET id = id - 1, target = 3 WHERE id = 6; "
    "UPDATE chain SET action = action - 1 WHERE action = 3; UPDATE chain SET action = action - 1 WHERE action = 4; "
    "UPDATE chain SET action = action - 1 WHERE action = 5; UPDATE chain SET action = action - 1 WHERE action = 6",
    CHANGED ("2") "\n" CHANGED ("3") "\n" CHANGED ("4") "\n" CHANGED ("5") },
  { "UPDATE chain SET hash = zeroblob (32) WHERE action = 3", CHANGED ("3") "\n" CHANGED ("4") },
  { "UPDATE chain SET hash = zeroblob (31) WHERE action = 3", "journal: action 3 has lost its hash" },
  { "DELETE FROM chain WHERE action = 3", "journal: action 3 has lost its hash" },
  { "UPDATE chain SET content = zeroblob (16) WHERE action = 3", CHANGED ("3") },
  { "DELETE FROM journal WHERE id = 6",
    "journal: the actions from 6 to 6 are missing\n"
    "journal: whether action 4 is undone is not what the actions after it say" },
  { "DELETE FROM journal WHERE id = 6; DELETE FROM chain WHERE action = 6; "
    "UPDATE journal SET undone = 0 WHERE id = 4",
    TOTAL "\ncontent: table nominee, row 21: parent_rank is not what was recorded" },
};

static void
test_tampering (StoreFixture *fixture, gconstpointer data)
{
  check_findings (fixture, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tamper (fixture, cases[i].damage);
      check_findings (fixture, cases[i].finding);
      store_fixture_tear_down (fixture, NULL);
      set_up (fixture, NULL);
    }
}

/* A library put back as a whole to what it was: nothing inside tells, but the head that was noted elsewhere.
 */
static void
test_cut (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bangvang.db", NULL);
  g_autofree char *earlier = NULL, *head = NULL, *now = NULL;
  gsize length;

  g_clear_pointer (&fixture->library, bv_library_close);
  g_assert_true (g_file_get_contents (path, &earlier, &length, NULL));
  store_fixture_reopen (fixture, BV_LIBRARY_WRITE);
  store_fixture_act (fixture->library, "UPDATE nominee SET summary = 'b' WHERE key = 'xa-hai'");
  head = bv_chain_read_head (fixture->library, NULL);
  g_clear_pointer (&fixture->library, bv_library_close);
  g_assert_true (g_file_set_contents (path, earlier, length, NULL));
  store_fixture_reopen (fixture, BV_LIBRARY_WRITE);
  now = bv_chain_read_head (fixture->library, NULL);
  check_findings (fixture, "");
  g_assert_cmpuint (strlen (head), ==, 64);
  g_assert_cmpstr (now, !=, head);
}

static void
assert_damaged (gint64 result, const GError *error)
{
  g_assert_cmpint (result, ==, 0);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "action 3 of the journal is damaged"));
}

static void
test_undo (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_list_rows (fixture->library);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 result;

  tamper (fixture,
          "UPDATE journal SET changeset = CAST (replace (CAST (changeset AS TEXT), 'a', 'b') AS BLOB) "
          "WHERE id = 3");
  result = bv_journal_undo (fixture->library, 3, NULL, &error);
  assert_damaged (result, error);
  after = store_fixture_list_rows (fixture->library);
  g_assert_cmpstr (after, ==, before);
}

static void
test_redo (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 result;

  g_assert_cmpint (bv_journal_undo (fixture->library, 3, NULL, &error), >, 0);
  g_assert_no_error (error);
  tamper (fixture, "UPDATE journal SET label = 'x' WHERE id = 3");
  result = bv_journal_redo (fixture->library, NULL, &error);
  assert_damaged (result, error);
}

static void
test_history (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = bv_history_read (fixture->library, NOMINEE, NULL);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (entries);
  tamper (fixture, "UPDATE journal SET user = 'x' WHERE id = 3");
  none = bv_history_read (fixture->library, NOMINEE, &error);
  assert_damaged (none != NULL, error);
}

/* A damaged end is not built upon. */
static void
test_end (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tamper (fixture, "DELETE FROM chain WHERE action = 6");
  g_assert_cmpint (bv_journal_undo (fixture->library, 3, NULL, &error), ==, 0);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "action 6 has lost its hash"));
}

/* After the highest number there is none. */
static void
test_highest (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tamper (fixture, "UPDATE journal SET id = 9223372036854775807 WHERE id = 6; "
                   "UPDATE chain SET action = 9223372036854775807 WHERE action = 6");
  g_assert_cmpint (bv_journal_undo (fixture->library, 3, NULL, &error), ==, 0);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/chain/" name, StoreFixture, NULL, set_up, func, store_fixture_tear_down)
  ADD ("what-was-changed-taken-out-put-elsewhere-or-cut-off-is-named", test_tampering);
  ADD ("the-head-is-another-one-where-the-end-was-cut", test_cut);
  ADD ("a-damaged-action-is-not-undone", test_undo);
  ADD ("a-damaged-action-is-not-done-again", test_redo);
  ADD ("a-damaged-action-is-not-shown", test_history);
  ADD ("nothing-follows-an-action-without-its-hash", test_end);
  ADD ("nothing-follows-the-highest-number", test_highest);
  return g_test_run ();
}
