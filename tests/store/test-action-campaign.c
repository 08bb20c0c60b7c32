/* SPDX-License-Identifier: GPL-3.0-or-later */
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
find_record (BvLibrary *library, gint64 campaign, const BvEntity *entity, gint64 owner, const char *key)
{
  g_autoptr (GError) error = NULL;
  gint64 id = bv_edit_find (library, campaign, entity, owner, key, &error);

  g_assert_no_error (error);
  return id;
}

static gint64
find_last (BvLibrary *library)
{
  g_autoptr (BvAction) action = bv_journal_peek_undo (library, NULL);

  return bv_action_campaign_find (library, action->id);
}

static void
write_text (BvLibrary *library, gint64 campaign, const BvEntity *entity, gint64 id, gsize member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) record = bv_edit_read (library, entity, id, &error);
  char **value;

  g_assert_no_error (error);
  value = &G_STRUCT_MEMBER (char *, record, member);
  g_free (*value);
  *value = g_strdup ("Chị Út");
  bv_edit_update (library, campaign, record, &error);
  g_assert_no_error (error);
}

static void
write_score (BvLibrary *library, gint64 campaign, gint64 nominee)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) record
    = (BvRecord *) bv_edit_read_assessment (library, campaign, nominee, "1", &error);

  g_assert_no_error (error);
  ((BvAssessment *) record)->verified = 1250;
  bv_edit_write_assessment (library, campaign, nominee, (BvAssessment *) record, &error);
  g_assert_no_error (error);
}

/* Rows name their campaign themselves, or by their nominee or group; a unit is of all campaigns. */
static void
test_changed (StoreFixture *fixture, gconstpointer data)
{
  BvLibrary *library = fixture->library;
  gint64 campaign = store_fixture_load_file (library, DEMO);
  gint64 group = find_record (library, campaign, &bv_group_entity, campaign, "cap-xa");
  gint64 criterion = find_record (library, campaign, &bv_criterion_entity, group, "1");
  gint64 unit = find_record (library, campaign, &bv_unit_entity, campaign, "SYT");

  g_assert_cmpint (find_last (library), ==, campaign);
  write_text (library, campaign, &bv_group_entity, group, G_STRUCT_OFFSET (BvGroup, name));
  g_assert_cmpint (find_last (library), ==, campaign);
  write_text (library, campaign, &bv_criterion_entity, criterion, G_STRUCT_OFFSET (BvCriterion, title));
  g_assert_cmpint (find_last (library), ==, campaign);
  write_score (library, campaign, find_record (library, campaign, &bv_nominee_entity, campaign, "so-noi-vu"));
  g_assert_cmpint (find_last (library), ==, campaign);
  write_text (library, campaign, &bv_unit_entity, unit, G_STRUCT_OFFSET (BvUnit, contact));
  g_assert_cmpint (find_last (library), ==, 0);
}

/* What was removed names its campaign when it is there again. */
static void
test_removed (StoreFixture *fixture, gconstpointer data)
{
  BvLibrary *library = fixture->library;
  gint64 campaign = store_fixture_load_file (library, DEMO);
  gint64 nominee = find_record (library, campaign, &bv_nominee_entity, campaign, "so-noi-vu");
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
