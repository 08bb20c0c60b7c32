/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/proposal.h"
#include "core/seal-check.h"

/* A pool, and what stands in the way of sealing it. */
typedef struct
{
  const char *name;
  const char *quota;
  const char *entrants;
  const char *reason;
  const char *expected; /* NULL: nothing */
} Case;

#define TWO "q name=Pool kind=collective groups=so count=2"
#define ONE "q name=Pool kind=collective groups=so count=1"
#define AWAITING "A so 1:state=awaiting-publication"
#define GIVE_REASON "Pool: results still await publication: give the reason for proposing now"

static const Case cases[] = {
  { "a-clear-pool-has-none", TWO, "A so 1=9.00 | B so 1=8.00", NULL, NULL },
  { "a-tie-at-the-line-names-all-in-it", ONE, "A so 1=9.00 | B so 1=9.00 | C so 1=1.00", NULL,
    "Pool: a tie at the quota line (A; B): add a tie rule or a written decision" },
  { "more-decisions-than-places-are-counted", ONE,
    "A so decision=inside reason=x | B so decision=inside reason=x", NULL,
    "Pool: 2 nominees were put inside by decision, but the quota is 1: take back a decision" },
  { "a-provisional-pool-needs-a-reason", TWO, AWAITING, NULL, GIVE_REASON },
  { "a-reason-clears-a-provisional-pool", TWO, AWAITING, " the results are late ", NULL },
  { "an-empty-reason-is-none", TWO, AWAITING, "", GIVE_REASON },
  { "a-blank-reason-is-none", TWO, AWAITING, " \t\n", GIVE_REASON },
  { "a-reason-of-other-blanks-is-none", TWO, AWAITING, "\u00a0\u200b\u3000", GIVE_REASON },
  { "a-decision-needs-a-reason", TWO, "A so decision=inside reason=x | B so decision=outside | C so", NULL,
    "Pool: the written decision on B has no reason: write it" },
  { "a-blank-reason-of-a-decision-is-none", TWO, "A so decision=inside reason=\t", NULL,
    "Pool: the written decision on A has no reason: write it" },
  { "a-reason-for-proposing-now-is-none-of-a-decision", TWO, AWAITING " | B so decision=inside", "late",
    "Pool: the written decision on B has no reason: write it" },
  { "of-nobody-nothing-is-sealed", TWO, "A so withdrawn", NULL,
    "Nobody is proposed: there is nothing to seal" },
  { "a-decision-on-one-who-is-not-eligible-needs-no-reason", TWO, "A so decision=inside withdrawn | B so",
    NULL, NULL },
};

static BvProposal *
make_proposal (const Case *test)
{
  BvCampaign *campaign = fixture_campaign_new (NULL);
  BvContest *contest;

  fixture_add_group (campaign, "so | 1 kind=points max=90.00");
  fixture_add_quota (campaign, test->quota);
  contest = bv_contest_new (campaign, FIXTURE_DATE);
  fixture_add_entrants (contest, test->entrants);
  return bv_proposal_new (contest, NULL);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (BvProposal) proposal = make_proposal (test);
  g_auto (GStrv) obstacles = NULL;
  g_autofree char *lines = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  bv_proposal_set_reason (proposal, test->reason);
  findings = bv_seal_check_find_obstacles (proposal, NULL);
  obstacles = bv_seal_check_list_obstacles (findings, proposal->reason);
  lines = g_strjoinv ("\n", obstacles);
  g_assert_cmpstr (lines, ==, test->expected != NULL ? test->expected : "");
}

static void
test_reason (void)
{
  g_autoptr (BvProposal) proposal = make_proposal (&cases[0]);

  bv_proposal_set_reason (proposal, " Trung \u01b0\u01a1ng cha\u0323\u0302m ");
  g_assert_cmpstr (proposal->reason, ==, "Trung ương chậm");
  bv_proposal_set_reason (proposal, "  ");
  g_assert_null (proposal->reason);
  bv_proposal_set_reason (proposal, NULL);
  g_assert_null (proposal->reason);
}

static void
test_reason_only (void)
{
  static const struct
  {
    const char *entrants;
    gboolean reason_is_enough;
  } rows[] = {
    { AWAITING, TRUE },
    { "A so 1=9.00 | B so 1=8.00", FALSE },
    { AWAITING " | B so decision=inside", FALSE },
    { AWAITING " | B so decision=inside reason=x", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Case test = { .quota = TWO, .entrants = rows[i].entrants };
      g_autoptr (BvProposal) proposal = make_proposal (&test);

      g_autoptr (GPtrArray) findings = bv_seal_check_find_obstacles (proposal, NULL);

      g_assert_cmpint (bv_seal_check_has (findings, BV_FINDING_NEEDS_REASON)
                         && !bv_seal_check_has (findings, BV_FINDING_REFUSED),
                       ==, rows[i].reason_is_enough);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/proposal/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/proposal/its-reason-is-kept-in-nfc-without-blanks-around", test_reason);
  g_test_add_func ("/proposal/a-reason-for-proposing-now-clears-what-awaits-publication-only",
                   test_reason_only);
  return g_test_run ();
}
