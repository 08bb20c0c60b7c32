/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/council.h"
#include "core/share.h"

typedef struct
{
  const char *name;
  BvCouncilOf of;
  BvVote vote;
  gint64 percent; /* 1/100 % */
  BvCouncilAnswer agrees;
  BvCouncilAnswer has_quorum;
} Case;

#define VOTE(for_, in_writing_, present_, members_)                                                \
  {                                                                                                \
    .in_favour = (for_), .in_writing = (in_writing_), .present = (present_), .members = (members_) \
  }

#define YES BV_COUNCIL_YES
#define NO BV_COUNCIL_NO
#define UNKNOWN BV_COUNCIL_UNKNOWN

/* Threshold 80 %, quorum 67 %. */
static const Case cases[] = {
  { "of-members-absent-ones-count", BV_COUNCIL_OF_MEMBERS, VOTE (8, 0, 9, 11), 7273, NO, YES },
  { "of-present-absent-ones-do-not-count", BV_COUNCIL_OF_PRESENT, VOTE (8, 0, 9, 11), 8889, YES, YES },
  { "of-present-opinions-in-writing-take-part", BV_COUNCIL_OF_PRESENT, VOTE (11, 1, 10, 11), 10000, YES,
    YES },
  { "a-percent-is-rounded-half-up", BV_COUNCIL_OF_MEMBERS, VOTE (1, 0, 800, 800), 13, NO, YES },
  { "the-threshold-itself-is-enough", BV_COUNCIL_OF_MEMBERS, VOTE (8, 0, 10, 10), 8000, YES, YES },
  { "a-threshold-reached-by-rounding-only-is-not-reached", BV_COUNCIL_OF_MEMBERS,
    VOTE (79999, 0, 100000, 100000), 8000, NO, YES },
  { "without-members-there-is-no-percent", BV_COUNCIL_OF_MEMBERS, VOTE (8, 0, 9, 0), BV_NONE, UNKNOWN,
    UNKNOWN },
  { "too-few-present-are-no-quorum", BV_COUNCIL_OF_MEMBERS, VOTE (7, 0, 7, 11), 6364, NO, NO },
};

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (BvCampaign) campaign = bv_record_new (&bv_campaign_entity);

  campaign->council_of = self->of;
  campaign->council_threshold = bv_share_parse ("80%", NULL);
  campaign->council_quorum = bv_share_parse ("67%", NULL);
  g_assert_cmpint (bv_council_percent (campaign, &self->vote), ==, self->percent);
  g_assert_cmpint (bv_council_agrees (campaign, NULL, &self->vote), ==, self->agrees);
  g_assert_cmpint (bv_council_has_quorum (campaign, &self->vote), ==, self->has_quorum);
}

/* RULES.md: 6 of 9 meets 2/3, 5 of 9 does not; 6 of 9 do not reach 67 %. */
static void
test_quorum_of_two_thirds (void)
{
  g_autoptr (BvCampaign) campaign = bv_record_new (&bv_campaign_entity);
  BvVote vote = VOTE (6, 0, 6, 9);

  g_assert_cmpint (bv_council_has_quorum (campaign, &vote), ==, UNKNOWN);
  campaign->council_quorum = bv_share_parse ("2/3", NULL);
  g_assert_cmpint (bv_council_has_quorum (campaign, &vote), ==, YES);
  vote.present = 5;
  vote.in_writing = 1;
  g_assert_cmpint (bv_council_has_quorum (campaign, &vote), ==, NO);
  campaign->written_in_quorum = TRUE;
  g_assert_cmpint (bv_council_has_quorum (campaign, &vote), ==, YES);
}

static void
test_threshold_of_a_quota (void)
{
  g_autoptr (BvCampaign) campaign = bv_record_new (&bv_campaign_entity);
  g_autoptr (BvRecord) record = bv_record_new (&bv_quota_entity);
  BvQuota *quota = (BvQuota *) record;
  const BvVote vote = VOTE (5, 0, 9, 10);

  g_assert_cmpint (bv_council_agrees (campaign, quota, NULL), ==, UNKNOWN);
  g_assert_cmpint (bv_council_agrees (campaign, quota, &vote), ==, UNKNOWN);
  campaign->council_threshold = bv_share_parse (">1/2", NULL);
  g_assert_cmpint (bv_council_agrees (campaign, quota, &vote), ==, NO);
  campaign->council_threshold = bv_share_parse ("1/2", NULL);
  g_assert_cmpint (bv_council_agrees (campaign, quota, &vote), ==, YES);
  quota->threshold = bv_share_parse ("80%", NULL);
  g_assert_cmpint (bv_council_agrees (campaign, quota, &vote), ==, NO);
}

static void
test_counts_agree (void)
{
  const BvVote right = { .in_favour = 8, .against = 2, .in_writing = 1, .present = 9, .members = 11 };
  const BvVote too_many_votes
    = { .in_favour = 9, .against = 2, .in_writing = 1, .present = 9, .members = 11 };
  const BvVote too_many_there
    = { .in_favour = 8, .against = 2, .in_writing = 3, .present = 9, .members = 11 };

  g_assert_true (bv_council_counts_agree (&right));
  g_assert_false (bv_council_counts_agree (&too_many_votes));
  g_assert_false (bv_council_counts_agree (&too_many_there));
}

static void
test_votes_on (void)
{
  static const gboolean expected[] = {
    [BV_RANK_INSIDE] = TRUE,
    [BV_RANK_OUTSIDE] = FALSE,
    [BV_RANK_UNRESOLVED] = TRUE,
    [BV_RANK_NOT_ELIGIBLE] = FALSE,
  };

  for (guint place = 0; place < G_N_ELEMENTS (expected); place++)
    {
      BvRankingEntry entry = { .place = place };

      g_assert_cmpint (bv_council_votes_on (&entry), ==, expected[place]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/council/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/council/two-thirds-are-compared-exactly", test_quorum_of_two_thirds);
  g_test_add_func ("/council/a-quota-may-ask-for-more-votes", test_threshold_of_a_quota);
  g_test_add_func ("/council/numbers-of-a-vote-that-cannot-be-true-are-known", test_counts_agree);
  g_test_add_func ("/council/votes-on-who-is-proposed-and-on-ties-at-the-line", test_votes_on);
  return g_test_run ();
}
