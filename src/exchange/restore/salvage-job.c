/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/restore/salvage-job.h"

#include "core/check.h"
#include "core/text/wording.h"
#include "exchange/interchange/interchange.h"
#include "exchange/restore/restore-source.h"
#include "exchange/restore/salvage-inbox.h"
#include "exchange/restore/salvage-records.h"
#include "exchange/restore/salvage-templates.h"
#include "exchange/restore/succession.h"
#include "store/backup/backup-evidence.h"
#include "store/backup/backup-name.h"
#include "store/backup/backup-place.h"
#include "store/backup/wreck.h"
#include "store/campaigns.h"
#include "store/failure.h"
#include "store/library-parts.h"
#include "store/shown-path.h"
#include "store/vault.h"
#include "store/verify.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* The copy from which the damaged library is read. */
#define WORK "bangvang.damaged.db"

/* What part of the whole each step takes. */
#define OPENED 0.1
#define LOADED 0.6
#define ATTACHED 0.85
#define SEALED 0.9

/* A damaged library while it is taken apart. */
typedef struct
{
  const BvProgress *progress;
  BvSuccession *succession;
  BvLock *lock;      /* of the damaged library, where that is another folder */
  char *vault_owner; /* the folder whose vault has its evidence */
  char *work;
  BvLibrary *wreck;
  BvWreckFacts *facts;
  BvLibrary *library; /* the new one */
  GPtrArray *sealed;  /* of BvSalvageSealing */
  GPtrArray *notes;   /* of char * */
  BvSalvage *salvage;
} Job;

static void
clear_job (Job *job)
{
  g_clear_pointer (&job->library, bv_library_close);
  g_clear_pointer (&job->wreck, bv_library_close);
  g_clear_pointer (&job->facts, bv_wreck_facts_free);
  g_clear_pointer (&job->succession, bv_succession_free);
  g_clear_pointer (&job->lock, bv_lock_release);
  g_clear_pointer (&job->sealed, g_ptr_array_unref);
  g_clear_pointer (&job->notes, g_ptr_array_unref);
  g_clear_pointer (&job->salvage, bv_salvage_report_free);
  g_free (job->vault_owner);
  g_free (job->work);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

static char *
find_database (const char *from)
{
  return g_file_test (from, G_FILE_TEST_IS_DIR) ? g_build_filename (from, BV_LIBRARY_DATABASE, NULL)
                                                : g_strdup (from);
}

static gboolean
is_same_folder (const char *first, const char *second)
{
  g_autofree char *one = g_canonicalize_filename (first, NULL);
  g_autofree char *other = g_canonicalize_filename (second, NULL);

  return g_str_equal (one, other);
}

/* Nobody may write to what is read; where no lock can be made nobody can write either. */
static gboolean
hold_source (Job *job, const char *to, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (job->salvage->source);
  g_autoptr (GError) cause = NULL;

  if (is_same_folder (folder, to))
    return TRUE;
  job->lock = bv_lock_acquire (folder, &cause);
  if (job->lock != NULL || !g_error_matches (cause, BV_STORE_ERROR, BV_STORE_ERROR_LOCKED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
find_source (Job *job, const BvRestoreRequest *request, GError **error)
{
  g_autofree char *shown = NULL;

  job->salvage->source = find_database (request->from);
  job->vault_owner = bv_backup_place_find_vault_owner (job->salvage->source);
  if (g_file_test (job->salvage->source, G_FILE_TEST_IS_REGULAR))
    return hold_source (job, request->to, error);
  shown = bv_shown_path_write (job->salvage->source);
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, _ ("%s: there is no such database"), shown);
  return FALSE;
}

static gboolean
open_wreck (Job *job, GError **error)
{
  job->work = g_build_filename (job->succession->ready, WORK, NULL);
  job->wreck = bv_wreck_open (job->salvage->source, job->vault_owner, job->work, &job->facts, error);
  bv_progress_tell (job->progress, OPENED);
  return job->wreck != NULL;
}

/* A folder in which there is something is no place for a new library. */
static gboolean
open_new (Job *job, GError **error)
{
  g_autofree char *vault = g_build_filename (job->succession->ready, BV_LIBRARY_VAULT, NULL);

  g_rmdir (vault);
  job->library = bv_library_open (job->succession->ready, BV_LIBRARY_CREATE, error);
  return job->library != NULL;
}

static char *
digest_dump (const BvCampaign *campaign)
{
  g_autoptr (BvDigest) digest = bv_digest_new ();

  bv_interchange_hash (campaign, digest);
  return bv_digest_finish (digest);
}

static gboolean
is_as_it_was (Job *job, gint64 id, const char *digest, GError **error)
{
  g_autoptr (BvCampaign) loaded = bv_campaigns_read (job->library, id, BV_CAMPAIGN_WHOLE, error);
  g_autofree char *found = loaded != NULL ? digest_dump (loaded) : NULL;

  return found != NULL && bv_salvage_report_compare (job->salvage, digest, found, error);
}

/* What the damaged library says may still be what no library takes. */
static BvCampaign *
read_campaign (Job *job, const BvWreckCampaign *campaign)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (BvCampaign) whole = NULL;

  if (!campaign->is_whole)
    {
      bv_salvage_report_leave (job->salvage, BV_SALVAGE_CAMPAIGN, campaign->key, campaign->title,
                               _ ("rows of it are damaged or missing"));
      return NULL;
    }
  whole = bv_campaigns_read (job->wreck, campaign->id, BV_CAMPAIGN_WHOLE, &cause);
  if (whole != NULL && bv_check_campaign (whole, &cause))
    return g_steal_pointer (&whole);
  bv_salvage_report_leave (job->salvage, BV_SALVAGE_CAMPAIGN, campaign->key, campaign->title, cause->message);
  return NULL;
}

static gboolean
take_campaign (Job *job, const BvWreckCampaign *campaign, GError **error)
{
  g_autoptr (BvCampaign) whole = read_campaign (job, campaign);
  g_autofree char *digest = whole != NULL ? digest_dump (whole) : NULL;
  const BvSalvageRecords records = { job->wreck, job->facts, job->library, job->salvage, job->sealed };
  gint64 id;

  if (whole == NULL)
    return TRUE;
  id = bv_campaigns_load (job->library, whole, FALSE, error);
  if (id == 0 || !is_as_it_was (job, id, digest, error))
    return FALSE;
  return bv_salvage_records_take (&records, campaign, id, error)
         && bv_salvage_inbox_take (&records, campaign, id, error);
}

static gboolean
take_campaigns (Job *job, GError **error)
{
  const BvProgress loading = bv_progress_narrow (job->progress, OPENED, LOADED);
  GPtrArray *campaigns = job->facts->campaigns;

  for (guint i = 0; i < campaigns->len; i++)
    {
      if (bv_progress_is_cancelled (job->progress, error) || !take_campaign (job, campaigns->pdata[i], error))
        return FALSE;
      bv_progress_tell (&loading, (i + 1.0) / campaigns->len);
    }
  job->salvage->taken = bv_backup_facts_read (job->library, error);
  return job->salvage->taken != NULL;
}

static gboolean
take_templates (Job *job, GError **error)
{
  return bv_salvage_templates_take (job->wreck, job->facts, job->library, job->salvage, error);
}

static gboolean
has_taken_something (Job *job, GError **error)
{
  g_autofree char *shown = NULL;

  if (job->salvage->taken->campaigns->len > 0)
    return TRUE;
  shown = bv_shown_path_write (job->salvage->source);
  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED,
    _ ("%s: no campaign in it is whole, so nothing was taken over and nothing changed: take back a "
       "backup"),
    shown);
  return FALSE;
}

static BvBackupEvidence *
take_files (Job *job, GPtrArray *items, double from, double to, GError **error)
{
  const BvProgress taking = bv_progress_narrow (job->progress, from, to);
  const BvBackupEvidencePlan plan = {
    .items = items,
    .from = job->vault_owner,
    .to = job->succession->ready,
    .check_all = TRUE,
    .day = bv_backup_name_get_stamp (g_get_real_time () / G_USEC_PER_SEC) / 1000000,
  };

  return bv_backup_evidence_take (&plan, &taking, error);
}

static gboolean
take_evidence (Job *job, GError **error)
{
  g_autoptr (GPtrArray) items = bv_backup_evidence_list_attached (job->library, error);
  g_autoptr (BvBackupEvidence) evidence
    = items != NULL ? take_files (job, items, LOADED, ATTACHED, error) : NULL;

  if (evidence == NULL)
    return FALSE;
  for (guint i = 0; i < evidence->damaged->len; i++)
    g_ptr_array_add (job->notes, g_strdup (evidence->damaged->pdata[i]));
  job->salvage->n_files = evidence->n_files - evidence->n_absent - evidence->damaged->len;
  job->salvage->n_absent = evidence->n_absent;
  return TRUE;
}

/* Which of them are damaged or missing is told of each sealing. */
static gboolean
take_sealed (Job *job, GError **error)
{
  g_autoptr (GPtrArray) items = bv_backup_evidence_list_sealed (job->library, error);
  g_autoptr (BvBackupEvidence) evidence
    = items != NULL ? take_files (job, items, ATTACHED, SEALED, error) : NULL;

  if (evidence == NULL)
    return FALSE;
  bv_salvage_records_check_files (job->sealed, job->vault_owner, job->succession->ready, job->salvage);
  return TRUE;
}

/* Without its original an answer stays on record, but cannot be looked at again. */
static gboolean
take_received (Job *job, GError **error)
{
  g_autoptr (GPtrArray) items = bv_backup_evidence_list_received (job->library, error);
  g_autoptr (BvBackupEvidence) received = items != NULL ? take_files (job, items, SEALED, 1, error) : NULL;

  if (received == NULL)
    return FALSE;
  for (guint i = 0; i < received->damaged->len; i++)
    g_ptr_array_add (job->notes, g_strdup (received->damaged->pdata[i]));
  return bv_vault_clean (job->succession->ready, error);
}

static gboolean
prove (Job *job, GError **error)
{
  g_auto (GStrv) findings = bv_verify_database (job->library, error);
  g_autofree char *shown = NULL;

  if (findings == NULL)
    return FALSE;
  if (findings[0] == NULL)
    return TRUE;
  shown = bv_shown_path_write (job->succession->folder);
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DATABASE, "%s: %s", shown, findings[0]);
  return FALSE;
}

static void
note_what_stays (Job *job)
{
  if (!job->facts->units_are_whole)
    g_ptr_array_add (job->notes,
                     g_strdup (_ ("The registry of units is damaged too: compare the names of the "
                                  "units, and what is above them, with your papers.")));
  g_ptr_array_add (
    job->notes, g_strdup (_ ("The journal begins anew: what was done before stays in the damaged library.")));
}

/* The new library is closed before it is moved. */
static gboolean
make_ready (Job *job, GError **error)
{
  gboolean ready = open_wreck (job, error) && open_new (job, error) && take_campaigns (job, error)
                   && has_taken_something (job, error) && take_templates (job, error)
                   && take_evidence (job, error) && take_sealed (job, error) && take_received (job, error)
                   && prove (job, error);

  g_clear_pointer (&job->library, bv_library_close);
  g_clear_pointer (&job->wreck, bv_library_close);
  return ready;
}

/* Also without evidence: what is ready has both parts of a library. */
static gboolean
make_vault (Job *job, GError **error)
{
  g_autofree char *vault = g_build_filename (job->succession->ready, BV_LIBRARY_VAULT, NULL);
  g_autofree char *shown = NULL;
  const char *reason;

  if (g_mkdir_with_parents (vault, 0700) == 0)
    return TRUE;
  reason = bv_failure_describe_code (errno);
  shown = bv_shown_path_write (vault);
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE, "%s: %s", shown, reason);
  return FALSE;
}

/**
 * bv_salvage_job_run:
 * @request: which damaged library, or database of one, is to be taken apart, and where to
 * @progress: (nullable): is told, and may give up
 * @error: return location for a %BV_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Makes a new library of what is whole in a damaged one: each campaign of which nothing is missing and
 * nothing is another than it was (store/backup/wreck.h), what was sealed of it and which letters were
 * written, its evidence as far as that is still what was attached, and the templates that were made in it.
 * The new journal begins with them. What is not whole is told, and stays in the damaged library, which is put
 * aside where the new one takes its place, and is changed nowhere. No program may have it open; this one
 * neither. Runs in a thread of its own.
 *
 * Returns: (transfer full) (nullable): what was taken over; %NULL with @error set where nothing was changed
 */
BvSalvage *
bv_salvage_job_run (const BvRestoreRequest *request, const BvProgress *progress, GError **error)
{
  g_auto (Job) job = { .progress = progress };

  job.salvage = bv_salvage_report_new ();
  job.sealed = bv_salvage_records_new_list ();
  job.notes = g_ptr_array_new_with_free_func (g_free);
  if (!find_source (&job, request, error))
    return NULL;
  job.succession = bv_succession_begin (request->to, request->replace, error);
  if (job.succession == NULL || !make_ready (&job, error) || !make_vault (&job, error)
      || !bv_succession_commit (job.succession, progress, &job.salvage->aside, error))
    return NULL;
  note_what_stays (&job);
  job.salvage->folder = g_strdup (request->to);
  g_ptr_array_add (job.notes, NULL);
  job.salvage->notes = g_strdupv ((char **) job.notes->pdata);
  return g_steal_pointer (&job.salvage);
}
