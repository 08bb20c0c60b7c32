/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup/backup-job.h"

#include "core/text/wording.h"
#include "exchange/backup/backup-proof.h"
#include "exchange/backup/backup-upkeep.h"
#include "store/backup/backup-evidence.h"
#include "store/backup/backup-name.h"
#include "store/backup/backup-place.h"
#include "store/backup/database-copy.h"
#include "store/failure.h"
#include "store/file-digest.h"
#include "store/shown-path.h"
#include "store/vault.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* What part of the whole each step takes. */
#define READ 0.25
#define COPIED 0.4
#define TAKEN 0.8

/* A backup while it is made. */
typedef struct
{
  const BvBackupRequest *request;
  const BvProgress *progress;
  BvBackupPlace *place;
  BvBackup *backup;
  char *part; /* the database until it is proven */
  BvBackupProof *proof;
  GPtrArray *items; /* of BvVaultItem */
} Job;

static void
clear_job (Job *job)
{
  g_clear_pointer (&job->place, bv_backup_place_free);
  g_clear_pointer (&job->backup, bv_backup_job_free);
  g_clear_pointer (&job->proof, bv_backup_proof_free);
  g_clear_pointer (&job->items, g_ptr_array_unref);
  g_free (job->part);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

/**
 * bv_backup_job_free:
 * @backup: (transfer full): a backup
 */
void
bv_backup_job_free (BvBackup *backup)
{
  g_clear_pointer (&backup->manifest, bv_backup_manifest_free);
  g_free (backup->path);
  g_free (backup);
}

static void
name_manifest (BvBackupManifest *manifest, const Job *job)
{
  manifest->number = bv_backup_upkeep_get_next_number (job->place, job->request->library);
  manifest->made = job->request->time != 0 ? job->request->time : g_get_real_time () / G_USEC_PER_SEC;
  manifest->program = g_strdup (BV_VERSION);
  manifest->library = g_canonicalize_filename (job->request->library, NULL);
  manifest->computer = g_strdup (g_get_host_name ());
  manifest->by_hand = job->request->by_hand;
}

static gboolean
begin (Job *job, GError **error)
{
  job->place = bv_backup_place_find (job->request->library, job->request->place, error);
  if (job->place == NULL || !bv_backup_place_hold (job->place, error))
    return FALSE;
  if (!job->place->own)
    bv_vault_clean (job->place->folder, NULL);
  job->backup = g_new0 (BvBackup, 1);
  job->backup->manifest = bv_backup_manifest_new ();
  name_manifest (job->backup->manifest, job);
  job->backup->path
    = bv_backup_place_choose (job->place, bv_backup_name_get_stamp (job->backup->manifest->made));
  job->part = g_strconcat (job->backup->path, BV_BACKUP_PART, NULL);
  return TRUE;
}

/* All that is asked of the library, of one state of it. */
static gboolean
read_state (Job *job, BvLibrary *library, GError **error)
{
  const BvProgress reading = bv_progress_narrow (job->progress, 0, READ);
  const BvProgress copying = bv_progress_narrow (job->progress, READ, COPIED);
  BvBackupFacts *facts = bv_backup_facts_read (library, error);

  if (facts == NULL)
    return FALSE;
  bv_backup_facts_free (job->backup->manifest->facts);
  job->backup->manifest->facts = facts;
  job->items = bv_backup_evidence_list (library, error);
  if (job->items != NULL)
    job->proof = bv_backup_proof_new (library, TRUE, &reading, error);
  return job->proof != NULL && bv_database_copy_write (library, job->part, &copying, error);
}

static gboolean
copy_library (Job *job, GError **error)
{
  g_autoptr (BvLibrary) library = bv_library_open (job->request->library, BV_LIBRARY_READ, error);
  gboolean ok;

  if (library == NULL || !bv_library_begin_reading (library, error))
    return FALSE;
  ok = read_state (job, library, error);
  bv_library_end_reading (library);
  return ok;
}

static gboolean
take_evidence (Job *job, GError **error)
{
  BvBackupManifest *manifest = job->backup->manifest;
  const BvProgress taking = bv_progress_narrow (job->progress, COPIED, TAKEN);
  const BvBackupEvidencePlan plan = {
    .items = job->items,
    .from = job->request->library,
    .to = job->place->own ? job->request->library : job->place->vault_owner,
    .check_all = job->request->check_all,
    .day = bv_backup_name_get_stamp (manifest->made) / 1000000,
  };
  g_autoptr (BvBackupEvidence) evidence = bv_backup_evidence_take (&plan, &taking, error);

  if (evidence == NULL)
    return FALSE;
  job->backup->n_copied = evidence->n_copied;
  manifest->files = evidence->n_files;
  manifest->files_checked = evidence->n_checked;
  manifest->files_absent = evidence->n_absent;
  g_strfreev (manifest->damaged);
  g_ptr_array_add (evidence->damaged, NULL);
  manifest->damaged = g_strdupv ((char **) evidence->damaged->pdata);
  return TRUE;
}

static gboolean
fail_to_read (const char *path, int failure, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (path);

  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("%s cannot be read: %s. Check that the file is there and that you may read it."), shown,
               bv_failure_describe_code (failure));
  return FALSE;
}

/* The copy is opened again and read to its end. */
static gboolean
prove (Job *job, GError **error)
{
  BvBackupManifest *manifest = job->backup->manifest;
  const BvProgress proving = bv_progress_narrow (job->progress, TAKEN, 1);
  g_autoptr (BvLibrary) copy = bv_library_open_copy (job->part, job->place->vault_owner, error);
  g_autoptr (BvBackupProof) found = copy != NULL ? bv_backup_proof_new (copy, TRUE, &proving, error) : NULL;
  GStatBuf status;

  if (found == NULL || !bv_backup_proof_compare (job->proof, found, error)
      || !bv_backup_proof_check_database (job->part, error))
    return FALSE;
  manifest->rows = found->rows;
  manifest->rows_sha256 = g_strdup (found->rows_sha256);
  manifest->dump_sha256 = g_strdup (found->dump_sha256);
  manifest->file_sha256 = bv_file_digest_compute (job->part);
  if (manifest->file_sha256 == NULL)
    return fail_to_read (job->part, errno, error);
  manifest->bytes = g_stat (job->part, &status) == 0 ? status.st_size : 0;
  manifest->proven = g_get_real_time () / G_USEC_PER_SEC;
  return TRUE;
}

static gboolean
publish (Job *job, GError **error)
{
  gsize length;
  g_autofree char *text = bv_backup_manifest_write (job->backup->manifest, &length);

  if (bv_progress_is_cancelled (job->progress, error)
      || !bv_backup_place_publish (job->part, job->backup->path, error))
    return FALSE;
  if (bv_backup_place_write_manifest (job->backup->path, text, length, error))
    return TRUE;
  bv_backup_place_remove (job->backup->path, NULL);
  return FALSE;
}

/**
 * bv_backup_job_run:
 * @request: what is wanted
 * @progress: (nullable): is told, and may give up
 * @error: return location for a %BV_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Makes a backup and proves it: the copy is opened again, checked inside, and each of its rows and the dumps
 * of its campaigns are compared with the library's of the same moment; each new file of evidence is hashed
 * while it is copied and read again afterwards, of the others a seventh a day or all. Only then it has its
 * name. Others may write to the library meanwhile. Runs in a thread of its own; the library is opened there.
 *
 * Evidence that is not what was attached is not copied; the backup says which.
 *
 * Returns: (transfer full) (nullable): the backup; %NULL with @error set where there is none, and nothing was
 * changed
 */
BvBackup *
bv_backup_job_run (const BvBackupRequest *request, const BvProgress *progress, GError **error)
{
  g_auto (Job) job = { .request = request, .progress = progress };

  if (!begin (&job, error))
    return NULL;
  if (!copy_library (&job, error) || !take_evidence (&job, error) || !prove (&job, error)
      || !publish (&job, error))
    {
      g_unlink (job.part);
      return NULL;
    }
  job.backup->n_removed = bv_backup_upkeep_thin (job.place, request->library);
  return g_steal_pointer (&job.backup);
}

/**
 * bv_backup_job_describe:
 * @backup: a backup
 *
 * Returns: (transfer full): a sentence that says what was compared
 */
char *
bv_backup_job_describe (const BvBackup *backup)
{
  const BvBackupManifest *manifest = backup->manifest;
  g_autofree char *rows = bv_wording_number (manifest->rows);
  g_autofree char *files = bv_wording_number (manifest->files_checked);

  if (manifest->damaged[0] == NULL)
    /* Translators: numbers of rows of the database, and of files */
    return g_strdup_printf (
      _ ("The copy was opened again and compared, %s rows and %s files: the same as the library."), rows,
      files);
  return g_strdup_printf (
    _ (
      "The copy was opened again and compared, %s rows and %s files: the same as the library, but for damaged evidence."),
    rows, files);
}
