/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/council.h"

typedef struct
{
  const char *name;
  BvCouncilOf of;
  BvVote vote;
  gint64 percent; /* 1/100 % */
  gboolean agrees;
  gboolean has_quorum;
} Case;

#define VOTE(for_, in_writing_, present_, members_)                                                \
  {                                                                                                \
    .in_favour = (for_), .in_writing = (in_writing_), .present = (present_), .members = (members_) \
  }

/* Threshold 80 %, quorum 67 %. */
static const Case cases[] = {
  { "of-members-absent-ones-count", BV_COUNCIL_OF_MEMBERS, VOTE (8, 0, 9, 11), 7273, FALSE, TRUE },
  { "of-present-absent-ones-do-not-count", BV_COUNCIL_OF_PRESENT, VOTE (8, 0, 9, 11), 8889, TRUE, TRUE },
  { "of-present-opinions-in-writing-take-part", BV_COUNCIL_OF_PRESENT, VOTE (11, 1, 10, 11), 10000, TRUE,
    TRUE },
  { "a-percent-is-rounded-half-up", BV_COUNCIL_OF_MEMBERS, VOTE (1, 0, 800, 800), 13, FALSE, TRUE },
  { "the-threshold-itself-is-enough", BV_COUNCIL_OF_MEMBERS, VOTE (8, 0, 10, 10), 8000, TRUE, TRUE },
  { "a-threshold-reached-by-rounding-only-is-not-reached", BV_COUNCIL_OF_MEMBERS,
    VOTE (79999, 0, 100000, 100000), 8000, FALSE, TRUE },
  { "without-members-there-is-no-percent", BV_COUNCIL_OF_MEMBERS, VOTE (8, 0, 9, 0), BV_NONE, FALSE, FALSE },
  { "too-few-present-are-no-quorum", BV_COUNCIL_OF_MEMBERS, VOTE (7, 0, 7, 11), 6364, FALSE, FALSE },
};

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (BvCampaign) campaign = bv_record_new (&bv_campaign_entity);

  campaign->council_of = self->of;
  campaign->council_threshold_percent = 80;
  campaign->council_quorum_percent = 67;
  g_assert_cmpint (bv_council_percent (campaign, &self->vote), ==, self->percent);
  g_assert_cmpint (bv_council_agrees (campaign, &self->vote), ==, self->agrees);
  g_assert_cmpint (bv_council_has_quorum (campaign, &self->vote), ==, self->has_quorum);
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
  g_test_add_func ("/council/votes-on-who-is-proposed-and-on-ties-at-the-line", test_votes_on);
  return g_test_run ();
}
