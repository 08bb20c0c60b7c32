/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup/salvage-job.h"
#include "exchange/interchange/interchange.h"
#include "scratch-folder.h"
#include "store-fixture.h"
#include "store/campaigns.h"
#include "store/statement.h"
#include "store/vault.h"
#include "store/verify.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* A library with two campaigns is damaged in many places: what is taken over of it is what it was, what is
 * not taken is named, and the damaged one stays as it is. BANGVANG_FLIPS says how many places; a seed goes by
 * --seed. */

#define FLIPS 40
#define PAGE 4096
#define HEADER 100

typedef struct
{
  StoreFixture store;
  char *path;
  char *bytes; /* of the database as it is sound */
  gsize length;
  GHashTable *dumps; /* key → dump */
  char *to;          /* where the new library goes */
  char *evidence;    /* a file of the vault */
} Bench;

static void
load_as (Bench *bench, const char *key)
{
  g_autoptr (BvCampaign) campaign = store_fixture_read_file (EVERY_FIELD);
  gint64 id;

  g_free (campaign->key);
  campaign->key = g_strdup (key);
  id = store_fixture_load (bench->store.library, campaign);
  g_hash_table_insert (bench->dumps, g_strdup (key), store_fixture_dump (bench->store.library, id));
}

static void
add_evidence (Bench *bench)
{
  g_autofree char *source = g_build_filename (bench->store.folder, "a.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (source);
  g_autoptr (BvVaultItem) item = NULL;
  g_autofree char *sql = NULL;

  g_assert_true (g_file_set_contents (source, "Bằng chứng", -1, NULL));
  item = bv_vault_add (bench->store.folder, file, NULL, NULL);
  g_assert_nonnull (item);
  sql = g_strdup_printf ("UPDATE evidence SET sha256 = '%s', file = 'a.txt'", item->sha256);
  store_fixture_act (bench->store.library, sql);
  g_assert_true (g_file_delete (file, NULL, NULL));
  bench->evidence = bv_vault_get_path (bench->store.folder, item->sha256, "a.txt");
}

static void
dump_all (Bench *bench)
{
  static const char *const keys[] = { "first", "second" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_hash_table_insert (
      bench->dumps, g_strdup (keys[i]),
      store_fixture_dump (bench->store.library, bv_campaigns_find (bench->store.library, keys[i], NULL)));
}

static void
set_up (Bench *bench, gconstpointer data)
{
  store_fixture_set_up (&bench->store, data);
  bench->dumps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  load_as (bench, "first");
  load_as (bench, "second");
  add_evidence (bench);
  dump_all (bench);
  bench->path = g_build_filename (bench->store.folder, "bangvang.db", NULL);
  bench->to = g_strconcat (bench->store.folder, "-new", NULL);
  g_clear_pointer (&bench->store.library, bv_library_close);
  g_assert_true (g_file_get_contents (bench->path, &bench->bytes, &bench->length, NULL));
}

static void
tear_down (Bench *bench, gconstpointer data)
{
  scratch_folder_remove (bench->to);
  g_hash_table_unref (bench->dumps);
  g_free (bench->path);
  g_free (bench->bytes);
  g_free (bench->to);
  g_free (bench->evidence);
  store_fixture_tear_down (&bench->store, data);
}

/* The database becomes @bytes. */
static void
put (Bench *bench, const char *bytes)
{
  g_assert_true (g_file_set_contents (bench->path, bytes, bench->length, NULL));
}

static void
run_sql (Bench *bench, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (bench->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static BvSalvage *
run (Bench *bench, GError **error)
{
  const BvRestoreRequest request = { bench->store.folder, bench->to, FALSE };

  return bv_salvage_job_run (&request, NULL, error);
}

static BvSalvage *
salvage (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  BvSalvage *salvage = run (bench, &error);

  g_assert_no_error (error);
  return salvage;
}

static gboolean
has_note (const BvSalvage *salvage, const char *text)
{
  for (guint i = 0; salvage->notes[i] != NULL; i++)
    if (strstr (salvage->notes[i], text) != NULL)
      return TRUE;
  return FALSE;
}

/* What the damaged units may have changed is said. */
static void
assert_taken_is_whole (Bench *bench, const BvSalvage *salvage)
{
  g_autoptr (BvLibrary) library = bv_library_open (bench->to, BV_LIBRARY_READ, NULL);
  g_auto (GStrv) findings = bv_verify_library (library, NULL);
  gboolean in_doubt = has_note (salvage, "registry of units");

  g_assert_nonnull (findings);
  g_assert_true (findings[0] == NULL || salvage->n_absent > 0);
  for (guint i = 0; i < salvage->taken->campaigns->len; i++)
    {
      const BvBackupCampaign *campaign = salvage->taken->campaigns->pdata[i];
      g_autofree char *dump = store_fixture_dump (library, bv_campaigns_find (library, campaign->key, NULL));

      g_assert_true (in_doubt || g_strcmp0 (dump, g_hash_table_lookup (bench->dumps, campaign->key)) == 0);
    }
}

static void
assert_untouched (Bench *bench, const char *bytes)
{
  g_autofree char *now = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (bench->path, &now, &length, NULL));
  g_assert_cmpmem (now, length, bytes, bench->length);
}

static void
assert_left (const BvSalvage *salvage, const char *key)
{
  g_assert_cmpuint (salvage->left->len, ==, 1);
  g_assert_cmpstr (((const BvSalvageLoss *) salvage->left->pdata[0])->key, ==, key);
}

static void
test_sound (Bench *bench, gconstpointer data)
{
  g_autoptr (BvSalvage) done = salvage (bench);
  g_autofree char *said = bv_salvage_job_describe (done);

  g_assert_cmpuint (done->taken->campaigns->len, ==, 2);
  g_assert_cmpuint (done->left->len, ==, 0);
  g_assert_cmpuint (done->n_files, ==, 1);
  g_assert_cmpuint (done->n_absent, ==, 0);
  g_assert_null (done->aside);
  g_assert_nonnull (strstr (said, "taken over whole"));
  g_assert_true (has_note (done, "journal begins anew"));
  assert_taken_is_whole (bench, done);
  assert_untouched (bench, bench->bytes);
}

/* Which still can be read, but is not what was written. */
static void
test_changed_value (Bench *bench, gconstpointer data)
{
  g_autoptr (BvSalvage) done = NULL;

  run_sql (bench,
           "UPDATE nominee SET women_percent = 17 WHERE campaign = (SELECT id FROM campaign WHERE key = "
           "'second')");
  done = salvage (bench);
  g_assert_cmpuint (done->taken->campaigns->len, ==, 1);
  assert_left (done, "second");
  assert_taken_is_whole (bench, done);
}

static void
test_missing_row (Bench *bench, gconstpointer data)
{
  g_autoptr (BvSalvage) done = NULL;

  run_sql (
    bench,
    "DELETE FROM hold WHERE nominee IN (SELECT n.id FROM nominee n JOIN campaign c ON c.id = n.campaign "
    "WHERE c.key = 'first')");
  done = salvage (bench);
  assert_left (done, "first");
  assert_taken_is_whole (bench, done);
}

/* Nobody knows its name any more, but that it was there. */
static void
test_missing_head (Bench *bench, gconstpointer data)
{
  g_autoptr (BvSalvage) done = NULL;

  run_sql (bench, "DELETE FROM campaign WHERE key = 'first'");
  done = salvage (bench);
  assert_left (done, NULL);
  assert_taken_is_whole (bench, done);
}

/* What every database begins with is known. */
static void
test_header (Bench *bench, gconstpointer data)
{
  static const guint places[] = { 0, 3, 15, 16, 17, 18, 19, 20, 21, 22, 23 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *bytes = g_memdup2 (bench->bytes, bench->length);
      g_autoptr (BvSalvage) done = NULL;

      bytes[places[i]] ^= 0x5a;
      put (bench, bytes);
      done = salvage (bench);
      g_assert_cmpuint (done->taken->campaigns->len, ==, 2);
      assert_taken_is_whole (bench, done);
      assert_untouched (bench, bytes);
      scratch_folder_remove (bench->to);
    }
}

static void
test_indexes (Bench *bench, gconstpointer data)
{
  g_autoptr (BvSalvage) done = NULL;

  /* An index that leaves out all rows: the schema says so only while it is written. */
  run_sql (bench, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE INDEX hold_nominee ON "
                  "hold (nominee) WHERE 0' WHERE name = 'hold_nominee'; PRAGMA writable_schema = "
                  "RESET; REINDEX hold_nominee; PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = "
                  "'CREATE INDEX hold_nominee ON hold (nominee)' WHERE name = 'hold_nominee'");
  done = salvage (bench);
  g_assert_cmpuint (done->taken->campaigns->len, ==, 2);
  assert_taken_is_whole (bench, done);
}

static void
test_evidence (Bench *bench, gconstpointer data)
{
  g_autoptr (BvSalvage) done = NULL;
  g_autofree char *copy = NULL;

  g_assert_cmpint (g_chmod (bench->evidence, 0600), ==, 0);
  g_assert_true (g_file_set_contents (bench->evidence, "Bằng chứnG", -1, NULL));
  done = salvage (bench);
  g_assert_cmpuint (done->taken->campaigns->len, ==, 2);
  g_assert_cmpuint (done->n_files, ==, 0);
  g_assert_true (has_note (done, "a.txt"));
  copy = g_strconcat (bench->to, bench->evidence + strlen (bench->store.folder), NULL);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

static void
test_not_over_others (Bench *bench, gconstpointer data)
{
  g_autofree char *other = g_build_filename (bench->to, "other", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (bench->to, 0700), ==, 0);
  g_assert_true (g_file_set_contents (other, "x", 1, NULL));
  g_assert_null (run (bench, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS);
  g_assert_cmpuint (scratch_folder_count (bench->to), ==, 1);
}

/* The damaged one goes aside as it is. */
static void
test_in_its_place (Bench *bench, gconstpointer data)
{
  const BvRestoreRequest request = { bench->store.folder, bench->store.folder, TRUE };
  g_autoptr (BvSalvage) done = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  run_sql (bench, "DELETE FROM vote");
  g_assert_true (g_file_get_contents (bench->path, &bytes, &bench->length, NULL));
  done = bv_salvage_job_run (&request, NULL, NULL);
  g_assert_null (done);
  assert_untouched (bench, bytes);
  put (bench, bench->bytes);
  run_sql (bench, "UPDATE campaign SET award = 'x' WHERE key = 'second'");
  g_clear_pointer (&bytes, g_free);
  g_assert_true (g_file_get_contents (bench->path, &bytes, &bench->length, NULL));
  done = bv_salvage_job_run (&request, NULL, NULL);
  g_assert_nonnull (done);
  assert_left (done, "second");
  aside = g_build_filename (done->aside, "bangvang.db", NULL);
  g_assert_true (g_file_get_contents (aside, &kept, &length, NULL));
  g_assert_cmpmem (kept, length, bytes, bench->length);
  scratch_folder_remove (done->aside);
}

static void
damage (char *bytes, gsize length)
{
  gsize place = g_test_rand_int_range (0, length);

  if (g_test_rand_bit ())
    bytes[place] ^= 1 << g_test_rand_int_range (0, 8);
  else
    for (guint i = 0; i < PAGE / 4; i++)
      bytes[place / PAGE * PAGE + (place + i) % PAGE] = g_test_rand_int ();
}

static void
check_damaged (Bench *bench, guint *n_taken)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvSalvage) done = run (bench, &error);

  if (done == NULL)
    {
      g_assert_nonnull (error);
      g_assert_false (g_file_test (bench->to, G_FILE_TEST_IS_DIR) && scratch_folder_count (bench->to) > 1);
      return;
    }
  g_assert_cmpuint (done->taken->campaigns->len + done->left->len, >=, 2);
  assert_taken_is_whole (bench, done);
  *n_taken += done->taken->campaigns->len;
}

static void
test_flips (Bench *bench, gconstpointer data)
{
  const char *wanted = g_getenv ("BANGVANG_FLIPS");
  guint n = wanted != NULL ? g_ascii_strtoull (wanted, NULL, 10) : FLIPS;
  guint n_taken = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *bytes = g_memdup2 (bench->bytes, bench->length);

      damage (bytes, bench->length);
      put (bench, bytes);
      check_damaged (bench, &n_taken);
      assert_untouched (bench, bytes);
      scratch_folder_remove (bench->to);
    }
  g_test_message ("%u of %u campaigns were taken over", n_taken, 2 * n);
  g_assert_cmpuint (n_taken, >, n / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/salvage/" path, Bench, NULL, set_up, test, tear_down)
  ADD ("a-sound-library-is-taken-over-whole", test_sound);
  ADD ("a-campaign-in-which-a-value-is-another-is-left-out", test_changed_value);
  ADD ("a-campaign-that-lacks-a-row-is-left-out", test_missing_row);
  ADD ("a-campaign-whose-name-is-lost-is-told", test_missing_head);
  ADD ("a-damaged-header-is-mended", test_header);
  ADD ("a-damaged-index-is-mended", test_indexes);
  ADD ("damaged-evidence-is-named-and-not-taken", test_evidence);
  ADD ("nothing-is-written-over", test_not_over_others);
  ADD ("the-damaged-library-is-put-aside-as-it-is", test_in_its_place);
  ADD ("whatever-is-damaged-what-is-taken-is-right", test_flips);
  return g_test_run ();
}
