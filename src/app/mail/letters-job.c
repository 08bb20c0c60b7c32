/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mail/letters-job.h"

#include "app/mail/day-folder.h"
#include "app/session/job.h"
#include "exchange/mail/letter-drafts.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 date;
  char *folder; /* of the letters */
  char **units;
  gint64 until;
  gboolean with_list;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->folder);
  g_strfreev (wanted->units);
  g_free (wanted);
}

static gpointer
write_letters (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = job->input;
  const BvLetterDraftsRequest request = { .campaign = job->campaign,
                                          .date = wanted->date,
                                          .folder = wanted->folder,
                                          .among = (const char *const *) wanted->units,
                                          .until = wanted->until,
                                          .with_list = wanted->with_list };
  BvProgress progress = bv_work_get_progress (job->work);

  return bv_letter_drafts_new (library, &request, &progress, error);
}

static void
publish (const BvJob *job, gpointer result)
{
  const Wanted *wanted = job->input;
  BvLetterDrafts *mailing = result;
  guint n_letters = mailing->letters->len;
  g_autoptr (GFile) folder = g_file_new_for_path (wanted->folder);
  g_autofree char *name = g_filename_display_basename (wanted->folder);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (!bv_letter_drafts_publish (mailing, bv_session_get_library (job->session), &error))
    {
      bv_work_fail (job->work, error);
      return;
    }
  message = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u letter written as an e-mail draft, not sent: folder “%s”",
                 "%u letters written as e-mail drafts, not sent: folder “%s”", n_letters),
    n_letters, name);
  bv_work_finish_in_idle (job->work, message, n_letters > 0 ? folder : NULL);
}

/**
 * bv_letters_job_start:
 * @session: a session with a campaign
 * @request: the letters that are wanted
 *
 * Writes a mail draft to each unit into a new folder, in a thread, which reads the library beside its writer;
 * they get their names when the journal notes who was written to. Nothing is sent. Cancelled before, nothing
 * is left.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_letters_job_start (BvSession *session, const BvLettersRequest *request)
{
  static const BvJobKind kind
    = { TRUE, write_letters, publish, wanted_free, (GDestroyNotify) bv_letter_drafts_free };
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->date = bv_session_get_date (session);
  wanted->folder = bv_day_folder_find (session, request->folder, "Thư nhắc");
  wanted->units = g_strdupv (request->units);
  wanted->until = request->until;
  wanted->with_list = request->with_list;
  return bv_job_start (&kind, session, _ ("Writing the letters…"), wanted);
}
