/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/restore/restore-job.h"

#include "core/text/wording.h"
#include "exchange/backup/backup-proof.h"
#include "exchange/restore/restore-source.h"
#include "exchange/restore/succession.h"
#include "store/backup/backup-evidence.h"
#include "store/backup/backup-name.h"
#include "store/backup/database-copy.h"
#include "store/file-system.h"
#include "store/vault.h"

#include <glib/gi18n-lib.h>

/* What part of the whole each step takes. */
#define READ 0.2
#define COPIED 0.4
#define TAKEN 0.8

/* A library while it is restored. */
typedef struct
{
  const BvProgress *progress;
  BvSuccession *succession;
  BvRestoreSource *source;
  BvBackupProof *proof; /* of the source */
  GPtrArray *items;     /* of BvVaultItem */
  GPtrArray *notes;     /* of char * */
  BvRestore *restore;
} Job;

static void
clear_job (Job *job)
{
  g_clear_pointer (&job->source, bv_restore_source_free);
  g_clear_pointer (&job->proof, bv_backup_proof_free);
  g_clear_pointer (&job->items, g_ptr_array_unref);
  g_clear_pointer (&job->notes, g_ptr_array_unref);
  g_clear_pointer (&job->restore, bv_restore_job_free);
  g_clear_pointer (&job->succession, bv_succession_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

/**
 * bv_restore_job_free:
 * @restore: (transfer full): what was restored
 */
void
bv_restore_job_free (BvRestore *restore)
{
  g_free (restore->source);
  g_free (restore->folder);
  g_free (restore->aside);
  g_free (restore->dump_sha256);
  g_strfreev (restore->notes);
  g_free (restore);
}

static gboolean
find_source (Job *job, const BvRestoreRequest *request, GError **error)
{
  job->source = bv_restore_source_find (request->from, request->to, job->notes, error);
  if (job->source == NULL)
    return FALSE;
  job->restore->source = g_strdup (job->source->database);
  return TRUE;
}

static gboolean
fits_manifest (const Job *job, GError **error)
{
  const BvBackupManifest *manifest = job->source->manifest;
  BvBackupProof expected = { 0 };

  if (manifest == NULL)
    return TRUE;
  expected.rows_sha256 = manifest->rows_sha256;
  expected.dump_sha256 = manifest->dump_sha256;
  return bv_backup_proof_compare (&expected, job->proof, error);
}

static gboolean
copy_source (Job *job, BvLibrary *source, GError **error)
{
  const BvProgress reading = bv_progress_narrow (job->progress, 0, READ);
  const BvProgress copying = bv_progress_narrow (job->progress, READ, COPIED);

  job->items = bv_backup_evidence_list (source, error);
  if (job->items != NULL)
    job->proof = bv_backup_proof_new (source, bv_library_is_current (source), &reading, error);
  return job->proof != NULL && fits_manifest (job, error)
         && bv_database_copy_write (source, job->succession->database, &copying, error);
}

static gboolean
copy_database (Job *job, GError **error)
{
  g_autoptr (BvLibrary) source = NULL;
  gboolean ok;

  source = bv_library_open_copy (job->source->database, job->source->vault_owner, error);
  if (source == NULL || !bv_library_begin_reading (source, error))
    return FALSE;
  ok = copy_source (job, source, error);
  bv_library_end_reading (source);
  return ok;
}

static gboolean
take_from (Job *job, const char *folder, double from, double to, GError **error)
{
  const BvProgress taking = bv_progress_narrow (job->progress, from, to);
  const BvBackupEvidencePlan plan = {
    .items = job->items,
    .from = folder,
    .to = job->succession->ready,
    .day = bv_backup_name_get_stamp (g_get_real_time () / G_USEC_PER_SEC) / 1000000,
  };
  g_autoptr (BvBackupEvidence) evidence = bv_backup_evidence_take (&plan, &taking, error);

  if (evidence == NULL)
    return FALSE;
  for (guint i = 0; i < evidence->damaged->len; i++)
    g_ptr_array_add (job->notes, g_strdup (evidence->damaged->pdata[i]));
  job->restore->n_files = evidence->n_files - evidence->n_absent - evidence->damaged->len;
  job->restore->n_absent = evidence->n_absent;
  return TRUE;
}

/* What does not lie with the backup may lie in the library that it replaces. */
static gboolean
take_evidence (Job *job, GError **error)
{
  double middle = (COPIED + TAKEN) / 2;

  return take_from (job, job->source->vault_owner, COPIED, middle, error)
         && take_from (job, job->succession->folder, middle, TAKEN, error)
         && bv_vault_clean (job->succession->ready, error);
}

/* An older schema is brought up to date by who opens it for writing. */
static gboolean
upgrade (const char *folder, GError **error)
{
  g_autoptr (BvLibrary) library = bv_library_open (folder, BV_LIBRARY_WRITE, error);

  return library != NULL;
}

static gboolean
prove (Job *job, GError **error)
{
  const BvProgress proving = bv_progress_narrow (job->progress, TAKEN, 1);
  g_autoptr (BvLibrary) copy
    = bv_library_open_copy (job->succession->database, job->succession->ready, error);
  gboolean is_current = copy != NULL && bv_library_is_current (copy);
  g_autoptr (BvBackupProof) found
    = copy != NULL ? bv_backup_proof_new (copy, is_current, &proving, error) : NULL;

  g_clear_pointer (&copy, bv_library_close);
  if (found == NULL || !bv_backup_proof_compare (job->proof, found, error)
      || (!is_current && !upgrade (job->succession->ready, error)))
    return FALSE;
  job->restore->rows = found->rows;
  job->restore->dump_sha256 = g_strdup (found->dump_sha256);
  return bv_backup_proof_check_database (job->succession->database, error);
}

static gboolean
run (Job *job, const BvRestoreRequest *request, GError **error)
{
  if (!find_source (job, request, error))
    return FALSE;
  job->succession = bv_succession_begin (request->to, request->replace, error);
  return job->succession != NULL && copy_database (job, error)
         && (request->database_only || take_evidence (job, error)) && prove (job, error)
         && bv_succession_commit (job->succession, job->progress, &job->restore->aside, error);
}

/**
 * bv_restore_job_run:
 * @request: what is to be restored where
 * @progress: (nullable): is told, and may give up
 * @error: return location for a %BV_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Makes a library of a backup. It is made ready beside, brought up to date where an older program made it,
 * and proven as a backup is (bv_backup_job_run()); only then the present one is put aside, whole and under a
 * dated name, even where it is damaged. Backups stay where they are. No program may have the library open;
 * this one neither. Runs in a thread of its own.
 *
 * Returns: (transfer full) (nullable): what was done; %NULL with @error set where nothing was changed
 */
BvRestore *
bv_restore_job_run (const BvRestoreRequest *request, const BvProgress *progress, GError **error)
{
  g_auto (Job) job = { .progress = progress };

  job.restore = g_new0 (BvRestore, 1);
  job.notes = g_ptr_array_new_with_free_func (g_free);
  if (!run (&job, request, error))
    return NULL;
  job.restore->folder = bv_file_system_show (job.succession->folder);
  g_ptr_array_add (job.notes, NULL);
  job.restore->notes = g_strdupv ((char **) job.notes->pdata);
  return g_steal_pointer (&job.restore);
}

/**
 * bv_restore_job_describe:
 * @restore: what was restored
 *
 * Returns: (transfer full): a sentence that says what was compared
 */
char *
bv_restore_job_describe (const BvRestore *restore)
{
  g_autofree char *rows = bv_wording_number (restore->rows);
  g_autofree char *files = bv_wording_number (restore->n_files);

  /* Translators: numbers of rows of the database, and of files */
  return g_strdup_printf (
    _ ("The restored library was opened and compared, %s rows and %s files: the same as the backup."), rows,
    files);
}
