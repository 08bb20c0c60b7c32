/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/restore/restore-source.h"

#include "store/backup/backup-place.h"
#include "store/library-parts.h"
#include "store/shown-path.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (const char *path, const char *reason, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (path);

  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, "%s: %s", shown, reason);
  return FALSE;
}

/**
 * bv_restore_source_free:
 * @source: (transfer full): a source
 */
void
bv_restore_source_free (BvRestoreSource *source)
{
  g_clear_pointer (&source->manifest, bv_backup_manifest_free);
  g_free (source->database);
  g_free (source->vault_owner);
  g_free (source);
}

/* A backup that was damaged after it was proven is refused; what is none has to prove itself. */
static BvRestoreSource *
take_database (const char *database, GPtrArray *notes, GError **error)
{
  g_autoptr (BvRestoreSource) source = g_new0 (BvRestoreSource, 1);
  g_autoptr (GError) fault = NULL;

  source->database = g_strdup (database);
  source->vault_owner = bv_backup_place_find_vault_owner (database);
  source->manifest = bv_backup_manifest_read_of (database, TRUE, &fault);
  if (g_error_matches (fault, BV_BACKUP_MANIFEST_ERROR, BV_BACKUP_MANIFEST_ERROR_MISFIT))
    {
      refuse (database, fault->message, error);
      return NULL;
    }
  if (g_error_matches (fault, BV_BACKUP_MANIFEST_ERROR, BV_BACKUP_MANIFEST_ERROR_FORMAT))
    g_ptr_array_add (notes, g_strdup_printf ("%s: %s", database, fault->message));
  return g_steal_pointer (&source);
}

/* The newest of some backups. */
typedef struct
{
  char *path; /* NULL: there is none */
  gint64 made;
  gint64 number;
  char *library; /* whose backup the last one was that was seen */
  gboolean of_several;
} Newest;

static void
clear_newest (Newest *newest)
{
  g_free (newest->path);
  g_free (newest->library);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Newest, clear_newest)

static void
consider (Newest *newest, const char *path, const BvBackupManifest *manifest)
{
  g_autofree char *library = g_strconcat (manifest->computer, "|", manifest->library, NULL);

  newest->of_several |= newest->library != NULL && !g_str_equal (library, newest->library);
  g_free (newest->library);
  newest->library = g_steal_pointer (&library);
  if (newest->path != NULL
      && (manifest->made < newest->made
          || (manifest->made == newest->made && manifest->number < newest->number)))
    return;
  newest->made = manifest->made;
  newest->number = manifest->number;
  g_free (newest->path);
  newest->path = g_strdup (path);
}

/* The newest that is sound, of @library where there are some of it. */
static char *
find_newest (const char *folder, const char *library, GPtrArray *notes, GError **error)
{
  g_autoptr (BvBackupPlace) place = bv_backup_place_find (library, folder, error);
  g_auto (GStrv) paths = place != NULL ? bv_backup_place_list (place) : NULL;
  g_auto (Newest) own = { NULL }, other = { NULL };

  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    {
      g_autoptr (GError) fault = NULL;
      g_autoptr (BvBackupManifest) manifest = bv_backup_manifest_read_of (paths[i], TRUE, &fault);

      if (manifest == NULL)
        g_ptr_array_add (notes, g_strdup_printf ("%s: %s", paths[i], fault->message));
      else
        consider (bv_backup_manifest_is_of (manifest, library) ? &own : &other, paths[i], manifest);
    }
  if (own.path != NULL)
    return g_steal_pointer (&own.path);
  if (other.path != NULL && !other.of_several)
    return g_steal_pointer (&other.path);
  if (place != NULL)
    refuse (folder,
            other.path != NULL ? _ ("there are backups of several libraries here: name the file of one")
                               : _ ("there is no sound backup here"),
            error);
  return NULL;
}

/**
 * bv_restore_source_find:
 * @from: the database of a backup; or a place, of which the newest is meant; or the folder of a library
 * @library: the folder of the library that it is to become
 * @notes: takes what should be known, a line each
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): what is meant; %NULL with @error set where that is not there, or was
 * damaged after it was proven
 */
BvRestoreSource *
bv_restore_source_find (const char *from, const char *library, GPtrArray *notes, GError **error)
{
  g_autofree char *inside = g_build_filename (from, BV_LIBRARY_DATABASE, NULL);
  g_autofree char *newest = NULL;

  if (g_file_test (from, G_FILE_TEST_IS_REGULAR))
    return take_database (from, notes, error);
  if (g_file_test (inside, G_FILE_TEST_IS_REGULAR))
    return take_database (inside, notes, error);
  newest = find_newest (from, library, notes, error);
  return newest != NULL ? take_database (newest, notes, error) : NULL;
}
