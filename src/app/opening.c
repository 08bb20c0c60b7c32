/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/opening.h"

#include "app/desktop.h"
#include "app/job.h"
#include "store/vault.h"

#include <glib/gi18n-lib.h>

/* A piece of evidence in the vault. */
typedef struct
{
  char *sha256;
  char *file;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->sha256);
  g_free (wish->file);
  g_free (wish);
}

static gpointer
copy (const BvJob *job, GCancellable *cancellable, GError **error)
{
  const Wish *wish = job->input;

  return bv_vault_open_copy (job->folder, wish->sha256, wish->file, error);
}

static void
launch (const BvJob *job, gpointer result)
{
  const Wish *wish = job->input;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (result);
  g_autofree char *message = NULL;

  if (!bv_desktop_open (file, &error))
    {
      bv_work_fail (job->work, error);
      return;
    }
  message = g_strdup_printf (_ ("Opened a copy of %s"), wish->file);
  bv_work_finish (job->work, message, NULL);
}

/**
 * bv_opening_start:
 * @session: a session
 * @sha256: what is opened
 * @file: its name
 *
 * Copies evidence out of the vault in a thread, and opens the copy in the program for such files.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_opening_start (BvSession *session, const char *sha256, const char *file)
{
  static const BvJobKind kind = { copy, launch, wish_free, g_free };
  Wish *wish = g_new0 (Wish, 1);

  wish->sha256 = g_strdup (sha256);
  wish->file = g_strdup (file);
  return bv_job_start (&kind, session, _ ("Opening evidence…"), wish);
}
