/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/evidence/open-job.h"

#include "app/session/job.h"
#include "app/system/desktop.h"
#include "store/vault.h"

#include <glib/gi18n-lib.h>

/* A piece of evidence in the vault. */
typedef struct
{
  char *sha256;
  char *file;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->sha256);
  g_free (request->file);
  g_free (request);
}

static gpointer
copy (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  const Request *request = job->input;

  return bv_vault_open_copy (job->folder, request->sha256, request->file, error);
}

static void
launch (const BvJob *job, gpointer result)
{
  const Request *request = job->input;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (result);
  g_autofree char *message = NULL;

  if (!bv_desktop_open (file, &error))
    {
      bv_work_fail (job->work, error);
      return;
    }
  message = g_strdup_printf (_ ("Opened a copy of %s"), request->file);
  bv_work_finish (job->work, message, NULL);
}

/**
 * bv_open_job_start:
 * @session: a session
 * @sha256: what is opened
 * @file: its name
 *
 * Copies evidence out of the vault in a thread, and opens the copy in the program for such files.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_open_job_start (BvSession *session, const char *sha256, const char *file)
{
  static const BvJobKind kind = { FALSE, copy, launch, request_free, g_free };
  Request *request = g_new0 (Request, 1);

  request->sha256 = g_strdup (sha256);
  request->file = g_strdup (file);
  return bv_job_start (&kind, session, _ ("Opening evidence…"), request);
}
