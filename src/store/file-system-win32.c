/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/file-system.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <windows.h>

/* Behind these the path is absolute, and longer than MAX_PATH if need be. */
#define LONG_PATH L"\\\\?\\"
#define LONG_SHARE L"\\\\?\\UNC\\"

/* Windows has no call that waits for the names of a folder; NTFS keeps them in its own journal, in order. */
gboolean
bv_file_system_sync_folder (const char *folder, GError **error)
{
  return TRUE;
}

/* A program like Excel that has a file open lets nobody take its name away. */
static gboolean
is_in_use (DWORD failure, const char *path)
{
  return failure == ERROR_SHARING_VIOLATION || failure == ERROR_LOCK_VIOLATION
         || failure == ERROR_USER_MAPPED_FILE
         || (failure == ERROR_ACCESS_DENIED && g_file_test (path, G_FILE_TEST_IS_REGULAR)
             && g_access (path, 2) == 0);
}

gboolean
bv_file_system_replace (const char *from, const char *to, gboolean *in_use)
{
  g_autofree wchar_t *wide_from = (wchar_t *) g_utf8_to_utf16 (from, -1, NULL, NULL, NULL);
  g_autofree wchar_t *wide_to = (wchar_t *) g_utf8_to_utf16 (to, -1, NULL, NULL, NULL);
  DWORD failure = ERROR_INVALID_NAME;

  *in_use = FALSE;
  if (wide_from != NULL && wide_to != NULL)
    {
      if (MoveFileExW (wide_from, wide_to, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        return TRUE;
      failure = GetLastError ();
    }
  *in_use = is_in_use (failure, to);
  errno = failure == ERROR_DISK_FULL ? ENOSPC : EACCES;
  return FALSE;
}

/* Who may read a file, its folder says. */
gboolean
bv_file_system_open_up (const char *path)
{
  return TRUE;
}

static HANDLE
open_for_its_name (const char *path)
{
  g_autofree wchar_t *wide = (wchar_t *) g_utf8_to_utf16 (path, -1, NULL, NULL, NULL);

  return wide != NULL ? CreateFileW (wide, 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                                     OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL)
                      : INVALID_HANDLE_VALUE;
}

/* @name as people write it: "C:\…" and "\\server\share\…". */
static char *
shorten (const wchar_t *name)
{
  g_autofree char *rest = NULL;

  if (wcsncmp (name, LONG_SHARE, wcslen (LONG_SHARE)) == 0)
    {
      rest = g_utf16_to_utf8 ((const gunichar2 *) name + wcslen (LONG_SHARE), -1, NULL, NULL, NULL);
      return rest != NULL ? g_strconcat ("\\\\", rest, NULL) : NULL;
    }
  if (wcsncmp (name, LONG_PATH, wcslen (LONG_PATH)) == 0)
    name += wcslen (LONG_PATH);
  return g_utf16_to_utf8 ((const gunichar2 *) name, -1, NULL, NULL, NULL);
}

/* Not only links: a short name such as "DUTHI~1" and other capitals lead to the same folder. */
GFile *
bv_file_system_resolve (const char *path)
{
  HANDLE handle = open_for_its_name (path);
  DWORD length;
  g_autofree wchar_t *name = NULL;
  g_autofree char *shown = NULL;

  if (handle == INVALID_HANDLE_VALUE)
    return NULL;
  length = GetFinalPathNameByHandleW (handle, NULL, 0, FILE_NAME_NORMALIZED);
  name = g_new0 (wchar_t, length + 1);
  if (length > 0 && GetFinalPathNameByHandleW (handle, name, length, FILE_NAME_NORMALIZED) < length)
    shown = shorten (name);
  CloseHandle (handle);
  return shown != NULL && *shown != '\0' ? g_file_new_for_path (shown) : g_file_new_for_path (path);
}
