/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/file-tree.h"

#include "store/error.h"
#include "store/failure.h"
#include "store/file-system.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static gboolean
fail_to_remove (const char *path, GError **error)
{
  int failure = errno;
  g_autofree char *shown = bv_file_system_show (path);

  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("%s cannot be removed: %s. Close the program that shows it."), shown,
               bv_failure_describe_code (failure));
  return FALSE;
}

/**
 * bv_file_tree_remove:
 * @path: a file or folder, as the system is asked for it; it need not be there
 * @error: return location for a %BV_STORE_ERROR_FILE
 *
 * Removes it with all in it, and goes on where something cannot be removed. Links are not followed.
 *
 * Returns: %FALSE with @error set where something is left
 */
gboolean
bv_file_tree_remove (const char *path, GError **error)
{
  g_autoptr (GDir) dir = NULL;
  gboolean removed = TRUE;
  gboolean is_link;
  const char *name;

  /* Most are files that nothing hinders. */
  if (g_remove (path) == 0 || errno == ENOENT)
    return TRUE;
  is_link = g_file_test (path, G_FILE_TEST_IS_SYMLINK);
  dir = is_link ? NULL : g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      removed &= bv_file_tree_remove (child, removed ? error : NULL);
    }
  if (!is_link && dir == NULL)
    g_chmod (path, 0600); /* Windows removes no read-only file */
  if (g_remove (path) == 0 || errno == ENOENT || !removed)
    return removed;
  return fail_to_remove (path, error);
}

/**
 * bv_file_tree_measure:
 * @path: a file or folder, which need not be there
 *
 * Returns: the bytes of the files in it; links are not followed
 */
gint64
bv_file_tree_measure (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  gint64 bytes = 0;
  const char *name;
  GStatBuf status;

  if (dir == NULL)
    return g_lstat (path, &status) == 0 && S_ISREG (status.st_mode) ? status.st_size : 0;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      bytes += bv_file_tree_measure (child);
    }
  return bytes;
}
