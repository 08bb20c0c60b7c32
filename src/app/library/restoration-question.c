/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/library/restoration-question.h"

#include "app/backup/backup-age.h"
#include "app/session/reader.h"
#include "app/session/remarks.h"
#include "app/system/last-folder.h"
#include "app/system/question.h"
#include "exchange/backup/backup-comparison.h"
#include "exchange/restore/restore-source.h"

#include <glib/gi18n-lib.h>

#define FOLDER_KEY "restore-folder"

/* What is to take the place of the library. */
typedef struct
{
  char *library; /* its folder */
  char *from;
} Wish;

typedef struct
{
  BvRestoreSource *source;
  BvBackupComparison *comparison;
} Found;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->library);
  g_free (wish->from);
  g_free (wish);
}

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->source, bv_restore_source_free);
  g_clear_pointer (&found->comparison, bv_backup_comparison_free);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static gpointer
find (BvLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wish *wish = data;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Found) found = g_new0 (Found, 1);

  found->source = bv_restore_source_find (wish->from, wish->library, notes, error);
  if (found->source != NULL)
    found->comparison = bv_backup_comparison_new (wish->library, found->source->database, error);
  return found->comparison != NULL ? g_steal_pointer (&found) : NULL;
}

static char *
describe (const BvBackupComparison *comparison)
{
  g_autofree char *holds = bv_backup_comparison_describe_copy (comparison);
  g_autofree char *loss = bv_backup_comparison_describe (comparison);
  GString *text = g_string_new (holds);

  if (loss != NULL)
    g_string_append_printf (text, "\n%s.", loss);
  g_string_append_printf (
    text, "\n%s",
    _ ("The library as it is now is put aside in a folder of its own beside it, and is not "
       "written over."));
  return g_string_free (text, FALSE);
}

static void
answered_cb (GtkDialog *dialog, int response, gpointer data)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  GApplication *application = g_application_get_default ();
  g_autofree char *database = g_strdup (data);

  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response == GTK_RESPONSE_ACCEPT && parent != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (application), "replace-library",
                                    g_variant_new_bytestring (database));
}

static void
ask (GtkWindow *parent, const Found *found)
{
  gint64 made
    = found->source->manifest != NULL ? found->source->manifest->made : found->comparison->copy->last_time;
  g_autofree char *time = bv_backup_age_write_exactly (made);
  g_autofree char *text = describe (found->comparison);
  GtkWidget *dialog = gtk_message_dialog_new (parent, GTK_DIALOG_MODAL, GTK_MESSAGE_QUESTION,
                                              GTK_BUTTONS_NONE, _ ("Restore the copy of %s?"), time);
  GtkWidget *button;

  bv_question_set_title (dialog, _ ("Restore"));
  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", text);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  button = gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Restore, and put the present library aside"),
                                  GTK_RESPONSE_ACCEPT);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  gtk_widget_set_name (dialog, "restoration-question");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), g_strdup (found->source->database),
                         (GClosureNotify) (GCallback) g_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) parent = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Found) found = bv_reader_run_finish (result, &error);

  g_application_release (g_application_get_default ());
  if (gtk_widget_in_destruction (GTK_WIDGET (parent)))
    return;
  if (found != NULL)
    ask (parent, found);
  else
    bv_remarks_show (_ ("This cannot be restored"), error->message);
}

/**
 * bv_restoration_question_ask:
 * @parent: the window
 * @library: the folder of the library
 * @from: a backup, a folder with backups, or the folder of a library
 *
 * Says what the copy holds and what would be lost, and asks whether it is to take the place of the library.
 * Who agrees has the program do so (`app.replace-library`).
 */
void
bv_restoration_question_ask (GtkWindow *parent, const char *library, const char *from)
{
  static const BvReaderKind kind = { find, wish_free, found_free };
  Wish *wish = g_new (Wish, 1);

  *wish = (Wish){ g_strdup (library), g_strdup (from) };
  gtk_window_set_focus (parent, NULL);
  g_application_hold (g_application_get_default ());
  bv_reader_run_async (&kind, NULL, wish, NULL, found_cb, g_object_ref (parent));
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer library)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && folder != NULL && g_file_peek_path (folder) != NULL)
    {
      bv_last_folder_set (FOLDER_KEY, folder);
      bv_restoration_question_ask (gtk_native_dialog_get_transient_for (dialog), library,
                                   g_file_peek_path (folder));
    }
  g_object_unref (dialog);
}

/**
 * bv_restoration_question_choose:
 * @parent: the window
 * @library: the folder of the library
 *
 * Lets the user choose the folder in which there is a backup, then asks as bv_restoration_question_ask()
 * does.
 */
void
bv_restoration_question_choose (GtkWindow *parent, const char *library)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (_ ("The folder with backups, or a library that was copied"), parent,
                                   GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Look"), _ ("_Cancel"));

  bv_last_folder_show (GTK_FILE_CHOOSER (dialog), FOLDER_KEY);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (chosen_cb), g_strdup (library),
                         (GClosureNotify) (GCallback) g_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
