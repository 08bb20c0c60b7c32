/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/proposal/dossier-job.h"

#include "app/session/job.h"
#include "exchange/dossier/dossier.h"

#include <glib/gi18n-lib.h>

/* The dossier that is wanted. */
typedef struct
{
  BvSealChoice *choice;
  char *passphrase; /* NULL: none */
  GFile *file;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  bv_seal_choice_free (wanted->choice);
  g_free (wanted->passphrase);
  g_object_unref (wanted->file);
  g_free (wanted);
}

static gpointer
write_dossier (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = job->input;
  const BvDossierRequest request
    = { bv_seal_choice_request (wanted->choice, job->campaign), wanted->passphrase };
  BvProgress progress = bv_work_get_progress (job->work);
  g_autofree char *path = g_file_get_path (wanted->file);

  return bv_dossier_new (library, &request, path, &progress, error);
}

static char *
describe (const BvDossier *dossier, const Wanted *wanted)
{
  g_autofree char *base = g_file_get_basename (wanted->file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *message
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Dossier written and read again: %s, %u file",
                                    "Dossier written and read again: %s, %u files", dossier->n_files),
                       name, dossier->n_files);
  g_autofree char *missing = NULL;

  if (dossier->n_without_file == 0)
    return g_steal_pointer (&message);
  missing = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u document has no file in the library: the index names it without one",
                 "%u documents have no file in the library: the index names them without one",
                 dossier->n_without_file),
    dossier->n_without_file);
  return g_strconcat (message, " · ", missing, NULL);
}

static void
publish (const BvJob *job, gpointer result)
{
  const Wanted *wanted = job->input;
  BvDossier *dossier = result;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (!bv_dossier_publish (dossier, bv_session_get_library (job->session), &error))
    {
      bv_work_fail (job->work, error);
      return;
    }
  message = bv_export_add_remark (dossier->export, describe (dossier, wanted));
  bv_work_finish_in_idle (job->work, message, wanted->file);
}

/**
 * bv_dossier_job_start:
 * @session: a session with a campaign
 * @file: the archive, on this machine
 * @choice: how the proposal is wanted
 * @passphrase: (nullable): what the archive is protected with
 *
 * Writes the dossier in a thread, which reads the library beside its writer; the archive gets its name when a
 * sealing is noted in the journal. Cancelled before, nothing was changed.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_dossier_job_start (BvSession *session, GFile *file, const BvSealChoice *choice, const char *passphrase)
{
  static const BvJobKind kind = { .reads_library = TRUE,
                                  .run = write_dossier,
                                  .done = publish,
                                  .free_input = wanted_free,
                                  .free_result = (GDestroyNotify) bv_dossier_free };
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->choice = bv_seal_choice_copy (choice);
  wanted->passphrase = g_strdup (passphrase);
  wanted->file = g_object_ref (file);
  return bv_job_start (&kind, session, _ ("Writing the dossier…"), wanted);
}
