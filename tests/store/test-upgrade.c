/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "store/campaigns.h"
#include "store/journal.h"
#include "store/library-private.h"
#include "store/search.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define FIRST_SCHEMA "../data/schema/001-campaigns.sql"
#define NOW_TITLE "Đợt thi đua sửa tên"

/* What an older program did: it added a campaign, removed another and renamed the first. */
static const char *const actions[] = {
  "INSERT INTO campaign (id, key, title, starts, ends) VALUES (1, 'cu', 'Đợt thi đua', 20210621, 20211231)",
  "INSERT INTO campaign (id, key, title, starts, ends) VALUES (2, 'bo', 'Đợt bỏ', 20210101, 20210102)",
  "DELETE FROM campaign WHERE id = 2",
  "UPDATE campaign SET title = '" NOW_TITLE "' WHERE id = 1",
};

/* Later steps are more than their scripts: such libraries are made from one of today, by taking back what the
 * steps after them added.
 */
#define LAST_BY_SCRIPTS 5
#define BACK_TO_13 "DROP TABLE handout; DROP TABLE receipt; "
#define BACK_TO_12 BACK_TO_13 "DROP TABLE learned; "
#define BACK_TO_11 BACK_TO_12 "DROP TABLE template; "
#define BACK_TO_10 \
  BACK_TO_11 "DROP TABLE quota_after; DROP TABLE quota_decision; ALTER TABLE quota DROP COLUMN award; "
#define BACK_TO_9                                                                       \
  BACK_TO_10                                                                            \
  "DROP INDEX group_assessor; DROP INDEX criterion_assessor; "                          \
  "ALTER TABLE \"group\" DROP COLUMN assessor; ALTER TABLE \"group\" DROP COLUMN sum; " \
  "ALTER TABLE criterion DROP COLUMN state; ALTER TABLE criterion DROP COLUMN assessor; "
#define BACK_TO_8 BACK_TO_9 "DROP TABLE group_class; "
#define BACK_TO_7 BACK_TO_8 "ALTER TABLE proposal DROP COLUMN taken; "
#define BACK_TO_6 BACK_TO_7 "DROP TABLE unfinished; "
static const char *const taken_back[]
  = { BACK_TO_6 "PRAGMA user_version = 6",   BACK_TO_7 "PRAGMA user_version = 7",
      BACK_TO_8 "PRAGMA user_version = 8",   BACK_TO_9 "PRAGMA user_version = 9",
      BACK_TO_10 "PRAGMA user_version = 10", BACK_TO_11 "PRAGMA user_version = 11",
      BACK_TO_12 "PRAGMA user_version = 12", BACK_TO_13 "PRAGMA user_version = 13" };

static void
execute (sqlite3 *db, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
write_action (sqlite3 *db, const char *sql)
{
  sqlite3_session *session = NULL;
  sqlite3_stmt *statement = NULL;
  void *changes = NULL;
  int size = 0;

  g_assert_cmpint (sqlite3session_create (db, "main", &session), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_attach (session, "campaign"), ==, SQLITE_OK);
  execute (db, sql);
  g_assert_cmpint (sqlite3session_changeset (session, &size, &changes), ==, SQLITE_OK);
  sqlite3session_delete (session);
  sqlite3_prepare_v2 (
    db, "INSERT INTO journal (time, user, label, kind, rows, changeset) VALUES (1, 'x', 'x', 'do', 1, ?1)",
    -1, &statement, NULL);
  sqlite3_bind_blob (statement, 1, changes, size, sqlite3_free);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

/* A library as the first version left it. */
static void
set_up_old (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *schema = g_test_build_filename (G_TEST_DIST, FIRST_SCHEMA, NULL);
  g_autofree char *sql = NULL;
  g_autofree char *path = NULL;
  sqlite3 *db = NULL;

  store_fixture_set_up_empty (fixture, data);
  path = g_build_filename (fixture->folder, "bangvang.db", NULL);
  g_assert_true (g_file_get_contents (schema, &sql, NULL, NULL));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (bv_search_register (db, NULL));
  execute (db, sql);
  execute (db, "PRAGMA application_id = 0x426e5667; PRAGMA user_version = 1");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    write_action (db, actions[i]);
  sqlite3_close (db);
}

/* The further steps, up to @version, as its program took them. */
static void
take_steps (sqlite3 *db, const char *folder, gint64 version)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, version);
  g_autoptr (GList) names = NULL;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    names = g_list_insert_sorted (names, (gpointer) g_intern_string (name), (GCompareFunc) g_strcmp0);
  for (gint64 i = 1; i < version; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_list_nth_data (names, i), NULL);
      g_autofree char *sql = NULL;

      g_assert_true (g_file_get_contents (path, &sql, NULL, NULL));
      execute (db, sql);
    }
  execute (db, mark);
}

static BvCampaign *
read_campaign (BvLibrary *library)
{
  g_autoptr (GError) error = NULL;
  BvCampaign *campaign = bv_campaigns_read (library, 1, BV_CAMPAIGN_WHOLE, &error);

  g_assert_no_error (error);
  return campaign;
}

static void
check_is_upgraded (StoreFixture *fixture)
{
  g_autoptr (BvCampaign) campaign = read_campaign (fixture->library);
  g_autofree char *copy = g_build_filename (fixture->folder, "bangvang-1.db", NULL);

  g_assert_cmpint (store_fixture_count (fixture->library, "PRAGMA user_version"), >, 1);
  g_assert_cmpstr (campaign->title, ==, NOW_TITLE);
  g_assert_null (campaign->submission_text);
  g_assert_true (g_file_test (copy, G_FILE_TEST_IS_REGULAR));
}

/* What was done before there was a chain is linked, and what stood there summed up, by the upgrade. */
static void
test_proof (StoreFixture *fixture, gconstpointer data)
{
  static const char *const queries[] = { "SELECT count (*) FROM chain WHERE length (hash) = 32",
                                         "SELECT count (*) FROM chain WHERE content IS NULL" };
  g_autoptr (GError) error = NULL;

  store_fixture_reopen (fixture, BV_LIBRARY_WRITE);
  g_assert_cmpint (store_fixture_count (fixture->library, queries[0]), ==, G_N_ELEMENTS (actions));
  g_assert_cmpint (store_fixture_count (fixture->library, queries[1]), ==, G_N_ELEMENTS (actions) - 1);
  store_fixture_assert_sound (fixture->library);
  store_fixture_act (fixture->library, "UPDATE campaign SET short = 'x' WHERE id = 1");
  g_assert_cmpint (bv_journal_undo (fixture->library, 0, NULL, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (bv_journal_undo (fixture->library, 3, NULL, &error), >, 0);
  store_fixture_assert_sound (fixture->library);
  g_assert_cmpint (
    sqlite3_exec (fixture->library->db, "UPDATE journal SET label = 'y' WHERE id = 2", NULL, NULL, NULL), ==,
    SQLITE_OK);
  g_assert_cmpint (bv_journal_undo (fixture->library, 2, NULL, &error), ==, 0);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED);
}

/* What is sound there is brought up to date, and is sound. */
static void
check_from (StoreFixture *fixture, const char *folder, gint64 version)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bangvang.db", NULL);
  sqlite3 *db = NULL;

  g_clear_pointer (&fixture->library, bv_library_close);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (bv_search_register (db, NULL));
  if (version <= LAST_BY_SCRIPTS)
    take_steps (db, folder, version);
  else
    execute (db, taken_back[version - LAST_BY_SCRIPTS - 1]);
  sqlite3_close (db);
  store_fixture_reopen (fixture, BV_LIBRARY_WRITE);
  store_fixture_assert_sound (fixture->library);
}

/* Whatever of the steps an older program had taken, the next ones leave a sound library. */
static void
test_each_step (StoreFixture *fixture, gconstpointer data)
{
  const gint64 last = LAST_BY_SCRIPTS + G_N_ELEMENTS (taken_back);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "../data/schema", NULL);

  for (gint64 version = 2; version <= last; version++)
    {
      store_fixture_tear_down (fixture, NULL);
      set_up_old (fixture, NULL);
      if (version > LAST_BY_SCRIPTS)
        store_fixture_reopen (fixture, BV_LIBRARY_WRITE);
      check_from (fixture, folder, version);
      g_assert_cmpint (store_fixture_count (fixture->library, "PRAGMA user_version"), ==, last + 1);
    }
}

static void
test_writer (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_reopen (fixture, BV_LIBRARY_WRITE);
  check_is_upgraded (fixture);
}

static void
test_reader (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_reopen (fixture, BV_LIBRARY_READ);
  check_is_upgraded (fixture);
  g_assert_false (bv_library_is_writable (fixture->library));
}

static void
test_locked (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLibrary) reader = NULL;

  store_fixture_reopen (fixture, BV_LIBRARY_WRITE);
  execute (fixture->library->db, "PRAGMA user_version = 1");
  reader = bv_library_open (fixture->folder, BV_LIBRARY_READ, &error);
  g_assert_null (reader);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, "older"));
}

static void
test_read_only (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLibrary) reader = NULL;

  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  if (g_access (fixture->folder, W_OK) == 0)
    {
      g_chmod (fixture->folder, 0700);
      g_test_skip ("this user may write everywhere");
      return;
    }
  reader = bv_library_open (fixture->folder, BV_LIBRARY_READ, &error);
  g_chmod (fixture->folder, 0700);
  g_assert_null (reader);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "you have no right to bring it up to date"));
}

static void
test_undo (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *count;
    gint64 expected;
  } steps[] = {
    { "SELECT count (*) FROM campaign WHERE title = 'Đợt thi đua'", 1 },
    { "SELECT count (*) FROM campaign WHERE key = 'bo' AND submission_text IS NULL", 1 },
    { "SELECT count (*) FROM campaign", 1 },
    { "SELECT count (*) FROM campaign", 0 },
  };

  store_fixture_reopen (fixture, BV_LIBRARY_WRITE);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (bv_journal_undo (fixture->library, 0, NULL, &error), >, 0);
      g_assert_no_error (error);
      g_assert_cmpint (store_fixture_count (fixture->library, steps[i].count), ==, steps[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/upgrade/" name, StoreFixture, NULL, set_up_old, func, store_fixture_tear_down)
  ADD ("a-writer-brings-an-older-library-up-to-date-and-keeps-a-copy", test_writer);
  ADD ("what-an-older-program-did-is-proven-from-then-on", test_proof);
  ADD ("a-library-of-each-version-is-sound-afterwards", test_each_step);
  ADD ("a-reader-brings-an-older-library-up-to-date-first", test_reader);
  ADD ("a-reader-says-so-where-somebody-else-has-the-older-library", test_locked);
  ADD ("a-reader-says-so-where-it-may-not-write", test_read_only);
  ADD ("what-an-older-program-did-can-be-undone", test_undo);
  return g_test_run ();
}
