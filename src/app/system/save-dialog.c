/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/system/save-dialog.h"

#include "app/system/last-folder.h"
#include "app/system/question.h"
#include "store/file-name.h"
#include "store/shown-path.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A file that is to be saved. */
typedef struct
{
  GtkWindow *parent;
  BvSession *session;
  const BvSaveKind *kind;
  char *name;
  gpointer data;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->parent);
  g_object_unref (request->session);
  g_free (request->name);
  request->kind->free_data (request->data);
  g_free (request);
}

static gboolean
has_suffix (const char *path, const char *suffix)
{
  gsize length = strlen (path);
  gsize tail = strlen (suffix);

  return length > tail && g_ascii_strcasecmp (path + length - tail, suffix) == 0;
}

static GFile *
add_suffix (GFile *file, const char *suffix)
{
  g_autofree char *complete = NULL;

  /* A portal allows the name that was chosen, and no other. */
  if (has_suffix (g_file_peek_path (file), suffix) || bv_shown_path_is_handed_over (g_file_peek_path (file)))
    return g_object_ref (file);
  complete = g_strconcat (g_file_peek_path (file), suffix, NULL);
  return g_file_new_for_path (complete);
}

static void ask_for_file (Request *request);

static void
save (Request *request, GFile *file)
{
  request->kind->save (request->session, file, request->data);
  request_free (request);
}

static void
replace_answered_cb (GtkDialog *dialog, int response, gpointer data)
{
  Request *request = data;
  g_autoptr (GFile) file = g_object_ref (g_object_get_data (G_OBJECT (dialog), "file"));

  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response == GTK_RESPONSE_ACCEPT)
    {
      save (request, file);
      return;
    }
  g_free (request->name);
  request->name = g_file_get_basename (file);
  ask_for_file (request);
}

/* The file chooser asked about the name without its suffix. */
static void
ask_to_replace (Request *request, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  GtkWidget *dialog
    = gtk_message_dialog_new (request->parent, GTK_DIALOG_MODAL | GTK_DIALOG_USE_HEADER_BAR,
                              GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, _ ("Replace “%s”?"), name);

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s",
                                            _ ("There is a file of this name in the folder already."));
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Other name…"), GTK_RESPONSE_CANCEL);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Replace"), GTK_RESPONSE_ACCEPT);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  bv_question_set_title (dialog, _ ("The file is there already"));
  gtk_widget_set_name (dialog, "replace");
  g_signal_connect (dialog, "response", G_CALLBACK (replace_answered_cb), request);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
take_file (Request *request, GFile *file)
{
  g_autoptr (GFile) complete = NULL;

  if (!bv_session_check_file (request->session, file))
    {
      request_free (request);
      return;
    }
  complete = add_suffix (file, request->kind->suffix);
  if (!g_file_equal (complete, file) && g_file_query_exists (complete, NULL))
    ask_to_replace (request, complete);
  else
    save (request, complete);
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Request *request = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      bv_last_folder_keep (GTK_FILE_CHOOSER (dialog), request->kind->folder_key);
      take_file (request, file);
    }
  else
    {
      request_free (request);
    }
  g_object_unref (dialog);
}

static void
ask_for_file (Request *request)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    _ (request->kind->title), request->parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  g_autofree char *safe = bv_file_name_make_safe (request->name);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ (request->kind->filter));
  gtk_file_filter_add_suffix (filter, request->kind->suffix + 1);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  bv_last_folder_show (GTK_FILE_CHOOSER (dialog), request->kind->folder_key);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), safe);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (file_chosen_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * bv_save_dialog_ask:
 * @parent: the window
 * @session: a session, which reports a file that is not on this machine
 * @kind: what kind of file
 * @name: the name that is offered, with its suffix
 * @data: (transfer full): for the functions of @kind
 *
 * Asks where to save. The file has the suffix of its kind whatever was typed, and an old one is replaced only
 * when the user says so.
 */
void
bv_save_dialog_ask (GtkWindow *parent,
                    BvSession *session,
                    const BvSaveKind *kind,
                    const char *name,
                    gpointer data)
{
  Request *request = g_new0 (Request, 1);

  request->parent = g_object_ref (parent);
  request->session = g_object_ref (session);
  request->kind = kind;
  request->name = g_strdup (name);
  request->data = data;
  ask_for_file (request);
}
