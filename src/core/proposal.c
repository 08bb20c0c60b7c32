/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/proposal.h"

#include "core/vietnamese.h"

#include <glib/gi18n-lib.h>

/**
 * bv_proposal_new:
 * @contest: (transfer full): what is ranked
 * @campaign: (nullable): the whole campaign, whose nominees stand in the order of the contest's entrants
 *
 * Scores the contest and ranks every pool and group.
 *
 * Returns: (transfer full): the proposal, not sealed; @campaign must outlive it
 */
BvProposal *
bv_proposal_new (BvContest *contest, const BvCampaign *campaign)
{
  BvProposal *proposal = g_new0 (BvProposal, 1);
  GPtrArray *quotas = contest->campaign->quotas;

  g_return_val_if_fail (campaign == NULL || campaign->nominees->len == contest->entrants->len, NULL);

  proposal->contest = contest;
  proposal->campaign = campaign;
  proposal->scores = bv_scores_compute (contest);
  proposal->pools = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_ranking_free);
  proposal->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_ranking_free);
  for (guint i = 0; i < quotas->len; i++)
    g_ptr_array_add (proposal->pools,
                     bv_ranking_compute_pool (proposal->scores, g_ptr_array_index (quotas, i)));
  for (guint i = 0; i < contest->groups->len; i++)
    g_ptr_array_add (proposal->groups, bv_ranking_compute_group (proposal->scores, i));
  return proposal;
}

/**
 * bv_proposal_free:
 * @proposal: (transfer full): a proposal
 */
void
bv_proposal_free (BvProposal *proposal)
{
  g_ptr_array_unref (proposal->pools);
  g_ptr_array_unref (proposal->groups);
  bv_scores_free (proposal->scores);
  bv_contest_free (proposal->contest);
  g_free (proposal->seal);
  g_free (proposal->reason);
  g_free (proposal);
}

/**
 * bv_proposal_set_reason:
 * @proposal: a proposal
 * @reason: (nullable): why a provisional pool is sealed now; a blank one is none
 */
void
bv_proposal_set_reason (BvProposal *proposal, const char *reason)
{
  g_free (proposal->reason);
  proposal->reason = bv_text_is_blank (reason) ? NULL : g_strstrip (bv_vietnamese_nfc (reason));
}

static void
add_unreasoned (const BvRanking *pool, GStrvBuilder *obstacles)
{
  for (guint i = 0; i < pool->entries->len; i++)
    {
      const BvRankingEntry *entry = bv_ranking_entry (pool, i);
      const BvEntrant *entrant = bv_contest_entrant (pool->scores->contest, entry->entrant);
      g_autofree char *text = NULL;

      if (!entry->decided || !bv_text_is_blank (entrant->decision_reason))
        continue;
      text = g_strdup_printf (_ ("%s: the written decision on %s has no reason: write it"), pool->quota->name,
                              entrant->name);
      g_strv_builder_add (obstacles, text);
    }
}

static void
add_obstacles (const BvProposal *proposal, const BvRanking *pool, GStrvBuilder *obstacles)
{
  if (pool->overfull)
    {
      g_autofree char *text = g_strdup_printf (
        _ ("%s: %u nominees were put inside by decision, but the quota is %u: take back a decision"),
        pool->quota->name, pool->n_decided_inside, pool->size);

      g_strv_builder_add (obstacles, text);
    }
  add_unreasoned (pool, obstacles);
  if (pool->unresolved_tie)
    {
      g_autofree char *names = bv_ranking_list_unresolved (pool);
      g_autofree char *text
        = g_strdup_printf (_ ("%s: a tie at the quota line (%s): add a tie rule or a written decision"),
                           pool->quota->name, names);

      g_strv_builder_add (obstacles, text);
    }
  if (pool->provisional && proposal->reason == NULL)
    {
      g_autofree char *text = g_strdup_printf (
        _ ("%s: results still await publication: give the reason for proposing now"), pool->quota->name);

      g_strv_builder_add (obstacles, text);
    }
}

/**
 * bv_proposal_list_obstacles:
 * @proposal: a proposal; its reason counts where a pool is provisional
 *
 * What stands in the way of sealing (RULES.md, The quota line): ties at a line, more decisions than places,
 * decisions without a reason, and provisional pools without one.
 *
 * Returns: (transfer full): one line each, translated; empty where nothing does
 */
char **
bv_proposal_list_obstacles (const BvProposal *proposal)
{
  g_autoptr (GStrvBuilder) obstacles = g_strv_builder_new ();

  for (guint i = 0; i < proposal->pools->len; i++)
    add_obstacles (proposal, g_ptr_array_index (proposal->pools, i), obstacles);
  return g_strv_builder_end (obstacles);
}

/**
 * bv_proposal_get_nominee:
 * @proposal: a proposal with its whole campaign
 * @entrant: index into the contest's entrants
 *
 * Returns: (transfer none): the entrant's nominee
 */
const BvNominee *
bv_proposal_get_nominee (const BvProposal *proposal, guint entrant)
{
  return g_ptr_array_index (proposal->campaign->nominees, entrant);
}
