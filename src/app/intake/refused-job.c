/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/intake/refused-job.h"

#include "app/session/job.h"
#include "exchange/recognise/refused-book.h"

#include <glib/gi18n-lib.h>

/* Rows that are wanted as a file. */
typedef struct
{
  BvIntakePreview *intake;
  GFile *file;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  bv_intake_preview_unref (request->intake);
  g_object_unref (request->file);
  g_free (request);
}

static gpointer
write_book (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  const Request *request = job->input;
  g_autofree guint *n_rows = g_new (guint, 1);

  *n_rows = bv_refused_book_count (request->intake->plan);
  if (!bv_refused_book_write (library, request->intake->plan, g_file_peek_path (request->file), error))
    return NULL;
  return g_steal_pointer (&n_rows);
}

static void
report (const BvJob *job, gpointer result)
{
  const Request *request = job->input;
  guint n_rows = *(const guint *) result;
  g_autofree char *base = g_file_get_basename (request->file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *message = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Saved %s, %u row", "Saved %s, %u rows", n_rows), name, n_rows);

  bv_work_finish (job->work, message, request->file);
}

/**
 * bv_refused_job_start:
 * @session: a session with a campaign
 * @intake: what is to become of files, some rows of which are refused
 * @file: the workbook, on this machine
 *
 * Writes the refused rows, each with its reasons, in a thread.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_refused_job_start (BvSession *session, BvIntakePreview *intake, GFile *file)
{
  static const BvJobKind kind = { TRUE, write_book, report, request_free, g_free };
  Request *request = g_new (Request, 1);

  *request = (Request){ bv_intake_preview_ref (intake), g_object_ref (file) };
  return bv_job_start (&kind, session, _ ("Saving the refused rows…"), request);
}
