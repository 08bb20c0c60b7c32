/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/desktop.h"

#include <glib/gi18n-lib.h>
#include <windows.h>

#include <shellapi.h>
#include <shlwapi.h>

/* ShellExecuteW() returns more than this where it went well. */
#define SHELL_FAILURE_MOST 32

/* Windows would run a program instead of showing it, and evidence comes from anywhere. */
static gboolean
refuse_program (const char *shown, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _ ("%s is a program, not a document: it is not opened"), shown);
  return FALSE;
}

gboolean
bv_desktop_open (GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree wchar_t *wide = (wchar_t *) g_utf8_to_utf16 (path, -1, NULL, NULL, NULL);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *reason = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR) && AssocIsDangerous (wide))
    return refuse_program (shown, error);
  if ((gintptr) ShellExecuteW (NULL, L"open", wide, NULL, NULL, SW_SHOWNORMAL) > SHELL_FAILURE_MOST)
    return TRUE;
  reason = g_win32_error_message (GetLastError ());
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("%s could not be opened: %s. Is there a program for such files?"), shown, reason);
  return FALSE;
}
