/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inbox/handout-dialog.h"

#include "app/guide/guide.h"
#include "app/mail/letter-choice.h"
#include "app/session/job.h"
#include "app/system/dialog-parent.h"
#include "app/system/last-folder.h"
#include "exchange/intake/inbox.h"

#include <glib/gi18n-lib.h>

#define FOLDER_KEY "form-folder"

/**
 * BvHandoutDialog:
 *
 * The units that are asked for something: which of them get a form, and how.
 */
struct _BvHandoutDialog
{
  GtkWindow parent_instance;
  GtkCheckButton *mail_button;
  GtkCheckButton *file_button;
  GtkCheckButton *all_button;
  GtkLabel *count_label;
  GtkWidget *write_button;
  GListStore *choices;

  BvSession *session;
  gboolean is_choosing; /* all at once */
};

G_DEFINE_FINAL_TYPE (BvHandoutDialog, bv_handout_dialog, GTK_TYPE_WINDOW)

static BvHandoutWay
get_way (BvHandoutDialog *self)
{
  return gtk_check_button_get_active (self->mail_button) ? BV_HANDOUT_MAIL : BV_HANDOUT_FILE;
}

static void
show_count (BvHandoutDialog *self)
{
  guint n_without;
  g_auto (GStrv) units = bv_letter_choice_list_chosen (G_LIST_MODEL (self->choices), &n_without);
  guint n_chosen = g_strv_length (units);
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  g_autofree char *count = g_strdup_printf (_ ("Forms for %u of %u units"), n_chosen, n_all);
  g_autofree char *without
    = g_strdup_printf (_ ("%s; of %u no address is known: add it in the mail program"), count, n_without);

  gtk_label_set_label (self->count_label,
                       get_way (self) == BV_HANDOUT_MAIL && n_without > 0 ? without : count);
  gtk_widget_set_sensitive (self->write_button, n_chosen > 0);
  self->is_choosing = TRUE;
  bv_letter_choice_show_all (G_LIST_MODEL (self->choices), n_chosen, self->all_button);
  self->is_choosing = FALSE;
}

static void
chosen_cb (BvHandoutDialog *self)
{
  if (!self->is_choosing)
    show_count (self);
}

static void
all_toggled_cb (BvHandoutDialog *self)
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
  gtk_check_button_set_label (GTK_CHECK_BUTTON (button), name);
}

/* Enter in a row is as good as a click on its box. */
static void
activate_cb (BvHandoutDialog *self, guint position)
{
  g_autoptr (BvLetterChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), position);

  bv_letter_choice_set_chosen (choice, !bv_letter_choice_is_chosen (choice));
}

static void
folder_chosen_cb (GtkNativeDialog *chooser, int response, BvHandoutDialog *self)
{
  g_autoptr (GFile) folder
    = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autoptr (BvWork) work = folder != NULL ? bv_handout_dialog_write (self, folder) : NULL;

  gtk_native_dialog_destroy (chooser);
  if (work != NULL)
    bv_dialog_parent_close (GTK_WINDOW (self));
}

static void
write_cb (BvHandoutDialog *self)
{
  GtkFileChooserNative *chooser
    = gtk_file_chooser_native_new (_ ("In which folder?"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Write"), _ ("_Cancel"));

  bv_last_folder_show (GTK_FILE_CHOOSER (chooser), FOLDER_KEY);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data_full (G_OBJECT (self), "chooser", chooser, g_object_unref);
  g_signal_connect_object (chooser, "response", G_CALLBACK (folder_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
bv_handout_dialog_dispose (GObject *object)
{
  g_clear_object (&BV_HANDOUT_DIALOG (object)->session);
  G_OBJECT_CLASS (bv_handout_dialog_parent_class)->dispose (object);
}

static void
bv_handout_dialog_class_init (BvHandoutDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_handout_dialog_dispose;
  g_type_ensure (BV_TYPE_LETTER_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/inbox/handout-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BvHandoutDialog, mail_button);
  gtk_widget_class_bind_template_child (widget_class, BvHandoutDialog, file_button);
  gtk_widget_class_bind_template_child (widget_class, BvHandoutDialog, all_button);
  gtk_widget_class_bind_template_child (widget_class, BvHandoutDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, BvHandoutDialog, write_button);
  gtk_widget_class_bind_template_child (widget_class, BvHandoutDialog, choices);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, bv_letter_choice_setup_item);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, bv_letter_choice_unbind_item);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bv_handout_dialog_init (BvHandoutDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_guide_add_to_dialog (GTK_WINDOW (self), "12-hop-nhan.html");
}

/* Those that have one already are not chosen again. */
static void
add_choice (BvHandoutDialog *self, const BvInboxEntry *entry)
{
  const BvHandout *last = entry->handouts->len > 0 ? g_ptr_array_index (entry->handouts, 0) : NULL;
  const BvLetter letter
    = { .unit = entry->unit, .name = entry->name, .email = entry->email, .n_items = entry->n_missing };
  const BvLetterRecord record = { .written = last != NULL ? last->handed : 0 };
  g_autoptr (BvLetterChoice) choice = bv_letter_choice_new (&letter, last != NULL ? &record : NULL);

  bv_letter_choice_set_chosen (choice, last == NULL);
  g_signal_connect_object (choice, "notify::chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_list_store_append (self->choices, choice);
}

static GtkWidget *
create (GtkWindow *parent, BvSession *session, const BvInbox *inbox)
{
  BvHandoutDialog *self = g_object_new (BV_TYPE_HANDOUT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  for (guint i = 0; i < inbox->entries->len; i++)
    {
      const BvInboxEntry *entry = g_ptr_array_index (inbox->entries, i);

      if (entry->is_asked)
        add_choice (self, entry);
    }
  show_count (self);
  return GTK_WIDGET (self);
}

/* The window that asks, and the day on which it is looked what is missing. */
typedef struct
{
  GWeakRef parent;
  gint64 date;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_weak_ref_clear (&question->parent);
  g_free (question);
}

static gpointer
read_inbox (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  return bv_inbox_read (library, job->campaign, ((const Question *) job->input)->date, error);
}

static void
show (const BvJob *job, gpointer result)
{
  Question *question = job->input;
  const BvInbox *inbox = result;
  gboolean has_units = inbox->n_asked > 0;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&question->parent);

  bv_work_finish (job->work, has_units ? "" : _ ("Nobody is asked for anything yet: put units forward first"),
                  NULL);
  if (has_units && parent != NULL)
    gtk_window_present (GTK_WINDOW (create (parent, job->session, inbox)));
}

/**
 * bv_handout_dialog_start:
 * @parent: the window
 * @session: a session with a campaign
 *
 * Looks in a thread which units are asked for something, and shows them.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_handout_dialog_start (GtkWindow *parent, BvSession *session)
{
  static const BvJobKind kind = { TRUE, read_inbox, show, question_free, (GDestroyNotify) bv_inbox_free };
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->parent, parent);
  question->date = bv_session_get_date (session);
  return bv_job_start (&kind, session, _ ("Looking who is asked for something…"), question);
}

/**
 * bv_handout_dialog_get_choices:
 * @dialog: the dialog
 *
 * Returns: (transfer none): list of #BvLetterChoice
 */
GListModel *
bv_handout_dialog_get_choices (BvHandoutDialog *dialog)
{
  return G_LIST_MODEL (dialog->choices);
}

/**
 * bv_handout_dialog_set_way:
 * @dialog: the dialog
 * @way: how the forms are handed out
 */
void
bv_handout_dialog_set_way (BvHandoutDialog *dialog, BvHandoutWay way)
{
  gtk_check_button_set_active (way == BV_HANDOUT_MAIL ? dialog->mail_button : dialog->file_button, TRUE);
}

/**
 * bv_handout_dialog_write:
 * @dialog: the dialog
 * @folder: in which a folder for the forms is made
 *
 * Has the forms written, unless the folder will not do, which is said then.
 *
 * Returns: (transfer full) (nullable): the work
 */
BvWork *
bv_handout_dialog_write (BvHandoutDialog *dialog, GFile *folder)
{
  guint n_without;
  g_auto (GStrv) units = bv_letter_choice_list_chosen (G_LIST_MODEL (dialog->choices), &n_without);
  const BvHandoutRequest request = { folder, units, get_way (dialog) };

  if (!bv_session_check_file (dialog->session, folder))
    return NULL;
  bv_last_folder_set (FOLDER_KEY, folder);
  return bv_handout_job_start (dialog->session, &request);
}
