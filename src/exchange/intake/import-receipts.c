/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/import-receipts.h"

#include "core/unit.h"
#include "store/error.h"
#include "store/inbox/receipts.h"
#include "store/vault.h"

#include <glib/gi18n-lib.h>

/* A file of the plan, in the vault. */
typedef struct
{
  const BvPlannedFile *planned;
  BvVaultItem *item;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  bv_vault_item_free (kept->item);
  g_free (kept);
}

/* What is kept has to be what was read. */
static gboolean
check_unchanged (const BvPlannedFile *planned, const BvVaultItem *item, GError **error)
{
  if (g_strcmp0 (planned->sha256, item->sha256) == 0)
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("%s was changed since it was read: nothing was taken in; take it in again"), planned->name);
  return FALSE;
}

static gboolean
keep (BvLibrary *library,
      const BvPlannedFile *planned,
      GPtrArray *kept,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (planned->path);
  Kept *one = g_new0 (Kept, 1);

  one->planned = planned;
  one->item = bv_vault_add (bv_library_get_folder (library), file, cancellable, error);
  if (one->item == NULL)
    {
      g_free (one);
      return FALSE;
    }
  g_ptr_array_add (kept, one);
  return check_unchanged (planned, one->item, error);
}

/**
 * bv_import_receipts_keep:
 * @library: a library open for writing
 * @plan: a plan
 * @progress: (nullable): is told, and may give up
 * @error: return location for a %BV_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Takes the original of each file that could be read into the vault, as a source: it need not be of a kind
 * that may be evidence. What was pasted has none, and nobody sent it.
 *
 * Returns: (transfer full) (nullable): what is kept; %NULL with @error set, and nothing kept, on failure
 */
GPtrArray *
bv_import_receipts_keep (BvLibrary *library,
                         const BvImportPlan *plan,
                         const BvProgress *progress,
                         GError **error)
{
  GCancellable *cancellable = bv_progress_get_cancellable (progress);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (kept_free);

  for (guint i = 0; i < plan->files->len; i++)
    {
      const BvPlannedFile *planned = g_ptr_array_index (plan->files, i);

      if (planned->failure == NULL && planned->paste == NULL
          && !keep (library, planned, kept, cancellable, error))
        {
          bv_import_receipts_take_back (library, kept);
          return NULL;
        }
      bv_progress_tell (progress, (i + 1.0) / plan->files->len);
    }
  return g_steal_pointer (&kept);
}

static guint
count_rows (const BvPlannedFile *planned)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < planned->values->len; i++)
    {
      const BvPlannedValue *value = g_ptr_array_index (planned->values, i);
      const gint64 place = (gint64) value->sheet << 32 | value->row;

      g_hash_table_add (rows, g_memdup2 (&place, sizeof place));
    }
  return g_hash_table_size (rows);
}

static char *
join_remarks (const BvPlannedFile *planned)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < planned->remarks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (planned->remarks, i));
  if (planned->is_held)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                            _ ("nothing of it was taken in, as something in it waits"));
  return g_string_free (text, FALSE);
}

static const char *
get_text (const char *text)
{
  return text != NULL ? text : "";
}

/* Seconds since 1970; BV_NONE where nothing is said. */
static gint64
read_moment (const char *iso)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = iso != NULL ? g_date_time_new_from_iso8601 (iso, zone) : NULL;

  return moment != NULL ? g_date_time_to_unix (moment) : BV_NONE;
}

static gboolean
note (BvLibrary *library, gint64 campaign, const BvImportPlan *plan, const Kept *kept, GError **error)
{
  const BvPlannedFile *planned = kept->planned;
  const BvUnit *unit = planned->unit != NULL ? g_hash_table_lookup (plan->units, planned->unit) : NULL;
  const BvIntakeOrigin *origin = planned->origin;
  g_autofree char *remark = join_remarks (planned);
  const BvReceipt receipt = {
    .unit = planned->unit,
    .name = unit != NULL ? unit->name : (char *) "",
    .received = g_get_real_time () / G_USEC_PER_SEC,
    .file = planned->name,
    .sha256 = kept->item->sha256,
    .bytes = kept->item->bytes,
    .container = (char *) get_text (origin != NULL ? origin->place : NULL),
    .sender = (char *) get_text (origin != NULL ? origin->sender : NULL),
    .sent = origin != NULL ? read_moment (origin->sent) : BV_NONE,
    .n_rows = count_rows (planned),
    .n_values = bv_planned_file_count_taken (planned),
    .n_asked = bv_planned_file_count (planned, BV_PLANNED_ASKED) + bv_planned_file_count_columns (planned),
    .n_conflicts = bv_planned_file_count (planned, BV_PLANNED_CONFLICT),
    .n_refused = bv_planned_file_count (planned, BV_PLANNED_REFUSED),
    .remark = remark,
  };

  return bv_receipts_note (library, campaign, &receipt, error);
}

/**
 * bv_import_receipts_note:
 * @library: a library, in an action
 * @campaign: a campaign's row
 * @plan: a plan
 * @kept: what is kept of it
 * @error: return location for a %BV_STORE_ERROR
 *
 * Notes each file as received, with what became of it and what still waits.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_import_receipts_note (BvLibrary *library,
                         gint64 campaign,
                         const BvImportPlan *plan,
                         const GPtrArray *kept,
                         GError **error)
{
  for (guint i = 0; i < kept->len; i++)
    if (!note (library, campaign, plan, g_ptr_array_index (kept, i), error))
      return FALSE;
  return TRUE;
}

/**
 * bv_import_receipts_take_back:
 * @library: a library open for writing
 * @kept: what was kept, and no row names
 *
 * What the vault had before stays.
 */
void
bv_import_receipts_take_back (BvLibrary *library, const GPtrArray *kept)
{
  for (guint i = 0; i < kept->len; i++)
    bv_vault_take_back (bv_library_get_folder (library), ((const Kept *) g_ptr_array_index (kept, i))->item);
}
