/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/file-system.h"

#include "store/file-name.h"

#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <windows.h>

#include <sddl.h>

/* Behind these the path is absolute, and longer than MAX_PATH if need be. */
#define LONG_PATH L"\\\\?\\"
#define LONG_SHARE L"\\\\?\\UNC\\"

/* So much longer than its folder get the paths in a library that are made to be listed. */
#define ROOM_IN_LIBRARY 60

/* A name is never cut below this: a letter and an extension. */
#define LEAST_ROOM 12

/* Who looks for viruses has a new file open for a moment. */
#define TRIES 10
#define WAIT_MILLISECONDS 50

/* Others may go on with what they do. */
#define SHARE_ALL (FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE)

static wchar_t *
widen (const char *path)
{
  return (wchar_t *) g_utf8_to_utf16 (path, -1, NULL, NULL, NULL);
}

static char *
narrow (const wchar_t *path)
{
  return g_utf16_to_utf8 ((const gunichar2 *) path, -1, NULL, NULL, NULL);
}

/* NULL: there is no such path. */
static wchar_t *
make_absolute (const char *path)
{
  g_autofree wchar_t *wide = widen (path);
  DWORD length = wide != NULL ? GetFullPathNameW (wide, 0, NULL, NULL) : 0;
  g_autofree wchar_t *absolute = g_new0 (wchar_t, length + 1);

  if (length == 0 || GetFullPathNameW (wide, length, absolute, NULL) >= length)
    return NULL;
  return g_steal_pointer (&absolute);
}

/* What most calls take ends before MAX_PATH; only that longer paths can be asked for too depends on a switch
 * of the system. */
char *
bv_file_system_reach (const char *path, guint room)
{
  g_autofree wchar_t *absolute = make_absolute (path);
  g_autofree char *plain = NULL;

  if (absolute == NULL || wcslen (absolute) + room < MAX_PATH
      || wcsncmp (absolute, LONG_PATH, wcslen (LONG_PATH)) == 0)
    return g_strdup (path);
  plain = narrow (absolute);
  return g_str_has_prefix (plain, "\\\\") ? g_strconcat ("\\\\?\\UNC\\", plain + 2, NULL)
                                          : g_strconcat ("\\\\?\\", plain, NULL);
}

static wchar_t *
widen_to_reach (const char *path)
{
  g_autofree char *reached = bv_file_system_reach (path, 1);

  return widen (reached);
}

static char *
shorten (const wchar_t *name)
{
  g_autofree char *rest = NULL;

  if (wcsncmp (name, LONG_SHARE, wcslen (LONG_SHARE)) == 0)
    {
      rest = narrow (name + wcslen (LONG_SHARE));
      return rest != NULL ? g_strconcat ("\\\\", rest, NULL) : NULL;
    }
  if (wcsncmp (name, LONG_PATH, wcslen (LONG_PATH)) == 0)
    name += wcslen (LONG_PATH);
  return narrow (name);
}

char *
bv_file_system_show (const char *path)
{
  g_autofree wchar_t *wide = widen (path);
  char *shown = wide != NULL ? shorten (wide) : NULL;

  return shown != NULL ? shown : g_strdup (path);
}

/* Where a library may lie there is always room for a name. */
guint
bv_file_system_get_room (const char *folder)
{
  g_autofree char *shown = bv_file_system_show (folder);
  g_autofree wchar_t *absolute = make_absolute (shown);
  gsize taken = absolute != NULL ? wcslen (absolute) + 1 : 0;

  return MIN (BV_FILE_NAME_MOST, MAX_PATH - 1 - MIN (taken, MAX_PATH - 1 - LEAST_ROOM));
}

static gboolean
takes_part (const char *part)
{
  return *part == '\0' || g_str_equal (part, ".") || g_str_equal (part, "..")
         || bv_file_name_is_portable (part);
}

static const char *
skip_drive (const char *path)
{
  const char *rest = g_path_skip_root (path);

  if (rest != NULL)
    return rest;
  return g_ascii_isalpha (path[0]) && path[1] == ':' ? path + 2 : path;
}

/* "aux" is a device as a folder too. */
gboolean
bv_file_system_takes_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = bv_file_system_show (path);
  g_auto (GStrv) parts = g_strsplit_set (skip_drive (shown), "/\\", -1);
  gboolean taken = bv_file_name_is_portable (name);

  for (guint i = 0; taken && parts[i] != NULL; i++)
    taken = takes_part (parts[i]);
  return taken;
}

/* The C library lists no folder with a path longer than MAX_PATH. */
gboolean
bv_file_system_takes_folder (const char *folder)
{
  g_autofree char *shown = bv_file_system_show (folder);
  g_autofree wchar_t *absolute = make_absolute (shown);

  return absolute == NULL || wcslen (absolute) + ROOM_IN_LIBRARY < MAX_PATH;
}

static HANDLE
open_existing (const char *path, DWORD access, DWORD share)
{
  g_autofree wchar_t *wide = widen_to_reach (path);

  return wide != NULL
           ? CreateFileW (wide, access, share, NULL, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL)
           : INVALID_HANDLE_VALUE;
}

/* The read-only mark of a folder says nothing, its list of rights does. */
gboolean
bv_file_system_may_write (const char *folder)
{
  HANDLE handle = open_existing (folder, FILE_ADD_FILE, SHARE_ALL);

  if (handle == INVALID_HANDLE_VALUE)
    return FALSE;
  CloseHandle (handle);
  return TRUE;
}

/* GLib does not say it on Windows. */
gboolean
bv_file_system_is_remote (const char *folder)
{
  g_autofree char *shown = bv_file_system_show (folder);
  g_autofree wchar_t *absolute = make_absolute (shown);
  g_autofree wchar_t *volume = absolute != NULL ? g_new0 (wchar_t, wcslen (absolute) + 2) : NULL;

  if (volume == NULL)
    return FALSE;
  if (wcsncmp (absolute, L"\\\\", 2) == 0)
    return TRUE;
  return GetVolumePathNameW (absolute, volume, wcslen (absolute) + 2)
         && GetDriveTypeW (volume) == DRIVE_REMOTE;
}

/* Only who has it open and grants others no such access is in the way: many a program reads for a moment. */
static gboolean
is_kept_from (const char *path, DWORD access)
{
  HANDLE handle = open_existing (path, access, SHARE_ALL);

  if (handle == INVALID_HANDLE_VALUE)
    return GetLastError () == ERROR_SHARING_VIOLATION;
  CloseHandle (handle);
  return FALSE;
}

gboolean
bv_file_system_is_in_use (const char *path)
{
  return is_kept_from (path, DELETE);
}

gboolean
bv_file_system_is_withheld (const char *path)
{
  return is_kept_from (path, GENERIC_READ);
}

/* Windows has no call that waits for the names of a folder; NTFS keeps them in its own journal, in order. */
gboolean
bv_file_system_sync_folder (const char *folder, GError **error)
{
  return TRUE;
}

static DWORD
move (const wchar_t *from, const wchar_t *to)
{
  if (MoveFileExW (from, to, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
    return ERROR_SUCCESS;
  return GetLastError ();
}

static int
to_errno (DWORD failure)
{
  switch (failure)
    {
    case ERROR_SUCCESS:
      return 0;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
      return ENOSPC;
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
      return ENOENT;
    case ERROR_FILENAME_EXCED_RANGE:
    case ERROR_INVALID_NAME:
      return ENAMETOOLONG;
    case ERROR_WRITE_PROTECT:
      return EROFS;
    default:
      return EACCES;
    }
}

gboolean
bv_file_system_replace (const char *from, const char *to)
{
  g_autofree wchar_t *wide_from = widen_to_reach (from);
  g_autofree wchar_t *wide_to = widen_to_reach (to);
  DWORD failure = ERROR_INVALID_NAME;

  if (wide_from != NULL && wide_to != NULL)
    failure = move (wide_from, wide_to);
  for (guint i = 0; i < TRIES && (failure == ERROR_SHARING_VIOLATION || failure == ERROR_ACCESS_DENIED); i++)
    {
      Sleep (WAIT_MILLISECONDS);
      failure = move (wide_from, wide_to);
    }
  errno = to_errno (failure);
  return failure == ERROR_SUCCESS;
}

/* Who may read a file, its folder says. */
gboolean
bv_file_system_open_up (const char *path)
{
  return TRUE;
}

/* The rights of this user, of the system and of those who look after the computer; nothing comes from above.
 */
static wchar_t *
describe_rights (void)
{
  HANDLE token = NULL;
  char bytes[sizeof (TOKEN_USER) + SECURITY_MAX_SID_SIZE];
  DWORD length = 0;
  wchar_t *sid = NULL;
  wchar_t *rights = NULL;

  if (!OpenProcessToken (GetCurrentProcess (), TOKEN_QUERY, &token))
    return NULL;
  if (GetTokenInformation (token, TokenUser, bytes, sizeof bytes, &length)
      && ConvertSidToStringSidW (((TOKEN_USER *) bytes)->User.Sid, &sid))
    {
      g_autofree char *user = narrow (sid);
      g_autofree char *text = g_strdup_printf ("D:P(A;OICI;FA;;;%s)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)", user);

      rights = widen (text);
      LocalFree (sid);
    }
  CloseHandle (token);
  return rights;
}

/* What is made in a folder later has its rights; a file keeps those of its folder. */
gboolean
bv_file_system_close_off (const char *path)
{
  g_autofree wchar_t *wide = widen_to_reach (path);
  g_autofree wchar_t *rights = describe_rights ();
  PSECURITY_DESCRIPTOR descriptor = NULL;
  gboolean closed;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;
  closed
    = wide != NULL && rights != NULL
      && ConvertStringSecurityDescriptorToSecurityDescriptorW (rights, SDDL_REVISION_1, &descriptor, NULL)
      && SetFileSecurityW (wide, DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, descriptor);
  if (descriptor != NULL)
    LocalFree (descriptor);
  errno = closed ? 0 : EACCES;
  return closed;
}

/* Who may enter a folder depends on groups, and on those of others; of what was not made here nothing is
 * said. */
gboolean
bv_file_system_lets_others_in (const char *path)
{
  return FALSE;
}

/* Who has a file open without sharing it has it alone. */
int
bv_file_system_open_alone (const char *path, gboolean make)
{
  g_autofree wchar_t *wide = widen_to_reach (path);
  HANDLE handle = wide != NULL ? CreateFileW (wide, GENERIC_READ | GENERIC_WRITE, 0, NULL,
                                              make ? CREATE_NEW : OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL)
                               : INVALID_HANDLE_VALUE;

  return handle != INVALID_HANDLE_VALUE
           ? _open_osfhandle ((intptr_t) handle, _O_RDWR | _O_APPEND | _O_BINARY | _O_NOINHERIT)
           : -1;
}

/* Not only links: a short name such as "DUTHI~1" and other capitals lead to the same folder. */
GFile *
bv_file_system_resolve (const char *path)
{
  HANDLE handle = open_existing (path, 0, SHARE_ALL);
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
