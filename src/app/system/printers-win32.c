/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/system/printers.h"

#include <glib/gi18n-lib.h>
#include <windows.h>

#include <winspool.h>

/* The one level that asks neither a driver nor a server, which may be long in answering. */
#define LEVEL_OF_NAMES 4
#define KINDS (PRINTER_ENUM_LOCAL | PRINTER_ENUM_CONNECTIONS)

static void
set_failure (GError **error, DWORD code)
{
  g_autofree char *reason = g_win32_error_message (code);

  g_set_error (
    error, GTK_PRINT_ERROR, GTK_PRINT_ERROR_GENERAL,
    _ ("Windows did not list its printers: start its service “Print Spooler”, or save the paper as "
       "PDF (%s)"),
    reason);
}

/* The names of printers, UTF-8; NULL with @error set: Windows does not answer. */
static GPtrArray *
list_printers (GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree PRINTER_INFO_4W *printers = NULL;
  DWORD bytes = 0;
  DWORD n_printers = 0;

  /* Between two calls a printer may be added. */
  while (!EnumPrintersW (KINDS, NULL, LEVEL_OF_NAMES, (BYTE *) printers, bytes, &bytes, &n_printers))
    {
      DWORD code = GetLastError ();

      if (code != ERROR_INSUFFICIENT_BUFFER)
        {
          set_failure (error, code);
          return NULL;
        }
      printers = g_realloc (printers, bytes);
    }
  for (DWORD i = 0; i < n_printers; i++)
    g_ptr_array_add (names, g_utf16_to_utf8 ((gunichar2 *) printers[i].pPrinterName, -1, NULL, NULL, NULL));
  return g_steal_pointer (&names);
}

/* The dialog of Windows says in the system's language that there is no printer, and fails without a word of a
 * printer that is gone. */
gboolean
bv_printers_check (GtkPrintSettings *settings, GError **error)
{
  g_autoptr (GPtrArray) names = list_printers (error);
  const char *last = gtk_print_settings_get_printer (settings);

  if (names == NULL)
    return FALSE;
  if (names->len == 0)
    {
      g_set_error_literal (error, GTK_PRINT_ERROR, GTK_PRINT_ERROR_GENERAL,
                           _ ("This computer has no printer: add one in the settings of Windows, or save the "
                              "paper as PDF"));
      return FALSE;
    }
  if (last != NULL && !g_ptr_array_find_with_equal_func (names, last, g_str_equal, NULL))
    gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PRINTER);
  return TRUE;
}
