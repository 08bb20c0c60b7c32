/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/proposals.h"

#include "store/campaigns.h"
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
