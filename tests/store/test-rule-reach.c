/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/criterion.h"
#include "core/group.h"
#include "edit-fixture.h"
#include "store/campaigns.h"
#include "store/rule-reach.h"

static guint
look_up (GHashTable *counts, gint64 id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, &id));
}

/* The same as in the campaign that is read as a whole. */
static void
test_counts (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BvLibrary *library = fixture->store.library;
  g_autoptr (BvCampaign) campaign
    = bv_campaigns_read (library, fixture->campaign, BV_CAMPAIGN_HEAD | BV_CAMPAIGN_ASSESSMENTS, &error);
  g_autoptr (GHashTable) nominees = bv_rule_reach_list_nominees (library, fixture->campaign, &error);
  g_autoptr (GHashTable) answers = bv_rule_reach_list_answers (library, fixture->campaign, &error);
  guint n_nominees = 0;

  g_assert_no_error (error);
  g_assert_cmpint (bv_rule_reach_count_nominees (library, fixture->campaign, &error), ==,
                   campaign->nominees->len);
  for (guint i = 0; i < campaign->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (campaign->groups, i);
      const BvCriterion *first = g_ptr_array_index (group->criteria, 0);

      n_nominees += look_up (nominees, group->record.id);
      g_assert_true (g_hash_table_contains (answers, &first->record.id));
    }
  g_assert_cmpuint (n_nominees, ==, campaign->nominees->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/rule-reach/it-counts-who-is-ranked-and-what-is-answered", EditFixture, NULL,
              edit_fixture_set_up, test_counts, edit_fixture_tear_down);
  return g_test_run ();
}
