/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scratch-folder.h"
#include "store-fixture.h"
#include "store/unfinished/intents.h"
#include "store/unfinished/unfinished-name.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define OLD "as it was"
#define NEW "as it is to be"
#define FOREIGN "of somebody else"

typedef struct
{
  StoreFixture store;
  char *folder;
  char *temporary;
  char *path;
  char *kept;
} Fixture;

/* How far a process came that was killed, and what its target and the copy of that held. */
typedef struct
{
  const char *name;
  const char *path;     /* NULL: nothing */
  const char *kept;     /* NULL: nothing, or none was to be kept */
  const char *expected; /* of the target afterwards; NULL: it is not there */
  const char *beside;   /* of what lies beside it then; NULL: nothing */
  gboolean is_named;    /* the new file has its name */
  gboolean is_kept;     /* an older one was to be kept */
  gboolean is_done;     /* the action is recorded */
} Case;

static const Case cases[] = {
  { "nothing-was-done-where-nothing-was", NULL, NULL, NULL, NULL, FALSE, FALSE, FALSE },
  { "a-name-that-is-not-recorded-is-taken-back", NEW, NULL, NULL, NULL, TRUE, FALSE, FALSE },
  { "the-older-file-was-copied-only", OLD, OLD, OLD, NULL, FALSE, TRUE, FALSE },
  { "the-older-file-was-not-moved-yet", OLD, NULL, OLD, NULL, FALSE, TRUE, FALSE },
  { "the-older-file-is-the-same-and-was-not-moved-yet", NEW, NULL, NEW, NULL, FALSE, TRUE, FALSE },
  { "the-older-file-was-moved-only", NULL, OLD, OLD, NULL, FALSE, TRUE, FALSE },
  { "the-older-file-is-put-back", NEW, OLD, OLD, NULL, TRUE, TRUE, FALSE },
  { "what-somebody-else-has-written-stays", FOREIGN, NULL, FOREIGN, NULL, TRUE, FALSE, FALSE },
  { "the-older-file-is-laid-beside-what-somebody-else-has-written", FOREIGN, OLD, FOREIGN, OLD, TRUE, TRUE,
    FALSE },
  { "what-is-recorded-stays", NEW, NULL, NEW, NULL, TRUE, FALSE, TRUE },
  { "of-what-is-recorded-the-older-file-goes", NEW, OLD, NEW, NULL, TRUE, TRUE, TRUE },
};

static void
set_up (Fixture *fixture, gconstpointer data)
{
  store_fixture_set_up (&fixture->store, NULL);
  fixture->folder = g_dir_make_tmp ("bangvang-intents-XXXXXX", NULL);
  fixture->temporary = g_build_filename (fixture->folder, ".bangvang-abc123.xlsx", NULL);
  fixture->path = g_build_filename (fixture->folder, "Tờ trình.xlsx", NULL);
  fixture->kept = g_build_filename (fixture->folder, ".bangvang-before-abc123.xlsx", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->temporary);
  g_free (fixture->path);
  g_free (fixture->kept);
  store_fixture_tear_down (&fixture->store, NULL);
}

static void
put (const char *path, const char *content)
{
  g_remove (path);
  if (content != NULL)
    g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static void
check (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  g_file_get_contents (path, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, expected);
}

/* As the action that records it would. */
static void
mark_done (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->store.folder, "bangvang.db", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE unfinished SET done = 1", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
leave (Fixture *fixture, const Case *one)
{
  const BvIntent intent = { fixture->temporary, fixture->path, one->is_kept ? fixture->kept : NULL };
  g_autoptr (GError) error = NULL;

  put (fixture->temporary, NEW);
  g_assert_true (bv_intents_begin (fixture->store.library, &intent, 1, &error));
  g_assert_no_error (error);
  if (one->is_named)
    g_remove (fixture->temporary);
  put (fixture->path, one->path);
  put (fixture->kept, one->kept);
  if (one->is_done)
    mark_done (fixture);
}

static gboolean
exist (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean found;

  g_assert_true (bv_intents_exist (fixture->store.library, &found, &error));
  g_assert_no_error (error);
  return found;
}

static void
test_settled (Fixture *fixture, gconstpointer data)
{
  const Case *one = data;
  g_autofree char *beside = g_build_filename (fixture->folder, "Tờ trình (bản trước).xlsx", NULL);

  leave (fixture, one);
  g_assert_true (exist (fixture));
  store_fixture_reopen (&fixture->store, BV_LIBRARY_WRITE);
  g_assert_false (exist (fixture));
  check (fixture->path, one->expected);
  check (beside, one->beside);
  g_assert_cmpuint (scratch_folder_count (fixture->folder), ==,
                    (one->expected != NULL) + (one->beside != NULL));
  g_assert_cmpint (store_fixture_count (fixture->store.library, "SELECT count (*) FROM unfinished"), ==, 0);
}

/* Nobody who wants to read has to open the library for writing first. */
static void
test_reader (Fixture *fixture, gconstpointer data)
{
  leave (fixture, &cases[6]);
  store_fixture_reopen (&fixture->store, BV_LIBRARY_READ);
  check (fixture->path, OLD);
  g_assert_cmpuint (scratch_folder_count (fixture->folder), ==, 1);
}

static void
test_plugged_out (Fixture *fixture, gconstpointer data)
{
  g_autofree char *away = g_strconcat (fixture->folder, "-away", NULL);

  leave (fixture, &cases[6]);
  g_assert_cmpint (g_rename (fixture->folder, away), ==, 0);
  store_fixture_reopen (&fixture->store, BV_LIBRARY_WRITE);
  g_assert_false (exist (fixture));
  g_assert_cmpint (g_rename (away, fixture->folder), ==, 0);
  store_fixture_reopen (&fixture->store, BV_LIBRARY_WRITE);
  check (fixture->path, OLD);
  g_assert_cmpuint (scratch_folder_count (fixture->folder), ==, 1);
}

static void
test_nothing_to_read (Fixture *fixture, gconstpointer data)
{
  const BvIntent intent = { fixture->temporary, fixture->path, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_intents_begin (fixture->store.library, &intent, 1, &error));
  g_assert_nonnull (error);
  g_assert_false (exist (fixture));
}

static void
test_journal (Fixture *fixture, gconstpointer data)
{
  gint64 before = store_fixture_count (fixture->store.library, "SELECT count (*) FROM journal");

  leave (fixture, &cases[6]);
  store_fixture_reopen (&fixture->store, BV_LIBRARY_WRITE);
  g_assert_cmpint (store_fixture_count (fixture->store.library, "SELECT count (*) FROM journal"), ==, before);
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    gboolean fits;
    gboolean fits_kept;
  } names[] = {
    { ".bangvang-Ab3Xyz", TRUE, TRUE },
    { ".bangvang-ab3xyz.xlsx", TRUE, TRUE },
    { ".bangvang-before-ab3xyz.xlsx", FALSE, TRUE },
    { ".bangvang-ab3xy", FALSE, FALSE },
    { ".bangvang-ab3xyz1", FALSE, FALSE },
    { ".bangvang-ab/xyz", FALSE, FALSE },
    { ".bangvang-notes.a b", FALSE, FALSE },
    { "bangvang-ab3xyz", FALSE, FALSE },
    { ".bangvang-", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i].name);
      g_assert_cmpint (bv_unfinished_name_fits (names[i].name, FALSE), ==, names[i].fits);
      g_assert_cmpint (bv_unfinished_name_fits (names[i].name, TRUE), ==, names[i].fits_kept);
    }
}

static void
test_made_names (void)
{
  g_autofree char *file = bv_unfinished_name_make ("a", "pdf");
  g_autofree char *folder = bv_unfinished_name_make ("a", NULL);
  g_autofree char *kept = bv_unfinished_name_make_kept ("a", "xlsx");

  g_assert_true (bv_unfinished_name_fits (file + 2, FALSE));
  g_assert_true (g_str_has_suffix (file, ".pdf"));
  g_assert_true (bv_unfinished_name_fits (folder + 2, FALSE));
  g_assert_false (bv_unfinished_name_fits (kept + 2, FALSE));
  g_assert_true (bv_unfinished_name_fits (kept + 2, TRUE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/intents/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], set_up, test_settled, tear_down);
    }
#define ADD(name, func) g_test_add ("/intents/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("a-reader-has-it-settled-first", test_reader);
  ADD ("what-lies-on-a-stick-waits-until-that-is-there-again", test_plugged_out);
  ADD ("nothing-is-begun-where-the-new-file-cannot-be-read", test_nothing_to_read);
  ADD ("nothing-of-it-is-an-action", test_journal);
  g_test_add_func ("/intents/only-own-names-are-taken-for-unfinished", test_names);
  g_test_add_func ("/intents/names-that-are-made-are-own", test_made_names);
  return g_test_run ();
}
