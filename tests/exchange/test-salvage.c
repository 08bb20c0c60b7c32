/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/interchange.h"
#include "exchange/restore/salvage-job.h"
#include "scratch-folder.h"
#include "store-fixture.h"
#include "store/campaigns.h"
#include "store/letters.h"
#include "store/proof/chain.h"
#include "store/sealings.h"
#include "store/statement.h"
#include "store/template-shelf.h"
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
  char *sealed;      /* another: what was sealed first */
} Bench;

/* What older programs had not yet; the oldest no head of the chain either. */
#define OLDER "older"
#define OLDEST "oldest"
#define BACK_TO_13 "DROP TABLE handout; DROP TABLE receipt; "
#define BACK_TO_10 \
  BACK_TO_13       \
  "DROP TABLE learned; DROP TABLE template; DROP TABLE quota_after; DROP TABLE quota_decision; ALTER TABLE quota DROP COLUMN award; "
#define BACK_TO_9                                                                       \
  BACK_TO_10                                                                            \
  "DROP INDEX group_assessor; DROP INDEX criterion_assessor; "                          \
  "ALTER TABLE \"group\" DROP COLUMN assessor; ALTER TABLE \"group\" DROP COLUMN sum; " \
  "ALTER TABLE criterion DROP COLUMN state; ALTER TABLE criterion DROP COLUMN assessor; "
#define TO_SCHEMA_5                                                                  \
  BACK_TO_9                                                                          \
  "ALTER TABLE proposal DROP COLUMN taken; ALTER TABLE proposal DROP COLUMN chain; " \
  "DROP TABLE group_class; DROP TABLE unfinished; DROP TABLE chain; DROP TABLE content; PRAGMA user_version = 5"
#define TO_SCHEMA_6 \
  BACK_TO_9         \
  "ALTER TABLE proposal DROP COLUMN taken; DROP TABLE group_class; DROP TABLE unfinished; PRAGMA user_version = 6"

static void
clear (gpointer record, const char *field)
{
  bv_field_clear (bv_entity_find_field (((BvRecord *) record)->entity, field), record);
}

/* What an older program could not have kept. */
static void
forget_awards (BvCampaign *campaign)
{
  for (guint i = 0; i < campaign->quotas->len; i++)
    {
      clear (g_ptr_array_index (campaign->quotas, i), "award");
      clear (g_ptr_array_index (campaign->quotas, i), "after");
    }
  for (guint i = 0; i < campaign->nominees->len; i++)
    clear (g_ptr_array_index (campaign->nominees, i), "decisions");
}

static void
forget_later (BvGroup *group)
{
  g_autoptr (GPtrArray) leaves = bv_group_list_leaves (group);

  clear (group, "classes");
  clear (group, "assessor");
  clear (group, "sum");
  for (guint i = 0; i < leaves->len; i++)
    {
      clear (g_ptr_array_index (leaves, i), "state");
      clear (g_ptr_array_index (leaves, i), "assessor");
    }
}

static void
load_as (Bench *bench, const char *key, gboolean older)
{
  g_autoptr (BvCampaign) campaign = store_fixture_read_file (EVERY_FIELD);
  gint64 id;

  for (guint i = 0; older && i < campaign->groups->len; i++)
    forget_later (g_ptr_array_index (campaign->groups, i));
  if (older)
    forget_awards (campaign);
  g_free (campaign->key);
  campaign->key = g_strdup (key);
  id = store_fixture_load (bench->store.library, campaign);
  g_hash_table_insert (bench->dumps, g_strdup (key), store_fixture_dump (bench->store.library, id));
}

/* Its hash. */
static char *
add_file (Bench *bench, const char *name, const char *text)
{
  g_autofree char *source = g_build_filename (bench->store.folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (source);
  g_autoptr (BvVaultItem) item = NULL;

  g_assert_true (g_file_set_contents (source, text, -1, NULL));
  item = bv_vault_add (bench->store.folder, file, NULL, NULL);
  g_assert_nonnull (item);
  g_assert_true (g_file_delete (file, NULL, NULL));
  return g_strdup (item->sha256);
}

static void
add_evidence (Bench *bench)
{
  g_autofree char *sha256 = add_file (bench, "a.txt", "Bằng chứng");
  g_autofree char *sql = g_strdup_printf ("UPDATE evidence SET sha256 = '%s', file = 'a.txt'", sha256);

  store_fixture_act (bench->store.library, sql);
  bench->evidence = bv_vault_get_path (bench->store.folder, sha256, "a.txt");
}

/* Two proposals of the first campaign, of which an older program did not keep the second; a letter. */
static void
add_records (Bench *bench, gboolean with_head)
{
  BvLibrary *library = bench->store.library;
  gint64 campaign = bv_campaigns_find (library, "first", NULL);
  g_autofree char *dump = add_file (bench, "p.gz", "Đề nghị");
  g_autofree char *head = with_head ? bv_chain_read_head (library, NULL) : NULL;
  const BvSealing first = { .date = 20211020,
                            .seal = (char *) "aa",
                            .reason = (char *) "Gấp",
                            .file = (char *) "1.xlsx",
                            .dump = dump,
                            .chain = head };
  const BvSealing second = { .date = 20211021, .seal = (char *) "bb", .file = (char *) "2.xlsx" };
  BvLetterRecord letter
    = { (char *) "so-y-te", (char *) "Sở Y tế", 1634700000, (char *) "a@b.vn", (char *) "Bổ sung", 3,
        (char *) "thư.eml" };
  g_autoptr (GPtrArray) letters = g_ptr_array_new ();

  g_assert_true (bv_sealings_record (library, campaign, &first, NULL));
  g_assert_true (bv_sealings_record (library, campaign, &second, NULL));
  g_ptr_array_add (letters, &letter);
  g_assert_true (bv_letters_record (library, campaign, letters, NULL));
  bench->sealed = bv_vault_get_path (bench->store.folder, dump, "p.gz");
}

/* An older program had none. */
static void
add_templates (Bench *bench)
{
  BvLibrary *library = bench->store.library;

  g_assert_true (bv_template_shelf_put (library, "nam", "Năm", "{ \"năm\": 1 }", NULL));
  g_assert_true (bv_template_shelf_put (library, "quy", "Quý", "{ \"quý\": 4 }", NULL));
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
  store_fixture_set_up (&bench->store, NULL);
  bench->dumps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  load_as (bench, "first", data != NULL);
  load_as (bench, "second", data != NULL);
  add_evidence (bench);
  add_records (bench, g_strcmp0 (data, OLDEST) != 0);
  if (data == NULL)
    add_templates (bench);
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
  g_free (bench->sealed);
  store_fixture_tear_down (&bench->store, NULL);
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

/* What is on record is what was recorded. */
static void
assert_records (BvLibrary *library, const BvSalvage *salvage)
{
  gint64 campaign = bv_campaigns_find (library, "first", NULL);
  g_autoptr (GPtrArray) sealings = bv_sealings_list (library, campaign, NULL);
  g_autoptr (GPtrArray) letters = bv_letters_list (library, campaign, NULL);

  g_assert_cmpuint (sealings->len, ==, salvage->n_sealings);
  g_assert_cmpuint (letters->len, ==, salvage->n_letters);
  for (guint i = 0; i < sealings->len; i++)
    {
      const BvSealing *sealing = sealings->pdata[i];
      gboolean is_first = g_str_equal (sealing->seal, "aa");

      g_assert_cmpstr (sealing->seal, ==, is_first ? "aa" : "bb");
      g_assert_cmpuint (sealing->number, ==, is_first ? 1 : 2);
      g_assert_cmpint (sealing->date, ==, is_first ? 20211020 : 20211021);
      g_assert_cmpint (sealing->sealed, >, 0);
      g_assert_cmpstr (sealing->reason, ==, is_first ? "Gấp" : "");
      g_assert_cmpstr (sealing->file, ==, is_first ? "1.xlsx" : "2.xlsx");
      g_assert_true ((sealing->dump != NULL) == is_first);
      g_assert_true (*sealing->chain == '\0' || is_first);
    }
  for (guint i = 0; i < letters->len; i++)
    {
      const BvLetterRecord *letter = letters->pdata[i];

      g_assert_cmpstr (letter->unit, ==, "so-y-te");
      g_assert_cmpstr (letter->name, ==, "Sở Y tế");
      g_assert_cmpint (letter->written, ==, 1634700000);
      g_assert_cmpstr (letter->address, ==, "a@b.vn");
      g_assert_cmpstr (letter->subject, ==, "Bổ sung");
      g_assert_cmpint (letter->n_items, ==, 3);
      g_assert_cmpstr (letter->file, ==, "thư.eml");
    }
}

/* Those that are there are those that were kept. */
static void
assert_templates (BvLibrary *library, const BvSalvage *salvage)
{
  g_autoptr (GPtrArray) shelf = bv_template_shelf_list (library, NULL);

  g_assert_cmpuint (shelf->len, ==, salvage->n_templates);
  for (guint i = 0; i < shelf->len; i++)
    {
      const BvShelvedTemplate *shelved = shelf->pdata[i];
      gboolean is_year = g_str_equal (shelved->name, "nam");
      g_autofree char *text = bv_template_shelf_read (library, shelved->name, NULL);

      g_assert_cmpstr (shelved->name, ==, is_year ? "nam" : "quy");
      g_assert_cmpstr (shelved->title, ==, is_year ? "Năm" : "Quý");
      g_assert_cmpstr (text, ==, is_year ? "{ \"năm\": 1 }" : "{ \"quý\": 4 }");
    }
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
  assert_records (library, salvage);
  assert_templates (library, salvage);
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
assert_record_left (const BvSalvage *salvage,
                    BvSalvageKind kind,
                    const char *key,
                    const char *title,
                    const char *reason)
{
  const BvSalvageLoss *loss;

  g_assert_cmpuint (salvage->taken->campaigns->len, ==, 2);
  g_assert_cmpuint (salvage->left->len, ==, 1);
  loss = salvage->left->pdata[0];
  g_assert_cmpint (loss->kind, ==, kind);
  g_assert_cmpstr (loss->key, ==, key);
  g_assert_nonnull (strstr (loss->title, title));
  g_assert_nonnull (strstr (loss->reason, reason));
}

static void
assert_counts (const BvSalvage *salvage, guint n_sealings, guint n_sealed, guint n_letters)
{
  g_assert_cmpuint (salvage->n_sealings, ==, n_sealings);
  g_assert_cmpuint (salvage->n_sealed, ==, n_sealed);
  g_assert_cmpuint (salvage->n_letters, ==, n_letters);
}

static void
test_sound (Bench *bench, gconstpointer data)
{
  g_autoptr (BvSalvage) done = salvage (bench);
  g_autoptr (BvLibrary) library = NULL;
  g_autofree char *said = bv_salvage_report_describe (done);

  g_assert_cmpuint (done->taken->campaigns->len, ==, 2);
  g_assert_cmpuint (done->left->len, ==, 0);
  g_assert_cmpuint (done->n_files, ==, 1);
  g_assert_cmpuint (done->n_absent, ==, 0);
  g_assert_null (done->aside);
  g_assert_nonnull (strstr (said, "taken over whole"));
  g_assert_nonnull (
    strstr (said, "Sealings on record: 2 taken over, of which 1 can be written again; letters on record: 1"));
  g_assert_nonnull (strstr (said, "Own templates: 2 taken over"));
  assert_counts (done, 2, 1, 1);
  g_assert_cmpuint (done->n_templates, ==, 2);
  g_assert_true (has_note (done, "journal begins anew"));
  assert_taken_is_whole (bench, done);
  assert_untouched (bench, bench->bytes);
  library = bv_library_open (bench->to, BV_LIBRARY_READ, NULL);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM journal"), ==, 5);
  g_assert_cmpint (
    store_fixture_count (library, "SELECT count (*) FROM proposal WHERE taken IS NOT NULL AND chain <> ''"),
    ==, 1);
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

/* It says something that can be read, or nothing that can, or lies under another number. */
static void
test_damaged_sealing (Bench *bench, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE proposal SET seal = 'ab' WHERE ordinal = 1",
    "UPDATE proposal SET seal = CAST (x'ff' AS TEXT) WHERE ordinal = 1",
    "UPDATE proposal SET campaign = (SELECT id FROM campaign WHERE key = 'second') WHERE ordinal = 1",
    "UPDATE proposal SET id = id - 1 WHERE ordinal = 1",
    "UPDATE proposal SET dump = NULL WHERE ordinal = 1",
    "DELETE FROM proposal WHERE ordinal = 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (BvSalvage) done = NULL;

      put (bench, bench->bytes);
      run_sql (bench, damages[i]);
      done = salvage (bench);
      assert_record_left (done, BV_SALVAGE_SEALING, "first", "Seal the proposal: 1.xlsx",
                          "damaged or missing");
      assert_counts (done, 1, 0, 1);
      assert_taken_is_whole (bench, done);
      scratch_folder_remove (bench->to);
    }
}

static void
test_damaged_letter (Bench *bench, gconstpointer data)
{
  g_autoptr (BvSalvage) done = NULL;

  run_sql (bench, "UPDATE letter SET written = 0");
  done = salvage (bench);
  assert_record_left (done, BV_SALVAGE_LETTER, "first", "Write 1 letter", "damaged or missing");
  assert_counts (done, 2, 1, 0);
  assert_taken_is_whole (bench, done);
}

/* It says something else, or is not there: the other one, and the units, are none the worse. */
static void
test_damaged_template (Bench *bench, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE template SET text = '{}' WHERE name = 'nam'",
    "UPDATE template SET text = CAST (x'ff' AS TEXT) WHERE name = 'nam'",
    "DELETE FROM template WHERE name = 'nam'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (BvSalvage) done = NULL;

      put (bench, bench->bytes);
      run_sql (bench, damages[i]);
      done = salvage (bench);
      assert_record_left (done, BV_SALVAGE_TEMPLATE, NULL, "Save template: Năm", "damaged or missing");
      g_assert_cmpuint (done->n_templates, ==, 1);
      g_assert_false (has_note (done, "registry of units"));
      assert_taken_is_whole (bench, done);
      scratch_folder_remove (bench->to);
    }
}

static void
test_unrecorded_template (Bench *bench, gconstpointer data)
{
  g_autoptr (BvSalvage) done = NULL;

  run_sql (bench, "INSERT INTO template (name, title, text) VALUES ('la', 'Lạ', '{}')");
  done = salvage (bench);
  g_assert_cmpuint (done->left->len, ==, 0);
  g_assert_cmpuint (done->n_templates, ==, 2);
  assert_taken_is_whole (bench, done);
}

/* Then nothing tells which of them is right. */
static void
test_templates_in_doubt (Bench *bench, gconstpointer data)
{
  g_autoptr (BvSalvage) done = NULL;

  run_sql (bench,
           "UPDATE template SET text = '{}' WHERE name = 'nam'; UPDATE journal SET label = 'x' WHERE id = 1");
  done = salvage (bench);
  g_assert_cmpuint (done->n_templates, ==, 0);
  g_assert_cmpuint (done->left->len, ==, 2);
  g_assert_cmpstr (((const BvSalvageLoss *) done->left->pdata[1])->title, ==, "Own template: Quý");
  assert_taken_is_whole (bench, done);
}

/* Nobody sealed it. */
static void
test_unrecorded (Bench *bench, gconstpointer data)
{
  g_autoptr (BvSalvage) done = NULL;

  run_sql (bench, "INSERT INTO proposal (campaign, sealed, date, seal) SELECT campaign, 5, 20211022, 'cc' "
                  "FROM proposal LIMIT 1");
  done = salvage (bench);
  g_assert_cmpuint (done->taken->campaigns->len, ==, 2);
  g_assert_cmpuint (done->left->len, ==, 0);
  assert_counts (done, 2, 1, 1);
  assert_taken_is_whole (bench, done);
}

/* Then nothing tells which of them is right. */
static void
test_damaged_journal (Bench *bench, gconstpointer data)
{
  g_autoptr (BvSalvage) done = NULL;

  run_sql (bench,
           "UPDATE proposal SET seal = 'ab' WHERE ordinal = 1; UPDATE journal SET label = 'x' WHERE id = 1");
  done = salvage (bench);
  assert_left (done, "first");
  assert_counts (done, 0, 0, 0);
  g_assert_cmpuint (done->n_templates, ==, 2);
}

static void
test_sealed_file (Bench *bench, gconstpointer data)
{
  static const char *const reasons[] = { "damaged", "not there" };
  static const char *const title = "what was sealed as 1 (1.xlsx)";

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr (BvSalvage) done = NULL;

      g_assert_cmpint (g_chmod (bench->sealed, 0600), ==, 0);
      if (i == 0)
        g_assert_true (g_file_set_contents (bench->sealed, "Đề nghỊ", -1, NULL));
      else
        g_assert_cmpint (g_unlink (bench->sealed), ==, 0);
      done = salvage (bench);
      assert_record_left (done, BV_SALVAGE_SEALED, "first", title, reasons[i]);
      assert_counts (done, 2, 0, 1);
      g_assert_cmpuint (done->n_files, ==, 1);
      scratch_folder_remove (bench->to);
    }
}

/* It is taken over once more, and says as much. */
static void
test_twice (Bench *bench, gconstpointer data)
{
  const BvRestoreRequest request = { bench->store.folder, bench->store.folder, TRUE };
  g_autoptr (BvSalvage) first = bv_salvage_job_run (&request, NULL, NULL);
  g_autoptr (BvSalvage) second = NULL;

  g_assert_nonnull (first);
  second = salvage (bench);
  assert_counts (second, 2, 1, 1);
  g_assert_cmpuint (second->n_templates, ==, 2);
  g_assert_cmpuint (second->left->len, ==, 0);
  assert_taken_is_whole (bench, second);
  scratch_folder_remove (first->aside);
}

/* Its program kept digests already. */
static void
test_older (Bench *bench, gconstpointer data)
{
  g_autoptr (BvSalvage) done = NULL;

  run_sql (bench, TO_SCHEMA_6);
  run_sql (bench, "UPDATE campaign SET award = 'x' WHERE key = 'second'");
  done = salvage (bench);
  assert_left (done, "second");
  assert_counts (done, 2, 1, 1);
  assert_taken_is_whole (bench, done);
}

/* Its program kept none, and no head with what was sealed: the journal has everything a second time. */
static void
test_oldest (Bench *bench, gconstpointer data)
{
  g_autoptr (BvSalvage) done = NULL;

  run_sql (bench, TO_SCHEMA_5);
  run_sql (bench,
           "UPDATE nominee SET women_percent = 17 WHERE campaign = (SELECT id FROM campaign WHERE key = "
           "'second')");
  done = salvage (bench);
  assert_left (done, "second");
  assert_counts (done, 2, 1, 1);
  assert_taken_is_whole (bench, done);
}

static void
test_oldest_without_journal (Bench *bench, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  run_sql (bench, TO_SCHEMA_5);
  run_sql (bench, "UPDATE journal SET changeset = x'00' WHERE id = 1");
  g_assert_null (run (bench, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "older Bảng Vàng"));
  g_assert_nonnull (strstr (error->message, "the journal is damaged too"));
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
  ADD ("a-damaged-sealing-is-told-and-the-rest-taken", test_damaged_sealing);
  ADD ("a-damaged-letter-is-told-and-the-rest-taken", test_damaged_letter);
  ADD ("a-damaged-template-is-told-and-the-rest-taken", test_damaged_template);
  ADD ("a-template-that-nobody-kept-is-not-taken", test_unrecorded_template);
  ADD ("where-the-journal-is-damaged-too-damaged-templates-are-left", test_templates_in_doubt);
  ADD ("a-sealing-that-nobody-recorded-is-not-taken", test_unrecorded);
  ADD ("where-the-journal-is-damaged-too-the-campaign-is-left", test_damaged_journal);
  ADD ("a-damaged-file-of-what-was-sealed-is-told", test_sealed_file);
  ADD ("what-was-taken-over-is-taken-over-again", test_twice);
  g_test_add ("/salvage/an-older-library-is-brought-up-to-date-first", Bench, OLDER, set_up, test_older,
              tear_down);
  g_test_add ("/salvage/of-one-without-digests-the-journal-tells-what-is-whole", Bench, OLDEST, set_up,
              test_oldest, tear_down);
  g_test_add ("/salvage/one-without-digests-and-journal-is-refused", Bench, OLDEST, set_up,
              test_oldest_without_journal, tear_down);
  ADD ("nothing-is-written-over", test_not_over_others);
  ADD ("the-damaged-library-is-put-aside-as-it-is", test_in_its_place);
  ADD ("whatever-is-damaged-what-is-taken-is-right", test_flips);
  return g_test_run ();
}
