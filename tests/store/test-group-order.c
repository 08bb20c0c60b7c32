/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit-fixture.h"
#include "store/campaigns.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/tree/group-order.h"

static void
check_order (EditFixture *fixture, const char *expected)
{
  g_autoptr (BvCampaign) head
    = bv_campaigns_read (fixture->store.library, fixture->campaign, BV_CAMPAIGN_HEAD, NULL);
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < head->groups->len; i++)
    g_string_append_printf (keys, "%s ", bv_record_key (g_ptr_array_index (head->groups, i)));
  g_assert_cmpstr (keys->str, ==, expected);
}

static void
add_group (EditFixture *fixture, const char *key)
{
  g_autoptr (BvGroup) group = bv_record_new (&bv_group_entity);
  g_autoptr (GError) error = NULL;

  edit_fixture_set_text (&group->key, key);
  edit_fixture_set_text (&group->name, key);
  bv_edit_add (fixture->store.library, fixture->campaign, fixture->campaign, group, &error);
  g_assert_no_error (error);
}

static void
move (EditFixture *fixture, const char *group, const char *before)
{
  g_autoptr (GError) error = NULL;

  bv_group_order_move (fixture->store.library, fixture->campaign,
                       edit_fixture_find (fixture, &bv_group_entity, group),
                       before != NULL ? edit_fixture_find (fixture, &bv_group_entity, before) : 0, &error);
  g_assert_no_error (error);
}

static void
test_move (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;

  add_group (fixture, "moi");
  before = store_fixture_list_rows (fixture->store.library);
  check_order (fixture, "tap-the ca-nhan moi ");
  move (fixture, "moi", "tap-the");
  check_order (fixture, "moi tap-the ca-nhan ");
  edit_fixture_check_action (fixture, "Move group: moi", 3);
  edit_fixture_check_undoable (fixture, before);
  move (fixture, "moi", NULL);
  check_order (fixture, "tap-the ca-nhan moi ");
  move (fixture, "tap-the", "moi");
  check_order (fixture, "ca-nhan tap-the moi ");
}

/* No action is noted of nothing. */
static void
test_no_move (EditFixture *fixture, gconstpointer data)
{
  gint64 n = store_fixture_count (fixture->store.library, "SELECT count (*) FROM journal");

  move (fixture, "tap-the", "ca-nhan");
  move (fixture, "tap-the", "tap-the");
  move (fixture, "ca-nhan", NULL);
  g_assert_cmpint (store_fixture_count (fixture->store.library, "SELECT count (*) FROM journal"), ==, n);
  check_order (fixture, "tap-the ca-nhan ");
}

static void
test_gone (EditFixture *fixture, gconstpointer data)
{
  gint64 group = edit_fixture_find (fixture, &bv_group_entity, "tap-the");
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_group_order_move (fixture->store.library, fixture->campaign, 7, group, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (bv_group_order_move (fixture->store.library, fixture->campaign, group, 7, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
}

#define ADD(name, func) \
  g_test_add ("/group-order/" name, EditFixture, NULL, edit_fixture_set_up, func, edit_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-group-moves-and-that-is-undone", test_move);
  ADD ("where-it-stands-already-nothing-is-done", test_no_move);
  ADD ("what-is-gone-is-refused", test_gone);
  return g_test_run ();
}
