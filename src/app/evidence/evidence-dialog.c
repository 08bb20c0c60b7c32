/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/evidence/evidence-dialog.h"

#include "app/evidence/attach-job.h"
#include "app/system/last-folder.h"

#include <glib/gi18n-lib.h>

/* What is asked for. */
typedef struct
{
  BvSession *session;
  gint64 nominee;
  char *criterion;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->session);
  g_free (request->criterion);
  g_free (request);
}

static GPtrArray *
list_files (GtkFileChooser *chooser)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (chooser);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (list, g_list_model_get_item (files, i));
  return list;
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Request *request = data;
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GPtrArray) files = list_files (chooser);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      bv_last_folder_keep (chooser, "evidence-folder");
      g_object_unref (bv_attach_job_start (request->session, request->nominee, request->criterion, files));
    }
  request_free (request);
  g_object_unref (dialog);
}

static void
add_filters (GtkFileChooser *chooser)
{
  static const char *const suffixes[] = { "pdf",  "jpg", "jpeg", "png", "tif",  "tiff", "doc",
                                          "docx", "xls", "xlsx", "ppt", "pptx", "odt",  "ods" };
  g_autoptr (GtkFileFilter) documents = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (documents, _ ("Documents, tables and pictures"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (documents, suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, documents);
  gtk_file_chooser_add_filter (chooser, all);
}

/**
 * bv_evidence_dialog_ask:
 * @parent: the window
 * @session: a session
 * @nominee: a nominee's row
 * @criterion: (nullable): the code of a leaf of its group; %NULL: the nominee's report of achievements is
 * asked for
 *
 * Asks for the files that are to prove a score, or for that of the report, and attaches them.
 */
void
bv_evidence_dialog_ask (GtkWindow *parent, BvSession *session, gint64 nominee, const char *criterion)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    criterion != NULL ? _ ("Add evidence") : _ ("Attach the report of achievements"), parent,
    GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), _ ("_Cancel"));
  Request *request = g_new0 (Request, 1);

  request->session = g_object_ref (session);
  request->nominee = nominee;
  request->criterion = g_strdup (criterion);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), criterion != NULL);
  add_filters (GTK_FILE_CHOOSER (dialog));
  bv_last_folder_show (GTK_FILE_CHOOSER (dialog), "evidence-folder");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
