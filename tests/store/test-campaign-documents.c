/* SPDX-License-Identifier: GPL-3.0-or-later */ #include "core/identity.h"
#include "edit-fixture.h"
#include "store/campaigns.h"
#include "store/distinct-edit.h"
#include "store/evidence/campaign-documents.h"

#define DATE 20220124

  static void
  set_up (EditFixture *fixture, gconstpointer data)
{
  store_fixture_set_up (&fixture->store, data);
  fixture->campaign = store_fixture_load_file (fixture->store.library, DEMO);
}

static BvTable *
read_list (EditFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BvTable *table = bv_campaign_documents_read (fixture->store.library, fixture->campaign, &error);

  g_assert_no_error (error);
  return table;
}

static guint
count_facet (BvTable *table, gint64 facet)
{
  guint n = 0;

  for (guint i = 0; i < bv_table_get_n_rows (table); i++)
    n += (bv_table_get_number (table, i, BV_CAMPAIGN_DOCUMENTS_FACETS) & facet) != 0;
  return n;
}

static guint
count_twice (EditFixture *fixture)
{
  g_autoptr (BvTable) table = read_list (fixture);

  return count_facet (table, BV_CAMPAIGN_DOCUMENTS_TWICE);
}

static BvCampaign *
read_campaign (EditFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BvCampaign *campaign
    = bv_campaigns_read (fixture->store.library, fixture->campaign, BV_CAMPAIGN_IDENTITY, &error);

  g_assert_no_error (error);
  return campaign;
}

/* The groups of one content that nobody looked at, as the rule finds them. */
static guint
count_groups (EditFixture *fixture)
{
  g_autoptr (BvCampaign) campaign = read_campaign (fixture);
  g_autoptr (BvIdentity) identity = bv_identity_find (campaign, DATE);
  guint n = 0;

  for (guint i = 0; i < identity->groups->len; i++)
    {
      const BvSameGroup *group = g_ptr_array_index (identity->groups, i);

      n += group->kind == BV_SAME_EVIDENCE && !group->silenced;
    }
  return n;
}

static void
test_all (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvTable) table = read_list (fixture);
  g_autoptr (BvCampaign) file = store_fixture_read_file (DEMO);
  guint n_pending = 0;

  g_assert_cmpuint (file->evidence->len, >, 0);
  g_assert_cmpuint (bv_table_get_n_rows (table), ==, file->evidence->len);
  for (guint i = 0; i < file->evidence->len; i++)
    {
      const BvEvidence *piece = g_ptr_array_index (file->evidence, i);

      g_assert_cmpstr (bv_table_get_text (table, i, BV_CAMPAIGN_DOCUMENTS_NAME), ==,
                       bv_evidence_name (piece));
      g_assert_cmpstr (bv_table_get_text (table, i, BV_CAMPAIGN_DOCUMENTS_STATE), ==,
                       bv_evidence_states[piece->state].name);
      n_pending += piece->state == BV_EVIDENCE_PENDING;
    }
  g_assert_cmpuint (count_facet (table, BV_CAMPAIGN_DOCUMENTS_PENDING), ==, n_pending);
}

/* Each line of what it proves is one link of the file. */
static void
test_uses (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvTable) table = read_list (fixture);
  gint64 n_links = store_fixture_count (fixture->store.library, "SELECT count(*) FROM evidence_link");
  gint64 n_uses = 0;

  for (guint i = 0; i < bv_table_get_n_rows (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BvTable) uses
        = bv_campaign_documents_read_uses (fixture->store.library, bv_table_get_id (table, i), &error);

      g_assert_no_error (error);
      g_assert_true (
        (bv_table_get_n_rows (uses) == 0)
        == ((bv_table_get_number (table, i, BV_CAMPAIGN_DOCUMENTS_FACETS) & BV_CAMPAIGN_DOCUMENTS_UNUSED)
            != 0));
      g_assert_cmpint (bv_table_get_number (table, i, BV_CAMPAIGN_DOCUMENTS_NOMINEES), <=,
                       bv_table_get_n_rows (uses));
      n_uses += bv_table_get_n_rows (uses);
    }
  g_assert_cmpint (n_uses, ==,
                   n_links
                     + store_fixture_count (fixture->store.library,
                                            "SELECT count(*) FROM achievement_report WHERE evidence > 0"));
}

static void
say_distinct (EditFixture *fixture)
{
  g_autoptr (BvCampaign) campaign = read_campaign (fixture);
  g_autoptr (BvIdentity) identity = bv_identity_find (campaign, DATE);

  for (guint i = 0; i < identity->groups->len; i++)
    {
      const BvSameGroup *group = g_ptr_array_index (identity->groups, i);
      g_autoptr (GPtrArray) keys = g_ptr_array_new ();
      g_autoptr (GError) error = NULL;

      if (group->kind != BV_SAME_EVIDENCE || group->silenced)
        continue;
      for (guint j = 0; j < group->nominees->len; j++)
        g_ptr_array_add (keys, bv_same_group_nominee (identity, group, j)->key);
      g_ptr_array_add (keys, NULL);
      bv_distinct_edit_say (fixture->store.library, fixture->campaign, BV_SAME_EVIDENCE,
                            (const char *const *) keys->pdata, "một quyết định chung", &error);
      g_assert_no_error (error);
    }
}

/* As the rule of the same twice finds it, and silent once somebody said why. */
static void
test_twice (EditFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_groups (fixture), ==, 0);
  g_assert_cmpuint (count_twice (fixture), ==, 0);
  store_fixture_act (fixture->store.library, "UPDATE criterion SET shared = 0 WHERE kind = 'points'");
  g_assert_cmpuint (count_groups (fixture), >, 0);
  g_assert_cmpuint (count_twice (fixture), >, 0);
  say_distinct (fixture);
  g_assert_cmpuint (count_groups (fixture), ==, 0);
  g_assert_cmpuint (count_twice (fixture), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/campaign-documents/" name, EditFixture, NULL, set_up, func, edit_fixture_tear_down)
  ADD ("every-document-is-a-row", test_all);
  ADD ("what-it-proves-is-listed", test_uses);
  ADD ("the-same-twice-is-found-as-the-rule-finds-it", test_twice);
#undef ADD
  return g_test_run ();
}
