/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "held-file.h"

#include <windows.h>

struct _HeldFile
{
  HANDLE handle;
};

gboolean
held_file_is_there (void)
{
  return TRUE;
}

HeldFile *
held_file_open (const char *path, HeldFileSharing sharing)
{
  static const DWORD shares[]
    = { 0, FILE_SHARE_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE };
  g_autofree wchar_t *wide = (wchar_t *) g_utf8_to_utf16 (path, -1, NULL, NULL, NULL);
  HeldFile *held = g_new0 (HeldFile, 1);

  held->handle
    = CreateFileW (wide, GENERIC_READ | GENERIC_WRITE, shares[sharing], NULL, OPEN_EXISTING, 0, NULL);
  g_assert_true (held->handle != INVALID_HANDLE_VALUE);
  return held;
}

void
held_file_close (HeldFile *held)
{
  CloseHandle (held->handle);
  g_free (held);
}
