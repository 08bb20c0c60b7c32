/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/intake/intake-chooser.h"

#include "app/system/last-folder.h"

#include <glib/gi18n-lib.h>

#define FOLDER_KEY "intake-folder"

static void
files_chosen_cb (GtkNativeDialog *chooser, int response, GtkWidget *page)
{
  BvIntakeChosenFunc func = (BvIntakeChosenFunc) g_object_get_data (G_OBJECT (chooser), "func");
  g_autoptr (GListModel) chosen
    = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  gtk_native_dialog_destroy (chooser);
  if (files->len > 0)
    func (files, page);
}

/**
 * bv_intake_chooser_ask:
 * @page: the page that takes files in
 * @func: takes those that are chosen
 *
 * Asks which files have come.
 */
void
bv_intake_chooser_ask (GtkWidget *page, BvIntakeChosenFunc func)
{
  GtkFileChooserNative *chooser
    = gtk_file_chooser_native_new (_ ("Which files have come?"), GTK_WINDOW (gtk_widget_get_root (page)),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Look"), _ ("_Cancel"));

  bv_last_folder_show (GTK_FILE_CHOOSER (chooser), FOLDER_KEY);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data (G_OBJECT (chooser), "func", (gpointer) func);
  g_object_set_data_full (G_OBJECT (page), "chooser", chooser, g_object_unref);
  g_signal_connect_object (chooser, "response", G_CALLBACK (files_chosen_cb), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
