/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/folio/folio-process.h"

#include "exchange/apart/source-process.h"

#include <glib/gi18n-lib.h>

#ifdef G_OS_WIN32
#define PROGRAM "bangvang-pages.exe"
#else
#define PROGRAM "bangvang-pages"
#endif

/* It lies beside the one that reads tables. */
static char *
find_program (void)
{
  g_autofree char *reader = bv_source_process_find ();
  g_autofree char *folder = g_path_get_dirname (reader);

  return g_build_filename (folder, PROGRAM, NULL);
}

/**
 * bv_folio_process_start:
 * @path: a document from outside
 * @error: return location for a #GIOErrorEnum
 *
 * Starts the program that draws its pages, within limits of memory and time.
 *
 * Returns: (transfer full) (nullable): the process; its input and output are pipes
 */
GSubprocess *
bv_folio_process_start (const char *path, GError **error)
{
  g_autofree char *program = find_program ();
  const char *const arguments[] = { program, path, NULL };
  g_autoptr (GError) cause = NULL;
  GSubprocess *process;

  bv_folio_process_prepare ();
  process
    = g_subprocess_newv (arguments, bv_source_process_get_flags () | G_SUBPROCESS_FLAGS_STDIN_PIPE, &cause);
  if (process == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("The program that shows documents could not be started: install Bảng Vàng anew (%s)"),
                 cause->message);
  return process;
}
