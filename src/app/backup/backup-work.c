/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/backup-work.h"

#include "app/backup/backup-places.h"
#include "app/session/job.h"
#include "app/session/remarks.h"
#include "exchange/backup/backup-job.h"

#include <glib/gi18n-lib.h>

/* What is wanted. */
typedef struct
{
  char **places; /* beside the library's own */
  gboolean check_all;
} Wish;

/* What came of it in each place. */
typedef struct
{
  BvBackup *last;      /* of which more is compared than of the others; NULL: none was made */
  GPtrArray *failures; /* of char * */
} Outcome;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_strfreev (wish->places);
  g_free (wish);
}

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  g_clear_pointer (&outcome->last, bv_backup_job_free);
  g_ptr_array_unref (outcome->failures);
  g_free (outcome);
}

/* One place that is not there is no reason to do without the other. */
static void
make (Outcome *outcome, const BvBackupRequest *request, const BvProgress *progress)
{
  g_autoptr (GError) error = NULL;
  BvBackup *backup = bv_backup_job_run (request, progress, &error);

  if (backup == NULL)
    {
      g_ptr_array_add (outcome->failures, g_strdup (error->message));
      return;
    }
  g_clear_pointer (&outcome->last, bv_backup_job_free);
  outcome->last = backup;
}

static gpointer
make_all (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  const Wish *wish = job->input;
  BvProgress progress = bv_work_get_progress (job->work);
  guint n_places = 1 + g_strv_length (wish->places);
  Outcome *outcome = g_new0 (Outcome, 1);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  outcome->failures = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_places; i++)
    {
      BvProgress part = bv_progress_narrow (&progress, (double) i / n_places, (i + 1.0) / n_places);
      const BvBackupRequest request
        = { job->folder, i > 0 ? wish->places[i - 1] : NULL, now, TRUE, wish->check_all };

      if (!bv_progress_is_cancelled (&part, NULL))
        make (outcome, &request, &part);
    }
  if (!bv_progress_is_cancelled (&progress, error))
    return outcome;
  outcome_free (outcome);
  return NULL;
}

static void
show_failures (const Outcome *outcome)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < outcome->failures->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) outcome->failures->pdata[i]);
  bv_remarks_show (_ ("The backup was made in one place only"), text->str);
}

static void
show_damaged (const BvBackup *backup)
{
  g_autofree char *text = g_strjoinv ("\n", backup->manifest->damaged);

  bv_remarks_show (_ ("The backup is made, but for damaged evidence"), text);
}

static void
finish (const BvJob *job, gpointer result)
{
  const Outcome *outcome = result;
  g_autofree char *message = NULL;

  if (outcome->last == NULL)
    {
      g_autoptr (GError) error
        = g_error_new_literal (BV_STORE_ERROR, BV_STORE_ERROR_FILE, outcome->failures->pdata[0]);

      bv_work_fail (job->work, error);
      return;
    }
  message = bv_backup_job_describe (outcome->last);
  bv_work_finish (job->work, message, NULL);
  bv_session_announce_backup (job->session);
  if (outcome->failures->len > 0)
    show_failures (outcome);
  if (outcome->last->manifest->damaged[0] != NULL)
    show_damaged (outcome->last);
}

/**
 * bv_backup_work_start:
 * @session: a session
 * @check_all: whether every file of evidence is hashed again
 *
 * Makes a backup in the library's own place, and in the one that the user chose, in a thread.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_backup_work_start (BvSession *session, gboolean check_all)
{
  static const BvJobKind kind = { FALSE, make_all, finish, wish_free, outcome_free };
  Wish *wish = g_new0 (Wish, 1);

  wish->places = bv_backup_places_list ();
  wish->check_all = check_all;
  return bv_job_start (&kind, session, _ ("Making and proving a backup…"), wish);
}
