/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup/backup-place.h"

#include "store/backup/backup-name.h"
#include "store/failure.h"
#include "store/fence.h"
#include "store/file-system.h"
#include "store/library-parts.h"
#include "store/privacy.h"
#include "store/shown-path.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* So much longer than the folder are the paths of what lies in it. */
#define ROOM 120

static gboolean
refuse (const char *folder, BvStoreError code, const char *reason, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (folder);

  g_set_error (error, BV_STORE_ERROR, code, "%s: %s", shown, reason);
  return FALSE;
}

static gboolean
is_same (const char *a, const char *b)
{
  g_autoptr (GFile) first = bv_file_system_resolve (a);
  g_autoptr (GFile) second = bv_file_system_resolve (b);

  return first != NULL && second != NULL && g_file_equal (first, second);
}

static gboolean
check_folder (const char *library_folder, const char *folder, GError **error)
{
  g_autofree char *inside = g_build_filename (folder, BV_LIBRARY_DATABASE, NULL);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return refuse (folder, BV_STORE_ERROR_NOT_FOUND,
                   _ ("this folder is not there: plug in the stick or disk, or choose another place"), error);
  if (g_file_test (inside, G_FILE_TEST_EXISTS) && !is_same (library_folder, folder))
    return refuse (folder, BV_STORE_ERROR_FILE,
                   _ ("this folder holds a library: choose another place for backups"), error);
  return bv_fence_check (library_folder, inside, error);
}

/**
 * bv_backup_place_find:
 * @library_folder: the folder of the library
 * @folder: (nullable): where its backups lie; %NULL: in the library itself
 * @error: return location for %BV_STORE_ERROR_NOT_FOUND or %BV_STORE_ERROR_FILE
 *
 * Of the library's own the folder need not be there yet.
 *
 * Returns: (transfer full) (nullable): the place; %NULL with @error set where it is not there, as when a
 * stick is not plugged in, or where no backups may lie
 */
BvBackupPlace *
bv_backup_place_find (const char *library_folder, const char *folder, GError **error)
{
  g_autoptr (BvBackupPlace) place = g_new0 (BvBackupPlace, 1);
  g_autofree char *library = bv_file_system_reach (library_folder, ROOM);
  g_autofree char *own = g_build_filename (library, BV_LIBRARY_BACKUPS, NULL);

  place->own = folder == NULL || is_same (folder, own);
  place->folder = place->own ? g_strdup (own) : bv_file_system_reach (folder, ROOM);
  place->vault_owner = g_strdup (place->own ? library : place->folder);
  if (!place->own && !check_folder (library, place->folder, error))
    return NULL;
  return g_steal_pointer (&place);
}

/**
 * bv_backup_place_free:
 * @place: (transfer full): a place, which is let go
 */
void
bv_backup_place_free (BvBackupPlace *place)
{
  bv_lock_release (place->lock);
  g_free (place->folder);
  g_free (place->vault_owner);
  g_free (place);
}

/* What was cut off never counts. Nobody writes here but who holds the place. */
static void
remove_leftovers (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "bangvang-") && g_str_has_suffix (name, BV_BACKUP_PART))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
}

/**
 * bv_backup_place_hold:
 * @place: a place
 * @error: return location for a %BV_STORE_ERROR
 *
 * Takes the right to write there, until @place is freed, and removes what a backup that was cut off has left.
 *
 * Returns: %FALSE with @error set where somebody else has it, %BV_STORE_ERROR_LOCKED, or nothing can be
 * written
 */
gboolean
bv_backup_place_hold (BvBackupPlace *place, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (place->own && g_mkdir (place->folder, 0700) != 0 && errno != EEXIST)
    return refuse (place->folder, BV_STORE_ERROR_FILE, bv_failure_describe_code (errno), error);
  place->lock = bv_lock_acquire (place->folder, &cause);
  if (place->lock != NULL)
    {
      bv_lock_note_turning (place->lock, FALSE);
      remove_leftovers (place->folder);
    }
  else if (g_error_matches (cause, BV_STORE_ERROR, BV_STORE_ERROR_LOCKED))
    refuse (place->folder, BV_STORE_ERROR_LOCKED,
            _ ("another backup is being made there: wait until it is done"), error);
  else
    refuse (place->folder, BV_STORE_ERROR_FILE, _ ("nothing can be written there: choose another place"),
            error);
  return place->lock != NULL;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * bv_backup_place_list:
 * @place: a place
 *
 * Returns: (transfer full): the databases that have the name of a backup, oldest first, as the system is
 * asked for them
 */
char **
bv_backup_place_list (const BvBackupPlace *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (bv_backup_name_read (name) != 0)
      g_ptr_array_add (paths, g_build_filename (place->folder, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

static char *
build_path (const BvBackupPlace *place, gint64 stamp, const char *ending)
{
  g_autofree char *name = bv_backup_name_write (stamp, ending);

  return g_build_filename (place->folder, name, NULL);
}

/**
 * bv_backup_place_choose:
 * @place: a place that is held
 * @stamp: when the backup is made
 *
 * Returns: (transfer full): the path of its database: that of the first second from @stamp on of which
 * nothing is there
 */
char *
bv_backup_place_choose (const BvBackupPlace *place, gint64 stamp)
{
  for (;; stamp = bv_backup_name_get_next_stamp (stamp))
    {
      g_autofree char *database = build_path (place, stamp, BV_BACKUP_DATABASE);
      g_autofree char *manifest = build_path (place, stamp, BV_BACKUP_MANIFEST);

      if (!g_file_test (database, G_FILE_TEST_EXISTS) && !g_file_test (manifest, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&database);
    }
}

static gboolean
fail_to_write (const char *path, int failure, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (path);

  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("The copy “%s” could not be written: %s. Free some space there, or choose another place."),
               shown, bv_failure_describe_code (failure));
  return FALSE;
}

/**
 * bv_backup_place_publish:
 * @part: a file that is whole and safe on the disk
 * @path: the name it is to have
 * @error: return location for %BV_STORE_ERROR_FILE
 *
 * Returns: %FALSE with @error set, and @part gone, on failure
 */
gboolean
bv_backup_place_publish (const char *part, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int failure;

  if (bv_file_system_replace (part, path))
    return bv_file_system_sync_folder (folder, error);
  failure = errno;
  g_unlink (part);
  return fail_to_write (path, failure, error);
}

/* The error is in errno. */
static gboolean
fill (const char *path, const char *text, gsize length)
{
  FILE *file = bv_privacy_keep_file (path) ? g_fopen (path, "wb") : NULL;
  gboolean ok = file != NULL && fwrite (text, 1, length, file) == length && fflush (file) == 0
                && g_fsync (fileno (file)) == 0;
  int failure = errno;

  if (file != NULL && fclose (file) != 0 && ok)
    return FALSE;
  errno = failure;
  return ok;
}

/**
 * bv_backup_place_write_manifest:
 * @database: the database of a backup
 * @text: (array length=length): what is known of it
 * @length: its bytes
 * @error: return location for %BV_STORE_ERROR_FILE
 *
 * Returns: %FALSE with @error set on failure; an older manifest is then as it was
 */
gboolean
bv_backup_place_write_manifest (const char *database, const char *text, gsize length, GError **error)
{
  g_autofree char *path = bv_backup_name_get_manifest (database);
  g_autofree char *part = g_strconcat (path, BV_BACKUP_PART, NULL);
  int failure;

  if (fill (part, text, length))
    return bv_backup_place_publish (part, path, error);
  failure = errno;
  g_unlink (part);
  return fail_to_write (path, failure, error);
}

/**
 * bv_backup_place_remove:
 * @database: the database of a backup, in a place that is held
 * @error: return location for %BV_STORE_ERROR_FILE
 *
 * Removes it with its manifest. That goes first: without it the database is no backup.
 *
 * Returns: %FALSE with @error set where something is left
 */
gboolean
bv_backup_place_remove (const char *database, GError **error)
{
  g_autofree char *manifest = bv_backup_name_get_manifest (database);

  if ((g_unlink (manifest) == 0 || errno == ENOENT) && (g_unlink (database) == 0 || errno == ENOENT))
    return TRUE;
  return refuse (database, BV_STORE_ERROR_FILE, bv_failure_describe_code (errno), error);
}

/**
 * bv_backup_place_find_vault_owner:
 * @database: the database of a backup or of a library
 *
 * Returns: (transfer full): the folder whose vault has its evidence
 */
char *
bv_backup_place_find_vault_owner (const char *database)
{
  g_autofree char *folder = g_path_get_dirname (database);
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *own = g_build_filename (folder, BV_LIBRARY_VAULT, NULL);

  if (g_str_equal (name, BV_LIBRARY_BACKUPS) && !g_file_test (own, G_FILE_TEST_IS_DIR))
    return g_path_get_dirname (folder);
  return g_steal_pointer (&folder);
}
