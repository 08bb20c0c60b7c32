/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/durable.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store/library.h"

/**
 * bv_durable_sync_folder:
 * @folder: a folder
 * @error: return location for a #GError
 *
 * Waits until the names in @folder are on the disk: a file that was renamed into it is then found under its
 * new name after a power failure. A file system that cannot do that is left to do what it does.
 *
 * Returns: %FALSE with %BV_STORE_ERROR_FILE if the disk reports a failure
 */
gboolean
bv_durable_sync_folder (const char *folder, GError **error)
{
  int descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int failure = descriptor < 0 || g_fsync (descriptor) != 0 ? errno : 0;

  if (descriptor >= 0)
    g_close (descriptor, NULL);
  if (failure == 0 || failure == EINVAL || failure == ENOTSUP)
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("The folder %s could not be written to the disk: %s. Check the disk."), folder,
               g_strerror (failure));
  return FALSE;
}
