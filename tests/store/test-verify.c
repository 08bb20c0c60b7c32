/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scratch-folder.h"
#include "store-fixture.h"
#include "store/journal.h"
#include "store/library-private.h"
#include "store/search.h"
#include "store/statement.h"
#include "store/vault.h"
#include "store/verify.h"

#include <gio/gio.h>
#include <string.h>

static const char content[]
  = "INSERT INTO campaign (id, key, title, starts, ends) VALUES (1, 'papi-2021', 'PAPI', 20210621, 20211231);"
    "INSERT INTO unit (id, code, name) VALUES (11, 'SYT', 'Sở Y tế');"
    "INSERT INTO \"group\" (id, campaign, ordinal, key, name, kind) VALUES (3, 1, 0, 'so', 'Sở', 'collective');"
    "INSERT INTO nominee (id, campaign, ordinal, key, \"group\", unit) VALUES (21, 1, 0, 'so-y-te', 3, 11);"
    "INSERT INTO evidence (id, campaign, ordinal, key, file) VALUES (30, 1, 0, 'e0', '');";

#define TOTAL "content: the library is not what the last action of the journal left"
#define CHANGED "content: the campaign “papi-2021” is not what the actions of the journal left\n" TOTAL

typedef struct
{
  char *folder;
  BvLibrary *library;
} Fixture;

static void
execute (Fixture *fixture, const char *script)
{
  g_assert_cmpint (sqlite3_exec (fixture->library->db, script, NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
open_library (Fixture *fixture, BvLibraryMode mode)
{
  g_autoptr (GError) error = NULL;

  fixture->library = bv_library_open (fixture->folder, mode, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("bangvang-verify-XXXXXX", NULL);
  open_library (fixture, BV_LIBRARY_CREATE);
  store_fixture_act (fixture->library, content);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bv_library_close (fixture->library);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

/* The findings, one a line. */
static char *
verify (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) findings = bv_verify_library (fixture->library, &error);

  g_assert_no_error (error);
  g_assert_nonnull (findings);
  g_assert_true (sqlite3_get_autocommit (fixture->library->db));
  return g_strjoinv ("\n", findings);
}

static void
check_findings (Fixture *fixture, const char *expected)
{
  g_autofree char *findings = verify (fixture);

  g_assert_cmpstr (findings, ==, expected);
}

static BvVaultItem *
keep_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  BvVaultItem *item;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  item = bv_vault_add (fixture->folder, file, NULL, &error);
  g_assert_no_error (error);
  return item;
}

static void
name_evidence (Fixture *fixture, int id, const char *file, const char *sha256)
{
  g_autofree char *script = g_strdup_printf (
    "INSERT INTO evidence (id, campaign, ordinal, key, file, sha256) VALUES (%d, 1, %d, 'e%d', '%s', '%s')",
    id, id, id, file, sha256);

  store_fixture_act (fixture->library, script);
}

static void
test_sound (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvVaultItem) item = keep_file (fixture, "a.pdf", "abc");
  g_autoptr (BvVaultItem) unnamed = keep_file (fixture, "b.pdf", "nothing names this");
  g_autoptr (GError) error = NULL;

  name_evidence (fixture, 31, item->file, item->sha256);
  g_assert_true (bv_vault_has (fixture->folder, unnamed->sha256, unnamed->file));
  bv_journal_undo (fixture->library, 2, NULL, &error);
  g_assert_no_error (error);
  check_findings (fixture, "");
}

static void
test_reader (Fixture *fixture, gconstpointer data)
{
  Fixture reader = { fixture->folder, NULL };

  open_library (&reader, BV_LIBRARY_READ);
  check_findings (&reader, "");
  execute (fixture, "UPDATE sort_key SET key = 'x' WHERE id = 11");
  check_findings (&reader, "search: rows that are not what they are derived from: 1");
  bv_library_close (reader.library);
}

static void
test_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvVaultItem) kept = keep_file (fixture, "KH-44.pdf", "abc");
  g_autoptr (BvVaultItem) damaged = keep_file (fixture, "KH-46.pdf", "as it was");
  g_autofree char *path = bv_vault_get_path (fixture->folder, damaged->sha256, damaged->file);

  g_assert_true (g_file_set_contents (path, "as it is", -1, NULL));
  name_evidence (fixture, 31, kept->file, kept->sha256);
  name_evidence (fixture, 32, "KH-45.pdf",
                 "0000000000000000000000000000000000000000000000000000000000000000");
  name_evidence (fixture, 33, damaged->file, damaged->sha256);
  name_evidence (fixture, 34, "again.pdf", damaged->sha256);
  check_findings (fixture, "evidence e32 (KH-45.pdf): not here\n"
                           "evidence e33 (KH-46.pdf): damaged: no longer what was attached\n"
                           "evidence e34 (again.pdf): damaged: no longer what was attached");
}

static void
check_campaign (Fixture *fixture, gint64 campaign, gboolean expected)
{
  g_autoptr (GError) error = NULL;
  gboolean sound = !expected;

  g_assert_true (bv_verify_campaign (fixture->library, campaign, &sound, &error));
  g_assert_no_error (error);
  g_assert_true (sqlite3_get_autocommit (fixture->library->db));
  g_assert_cmpint (sound, ==, expected);
}

/* A campaign answers for its own files, those that are absent are counted elsewhere; the database is of all.
 */
static void
test_campaign (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvVaultItem) damaged = keep_file (fixture, "KH-46.pdf", "as it was");
  g_autofree char *path = bv_vault_get_path (fixture->folder, damaged->sha256, damaged->file);

  name_evidence (fixture, 32, "KH-45.pdf",
                 "0000000000000000000000000000000000000000000000000000000000000000");
  name_evidence (fixture, 33, damaged->file, damaged->sha256);
  check_campaign (fixture, 1, TRUE);
  g_assert_true (g_file_set_contents (path, "as it is", -1, NULL));
  check_campaign (fixture, 1, FALSE);
  check_campaign (fixture, 2, TRUE);
  execute (fixture, "UPDATE journal SET rows = 9");
  check_campaign (fixture, 2, FALSE);
}

static void
test_database (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *damage, *finding;
  } cases[] = {
    { "PRAGMA foreign_keys = OFF; UPDATE nominee SET unit = 12 WHERE id = 21; PRAGMA foreign_keys = ON",
      "database: table nominee, row 21 names a row of unit that is not there\n"
      "search: rows that are not what they are derived from: 1\n" CHANGED
      "\ncontent: table nominee, row 21: unit is not what was recorded" },
    { "UPDATE nominee SET women_percent = 40 WHERE id = 21",
      CHANGED "\ncontent: table nominee, row 21: women_percent is not what was recorded" },
    { "DELETE FROM evidence WHERE id = 30",
      "search: rows that are not what they are derived from: 1\n" CHANGED
      "\ncontent: table evidence, row 30: it was not recorded, or is not here" },
    { "INSERT INTO letter (id, campaign, unit, name, written) VALUES (9, 1, 'x', 'y', 1)",
      CHANGED "\ncontent: table letter, row 9: it was not recorded, or is not here" },
    { "UPDATE \"group\" SET assessed_by = 'x' WHERE id = 3; UPDATE \"group\" SET name = 'x' WHERE id = 3",
      CHANGED "\ncontent: table group, row 3: assessed_by is not what was recorded"
              "\ncontent: table group, row 3: name is not what was recorded" },
    { "UPDATE unit SET phone = '1' WHERE id = 11",
      "content: the units are not what the actions of the journal left\n" TOTAL
      "\ncontent: table unit, row 11: phone is not what was recorded" },
    { "UPDATE content SET digest = zeroblob (16) WHERE campaign = 1",
      "content: the campaign “papi-2021” is not what the actions of the journal left" },
    { "DELETE FROM content WHERE campaign = 1",
      "content: the campaign “papi-2021” is not what the actions of the journal left" },
    { "DELETE FROM search WHERE rowid = 11", "search: rows that are not what they are derived from: 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      execute (fixture, cases[i].damage);
      check_findings (fixture, cases[i].finding);
      tear_down (fixture, NULL);
      set_up (fixture, NULL);
    }
}

static void
test_index (Fixture *fixture, gconstpointer data)
{
  g_autofree char *findings = NULL;

  execute (fixture, "DELETE FROM search_data WHERE id > 10");
  findings = verify (fixture);
  g_assert_nonnull (strstr (findings, "cannot be read, as it is damaged"));
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bangvang.db", NULL);
  g_autofree char *bytes = NULL, *findings = NULL;
  g_autoptr (GError) error = NULL;
  gint64 page;
  gsize length;

  page = bv_statement_get_number (fixture->library,
                                  "SELECT rootpage FROM sqlite_schema WHERE name = 'nominee'", 0, &error, "");
  g_assert_no_error (error);
  bv_library_close (fixture->library);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes + (page - 1) * 4096, 0xff, 4096);
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  open_library (fixture, BV_LIBRARY_WRITE);
  findings = verify (fixture);
  g_assert_nonnull (strstr (findings, "database: "));
  g_assert_nonnull (strstr (findings, "cannot be read, as it is damaged"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/verify/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("a-sound-library-has-no-findings", test_sound);
  ADD ("a-reader-verifies-beside-the-writer", test_reader);
  ADD ("a-campaign-is-sound-where-its-own-files-and-the-database-are", test_campaign);
  ADD ("files-that-are-absent-or-damaged-are-named", test_files);
  ADD ("rows-that-do-not-fit-together-are-named", test_database);
  ADD ("a-damaged-index-of-search-is-found", test_index);
  ADD ("a-damaged-page-is-a-finding", test_pages);
  return g_test_run ();
}
