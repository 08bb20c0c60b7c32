/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup/backup-view.h"

#include "exchange/restore/restore-job.h"
#include "store/backup/backup-place.h"
#include "store/error.h"
#include "store/failure.h"
#include "store/file-system.h"
#include "store/unfinished/unfinished-file.h"
#include "store/vault-loan.h"
#include "store/vault.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* In a folder of their own: a work folder beside that grew old is taken for one that was left behind. */
#define PLACE "views"

static char *
make_folder (GError **error)
{
  g_autofree char *place = g_build_filename (g_get_user_cache_dir (), "bangvang", PLACE, NULL);
  g_autofree char *shown = bv_file_system_show (place);
  g_autofree char *room = NULL;
  const char *why;
  char *folder = NULL;

  if (g_mkdir_with_parents (place, 0700) == 0)
    folder = bv_unfinished_file_make_folder (place);
  if (folder != NULL)
    return folder;
  why = bv_failure_describe_code (errno);
  room = bv_failure_describe_room (why, place);
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("%s: cannot make a work folder here: %s%s. Free some space on the disk, and try again"),
               shown, why, room);
  return NULL;
}

/**
 * bv_backup_view_make:
 * @database: the database of a backup
 * @progress: (nullable): is told, and may give up
 * @error: return location for a %BV_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Makes a library of a backup that is only looked at: a private work copy, proven as one that is restored
 * is. Its evidence stays where it lies, and is hashed when it is opened. Where the backup lies nothing is
 * written. What a process leaves behind that is killed the next start removes. May run in a thread of its
 * own.
 *
 * Returns: (transfer full) (nullable): the folder of the library, for bv_backup_view_discard(); %NULL with
 * @error set
 */
char *
bv_backup_view_make (const char *database, const BvProgress *progress, GError **error)
{
  g_autofree char *folder = make_folder (error);
  g_autofree char *owner = bv_backup_place_find_vault_owner (database);
  const BvRestoreRequest request = { .from = database, .to = folder, .database_only = TRUE };
  g_autoptr (BvRestore) restore = folder != NULL ? bv_restore_job_run (&request, progress, error) : NULL;

  if (restore == NULL)
    {
      if (folder != NULL)
        bv_backup_view_discard (folder);
      return NULL;
    }
  bv_vault_loan_begin (folder, owner);
  return g_steal_pointer (&folder);
}

/**
 * bv_backup_view_discard:
 * @folder: a library of bv_backup_view_make(), which is closed
 *
 * Removes it. Where another program still shows a piece of its evidence, the next start does.
 */
void
bv_backup_view_discard (const char *folder)
{
  bv_vault_loan_end (folder);
  bv_vault_clean (folder, NULL);
  bv_unfinished_file_discard (folder);
}
