/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sealings.h"

#include "store/changeset.h"
#include "store/journal.h"
#include "store/proof/chain.h"
#include "store/records.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* The number of a sealing stays when another one is undone. Those of older versions have none, and are
 * counted: they come before all that have one. */
#define NUMBER "CASE ordinal WHEN 0 THEN row_number () OVER (ORDER BY ordinal, sealed, id) ELSE ordinal END"
#define LIST       \
  "SELECT " NUMBER \
  " AS number, sealed, date, seal, reason, file, dump, chain, id FROM proposal WHERE campaign = ?1"

typedef struct
{
  gint64 campaign;
  const BvSealing *sealing;
} Recording;

static gboolean
insert_sealing (BvLibrary *library, gpointer data, GError **error)
{
  const Recording *recording = data;
  const BvSealing *sealing = recording->sealing;

  return bv_statement_run (
    library,
    "INSERT INTO proposal (id, campaign, sealed, date, seal, reason, file, dump, chain, ordinal) "
    "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, max (ifnull (max (ordinal), 0), count (*)) + 1 FROM proposal WHERE campaign = ?2",
    error, "iiiisssss", bv_records_new_id (), recording->campaign, g_get_real_time () / G_USEC_PER_SEC,
    sealing->date, sealing->seal, sealing->reason != NULL ? sealing->reason : "", sealing->file,
    sealing->dump, sealing->chain != NULL ? sealing->chain : "");
}

/**
 * bv_sealings_label:
 * @file: the name of the file that a sealing went into
 *
 * Returns: (transfer full): what the journal calls the action
 */
char *
bv_sealings_label (const char *file)
{
  return g_strdup_printf (_ ("Seal the proposal: %s"), file);
}

/**
 * bv_sealings_record:
 * @library: a library
 * @campaign: a campaign's row
 * @sealing: how its proposal was sealed; number and time are not read
 * @error: return location for a %BV_STORE_ERROR
 *
 * Notes in the journal that a proposal was sealed.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_sealings_record (BvLibrary *library, gint64 campaign, const BvSealing *sealing, GError **error)
{
  g_autofree char *label = bv_sealings_label (sealing->file);
  Recording recording = { campaign, sealing };

  return bv_journal_act (library, label, insert_sealing, &recording, NULL, error);
}

/* What is taken over in one action. */
typedef struct
{
  gint64 campaign;
  GPtrArray *sealings;
} Taking;

static gboolean
insert_taken (BvLibrary *library, gpointer data, GError **error)
{
  const Taking *taking = data;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < taking->sealings->len; i++)
    {
      const BvSealing *sealing = g_ptr_array_index (taking->sealings, i);

      if (
        !bv_statement_run (
          library,
          "INSERT INTO proposal (id, campaign, sealed, date, seal, reason, file, dump, chain, ordinal, taken) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
          error, "iiiisssssii", bv_records_new_id (), taking->campaign, sealing->sealed, sealing->date,
          sealing->seal, sealing->reason, sealing->file, sealing->dump, sealing->chain,
          (gint64) sealing->number, now))
        return FALSE;
    }
  return TRUE;
}

/**
 * bv_sealings_take:
 * @library: a library open for writing
 * @campaign: a campaign's row, of which nothing was sealed here
 * @sealings: (element-type BvSealing): how it was sealed in another library, whose journal is not here
 * @error: return location for a %BV_STORE_ERROR
 *
 * Notes them with their numbers and times as one action; inside an action it joins that.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_sealings_take (BvLibrary *library, gint64 campaign, GPtrArray *sealings, GError **error)
{
  Taking taking = { campaign, sealings };

  return bv_journal_act (library, _ ("Take over what was sealed"), insert_taken, &taking, NULL, error);
}

static char *
copy_column (sqlite3_stmt *row, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (row, column));
}

static void
read_sealing (sqlite3_stmt *row, gpointer sealings)
{
  BvSealing *sealing = g_new0 (BvSealing, 1);

  sealing->number = sqlite3_column_int (row, 0);
  sealing->sealed = sqlite3_column_int64 (row, 1);
  sealing->date = sqlite3_column_int64 (row, 2);
  sealing->seal = copy_column (row, 3);
  sealing->reason = copy_column (row, 4);
  sealing->file = copy_column (row, 5);
  sealing->dump = copy_column (row, 6);
  sealing->chain = copy_column (row, 7);
  g_ptr_array_add (sealings, sealing);
}

/**
 * bv_sealings_list:
 * @library: a library
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type BvSealing): what was sealed of the campaign and is on
 * record, in the order of their numbers; %NULL with @error set on failure
 */
GPtrArray *
bv_sealings_list (BvLibrary *library, gint64 campaign, GError **error)
{
  g_autoptr (GPtrArray) sealings = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_sealing_free);

  if (!bv_statement_each (library, LIST " ORDER BY number", read_sealing, sealings, error, "i", campaign))
    return NULL;
  return g_steal_pointer (&sealings);
}

/* The last of them, taken out. */
static BvSealing *
take_last (GPtrArray *sealings)
{
  return sealings->len > 0 ? g_ptr_array_steal_index (sealings, sealings->len - 1) : NULL;
}

/**
 * bv_sealings_get:
 * @library: a library
 * @campaign: a campaign's row
 * @number: which of its sealings, from 1
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the sealing; %NULL with @error set on failure, with
 * %BV_STORE_ERROR_NOT_FOUND where there is none of that number
 */
BvSealing *
bv_sealings_get (BvLibrary *library, gint64 campaign, guint number, GError **error)
{
  g_autoptr (GPtrArray) sealings = bv_sealings_list (library, campaign, error);

  if (sealings == NULL)
    return NULL;
  for (guint i = 0; i < sealings->len; i++)
    if (((const BvSealing *) g_ptr_array_index (sealings, i))->number == number)
      return g_ptr_array_steal_index (sealings, i);
  if (sealings->len == 0)
    g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                         _ ("Nothing of this campaign was sealed yet"));
  else
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 _ ("There is no sealed proposal %u: the last of this campaign is %u"), number,
                 ((const BvSealing *) g_ptr_array_index (sealings, sealings->len - 1))->number);
  return NULL;
}

/* The row of the sealing that an action noted. */
static void
find_sealed_row (sqlite3_stmt *row, gpointer data)
{
  gint64 *sealed = data;
  int result = 0;
  g_autoptr (GArray) changes
    = bv_chain_check_row (row, NULL)
        ? bv_changeset_list_bytes (sqlite3_column_blob (row, BV_CHAIN_CHANGESET),
                                   sqlite3_column_bytes (row, BV_CHAIN_CHANGESET), &result)
        : NULL;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const BvChange *change = &g_array_index (changes, BvChange, i);

      if (change->operation == 'i' && g_str_equal (change->table, "proposal"))
        *sealed = change->id;
    }
}

/**
 * bv_sealings_find_to_undo:
 * @library: a library
 * @number: (out): which sealing of its campaign, from 1, the next undo would take back; 0: something else
 * @campaign: (out): the row of the campaign
 * @error: return location for a %BV_STORE_ERROR
 *
 * A sealing is taken back by undo like any other action, but nobody should do so without noticing.
 *
 * Returns: %FALSE with @error set where that cannot be read
 */
gboolean
bv_sealings_find_to_undo (BvLibrary *library, guint *number, gint64 *campaign, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BvAction) action = bv_journal_peek_undo (library, &local);
  gint64 sealed = 0;
  gint64 place = 0;
  gboolean ok = local == NULL;

  *campaign = 0;
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&local));
  if (action != NULL)
    ok = bv_statement_each (library, "SELECT " BV_CHAIN_COLUMNS " FROM " BV_CHAIN_FROM " WHERE j.id = ?1",
                            find_sealed_row, &sealed, error, "i", action->id);
  if (ok && sealed != 0)
    ok = bv_statement_read_number (library, "SELECT campaign FROM proposal WHERE id = ?1", campaign, error,
                                   "i", sealed)
         && bv_statement_read_number (library, "SELECT number FROM (" LIST ") WHERE id = ?2", &place, error,
                                      "ii", *campaign, sealed);
  *number = place;
  return ok;
}

/**
 * bv_sealings_find:
 * @library: a library
 * @campaign: a campaign's row
 * @date: the ranking's date
 * @seal: (nullable): a seal; %NULL: any
 * @sealing: (out) (transfer full) (nullable): the last of them; %NULL: no such sealing of that date is on
 * record
 * @error: return location for a %BV_STORE_ERROR
 *
 * A sealing that was undone is not on record.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_sealings_find (BvLibrary *library,
                  gint64 campaign,
                  gint64 date,
                  const char *seal,
                  BvSealing **sealing,
                  GError **error)
{
  g_autoptr (GPtrArray) sealings = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_sealing_free);
  gboolean ok = bv_statement_each (
    library, "SELECT * FROM (" LIST ") WHERE date = ?2 AND (?3 IS NULL OR seal = ?3) ORDER BY number",
    read_sealing, sealings, error, "iis", campaign, date, seal);

  *sealing = ok ? take_last (sealings) : NULL;
  return ok;
}

/**
 * bv_sealing_free:
 * @sealing: (transfer full): a sealing
 */
void
bv_sealing_free (BvSealing *sealing)
{
  g_free (sealing->seal);
  g_free (sealing->reason);
  g_free (sealing->file);
  g_free (sealing->dump);
  g_free (sealing->chain);
  g_free (sealing);
}
