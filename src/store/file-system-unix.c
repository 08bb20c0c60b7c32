/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* O_TMPFILE */

#include "store/file-system.h"

#include "store/error.h"
#include "store/failure.h"
#include "store/file-name.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixmounts.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
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

/* GIO calls few of them remote. */
static const char *const remote_types[]
  = { "9p",  "afs",  "ceph", "cifs",  "coda",  "glusterfs", "lustre", "ncpfs",
      "nfs", "nfs4", "smb3", "smbfs", "davfs", "vboxsf",    "fuse",   NULL };

/* What a program offers as a file system may come from anywhere, but for these. */
#define PROGRAM "fuse."
static const char *const local_programs[]
  = { "bindfs", "cryfs", "encfs", "exfat", "gocryptfs", "mergerfs", "ntfs-3g", "portal", "securefs", NULL };

static gboolean
is_remote_type (const char *type)
{
  if (g_str_has_prefix (type, PROGRAM))
    return !g_strv_contains (local_programs, type + strlen (PROGRAM));
  return g_strv_contains (remote_types, type);
}

/**
 * bv_file_system_is_remote:
 * @folder: a folder that is there
 *
 * Returns: whether it lies on another computer, or may
 */
gboolean
bv_file_system_is_remote (const char *folder)
{
  g_autoptr (GFile) file = bv_file_system_resolve (folder);
  GUnixMountEntry *entry = file != NULL ? g_unix_mount_for (g_file_peek_path (file), NULL) : NULL;
  gboolean remote = entry != NULL && is_remote_type (g_unix_mount_get_fs_type (entry));

  g_clear_pointer (&entry, g_unix_mount_free);
  return remote;
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

/* A file without a name, where the disk can have that; else one that is there for a moment. */
static int
open_probe (const char *folder)
{
  g_autofree char *probe = g_build_filename (folder, ".bangvang-XXXXXX.tmp", NULL);
  int file = g_open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);

  if (file >= 0)
    return file;
  file = g_mkstemp_full (probe, O_RDWR | O_CLOEXEC, 0666);
  if (file >= 0)
    g_unlink (probe);
  return file;
}

/**
 * bv_file_system_open_up:
 * @path: a file that only this user may read
 *
 * Gives it the mode that new files get. What that is, a new file in its folder says: to ask the process would
 * change it for all threads for a moment.
 *
 * Returns: %FALSE with errno set where it stays as it is
 */
gboolean
bv_file_system_open_up (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file = open_probe (folder);
  struct stat status;
  gboolean ok;
  int failure;

  if (file < 0)
    return FALSE;
  ok = fstat (file, &status) == 0 && chmod (path, status.st_mode & 0777) == 0;
  failure = errno;
  g_close (file, NULL);
  errno = failure;
  return ok;
}

/**
 * bv_file_system_close_off:
 * @path: a file or folder
 *
 * Takes from all others what they may do with it; its owner keeps what that one may.
 *
 * Returns: %FALSE with errno set where that is not for this user to say, or not to be said on this disk
 */
gboolean
bv_file_system_close_off (const char *path)
{
  struct stat status;

  if (stat (path, &status) != 0 || ((status.st_mode & 077) != 0 && chmod (path, status.st_mode & 0700) != 0))
    return FALSE;
  errno = EPERM;
  return !bv_file_system_lets_others_in (path);
}

/**
 * bv_file_system_lets_others_in:
 * @path: a file or folder
 *
 * Returns: whether anybody else may read it, write to it or look for what is in it
 */
gboolean
bv_file_system_lets_others_in (const char *path)
{
  struct stat status;

  return stat (path, &status) == 0 && ((status.st_mode & 077) != 0 || status.st_uid != geteuid ());
}

/**
 * bv_file_system_open_alone:
 * @path: a file
 * @make: whether it is made, for this user alone, and must not be there yet; else it must be there
 *
 * While it is open nobody else gets it from this function, neither a process nor a thread; it is let go of
 * when it is closed, and when the process ends, however that is.
 *
 * Returns: a descriptor to read and, at the end, to write; -1: somebody else has it, or it cannot be opened
 */
int
bv_file_system_open_alone (const char *path, gboolean make)
{
  int file = g_open (path, O_RDWR | O_APPEND | O_CLOEXEC | (make ? O_CREAT | O_EXCL : 0), 0600);

  /* Between the two calls somebody may have removed it. */
  if (file >= 0 && (flock (file, LOCK_EX | LOCK_NB) != 0 || !g_file_test (path, G_FILE_TEST_EXISTS)))
    {
      g_close (file, NULL);
      return -1;
    }
  return file;
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
