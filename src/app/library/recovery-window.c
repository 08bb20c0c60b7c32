/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/library/recovery-window.h"

#include "app/backup/backup-age.h"
#include "app/backup/backup-roll.h"
#include "app/backup/copy-comparison.h"
#include "app/fault/fault-dialog.h"
#include "app/guide/guide.h"
#include "app/library/restoration-question.h"
#include "app/session/reader.h"
#include "app/system/desktop.h"
#include "app/system/question.h"
#include "store/error.h"
#include "store/verify.h"

#include <glib/gi18n-lib.h>

/**
 * BvRecoveryWindow:
 *
 * What is to be done where the library is damaged: what is wrong with it, the newest proven backup, and how
 * to take over what is whole. It changes nothing by itself.
 */
struct _BvRecoveryWindow
{
  GtkApplicationWindow parent_instance;
  GtkLabel *title_label;
  GtkLabel *reason_label;
  GtkLabel *findings_label;
  GtkLabel *backup_label;
  GtkLabel *error_label;
  GtkWidget *backup_button;
  GtkWidget *salvage_button;
  GtkWidget *again_button;
  GtkWidget *report_button;

  char *folder;
  GError *error;     /* why the library cannot be opened; NULL: it is open */
  char *backup;      /* the newest proven one; NULL: none is known */
  gint64 made;       /* when that was */
  gboolean is_sound; /* it was copied while it was open, and nothing is wrong with what is there */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (BvRecoveryWindow, bv_recovery_window, GTK_TYPE_APPLICATION_WINDOW)

/* One button stands out: what is most likely to bring everything back. */
static void
choose_main_button (BvRecoveryWindow *self)
{
  gboolean restores = self->backup != NULL && !self->is_sound;
  GtkWidget *main_button = restores ? self->backup_button : self->salvage_button;
  GtkWidget *other = restores ? self->salvage_button : self->backup_button;

  gtk_widget_add_css_class (main_button, "suggested-action");
  gtk_widget_remove_css_class (other, "suggested-action");
  gtk_widget_set_sensitive (self->backup_button, self->backup != NULL);
  gtk_window_set_default_widget (GTK_WINDOW (self), main_button);
}

static void
show_findings (BvRecoveryWindow *self, const char *const *findings)
{
  g_autofree char *text = g_strjoinv ("\n", (char **) findings);

  gtk_label_set_label (self->findings_label,
                       *text != '\0' ? text : _ ("Nothing is wrong with what is in the database."));
  self->is_sound = *text == '\0' && g_error_matches (self->error, BV_STORE_ERROR, BV_STORE_ERROR_COPIED);
  choose_main_button (self);
  if (self->is_sound)
    gtk_button_set_label (GTK_BUTTON (self->salvage_button), _ ("_Take it over as it is…"));
}

static gpointer
examine (BvLibrary *library, gpointer folder, GCancellable *cancellable, GError **error)
{
  return bv_verify_at_rest (folder);
}

static void
examined_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BvRecoveryWindow) self = data;
  g_auto (GStrv) findings = bv_reader_run_finish (result, NULL);

  if (findings != NULL)
    show_findings (self, (const char *const *) findings);
}

static void
read_findings (BvRecoveryWindow *self)
{
  static const BvReaderKind kind = { examine, g_free, (GDestroyNotify) g_strfreev };

  gtk_label_set_label (self->findings_label, _ ("The database is being checked…"));
  bv_reader_run_async (&kind, NULL, g_strdup (self->folder), self->cancellable, examined_cb,
                       g_object_ref (self));
}

static void
show_backup (BvRecoveryWindow *self, const BvBackupComparison *comparison)
{
  g_autofree char *time = bv_backup_age_write_exactly (self->made);
  g_autofree char *place = g_path_get_dirname (self->backup);
  g_autofree char *shown = g_filename_display_name (place);
  g_autofree char *holds = bv_backup_comparison_describe_copy (comparison);
  g_autofree char *loss = bv_backup_comparison_describe (comparison);
  g_autofree char *text = NULL;

  if (comparison->present == NULL)
    loss = g_strdup (_ ("What was done after it would be lost; how much cannot be told"));
  else if (loss == NULL)
    loss = g_strdup (_ ("As far as can be told, nothing that was done would be lost"));
  /* Translators: a time, a folder, lines about campaigns, and what would be lost */
  text = g_strdup_printf (_ ("Made %s, in %s\n%s%s."), time, shown, holds, loss);
  gtk_label_set_label (self->backup_label, text);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BvRecoveryWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvBackupComparison) comparison = bv_copy_comparison_read_finish (result, &error);

  if (comparison != NULL)
    show_backup (self, comparison);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_label_set_label (self->backup_label, error->message);
}

static void
take_backup (BvRecoveryWindow *self, const BvBackupEntry *newest)
{
  if (newest == NULL)
    {
      gtk_label_set_label (
        self->backup_label,
        _ ("There is no proven backup where the program looks. If there is one on a stick or "
           "another disk, choose its folder below."));
      return;
    }
  self->backup = g_strdup (newest->paths->pdata[0]);
  self->made = newest->time;
  bv_copy_comparison_read_async (self->folder, self->backup, self->cancellable, compared_cb,
                                 g_object_ref (self));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BvRecoveryWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvBackupList) list = bv_backup_roll_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  take_backup (self, list != NULL ? bv_backup_list_find_newest (list) : NULL);
  choose_main_button (self);
}

static void
read_backups (BvRecoveryWindow *self)
{
  gtk_label_set_label (self->backup_label, _ ("Backups are being looked for…"));
  bv_backup_roll_read_async (self->folder, TRUE, self->cancellable, listed_cb, g_object_ref (self));
}

static void
backup_clicked_cb (BvRecoveryWindow *self)
{
  bv_restoration_question_ask (GTK_WINDOW (self), self->folder, self->backup);
}

static void
folder_clicked_cb (BvRecoveryWindow *self)
{
  bv_restoration_question_choose (GTK_WINDOW (self), self->folder);
}

static void
answered_cb (GtkDialog *dialog, int response)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response == GTK_RESPONSE_ACCEPT)
    g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "salvage-library", NULL);
}

static void
ask_to_salvage (BvRecoveryWindow *self)
{
  GtkWidget *dialog = gtk_message_dialog_new (GTK_WINDOW (self), GTK_DIALOG_MODAL, GTK_MESSAGE_QUESTION,
                                              GTK_BUTTONS_NONE, _ ("Take over what is whole?"));
  GtkWidget *button;

  bv_question_set_title (dialog, _ ("Restore"));
  gtk_message_dialog_format_secondary_text (
    GTK_MESSAGE_DIALOG (dialog), "%s",
    _ (
      "A new library is made of the campaigns of which nothing is missing and nothing was changed, and of their "
      "evidence, with what was sealed of them and which letters were written. What is not whole is named, and left "
      "out. The journal begins anew.\n\nThe damaged library is put aside in a folder of its own beside "
      "it, and is not written over."));
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  button = gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Take over what is whole"), GTK_RESPONSE_ACCEPT);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  gtk_widget_set_name (dialog, "salvage-question");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What was only copied at a bad moment keeps its journal. */
static void
salvage_clicked_cb (BvRecoveryWindow *self)
{
  if (self->is_sound)
    bv_restoration_question_ask (GTK_WINDOW (self), self->folder, self->folder);
  else
    ask_to_salvage (self);
}

static void
open_clicked_cb (BvRecoveryWindow *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GError) error = NULL;
  gboolean opened = bv_desktop_open (folder, &error);

  gtk_label_set_label (self->error_label, opened ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), !opened);
}

static void
report_clicked_cb (BvRecoveryWindow *self)
{
  gtk_window_present (GTK_WINDOW (bv_fault_dialog_new_without_library (GTK_WINDOW (self), self->error)));
}

static void
bv_recovery_window_dispose (GObject *object)
{
  BvRecoveryWindow *self = BV_RECOVERY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (bv_recovery_window_parent_class)->dispose (object);
}

static void
bv_recovery_window_finalize (GObject *object)
{
  BvRecoveryWindow *self = BV_RECOVERY_WINDOW (object);

  g_free (self->folder);
  g_free (self->backup);
  g_clear_error (&self->error);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (bv_recovery_window_parent_class)->finalize (object);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, backup_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, salvage_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, report_clicked_cb);
}

static void
bv_recovery_window_class_init (BvRecoveryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_recovery_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_recovery_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/library/recovery-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvRecoveryWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvRecoveryWindow, reason_label);
  gtk_widget_class_bind_template_child (widget_class, BvRecoveryWindow, findings_label);
  gtk_widget_class_bind_template_child (widget_class, BvRecoveryWindow, backup_label);
  gtk_widget_class_bind_template_child (widget_class, BvRecoveryWindow, error_label);
  gtk_widget_class_bind_template_child (widget_class, BvRecoveryWindow, backup_button);
  gtk_widget_class_bind_template_child (widget_class, BvRecoveryWindow, salvage_button);
  gtk_widget_class_bind_template_child (widget_class, BvRecoveryWindow, again_button);
  gtk_widget_class_bind_template_child (widget_class, BvRecoveryWindow, report_button);
  bind_callbacks (widget_class);
}

static void
bv_recovery_window_init (BvRecoveryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_name (GTK_WIDGET (self), "recovery");
  bv_guide_set_page (GTK_WINDOW (self), "10-khi-can.html");
}

static BvRecoveryWindow *
create (GtkApplication *application, const char *folder, const GError *error)
{
  BvRecoveryWindow *self = g_object_new (BV_TYPE_RECOVERY_WINDOW, "application", application, NULL);

  self->folder = g_strdup (folder);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  gtk_label_set_label (self->title_label, g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_COPIED)
                                            ? _ ("The library was copied while it was open")
                                            : _ ("The library is damaged"));
  gtk_widget_set_visible (self->again_button, error != NULL);
  gtk_widget_set_visible (self->report_button, error != NULL);
  choose_main_button (self);
  read_backups (self);
  return self;
}

/**
 * bv_recovery_window_new:
 * @application: the program
 * @folder: the folder of a library that cannot be opened
 * @error: why: %BV_STORE_ERROR_DAMAGED or %BV_STORE_ERROR_COPIED
 *
 * Returns: (transfer none): a window of its own
 */
GtkWidget *
bv_recovery_window_new (GtkApplication *application, const char *folder, const GError *error)
{
  BvRecoveryWindow *self = create (application, folder, error);

  gtk_label_set_label (self->reason_label, g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_COPIED)
                                             ? error->message
                                             : _ ("It cannot be opened. Nothing in it was changed."));
  read_findings (self);
  return GTK_WIDGET (self);
}

/**
 * bv_recovery_window_new_over:
 * @parent: the window that shows the library
 * @folder: the folder of the library
 * @findings: (nullable): what is wrong with it, a line each; %NULL: the library is asked
 *
 * Returns: (transfer none): a window over that
 */
GtkWidget *
bv_recovery_window_new_over (GtkWindow *parent, const char *folder, const char *const *findings)
{
  BvRecoveryWindow *self = create (gtk_window_get_application (parent), folder, NULL);

  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_label_set_label (self->reason_label,
                       _ ("It can still be shown, but not all of what it says is what was entered."));
  if (findings != NULL)
    show_findings (self, findings);
  else
    read_findings (self);
  return GTK_WIDGET (self);
}
