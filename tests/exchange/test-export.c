/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/contest-fixture.h"

#include "exchange/export.h"
#include "store/campaigns.h"
#include "store/journal.h"
#include "store/whole-file.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define DATE 20220520
#define OLD_WORKBOOK "the workbook of yesterday"

typedef struct
{
  char *folder; /* that of the library and of the workbooks */
  char *library_folder;
  char *outside;
  char *path;
  BvLibrary *library;
  gint64 campaign;
} Fixture;

static BvCampaign *
make_campaign (void)
{
  BvCampaign *campaign = fixture_campaign_new (NULL);

  fixture_add_unit (campaign, "SYT", NULL);
  fixture_add_group (campaign, "so kind=collective | 1 kind=points max=100.00");
  fixture_add_quota (campaign, "q kind=collective groups=so count=1");
  fixture_add_nominee (campaign, "a group=so unit=SYT");
  return campaign;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) campaign = make_campaign ();
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("export-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->library_folder = g_build_filename (fixture->folder, "library", NULL);
  fixture->outside = g_build_filename (fixture->folder, "outside", NULL);
  fixture->path = g_build_filename (fixture->outside, "Đề nghị.xlsx", NULL);
  g_assert_cmpint (g_mkdir (fixture->outside, 0700), ==, 0);
  fixture->library = bv_library_open (fixture->library_folder, BV_LIBRARY_CREATE, &error);
  g_assert_no_error (error);
  fixture->campaign = bv_campaigns_load (fixture->library, campaign, FALSE, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bv_library_close (fixture->library);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->library_folder);
  g_free (fixture->outside);
  g_free (fixture->path);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
keep_old_workbook (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, OLD_WORKBOOK, -1, &error);
  g_assert_no_error (error);
}

static void
assert_old_workbook (Fixture *fixture)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, OLD_WORKBOOK);
  g_assert_cmpuint (count_files (fixture->outside), ==, 1);
}

static guint
count_actions (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actions = bv_journal_list (fixture->library, 0, &error);

  g_assert_no_error (error);
  return actions->len;
}

/* Lets the database refuse what @when says. */
static void
refuse_in_database (Fixture *fixture, const char *when)
{
  g_autofree char *path = g_build_filename (fixture->library_folder, "bangvang.db", NULL);
  g_autofree char *sql = g_strdup_printf (
    "CREATE TRIGGER refuse BEFORE %s BEGIN SELECT RAISE (ABORT, 'the disk is full'); END", when);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static char *export(Fixture *fixture, gboolean draft, const char *reason, GError **error)
{
  return bv_export_proposal (fixture->library, fixture->campaign, DATE, draft, reason, fixture->path, NULL,
                             NULL, NULL, error);
}

static void
test_sealing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seal = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GPtrArray) actions = NULL;

  keep_old_workbook (fixture);
  seal = export(fixture, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (seal), ==, 64);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "PK"));
  g_assert_cmpuint (count_files (fixture->outside), ==, 1);
  actions = bv_journal_list (fixture->library, 0, &error);
  g_assert_cmpuint (actions->len, ==, 2);
  g_assert_cmpstr (((BvAction *) g_ptr_array_index (actions, 0))->label, ==,
                   "Seal the proposal: Đề nghị.xlsx");
}

static void
test_draft (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seal = export(fixture, TRUE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (seal, ==, "");
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (count_files (fixture->outside), ==, 1);
  g_assert_cmpuint (count_actions (fixture), ==, 1);
}

/* @data: where the database refuses: before the workbook has its name, or after. */
static void
test_refused_by_database (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  refuse_in_database (fixture, data);
  keep_old_workbook (fixture);
  g_assert_null (export(fixture, FALSE, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, "the disk is full"));
  assert_old_workbook (fixture);
  g_assert_cmpuint (count_actions (fixture), ==, 1);
}

static void
test_refused_without_old (Fixture *fixture, gconstpointer data)
{
  refuse_in_database (fixture, "INSERT ON journal");
  g_assert_null (export(fixture, FALSE, NULL, NULL));
  g_assert_cmpuint (count_files (fixture->outside), ==, 0);
}

static void
test_name_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvExport) export = bv_export_new (fixture->library, fixture->campaign, DATE, FALSE, NULL,
                                               fixture->path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  keep_old_workbook (fixture);
  g_assert_cmpint (g_remove (export->written), ==, 0);
  g_assert_false (bv_export_publish (export, fixture->library, &error));
  g_assert_error (error, BV_WHOLE_FILE_ERROR, BV_WHOLE_FILE_ERROR_WRITE);
  assert_old_workbook (fixture);
  g_assert_cmpuint (count_actions (fixture), ==, 1);
}

static void
test_not_published (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BvExport *export = NULL;

  keep_old_workbook (fixture);
  export = bv_export_new (fixture->library, fixture->campaign, DATE, FALSE, NULL, fixture->path, NULL, NULL,
                          NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture->outside), ==, 2);
  bv_export_free (export);
  assert_old_workbook (fixture);
}

static void
test_reader (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLibrary) reader = bv_library_open (fixture->library_folder, BV_LIBRARY_READ, &error);
  g_autoptr (BvExport) export = NULL;

  g_assert_no_error (error);
  export
    = bv_export_new (reader, fixture->campaign, DATE, FALSE, NULL, fixture->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bv_export_publish (export, fixture->library, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (count_actions (fixture), ==, 2);
}

static void
test_reason (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (export(fixture, FALSE, "a\xef\xbf\xbf", &error));
  g_assert_error (error, BV_ENTITY_ERROR, BV_ENTITY_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, "Reason: the text has a control character: remove it");
  g_assert_cmpuint (count_files (fixture->outside), ==, 0);
}

static void
test_inside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->library_folder, "bangvang.db", NULL);
  g_assert_null (export(fixture, TRUE, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE);
  g_assert_cmpuint (count_actions (fixture), ==, 1);
}

#define ADD(name, data, func) g_test_add ("/export/" name, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-sealing-is-recorded-and-replaces-the-old-workbook", NULL, test_sealing);
  ADD ("a-draft-is-not-recorded", NULL, test_draft);
  ADD ("a-sealing-that-cannot-be-recorded-leaves-the-old-workbook", "INSERT ON proposal",
       test_refused_by_database);
  ADD ("a-journal-that-fails-last-gives-the-old-workbook-back", "INSERT ON journal",
       test_refused_by_database);
  ADD ("a-journal-that-fails-leaves-no-workbook-where-there-was-none", NULL, test_refused_without_old);
  ADD ("a-workbook-that-gets-no-name-is-not-recorded", NULL, test_name_refused);
  ADD ("what-is-not-published-leaves-nothing", NULL, test_not_published);
  ADD ("what-a-reader-wrote-is-published-by-the-writer", NULL, test_reader);
  ADD ("a-reason-that-no-workbook-can-hold-is-refused", NULL, test_reason);
  ADD ("nothing-is-written-into-the-library", NULL, test_inside);
  return g_test_run ();
}
