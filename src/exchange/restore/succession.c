/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/restore/succession.h"

#include "store/backup/backup-name.h"
#include "store/backup/replacement.h"
#include "store/error.h"
#include "store/failure.h"
#include "store/file-system.h"
#include "store/library-parts.h"
#include "store/library.h"
#include "store/rest.h"
#include "store/shown-path.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* What lies beside a library under a name like this was put aside. */
#define ASIDE "-truoc-phuc-hoi-"

/* So much longer than the folder are the paths that are made of it. */
#define ROOM 120

static gboolean
refuse (const char *path, BvStoreError code, const char *reason, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (path);

  g_set_error (error, BV_STORE_ERROR, code, "%s: %s", shown, reason);
  return FALSE;
}

static gboolean
has (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Also where only a part is left of it. */
static gboolean
has_library (const char *folder)
{
  return has (folder, BV_LIBRARY_DATABASE) || has (folder, BV_LIBRARY_VAULT)
         || has (folder, BV_LIBRARY_BACKUPS);
}

static gboolean
check_folder (const char *folder, gboolean replace, GError **error)
{
  if (has_library (folder))
    return replace
           || refuse (folder, BV_STORE_ERROR_EXISTS,
                      _ ("there is a library here: --replace puts it aside, --to takes another folder"),
                      error);
  return bv_library_fits_folder (folder)
         || refuse (folder, BV_STORE_ERROR_EXISTS, _ ("the folder holds other files: choose an empty one"),
                    error);
}

static gboolean
hold_folder (BvSuccession *succession, gboolean replace, GError **error)
{
  if (!check_folder (succession->folder, replace, error))
    return FALSE;
  if (g_mkdir_with_parents (succession->folder, 0700) != 0)
    return refuse (succession->folder, BV_STORE_ERROR_FILE, bv_failure_describe_code (errno), error);
  succession->lock = bv_lock_acquire (succession->folder, error);
  if (succession->lock == NULL)
    return FALSE;
  bv_lock_note_turning (succession->lock, FALSE);
  return bv_rest_settle (succession->folder, error);
}

/**
 * bv_succession_begin:
 * @to: the folder of a library, which no program has open, or of one that is to be
 * @replace: whether a library may be there, which is put aside
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the folder, held, with an empty one inside for the library that comes;
 * %NULL with @error set where there is something that must not be replaced, or a program has it open
 */
BvSuccession *
bv_succession_begin (const char *to, gboolean replace, GError **error)
{
  g_autoptr (BvSuccession) succession = g_new0 (BvSuccession, 1);

  succession->folder = bv_file_system_reach (to, ROOM);
  if (!hold_folder (succession, replace, error))
    return NULL;
  succession->ready = bv_replacement_begin (succession->folder, error);
  if (succession->ready == NULL)
    return NULL;
  succession->database = g_build_filename (succession->ready, BV_LIBRARY_DATABASE, NULL);
  return g_steal_pointer (&succession);
}

/* A folder that is not there yet, beside the library. */
static char *
make_aside (const char *library, GError **error)
{
  g_autofree char *folder = g_canonicalize_filename (library, NULL);
  gint64 stamp = bv_backup_name_get_stamp (g_get_real_time () / G_USEC_PER_SEC);

  for (;; stamp = bv_backup_name_get_next_stamp (stamp))
    {
      g_autofree char *time = bv_backup_name_write_stamp (stamp);
      g_autofree char *aside = g_strconcat (folder, ASIDE, time, NULL);

      if (g_mkdir (aside, 0700) == 0)
        return g_steal_pointer (&aside);
      if (errno != EEXIST)
        {
          refuse (aside, BV_STORE_ERROR_FILE, bv_failure_describe_code (errno), error);
          return NULL;
        }
    }
}

/**
 * bv_succession_commit:
 * @succession: a folder in which the library that comes is ready, closed
 * @progress: (nullable): may give up
 * @aside: (out) (transfer full) (nullable): where the library is now that was there; %NULL: none was
 * @error: return location for a %BV_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Puts the library that is there aside, whole and under a dated name, and the other one in its place.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_succession_commit (BvSuccession *succession, const BvProgress *progress, char **aside, GError **error)
{
  const char *folder = succession->folder;
  gboolean has_old = has (folder, BV_LIBRARY_DATABASE) || has (folder, BV_LIBRARY_VAULT);
  g_autofree char *place = NULL;

  if (bv_progress_is_cancelled (progress, error))
    return FALSE;
  if (has_old && (place = make_aside (folder, error)) == NULL)
    return FALSE;
  /* What cannot be moved back either the next start finishes. */
  succession->done = TRUE;
  if (bv_replacement_commit (folder, place, error))
    {
      *aside = g_steal_pointer (&place);
      return TRUE;
    }
  if (place != NULL)
    g_rmdir (place);
  return FALSE;
}

/**
 * bv_succession_free:
 * @succession: (transfer full): a folder; what is not committed is given up
 */
void
bv_succession_free (BvSuccession *succession)
{
  if (succession->ready != NULL && !succession->done)
    bv_replacement_give_up (succession->folder);
  bv_lock_release (succession->lock);
  g_free (succession->folder);
  g_free (succession->ready);
  g_free (succession->database);
  g_free (succession);
}
