/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/nominee.h"
#include "file-limit.h"
#include "store-fixture.h"
#include "store/campaigns.h"
#include "store/journal.h"
#include "store/library-private.h"
#include "store/proof/witnessed-tables.h"
#include "store/search.h"
#include "store/statement.h"

#include <gio/gio.h>
#include <string.h>

/* More than what stands in memory of a changeset, of one text alone. */
#define LONG_TEXT 1200000
#define ROOM_FOR_FILES 65536

typedef struct
{
  const char *sql;
  gboolean fails;
} Script;

static gboolean
run_script (BvLibrary *library, gpointer data, GError **error)
{
  const Script *script = data;

  if (sqlite3_exec (library->db, script->sql, NULL, NULL, NULL) != SQLITE_OK)
    return bv_statement_fail (library, error);
  if (script->fails)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "as asked");
  return !script->fails;
}

static gint64
act (StoreFixture *fixture, const char *label, const char *sql)
{
  Script script = { sql, FALSE };
  g_autoptr (GError) error = NULL;
  gint64 action = -1;

  bv_journal_act (fixture->library, label, run_script, &script, &action, &error);
  g_assert_no_error (error);
  return action;
}

static gint64
undo (StoreFixture *fixture, gint64 action)
{
  g_autoptr (GError) error = NULL;
  gint64 done = bv_journal_undo (fixture->library, action, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (done, >, 0);
  return done;
}

static gint64
redo (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 done = bv_journal_redo (fixture->library, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (done, >, 0);
  return done;
}

/* The undo is refused in these words, and nothing is changed. */
static void
check_undo_refused (StoreFixture *fixture, gint64 action, BvStoreError code, const char *says)
{
  g_autofree char *before = store_fixture_list_rows (fixture->library);
  g_autofree char *after = NULL;
  gint64 actions = store_fixture_count (fixture->library, "SELECT count (*) FROM journal");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bv_journal_undo (fixture->library, action, NULL, &error), ==, 0);
  g_assert_error (error, BV_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, says));
  after = store_fixture_list_rows (fixture->library);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (store_fixture_count (fixture->library, "SELECT count (*) FROM journal"), ==, actions);
  store_fixture_assert_clean (fixture->library);
}

static void
set_up_loaded (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_up (fixture, data);
  store_fixture_load_file (fixture->library, EVERY_FIELD);
}

static gint64
count_women (StoreFixture *fixture)
{
  return store_fixture_count (fixture->library, "SELECT women_percent FROM nominee WHERE key = 'xa-hai'");
}

static void
test_back_and_forth (StoreFixture *fixture, gconstpointer data)
{
  gint64 first = act (fixture, "a", "UPDATE nominee SET women_percent = 10 WHERE key = 'xa-hai'");
  gint64 second = act (fixture, "b", "UPDATE nominee SET women_percent = 20 WHERE key = 'xa-hai'");

  g_assert_cmpint (second, ==, first + 1);
  undo (fixture, 0);
  g_assert_cmpint (count_women (fixture), ==, 10);
  undo (fixture, 0);
  g_assert_cmpint (count_women (fixture), ==, 70);
  redo (fixture);
  g_assert_cmpint (count_women (fixture), ==, 10);
  redo (fixture);
  g_assert_cmpint (count_women (fixture), ==, 20);
  undo (fixture, 0);
  g_assert_cmpint (count_women (fixture), ==, 10);
}

static void
test_entries (StoreFixture *fixture, gconstpointer data)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 edit = act (fixture, "Sửa ba hàng", "UPDATE nominee SET parent_rank = 5");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  const BvAction *action;

  undo (fixture, 0);
  actions = bv_journal_list (fixture->library, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (actions->len, ==, 2);
  action = g_ptr_array_index (actions, 0);
  g_assert_cmpstr (action->kind, ==, "undo");
  g_assert_cmpint (action->target, ==, edit);
  g_assert_cmpint (action->rows, ==, 3);
  action = g_ptr_array_index (actions, 1);
  g_assert_cmpint (action->id, ==, edit);
  g_assert_cmpstr (action->kind, ==, "do");
  g_assert_cmpstr (action->label, ==, "Sửa ba hàng");
  g_assert_cmpstr (action->user, ==, g_get_user_name ());
  g_assert_cmpint (action->rows, ==, 3);
  g_assert_true (action->undone);
  g_assert_cmpint (action->time, >=, now);
}

static void
test_nothing_changed (StoreFixture *fixture, gconstpointer data)
{
  gint64 actions = store_fixture_count (fixture->library, "SELECT count (*) FROM journal");

  g_assert_cmpint (act (fixture, "same", "UPDATE nominee SET women_percent = 70 WHERE key = 'xa-hai'"), ==,
                   0);
  g_assert_cmpint (act (fixture, "there and back",
                        "UPDATE nominee SET women_percent = 1 WHERE key = 'xa-hai';"
                        "UPDATE nominee SET women_percent = 70 WHERE key = 'xa-hai'"),
                   ==, 0);
  g_assert_cmpint (store_fixture_count (fixture->library, "SELECT count (*) FROM journal"), ==, actions);
}

static void
test_failure (StoreFixture *fixture, gconstpointer data)
{
  Script scripts[]
    = { { "UPDATE nominee SET women_percent = 1", TRUE },
        { "UPDATE nominee SET women_percent = 1; INSERT INTO person (nominee, name) VALUES (5, 'x')", FALSE },
        { "DELETE FROM \"group\"", FALSE } };
  g_autofree char *before = store_fixture_list_rows (fixture->library);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_false (bv_journal_act (fixture->library, "fails", run_script, &scripts[i], NULL, &error));
      g_assert_nonnull (error);
      after = store_fixture_list_rows (fixture->library);
      g_assert_cmpstr (after, ==, before);
    }
  g_assert_cmpint (store_fixture_count (fixture->library, "SELECT count (*) FROM journal"), ==, 1);
}

static gboolean
act_twice (BvLibrary *library, gpointer data, GError **error)
{
  Script first = { "UPDATE nominee SET women_percent = 1 WHERE key = 'xa-hai'", FALSE };
  Script second = { "UPDATE nominee SET women_percent = 2 WHERE key = 'xa-mot'", FALSE };

  return bv_journal_act (library, "inner", run_script, &first, NULL, error)
         && bv_journal_act (library, "inner", run_script, &second, NULL, error);
}

static void
test_inner (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAction) action = NULL;
  gint64 id = 0;

  g_assert_true (bv_journal_act (fixture->library, "outer", act_twice, NULL, &id, &error));
  g_assert_no_error (error);
  action = bv_journal_peek_undo (fixture->library, NULL);
  g_assert_cmpint (action->id, ==, id);
  g_assert_cmpstr (action->label, ==, "outer");
  g_assert_cmpint (action->rows, ==, 2);
  undo (fixture, 0);
  g_assert_cmpint (count_women (fixture), ==, 70);
}

static void
test_by_number (StoreFixture *fixture, gconstpointer data)
{
  gint64 first = act (fixture, "a", "UPDATE nominee SET women_percent = 10 WHERE key = 'xa-hai'");

  act (fixture, "b", "UPDATE nominee SET women_percent = 20 WHERE key = 'xa-mot'");
  undo (fixture, first);
  g_assert_cmpint (count_women (fixture), ==, 70);
  g_assert_cmpint (
    store_fixture_count (fixture->library, "SELECT women_percent FROM nominee WHERE key = 'xa-mot'"), ==, 20);
  check_undo_refused (fixture, first, BV_STORE_ERROR_CONFLICT, "undone already");
  redo (fixture);
  g_assert_cmpint (count_women (fixture), ==, 10);
}

static void
test_unknown (StoreFixture *fixture, gconstpointer data)
{
  gint64 undone = 0;

  check_undo_refused (fixture, 99, BV_STORE_ERROR_NOT_FOUND, "99");
  undone = undo (fixture, 0);
  check_undo_refused (fixture, undone, BV_STORE_ERROR_CONFLICT, "undo or redo itself");
  check_undo_refused (fixture, 0, BV_STORE_ERROR_NOT_FOUND, "nothing to undo");
}

static void
test_later_edit (StoreFixture *fixture, gconstpointer data)
{
  gint64 first = act (fixture, "Sửa đầu", "UPDATE nominee SET women_percent = 10 WHERE key = 'xa-hai'");
  gint64 second = act (fixture, "Sửa sau", "UPDATE nominee SET women_percent = 20 WHERE key = 'xa-hai'");
  g_autofree char *says = g_strdup_printf ("undo action %" G_GINT64_FORMAT " (Sửa sau) first", second);

  check_undo_refused (fixture, first, BV_STORE_ERROR_CONFLICT, says);
  undo (fixture, second);
  undo (fixture, first);
  g_assert_cmpint (count_women (fixture), ==, 70);
}

/* Two scores of one nominee are two rows, and only the one of the same criterion stands in the way. */
static void
test_other_criterion (StoreFixture *fixture, gconstpointer data)
{
#define ONE "(SELECT nominee || '/' || criterion FROM assessment ORDER BY nominee, criterion LIMIT 1)"
  gint64 first
    = act (fixture, "Một", "UPDATE assessment SET note = 'a' WHERE nominee || '/' || criterion = " ONE);
  gint64 third;
  g_autofree char *says = NULL;

  act (fixture, "Hai", "UPDATE assessment SET note = 'b' WHERE nominee || '/' || criterion <> " ONE);
  third = act (fixture, "Ba", "UPDATE assessment SET note = 'c' WHERE nominee || '/' || criterion = " ONE);
#undef ONE
  says = g_strdup_printf ("undo action %" G_GINT64_FORMAT " (Ba) first", third);
  check_undo_refused (fixture, first, BV_STORE_ERROR_CONFLICT, says);
}

/* Other columns of the same row stand for themselves. */
static void
test_other_column (StoreFixture *fixture, gconstpointer data)
{
  gint64 first = act (fixture, "a", "UPDATE nominee SET women_percent = 10 WHERE key = 'xa-hai'");

  act (fixture, "b", "UPDATE nominee SET parent_rank = 7 WHERE key = 'xa-hai'");
  undo (fixture, first);
  g_assert_cmpint (count_women (fixture), ==, 70);
  g_assert_cmpint (
    store_fixture_count (fixture->library, "SELECT parent_rank FROM nominee WHERE key = 'xa-hai'"), ==, 7);
}

static void
test_dependents (StoreFixture *fixture, gconstpointer data)
{
  gint64 first
    = act (fixture, "Thêm",
           "INSERT INTO nominee (id, campaign, ordinal, key, \"group\", unit) SELECT 77, campaign, 9, "
           "'moi', \"group\", unit FROM nominee WHERE key = 'xa-hai'");

  act (fixture, "Quyết định", "INSERT INTO decision (nominee, place) VALUES (77, 'inside')");
  check_undo_refused (fixture, first, BV_STORE_ERROR_CONFLICT, "later records depend on it");
  g_assert_cmpint (
    store_fixture_count (fixture->library, "SELECT count (*) FROM decision WHERE nominee = 77"), ==, 1);
  undo (fixture, 0);
  undo (fixture, first);
  g_assert_cmpint (store_fixture_count (fixture->library, "SELECT count (*) FROM nominee WHERE id = 77"), ==,
                   0);
}

/* The removal of a row is undone when the row is needed no more for nothing else: its key is taken. */
static void
test_key_taken (StoreFixture *fixture, gconstpointer data)
{
  gint64 first = act (fixture, "Xoá", "DELETE FROM nominee WHERE key = 'xa-hai'");

  act (fixture, "Thêm lại",
       "INSERT INTO nominee (id, campaign, ordinal, key, \"group\", unit) SELECT 78, campaign, 9, 'xa-hai', "
       "\"group\", unit FROM nominee WHERE key = 'xa-mot'");
  check_undo_refused (fixture, first, BV_STORE_ERROR_CONFLICT, "nothing was changed");
}

static void
test_cascade (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_list_rows (fixture->library);
  g_autofree char *after = NULL;
  g_autofree char *removed = NULL;
  g_autofree char *again = NULL;

  act (fixture, "Xoá", "DELETE FROM nominee WHERE key = 'xa-mot'");
  removed = store_fixture_list_rows (fixture->library);
  g_assert_cmpint (
    store_fixture_count (fixture->library, "SELECT count (*) FROM report WHERE received = 20211002"), ==, 0);
  undo (fixture, 0);
  after = store_fixture_list_rows (fixture->library);
  g_assert_cmpstr (after, ==, before);
  redo (fixture);
  again = store_fixture_list_rows (fixture->library);
  g_assert_cmpstr (again, ==, removed);
}

static void
test_redo_is_cleared (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAction) undone = NULL;

  act (fixture, "a", "UPDATE nominee SET women_percent = 10 WHERE key = 'xa-hai'");
  undo (fixture, 0);
  undone = bv_journal_peek_redo (fixture->library, NULL);
  g_assert_cmpstr (undone->label, ==, "a");
  act (fixture, "b", "UPDATE nominee SET parent_rank = 3 WHERE key = 'xa-hai'");
  g_assert_null (bv_journal_peek_redo (fixture->library, NULL));
  g_assert_cmpint (bv_journal_redo (fixture->library, NULL, &error), ==, 0);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (count_women (fixture), ==, 70);
}

static void
test_whole_load (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = store_fixture_load_file (fixture->library, DEMO);
  g_autofree char *dump = store_fixture_dump (fixture->library, id);
  g_autofree char *rows = store_fixture_list_rows (fixture->library);
  g_autofree char *again = NULL;
  g_autofree char *rows_again = NULL;

  undo (fixture, 0);
  g_assert_cmpint (store_fixture_count (fixture->library, "SELECT count (*) FROM campaign"), ==, 1);
  g_assert_cmpint (store_fixture_count (fixture->library, "SELECT count (*) FROM unit"), ==, 3);
  redo (fixture);
  again = store_fixture_dump (fixture->library, id);
  rows_again = store_fixture_list_rows (fixture->library);
  g_assert_cmpstr (again, ==, dump);
  g_assert_cmpstr (rows_again, ==, rows);
}

/* Records beside the library what it records itself. */
static int
filter_table (void *data, const char *table)
{
  return bv_witnessed_tables_take (table);
}

static sqlite3_session *
begin_session (BvLibrary *library)
{
  sqlite3_session *session = NULL;

  g_assert_cmpint (sqlite3session_create (library->db, "main", &session), ==, SQLITE_OK);
  sqlite3session_table_filter (session, filter_table, NULL);
  g_assert_cmpint (sqlite3session_attach (session, NULL), ==, SQLITE_OK);
  return session;
}

/* The last action holds what @session gives in one piece, byte for byte. Returns how many bytes. */
static gint64
check_changeset (BvLibrary *library, sqlite3_session *session)
{
  sqlite3_stmt *statement = NULL;
  void *changeset = NULL;
  int size = 0;

  g_assert_cmpint (sqlite3session_changeset (session, &size, &changeset), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (library->db, "SELECT changeset FROM journal ORDER BY id DESC LIMIT 1",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpmem (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0), changeset, size);
  sqlite3_finalize (statement);
  sqlite3_free (changeset);
  sqlite3session_delete (session);
  return size;
}

static BvCampaign *
read_large_campaign (void)
{
  BvCampaign *campaign = store_fixture_read_file (DEMO);

  for (guint i = 0; i < campaign->nominees->len; i++)
    {
      BvNominee *nominee = g_ptr_array_index (campaign->nominees, i);

      g_free (nominee->summary);
      nominee->summary = g_strnfill (5000 + i, 'x');
    }
  return campaign;
}

static void
test_large_load (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) campaign = read_large_campaign ();
  sqlite3_session *session = begin_session (fixture->library);
  gint64 id = store_fixture_load (fixture->library, campaign);
  g_autofree char *dump = store_fixture_dump (fixture->library, id);
  g_autofree char *again = NULL;

  g_assert_cmpint (check_changeset (fixture->library, session), >, LONG_TEXT);
  session = begin_session (fixture->library);
  undo (fixture, 0);
  g_assert_cmpint (check_changeset (fixture->library, session), >, LONG_TEXT);
  g_assert_cmpint (store_fixture_count (fixture->library, "SELECT count (*) FROM campaign"), ==, 1);
  session = begin_session (fixture->library);
  redo (fixture);
  g_assert_cmpint (check_changeset (fixture->library, session), >, LONG_TEXT);
  again = store_fixture_dump (fixture->library, id);
  g_assert_cmpstr (again, ==, dump);
}

static void
test_small_edit (StoreFixture *fixture, gconstpointer data)
{
  sqlite3_session *session = begin_session (fixture->library);

  act (fixture, "a", "UPDATE nominee SET women_percent = 10 WHERE key = 'xa-hai'");
  g_assert_cmpint (check_changeset (fixture->library, session), <, 1000);
}

static guint
count_hits (StoreFixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 campaign = store_fixture_count (fixture->library, "SELECT id FROM campaign");
  g_autoptr (GPtrArray) hits = bv_search_query (fixture->library, campaign, text, 20, &error);

  g_assert_no_error (error);
  return hits->len;
}

static void
test_search_follows (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_list_rows (fixture->library);
  g_autofree char *after = NULL;

  act (fixture, "Đổi tên", "UPDATE unit SET name = 'Đường Thét' WHERE code = 'XA2'");
  g_assert_cmpuint (count_hits (fixture, "duong thet"), ==, 2);
  undo (fixture, 0);
  g_assert_cmpuint (count_hits (fixture, "duong thet"), ==, 0);
  after = store_fixture_list_rows (fixture->library);
  g_assert_cmpstr (after, ==, before);
  redo (fixture);
  g_assert_cmpuint (count_hits (fixture, "duong thet"), ==, 2);
}

static void
collect_changes (BvLibrary *library, const BvChanges *changes, gpointer data)
{
  GString *text = data;

  g_assert_true (sqlite3_get_autocommit (library->db));
  g_string_append (text, "[");
  for (guint i = 0; i < bv_changes_count (changes); i++)
    {
      const BvChange *change = bv_changes_get (changes, i);

      g_string_append_printf (text, "%s%c%s%s%s", i > 0 ? " " : "", change->operation, change->table,
                              change->id == 77 ? "77" : "", change->nominee == 77 ? "+" : "");
    }
  g_string_append (text, "]");
}

static void
test_changed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Script fails = { "UPDATE nominee SET women_percent = 1", TRUE };

  bv_library_set_changed_func (fixture->library, collect_changes, text);
  act (fixture, "a",
       "INSERT INTO nominee (id, campaign, ordinal, key, \"group\", unit) SELECT 77, campaign, 9, 'moi', "
       "\"group\", unit FROM nominee WHERE key = 'xa-hai'");
  act (
    fixture, "b",
    "INSERT INTO assessment (nominee, criterion, ordinal) SELECT 77, id, 0 FROM criterion WHERE code = 'B'");
  act (fixture, "c", "UPDATE nominee SET women_percent = 1 WHERE id = 77");
  act (fixture, "d", "UPDATE nominee SET women_percent = 1 WHERE id = 77");
  act (fixture, "e", "INSERT INTO hold (id, nominee, ordinal) VALUES (78, 77, 0)");
  act (fixture, "f", "UPDATE hold SET reason = 'x' WHERE id = 78");
  bv_journal_act (fixture->library, "g", run_script, &fails, NULL, NULL);
  undo (fixture, 0);
  undo (fixture, 0);
  undo (fixture, 0);
  undo (fixture, 0);
  redo (fixture);
  bv_library_set_changed_func (fixture->library, NULL, NULL);
  g_assert_cmpstr (text->str, ==,
                   "[inominee77+][iassessment77+][unominee77+][ihold+][uhold+][uhold+][dhold+][unominee77+]"
                   "[dassessment77+][iassessment77+]");
}

/* Gives the work up when it is told of it for the first time. */
static void
give_up (double fraction, gpointer cancellable)
{
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  g_cancellable_cancel (cancellable);
}

static void
test_given_up (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  BvProgress progress = BV_PROGRESS_INIT (give_up, cancellable, cancellable);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  act (fixture, "a",
       "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
       "INSERT INTO hold (nominee, ordinal, reason) SELECT nominee.id, i, 'x' FROM n JOIN nominee "
       "ON nominee.key = 'xa-hai'");
  before = store_fixture_list_rows (fixture->library);
  g_assert_cmpint (bv_journal_undo (fixture->library, 0, &progress, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = store_fixture_list_rows (fixture->library);
  g_assert_cmpstr (after, ==, before);
  g_cancellable_reset (cancellable);
  progress.func = NULL;
  g_clear_error (&error);
  g_assert_cmpint (bv_journal_undo (fixture->library, 0, &progress, &error), >, 0);
  g_assert_no_error (error);
}

static void
test_for_ever (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *loaded = store_fixture_list_rows (fixture->library);
  g_autofree char *again = NULL;

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *sql
        = g_strdup_printf ("UPDATE nominee SET parent_rank = %d WHERE key = 'xa-hai'", i + 10);

      act (fixture, "a", sql);
    }
  store_fixture_reopen (fixture, BV_LIBRARY_WRITE);
  for (int i = 0; i < 30; i++)
    undo (fixture, 0);
  again = store_fixture_list_rows (fixture->library);
  g_assert_cmpstr (again, ==, loaded);
  for (int i = 0; i < 30; i++)
    redo (fixture);
  g_assert_cmpint (
    store_fixture_count (fixture->library, "SELECT parent_rank FROM nominee WHERE key = 'xa-hai'"), ==, 39);
}

static void
test_full_disk (StoreFixture *fixture, gconstpointer data)
{
  gint64 pages = store_fixture_count (fixture->library, "PRAGMA page_count");
  g_autofree char *limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, pages + 1);
  Script script = { "UPDATE nominee SET summary = printf ('%.*c', 1000000, 'x')", FALSE };
  g_autofree char *before = store_fixture_list_rows (fixture->library);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (store_fixture_count (fixture->library, limit), ==, pages + 1);
  g_assert_false (bv_journal_act (fixture->library, "a", run_script, &script, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, "free some space"));
  g_assert_nonnull (strstr (error->message, fixture->folder));
  after = store_fixture_list_rows (fixture->library);
  g_assert_cmpstr (after, ==, before);
  store_fixture_count (fixture->library, "PRAGMA max_page_count = 1000000");
  g_assert_cmpint (act (fixture, "again", script.sql), ==, 2);
}

/* Here it is not the library itself for which there is no room. */
static void
test_full_disk_beside (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *sql = g_strdup_printf (
    "UPDATE nominee SET summary = printf ('%%.*c', %d, 'x') WHERE key = 'xa-hai'", LONG_TEXT);
  Script script = { sql, FALSE };
  g_autofree char *before = store_fixture_list_rows (fixture->library);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!file_limit_is_there ())
    {
      g_test_skip (FILE_LIMIT_MISSING);
      return;
    }
  file_limit_set (ROOM_FOR_FILES);
  done = bv_journal_act (fixture->library, "a", run_script, &script, NULL, &error);
  file_limit_lift ();
  g_assert_false (done);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "Free some space"));
  g_assert_nonnull (strstr (error->message, fixture->folder));
  after = store_fixture_list_rows (fixture->library);
  g_assert_cmpstr (after, ==, before);
  store_fixture_assert_clean (fixture->library);
  g_assert_cmpint (act (fixture, "again", sql), ==, 2);
}

/* SQLite passes over a table that is gone without a word. */
static void
test_lost_table (StoreFixture *fixture, gconstpointer data)
{
  gint64 action = act (fixture, "a", "UPDATE vote SET present = 9");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (
    sqlite3_exec (fixture->library->db, "ALTER TABLE vote RENAME TO old_vote", NULL, NULL, NULL), ==,
    SQLITE_OK);
  g_assert_cmpint (bv_journal_undo (fixture->library, action, NULL, &error), ==, 0);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DATABASE);
  g_assert_cmpint (store_fixture_count (fixture->library, "SELECT present FROM old_vote"), ==, 9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/journal/" name, StoreFixture, NULL, set_up_loaded, func, store_fixture_tear_down)
  ADD ("undo-and-redo-go-back-and-forth", test_back_and_forth);
  ADD ("an-entry-says-who-did-what-to-how-many-rows", test_entries);
  ADD ("an-action-that-changes-nothing-is-no-action", test_nothing_changed);
  ADD ("an-action-that-fails-changes-nothing", test_failure);
  ADD ("an-action-inside-an-action-joins-it", test_inner);
  ADD ("any-action-is-undone-by-its-number", test_by_number);
  ADD ("what-cannot-be-undone-is-named", test_unknown);
  ADD ("undo-under-a-later-edit-names-that-edit-and-changes-nothing", test_later_edit);
  ADD ("undo-under-a-later-score-names-the-one-of-the-same-criterion", test_other_criterion);
  ADD ("undo-leaves-the-later-edit-of-another-field", test_other_column);
  ADD ("undo-of-an-addition-is-refused-while-later-records-depend-on-it", test_dependents);
  ADD ("undo-of-a-removal-is-refused-while-the-key-is-taken", test_key_taken);
  ADD ("undo-brings-back-all-that-went-with-a-record", test_cascade);
  ADD ("a-new-action-ends-redo", test_redo_is_cleared);
  ADD ("undo-and-redo-of-a-whole-load-give-the-same-bytes", test_whole_load);
  ADD ("a-changeset-larger-than-what-stands-in-memory-is-whole", test_large_load);
  ADD ("a-small-changeset-is-what-sqlite-recorded", test_small_edit);
  ADD ("search-follows-undo-and-redo", test_search_follows);
  ADD ("the-rows-that-changed-are-told-after-the-commit", test_changed);
  ADD ("an-undo-that-is-given-up-changes-nothing", test_given_up);
  ADD ("undo-reaches-back-over-a-closed-library", test_for_ever);
  ADD ("a-full-disk-is-an-error-that-asks-for-room-and-changes-nothing", test_full_disk);
  ADD ("a-disk-too-full-for-a-large-changeset-is-an-error-and-changes-nothing", test_full_disk_beside);
  ADD ("undo-of-a-table-that-is-gone-is-an-error", test_lost_table);
  return g_test_run ();
}
