/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-fixture.h"

#include "contest-fixture.h"
#include "core/check.h"

BvCampaign *
check_fixture_make_campaign (void)
{
  BvCampaign *campaign = fixture_campaign_new ("criteria,women");
  BvGroup *group;
  BvCriterion *section;
  BvNominee *nominee;

  fixture_add_unit (campaign, "AG", NULL);
  fixture_add_unit (campaign, "SYT", "AG");
  group = fixture_add_group (
    campaign, "so kind=collective | 1 kind=checklist max=15.00 items=a,b,c evidence=1"
              " | 2 kind=points max=40.00 tie_breaker=1 | 4 kind=pass-fail max=10.00 required=true");
  section = fixture_add_criterion (group->criteria, "7 kind=section");
  fixture_add_criterion (section->criteria, "7.1 kind=reports max=15.00 due=2021-09-30,2021-12-15");
  fixture_add_criterion (section->criteria, "7.2 kind=measured max=20.00 rule=target tie_breaker=2");
  fixture_add_criterion (group->criteria, "B kind=bonus max=5.00");
  fixture_add_criterion (group->criteria, "D kind=deduction max=5.00");
  fixture_add_group (campaign, "ca-nhan kind=individual | 1 kind=points max=100.00");
  fixture_add_quota (campaign, "tap-the kind=collective groups=so count=5 per_group=so:2");
  fixture_add_quota (campaign, "tat-ca kind=either groups=so,ca-nhan percent=10");
  fixture_add_evidence (campaign, "e1");
  fixture_add_evidence (campaign, "e2");
  nominee = fixture_add_nominee (campaign, "so-y-te group=so unit=SYT");
  fixture_link_evidence (fixture_add_assessment (nominee, "1 verified=15.00 items=1,3"), "e1");
  fixture_add_assessment (nominee, "7.2 self=20.00");
  nominee = fixture_add_nominee (campaign, "nguyen-thi-anh group=ca-nhan unit=SYT");
  nominee->person = bv_record_new (&bv_person_entity);
  g_free (nominee->person->name);
  nominee->person->name = g_strdup ("Nguyễn Thị Ánh");
  return campaign;
}

BvGroup *
check_fixture_get_group (BvCampaign *campaign, guint i)
{
  return g_ptr_array_index (campaign->groups, i);
}

BvCriterion *
check_fixture_get_criterion (BvCampaign *campaign, guint i)
{
  return g_ptr_array_index (check_fixture_get_group (campaign, 0)->criteria, i);
}

BvCriterion *
check_fixture_get_nested (BvCampaign *campaign, guint i)
{
  return g_ptr_array_index (check_fixture_get_criterion (campaign, 3)->criteria, i);
}

BvQuota *
check_fixture_get_quota (BvCampaign *campaign, guint i)
{
  return g_ptr_array_index (campaign->quotas, i);
}

BvNominee *
check_fixture_get_nominee (BvCampaign *campaign, guint i)
{
  return g_ptr_array_index (campaign->nominees, i);
}

void
check_fixture_assert (const BvCampaign *campaign, const char *message)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = bv_check_campaign (campaign, &error);

  if (message == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (ok);
      return;
    }
  g_assert_false (ok);
  g_assert_error (error, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT);
  g_assert_cmpstr (error->message, ==, message);
}
