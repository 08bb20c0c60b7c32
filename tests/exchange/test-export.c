/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/text.h"
#include "exchange/export.h"
#include "exchange/handover-fixture.h"
#include "exchange/sealed/seal-inquiry.h"
#include "scratch-folder.h"
#include "store/journal.h"
#include "store/whole-file.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

static void
set_up (HandoverFixture *fixture, gconstpointer data)
{
  handover_fixture_set_up (fixture, "Đề nghị.xlsx");
}

static void
tear_down (HandoverFixture *fixture, gconstpointer data)
{
  handover_fixture_tear_down (fixture);
}

static void
execute (HandoverFixture *fixture, const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->library_folder, "bangvang.db", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* Lets the database refuse what @when says. */
static void
refuse_in_database (HandoverFixture *fixture, const char *when)
{
  g_autofree char *sql = g_strdup_printf (
    "CREATE TRIGGER refuse BEFORE %s BEGIN SELECT RAISE (ABORT, 'the disk is full'); END", when);

  execute (fixture, sql);
}

/* How many files are in the folders of the vault. */
static guint
count_kept (const HandoverFixture *fixture)
{
  g_autofree char *vault = g_build_filename (fixture->library_folder, "vault", NULL);
  g_autoptr (GDir) dir = g_dir_open (vault, 0, NULL);
  const char *name;
  guint count = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (vault, name, NULL);

      count += scratch_folder_count (folder);
    }
  return count;
}

static BvExport *
begin (HandoverFixture *fixture, BvLibrary *library, gboolean draft, const char *reason, GError **error)
{
  const BvProposalRequest request = { fixture->campaign, HANDOVER_DATE, draft, reason };

  return bv_export_new (library, &request, fixture->path, NULL, error);
}

static BvExport *
export_and_publish (HandoverFixture *fixture, gboolean draft, const char *reason, GError **error)
{
  g_autoptr (BvExport) export = begin (fixture, fixture->library, draft, reason, error);

  if (export == NULL || !bv_export_publish (export, fixture->library, error))
    return NULL;
  return g_steal_pointer (&export);
}

static void
test_sealing (HandoverFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvExport) export = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GPtrArray) actions = NULL;

  handover_fixture_keep_old (fixture);
  export = export_and_publish (fixture, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (export->proposal->seal), ==, 64);
  g_assert_cmpuint (count_kept (fixture), ==, 1);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "PK"));
  g_assert_cmpuint (scratch_folder_count (fixture->outside), ==, 1);
  actions = bv_journal_list (fixture->library, 0, &error);
  g_assert_cmpuint (actions->len, ==, 2);
  g_assert_cmpstr (((BvAction *) g_ptr_array_index (actions, 0))->label, ==,
                   "Seal the proposal: Đề nghị.xlsx");
}

static void
test_draft (HandoverFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvExport) export = export_and_publish (fixture, TRUE, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (export->proposal->seal);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (scratch_folder_count (fixture->outside), ==, 1);
  g_assert_cmpuint (handover_fixture_count_actions (fixture), ==, 1);
}

/* @data: where the database refuses: before the workbook has its name, or after. */
static void
test_refused_by_database (HandoverFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  refuse_in_database (fixture, data);
  handover_fixture_keep_old (fixture);
  g_assert_null (export_and_publish (fixture, FALSE, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, "the disk is full"));
  handover_fixture_check_old (fixture);
  g_assert_cmpuint (handover_fixture_count_actions (fixture), ==, 1);
}

static void
test_refused_without_old (HandoverFixture *fixture, gconstpointer data)
{
  refuse_in_database (fixture, "INSERT ON journal");
  g_assert_null (export_and_publish (fixture, FALSE, NULL, NULL));
  g_assert_cmpuint (scratch_folder_count (fixture->outside), ==, 0);
}

static void
test_name_refused (HandoverFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvExport) export = begin (fixture, fixture->library, FALSE, NULL, &error);

  g_assert_no_error (error);
  handover_fixture_keep_old (fixture);
  g_assert_cmpint (g_remove (export->written), ==, 0);
  g_assert_false (bv_export_publish (export, fixture->library, &error));
  g_assert_error (error, BV_WHOLE_FILE_ERROR, BV_WHOLE_FILE_ERROR_WRITE);
  handover_fixture_check_old (fixture);
  g_assert_cmpuint (handover_fixture_count_actions (fixture), ==, 1);
}

static void
test_not_published (HandoverFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BvExport *export = NULL;

  handover_fixture_keep_old (fixture);
  export = begin (fixture, fixture->library, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scratch_folder_count (fixture->outside), ==, 2);
  bv_export_free (export);
  handover_fixture_check_old (fixture);
}

static void
test_reader (HandoverFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLibrary) reader = bv_library_open (fixture->library_folder, BV_LIBRARY_READ, &error);
  g_autoptr (BvExport) export = NULL;

  g_assert_no_error (error);
  export = begin (fixture, reader, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (bv_export_publish (export, reader, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (bv_export_publish (export, fixture->library, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (handover_fixture_count_actions (fixture), ==, 2);
}

static void
test_reason (HandoverFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (export_and_publish (fixture, FALSE, "a\xef\xbf\xbf", &error));
  g_assert_error (error, BV_TEXT_ERROR, BV_TEXT_ERROR_UNFIT);
  g_assert_cmpstr (error->message, ==, "Reason: the text has a control character: remove it");
  g_assert_cmpuint (scratch_folder_count (fixture->outside), ==, 0);
}

typedef struct
{
  const char *sql; /* what happens after the list was shown; NULL: nothing */
  gboolean changed;
} Meanwhile;

static const Meanwhile meanwhile[] = {
  { NULL, FALSE },
  { "UPDATE campaign SET title = 'Phong trào khác'", TRUE },
  { "UPDATE journal SET rows = rows + 1", TRUE }, /* what only the findings tell */
};

/* A reason is given, so that nothing but the change stands in the way. */
static void
test_confirmed (HandoverFixture *fixture, gconstpointer data)
{
  const Meanwhile *meant = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvSealInquiry) seen
    = bv_seal_inquiry_new (fixture->library, fixture->campaign, HANDOVER_DATE, &error);
  g_autoptr (BvExport) export = NULL;
  BvProposalRequest request = { .campaign = fixture->campaign, .date = HANDOVER_DATE, .reason = "Đã xem" };

  g_assert_no_error (error);
  if (meant->sql != NULL)
    execute (fixture, meant->sql);
  request.confirmed = seen->state;
  export = bv_export_new (fixture->library, &request, fixture->path, NULL, &error);
  if (meant->changed)
    {
      g_assert_error (error, BV_EXPORT_ERROR, BV_EXPORT_ERROR_CHANGED);
      g_assert_cmpuint (scratch_folder_count (fixture->outside), ==, 0);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (export->proposal->seal), ==, 64);
}

/* @data: how the campaign goes while its proposal is written. */
static void
test_removed (HandoverFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvExport) export = begin (fixture, fixture->library, FALSE, NULL, &error);

  g_assert_no_error (error);
  handover_fixture_keep_old (fixture);
  execute (fixture, "PRAGMA foreign_keys = ON; DELETE FROM campaign");
  g_assert_false (bv_export_publish (export, fixture->library, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "was removed"));
  g_clear_pointer (&export, bv_export_free);
  handover_fixture_check_old (fixture);
  g_assert_cmpuint (handover_fixture_count_actions (fixture), ==, 1);
  g_assert_cmpuint (count_kept (fixture), ==, 0);
}

/* However it is sealed. */
static void
test_unsound (HandoverFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvExport) draft = NULL;
  g_autoptr (BvExport) sealed = NULL;

  execute (fixture, "UPDATE journal SET rows = rows + 1");
  g_assert_null (export_and_publish (fixture, FALSE, " ", &error));
  g_assert_error (error, BV_EXPORT_ERROR, BV_EXPORT_ERROR_OBSTACLES);
  g_assert_true (g_str_has_prefix (error->message, "The library is not sound"));
  g_assert_cmpuint (scratch_folder_count (fixture->outside), ==, 0);
  g_clear_error (&error);
  draft = export_and_publish (fixture, TRUE, NULL, &error);
  g_assert_no_error (error);
  sealed = export_and_publish (fixture, FALSE, "Bản sao lưu đã đối chiếu", &error);
  g_assert_no_error (error);
  g_assert_nonnull (sealed->proposal->seal);
}

/* A reason would not help: it is not asked for. */
static void
test_unsound_and_refused (HandoverFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  execute (fixture, "UPDATE journal SET rows = rows + 1; UPDATE nominee SET withdrawn = 1");
  g_assert_null (export_and_publish (fixture, FALSE, NULL, &error));
  g_assert_error (error, BV_EXPORT_ERROR, BV_EXPORT_ERROR_OBSTACLES);
}

static void
test_inside (HandoverFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->library_folder, "bangvang.db", NULL);
  g_assert_null (export_and_publish (fixture, TRUE, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE);
  g_assert_cmpuint (handover_fixture_count_actions (fixture), ==, 1);
}

#define ADD(name, data, func) g_test_add ("/export/" name, HandoverFixture, data, set_up, func, tear_down)

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
  ADD ("what-was-confirmed-is-sealed", &meanwhile[0], test_confirmed);
  ADD ("a-campaign-that-changed-since-is-not-sealed", &meanwhile[1], test_confirmed);
  ADD ("what-was-not-said-when-it-was-confirmed-is-not-sealed", &meanwhile[2], test_confirmed);
  ADD ("of-a-campaign-that-went-meanwhile-nothing-is-sealed", NULL, test_removed);
  ADD ("a-library-that-does-not-verify-is-sealed-with-a-reason-only", NULL, test_unsound);
  ADD ("where-more-than-a-reason-is-lacking-the-error-says-so", NULL, test_unsound_and_refused);
  ADD ("nothing-is-written-into-the-library", NULL, test_inside);
  return g_test_run ();
}
