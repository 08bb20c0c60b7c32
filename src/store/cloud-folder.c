/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/cloud-folder.h"

#include "store/file-system.h"

#include <string.h>

/* How the folder of a service is known: by its own name or its beginning, by what the service lays into it,
 * by where a variable says that it is. */
typedef struct
{
  const char *service;
  const char *names[6];     /* of the folder; with "*" at its end: what it begins with */
  const char *markers[4];   /* files or folders in it */
  const char *variables[4]; /* of the environment */
} Cloud;

static const Cloud clouds[] = {
  { "OneDrive",
    { "OneDrive", "OneDrive - *" },
    { ".849C9593-D756-4E56-8D6E-42412F2A707B", ".849C9593-D756-4E56-8D6E42412F2A707B" },
    { "OneDrive", "OneDriveConsumer", "OneDriveCommercial" } },
  { "Google Drive",
    { "Google Drive", "GoogleDrive", "GoogleDrive-*", "My Drive", "Drive của tôi", "google-drive:*" },
    { ".tmp.driveupload", ".tmp.drivedownload", ".shortcut-targets-by-id" } },
  { "Dropbox", { "Dropbox", "Dropbox (*" }, { ".dropbox.cache" } },
  { "iCloud", { "iCloudDrive", "iCloud Drive", "com~apple~CloudDocs" } },
  { "Nextcloud", { "Nextcloud" }, { ".nextcloudsync.log" } },
  { "ownCloud", { "ownCloud" }, { ".owncloudsync.log" } },
  { "MEGA", { "MEGAsync" }, { ".megaignore" } },
  { "pCloud", { "pCloudDrive", "pCloud Drive" } },
  { "Synology Drive", { "SynologyDrive" }, { ".SynologyWorkingDirectory" } },
  { "Syncthing", { NULL }, { ".stfolder" } },
};

static gboolean
has_name (const Cloud *cloud, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (cloud->names) && cloud->names[i] != NULL; i++)
    {
      const char *star = strchr (cloud->names[i], '*');

      if (star != NULL ? strncmp (name, cloud->names[i], star - cloud->names[i]) == 0
                       : g_str_equal (name, cloud->names[i]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_marker (const Cloud *cloud, GFile *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (cloud->markers) && cloud->markers[i] != NULL; i++)
    {
      g_autoptr (GFile) marker = g_file_get_child (folder, cloud->markers[i]);

      if (g_file_query_exists (marker, NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_meant (const Cloud *cloud, GFile *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (cloud->variables) && cloud->variables[i] != NULL; i++)
    {
      const char *path = g_getenv (cloud->variables[i]);
      g_autoptr (GFile) meant = path != NULL && *path != '\0' ? bv_file_system_resolve (path) : NULL;

      if (meant != NULL && g_file_equal (folder, meant))
        return TRUE;
    }
  return FALSE;
}

static const char *
find_service (GFile *folder)
{
  g_autofree char *name = g_file_get_basename (folder);

  for (guint i = 0; i < G_N_ELEMENTS (clouds); i++)
    if (has_name (&clouds[i], name) || has_marker (&clouds[i], folder) || is_meant (&clouds[i], folder))
      return clouds[i].service;
  return NULL;
}

/**
 * bv_cloud_folder_find:
 * @folder: a folder that is there
 *
 * A service that copies single files while they are written takes a database apart.
 *
 * Returns: (transfer none) (nullable): the service that keeps it, or a folder above it, the same on several
 * computers; %NULL: none that is known
 */
const char *
bv_cloud_folder_find (const char *folder)
{
  g_autoptr (GFile) next = bv_file_system_resolve (folder);
  const char *service = NULL;

  while (next != NULL && service == NULL)
    {
      GFile *above = g_file_get_parent (next);

      service = find_service (next);
      g_object_unref (next);
      next = above;
    }
  return service;
}
