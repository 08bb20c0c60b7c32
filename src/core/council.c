/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/council.h"

#include "core/share.h"
#include "core/text/text.h"
#include "core/text/vietnamese.h"

/* Members who send their opinion in writing take part without being present. */
static gint64
count_voters (const BvCampaign *campaign, const BvVote *vote)
{
  if (campaign->council_of == BV_COUNCIL_OF_PRESENT)
    return vote->present + vote->in_writing;
  return vote->members;
}

static BvCouncilAnswer
ask (gint64 share, gint64 votes, gint64 of)
{
  if (share == BV_NONE || of <= 0)
    return BV_COUNCIL_UNKNOWN;
  return bv_share_is_reached (share, votes, of) ? BV_COUNCIL_YES : BV_COUNCIL_NO;
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
 * bv_council_threshold:
 * @campaign: a campaign
 * @quota: (nullable): the quota that is voted on
 *
 * Returns: the share of votes that is needed (core/share.h): the quota's own, else the council's; %BV_NONE
 * where neither asks for any
 */
gint64
bv_council_threshold (const BvCampaign *campaign, const BvQuota *quota)
{
  return quota != NULL && quota->threshold != BV_NONE ? quota->threshold : campaign->council_threshold;
}

/**
 * bv_council_agrees:
 * @campaign: a campaign
 * @quota: (nullable): the quota that is voted on
 * @vote: (nullable): a vote
 *
 * RULES.md, The council: without a threshold, a vote or anybody who could vote it is not known, which is not
 * "not reached".
 *
 * Returns: whether the votes in favour reach the threshold; compared exactly, not as rounded
 */
BvCouncilAnswer
bv_council_agrees (const BvCampaign *campaign, const BvQuota *quota, const BvVote *vote)
{
  if (vote == NULL)
    return BV_COUNCIL_UNKNOWN;
  return ask (bv_council_threshold (campaign, quota), vote->in_favour, count_voters (campaign, vote));
}

/**
 * bv_council_has_quorum:
 * @campaign: a campaign
 * @vote: a vote
 *
 * Counted are the members who were present, and where the campaign says so those who sent their opinion in
 * writing, of all members.
 *
 * Returns: whether so many took part as the quorum asks for
 */
BvCouncilAnswer
bv_council_has_quorum (const BvCampaign *campaign, const BvVote *vote)
{
  return ask (campaign->council_quorum, vote->present + (campaign->written_in_quorum ? vote->in_writing : 0),
              vote->members);
}

/**
 * bv_council_counts_agree:
 * @vote: a vote
 *
 * Returns: whether the numbers can be true together: for + against ≤ present + in writing ≤ members
 */
gboolean
bv_council_counts_agree (const BvVote *vote)
{
  gint64 voters = vote->present + vote->in_writing;

  return vote->in_favour + vote->against <= voters && voters <= vote->members;
}

/**
 * bv_council_organ:
 * @campaign: a campaign
 *
 * Returns: (transfer full): the council in capitals, as the head of its papers names it: the campaign's own,
 * else the province's, whose province stands above it
 */
char *
bv_council_organ (const BvCampaign *campaign)
{
  if (bv_text_is_blank (campaign->council_organ))
    return g_strdup ("HỘI ĐỒNG\nTHI ĐUA - KHEN THƯỞNG");
  return bv_vietnamese_upper (campaign->council_organ);
}

/**
 * bv_council_parent:
 * @campaign: a campaign
 *
 * Returns: (transfer none) (nullable): the organ that stands above the council: the campaign's own, else the
 * one above the office
 */
const char *
bv_council_parent (const BvCampaign *campaign)
{
  return bv_text_is_blank (campaign->council_parent) ? campaign->issuer_parent : campaign->council_parent;
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
