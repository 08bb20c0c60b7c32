/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/system/last-folder.h"

/**
 * bv_last_folder_find:
 * @key: the setting that holds the folder
 *
 * Returns: (transfer full): the last folder of this kind, at first the documents of the user
 */
GFile *
bv_last_folder_find (const char *key)
{
  g_autoptr (GSettings) settings = g_settings_new (BV_APP_ID);
  g_autofree char *uri = g_settings_get_string (settings, key);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;

  if (folder == NULL || (g_file_is_native (folder) && !g_file_query_exists (folder, NULL)))
    return g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  return g_steal_pointer (&folder);
}

/**
 * bv_last_folder_set:
 * @key: the setting that holds the folder
 * @folder: a folder that was chosen
 */
void
bv_last_folder_set (const char *key, GFile *folder)
{
  g_autoptr (GSettings) settings = g_settings_new (BV_APP_ID);
  g_autofree char *uri = g_file_get_uri (folder);

  g_settings_set_string (settings, key, uri);
}

/**
 * bv_last_folder_show:
 * @chooser: a file chooser that is not shown yet
 * @key: the setting that holds the folder
 *
 * Begins where the last file of this kind was chosen, at first in the documents of the user.
 */
void
bv_last_folder_show (GtkFileChooser *chooser, const char *key)
{
  g_autoptr (GFile) folder = bv_last_folder_find (key);

  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

/**
 * bv_last_folder_keep:
 * @chooser: a file chooser in which a file was chosen
 * @key: the setting that holds the folder
 */
void
bv_last_folder_keep (GtkFileChooser *chooser, const char *key)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (chooser);
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  if (folder != NULL)
    bv_last_folder_set (key, folder);
}
