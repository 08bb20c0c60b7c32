/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/apart/source-process.h"

#include "exchange/apart/source-frames.h"

#include <glib/gi18n-lib.h>

/**
 * bv_source_process_find:
 *
 * Returns: (transfer full): the program that reads files from outside
 */
char *
bv_source_process_find (void)
{
  const char *program = g_getenv ("BANGVANG_READER");

  return program != NULL && *program != '\0' ? g_strdup (program) : bv_source_process_find_installed ();
}

/**
 * bv_source_process_start:
 * @option: (nullable): what is to be done with it; %NULL: its tables are read
 * @path: a file from outside
 * @error: return location for a #GIOErrorEnum
 *
 * Starts the program that reads files from outside, within limits of memory and time. It is that of the
 * environment variable `BANGVANG_READER` where that is set.
 *
 * Returns: (transfer full) (nullable): the process; its output is a pipe
 */
GSubprocess *
bv_source_process_start (const char *option, const char *path, GError **error)
{
  g_autofree char *program = bv_source_process_find ();
  const char *const arguments[]
    = { program, option != NULL ? option : path, option != NULL ? path : NULL, NULL };
  g_autoptr (GError) cause = NULL;
  GSubprocess *process = g_subprocess_newv (arguments, bv_source_process_get_flags (), &cause);

  if (process == NULL)
    g_set_error (
      error, G_IO_ERROR, G_IO_ERROR_FAILED,
      _ ("the program that reads files from outside could not be started: install Bảng Vàng anew (%s)"),
      cause->message);
  return process;
}

/**
 * bv_source_process_end:
 * @process: (transfer full): a process of bv_source_process_start(), which has said its last word
 */
void
bv_source_process_end (GSubprocess *process)
{
  /* After its last word it has nothing to say, whatever it still does. */
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  g_object_unref (process);
}

/**
 * bv_source_process_read:
 * @path: a file from outside, of whatever kind
 * @sink: what takes its tables, in this process
 * @data: for @sink
 * @cancellable: (nullable): to give up
 * @error: return location for a %BV_SOURCE_ERROR, what @sink says, or a #GIOErrorEnum
 *
 * Reads it as bv_source_read() does, in a process of its own, with limits of memory and time: whatever the
 * file does to who reads it, this process goes on. It takes as long as reading does, so it is for a thread
 * that may wait.
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_source_process_read (const char *path,
                        const BvSourceSink *sink,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  GSubprocess *process = bv_source_process_start (NULL, path, error);
  gboolean taken;

  if (process == NULL)
    return FALSE;
  taken = bv_source_frames_take (g_subprocess_get_stdout_pipe (process), sink, data, cancellable, error);
  bv_source_process_end (process);
  return taken;
}
