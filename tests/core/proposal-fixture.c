/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "proposal-fixture.h"

#include "contest-fixture.h"

static void
set_up (BvCampaign *campaign)
{
  fixture_set (campaign, "award", "Bằng khen");
  fixture_add_group (campaign, "so | 1 kind=points max=90.00");
  fixture_add_group (campaign, "xa assessed_by=parent | 1 kind=points max=90.00");
  fixture_add_group (campaign, "nguoi kind=individual | 1 kind=points max=90.00");
}

/* The code X means another unit later. */
static void
add_units (BvCampaign *campaign)
{
  fixture_set (fixture_add_unit (campaign, "H", NULL), "name", "Huyện");
  fixture_set (fixture_add_unit (campaign, "X", "H"), "name", "Sở Y tế");
  fixture_set (fixture_add_unit (campaign, "T", NULL), "name", "Tỉnh");
  fixture_set (fixture_add_unit (campaign, "X", "T"), "valid_from", "2025-07-01");
}

/* Nominees stand in the order of the entrants. */
void
proposal_fixture_init (ProposalFixture *fixture, const char *const *quotas, const char *entrants)
{
  BvCampaign *own = fixture_campaign_new ("women");
  g_auto (GStrv) parts = g_strsplit (entrants, " | ", -1);
  BvContest *contest;

  fixture->campaign = fixture_campaign_new ("women");
  set_up (fixture->campaign);
  add_units (fixture->campaign);
  set_up (own);
  for (guint i = 0; quotas[i] != NULL; i++)
    fixture_add_quota (own, quotas[i]);
  contest = bv_contest_new (own, FIXTURE_DATE);
  fixture_add_entrants (contest, entrants);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("n%u", i);
      BvNominee *nominee = fixture_add_nominee (fixture->campaign, key);
      guint group = bv_contest_entrant (contest, i)->group;

      fixture_set (nominee, "group", bv_contest_group (contest, group)->group->key);
      fixture_set (nominee, "unit", "X");
      bv_contest_entrant (contest, i)->unit_code = "X";
      bv_contest_entrant (contest, i)->unit_name = bv_contest_keep (contest, "Sở Y tế");
    }
  fixture->proposal = bv_proposal_new (contest, fixture->campaign);
}

void
proposal_fixture_clear (ProposalFixture *fixture)
{
  bv_proposal_free (fixture->proposal);
}

BvNominee *
proposal_fixture_nominee (ProposalFixture *fixture, guint i)
{
  return g_ptr_array_index (fixture->campaign->nominees, i);
}
