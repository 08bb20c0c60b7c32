/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-fixture.h"
#include "core/criterion.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/unit.h"
#include "store-fixture.h"
#include "store/action-campaign.h"
#include "store/edit.h"
#include "store/journal.h"

/* In which campaign an action changed something. */

static gint64
find_last (BvLibrary *library)
{
  g_autoptr (BvAction) action = bv_journal_peek_undo (library, NULL);

  return bv_action_campaign_find (library, action->id);
}

/* Rows name their campaign themselves, or by their nominee or group; a unit is of all campaigns. */
static void
test_changed (StoreFixture *fixture, gconstpointer data)
{
  BvLibrary *library = fixture->library;
  gint64 campaign = store_fixture_load_file (library, DEMO);
  gint64 group = action_fixture_find (library, campaign, &bv_group_entity, campaign, "cap-xa");
  gint64 criterion = action_fixture_find (library, campaign, &bv_criterion_entity, group, "1");
  gint64 unit = action_fixture_find (library, campaign, &bv_unit_entity, campaign, "SYT");

  g_assert_cmpint (find_last (library), ==, campaign);
  action_fixture_write_text (library, campaign, &bv_group_entity, group, G_STRUCT_OFFSET (BvGroup, name));
  g_assert_cmpint (find_last (library), ==, campaign);
  action_fixture_write_text (library, campaign, &bv_criterion_entity, criterion,
                             G_STRUCT_OFFSET (BvCriterion, title));
  g_assert_cmpint (find_last (library), ==, campaign);
  action_fixture_write_score (
    library, campaign, action_fixture_find (library, campaign, &bv_nominee_entity, campaign, "so-noi-vu"));
  g_assert_cmpint (find_last (library), ==, campaign);
  action_fixture_write_text (library, campaign, &bv_unit_entity, unit, G_STRUCT_OFFSET (BvUnit, contact));
  g_assert_cmpint (find_last (library), ==, 0);
}

/* What was removed names its campaign when it is there again. */
static void
test_removed (StoreFixture *fixture, gconstpointer data)
{
  BvLibrary *library = fixture->library;
  gint64 campaign = store_fixture_load_file (library, DEMO);
  gint64 nominee = action_fixture_find (library, campaign, &bv_nominee_entity, campaign, "so-noi-vu");
  g_autoptr (BvAction) removal = NULL;
  g_autoptr (GError) error = NULL;

  bv_edit_remove (library, campaign, &bv_nominee_entity, nominee, &error);
  g_assert_no_error (error);
  removal = bv_journal_peek_undo (library, NULL);
  g_assert_cmpint (bv_action_campaign_find (library, removal->id), ==, 0);
  bv_journal_undo (library, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bv_action_campaign_find (library, removal->id), ==, campaign);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/action-campaign/any-row-leads-to-it", test_changed);
  ADD ("/action-campaign/what-was-removed-leads-to-it-once-it-is-back", test_removed);
  return g_test_run ();
}
