/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "core/nominee.h"
#include "exchange/interchange/interchange.h"
#include "scratch-folder.h"
#include "store/campaigns.h"
#include "store/journal.h"
#include "store/library-private.h"
#include "store/search.h"
#include "store/statement.h"
#include "store/verify.h"

#include <glib/gstdio.h>
#include <string.h>

/* All tables of a campaign; what is derived from them comes last. */
static const char *const tables[] = {
  "campaign",    "unit",      "participation", "\"group\"",   "group_class",    "criterion", "quota",
  "quota_group", "quota_cap", "nominee",       "person",      "hold",           "decision",  "award",
  "initiative",  "vote",      "assessment",    "report",      "result",         "evidence",  "evidence_link",
  "proposal",    "sort_key",  "search",        "quota_after", "quota_decision", "template",  "learned",
};

void
store_fixture_set_up_empty (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("bangvang-store-XXXXXX", &error);
  g_assert_no_error (error);
}

void
store_fixture_set_up (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_up_empty (fixture, data);
  store_fixture_reopen (fixture, BV_LIBRARY_CREATE);
}

void
store_fixture_reopen (StoreFixture *fixture, BvLibraryMode mode)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->library, bv_library_close);
  fixture->library = bv_library_open (fixture->folder, mode, &error);
  g_assert_no_error (error);
}

/* On Windows a file has no permission bits: what is private there is the folder of the user. */
gboolean
store_fixture_keeps_modes (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "mode", NULL);
  GStatBuf status;
  gboolean keeps = g_file_set_contents (path, "", 0, NULL) && g_chmod (path, 0600) == 0
                   && g_stat (path, &status) == 0 && (status.st_mode & 0777) == 0600;

  g_remove (path);
  return keeps;
}

void
store_fixture_tear_down (StoreFixture *fixture, gconstpointer data)
{
  if (fixture->library != NULL && bv_library_is_writable (fixture->library))
    store_fixture_assert_clean (fixture->library);
  g_clear_pointer (&fixture->library, bv_library_close);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

/* Of a path below tests/. */
BvCampaign *
store_fixture_read_file (const char *path)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, path, NULL);
  g_autoptr (GError) error = NULL;
  BvCampaign *campaign = bv_interchange_read_file (file, NULL, &error);

  g_assert_no_error (error);
  return campaign;
}

/* A campaign of the next year, about the same units. */
BvCampaign *
store_fixture_read_next_year (void)
{
  BvCampaign *campaign = store_fixture_read_file (EVERY_FIELD);

  g_free (campaign->key);
  campaign->key = g_strdup ("nam-sau");
  campaign->starts = 20220621;
  campaign->ends = 20221231;
  for (guint i = 0; i < campaign->nominees->len; i++)
    {
      BvNominee *nominee = g_ptr_array_index (campaign->nominees, i);

      g_free (nominee->summary);
      nominee->summary = g_strdup ("Năm sau");
    }
  return campaign;
}

gint64
store_fixture_load (BvLibrary *library, const BvCampaign *campaign)
{
  g_autoptr (GError) error = NULL;
  gint64 id = bv_campaigns_load (library, campaign, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

gint64
store_fixture_load_file (BvLibrary *library, const char *path)
{
  g_autoptr (BvCampaign) campaign = store_fixture_read_file (path);

  return store_fixture_load (library, campaign);
}

char *
store_fixture_dump (BvLibrary *library, gint64 campaign)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) whole = bv_campaigns_read (library, campaign, BV_CAMPAIGN_WHOLE, &error);

  g_assert_no_error (error);
  return bv_interchange_write (whole, NULL);
}

static void
append_rows (BvLibrary *library, const char *table, GString *text)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", table);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (library->db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append (text, table);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const char *value = (const char *) sqlite3_column_text (statement, i);

          g_string_append_printf (text, "|%s", value != NULL ? value : "∅");
        }
      g_string_append_c (text, '\n');
    }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
}

/* Every row of every table but the journal, as text. */
char *
store_fixture_list_rows (BvLibrary *library)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    append_rows (library, tables[i], text);
  return g_string_free (text, FALSE);
}

static gboolean
run_script (BvLibrary *library, gpointer script, GError **error)
{
  if (sqlite3_exec (library->db, script, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return bv_statement_fail (library, error);
}

/* Runs SQL as one action of a person. */
void
store_fixture_act (BvLibrary *library, const char *script)
{
  g_autoptr (GError) error = NULL;

  bv_journal_act (library, "test", run_script, (gpointer) script, NULL, &error);
  g_assert_no_error (error);
}

gint64
store_fixture_count (BvLibrary *library, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 count;

  g_assert_cmpint (sqlite3_prepare_v2 (library->db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  count = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return count;
}

void
store_fixture_assert_no_work_folder (BvLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (bv_library_get_folder (library), 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, ".bangvang-"));
}

/* What holds after any test: no broken reference, references enforced, no open transaction, nothing left of
 * the work, and what is derived follows the rows it comes from. */
void
store_fixture_assert_clean (BvLibrary *library)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
  g_assert_cmpint (store_fixture_count (library, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (store_fixture_count (
                     library, "SELECT count (*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
                   ==, 0);
  g_assert_true (sqlite3_get_autocommit (library->db));
  store_fixture_assert_no_work_folder (library);
  g_assert_cmpint (bv_search_count_stale (library, &error), ==, 0);
  g_assert_no_error (error);
}

/* Verify has nothing to say. */
void
store_fixture_assert_sound (BvLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) findings = bv_verify_library (library, &error);
  g_autofree char *text = findings != NULL ? g_strjoinv ("\n", findings) : NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "");
}
