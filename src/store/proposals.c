/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/proposals.h"

#include "store/editing.h"
#include "store/journal.h"
#include "store/records.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 campaign;
  gint64 date;
  const char *seal;
  const char *reason;
  const char *file;
} Sealing;

static gboolean
insert_proposal (BvLibrary *library, gpointer data, GError **error)
{
  const Sealing *sealing = data;

  return bv_statement_run (library,
                           "INSERT INTO proposal (id, campaign, sealed, date, seal, reason, file) "
                           "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                           error, "iiiisss", bv_records_new_id (), sealing->campaign,
                           g_get_real_time () / G_USEC_PER_SEC, sealing->date, sealing->seal,
                           sealing->reason != NULL ? sealing->reason : "", sealing->file);
}

/**
 * bv_editing_record_proposal:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @date: the ranking's date
 * @seal: the seal
 * @reason: (nullable): why a provisional pool was sealed
 * @file: the workbook's file name
 * @error: return location for a %BV_STORE_ERROR
 *
 * Notes in the journal that a proposal was sealed.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_editing_record_proposal (BvLibrary *library,
                            gint64 campaign,
                            gint64 date,
                            const char *seal,
                            const char *reason,
                            const char *file,
                            GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Seal the proposal: %s"), file);
  Sealing sealing = { campaign, date, seal, reason, file };

  return bv_journal_act (library, label, insert_proposal, &sealing, NULL, error);
}

/**
 * bv_proposals_find_sealing:
 * @library: a library
 * @campaign: a campaign's row
 * @date: the ranking's date
 * @seal: (nullable): a seal; %NULL: any
 * @reason: (out) (transfer full) (nullable): why a provisional pool was sealed then, empty where nobody had
 * to say; %NULL: no such sealing of that date is on record
 * @error: return location for a %BV_STORE_ERROR
 *
 * Of several, the last. A sealing that was undone is not on record.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_proposals_find_sealing (BvLibrary *library,
                           gint64 campaign,
                           gint64 date,
                           const char *seal,
                           char **reason,
                           GError **error)
{
  GError *failure = NULL;

  *reason = bv_statement_get_text (library,
                                   "SELECT reason FROM proposal WHERE campaign = ?1 AND date = ?2 "
                                   "AND (?3 IS NULL OR seal = ?3) ORDER BY sealed DESC, rowid DESC LIMIT 1",
                                   &failure, "iis", campaign, date, seal);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}
