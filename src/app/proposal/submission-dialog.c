/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/proposal/submission-dialog.h"

#include "app/draft/record-draft.h"
#include "app/form/record-form.h"
#include "app/guide/guide.h"
#include "app/rules/bases-bar.h"
#include "app/rules/submission-words.h"
#include "app/system/dialog-parent.h"
#include "app/system/question.h"
#include "core/check.h"
#include "core/submission.h"
#include "store/edit.h"

#include <glib/gi18n-lib.h>

/* The parts of the form. */
enum
{
  SECTION_HEAD,
  SECTION_TEXT,
  SECTION_BASES,
  SECTION_SIGNER,
  N_SECTIONS,
};

typedef struct
{
  const char *title;
  const char *fields[6];
} Section;

static const Section sections[N_SECTIONS] = {
  [SECTION_HEAD] = { N_ ("Number, day and addressees"),
                     { "submission.number", "submission.date", "submission.to", "submission.recipients",
                       "submission.report_form" } },
  [SECTION_TEXT] = { N_ ("Subject and text"), { "submission.subject", "submission.text" } },
  [SECTION_BASES] = { N_ ("Legal bases"), { "legal_bases" } },
  [SECTION_SIGNER]
  = { N_ ("Issuing organ and signer"),
      { "issuer.parent", "issuer.organ", "issuer.place", "issuer.signer_title", "issuer.signer" } },
};

/**
 * BvSubmissionDialog:
 *
 * What the letter says that the proposal is sent with (tờ trình). Edits are kept in the dialog until they are
 * saved, all as one action.
 */
struct _BvSubmissionDialog
{
  GtkWindow parent_instance;
  GtkBox *sections;
  GtkWidget *words;
  BvBasesBar *bases_bar;
  GtkLabel *message_label;
  GtkWidget *forms[N_SECTIONS];

  BvSession *session;
  BvDraft *stored; /* as the library has it */
  BvDraft *edited; /* as it is in the dialog */
};

G_DEFINE_FINAL_TYPE (BvSubmissionDialog, bv_submission_dialog, GTK_TYPE_WINDOW)

static void
show_message (BvSubmissionDialog *self, const char *message)
{
  gtk_label_set_label (self->message_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
}

/* What is wrong is said at its field, so its path would add nothing. */
static gboolean
check_edited (gconstpointer before, gconstpointer after, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (bv_check_campaign (after, &local))
    return TRUE;
  bv_check_error_leave (local, "campaign");
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* The usual words are shown to be edited; as long as nobody does, the campaign has none of its own. */
static void
show_pattern (char **pattern, const char *usual)
{
  if (*pattern == NULL)
    *pattern = g_strdup (usual);
}

static void
take_pattern (char **pattern, const char *usual)
{
  if (g_strcmp0 (*pattern, usual) == 0)
    g_clear_pointer (pattern, g_free);
}

static gboolean
take_edited (gpointer record, gpointer data, GError **error)
{
  BvCampaign *campaign = record;
  gconstpointer edited = bv_draft_get_record (data, BV_DRAFT_WHOLE);

  for (guint i = 0; i < N_SECTIONS; i++)
    for (guint k = 0; k < G_N_ELEMENTS (sections[i].fields) && sections[i].fields[k] != NULL; k++)
      bv_field_copy (bv_entity_find_field (&bv_campaign_entity, sections[i].fields[k]), record, edited);
  take_pattern (&campaign->submission_subject, bv_submission_subject);
  take_pattern (&campaign->submission_text, bv_submission_text);
  return TRUE;
}

static GtkWidget *
find_wrong (BvSubmissionDialog *self)
{
  GtkWidget *wrong = NULL;

  for (guint i = 0; i < N_SECTIONS && wrong == NULL; i++)
    wrong = bv_record_form_find_wrong (BV_RECORD_FORM (self->forms[i]));
  return wrong;
}

/* What is still being typed is taken when it loses the focus. Returns what cannot be taken. */
static GtkWidget *
finish_typing (BvSubmissionDialog *self)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  return find_wrong (self);
}

/* What was put right is not complained about any more. */
static void
focus_moved_cb (BvSubmissionDialog *self)
{
  if (self->edited != NULL && find_wrong (self) == NULL)
    show_message (self, NULL);
}

static gboolean
is_changed (BvSubmissionDialog *self)
{
  gpointer stored = bv_draft_get_record (self->stored, BV_DRAFT_WHOLE);
  g_autoptr (BvCampaign) copy = bv_record_copy (stored);

  if (finish_typing (self) != NULL)
    return TRUE;
  take_edited (copy, self->edited, NULL);
  return !bv_record_equal (copy, stored);
}

static void
save_cb (BvSubmissionDialog *self)
{
  if (bv_submission_dialog_save (self))
    bv_dialog_parent_close (GTK_WINDOW (self));
}

static void
leave_answered_cb (GtkDialog *dialog, int response, gpointer data)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response == GTK_RESPONSE_ACCEPT)
    save_cb (data);
  else if (response == GTK_RESPONSE_REJECT)
    bv_dialog_parent_close (GTK_WINDOW (data));
}

static void
ask_to_leave (BvSubmissionDialog *self)
{
  GtkWidget *button;
  GtkWidget *dialog = gtk_message_dialog_new (
    GTK_WINDOW (self), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT | GTK_DIALOG_USE_HEADER_BAR,
    GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", _ ("Save what was changed in the submission?"));

  button = gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Discard"), GTK_RESPONSE_REJECT);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Go on editing"), GTK_RESPONSE_CANCEL);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Save"), GTK_RESPONSE_ACCEPT);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  bv_question_set_title (dialog, _ ("The submission"));
  gtk_widget_set_name (dialog, "leave");
  g_signal_connect (dialog, "response", G_CALLBACK (leave_answered_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
bv_submission_dialog_close_request (GtkWindow *window)
{
  BvSubmissionDialog *self = BV_SUBMISSION_DIALOG (window);

  if (!is_changed (self))
    return GDK_EVENT_PROPAGATE;
  ask_to_leave (self);
  return GDK_EVENT_STOP;
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save_cb (BV_SUBMISSION_DIALOG (widget));
}

static void
bv_submission_dialog_dispose (GObject *object)
{
  BvSubmissionDialog *self = BV_SUBMISSION_DIALOG (object);

  g_clear_object (&self->stored);
  g_clear_object (&self->edited);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bv_submission_dialog_parent_class)->dispose (object);
}

static void
bv_submission_dialog_class_init (BvSubmissionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_submission_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = bv_submission_dialog_close_request;
  g_type_ensure (BV_TYPE_BASES_BAR);
  g_type_ensure (BV_TYPE_SUBMISSION_WORDS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bangvang/BangVang/ui/proposal/submission-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BvSubmissionDialog, sections);
  gtk_widget_class_bind_template_child (widget_class, BvSubmissionDialog, words);
  gtk_widget_class_bind_template_child (widget_class, BvSubmissionDialog, bases_bar);
  gtk_widget_class_bind_template_child (widget_class, BvSubmissionDialog, message_label);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_install_action (widget_class, "submission.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_section (BvSubmissionDialog *self, guint i, GtkWidget *behind)
{
  GtkWidget *heading = gtk_label_new (_ (sections[i].title));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "section");
  gtk_box_append (self->sections, heading);
  self->forms[i] = bv_record_form_new (&bv_campaign_entity, sections[i].fields);
  gtk_box_append (self->sections, self->forms[i]);
  if (behind == NULL)
    return;
  gtk_box_reorder_child_after (self->sections, behind, self->forms[i]);
}

static void
bv_submission_dialog_init (BvSubmissionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_guide_add_to_dialog (GTK_WINDOW (self), "08-giay-to.html");
  for (guint i = 0; i < N_SECTIONS; i++)
    add_section (self, i,
                 i == SECTION_TEXT    ? self->words
                 : i == SECTION_BASES ? GTK_WIDGET (self->bases_bar)
                                      : NULL);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_moved_cb), NULL);
}

/**
 * bv_submission_dialog_new:
 * @parent: the window
 * @session: a session with a campaign
 *
 * Returns: (transfer none) (nullable): the dialog; %NULL where the campaign cannot be read, which the window
 *   says
 */
GtkWidget *
bv_submission_dialog_new (GtkWindow *parent, BvSession *session)
{
  g_autoptr (GError) error = NULL;
  gint64 campaign = bv_session_get_campaign (session);
  BvCampaign *stored = bv_edit_read (bv_session_get_library (session), &bv_campaign_entity, campaign, &error);
  BvCampaign *edited;
  BvSubmissionDialog *self;

  if (stored == NULL)
    {
      bv_session_report (session, error);
      return NULL;
    }
  edited = bv_record_copy (stored);
  show_pattern (&edited->submission_subject, bv_submission_subject);
  show_pattern (&edited->submission_text, bv_submission_text);
  self = g_object_new (BV_TYPE_SUBMISSION_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->stored = bv_record_draft_new (session, stored);
  self->edited = bv_draft_new_apart (edited);
  bv_draft_set_check (self->edited, check_edited);
  bv_bases_bar_bind (self->bases_bar, self->edited);
  for (guint i = 0; i < N_SECTIONS; i++)
    bv_record_form_bind (BV_RECORD_FORM (self->forms[i]), self->edited, BV_DRAFT_WHOLE);
  return GTK_WIDGET (self);
}

/**
 * bv_submission_dialog_get_draft:
 * @dialog: the dialog
 *
 * Returns: (transfer none): the campaign as it is in the dialog
 */
BvDraft *
bv_submission_dialog_get_draft (BvSubmissionDialog *dialog)
{
  return dialog->edited;
}

/**
 * bv_submission_dialog_take_bases:
 * @dialog: the dialog
 *
 * Takes the legal bases that are in force on the day of the submission, else of the ranking, else today.
 */
void
bv_submission_dialog_take_bases (BvSubmissionDialog *dialog)
{
  bv_bases_bar_take (dialog->bases_bar);
}

/**
 * bv_submission_dialog_save:
 * @dialog: the dialog
 *
 * Saves what was changed, as one action; what is wrong is shown at its field.
 *
 * Returns: whether nothing is left to be saved
 */
gboolean
bv_submission_dialog_save (BvSubmissionDialog *dialog)
{
  GtkWidget *wrong = finish_typing (dialog);
  g_autoptr (GError) error = NULL;

  if (wrong != NULL)
    {
      gtk_widget_child_focus (wrong, GTK_DIR_TAB_FORWARD);
      show_message (dialog, _ ("Something is not right yet: see what is said in red above."));
      return FALSE;
    }
  if (bv_draft_edit (dialog->stored, BV_DRAFT_WHOLE, take_edited, dialog->edited, &error))
    return TRUE;
  show_message (dialog, error->message);
  return FALSE;
}
