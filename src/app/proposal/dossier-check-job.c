/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/proposal/dossier-check-job.h"

#include "app/proposal/passphrase-question.h"
#include "app/session/job.h"
#include "app/session/remarks.h"
#include "exchange/dossier/dossier-check.h"

#include <glib/gi18n-lib.h>

/* The dossier that is checked. */
typedef struct
{
  GFile *file;
  char *passphrase; /* NULL: none was asked for yet */
} Asked;

/* What came of it: one of both. */
typedef struct
{
  BvDossierCheck *check;
  GError *refusal; /* another passphrase is needed */
} Answer;

/* Whoever is asked for the passphrase of a dossier. */
typedef struct
{
  BvSession *session;
  GFile *file;
} Question;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->file);
  g_free (asked->passphrase);
  g_free (asked);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->check, bv_dossier_check_free);
  g_clear_error (&answer->refusal);
  g_free (answer);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->session);
  g_object_unref (question->file);
  g_free (question);
}

static gpointer
check (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  const Asked *asked = job->input;
  BvProgress progress = bv_work_get_progress (job->work);
  g_autofree char *path = g_file_get_path (asked->file);
  g_autoptr (GError) local = NULL;
  Answer *answer = g_new0 (Answer, 1);

  answer->check = bv_dossier_check (path, asked->passphrase, &progress, &local);
  if (answer->check == NULL && g_error_matches (local, BV_DOSSIER_ERROR, BV_DOSSIER_ERROR_PASSPHRASE))
    answer->refusal = g_steal_pointer (&local);
  if (local == NULL)
    return answer;
  answer_free (answer);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static BvWork *start (BvSession *session, GFile *file, const char *passphrase);

static void
answered (const char *passphrase, gpointer data)
{
  const Question *question = data;

  g_object_unref (start (question->session, question->file, passphrase));
}

static void
ask (const BvJob *job, const char *message)
{
  const Asked *asked = job->input;
  Question *question = g_new (Question, 1);

  question->session = g_object_ref (job->session);
  question->file = g_object_ref (asked->file);
  bv_work_finish (job->work, message, NULL);
  bv_passphrase_question_ask (message, answered, question, question_free);
}

static void
show_findings (const BvDossierCheck *result, const char *message)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < result->findings->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (result->findings, i));
  bv_remarks_show (message, text->str);
}

static void
show (const BvJob *job, gpointer result)
{
  const Asked *asked = job->input;
  const Answer *answer = result;
  g_autofree char *base = g_file_get_basename (asked->file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *message = NULL;

  if (answer->refusal != NULL)
    {
      ask (job, answer->refusal->message);
      return;
    }
  message = bv_dossier_check_describe (answer->check, name);
  bv_work_finish (job->work, message, NULL);
  if (answer->check->findings->len > 0)
    show_findings (answer->check, message);
}

static BvWork *
start (BvSession *session, GFile *file, const char *passphrase)
{
  static const BvJobKind kind = { FALSE, check, show, asked_free, answer_free };
  Asked *asked = g_new (Asked, 1);

  asked->file = g_object_ref (file);
  asked->passphrase = g_strdup (passphrase);
  return bv_job_start (&kind, session, _ ("Checking the dossier…"), asked);
}

/**
 * bv_dossier_check_job_start:
 * @session: a session
 * @file: a dossier, on this machine
 *
 * Reads a dossier in a thread and says whether it is as it was written; what is not is listed. Where it is
 * encrypted, asks for the passphrase until it is the right one or the user gives up.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_dossier_check_job_start (BvSession *session, GFile *file)
{
  return start (session, file, NULL);
}
