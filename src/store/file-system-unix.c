/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/file-system.h"

#include "store/error.h"
#include "store/failure.h"
#include "store/file-name.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/**
 * bv_file_system_reach:
 * @path: a file or folder
 * @room: how much longer a path that is made of it may get, in units of UTF-16
 *
 * Returns: (transfer full): how the system is to be asked for it, so that it is found however long the path
 * is
 */
char *
bv_file_system_reach (const char *path, guint room)
{
  return g_strdup (path);
}

/**
 * bv_file_system_show:
 * @path: a path, perhaps of bv_file_system_reach()
 *
 * Returns: (transfer full): how people and other programs write it
 */
char *
bv_file_system_show (const char *path)
{
  return g_strdup (path);
}

/**
 * bv_file_system_get_room:
 * @folder: a folder, which need not be there
 *
 * Returns: how long the name of a file in it may be so that every program opens it, in units of UTF-16; at
 * most %BV_FILE_NAME_MOST
 */
guint
bv_file_system_get_room (const char *folder)
{
  return BV_FILE_NAME_MOST;
}

/**
 * bv_file_system_takes_name:
 * @path: a file
 *
 * Returns: whether a file can have such a name
 */
gboolean
bv_file_system_takes_name (const char *path)
{
  return TRUE;
}

/**
 * bv_file_system_takes_folder:
 * @folder: the folder of a library
 *
 * Returns: whether it lies so that everything in it can be reached
 */
gboolean
bv_file_system_takes_folder (const char *folder)
{
  return TRUE;
}

/**
 * bv_file_system_may_write:
 * @folder: a folder
 *
 * Returns: whether this user may make files in it
 */
gboolean
bv_file_system_may_write (const char *folder)
{
  return g_access (folder, W_OK) == 0;
}

/**
 * bv_file_system_is_remote:
 * @folder: a folder
 *
 * Returns: whether it lies on another computer
 */
gboolean
bv_file_system_is_remote (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info
    = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);

  return info != NULL && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

/**
 * bv_file_system_is_in_use:
 * @path: a file
 *
 * Returns: whether it cannot be replaced because another program has it open
 */
gboolean
bv_file_system_is_in_use (const char *path)
{
  return FALSE;
}

/**
 * bv_file_system_is_withheld:
 * @path: a file
 *
 * Returns: whether it cannot be read because another program has it open for itself alone
 */
gboolean
bv_file_system_is_withheld (const char *path)
{
  return FALSE;
}

/**
 * bv_file_system_sync_folder:
 * @folder: a folder
 * @error: return location for a #GError
 *
 * Waits until the names in @folder are on the disk: a file that was renamed into it is then found under its
 * new name after a power failure. A file system that cannot do that is left to do what it does.
 *
 * Returns: %FALSE with %BV_STORE_ERROR_FILE if the disk reports a failure
 */
gboolean
bv_file_system_sync_folder (const char *folder, GError **error)
{
  int descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int failure = descriptor < 0 || g_fsync (descriptor) != 0 ? errno : 0;
  g_autofree char *room = NULL;
  const char *why;

  if (descriptor >= 0)
    g_close (descriptor, NULL);
  if (failure == 0 || failure == EINVAL || failure == ENOTSUP)
    return TRUE;
  why = bv_failure_describe_code (failure);
  room = bv_failure_describe_room (why, folder);
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("The folder %s could not be written to the disk: %s%s. Check the disk."), folder, why,
               room);
  return FALSE;
}

/**
 * bv_file_system_replace:
 * @from: a file
 * @to: the name that it is to have, perhaps that of an older file
 *
 * When this returns, the name is on the disk as far as bv_file_system_sync_folder() does not see to that.
 *
 * Returns: %FALSE with errno set where @from has kept its name, and the older file is as it was
 */
gboolean
bv_file_system_replace (const char *from, const char *to)
{
  return g_rename (from, to) == 0;
}

/**
 * bv_file_system_open_up:
 * @path: a file that only this user may read
 *
 * Gives it the mode that new files get. What that is, a new file beside it says: to ask the process would
 * change it for all threads for a moment.
 *
 * Returns: %FALSE with errno set where it stays as it is
 */
gboolean
bv_file_system_open_up (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *probe = g_build_filename (folder, ".bangvang-XXXXXX.tmp", NULL);
  int file = g_mkstemp_full (probe, O_RDWR | O_CLOEXEC, 0666);
  struct stat status;
  gboolean ok;
  int failure;

  if (file < 0)
    return FALSE;
  ok = fstat (file, &status) == 0 && chmod (path, status.st_mode & 0777) == 0;
  failure = errno;
  g_close (file, NULL);
  g_unlink (probe);
  errno = failure;
  return ok;
}

/**
 * bv_file_system_resolve:
 * @path: a file or folder
 *
 * Returns: (transfer full) (nullable): where its links lead to; %NULL: nowhere
 */
GFile *
bv_file_system_resolve (const char *path)
{
  char *resolved = realpath (path, NULL);
  GFile *file = resolved != NULL ? g_file_new_for_path (resolved) : NULL;

  free (resolved);
  return file;
}
