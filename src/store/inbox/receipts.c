/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/inbox/receipts.h"

#include "core/points.h"
#include "store/journal.h"
#include "store/records.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define COLUMNS                                                                                       \
  "id, unit, name, version, received, file, sha256, bytes, container, sender, sent, state, \"rows\"," \
  " \"values\", asked, conflicts, refused, remark"

static const char *const states[]
  = { [BV_RECEIPT_OPEN] = "open", [BV_RECEIPT_SETTLED] = "settled", [BV_RECEIPT_DISCARDED] = "discarded" };

/* Receipts of another library. */
typedef struct
{
  gint64 campaign;
  GPtrArray *receipts;
} Taking;

/* What somebody decides about one. */
typedef struct
{
  gint64 id;
  BvReceiptState state;
} Deciding;

/**
 * bv_receipt_copy:
 * @receipt: what was received
 *
 * Returns: (transfer full): one with texts of its own
 */
BvReceipt *
bv_receipt_copy (const BvReceipt *receipt)
{
  BvReceipt *copy = g_new (BvReceipt, 1);

  *copy = *receipt;
  copy->unit = g_strdup (receipt->unit);
  copy->name = g_strdup (receipt->name);
  copy->file = g_strdup (receipt->file);
  copy->sha256 = g_strdup (receipt->sha256);
  copy->container = g_strdup (receipt->container);
  copy->sender = g_strdup (receipt->sender);
  copy->remark = g_strdup (receipt->remark);
  return copy;
}

/**
 * bv_receipt_free:
 * @receipt: (transfer full): what was received
 */
void
bv_receipt_free (BvReceipt *receipt)
{
  g_free (receipt->unit);
  g_free (receipt->name);
  g_free (receipt->file);
  g_free (receipt->sha256);
  g_free (receipt->container);
  g_free (receipt->sender);
  g_free (receipt->remark);
  g_free (receipt);
}

/**
 * bv_receipt_count_open:
 * @receipt: what was received
 *
 * Returns: how much of it still waits for somebody; 0 where somebody said that nothing does
 */
gint64
bv_receipt_count_open (const BvReceipt *receipt)
{
  if (receipt->state != BV_RECEIPT_OPEN)
    return 0;
  return receipt->n_asked + receipt->n_conflicts + receipt->n_refused
         + (receipt->remark != NULL && *receipt->remark != '\0');
}

static gboolean
insert (BvLibrary *library, gint64 campaign, const BvReceipt *receipt, GError **error)
{
  return bv_statement_run (
    library,
    "INSERT INTO receipt (" COLUMNS
    ", campaign) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
    error, "issiississisiiiiisi", bv_records_new_id (), receipt->unit, receipt->name, receipt->version,
    receipt->received, receipt->file, receipt->sha256, receipt->bytes, receipt->container, receipt->sender,
    receipt->sent, states[receipt->state], receipt->n_rows, receipt->n_values, receipt->n_asked,
    receipt->n_conflicts, receipt->n_refused, receipt->remark, campaign);
}

/* What it says of itself is as it was the first time; what became of it may be otherwise now. */
static gboolean
update (BvLibrary *library, gint64 id, const BvReceipt *receipt, GError **error)
{
  return bv_statement_run (
    library,
    "UPDATE receipt SET \"rows\" = ?2, \"values\" = max (\"values\", ?3), asked = ?4, conflicts = ?5, "
    "refused = ?6, remark = ?7 WHERE id = ?1",
    error, "iiiiiis", id, receipt->n_rows, receipt->n_values, receipt->n_asked, receipt->n_conflicts,
    receipt->n_refused, receipt->remark);
}

/**
 * bv_receipts_note:
 * @library: a library, in an action
 * @campaign: a campaign's row
 * @receipt: what was received, in the vault already; its id and version are not looked at
 * @error: return location for a %BV_STORE_ERROR
 *
 * Notes an answer with the next version of its unit. The same content of the same unit is one answer, however
 * often it is taken in. It is a record of the work and no content of the campaign: no dump has it.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_receipts_note (BvLibrary *library, gint64 campaign, const BvReceipt *receipt, GError **error)
{
  BvReceipt next = *receipt;
  gint64 id = 0;
  gint64 last = 0;

  if (!bv_statement_read_number (library,
                                 "SELECT id FROM receipt WHERE campaign = ?1 AND unit IS ?2 AND sha256 = ?3 "
                                 "LIMIT 1",
                                 &id, error, "iss", campaign, receipt->unit, receipt->sha256))
    return FALSE;
  if (id != 0)
    return update (library, id, receipt, error);
  if (!bv_statement_read_number (
        library, "SELECT ifnull (max (version), 0) FROM receipt WHERE campaign = ?1 AND unit IS ?2", &last,
        error, "is", campaign, receipt->unit))
    return FALSE;
  next.version = last + 1;
  return insert (library, campaign, &next, error);
}

static gboolean
insert_taken (BvLibrary *library, gpointer data, GError **error)
{
  const Taking *taking = data;

  for (guint i = 0; i < taking->receipts->len; i++)
    if (!insert (library, taking->campaign, g_ptr_array_index (taking->receipts, i), error))
      return FALSE;
  return TRUE;
}

/**
 * bv_receipts_take:
 * @library: a library open for writing
 * @campaign: a campaign's row, of which nothing was received here
 * @receipts: (element-type BvReceipt): what was received in another library, whose journal is not here
 * @error: return location for a %BV_STORE_ERROR
 *
 * Notes them with their versions and times as one action; inside an action it joins that.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_receipts_take (BvLibrary *library, gint64 campaign, GPtrArray *receipts, GError **error)
{
  Taking taking = { campaign, receipts };

  return bv_journal_act (library, _ ("Take over what was received"), insert_taken, &taking, NULL, error);
}

static gboolean
write_state (BvLibrary *library, gpointer data, GError **error)
{
  const Deciding *deciding = data;

  return bv_statement_run (library, "UPDATE receipt SET state = ?2 WHERE id = ?1", error, "is", deciding->id,
                           states[deciding->state]);
}

static char *
write_label (const BvReceipt *receipt, BvReceiptState state)
{
  const char *name = *receipt->name != '\0' ? receipt->name : receipt->file;

  if (state == BV_RECEIPT_DISCARDED)
    /* Translators: a number, a unit */
    return g_strdup_printf (_ ("Discard version %" PRId64 " of %s"), receipt->version, name);
  if (state == BV_RECEIPT_SETTLED)
    return g_strdup_printf (_ ("Settle version %" PRId64 " of %s"), receipt->version, name);
  return g_strdup_printf (_ ("Take up version %" PRId64 " of %s again"), receipt->version, name);
}

/**
 * bv_receipts_set_state:
 * @library: a library open for writing
 * @receipt: what was received
 * @state: what is decided about it
 * @error: return location for a %BV_STORE_ERROR
 *
 * Notes the decision as one action. What was taken in of the answer stays as it is.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_receipts_set_state (BvLibrary *library, const BvReceipt *receipt, BvReceiptState state, GError **error)
{
  Deciding deciding = { receipt->id, state };
  g_autofree char *label = write_label (receipt, state);

  return bv_journal_act (library, label, write_state, &deciding, NULL, error);
}

/**
 * bv_receipts_count_to_see:
 * @library: a library
 * @campaign: a campaign's row
 *
 * Returns: of how many units something in the last answer waits for somebody; what cannot be read counts as
 * none, for it is only shown
 */
gint64
bv_receipts_count_to_see (BvLibrary *library, gint64 campaign)
{
  return bv_statement_get_number (
    library,
    "SELECT count (*) FROM receipt r WHERE campaign = ?1 AND state = 'open' "
    "AND (asked + conflicts + refused > 0 OR remark <> '') AND (unit IS NULL OR NOT EXISTS (SELECT 1 FROM "
    "receipt o WHERE o.campaign = ?1 AND o.unit = r.unit AND o.version > r.version AND o.state <> "
    "'discarded'))",
    0, NULL, "i", campaign);
}

static BvReceiptState
read_state (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i], name) == 0)
      return i;
  return BV_RECEIPT_OPEN;
}

static char *
copy_column (sqlite3_stmt *row, int column)
{
  return g_strdup (bv_statement_column_text (row, column));
}

static gint64
read_number_or_none (sqlite3_stmt *row, int column)
{
  return sqlite3_column_type (row, column) == SQLITE_NULL ? BV_NONE : sqlite3_column_int64 (row, column);
}

static gpointer
read_receipt (sqlite3_stmt *row)
{
  BvReceipt *receipt = g_new0 (BvReceipt, 1);

  receipt->id = sqlite3_column_int64 (row, 0);
  receipt->unit = g_strdup ((const char *) sqlite3_column_text (row, 1));
  receipt->name = copy_column (row, 2);
  receipt->version = sqlite3_column_int64 (row, 3);
  receipt->received = sqlite3_column_int64 (row, 4);
  receipt->file = copy_column (row, 5);
  receipt->sha256 = copy_column (row, 6);
  receipt->bytes = sqlite3_column_int64 (row, 7);
  receipt->container = copy_column (row, 8);
  receipt->sender = copy_column (row, 9);
  receipt->sent = read_number_or_none (row, 10);
  receipt->state = read_state (bv_statement_column_text (row, 11));
  receipt->n_rows = sqlite3_column_int64 (row, 12);
  receipt->n_values = sqlite3_column_int64 (row, 13);
  receipt->n_asked = sqlite3_column_int64 (row, 14);
  receipt->n_conflicts = sqlite3_column_int64 (row, 15);
  receipt->n_refused = sqlite3_column_int64 (row, 16);
  receipt->remark = copy_column (row, 17);
  return receipt;
}

/**
 * bv_receipts_list:
 * @library: a library
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type BvReceipt) (nullable): what was received, newest first, what is of
 * one time by unit and version; %NULL with @error set on failure
 */
GPtrArray *
bv_receipts_list (BvLibrary *library, gint64 campaign, GError **error)
{
  return bv_statement_list (
    library,
    "SELECT " COLUMNS " FROM receipt WHERE campaign = ?1 ORDER BY received DESC, unit, version DESC, id",
    read_receipt, (GDestroyNotify) bv_receipt_free, error, "i", campaign);
}
