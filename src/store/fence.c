/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/fence.h"

#include "store/error.h"
#include "store/file-system.h"
#include "store/shown-path.h"
#include "store/vault-loan.h"

#include <glib/gi18n-lib.h>

static gboolean
is_inside (const char *path, const char *library_folder)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GFile) fence = bv_file_system_resolve (library_folder);
  g_autoptr (GFile) folder = bv_file_system_resolve (parent);

  return fence != NULL && folder != NULL
         && (g_file_equal (folder, fence) || g_file_has_prefix (folder, fence));
}

/**
 * bv_fence_check:
 * @library_folder: the folder of a library
 * @path: a file that somebody wants written
 * @error: return location for %BV_STORE_ERROR_FILE
 *
 * Keeps what people write out of the library: a name like that of the database would be the end of it. The
 * same of the folder whose vault it reads, where that is lent to it.
 *
 * Returns: %FALSE with @error set where @path lies in @library_folder
 */
gboolean
bv_fence_check (const char *library_folder, const char *path, GError **error)
{
  g_autofree char *owner = bv_vault_loan_find_owner (library_folder);
  g_autofree char *shown = NULL;

  if (!is_inside (path, library_folder) && (owner == NULL || !is_inside (path, owner)))
    return TRUE;
  shown = bv_shown_path_write (path);
  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
    _ ("%s lies in the folder of the library, where only the program writes: choose another folder"), shown);
  return FALSE;
}
