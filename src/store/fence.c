/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/fence.h"

#include "store/error.h"
#include "store/file-system.h"
#include "store/shown-path.h"

#include <glib/gi18n-lib.h>

/**
 * bv_fence_check:
 * @library_folder: the folder of a library
 * @path: a file that somebody wants written
 * @error: return location for %BV_STORE_ERROR_FILE
 *
 * Keeps what people write out of the library: a name like that of the database would be the end of it.
 *
 * Returns: %FALSE with @error set where @path lies in @library_folder
 */
gboolean
bv_fence_check (const char *library_folder, const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *shown = NULL;
  g_autoptr (GFile) fence = bv_file_system_resolve (library_folder);
  g_autoptr (GFile) folder = bv_file_system_resolve (parent);

  if (fence == NULL || folder == NULL
      || (!g_file_equal (folder, fence) && !g_file_has_prefix (folder, fence)))
    return TRUE;
  shown = bv_shown_path_write (path);
  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
    _ ("%s lies in the folder of the library, where only the program writes: choose another folder"), shown);
  return FALSE;
}
