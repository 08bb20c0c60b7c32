/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/proposals.h"

#include "store/campaigns.h"
#include "store/changeset.h"
#include "store/journal.h"
#include "store/records.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 campaign;
  const BvSealing *sealing;
} Recording;

static gboolean
insert_proposal (BvLibrary *library, gpointer data, GError **error)
{
  const Recording *recording = data;
  const BvSealing *sealing = recording->sealing;

  return bv_statement_run (library,
                           "INSERT INTO proposal (id, campaign, sealed, date, seal, reason, file) "
                           "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                           error, "iiiisss", bv_records_new_id (), recording->campaign,
                           g_get_real_time () / G_USEC_PER_SEC, sealing->date, sealing->seal,
                           sealing->reason != NULL ? sealing->reason : "", sealing->file);
}

/**
 * bv_proposals_record:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @sealing: how its proposal was sealed
 * @error: return location for a %BV_STORE_ERROR
 *
 * Notes in the journal that a proposal was sealed.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_proposals_record (BvLibrary *library, gint64 campaign, const BvSealing *sealing, GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Seal the proposal: %s"), sealing->file);
  Recording recording = { campaign, sealing };

  return bv_journal_act (library, label, insert_proposal, &recording, NULL, error);
}

/* The row of the sealing that an action noted. */
static void
find_sealed_row (sqlite3_stmt *row, gpointer data)
{
  gint64 *sealed = data;
  int result = 0;
  g_autoptr (GArray) changes
    = bv_changeset_list_bytes (sqlite3_column_blob (row, 0), sqlite3_column_bytes (row, 0), &result);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const BvChange *change = &g_array_index (changes, BvChange, i);

      if (change->operation == 'i' && g_str_equal (change->table, "proposal"))
        *sealed = change->id;
    }
}

/**
 * bv_proposals_number_to_undo:
 * @library: a library
 *
 * A sealing is taken back by undo like any other action, but nobody should do so without noticing.
 *
 * Returns: which sealing of its campaign, from 1, the next undo would take back; 0 where it would take back
 * something else, or that cannot be read
 */
guint
bv_proposals_number_to_undo (BvLibrary *library)
{
  g_autoptr (BvAction) action = bv_journal_peek_undo (library);
  gint64 sealed = 0;

  if (action == NULL
      || !bv_statement_each (library, "SELECT changeset FROM journal WHERE id = ?1", find_sealed_row, &sealed,
                             NULL, "i", action->id)
      || sealed == 0)
    return 0;
  return bv_statement_get_number (library,
                                  "SELECT count (*) FROM proposal WHERE campaign = "
                                  "(SELECT campaign FROM proposal WHERE id = ?1)",
                                  0, NULL, "i", sealed);
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

/* Both from one state of the library, whatever a writer does meanwhile. */
static BvProposal *
read_proposal (BvLibrary *library, gint64 campaign, gint64 date, BvCampaignParts parts, GError **error)
{
  g_autoptr (BvCampaign) read = NULL;
  BvContest *contest = NULL;
  gboolean begun;

  if (!bv_statement_begin_reading (library, &begun, error))
    return NULL;
  read = bv_campaigns_read (library, campaign, parts, error);
  if (read != NULL)
    contest = bv_campaigns_read_contest (library, campaign, date, error);
  bv_statement_end_reading (library, begun);
  return contest != NULL ? bv_proposal_new (contest, g_steal_pointer (&read)) : NULL;
}

/**
 * bv_proposals_read:
 * @library: a library
 * @campaign: a campaign's row
 * @date: the ranking's date
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the proposal with its whole campaign as the library stands, not
 * sealed; %NULL with @error set on failure
 */
BvProposal *
bv_proposals_read (BvLibrary *library, gint64 campaign, gint64 date, GError **error)
{
  return read_proposal (library, campaign, date, BV_CAMPAIGN_WHOLE, error);
}

/**
 * bv_proposals_read_draft:
 * @library: a library
 * @campaign: a campaign's row
 * @date: the ranking's date
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): a proposal for a workbook and nothing else: of the assessments its
 * campaign has only the evidence, so it cannot be sealed; %NULL with @error set on failure
 */
BvProposal *
bv_proposals_read_draft (BvLibrary *library, gint64 campaign, gint64 date, GError **error)
{
  return read_proposal (library, campaign, date, BV_CAMPAIGN_FRAME | BV_CAMPAIGN_NOMINEES | BV_CAMPAIGN_PROOF,
                        error);
}
