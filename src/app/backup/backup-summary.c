/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/backup-summary.h"

#include "app/backup/backup-age.h"
#include "app/backup/backup-places.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/**
 * BvBackupSummary:
 *
 * The one line of truth: when the newest proven backup was made, where it lies and what was compared; beside
 * it when backups are made, and where. `places-changed` is emitted when that is another.
 */
struct _BvBackupSummary
{
  GtkWidget parent_instance;
  GtkImage *icon;
  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkCheckButton *close_button;
  GtkCheckButton *second_button;
  GtkLabel *second_label;
  GtkWidget *change_button;
  GSettings *settings;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BvBackupSummary, bv_backup_summary, GTK_TYPE_WIDGET)

enum
{
  PLACES_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_second (BvBackupSummary *self)
{
  g_autofree char *name = bv_backup_places_name_second ();
  g_autofree char *label = name != NULL ? g_strdup_printf (_ ("In a second place: %s"), name)
                                        : g_strdup (_ ("In a second place too…"));

  self->is_filling = TRUE;
  gtk_label_set_label (self->second_label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->second_button), name);
  gtk_check_button_set_active (self->second_button, name != NULL);
  gtk_widget_set_visible (self->change_button, name != NULL);
  self->is_filling = FALSE;
}

static void
set_second (BvBackupSummary *self, GFile *folder)
{
  bv_backup_places_set_second (folder);
  show_second (self);
  g_signal_emit (self, signals[PLACES_CHANGED], 0);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  BvBackupSummary *self = data;

  if (response == GTK_RESPONSE_ACCEPT && folder != NULL && g_file_peek_path (folder) != NULL)
    set_second (self, folder);
  else
    show_second (self);
  g_object_unref (dialog);
}

static void
choose_second (BvBackupSummary *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (_ ("A folder on another disk for backups"), window,
                                   GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), _ ("_Cancel"));
  g_autoptr (GFile) present = bv_backup_places_get_second ();

  if (present != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), present, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
second_toggled_cb (BvBackupSummary *self)
{
  if (self->is_filling)
    return;
  if (gtk_check_button_get_active (self->second_button))
    choose_second (self);
  else
    set_second (self, NULL);
}

static void
change_clicked_cb (BvBackupSummary *self)
{
  choose_second (self);
}

static void
bv_backup_summary_dispose (GObject *object)
{
  BvBackupSummary *self = BV_BACKUP_SUMMARY (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_BACKUP_SUMMARY);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (bv_backup_summary_parent_class)->dispose (object);
}

static void
bv_backup_summary_class_init (BvBackupSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_backup_summary_dispose;
  signals[PLACES_CHANGED] = g_signal_new ("places-changed", BV_TYPE_BACKUP_SUMMARY, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/backup/backup-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, BvBackupSummary, icon);
  gtk_widget_class_bind_template_child (widget_class, BvBackupSummary, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvBackupSummary, text_label);
  gtk_widget_class_bind_template_child (widget_class, BvBackupSummary, close_button);
  gtk_widget_class_bind_template_child (widget_class, BvBackupSummary, second_button);
  gtk_widget_class_bind_template_child (widget_class, BvBackupSummary, second_label);
  gtk_widget_class_bind_template_child (widget_class, BvBackupSummary, change_button);
  gtk_widget_class_bind_template_callback (widget_class, second_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_backup_summary_init (BvBackupSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (BV_APP_ID);
  g_settings_bind (self->settings, "backup-on-close", self->close_button, "active", G_SETTINGS_BIND_DEFAULT);
  show_second (self);
}

static char *
describe_newest (const BvBackupEntry *newest)
{
  g_autofree char *age = bv_backup_age_write (newest->time, g_get_real_time () / G_USEC_PER_SEC);

  if (newest->paths->len < 2)
    /* Translators: a time */
    return g_strdup_printf (_ ("Newest backup: %s."), age);
  return g_strdup_printf (_ ("Newest backup: %s, in %u places."), age, newest->paths->len);
}

static char *
describe_proof (const BvBackupManifest *manifest)
{
  g_autofree char *rows = bv_wording_number (manifest->rows);
  g_autofree char *files = bv_wording_number (manifest->files_checked);

  return g_strdup_printf (
    _ ("The copy was opened again; %s rows and %s files were compared with the library."), rows, files);
}

static void
add_missing (GString *text, const BvBackupList *list)
{
  for (guint i = 0; i < list->missing->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", (char *) list->missing->pdata[i]);
}

/**
 * bv_backup_summary_show:
 * @summary: the summary
 * @list: the backups
 */
void
bv_backup_summary_show (BvBackupSummary *summary, const BvBackupList *list)
{
  const BvBackupEntry *newest = bv_backup_list_find_newest (list);
  g_autofree char *title = newest != NULL ? describe_newest (newest) : NULL;
  g_autofree char *proof = newest != NULL ? describe_proof (newest->manifest) : NULL;
  g_autoptr (GString) text = g_string_new (proof);
  gboolean sound = newest != NULL && list->missing->len == 0;

  show_second (summary);
  add_missing (text, list);
  gtk_image_set_from_icon_name (summary->icon, sound ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  gtk_label_set_label (summary->title_label, title != NULL ? title : _ ("There is no backup yet."));
  gtk_label_set_label (summary->text_label,
                       text->len > 0 ? text->str : _ ("Make one now, best on another disk too."));
}
