/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/system/desktop.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <windows.h>

#include <objbase.h>
#include <shellapi.h>
#include <shlwapi.h>

/* What runs on every Windows, whatever was installed there: programs may tell Windows that a type is
 * harmless. */
static const wchar_t *const programs[] = {
  L".bat", L".cmd", L".com", L".cpl", L".exe", L".hta", L".js",  L".jse", L".lnk", L".msc",
  L".msi", L".pif", L".ps1", L".reg", L".scr", L".url", L".vbe", L".vbs", L".wsf", L".wsh",
};

static gboolean
is_program (const wchar_t *path)
{
  const wchar_t *suffix = PathFindExtensionW (path);

  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    if (CompareStringOrdinal (suffix, -1, programs[i], -1, TRUE) == CSTR_EQUAL)
      return TRUE;
  return AssocIsDangerous (suffix);
}

/* Windows would run a program instead of showing it, and evidence comes from anywhere. */
static gboolean
refuse_program (const char *shown, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _ ("%s is a program, not a document: it is not opened"), shown);
  return FALSE;
}

/* What shows a file may ask for COM in the thread that starts it. Without a verb the file is shown as by a
 * double click: of sounds, say, that is no "open". Returns why it failed, or ERROR_SUCCESS. */
static DWORD
execute (const wchar_t *path, const wchar_t *verb)
{
  SHELLEXECUTEINFOW order = {
    .cbSize = sizeof order,
    .fMask = SEE_MASK_NOASYNC | SEE_MASK_FLAG_NO_UI,
    .lpVerb = verb,
    .lpFile = path,
    .nShow = SW_SHOWNORMAL,
  };
  gboolean has_com = SUCCEEDED (CoInitializeEx (NULL, COINIT_APARTMENTTHREADED | COINIT_DISABLE_OLE1DDE));
  DWORD code = ShellExecuteExW (&order) ? ERROR_SUCCESS : GetLastError ();

  if (has_com)
    CoUninitialize ();
  if (code != ERROR_SUCCESS && (gintptr) order.hInstApp == SE_ERR_NOASSOC)
    return ERROR_NO_ASSOCIATION;
  return code;
}

static void
set_failure (GError **error, const char *shown, DWORD code)
{
  g_autofree char *reason = g_win32_error_message (code);

  if (code == ERROR_NO_ASSOCIATION)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("%s could not be opened: this computer has no program for such files"), shown);
      return;
    }
  /* Windows may end its sentence. */
  if (g_str_has_suffix (reason, "."))
    reason[strlen (reason) - 1] = '\0';
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("%s could not be opened: %s"), shown, reason);
}

gboolean
bv_desktop_open (GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree wchar_t *wide = (wchar_t *) g_utf8_to_utf16 (path, -1, NULL, NULL, NULL);
  g_autofree char *shown = g_filename_display_name (path);

  if (!g_file_test (path, G_FILE_TEST_IS_DIR) && is_program (wide))
    return refuse_program (shown, error);
  return bv_desktop_open_own (file, error);
}

gboolean
bv_desktop_open_own (GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree wchar_t *wide = (wchar_t *) g_utf8_to_utf16 (path, -1, NULL, NULL, NULL);
  g_autofree char *shown = g_filename_display_name (path);
  DWORD code = execute (wide, NULL);

  /* Windows lets the user choose a program where it knows none. */
  if (code == ERROR_NO_ASSOCIATION)
    code = execute (wide, L"openas");
  /* The user closed that choice. */
  if (code == ERROR_SUCCESS || code == ERROR_CANCELLED)
    return TRUE;
  set_failure (error, shown, code);
  return FALSE;
}

/**
 * bv_desktop_joins_programs:
 *
 * Returns: %FALSE: to look for a bus would start one
 */
gboolean
bv_desktop_joins_programs (void)
{
  return FALSE;
}
