/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/apart/container-process.h"

#include "exchange/apart/container-frames.h"
#include "exchange/apart/source-process.h"

/**
 * bv_container_process_read:
 * @path: an archive or mail from outside
 * @sink: what takes its files, in this process
 * @data: for @sink
 * @cancellable: (nullable): to give up
 * @error: return location for a %BV_CONTAINER_ERROR, what @sink says, or a #GIOErrorEnum
 *
 * Unpacks it as bv_container_read() does, in a process of its own, with limits of memory and time: readers of
 * archives are large, and files made to do them harm are common. That process writes no file: what is
 * unpacked comes here, and gets its place here. It takes as long as unpacking does, so it is for a thread
 * that may wait.
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_container_process_read (const char *path,
                           const BvContainerSink *sink,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error)
{
  GSubprocess *process = bv_source_process_start (BV_CONTAINER_PROCESS_OPTION, path, error);
  gboolean taken;

  if (process == NULL)
    return FALSE;
  taken = bv_container_frames_take (g_subprocess_get_stdout_pipe (process), sink, data, cancellable, error);
  bv_source_process_end (process);
  return taken;
}
