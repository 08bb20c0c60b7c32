/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup/backup-loss.h"

#include "store/statement.h"

#define ACTIONS \
  "SELECT time, id || '|' || time || '|' || kind || '|' || rows || '|' || user FROM journal ORDER BY id"

/* Keys and codes hold no character that separates. */
#define SCORES                                                                                          \
  "SELECT a.verified, c.key || char (31) || n.key || char (31) || k.code FROM nominee n JOIN campaign " \
  "c ON c.id = n.campaign JOIN assessment a ON a.nominee = n.id JOIN criterion k ON k.id = "            \
  "a.criterion WHERE a.verified IS NOT NULL"

/* An action, or a score. */
typedef struct
{
  gint64 number; /* its time, or the points */
  char *name;
} Entry;

static void
free_entry (Entry *entry)
{
  g_free (entry->name);
  g_free (entry);
}

static gpointer
read_entry (sqlite3_stmt *row)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->number = sqlite3_column_int64 (row, 0);
  entry->name = g_strdup ((const char *) sqlite3_column_text (row, 1));
  return entry;
}

static GPtrArray *
list (BvLibrary *library, const char *sql, GError **error)
{
  return bv_statement_list (library, sql, read_entry, (GDestroyNotify) free_entry, error, "");
}

/* Up to where both have done the same. */
static void
count_actions (GPtrArray *present, GPtrArray *copy, BvBackupLoss *loss)
{
  guint same = 0;

  while (same < MIN (present->len, copy->len)
         && g_strcmp0 (((Entry *) present->pdata[same])->name, ((Entry *) copy->pdata[same])->name) == 0)
    same++;
  loss->actions = present->len - same;
  loss->since = same < present->len ? ((Entry *) present->pdata[same])->number : 0;
}

static void
count_scores (GPtrArray *present, GPtrArray *copy, BvBackupLoss *loss)
{
  g_autoptr (GHashTable) had = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < copy->len; i++)
    {
      Entry *entry = copy->pdata[i];

      if (entry->name != NULL)
        g_hash_table_insert (had, entry->name, entry);
    }
  loss->verified = 0;
  for (guint i = 0; i < present->len; i++)
    {
      const Entry *entry = present->pdata[i];
      const Entry *before = entry->name != NULL ? g_hash_table_lookup (had, entry->name) : NULL;

      if (before == NULL || before->number != entry->number)
        loss->verified++;
    }
}

/**
 * bv_backup_loss_count:
 * @present: the library
 * @copy: a backup of it, of any schema
 * @loss: (out): what would be lost if @copy took its place
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_backup_loss_count (BvLibrary *present, BvLibrary *copy, BvBackupLoss *loss, GError **error)
{
  g_autoptr (GPtrArray) actions = list (present, ACTIONS, error);
  g_autoptr (GPtrArray) actions_then = actions != NULL ? list (copy, ACTIONS, error) : NULL;
  g_autoptr (GPtrArray) scores = actions_then != NULL ? list (present, SCORES, error) : NULL;
  g_autoptr (GPtrArray) scores_then = scores != NULL ? list (copy, SCORES, error) : NULL;

  if (scores_then == NULL)
    return FALSE;
  count_actions (actions, actions_then, loss);
  count_scores (scores, scores_then, loss);
  return TRUE;
}
