/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/privacy.h"

#include "store/file-system.h"
#include "store/library-parts.h"
#include "store/unfinished/unfinished-name.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>

/**
 * bv_privacy_keep_file:
 * @path: a file of a library, as the system is asked for it
 *
 * Makes it, empty and for this user alone, where it is not there; else takes from all others what they may do
 * with it. What SQLite lays beside a database has the mode of that.
 *
 * Returns: %FALSE with errno set where it is not there and cannot be made
 */
gboolean
bv_privacy_keep_file (const char *path)
{
  int file = g_open (path, O_RDWR | O_CREAT | O_EXCL, 0600);

  if (file >= 0)
    return g_close (file, NULL);
  if (errno != EEXIST)
    return FALSE;
  bv_file_system_close_off (path);
  return TRUE;
}

static gboolean
is_of_library (const char *name)
{
  static const char *const folders[] = { BV_LIBRARY_VAULT, BV_LIBRARY_COPIES, BV_LIBRARY_BACKUPS, NULL };

  return g_strv_contains (folders, name) || g_str_has_prefix (name, "bangvang.")
         || g_str_has_prefix (name, "bangvang-") || bv_unfinished_name_fits (name, TRUE);
}

/**
 * bv_privacy_keep_folder:
 * @folder: the folder of a library, as the system is asked for it
 * @made: whether the library is being made there
 *
 * Takes from all others what they may do with what lies in it at the top; the folders of the library keep
 * them from what is deeper. With the folder itself it does so where nothing else is in it, so that it was
 * made for the library.
 */
void
bv_privacy_keep_folder (const char *folder, gboolean made)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean alone = TRUE;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!is_of_library (name))
        alone = FALSE;
      else if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && bv_file_system_lets_others_in (path))
        bv_file_system_close_off (path);
    }
  if (dir != NULL && alone && (made || bv_file_system_lets_others_in (folder)))
    bv_file_system_close_off (folder);
}

/**
 * bv_privacy_is_kept:
 * @folder: the folder of a library
 *
 * Returns: whether nobody else may enter it
 */
gboolean
bv_privacy_is_kept (const char *folder)
{
  return !bv_file_system_lets_others_in (folder);
}
