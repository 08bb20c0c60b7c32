/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/seal-check.h"
#include "core/share.h"
#include "proposal-fixture.h"

#include <string.h>

#define ENTRANTS "A so 1=9.00 | B so 1=8.00 | C so 1=7.00"

static const char *const quotas[] = { "q name=Tập_thể kind=collective groups=so count=5", NULL };

static char *
list (const GPtrArray *findings, BvFindingWeight weight)
{
  g_auto (GStrv) texts = bv_seal_check_list (findings, weight);

  return g_strjoinv (" | ", texts);
}

/* What the library knows keeps nobody from proposing who says why. */
static void
test_facts_need_a_reason (void)
{
  static const BvSealingFacts facts = { .n_absent = 2, .unsound = TRUE };
  g_auto (ProposalFixture) fixture;
  g_autoptr (GPtrArray) findings = NULL;
  g_auto (GStrv) without = NULL;
  g_auto (GStrv) blank = NULL;
  g_auto (GStrv) with = NULL;

  proposal_fixture_init (&fixture, quotas, ENTRANTS);
  findings = bv_seal_check_find_obstacles (fixture.proposal, &facts);
  without = bv_seal_check_list_obstacles (findings, NULL);
  blank = bv_seal_check_list_obstacles (findings, " ");
  with = bv_seal_check_list_obstacles (findings, "Bản giấy đã có");
  g_assert_cmpuint (g_strv_length (without), ==, 2);
  g_assert_true (g_str_has_prefix (without[0], "2 pieces of evidence are named"));
  g_assert_true (g_str_has_prefix (without[1], "The library is not sound"));
  g_assert_cmpuint (g_strv_length (blank), ==, 2);
  g_assert_cmpuint (g_strv_length (with), ==, 0);
}

static void
vote (BvNominee *nominee, gint64 in_favour)
{
  nominee->votes = bv_record_new (&bv_vote_entity);
  nominee->votes->in_favour = in_favour;
  nominee->votes->present = nominee->votes->members = 9;
}

/* RULES.md: inside without reaching the threshold is a warning; only a written decision takes the place away.
 */
static void
test_listed (void)
{
  g_auto (ProposalFixture) fixture;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *listed = NULL;
  g_autofree char *refused = NULL;

  proposal_fixture_init (&fixture, quotas, ENTRANTS);
  fixture.campaign->council_threshold = bv_share_parse (">1/2", NULL);
  vote (proposal_fixture_nominee (&fixture, 0), 5);
  vote (proposal_fixture_nominee (&fixture, 1), 4);
  findings = bv_seal_check_new (fixture.proposal, NULL);
  listed = list (findings, BV_FINDING_LISTED);
  refused = list (findings, BV_FINDING_REFUSED);
  g_assert_cmpstr (refused, ==, "");
  g_assert_false (bv_seal_check_has (findings, BV_FINDING_NEEDS_REASON));
  g_assert_nonnull (strstr (listed, ": 3 of 5 places are filled | "));
  g_assert_nonnull (strstr (listed, ": inside without the votes that are needed: B | "));
  g_assert_true (g_str_has_suffix (listed, "The submission has no number or no date yet"));
}

static void
test_without_vote (void)
{
  g_auto (ProposalFixture) fixture;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *listed = NULL;

  proposal_fixture_init (&fixture, quotas, ENTRANTS);
  fixture.campaign->council_threshold = bv_share_parse (">1/2", NULL);
  fixture.campaign->council_voting = FALSE;
  vote (proposal_fixture_nominee (&fixture, 1), 1);
  fixture_set (fixture.campaign, "submission.number", "5");
  fixture_set (fixture.campaign, "submission.date", "2022-05-23");
  findings = bv_seal_check_new (fixture.proposal, NULL);
  listed = list (findings, BV_FINDING_LISTED);
  g_assert_null (strstr (listed, "votes"));
  g_assert_null (strstr (listed, "submission"));
}

/* Words of an assessment, or the one thing that is given. */
static void
answer (BvNominee *nominee, const char *what)
{
  gboolean of_nominee = g_str_equal (what, "achievement");
  BvAssessment *assessment = fixture_add_assessment (nominee, strchr (what, '=') != NULL ? what : "1");
  BvReport *report = bv_record_new (&bv_report_entity);

  if (g_str_equal (what, "evidence"))
    fixture_link_evidence (assessment, "e");
  else if (g_str_equal (what, "result"))
    g_ptr_array_add (assessment->results, bv_record_new (&bv_result_entity));
  else if (of_nominee)
    nominee->report = bv_record_new (&bv_achievement_report_entity);
  if (of_nominee)
    nominee->report->received = FIXTURE_DATE;
  report->received = g_str_equal (what, "report") ? FIXTURE_DATE : BV_NONE;
  g_ptr_array_add (assessment->received, report);
}

/* Somebody may answer for a nominee and be in no list of what is missing, or in it and have sent much. */
static void
test_silent (void)
{
  static const struct
  {
    const char *given;
    gboolean sent;
  } cases[] = {
    { "nothing", FALSE },        { "1 verified=3.00 state=returned note=x", FALSE },
    { "1 self=3.00", TRUE },     { "1 items=1", TRUE },
    { "1 explanation=x", TRUE }, { "evidence", TRUE },
    { "result", TRUE },          { "report", TRUE },
    { "achievement", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (ProposalFixture) fixture;
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *listed = NULL;

      proposal_fixture_init (&fixture, quotas, ENTRANTS);
      answer (proposal_fixture_nominee (&fixture, 1), cases[i].given);
      findings = bv_seal_check_new (fixture.proposal, NULL);
      listed = list (findings, BV_FINDING_LISTED);
      g_test_message ("%s", cases[i].given);
      g_assert_cmpint (strstr (listed, "Units that sent nothing: Sở Y tế") == NULL, ==, cases[i].sent);
    }
}

static void
test_withdrawn_is_not_silent (void)
{
  g_auto (ProposalFixture) fixture;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *listed = NULL;

  proposal_fixture_init (&fixture, quotas, ENTRANTS);
  for (guint i = 0; i < 3; i++)
    proposal_fixture_nominee (&fixture, i)->withdrawn = TRUE;
  findings = bv_seal_check_new (fixture.proposal, NULL);
  listed = list (findings, BV_FINDING_LISTED);
  g_assert_null (strstr (listed, "sent nothing"));
}

/* Whoever scored but a little has a tie of nearly everybody. */
static void
test_of_many_tied_the_first_are_named (void)
{
  g_auto (ProposalFixture) fixture;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *refused = NULL;
  GString *entrants = g_string_new (NULL);

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (entrants, "%sN%u so 1=1.00", i > 0 ? " | " : "", i);
  proposal_fixture_init (&fixture, quotas, entrants->str);
  g_string_free (entrants, TRUE);
  findings = bv_seal_check_find_obstacles (fixture.proposal, NULL);
  refused = list (findings, BV_FINDING_REFUSED);
  g_assert_nonnull (strstr (refused, "(N0; N1; "));
  g_assert_nonnull (strstr (refused, " more): add a tie rule"));
  g_assert_null (strstr (refused, "N29"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seal-check/what-the-library-lacks-needs-a-reason", test_facts_need_a_reason);
  g_test_add_func ("/seal-check/what-is-only-listed-keeps-nothing-from-being-sealed", test_listed);
  g_test_add_func ("/seal-check/without-a-vote-there-is-no-threshold", test_without_vote);
  g_test_add_func ("/seal-check/a-unit-is-silent-where-nothing-came-of-any-of-its-nominees", test_silent);
  g_test_add_func ("/seal-check/who-answers-only-for-withdrawn-nominees-is-not-silent",
                   test_withdrawn_is_not_silent);
  g_test_add_func ("/seal-check/of-many-who-are-equal-the-first-are-named",
                   test_of_many_tied_the_first_are_named);
  return g_test_run ();
}
