/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/proposals.h"

#include "store/campaigns.h"
#include "store/proof/chain.h"
#include "store/statement.h"

/* Both from one state of the library, whatever a writer does meanwhile. */
static BvProposal *
read_proposal (BvLibrary *library, gint64 campaign, gint64 date, BvCampaignParts parts, GError **error)
{
  g_autoptr (BvCampaign) read = NULL;
  g_autofree char *chain = NULL;
  BvContest *contest = NULL;
  BvProposal *proposal;
  gboolean begun;

  if (!bv_statement_begin_reading (library, &begun, error))
    return NULL;
  read = bv_campaigns_read (library, campaign, parts, error);
  chain = read != NULL ? bv_chain_read_head (library, error) : NULL;
  if (chain != NULL)
    contest = bv_campaigns_read_contest (library, campaign, date, error);
  bv_statement_end_reading (library, begun);
  if (contest == NULL)
    return NULL;
  proposal = bv_proposal_new (contest, g_steal_pointer (&read));
  proposal->chain = g_steal_pointer (&chain);
  return proposal;
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
