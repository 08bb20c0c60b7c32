/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "core/nominee.h"
#include "exchange/backup/backup-comparison.h"
#include "exchange/backup/backup-job.h"
#include "exchange/backup/backup-list.h"
#include "exchange/backup/backup-view.h"
#include "exchange/restore/restore-job.h"
#include "exchange/shipped/demo.h"
#include "scratch-folder.h"
#include "store/backup/backup-evidence.h"
#include "store/campaigns.h"
#include "store/edit.h"
#include "store/library-usage.h"
#include "store/unfinished/register.h"
#include "store/vault.h"

#include <glib/gstdio.h>
#include <string.h>

#define TUESDAY 1796101200 /* 2026-12-01 */
#define DAY 86400
#define N_FILES 30

typedef struct
{
  char *scratch;
  char *folder; /* of the library */
  char *stick;
  gint64 campaign;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLibrary) library = NULL;

  fixture->scratch = g_dir_make_tmp ("bangvang-backup-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_build_filename (fixture->scratch, "library", NULL);
  fixture->stick = g_build_filename (fixture->scratch, "stick", NULL);
  g_assert_cmpint (g_mkdir (fixture->stick, 0700), ==, 0);
  library = bv_library_open (fixture->folder, BV_LIBRARY_CREATE, &error);
  g_assert_no_error (error);
  fixture->campaign = bv_demo_create (library, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  scratch_folder_remove (fixture->scratch);
  g_free (fixture->scratch);
  g_free (fixture->folder);
  g_free (fixture->stick);
}

static BvBackup *
back_up (const Fixture *fixture, const char *place, gint64 time, gboolean check_all)
{
  const BvBackupRequest request
    = { .library = fixture->folder, .place = place, .time = time, .check_all = check_all };
  g_autoptr (GError) error = NULL;
  BvBackup *backup = bv_backup_job_run (&request, NULL, &error);

  g_assert_no_error (error);
  return backup;
}

/* A backup of which nothing is asked. */
static void
make_backup (const Fixture *fixture, const char *place)
{
  bv_backup_job_free (back_up (fixture, place, TUESDAY, FALSE));
}

/* One action, that changes a verified score of the nominee. */
static void
score (const Fixture *fixture, guint nth, gint64 points)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLibrary) library = bv_library_open (fixture->folder, BV_LIBRARY_WRITE, &error);
  BvCampaign *campaign = bv_campaigns_read (library, fixture->campaign, BV_CAMPAIGN_WHOLE, &error);
  const BvNominee *nominee = g_ptr_array_index (campaign->nominees, nth);
  BvNominee *edited = bv_edit_read (library, &bv_nominee_entity, nominee->record.id, &error);

  g_assert_no_error (error);
  ((BvAssessment *) g_ptr_array_index (edited->assessments, 0))->verified = points;
  bv_edit_update (library, fixture->campaign, edited, &error);
  g_assert_no_error (error);
  bv_record_free (edited);
  bv_record_free (campaign);
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  const char *const places[] = { fixture->stick, "/không có", NULL };
  g_autoptr (BvBackup) here = back_up (fixture, NULL, TUESDAY, FALSE);
  g_autoptr (BvBackup) there = back_up (fixture, fixture->stick, TUESDAY, FALSE);
  g_autoptr (BvBackup) later = NULL;
  g_autoptr (BvBackupList) list = NULL;
  const BvBackupEntry *entry;

  score (fixture, 0, 111);
  later = back_up (fixture, fixture->stick, TUESDAY + DAY, FALSE);
  list = bv_backup_list_read (fixture->folder, places, TRUE);
  g_assert_cmpuint (list->entries->len, ==, 2);
  g_assert_cmpuint (list->missing->len, ==, 1);
  entry = g_ptr_array_index (list->entries, 0);
  g_assert_true (entry == bv_backup_list_find_newest (list));
  g_assert_cmpstr (g_ptr_array_index (entry->paths, 0), ==, later->path);
  g_assert_cmpuint (entry->paths->len, ==, 1);
  entry = g_ptr_array_index (list->entries, 1);
  g_assert_cmpuint (entry->paths->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (entry->paths, 0), ==, here->path);
  g_assert_cmpstr (g_ptr_array_index (entry->paths, 1), ==, there->path);
  g_assert_cmpint (entry->time, ==, TUESDAY);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  const char *const places[] = { fixture->stick, NULL };
  g_autoptr (BvBackupList) list = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  make_backup (fixture, NULL);
  make_backup (fixture, fixture->stick);
  list = bv_backup_list_read (fixture->folder, places, FALSE);
  g_assert_true (bv_backup_list_remove (fixture->folder, g_ptr_array_index (list->entries, 0), &error));
  g_assert_no_error (error);
  after = bv_backup_list_read (fixture->folder, places, FALSE);
  g_assert_cmpuint (after->entries->len, ==, 0);
  g_assert_null (bv_backup_list_find_newest (after));
}

/* What is not checked on one day is on another of the week. */
static void
test_week (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvBackup) all = back_up (fixture, fixture->stick, TUESDAY, FALSE);
  gint64 n_checked = 0;

  g_assert_cmpuint (all->n_copied, ==, N_FILES);
  g_assert_cmpint (all->manifest->files_checked, ==, N_FILES);
  for (guint day = 1; day <= 7; day++)
    {
      g_autoptr (BvBackup) backup = back_up (fixture, fixture->stick, TUESDAY + day * DAY, FALSE);

      g_assert_cmpuint (backup->n_copied, ==, 0);
      g_assert_cmpint (backup->manifest->files_checked, <, N_FILES);
      n_checked += backup->manifest->files_checked;
    }
  g_assert_cmpint (n_checked, ==, N_FILES);
}

static void
test_loss (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvBackup) backup = back_up (fixture, NULL, TUESDAY, FALSE);
  g_autoptr (BvBackupComparison) same = NULL, other = NULL, alone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  same = bv_backup_comparison_new (fixture->folder, backup->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (same->loss.actions, ==, 0);
  g_assert_cmpint (same->loss.verified, ==, 0);
  g_assert_null (bv_backup_comparison_describe (same));
  score (fixture, 0, 111);
  score (fixture, 0, 222);
  score (fixture, 1, 77);
  other = bv_backup_comparison_new (fixture->folder, backup->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (other->loss.actions, ==, 3);
  g_assert_cmpint (other->loss.verified, ==, 2);
  g_assert_cmpint (other->present->actions, ==, other->copy->actions + 3);
  said = bv_backup_comparison_describe (other);
  g_assert_true (g_str_has_prefix (said, "3 actions since"));
  alone = bv_backup_comparison_new (fixture->stick, backup->path, &error);
  g_assert_no_error (error);
  g_assert_null (alone->present);
}

/* How far work is when somebody gives it up. */
typedef struct
{
  double at;
  double last;
  GCancellable *cancellable;
} Patience;

static void
lose_patience (double fraction, gpointer data)
{
  Patience *patience = data;

  g_assert_cmpfloat (fraction, >=, patience->last);
  patience->last = fraction;
  if (fraction >= patience->at)
    g_cancellable_cancel (patience->cancellable);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  const BvBackupRequest request = { .library = fixture->folder, .place = fixture->stick };
  const char *const places[] = { fixture->stick, NULL };

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Patience patience = { i / 10.0, 0, cancellable };
      const BvProgress progress = BV_PROGRESS_INIT (lose_patience, &patience, cancellable);
      g_autoptr (GError) error = NULL;
      g_autoptr (BvBackup) backup = bv_backup_job_run (&request, &progress, &error);
      g_autoptr (BvBackupList) list = bv_backup_list_read (fixture->folder, places, FALSE);

      g_assert_null (backup);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (list->entries->len, ==, 0);
    }
  g_assert_cmpuint (scratch_folder_count (fixture->stick), <=, 2); /* the lock, and evidence that is whole */
}

static void
test_cancel_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvBackup) backup = back_up (fixture, fixture->stick, 0, FALSE);
  const BvRestoreRequest request = { .from = backup->path, .to = fixture->folder, .replace = TRUE };
  guint n_before = scratch_folder_count (fixture->scratch);

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Patience patience = { i / 10.0, 0, cancellable };
      const BvProgress progress = BV_PROGRESS_INIT (lose_patience, &patience, cancellable);
      g_autoptr (GError) error = NULL;
      g_autoptr (BvRestore) restore = bv_restore_job_run (&request, &progress, &error);

      g_assert_null (restore);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (scratch_folder_count (fixture->scratch), ==, n_before);
    }
}

/* The clock does not tell them apart. */
static void
test_same_second (Fixture *fixture, gconstpointer data)
{
  const char *const places[] = { fixture->stick, NULL };
  g_autoptr (BvBackup) second = NULL;
  g_autoptr (BvBackupList) list = NULL;
  const BvBackupEntry *newest;

  make_backup (fixture, fixture->stick);
  second = back_up (fixture, fixture->stick, TUESDAY, FALSE);
  list = bv_backup_list_read (fixture->folder, places, FALSE);
  newest = bv_backup_list_find_newest (list);
  g_assert_cmpuint (list->entries->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (newest->paths, 0), ==, second->path);
}

static char *
open_first_evidence (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLibrary) library = bv_library_open (folder, BV_LIBRARY_READ, &error);
  g_autoptr (GPtrArray) items = bv_backup_evidence_list (library, &error);
  const BvVaultItem *item = g_ptr_array_index (items, 0);

  g_assert_no_error (error);
  return bv_vault_open_copy (folder, item->sha256, item->file, NULL);
}

/* All of it but its evidence lies in a folder of its own, which goes. */
static void
test_view (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvBackup) backup = back_up (fixture, fixture->stick, TUESDAY, FALSE);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = bv_backup_view_make (backup->path, NULL, &error);
  g_autofree char *vault = g_build_filename (fixture->stick, "vault", NULL);
  g_autofree char *evidence = NULL, *without = NULL;

  g_assert_no_error (error);
  evidence = open_first_evidence (folder);
  g_assert_nonnull (evidence);
  g_assert_true (g_str_has_prefix (evidence, folder));
  scratch_folder_remove (evidence);
  scratch_folder_remove (vault);
  without = open_first_evidence (folder);
  g_assert_null (without);
  bv_backup_view_discard (folder);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_cancel_view (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvBackup) backup = back_up (fixture, NULL, TUESDAY, FALSE);
  g_autofree char *place = g_build_filename (g_get_user_cache_dir (), "bangvang", "views", NULL);
  g_autoptr (GPtrArray) left = NULL;

  for (guint i = 1; i < 10; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Patience patience = { i / 10.0, 0, cancellable };
      const BvProgress progress = BV_PROGRESS_INIT (lose_patience, &patience, cancellable);
      g_autoptr (GError) error = NULL;
      g_autofree char *folder = bv_backup_view_make (backup->path, &progress, &error);

      g_assert_null (folder);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  left = bv_register_list (BV_REGISTER_TREE, place);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvBackup) backup = back_up (fixture, NULL, 0, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLibrary) library = bv_library_open (fixture->folder, BV_LIBRARY_READ, &error);
  BvLibraryUsage usage;
  GStatBuf status;

  g_assert_no_error (error);
  g_assert_true (bv_library_usage_measure (library, &usage, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (backup->path, &status), ==, 0);
  g_assert_cmpint (usage.database + usage.journal, ==, status.st_size);
  g_assert_cmpint (usage.journal, >, 0);
  g_assert_cmpint (usage.vault, >, 0);
  g_assert_cmpint (usage.backups, >, status.st_size);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/backup-job/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("one-backup-in-two-places-is-one-entry", test_places);
  ADD ("an-entry-is-removed-from-all-its-places", test_remove);
  ADD ("each-file-of-evidence-is-read-once-a-week", test_week);
  ADD ("what-would-be-lost-is-counted", test_loss);
  ADD ("what-is-given-up-was-never-begun", test_cancel);
  ADD ("a-restore-that-is-given-up-was-never-begun", test_cancel_restore);
  ADD ("of-one-second-the-one-made-last-is-the-newest", test_same_second);
  ADD ("one-is-looked-into-with-its-evidence-where-it-lies", test_view);
  ADD ("a-look-that-is-given-up-leaves-nothing", test_cancel_view);
  ADD ("what-a-library-takes-of-its-disk-is-measured", test_usage);
  return g_test_run ();
}
