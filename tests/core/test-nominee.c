/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"

#define LEAF "1 kind=checklist max=10.00 items=a,b"

static BvCampaign *
make_campaign (void)
{
  BvCampaign *campaign = fixture_campaign_new (NULL);

  fixture_add_group (campaign, "so kind=collective | " LEAF);
  fixture_add_unit (campaign, "SYT", NULL);
  return campaign;
}

/* What an assessment says; what comes from the nominee is an answer. */
static void
test_assessments (void)
{
  static const struct
  {
    const char *fields;
    gboolean answered;
  } cases[] = {
    { "1", FALSE },
    { "1 verified=5.00", FALSE },
    { "1 final=5.00 state=returned note=xem", FALSE },
    { "1 passed=true", FALSE },
    { "1 self=0.00", TRUE },
    { "1 items=2", TRUE },
    { "1 explanation=có", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvCampaign) campaign = make_campaign ();
      BvNominee *nominee = fixture_add_nominee (campaign, "so-y-te group=so unit=SYT summary=giỏi");

      g_assert_false (bv_nominee_has_answer (nominee));
      fixture_add_assessment (nominee, cases[i].fields);
      g_assert_cmpint (bv_nominee_has_answer (nominee), ==, cases[i].answered);
    }
}

/* A line of children that is empty is none. */
static void
test_children (void)
{
  g_autoptr (BvCampaign) campaign = make_campaign ();
  BvNominee *nominee = fixture_add_nominee (campaign, "so-y-te group=so unit=SYT");
  BvAssessment *assessment = fixture_add_assessment (nominee, "1");
  BvReport *report
    = bv_record_add_child (assessment, bv_entity_find_field (&bv_assessment_entity, "received"));

  g_assert_false (bv_nominee_has_answer (nominee));
  report->received = 20210901;
  g_assert_true (bv_nominee_has_answer (nominee));
  report->received = BV_NONE;
  fixture_link_evidence (assessment, "e1");
  g_assert_true (bv_nominee_has_answer (nominee));
  g_ptr_array_set_size (assessment->evidence, 0);
  bv_record_add_child (assessment, bv_entity_find_field (&bv_assessment_entity, "results"));
  g_assert_true (bv_nominee_has_answer (nominee));
}

static void
test_report (void)
{
  g_autoptr (BvCampaign) campaign = make_campaign ();
  BvNominee *nominee = fixture_add_nominee (campaign, "so-y-te group=so unit=SYT");
  BvAchievementReport *report
    = bv_record_add_child (nominee, bv_entity_find_field (&bv_nominee_entity, "report"));

  g_assert_false (bv_nominee_has_answer (nominee));
  report->received = 20210901;
  g_assert_true (bv_nominee_has_answer (nominee));
}

/* What its leaves begin with, unless the nominee says something of them already. */
static void
test_enter (void)
{
  g_autoptr (BvCampaign) campaign = make_campaign ();
  BvGroup *group
    = fixture_add_group (campaign, "xa kind=collective | 1 kind=points max=10.00 | 2 kind=points "
                                   "max=10.00 state=not-assigned | 3 kind=bonus max=1.00 "
                                   "state=awaiting-publication");
  BvNominee *nominee = fixture_add_nominee (campaign, "so-y-te group=xa unit=SYT");

  fixture_add_assessment (nominee, "3 verified=0.50");
  bv_nominee_enter (nominee, group);
  g_assert_cmpuint (nominee->assessments->len, ==, 2);
  g_assert_cmpint (bv_nominee_find_assessment (nominee, "2")->state, ==, BV_ASSESSMENT_NOT_ASSIGNED);
  g_assert_cmpint (bv_nominee_find_assessment (nominee, "3")->state, ==, BV_ASSESSMENT_PENDING);
  g_assert_false (bv_nominee_has_answer (nominee));
  bv_nominee_enter (nominee, group);
  g_assert_cmpuint (nominee->assessments->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nominee/what-it-wrote-of-a-leaf-is-an-answer", test_assessments);
  g_test_add_func ("/nominee/reports-evidence-and-results-are-answers", test_children);
  g_test_add_func ("/nominee/its-report-of-achievements-is-an-answer", test_report);
  g_test_add_func ("/nominee/who-comes-into-a-group-has-what-its-leaves-begin-with", test_enter);
  return g_test_run ();
}
