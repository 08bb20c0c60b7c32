/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/evidence-dialog.h"

#include "app/attaching.h"
#include "app/last-folder.h"

#include <glib/gi18n-lib.h>

/* What is asked for. */
typedef struct
{
  BvSession *session;
  gint64 nominee;
  char *criterion;
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->session);
  g_free (wish->criterion);
  g_free (wish);
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
  Wish *wish = data;
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GPtrArray) files = list_files (chooser);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      bv_last_folder_keep (chooser, "evidence-folder");
      g_object_unref (bv_attaching_start (wish->session, wish->nominee, wish->criterion, files));
    }
  wish_free (wish);
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
 * @criterion: the code of a leaf of its group
 *
 * Asks for the files that shall prove a score, and attaches them.
 */
void
bv_evidence_dialog_ask (GtkWindow *parent, BvSession *session, gint64 nominee, const char *criterion)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    _ ("Add evidence"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), _ ("_Cancel"));
  Wish *wish = g_new0 (Wish, 1);

  wish->session = g_object_ref (session);
  wish->nominee = nominee;
  wish->criterion = g_strdup (criterion);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  add_filters (GTK_FILE_CHOOSER (dialog));
  bv_last_folder_show (GTK_FILE_CHOOSER (dialog), "evidence-folder");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), wish);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
