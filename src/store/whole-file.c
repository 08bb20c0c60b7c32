/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/whole-file.h"

#include "store/file-name.h"
#include "store/file-system.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

G_DEFINE_QUARK (bv_whole_file_error, bv_whole_file_error)

/**
 * bv_whole_file_refuse:
 * @path: the file that was to be written
 * @reason: why it cannot be
 * @error: return location
 *
 * Returns: %FALSE, with @error set to what happened and what to do
 */
gboolean
bv_whole_file_refuse (const char *path, const char *reason, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, BV_WHOLE_FILE_ERROR, BV_WHOLE_FILE_ERROR_WRITE,
               _ ("“%s” was not written: %s. Choose another folder, or free some space, and try again"),
               shown, reason);
  return FALSE;
}

/**
 * bv_whole_file_begin:
 * @path: the file to write
 * @error: return location
 *
 * Makes an empty file beside @path, of the same extension, so that only a whole file ever has the name @path.
 *
 * Returns: (transfer full) (nullable): the path of the new file; whoever fails to finish it removes it
 */
char *
bv_whole_file_begin (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *extension = bv_file_name_get_extension (base);
  g_autofree char *name = g_strconcat (".bangvang-XXXXXX.", extension, NULL);
  g_autofree char *template = g_build_filename (folder, name, NULL);
  int file = g_mkstemp_full (template, O_RDWR, 0666);

  if (file < 0)
    {
      bv_whole_file_refuse (path, g_strerror (errno), error);
      return NULL;
    }
  g_close (file, NULL);
  return g_steal_pointer (&template);
}

/**
 * bv_whole_file_keep:
 * @path: the file that is to be replaced
 * @kept: (out) (transfer full) (nullable): a copy beside it, to be put back or removed; %NULL: there is none
 * yet
 * @error: return location
 *
 * Returns: %FALSE with @error set where there is a file that cannot be copied
 */
gboolean
bv_whole_file_keep (const char *path, char **kept, GError **error)
{
  g_autoptr (GFile) old = g_file_new_for_path (path);
  g_autoptr (GFile) copy = NULL;
  g_autoptr (GError) cause = NULL;

  *kept = NULL;
  if (!g_file_query_exists (old, NULL))
    return TRUE;
  *kept = bv_whole_file_begin (path, error);
  if (*kept == NULL)
    return FALSE;
  copy = g_file_new_for_path (*kept);
  if (g_file_copy (old, copy, G_FILE_COPY_OVERWRITE | G_FILE_COPY_ALL_METADATA, NULL, NULL, NULL, &cause))
    return TRUE;
  g_remove (*kept);
  g_clear_pointer (kept, g_free);
  return bv_whole_file_refuse (path, cause->message, error);
}

static gboolean
sync_file (const char *path)
{
  int file = g_open (path, O_RDWR, 0);
  gboolean synced = file >= 0 && g_fsync (file) == 0;
  int failure = errno;

  if (file >= 0)
    g_close (file, NULL);
  errno = failure;
  return synced;
}

static gboolean
refuse_in_use (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, BV_WHOLE_FILE_ERROR, BV_WHOLE_FILE_ERROR_WRITE,
               _ ("“%s” was not written: it is open in another program, perhaps in Excel. The old file is "
                  "unchanged. Close it there, and try again"),
               shown);
  return FALSE;
}

/**
 * bv_whole_file_finish:
 * @temporary: the whole file, of bv_whole_file_begin()
 * @path: the name it is to have
 * @error: return location
 *
 * Makes the file safe on the disk and gives it its name, in place of an older one. Where it fails the
 * older one is whole.
 *
 * Returns: whether @path is the new file
 */
gboolean
bv_whole_file_finish (const char *temporary, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean in_use = FALSE;

  if (!sync_file (temporary) || !bv_file_system_replace (temporary, path, &in_use))
    return in_use ? refuse_in_use (path, error) : bv_whole_file_refuse (path, g_strerror (errno), error);
  /* The file has its name; how safe that is, not every system says. */
  bv_file_system_sync_folder (folder, NULL);
  return TRUE;
}
