/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup/upgrade-copy.h"

#include "store/backup/backup-name.h"
#include "store/backup/backup-place.h"
#include "store/backup/database-copy.h"
#include "store/backup/row-digest.h"
#include "store/file-system.h"
#include "store/library-private.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define NAME "^bangvang-[0-9]+(-[0-9]+)?\\.db$"

/* So much longer than the folder are the paths of the copies. */
#define ROOM 40

/* Of a copy: what is wrong in it. */
#define FAULTS                                                                             \
  "SELECT (SELECT count (*) FROM pragma_integrity_check WHERE integrity_check <> 'ok') + " \
  "(SELECT count (*) FROM pragma_foreign_key_check)"

/* Whether there is a sound copy of this schema; then what is in it. */
static gboolean
read_copy (BvLibrary *library, const char *path, guint version, char **digest)
{
  g_autoptr (BvLibrary) copy = bv_library_open_copy (path, library->folder, NULL);
  gint64 n_rows;

  *digest = NULL;
  if (copy != NULL && copy->version == version && bv_statement_get_number (copy, FAULTS, 1, NULL, "") == 0)
    *digest = bv_row_digest_compute (copy, &n_rows, NULL);
  return *digest != NULL;
}

static gboolean
refuse (BvLibrary *library, GError **error)
{
  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED,
    _ ("%s: before the library is brought up to date a copy was to be kept, but the copy is not sound: the "
       "library or the disk is damaged. Nothing was changed; see “verify” of the Bảng Vàng that made it, "
       "or restore a backup"),
    library->folder);
  return FALSE;
}

static gboolean
write_copy (BvLibrary *library, const char *path, guint version, const char *digest, GError **error)
{
  g_autofree char *part = g_strconcat (path, BV_BACKUP_PART, NULL);
  g_autofree char *found = NULL;

  g_unlink (part); /* of a start that was cut off */
  if (!bv_database_copy_write (library, part, NULL, error))
    return FALSE;
  if (read_copy (library, part, version, &found) && g_str_equal (found, digest))
    return bv_backup_place_publish (part, path, error);
  g_unlink (part);
  return refuse (library, error);
}

static char *
build_path (BvLibrary *library, guint version, guint nth)
{
  g_autofree char *name = nth == 1 ? g_strdup_printf ("bangvang-%u.db", version)
                                   : g_strdup_printf ("bangvang-%u-%u.db", version, nth);

  return bv_library_get_path (library, name);
}

/**
 * bv_upgrade_copy_keep:
 * @library: a library open for writing, that holds data
 * @version: its schema
 * @error: return location for a %BV_STORE_ERROR
 *
 * The copy is written aside, opened again and compared row by row before it has its name. What already has
 * that name counts if it is the same; what is not whole is replaced, what is something else stays.
 *
 * Returns: whether there is a copy; else @error is set
 */
gboolean
bv_upgrade_copy_keep (BvLibrary *library, guint version, GError **error)
{
  gint64 n_rows;
  g_autofree char *digest = bv_row_digest_compute (library, &n_rows, error);

  if (digest == NULL)
    return FALSE;
  for (guint nth = 1;; nth++)
    {
      g_autofree char *path = build_path (library, version, nth);
      g_autofree char *found = NULL;

      if (!read_copy (library, path, version, &found))
        return write_copy (library, path, version, digest, error);
      if (g_str_equal (found, digest))
        return TRUE;
    }
}

/**
 * bv_upgrade_copy_list:
 * @library_folder: the folder of a library
 *
 * Returns: (transfer full): the copies there, as the system is asked for them, in no order
 */
char **
bv_upgrade_copy_list (const char *library_folder)
{
  g_autofree char *reached = bv_file_system_reach (library_folder, ROOM);
  g_autoptr (GDir) dir = g_dir_open (reached, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_regex_match_simple (NAME, name, 0, 0))
      g_ptr_array_add (paths, g_build_filename (reached, name, NULL));
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

/**
 * bv_upgrade_copy_get_time:
 * @path: a copy
 *
 * Returns: when it was made, seconds since 1970; 0: it is not there
 */
gint64
bv_upgrade_copy_get_time (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (gint64) status.st_mtime : 0;
}
