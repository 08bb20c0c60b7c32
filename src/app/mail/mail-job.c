/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mail/mail-job.h"

#include "app/mail/mail-delivery.h"
#include "app/session/job.h"
#include "app/system/question.h"
#include "core/text/wording.h"
#include "exchange/mail/mail-split.h"
#include "exchange/mail/proposal-mail.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define DRAFT_NAME "Thư điện tử"

/* How the files are divided, where they are too large for one mail; responses of the question. */
typedef enum
{
  DIVISION_NONE,
  DIVISION_WORKBOOK_ONLY,
  DIVISION_SEVERAL,
} Division;

/* A mail, from the request to the drafts. What was not published is removed with it. */
typedef struct
{
  GWeakRef parent;
  BvProposalFilesRequest request;
  char *reason;
  char *confirmed;
  char *folder;
  gint64 most; /* bytes that one mail may have */
  BvMail *mail;
  gint64 size; /* of the mail in one piece */
  BvProposalFiles *files;
  Division division;
  GPtrArray *parts;  /* of BvMail: as many as are opened */
  GPtrArray *drafts; /* of char: the path of each */
} Letter;

static void
letter_clear (gpointer data)
{
  Letter *letter = data;

  for (guint i = 0; letter->drafts != NULL && !letter->files->published && i < letter->drafts->len; i++)
    g_remove (g_ptr_array_index (letter->drafts, i));
  g_clear_pointer (&letter->drafts, g_ptr_array_unref);
  g_clear_pointer (&letter->parts, g_ptr_array_unref);
  g_clear_pointer (&letter->files, bv_proposal_files_free);
  bv_mail_free (letter->mail);
  g_free (letter->folder);
  g_free (letter->reason);
  g_free (letter->confirmed);
  g_weak_ref_clear (&letter->parent);
}

static void
letter_unref (gpointer letter)
{
  g_atomic_rc_box_release_full (letter, letter_clear);
}

static GPtrArray *
divide (const Letter *letter, GError **error)
{
  if (letter->division == DIVISION_WORKBOOK_ONLY)
    g_ptr_array_set_size (letter->mail->files, 1);
  return bv_mail_split (letter->mail, letter->division == DIVISION_SEVERAL ? letter->most : G_MAXINT64,
                        error);
}

static char *
name_draft (const Letter *letter, guint index)
{
  g_autofree char *name = letter->parts->len == 1 ? g_strdup (DRAFT_NAME ".eml")
                                                  : g_strdup_printf (DRAFT_NAME " %u.eml", index + 1);

  return g_build_filename (letter->files->folder, name, NULL);
}

static gboolean
write_drafts (Letter *letter, GCancellable *cancellable, GError **error)
{
  letter->parts = divide (letter, error);
  if (letter->parts == NULL)
    return FALSE;
  letter->drafts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < letter->parts->len; i++)
    {
      g_autofree char *path = name_draft (letter, i);

      if (!bv_mail_write (g_ptr_array_index (letter->parts, i), path, cancellable, error))
        return FALSE;
      g_ptr_array_add (letter->drafts, g_steal_pointer (&path));
    }
  return TRUE;
}

/* What the user did not word speaks of the campaign as it is sent, which may be as it was sealed. */
static void
write_usual (Letter *letter)
{
  const BvProposal *proposal = letter->files->export->proposal;
  gboolean draft = proposal->seal == NULL;

  if (letter->mail->subject == NULL)
    letter->mail->subject = bv_proposal_mail_subject (proposal->campaign, draft);
  if (letter->mail->body == NULL)
    letter->mail->body = bv_proposal_mail_body (proposal->campaign, draft);
}

static gpointer
prepare (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  Letter *letter = job->input;
  BvProgress progress = bv_work_get_progress (job->work);

  letter->files = bv_proposal_files_new (library, &letter->request, &progress, error);
  if (letter->files == NULL)
    return NULL;
  write_usual (letter);
  bv_proposal_files_attach (letter->files, letter->mail);
  letter->size = bv_mail_measure (letter->mail, error);
  if (letter->size < 0 || (letter->size <= letter->most && !write_drafts (letter, cancellable, error)))
    return NULL;
  return g_atomic_rc_box_acquire (letter);
}

static gpointer
write_divided (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  Letter *letter = job->input;

  return write_drafts (letter, cancellable, error) ? g_atomic_rc_box_acquire (letter) : NULL;
}

/* The workbook has its name now. */
static void
rename_workbook (Letter *letter, const char *written)
{
  for (guint i = 0; i < letter->parts->len; i++)
    {
      BvMail *part = g_ptr_array_index (letter->parts, i);

      for (guint j = 0; j < part->files->len; j++)
        {
          BvMailFile *file = g_ptr_array_index (part->files, j);

          if (!g_str_equal (file->path, written))
            continue;
          g_free (file->path);
          file->path = g_strdup (letter->files->export->path);
        }
    }
}

static void
finish (const BvJob *job, Letter *letter)
{
  g_autofree char *written = g_strdup (letter->files->export->written);
  g_autoptr (GError) error = NULL;

  if (!bv_proposal_files_publish (letter->files, bv_session_get_library (job->session), &error))
    {
      bv_work_fail (job->work, error);
      return;
    }
  rename_workbook (letter, written);
  bv_mail_delivery_start (job->work, letter->parts, letter->drafts);
}

static void
divided_cb (const BvJob *job, gpointer result)
{
  finish (job, result);
}

static const BvJobKind dividing = {
  .run = write_divided,
  .done = divided_cb,
  .free_input = letter_unref,
  .free_result = letter_unref,
};

/* A question about a letter, of a session. */
typedef struct
{
  BvSession *session;
  Letter *letter;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->session);
  letter_unref (question->letter);
  g_free (question);
}

static void
answered_cb (GtkDialog *dialog, int response, gpointer data)
{
  Question *question = data;

  if (response == DIVISION_WORKBOOK_ONLY || response == DIVISION_SEVERAL)
    {
      question->letter->division = response;
      g_object_unref (bv_job_start (&dividing, question->session, _ ("Writing the e-mail…"),
                                    g_atomic_rc_box_acquire (question->letter)));
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
ask (BvSession *session, GtkWindow *parent, Letter *letter)
{
  g_autofree char *size = bv_wording_file_size (letter->size);
  g_autofree char *most = bv_wording_file_size (letter->most);
  Question *question = g_new0 (Question, 1);
  GtkWidget *dialog = gtk_message_dialog_new (
    parent, GTK_DIALOG_MODAL | GTK_DIALOG_USE_HEADER_BAR | GTK_DIALOG_DESTROY_WITH_PARENT,
    GTK_MESSAGE_WARNING, GTK_BUTTONS_NONE, _ ("The e-mail would have %s"), size);

  question->session = g_object_ref (session);
  question->letter = g_atomic_rc_box_acquire (letter);
  gtk_message_dialog_format_secondary_text (
    GTK_MESSAGE_DIALOG (dialog), _ ("Many servers refuse more than %s. How should it be sent?"), most);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("Only the _workbook"), DIVISION_WORKBOOK_ONLY);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Several e-mails"), DIVISION_SEVERAL);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), DIVISION_SEVERAL);
  bv_question_set_title (dialog, _ ("E-mail the proposal"));
  gtk_widget_set_name (dialog, "too-large");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question,
                         (GClosureNotify) (void (*) (void)) question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
prepared_cb (const BvJob *job, gpointer result)
{
  Letter *letter = result;
  g_autoptr (GtkWindow) parent = NULL;

  if (letter->drafts != NULL)
    {
      finish (job, letter);
      return;
    }
  bv_work_finish (job->work, "", NULL);
  parent = g_weak_ref_get (&letter->parent);
  if (parent != NULL)
    ask (job->session, parent, letter);
}

static const BvJobKind preparing = {
  .reads_library = TRUE,
  .run = prepare,
  .done = prepared_cb,
  .free_input = letter_unref,
  .free_result = letter_unref,
};

static gint64
read_most (void)
{
  g_autoptr (GSettings) settings = g_settings_new (BV_APP_ID);

  return g_settings_get_int64 (settings, "mail-most-bytes");
}

/**
 * bv_mail_job_start:
 * @session: a session with a campaign
 * @parent: the window, for questions
 * @request: what is wanted
 *
 * Writes the proposal's files and a mail with them into a new folder, in a thread, and has the user's mail
 * program open it for editing; where none is known that does, the folder is shown. Nothing is sent. Where it
 * is larger than servers take, the user says how it is divided. Cancelled before, nothing is left.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_mail_job_start (BvSession *session, GtkWindow *parent, const BvMailRequest *request)
{
  Letter *letter = g_atomic_rc_box_new0 (Letter);

  g_weak_ref_init (&letter->parent, parent);
  letter->reason = g_strdup (request->files.what.reason);
  letter->confirmed = g_strdup (request->files.what.confirmed);
  letter->folder = g_strdup (request->files.parent);
  letter->request = request->files;
  letter->request.what.reason = letter->reason;
  letter->request.what.confirmed = letter->confirmed;
  letter->request.parent = letter->folder;
  letter->mail = bv_mail_new (request->to, request->cc, request->subject, request->body);
  letter->most = read_most ();
  return bv_job_start (&preparing, session, _ ("Writing the e-mail…"), letter);
}
