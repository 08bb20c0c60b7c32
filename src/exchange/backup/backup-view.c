/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup/backup-view.h"

#include "exchange/restore/restore-job.h"
#include "store/backup/backup-place.h"
#include "store/unfinished/unfinished-file.h"
#include "store/vault-loan.h"
#include "store/vault.h"

/* In a folder of their own: a work folder beside that grew old is taken for one that was left behind. */
#define PLACE "views"

static char *
make_folder (GError **error)
{
  g_autofree char *place = g_build_filename (g_get_user_cache_dir (), "bangvang", PLACE, NULL);

  return bv_unfinished_file_make_work_folder (place, error);
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
