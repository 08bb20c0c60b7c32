/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/backup-places.h"

#define SECOND "backup-folder"

/**
 * bv_backup_places_get_second:
 *
 * Returns: (transfer full) (nullable): the folder on another disk in which backups are made too; %NULL: none
 * was chosen
 */
GFile *
bv_backup_places_get_second (void)
{
  g_autoptr (GSettings) settings = g_settings_new (BV_APP_ID);
  g_autofree char *uri = g_settings_get_string (settings, SECOND);

  return *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
}

/**
 * bv_backup_places_set_second:
 * @folder: (nullable): a folder; %NULL: none any more
 */
void
bv_backup_places_set_second (GFile *folder)
{
  g_autoptr (GSettings) settings = g_settings_new (BV_APP_ID);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : g_strdup ("");

  g_settings_set_string (settings, SECOND, uri);
}

/**
 * bv_backup_places_name_second:
 *
 * Returns: (transfer full) (nullable): that folder as people write it; %NULL: none was chosen
 */
char *
bv_backup_places_name_second (void)
{
  g_autoptr (GFile) folder = bv_backup_places_get_second ();

  return folder != NULL ? g_file_get_parse_name (folder) : NULL;
}

/**
 * bv_backup_places_list:
 *
 * Returns: (transfer full): the folders beside the library in which there may be backups, %NULL-terminated
 */
char **
bv_backup_places_list (void)
{
  g_autoptr (GFile) folder = bv_backup_places_get_second ();
  char **places = g_new0 (char *, 2);

  if (folder != NULL)
    places[0] = g_file_get_path (folder);
  return places;
}
