/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/council.h"

/* Members who send their opinion in writing take part without being present. */
static gint64
count_voters (const BvCampaign *campaign, const BvVote *vote)
{
  if (campaign->council_of == BV_COUNCIL_OF_PRESENT)
    return vote->present + vote->in_writing;
  return vote->members;
}

/**
 * bv_council_percent:
 * @campaign: a campaign, which says what the percentage is of
 * @vote: a vote
 *
 * Of all members, or of those who took part: those present and those who voted in writing, whose opinions are
 * among the votes for and against.
 *
 * Returns: who is in favour, in 1/100 %, half up; %BV_NONE where it is not known of how many
 */
gint64
bv_council_percent (const BvCampaign *campaign, const BvVote *vote)
{
  gint64 voters = count_voters (campaign, vote);

  return voters > 0 ? bv_rounded_product (vote->in_favour, 10000, voters) : BV_NONE;
}

/**
 * bv_council_agrees:
 * @campaign: a campaign with a threshold
 * @vote: a vote
 *
 * Returns: whether the votes in favour reach the threshold; compared exactly, not as rounded
 */
gboolean
bv_council_agrees (const BvCampaign *campaign, const BvVote *vote)
{
  gint64 voters = count_voters (campaign, vote);

  return voters > 0 && vote->in_favour * 100 >= campaign->council_threshold_percent * voters;
}

/**
 * bv_council_has_quorum:
 * @campaign: a campaign with a quorum
 * @vote: a vote
 *
 * Returns: whether so many members were present as the quorum asks for
 */
gboolean
bv_council_has_quorum (const BvCampaign *campaign, const BvVote *vote)
{
  return vote->members > 0 && vote->present * 100 >= campaign->council_quorum_percent * vote->members;
}

/**
 * bv_council_votes_on:
 * @entry: an entry of a pool's ranking
 *
 * Returns: whether it is put before the council: who is proposed, and who stands in a tie at the quota line
 * that nothing else resolves
 */
gboolean
bv_council_votes_on (const BvRankingEntry *entry)
{
  return entry->place == BV_RANK_INSIDE || entry->place == BV_RANK_UNRESOLVED;
}
