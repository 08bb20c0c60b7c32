/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/backup-table.h"

#include "app/backup/backup-age.h"
#include "store/shown-path.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

static gboolean
lies_in (const char *path, const char *library)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_new_for_path (library);

  return g_file_has_prefix (file, folder);
}

static char *
name_place (const char *path, const char *library)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return lies_in (path, library) ? g_strdup (_ ("Library")) : bv_shown_path_write (folder);
}

/**
 * bv_backup_table_name_places:
 * @entry: a backup
 * @library: the folder of the library
 *
 * Returns: (transfer full): where it lies, the library's own place first
 */
char *
bv_backup_table_name_places (const BvBackupEntry *entry, const char *library)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entry->paths->len; i++)
    {
      g_autofree char *name = name_place (entry->paths->pdata[i], library);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_string_free (text, FALSE);
}

/* The newest first: a copy that lies in one place only may be lost with it. */
static char *
describe_proof (const BvBackupEntry *entry, gboolean wants_second)
{
  if (entry->fault != NULL)
    return g_strdup (entry->fault);
  if (entry->kind == BV_BACKUP_KIND_UPGRADE)
    return g_strdup (_ ("Proven, before an upgrade"));
  if (entry->manifest->damaged[0] != NULL)
    return g_strdup (_ ("Proven, but for damaged evidence"));
  if (wants_second && entry->paths->len < 2)
    return g_strdup (_ ("Proven, in one place only"));
  return g_strdup (_ ("Proven"));
}

static gint64
count_evidence (const BvBackupFacts *facts)
{
  gint64 n = 0;

  for (guint i = 0; i < facts->campaigns->len; i++)
    n += ((const BvBackupCampaign *) g_ptr_array_index (facts->campaigns, i))->evidence;
  return n;
}

static void
set_counts (BvTable *table, guint row, const BvBackupManifest *manifest)
{
  bv_table_set_number (table, row, BV_BACKUPS_CAMPAIGNS, manifest->facts->campaigns->len);
  bv_table_set_number (table, row, BV_BACKUPS_ACTIONS, manifest->facts->actions);
  bv_table_set_number (table, row, BV_BACKUPS_EVIDENCE, count_evidence (manifest->facts));
}

static void
append (BvTable *table, const BvBackupEntry *entry, guint place, const char *library, gboolean wants_second)
{
  guint row = bv_table_append (table, place + 1, 0);
  g_autofree char *time = bv_backup_age_write_exactly (entry->time);
  g_autofree char *key = g_strdup_printf ("%020" G_GINT64_FORMAT, entry->time);
  g_autofree char *places = bv_backup_table_name_places (entry, library);
  g_autofree char *proof = describe_proof (entry, wants_second);

  bv_table_set_text (table, row, BV_BACKUPS_TIME, time, key);
  bv_table_set_text (table, row, BV_BACKUPS_PLACES, places, NULL);
  if (entry->manifest != NULL)
    set_counts (table, row, entry->manifest);
  bv_table_set_number (table, row, BV_BACKUPS_SIZE, entry->bytes);
  bv_table_set_text (table, row, BV_BACKUPS_PROOF, proof, NULL);
  if (entry->fault != NULL)
    bv_table_add_flags (table, row, BV_TABLE_ROW_ALERT);
}

/**
 * bv_backup_table_new:
 * @list: the backups of a library
 * @library: its folder
 * @wants_second: whether each backup should lie in a second place too
 *
 * Returns: (transfer full): a row for each, in their order, whose id is its place in @list, from 1
 */
BvTable *
bv_backup_table_new (const BvBackupList *list, const char *library, gboolean wants_second)
{
  static const BvColumnType types[BV_BACKUPS_N_COLUMNS] = {
    [BV_BACKUPS_TIME] = BV_COLUMN_TEXT,        [BV_BACKUPS_PLACES] = BV_COLUMN_TEXT,
    [BV_BACKUPS_CAMPAIGNS] = BV_COLUMN_NUMBER, [BV_BACKUPS_ACTIONS] = BV_COLUMN_NUMBER,
    [BV_BACKUPS_EVIDENCE] = BV_COLUMN_NUMBER,  [BV_BACKUPS_SIZE] = BV_COLUMN_SIZE,
    [BV_BACKUPS_PROOF] = BV_COLUMN_TEXT,
  };
  BvTable *table = bv_table_new (types, G_N_ELEMENTS (types));

  for (guint i = 0; i < list->entries->len; i++)
    append (table, g_ptr_array_index (list->entries, i), i, library, wants_second);
  return table;
}
