/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mail/mail-dialog.h"

#include "app/guide/guide.h"
#include "app/mail/mail-job.h"
#include "app/page/unsaved.h"
#include "app/proposal/seal-dialog.h"
#include "app/system/last-folder.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "exchange/mail/mail-address.h"
#include "exchange/mail/proposal-mail.h"
#include "store/sealings.h"
#include "store/shown-path.h"

#include <glib/gi18n-lib.h>

#define FOLDER_KEY "mail-folder"

/**
 * BvMailDialog:
 *
 * Asks to whom the proposal is written, what is said and what goes with it, and has the mail written.
 */
struct _BvMailDialog
{
  GtkWindow parent_instance;
  GtkEditable *to_entry;
  GtkEditable *cc_entry;
  GtkEditable *subject_entry;
  GtkTextBuffer *body;
  GtkCheckButton *sealed_button; /* shown where there is what was sealed */
  GtkCheckButton *draft_button;
  GtkCheckButton *seal_button;
  GtkBox *paper_box;
  GtkLabel *folder_label;
  GtkLabel *message_label;
  GtkCheckButton *paper_buttons[BV_N_PAPERS]; /* NULL: it does not go with a mail */
  BvSession *session;
  GFile *folder;
  guint sealing; /* the number of the sealing that is offered; 0: none */
  gboolean has_sealings;
};

static void bv_mail_dialog_be_unsaved (BvUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvMailDialog,
                               bv_mail_dialog,
                               GTK_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_UNSAVED, bv_mail_dialog_be_unsaved))

static void
show_message (BvMailDialog *self, const char *message)
{
  gtk_label_set_label (self->message_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), *message != '\0');
}

static gboolean
is_draft (BvMailDialog *self)
{
  return gtk_check_button_get_active (self->draft_button);
}

static char *
read_body (BvMailDialog *self)
{
  char *text = NULL;

  g_object_get (self->body, "text", &text, NULL);
  return text;
}

/* What the user has changed stays. */
static void
suggest (BvMailDialog *self, gboolean draft)
{
  const BvCampaign *head = bv_session_get_head (self->session);
  g_autofree char *old_subject = bv_proposal_mail_subject (head, !draft);
  g_autofree char *old_body = bv_proposal_mail_body (head, !draft);
  g_autofree char *subject = bv_proposal_mail_subject (head, draft);
  g_autofree char *body = bv_proposal_mail_body (head, draft);
  const char *shown_subject = gtk_editable_get_text (self->subject_entry);
  g_autofree char *shown_body = read_body (self);

  if (*shown_subject == '\0' || g_str_equal (shown_subject, old_subject))
    gtk_editable_set_text (self->subject_entry, subject);
  if (*shown_body == '\0' || g_str_equal (shown_body, old_body))
    gtk_text_buffer_set_text (self->body, body, -1);
}

/* What says what differs from something sealed needs something sealed before. */
static void
enable_papers (BvMailDialog *self)
{
  gboolean first
    = gtk_check_button_get_active (self->sealed_button) ? self->sealing <= 1 : !self->has_sealings;

  for (BvPaperId paper = 0; paper < BV_N_PAPERS; paper++)
    if (self->paper_buttons[paper] != NULL && (bv_paper_get (paper)->use & BV_PAPER_FOLLOWS) != 0)
      {
        GtkCheckButton *button = self->paper_buttons[paper];

        gtk_widget_set_sensitive (GTK_WIDGET (button), !first);
        gtk_widget_set_tooltip_text (GTK_WIDGET (button),
                                     first ? _ ("Nothing was sealed before what is sent") : NULL);
        if (first)
          gtk_check_button_set_active (button, FALSE);
      }
}

static void
kind_toggled_cb (BvMailDialog *self)
{
  if (self->session == NULL)
    return;
  suggest (self, is_draft (self));
  enable_papers (self);
}

/* What was sealed is likelier sent than sealed again. */
static void
offer_sealing (BvMailDialog *self, const BvSealing *sealing)
{
  g_autofree char *day = bv_date_to_vietnamese (sealing->date);
  g_autofree char *text
    = g_strdup_printf (_ ("As it was sealed: sealing %u, ranking of %s"), sealing->number, day);

  self->sealing = sealing->number;
  gtk_check_button_set_label (self->sealed_button, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sealed_button), sealing->file);
  gtk_widget_set_visible (GTK_WIDGET (self->sealed_button), TRUE);
  gtk_check_button_set_active (self->sealed_button, TRUE);
}

/* @number: 0: the last that was kept */
static void
find_sealing (BvMailDialog *self, guint number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sealings = bv_sealings_list (bv_session_get_library (self->session),
                                                     bv_session_get_campaign (self->session), &error);

  if (sealings == NULL)
    bv_session_report (self->session, error);
  self->has_sealings = sealings != NULL && sealings->len > 0;
  for (guint i = sealings != NULL ? sealings->len : 0; i > 0; i--)
    {
      const BvSealing *sealing = g_ptr_array_index (sealings, i - 1);

      if (sealing->dump == NULL || (number != 0 && sealing->number != number))
        continue;
      offer_sealing (self, sealing);
      return;
    }
}

static void
folder_chosen_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  BvMailDialog *self = data;
  g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && folder != NULL)
    bv_mail_dialog_set_folder (self, folder);
  gtk_native_dialog_destroy (chooser);
}

static void
folder_clicked_cb (BvMailDialog *self)
{
  GtkFileChooserNative *chooser
    = gtk_file_chooser_native_new (_ ("Where to keep the e-mail"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), _ ("_Cancel"));

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), self->folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data_full (G_OBJECT (self), "chooser", chooser, g_object_unref);
  g_signal_connect_object (chooser, "response", G_CALLBACK (folder_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
write_cb (BvMailDialog *self)
{
  g_autoptr (BvWork) work = bv_mail_dialog_write (self);

  if (work != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
bv_mail_dialog_commit (BvUnsaved *unsaved)
{
}

static gboolean
is_worded (BvMailDialog *self)
{
  const BvCampaign *head = bv_session_get_head (self->session);
  g_autofree char *subject = bv_proposal_mail_subject (head, is_draft (self));
  g_autofree char *body = bv_proposal_mail_body (head, is_draft (self));
  g_autofree char *shown_body = read_body (self);

  return !g_str_equal (gtk_editable_get_text (self->subject_entry), subject)
         || !g_str_equal (shown_body, body);
}

static const char *
bv_mail_dialog_get_message (BvUnsaved *unsaved)
{
  BvMailDialog *self = BV_MAIL_DIALOG (unsaved);

  if (self->session == NULL
      || (bv_text_is_blank (gtk_editable_get_text (self->to_entry))
          && bv_text_is_blank (gtk_editable_get_text (self->cc_entry)) && !is_worded (self)))
    return NULL;
  return _ ("The mail was not written yet");
}

static void
bv_mail_dialog_give_back (BvUnsaved *unsaved)
{
  BvMailDialog *self = BV_MAIL_DIALOG (unsaved);

  gtk_editable_set_text (self->to_entry, "");
  gtk_editable_set_text (self->cc_entry, "");
  gtk_editable_set_text (self->subject_entry, "");
  gtk_text_buffer_set_text (self->body, "", -1);
  suggest (self, is_draft (self));
}

static void
bv_mail_dialog_be_unsaved (BvUnsavedInterface *iface)
{
  iface->commit = bv_mail_dialog_commit;
  iface->get_message = bv_mail_dialog_get_message;
  iface->give_back = bv_mail_dialog_give_back;
}

static void
bv_mail_dialog_dispose (GObject *object)
{
  BvMailDialog *self = BV_MAIL_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->folder);
  G_OBJECT_CLASS (bv_mail_dialog_parent_class)->dispose (object);
}

static void
bv_mail_dialog_class_init (BvMailDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_mail_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/mail/mail-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BvMailDialog, to_entry);
  gtk_widget_class_bind_template_child (widget_class, BvMailDialog, cc_entry);
  gtk_widget_class_bind_template_child (widget_class, BvMailDialog, subject_entry);
  gtk_widget_class_bind_template_child (widget_class, BvMailDialog, body);
  gtk_widget_class_bind_template_child (widget_class, BvMailDialog, sealed_button);
  gtk_widget_class_bind_template_child (widget_class, BvMailDialog, draft_button);
  gtk_widget_class_bind_template_child (widget_class, BvMailDialog, seal_button);
  gtk_widget_class_bind_template_child (widget_class, BvMailDialog, paper_box);
  gtk_widget_class_bind_template_child (widget_class, BvMailDialog, folder_label);
  gtk_widget_class_bind_template_child (widget_class, BvMailDialog, message_label);
  gtk_widget_class_bind_template_callback (widget_class, kind_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* In the order of the dossier. */
static void
add_papers (BvMailDialog *self)
{
  BvPaperId paper;

  for (guint place = 1; (paper = bv_paper_find_in_dossier (place)) < BV_N_PAPERS; place++)
    if ((bv_paper_get (paper)->use & BV_PAPER_MAILED) != 0)
      {
        self->paper_buttons[paper]
          = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (bv_paper_title (paper)));
        gtk_box_append (self->paper_box, GTK_WIDGET (self->paper_buttons[paper]));
      }
}

static void
bv_mail_dialog_init (BvMailDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_guide_add_to_dialog (GTK_WINDOW (self), "09-ho-so.html");
  bv_unsaved_guard (GTK_WINDOW (self));
  add_papers (self);
}

static guint
list_papers (BvMailDialog *self)
{
  guint set = 0;

  for (BvPaperId paper = 0; paper < BV_N_PAPERS; paper++)
    if (self->paper_buttons[paper] != NULL && gtk_check_button_get_active (self->paper_buttons[paper]))
      set |= BV_PAPER_SET (paper);
  return set;
}

static gboolean
check_addresses (BvMailDialog *self, GtkEditable *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) addresses = bv_mail_addresses_parse (gtk_editable_get_text (entry), &error);

  if (addresses != NULL)
    return TRUE;
  show_message (self, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  return FALSE;
}

static BvWork *
start (BvMailDialog *self, const BvSealChoice *choice)
{
  const BvCampaign *head = bv_session_get_head (self->session);
  g_autofree char *usual_subject = bv_proposal_mail_subject (head, choice->draft);
  g_autofree char *usual_body = bv_proposal_mail_body (head, choice->draft);
  const char *subject = gtk_editable_get_text (self->subject_entry);
  g_autofree char *body = read_body (self);
  g_autoptr (GFile) folder = g_object_ref (self->folder);
  const BvMailRequest request = {
    .files = { .what = bv_seal_choice_request (choice, bv_session_get_campaign (self->session)),
               .papers = list_papers (self),
               .parent = g_file_peek_path (folder) },
    .to = gtk_editable_get_text (self->to_entry),
    .cc = gtk_editable_get_text (self->cc_entry),
    .subject = g_str_equal (subject, usual_subject) ? NULL : subject,
    .body = g_str_equal (body, usual_body) ? NULL : body,
  };

  bv_last_folder_set (FOLDER_KEY, folder);
  return bv_mail_job_start (self->session, gtk_window_get_transient_for (GTK_WINDOW (self)), &request);
}

static void
sealed_cb (GtkWindow *dialog, BvSession *session, const BvSealChoice *choice)
{
  BvMailDialog *self = BV_MAIL_DIALOG (dialog);

  gtk_check_button_set_active (choice->draft ? self->draft_button : self->seal_button, TRUE);
  g_object_unref (start (self, choice));
  gtk_window_destroy (dialog);
}

/**
 * bv_mail_dialog_new:
 * @parent: the window
 * @session: a session with a campaign
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
bv_mail_dialog_new (GtkWindow *parent, BvSession *session)
{
  BvMailDialog *self = g_object_new (BV_TYPE_MAIL_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GFile) folder = bv_last_folder_find (FOLDER_KEY);

  self->session = g_object_ref (session);
  bv_mail_dialog_set_folder (self, folder);
  find_sealing (self, 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->seal_button), !bv_session_is_read_only (session));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->seal_button), bv_session_explain_read_only (session));
  suggest (self, is_draft (self));
  enable_papers (self);
  return GTK_WIDGET (self);
}

/**
 * bv_mail_dialog_choose_sealing:
 * @dialog: the dialog
 * @number: which sealing of the campaign is sent, from 1
 */
void
bv_mail_dialog_choose_sealing (BvMailDialog *dialog, guint number)
{
  find_sealing (dialog, number);
  enable_papers (dialog);
}

/**
 * bv_mail_dialog_set_folder:
 * @dialog: the dialog
 * @folder: where a folder for the mail and its files is to be made
 */
void
bv_mail_dialog_set_folder (BvMailDialog *dialog, GFile *folder)
{
  g_autofree char *path = g_file_get_path (folder);
  g_autofree char *shown = path != NULL ? bv_shown_path_write (path) : g_file_get_uri (folder);

  g_set_object (&dialog->folder, folder);
  gtk_label_set_label (dialog->folder_label, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (dialog->folder_label), shown);
}

/**
 * bv_mail_dialog_choose_paper:
 * @dialog: the dialog
 * @paper: the name of one of those that it offers
 * @chosen: whether it goes with the mail
 */
void
bv_mail_dialog_choose_paper (BvMailDialog *dialog, const char *paper, gboolean chosen)
{
  for (BvPaperId i = 0; i < BV_N_PAPERS; i++)
    if (dialog->paper_buttons[i] != NULL && g_str_equal (bv_paper_name (i), paper))
      gtk_check_button_set_active (dialog->paper_buttons[i], chosen);
}

/**
 * bv_mail_dialog_write:
 * @dialog: the dialog
 *
 * Has the mail written, unless an address or the folder will not do, which the dialog then says. Where the
 * proposal is to be sealed, it is asked for first, and the dialog goes when that is answered.
 *
 * Returns: (transfer full) (nullable): the work; %NULL where none was begun yet
 */
BvWork *
bv_mail_dialog_write (BvMailDialog *dialog)
{
  static const BvSealWords words
    = { N_ ("E-mail the proposal"), N_ ("_Seal and write the e-mail"), N_ ("E-mail a _draft") };
  g_autoptr (GFile) inside = g_file_get_child (dialog->folder, "x.eml");
  g_autoptr (BvSealChoice) choice = NULL;

  if (!check_addresses (dialog, dialog->to_entry) || !check_addresses (dialog, dialog->cc_entry)
      || !bv_session_check_file (dialog->session, inside))
    return NULL;
  if (gtk_check_button_get_active (dialog->seal_button))
    {
      bv_seal_dialog_ask (GTK_WINDOW (dialog), dialog->session, &words, sealed_cb);
      return NULL;
    }
  if (gtk_check_button_get_active (dialog->sealed_button))
    choice = bv_seal_choice_new_again (dialog->sealing);
  else
    choice = bv_seal_choice_new_draft (dialog->session);
  return start (dialog, choice);
}
