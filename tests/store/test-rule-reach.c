/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "core/criterion.h"
#include "core/group.h"
#include "core/nominee.h"
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

/* As they stand in the campaign that is read as a whole. */
static gint64
find_most (const BvCampaign *campaign, const BvGroup *group, const char *code)
{
  gint64 most = BV_NONE;

  for (guint i = 0; i < campaign->nominees->len; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (campaign->nominees, i);

      for (guint k = 0; g_str_equal (nominee->group, group->key) && k < nominee->assessments->len; k++)
        {
          const BvAssessment *answer = g_ptr_array_index (nominee->assessments, k);

          if (g_str_equal (answer->criterion, code))
            most = MAX (MAX (most, 0), MAX (answer->self, MAX (answer->verified, answer->final)));
        }
    }
  return most;
}

static void
test_most (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) campaign
    = bv_campaigns_read (fixture->store.library, fixture->campaign, BV_CAMPAIGN_WHOLE, &error);
  gint64 n_given = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < campaign->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (campaign->groups, i);
      g_autoptr (GPtrArray) leaves = bv_group_list_leaves (group);

      for (guint k = 0; k < leaves->len; k++)
        {
          const BvCriterion *leaf = g_ptr_array_index (leaves, k);
          gint64 most = bv_rule_reach_find_most (fixture->store.library, leaf->record.id, &error);

          g_assert_no_error (error);
          g_assert_cmpint (most, ==, find_most (campaign, group, leaf->code));
          n_given += most > 0;
        }
    }
  g_assert_cmpint (n_given, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/rule-reach/it-counts-who-is-ranked-and-what-is-answered", EditFixture, NULL,
              edit_fixture_set_up, test_counts, edit_fixture_tear_down);
  g_test_add ("/rule-reach/the-most-points-that-were-given-are-found", EditFixture, NULL, edit_fixture_set_up,
              test_most, edit_fixture_tear_down);
  return g_test_run ();
}
