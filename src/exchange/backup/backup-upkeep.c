/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup/backup-upkeep.h"

#include "exchange/backup/backup-manifest.h"
#include "store/backup/backup-choice.h"
#include "store/backup/backup-evidence.h"
#include "store/backup/backup-name.h"
#include "store/backup/upgrade-copy.h"
#include "store/vault.h"

/* The backups of a library in a place, and beside each what the choice is made of. */
typedef struct
{
  GPtrArray *paths;
  GArray *moments;
} Shelf;

static void
clear_shelf (Shelf *shelf)
{
  g_clear_pointer (&shelf->paths, g_ptr_array_unref);
  g_clear_pointer (&shelf->moments, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shelf, clear_shelf)

static void
add (Shelf *shelf, const char *path, gint64 number, gint64 stamp)
{
  const BvBackupMoment moment = { .number = number, .stamp = stamp };

  g_ptr_array_add (shelf->paths, g_strdup (path));
  g_array_append_val (shelf->moments, moment);
}

/* What is no backup counts for nothing, and what is another library's is not touched. Numbers are doubled, so
 * that there is room between them. */
static void
fill_shelf (Shelf *shelf, const BvBackupPlace *place, const char *library_folder)
{
  g_auto (GStrv) paths = bv_backup_place_list (place);

  shelf->paths = g_ptr_array_new_with_free_func (g_free);
  shelf->moments = g_array_new (FALSE, FALSE, sizeof (BvBackupMoment));
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (BvBackupManifest) manifest = bv_backup_manifest_read_of (paths[i], FALSE, NULL);
      g_autofree char *name = g_path_get_basename (paths[i]);

      if (manifest != NULL && bv_backup_manifest_is_of (manifest, library_folder))
        add (shelf, paths[i], 2 * manifest->number, bv_backup_name_read (name));
    }
}

/* A copy made before an upgrade stands among the backups where its time says. It pushes none of them out. */
static void
add_upgrade_copies (Shelf *shelf, const char *library_folder)
{
  g_auto (GStrv) paths = bv_upgrade_copy_list (library_folder);
  guint n_backups = shelf->moments->len;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      gint64 stamp = bv_backup_name_get_stamp (bv_upgrade_copy_get_time (paths[i]));
      gint64 number = 0;

      for (guint k = 0; k < n_backups; k++)
        if (g_array_index (shelf->moments, BvBackupMoment, k).stamp <= stamp)
          number = MAX (number, g_array_index (shelf->moments, BvBackupMoment, k).number);
      add (shelf, paths[i], number + 1, stamp);
    }
}

/**
 * bv_backup_upkeep_get_next_number:
 * @place: a place that is held
 * @library_folder: the folder of a library
 *
 * Returns: the number of the next backup of it there
 */
gint64
bv_backup_upkeep_get_next_number (const BvBackupPlace *place, const char *library_folder)
{
  g_auto (Shelf) shelf = { NULL };
  gint64 number = 0;

  fill_shelf (&shelf, place, library_folder);
  for (guint i = 0; i < shelf.moments->len; i++)
    number = MAX (number, g_array_index (shelf.moments, BvBackupMoment, i).number / 2);
  return number + 1;
}

/* What it named, for who looks whether others do. */
static void
note_items (const char *path, const BvBackupPlace *place, GPtrArray *items)
{
  g_autoptr (BvLibrary) copy = bv_library_open_copy (path, place->vault_owner, NULL);
  GPtrArray *named = copy != NULL ? bv_backup_evidence_list (copy, NULL) : NULL;

  if (named != NULL)
    g_ptr_array_extend_and_steal (items, named);
}

static void
choose (Shelf *shelf, const BvBackupPlace *place, const char *library_folder)
{
  g_autofree BvBackupMoment *backups = NULL;
  guint n_backups;

  fill_shelf (shelf, place, library_folder);
  n_backups = shelf->moments->len;
  backups = g_memdup2 (shelf->moments->data, n_backups * sizeof *backups);
  bv_backup_choice_make (backups, n_backups);
  if (place->own)
    add_upgrade_copies (shelf, library_folder);
  bv_backup_choice_make ((BvBackupMoment *) shelf->moments->data, shelf->moments->len);
  for (guint i = 0; i < n_backups; i++)
    g_array_index (shelf->moments, BvBackupMoment, i).kept = backups[i].kept;
}

/**
 * bv_backup_upkeep_thin:
 * @place: a place that is held
 * @library_folder: the folder of a library
 *
 * Removes the backups of it that are no longer kept (bv_backup_choice_make()), with the evidence that no
 * backup there names any more, and in the library's own place copies made before an upgrade. What cannot be
 * removed is tried again the next time.
 *
 * Returns: how many were removed
 */
guint
bv_backup_upkeep_thin (const BvBackupPlace *place, const char *library_folder)
{
  g_auto (Shelf) shelf = { NULL };
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_vault_item_free);
  guint n_removed = 0;

  choose (&shelf, place, library_folder);
  for (guint i = 0; i < shelf.moments->len; i++)
    if (!g_array_index (shelf.moments, BvBackupMoment, i).kept)
      {
        note_items (shelf.paths->pdata[i], place, items);
        n_removed += bv_backup_place_remove (shelf.paths->pdata[i], NULL);
      }
  bv_backup_evidence_remove_unnamed (place, items);
  return n_removed;
}
