/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup/backup-list.h"

#include "store/backup/backup-name.h"
#include "store/backup/backup-place.h"
#include "store/backup/upgrade-copy.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static void
free_entry (BvBackupEntry *entry)
{
  g_ptr_array_unref (entry->paths);
  g_clear_pointer (&entry->manifest, bv_backup_manifest_free);
  g_free (entry->fault);
  g_free (entry);
}

/**
 * bv_backup_list_free:
 * @list: (transfer full): a list
 */
void
bv_backup_list_free (BvBackupList *list)
{
  g_ptr_array_unref (list->entries);
  g_ptr_array_unref (list->missing);
  g_free (list);
}

static BvBackupEntry *
new_entry (BvBackupKind kind, const char *path)
{
  BvBackupEntry *entry = g_new0 (BvBackupEntry, 1);
  GStatBuf status;

  entry->kind = kind;
  entry->paths = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (entry->paths, g_strdup (path));
  if (g_stat (path, &status) == 0)
    {
      entry->bytes = status.st_size;
      entry->time = status.st_mtime;
    }
  return entry;
}

static gboolean
lies_beside (const BvBackupEntry *entry, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  for (guint i = 0; i < entry->paths->len; i++)
    {
      g_autofree char *other = g_path_get_dirname (entry->paths->pdata[i]);

      if (g_str_equal (folder, other))
        return TRUE;
    }
  return FALSE;
}

/* The same state, made at the same time: another place of the same backup. What lies in the same place is
 * another one, even of the same second. */
static BvBackupEntry *
find_same (const BvBackupList *list, const BvBackupManifest *manifest, const char *path)
{
  for (guint i = 0; i < list->entries->len; i++)
    {
      BvBackupEntry *entry = g_ptr_array_index (list->entries, i);

      if (entry->manifest != NULL && entry->manifest->made == manifest->made
          && g_str_equal (entry->manifest->rows_sha256, manifest->rows_sha256) && !lies_beside (entry, path))
        return entry;
    }
  return NULL;
}

static void
add_backup (BvBackupList *list, const char *path, gboolean whole)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (BvBackupManifest) manifest = bv_backup_manifest_read_of (path, whole, &fault);
  BvBackupEntry *entry = manifest != NULL ? find_same (list, manifest, path) : NULL;

  if (entry != NULL)
    {
      g_ptr_array_add (entry->paths, g_strdup (path));
      return;
    }
  entry = new_entry (BV_BACKUP_KIND_BACKUP, path);
  if (manifest != NULL)
    entry->time = manifest->made;
  else
    entry->fault = g_strdup (fault->message);
  entry->manifest = g_steal_pointer (&manifest);
  g_ptr_array_add (list->entries, entry);
}

static void
add_place (BvBackupList *list, const char *library, const char *folder, gboolean whole)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (BvBackupPlace) place = bv_backup_place_find (library, folder, &cause);
  g_auto (GStrv) paths = place != NULL ? bv_backup_place_list (place) : NULL;

  if (place == NULL)
    g_ptr_array_add (list->missing, g_strdup (cause->message));
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    add_backup (list, paths[i], whole);
}

/* It was proven before it had its name; what it holds is read when somebody wants to know. */
static void
add_upgrade_copies (BvBackupList *list, const char *library)
{
  g_auto (GStrv) paths = bv_upgrade_copy_list (library);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GError) fault = NULL;
      g_autoptr (BvLibrary) copy = bv_library_open_copy (paths[i], library, &fault);
      BvBackupEntry *entry = new_entry (BV_BACKUP_KIND_UPGRADE, paths[i]);

      if (copy == NULL)
        entry->fault = g_strdup (fault->message);
      g_ptr_array_add (list->entries, entry);
    }
}

/* Several may be made in a second. */
static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const BvBackupEntry *first = *(const BvBackupEntry *const *) a;
  const BvBackupEntry *second = *(const BvBackupEntry *const *) b;

  if (first->time != second->time)
    return first->time < second->time ? 1 : -1;
  if (first->manifest == NULL || second->manifest == NULL)
    return 0;
  return (first->manifest->number < second->manifest->number)
         - (first->manifest->number > second->manifest->number);
}

/**
 * bv_backup_list_read:
 * @library: the folder of a library
 * @places: (nullable): folders beside its own in which there may be backups, %NULL-terminated
 * @whole: whether each database is read to its end and its hash compared, else only its size
 *
 * Lists all that has the name of a backup, also of other libraries and what is none; each says so. Reads
 * whole files where @whole: then not for the main thread.
 *
 * Returns: (transfer full): the list
 */
BvBackupList *
bv_backup_list_read (const char *library, const char *const *places, gboolean whole)
{
  BvBackupList *list = g_new0 (BvBackupList, 1);

  list->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);
  list->missing = g_ptr_array_new_with_free_func (g_free);
  add_place (list, library, NULL, whole);
  for (guint i = 0; places != NULL && places[i] != NULL; i++)
    add_place (list, library, places[i], whole);
  add_upgrade_copies (list, library);
  g_ptr_array_sort (list->entries, compare_newest_first);
  return list;
}

/**
 * bv_backup_list_find_newest:
 * @list: a list
 *
 * Returns: (transfer none) (nullable): the newest backup that was proven and is as it was then; %NULL: there
 * is none
 */
const BvBackupEntry *
bv_backup_list_find_newest (const BvBackupList *list)
{
  for (guint i = 0; i < list->entries->len; i++)
    {
      const BvBackupEntry *entry = g_ptr_array_index (list->entries, i);

      if (entry->manifest != NULL && entry->fault == NULL)
        return entry;
    }
  return NULL;
}

/**
 * bv_backup_list_remove:
 * @library: the folder of the library
 * @entry: an entry of its list
 * @error: return location for a %BV_STORE_ERROR
 *
 * Removes it from all of its places. Evidence that only it named goes with the next backup that is thinned.
 *
 * Returns: %FALSE with @error set where something is left
 */
gboolean
bv_backup_list_remove (const char *library, const BvBackupEntry *entry, GError **error)
{
  for (guint i = 0; i < entry->paths->len; i++)
    {
      const char *path = g_ptr_array_index (entry->paths, i);
      g_autofree char *folder = g_path_get_dirname (path);
      g_autoptr (BvBackupPlace) place
        = entry->kind == BV_BACKUP_KIND_BACKUP ? bv_backup_place_find (library, folder, error) : NULL;

      if ((entry->kind == BV_BACKUP_KIND_BACKUP && (place == NULL || !bv_backup_place_hold (place, error)))
          || !bv_backup_place_remove (path, error))
        return FALSE;
    }
  return TRUE;
}
