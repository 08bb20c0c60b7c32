/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mail/letters-dialog.h"

#include "app/draft/record-draft.h"
#include "app/form/field-entry.h"
#include "app/guide/guide.h"
#include "app/mail/letter-choice.h"
#include "app/mail/letters-job.h"
#include "app/session/job.h"
#include "app/system/dialog-parent.h"
#include "app/system/last-folder.h"
#include "core/points.h"
#include "core/text/date.h"
#include "core/unit.h"
#include "exchange/mail/unit-letters.h"
#include "store/edit.h"
#include "store/proposals.h"

#include <glib/gi18n-lib.h>

#define FOLDER_KEY "mail-folder"
#define ADDRESS_CHARS 22

/**
 * BvLettersDialog:
 *
 * The units that still owe something: which of them are written to, and until when they are asked to answer.
 */
struct _BvLettersDialog
{
  GtkWindow parent_instance;
  GtkEditable *until_entry;
  GtkCheckButton *list_button;
  GtkCheckButton *all_button;
  GtkLabel *count_label;
  GtkLabel *message_label;
  GtkWidget *write_button;
  GListStore *choices;

  BvSession *session;
  gboolean is_choosing; /* all at once */
};

G_DEFINE_FINAL_TYPE (BvLettersDialog, bv_letters_dialog, GTK_TYPE_WINDOW)

static void
show_message (BvLettersDialog *self, const char *message)
{
  gtk_label_set_label (self->message_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), *message != '\0');
}

static void
show_count (BvLettersDialog *self)
{
  guint n_without;
  g_auto (GStrv) units = bv_letter_choice_list_chosen (G_LIST_MODEL (self->choices), &n_without);
  guint n_chosen = g_strv_length (units);
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  g_autofree char *count = g_strdup_printf (_ ("Letters for %u of %u units"), n_chosen, n_all);
  g_autofree char *without = g_strdup_printf (
    _ ("%s; of %u no address is known: type it below, or in the mail program"), count, n_without);

  gtk_label_set_label (self->count_label, n_without > 0 ? without : count);
  gtk_widget_set_sensitive (self->write_button, n_chosen > 0);
  self->is_choosing = TRUE;
  bv_letter_choice_show_all (G_LIST_MODEL (self->choices), n_chosen, self->all_button);
  self->is_choosing = FALSE;
}

static void
chosen_cb (BvLettersDialog *self)
{
  if (!self->is_choosing)
    show_count (self);
}

static void
all_toggled_cb (BvLettersDialog *self)
{
  gboolean chosen = gtk_check_button_get_active (self->all_button);

  if (self->is_choosing)
    return;
  self->is_choosing = TRUE;
  bv_letter_choice_choose_all (G_LIST_MODEL (self->choices), chosen);
  self->is_choosing = FALSE;
  show_count (self);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *button = bv_letter_choice_bind_item (item);
  g_autofree char *name = NULL;

  g_object_get (gtk_list_item_get_item (item), "name", &name, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What is wrong with an address is said where the dialog says what is wrong. */
static void
address_message_cb (GtkWidget *entry, GParamSpec *pspec, BvLettersDialog *self)
{
  const char *message = bv_field_entry_get_message (BV_FIELD_ENTRY (entry));

  show_message (self, message != NULL ? message : "");
}

static void
setup_address_cb (BvLettersDialog *self, GtkListItem *item)
{
  GtkWidget *entry = bv_field_entry_new ();

  gtk_widget_add_css_class (entry, "cell-entry");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("none is known"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), ADDRESS_CHARS);
  g_signal_connect_object (entry, "notify::message", G_CALLBACK (address_message_cb), self, 0);
  gtk_list_item_set_child (item, entry);
}

static void
address_saved_cb (BvDraft *draft, BvLetterChoice *choice)
{
  const BvUnit *unit = bv_draft_get_record (draft, BV_DRAFT_WHOLE);

  bv_letter_choice_set_address (choice, unit->email);
}

/* Returns: a draft of the unit; NULL: it is gone, which is reported */
static BvDraft *
read_unit (BvLettersDialog *self, const char *code)
{
  gint64 campaign = bv_session_get_campaign (self->session);
  g_autoptr (GError) error = NULL;
  gint64 unit = bv_edit_find (bv_session_get_library (self->session), campaign, &bv_unit_entity, campaign,
                              code, &error);

  if (error == NULL)
    return bv_record_draft_read (self->session, &bv_unit_entity, unit);
  bv_session_report (self->session, error);
  return NULL;
}

/* What is typed is kept with the unit, as an action of its own. */
static void
bind_address_cb (BvLettersDialog *self, GtkListItem *item)
{
  BvFieldEntry *entry = BV_FIELD_ENTRY (gtk_list_item_get_child (item));
  BvLetterChoice *choice = gtk_list_item_get_item (item);
  g_autoptr (BvDraft) draft = read_unit (self, bv_letter_choice_get_unit (choice));
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_object_get (choice, "name", &name, NULL);
  label = g_strdup_printf (_ ("Address of %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (draft == NULL)
    return;
  g_signal_connect_object (draft, "changed", G_CALLBACK (address_saved_cb), choice, 0);
  bv_field_entry_bind (entry, draft, BV_DRAFT_WHOLE, bv_entity_find_field (&bv_unit_entity, "email"));
}

static void
unbind_address_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  bv_field_entry_bind (BV_FIELD_ENTRY (gtk_list_item_get_child (item)), NULL, BV_DRAFT_WHOLE, NULL);
}

/* Enter in a row is as good as a click on its box. */
static void
activate_cb (BvLettersDialog *self, guint position)
{
  g_autoptr (BvLetterChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), position);

  bv_letter_choice_set_chosen (choice, !bv_letter_choice_is_chosen (choice));
}

static void
folder_chosen_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  BvLettersDialog *self = data;
  g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autoptr (BvWork) work = NULL;

  if (response == GTK_RESPONSE_ACCEPT && folder != NULL)
    work = bv_letters_dialog_write (self, folder);
  gtk_native_dialog_destroy (chooser);
  if (work != NULL)
    bv_dialog_parent_close (GTK_WINDOW (self));
}

static gboolean
read_until (BvLettersDialog *self, gint64 *until)
{
  const char *text = gtk_editable_get_text (self->until_entry);
  g_autoptr (GError) error = NULL;

  *until = *text != '\0' ? bv_date_parse_vietnamese (text, FALSE, &error) : BV_NONE;
  if (error == NULL && bv_unit_letters_check_until (*until, &error))
    return TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self->until_entry), "error");
  show_message (self, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->until_entry));
  return FALSE;
}

/* A doubtful day is pointed out as it is typed; what is not a day yet, only when it is used. */
static void
until_changed_cb (BvLettersDialog *self)
{
  gint64 until = bv_date_parse_vietnamese (gtk_editable_get_text (self->until_entry), FALSE, NULL);
  g_autofree char *doubt = bv_unit_letters_doubt_until (until, bv_session_get_date (self->session));
  g_autoptr (GError) error = NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (self->until_entry), "error");
  if (!bv_unit_letters_check_until (until, &error))
    show_message (self, error->message);
  else
    show_message (self, doubt != NULL ? doubt : "");
}

static void
write_cb (BvLettersDialog *self)
{
  GtkFileChooserNative *chooser;
  gint64 until;

  if (!read_until (self, &until))
    return;
  chooser = gtk_file_chooser_native_new (_ ("In which folder?"), GTK_WINDOW (self),
                                         GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Write"), _ ("_Cancel"));
  bv_last_folder_show (GTK_FILE_CHOOSER (chooser), FOLDER_KEY);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data_full (G_OBJECT (self), "chooser", chooser, g_object_unref);
  g_signal_connect_object (chooser, "response", G_CALLBACK (folder_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
bv_letters_dialog_dispose (GObject *object)
{
  g_clear_object (&BV_LETTERS_DIALOG (object)->session);
  G_OBJECT_CLASS (bv_letters_dialog_parent_class)->dispose (object);
}

static void
bv_letters_dialog_class_init (BvLettersDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_letters_dialog_dispose;
  g_type_ensure (BV_TYPE_LETTER_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/mail/letters-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BvLettersDialog, until_entry);
  gtk_widget_class_bind_template_child (widget_class, BvLettersDialog, list_button);
  gtk_widget_class_bind_template_child (widget_class, BvLettersDialog, all_button);
  gtk_widget_class_bind_template_child (widget_class, BvLettersDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, BvLettersDialog, message_label);
  gtk_widget_class_bind_template_child (widget_class, BvLettersDialog, write_button);
  gtk_widget_class_bind_template_child (widget_class, BvLettersDialog, choices);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, bv_letter_choice_setup_item);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, bv_letter_choice_unbind_item);
  gtk_widget_class_bind_template_callback (widget_class, setup_address_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_address_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_address_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, until_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bv_letters_dialog_init (BvLettersDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_guide_add_to_dialog (GTK_WINDOW (self), "09-ho-so.html");
}

static const BvLetterRecord *
find_last (const GPtrArray *records, const char *unit)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const BvLetterRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (record->unit, unit))
        return record;
    }
  return NULL;
}

static GtkWidget *
create (GtkWindow *parent, BvSession *session, const GPtrArray *letters, const char *const *among)
{
  BvLettersDialog *self = g_object_new (BV_TYPE_LETTERS_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GPtrArray) records
    = bv_letters_list_last (bv_session_get_library (session), bv_session_get_campaign (session), NULL);

  self->session = g_object_ref (session);
  for (guint i = 0; i < letters->len; i++)
    {
      const BvLetter *letter = g_ptr_array_index (letters, i);
      g_autoptr (BvLetterChoice) choice = bv_letter_choice_new (letter, find_last (records, letter->unit));

      bv_letter_choice_set_chosen (choice, among == NULL || g_strv_contains (among, letter->unit));
      g_signal_connect_object (choice, "notify::chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (choice, "notify::address", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      g_list_store_append (self->choices, choice);
    }
  show_count (self);
  return GTK_WIDGET (self);
}

/* The window that asks, and the day on which it is looked what is missing. */
typedef struct
{
  GWeakRef parent;
  gint64 date;
  char **nominees; /* whose units are chosen at first; NULL: @among says which */
  char **among;    /* the units that are chosen at first; NULL: all */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_weak_ref_clear (&question->parent);
  g_strfreev (question->nominees);
  g_strfreev (question->among);
  g_free (question);
}

static gboolean
owes_of (const BvMissing *missing, const BvMissingUnit *unit, const char *const *nominees)
{
  for (guint i = 0; i < unit->items->len; i++)
    {
      const BvMissingItem *item = g_ptr_array_index (unit->items, i);

      if (g_strv_contains (nominees, bv_contest_entrant (missing->proposal->contest, item->entrant)->key))
        return TRUE;
    }
  return FALSE;
}

/* Those that owe something of these nominees: a commune's letter goes to its district. */
static char **
list_owing (const BvMissing *missing, const char *const *nominees)
{
  g_autoptr (GStrvBuilder) units = g_strv_builder_new ();

  for (guint i = 0; i < missing->units->len; i++)
    {
      const BvMissingUnit *unit = g_ptr_array_index (missing->units, i);

      if (owes_of (missing, unit, nominees))
        g_strv_builder_add (units, unit->unit->code);
    }
  return g_strv_builder_end (units);
}

static gpointer
compose (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  Question *question = job->input;
  g_autoptr (BvProposal) proposal = NULL;
  g_autoptr (BvMissing) missing = NULL;

  proposal = bv_proposals_read (library, job->campaign, question->date, error);
  if (proposal == NULL)
    return NULL;
  missing = bv_missing_new (proposal, NULL, NULL);
  if (question->nominees != NULL)
    question->among = list_owing (missing, (const char *const *) question->nominees);
  return bv_unit_letters_compose (missing, NULL, BV_NONE, FALSE, error);
}

static void
show (const BvJob *job, gpointer result)
{
  Question *question = job->input;
  GPtrArray *letters = result;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&question->parent);

  bv_work_finish (job->work, letters->len > 0 ? "" : _ ("Nothing is missing: there is nobody to write to"),
                  NULL);
  if (letters->len > 0 && parent != NULL)
    gtk_window_present (
      GTK_WINDOW (create (parent, job->session, letters, (const char *const *) question->among)));
}

static BvWork *
start (GtkWindow *parent, BvSession *session, char **nominees, char **among)
{
  static const BvJobKind kind = { TRUE, compose, show, question_free, (GDestroyNotify) g_ptr_array_unref };
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->parent, parent);
  question->date = bv_session_get_date (session);
  question->nominees = nominees;
  question->among = among;
  return bv_job_start (&kind, session, _ ("Looking for what is missing…"), question);
}

/**
 * bv_letters_dialog_start:
 * @parent: the window
 * @session: a session with a campaign
 *
 * Looks in a thread which units still owe something, and shows them.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_letters_dialog_start (GtkWindow *parent, BvSession *session)
{
  return bv_letters_dialog_start_among (parent, session, NULL);
}

/**
 * bv_letters_dialog_start_among:
 * @parent: the window
 * @session: a session with a campaign
 * @units: (nullable): codes, %NULL-terminated; %NULL: all
 *
 * As bv_letters_dialog_start(); only these units are chosen at first.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_letters_dialog_start_among (GtkWindow *parent, BvSession *session, const char *const *units)
{
  return start (parent, session, NULL, g_strdupv ((char **) units));
}

/**
 * bv_letters_dialog_start_about:
 * @parent: the window
 * @session: a session with a campaign
 * @nominees: keys, %NULL-terminated
 *
 * As bv_letters_dialog_start(); only the units that answer for these nominees are chosen at first.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_letters_dialog_start_about (GtkWindow *parent, BvSession *session, const char *const *nominees)
{
  return start (parent, session, g_strdupv ((char **) nominees), NULL);
}

/**
 * bv_letters_dialog_get_choices:
 * @dialog: the dialog
 *
 * Returns: (transfer none): list of #BvLetterChoice
 */
GListModel *
bv_letters_dialog_get_choices (BvLettersDialog *dialog)
{
  return G_LIST_MODEL (dialog->choices);
}

/**
 * bv_letters_dialog_set_until:
 * @dialog: the dialog
 * @until: the day before which an answer is asked for, as typed
 */
void
bv_letters_dialog_set_until (BvLettersDialog *dialog, const char *until)
{
  gtk_editable_set_text (dialog->until_entry, until);
}

/**
 * bv_letters_dialog_write:
 * @dialog: the dialog
 * @folder: in which a folder for the letters is made
 *
 * Has the letters written, unless the day is none or the folder will not do, which is said then.
 *
 * Returns: (transfer full) (nullable): the work
 */
BvWork *
bv_letters_dialog_write (BvLettersDialog *dialog, GFile *folder)
{
  guint n_without;
  g_auto (GStrv) units = bv_letter_choice_list_chosen (G_LIST_MODEL (dialog->choices), &n_without);
  BvLettersRequest request
    = { .folder = folder, .units = units, .with_list = gtk_check_button_get_active (dialog->list_button) };

  if (!read_until (dialog, &request.until) || !bv_session_check_file (dialog->session, folder))
    return NULL;
  bv_last_folder_set (FOLDER_KEY, folder);
  return bv_letters_job_start (dialog->session, &request);
}
