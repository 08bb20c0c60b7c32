/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup/backup-evidence.h"

#include "store/statement.h"
#include "store/unfinished/unfinished-file.h"
#include "store/vault.h"

#include <glib/gstdio.h>

/* What is not read today is read within a week. */
#define DAYS 7

#define EVIDENCE "SELECT sha256, max (file) FROM evidence WHERE sha256 IS NOT NULL GROUP BY sha256"
#define SEALED "SELECT dump, max (file) FROM proposal WHERE dump IS NOT NULL GROUP BY dump"
#define HAS_SEALED "SELECT count (*) FROM pragma_table_info ('proposal') WHERE name = 'dump'"
#define RECEIVED "SELECT sha256, max (file) FROM receipt GROUP BY sha256"
#define HAS_RECEIVED "SELECT count (*) FROM pragma_table_info ('receipt') WHERE name = 'sha256'"

typedef struct
{
  const BvBackupEvidencePlan *plan;
  const BvProgress *progress;
  BvBackupEvidence *done;
  char *work; /* where files are while they are copied; NULL: none was yet */
} Taking;

static gpointer
read_item (sqlite3_stmt *row)
{
  BvVaultItem *item = g_new0 (BvVaultItem, 1);
  const char *file = (const char *) sqlite3_column_text (row, 1);

  item->sha256 = g_strdup ((const char *) sqlite3_column_text (row, 0));
  item->file = g_utf8_make_valid (file != NULL ? file : "", -1);
  return item;
}

static GPtrArray *
list_items (BvLibrary *library, const char *sql, GError **error)
{
  return bv_statement_list (library, sql, read_item, (GDestroyNotify) bv_vault_item_free, error, "");
}

/**
 * bv_backup_evidence_list_attached:
 * @library: a library or a copy, of any schema
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type BvVaultItem) (nullable): the files that evidence names, each once;
 * %NULL with @error set on failure
 */
GPtrArray *
bv_backup_evidence_list_attached (BvLibrary *library, GError **error)
{
  return list_items (library, EVIDENCE, error);
}

/* What a schema without that table or column does not have. */
static GPtrArray *
list_items_of_later (BvLibrary *library, const char *has, const char *sql, GError **error)
{
  gint64 has_them = 0;

  if (!bv_statement_read_number (library, has, &has_them, error, ""))
    return NULL;
  return has_them != 0 ? list_items (library, sql, error) : g_ptr_array_new ();
}

/**
 * bv_backup_evidence_list_sealed:
 * @library: a library or a copy, of any schema
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type BvVaultItem) (nullable): the files that sealings name, each once;
 * %NULL with @error set on failure
 */
GPtrArray *
bv_backup_evidence_list_sealed (BvLibrary *library, GError **error)
{
  return list_items_of_later (library, HAS_SEALED, SEALED, error);
}

/**
 * bv_backup_evidence_list_received:
 * @library: a library or a copy, of any schema
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type BvVaultItem) (nullable): the originals of answers, each once; %NULL
 * with @error set on failure
 */
GPtrArray *
bv_backup_evidence_list_received (BvLibrary *library, GError **error)
{
  return list_items_of_later (library, HAS_RECEIVED, RECEIVED, error);
}

/**
 * bv_backup_evidence_list:
 * @library: a library or a copy, of any schema
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type BvVaultItem) (nullable): the files that evidence, sealings
 * and receipts name, each once; %NULL with @error set on failure
 */
GPtrArray *
bv_backup_evidence_list (BvLibrary *library, GError **error)
{
  g_autoptr (GPtrArray) items = bv_backup_evidence_list_attached (library, error);
  GPtrArray *sealed = items != NULL ? bv_backup_evidence_list_sealed (library, error) : NULL;

  GPtrArray *received = sealed != NULL ? bv_backup_evidence_list_received (library, error) : NULL;

  if (received == NULL)
    {
      g_clear_pointer (&sealed, g_ptr_array_unref);
      return NULL;
    }
  g_ptr_array_extend_and_steal (items, sealed);
  g_ptr_array_extend_and_steal (items, received);
  return g_steal_pointer (&items);
}

/**
 * bv_backup_evidence_free:
 * @evidence: (transfer full): what became of files
 */
void
bv_backup_evidence_free (BvBackupEvidence *evidence)
{
  g_ptr_array_unref (evidence->damaged);
  g_free (evidence);
}

static gboolean
is_due (const BvBackupEvidencePlan *plan, const BvVaultItem *item)
{
  GDate date;
  guint part = g_ascii_xdigit_value (item->sha256[0]) * 16 + g_ascii_xdigit_value (item->sha256[1]);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, plan->day % 100, plan->day / 100 % 100, plan->day / 10000);
  return plan->check_all || part % DAYS == g_date_get_julian (&date) % DAYS;
}

/* Whether what went wrong is the file's own fault; else the disk is full, or nobody waits any more. */
static gboolean
is_damaged (const char *folder, const BvVaultItem *item)
{
  return !bv_vault_check (folder, item->sha256, item->file, NULL);
}

static gboolean
copy_whole (Taking *self, const BvVaultItem *item, GError **error)
{
  const BvBackupEvidencePlan *plan = self->plan;

  if (self->work == NULL)
    self->work = bv_vault_make_work_folder (plan->to, error);
  return self->work != NULL
         && bv_vault_copy (plan->from, plan->to, self->work, item,
                           bv_progress_get_cancellable (self->progress), error);
}

/* Where the file to be copied is damaged the work goes on, and it is told. */
static gboolean
copy_item (Taking *self, const BvVaultItem *item, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (copy_whole (self, item, &cause))
    {
      self->done->n_copied++;
      return TRUE;
    }
  if (!g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED) && is_damaged (self->plan->from, item))
    {
      g_ptr_array_add (self->done->damaged, g_strdup (cause->message));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* What was copied is read again from where it lies now; what rotted there is copied anew. */
static gboolean
check_item (Taking *self, const BvVaultItem *item, GError **error)
{
  const BvBackupEvidencePlan *plan = self->plan;
  g_autoptr (GError) cause = NULL;

  self->done->n_checked++;
  if (bv_vault_check (plan->to, item->sha256, item->file, &cause))
    return TRUE;
  if (!g_str_equal (plan->from, plan->to) && !is_damaged (plan->from, item))
    return copy_item (self, item, error) && bv_vault_check (plan->to, item->sha256, item->file, error);
  g_ptr_array_add (self->done->damaged, g_strdup (cause->message));
  return TRUE;
}

static gboolean
take_item (Taking *self, const BvVaultItem *item, GError **error)
{
  const BvBackupEvidencePlan *plan = self->plan;
  BvBackupEvidence *done = self->done;
  guint n_damaged = done->damaged->len;
  gboolean is_new = !bv_vault_has (plan->to, item->sha256, item->file);

  done->n_files++;
  if (is_new && !bv_vault_has (plan->from, item->sha256, item->file))
    {
      done->n_absent++;
      return TRUE;
    }
  if (is_new && !copy_item (self, item, error))
    return FALSE;
  if (done->damaged->len > n_damaged || !(is_new || is_due (plan, item)))
    return TRUE;
  return check_item (self, item, error);
}

static gboolean
take_items (Taking *self, GError **error)
{
  const GPtrArray *items = self->plan->items;

  for (guint i = 0; i < items->len; i++)
    {
      if (bv_progress_is_cancelled (self->progress, error)
          || !take_item (self, g_ptr_array_index (items, i), error))
        return FALSE;
      bv_progress_tell (self->progress, (i + 1.0) / items->len);
    }
  return TRUE;
}

/**
 * bv_backup_evidence_take:
 * @plan: which files, and where from and to
 * @progress: (nullable): is told
 * @error: return location for a %BV_STORE_ERROR_FILE, or %G_IO_ERROR_CANCELLED
 *
 * Copies what is new, each file while it is hashed, and reads again what was copied and what is due. A file
 * that is not what was attached is never copied: it is told, and the rest goes on.
 *
 * Returns: (transfer full) (nullable): what became of them; %NULL with @error set where the work could not go
 * on
 */
BvBackupEvidence *
bv_backup_evidence_take (const BvBackupEvidencePlan *plan, const BvProgress *progress, GError **error)
{
  g_autoptr (BvBackupEvidence) done = g_new0 (BvBackupEvidence, 1);
  Taking taking = { plan, progress, done, NULL };
  g_autofree char *work = NULL;
  gboolean taken;

  done->damaged = g_ptr_array_new_with_free_func (g_free);
  taken = take_items (&taking, error);
  work = taking.work;
  if (work != NULL)
    bv_unfinished_file_discard (work);
  return taken ? g_steal_pointer (&done) : NULL;
}

/* The hashes that the backups of a place name; NULL: of one that is not known. */
static GHashTable *
list_named (const BvBackupPlace *place)
{
  g_auto (GStrv) paths = bv_backup_place_list (place);
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (BvLibrary) copy = bv_library_open_copy (paths[i], place->folder, NULL);
      g_autoptr (GPtrArray) items = copy != NULL ? bv_backup_evidence_list (copy, NULL) : NULL;

      if (items == NULL)
        return NULL;
      for (guint k = 0; k < items->len; k++)
        g_hash_table_add (named, g_strdup (((BvVaultItem *) items->pdata[k])->sha256));
    }
  return g_steal_pointer (&named);
}

/**
 * bv_backup_evidence_remove_unnamed:
 * @place: a place that is held, with a vault of its own
 * @items: (element-type BvVaultItem): what backups named that were removed there
 *
 * Removes of these what none of the others names. Where that is not known of one of them, nothing goes.
 */
void
bv_backup_evidence_remove_unnamed (const BvBackupPlace *place, GPtrArray *items)
{
  g_autoptr (GHashTable) named = items->len > 0 && !place->own ? list_named (place) : NULL;

  for (guint i = 0; named != NULL && i < items->len; i++)
    {
      const BvVaultItem *item = items->pdata[i];
      g_autofree char *path = bv_vault_get_path (place->vault_owner, item->sha256, item->file);

      if (path != NULL && !g_hash_table_contains (named, item->sha256))
        g_unlink (path);
    }
}
