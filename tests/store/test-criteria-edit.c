/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/quota.h"
#include "core/tree/criterion-tree.h"
#include "edit-fixture.h"
#include "store/campaigns.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/tree/consequence-reader.h"
#include "store/tree/criteria-edit.h"

static void
write_criteria (GString *text, const GPtrArray *criteria)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", criterion->code);
      if (bv_criterion_is_leaf (criterion))
        continue;
      g_string_append_c (text, '(');
      write_criteria (text, criterion->criteria);
      g_string_append_c (text, ')');
    }
}

static void
check_trees (EditFixture *fixture, const char *first, const char *second)
{
  g_autoptr (BvCampaign) head
    = bv_campaigns_read (fixture->store.library, fixture->campaign, BV_CAMPAIGN_WHOLE, NULL);
  const char *const expected[] = { first, second };

  g_assert_nonnull (head);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      write_criteria (text, ((const BvGroup *) g_ptr_array_index (head->groups, i))->criteria);
      g_assert_cmpstr (text->str, ==, expected[i]);
    }
}

static gint64
find_criterion (EditFixture *fixture, const char *group, const char *code)
{
  gint64 owner = edit_fixture_find (fixture, &bv_group_entity, group);

  return code != NULL ? edit_fixture_find_in (fixture, &bv_criterion_entity, owner, code) : 0;
}

static BvCriterionPlace
find_place (EditFixture *fixture, const char *group, const char *section, const char *before)
{
  return (BvCriterionPlace){ edit_fixture_find (fixture, &bv_group_entity, group),
                             find_criterion (fixture, group, section),
                             find_criterion (fixture, group, before) };
}

static GArray *
one_row (gint64 id)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (rows, id);
  return rows;
}

static GArray *
row_of (EditFixture *fixture, const char *code)
{
  return one_row (find_criterion (fixture, "tap-the", code));
}

#define TREE "A(A.1 A.2 A.3(A.3.1 A.3.2)) B C D E"

static void
test_move_within (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (GArray) rows = row_of (fixture, "A.1");
  BvCriterionPlace place = find_place (fixture, "tap-the", "A.3", "A.3.2");
  gint64 answers = store_fixture_count (fixture->store.library, "SELECT count (*) FROM assessment");
  g_autoptr (GError) error = NULL;

  check_trees (fixture, TREE, "A");
  bv_criteria_edit_move (fixture->store.library, fixture->campaign, rows, &place, BV_MEND_NOTHING, &error);
  g_assert_no_error (error);
  check_trees (fixture, "A(A.2 A.3(A.3.1 A.1 A.3.2)) B C D E", "A");
  g_assert_cmpint (store_fixture_count (fixture->store.library, "SELECT count (*) FROM assessment"), ==,
                   answers);
  edit_fixture_check_undoable (fixture, before);
  check_trees (fixture, "A(A.2 A.3(A.3.1 A.1 A.3.2)) B C D E", "A");
}

static void
test_move_to_another_group (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (GArray) rows = row_of (fixture, "A");
  BvCriterionPlace place = find_place (fixture, "ca-nhan", NULL, "A");
  g_autoptr (BvConsequences) told
    = bv_consequences_read_move (fixture->store.library, fixture->campaign, rows, &place, NULL);
  g_autofree char *words = bv_consequences_write (told);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (words, ==, "5 answers would be lost; 3 nominees are ranked anew");
  g_assert_false (
    bv_criteria_edit_move (fixture->store.library, fixture->campaign, rows, &place, BV_MEND_CUT, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_LOSS);
  check_trees (fixture, TREE, "A");
  g_clear_error (&error);
  bv_criteria_edit_move (fixture->store.library, fixture->campaign, rows, &place, BV_MEND_DROP, &error);
  g_assert_no_error (error);
  check_trees (fixture, "B C D E", "B(B.1 B.2 B.3(B.3.1 B.3.2)) A");
  edit_fixture_check_action (fixture, "Move criterion: Phần A", 19);
  edit_fixture_check_undoable (fixture, before);
}

static void
test_refused_moves (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (GArray) section = row_of (fixture, "A");
  g_autoptr (GArray) last = one_row (find_criterion (fixture, "ca-nhan", "A"));
  BvCriterionPlace inside = find_place (fixture, "tap-the", "A.3", NULL);
  BvCriterionPlace away = find_place (fixture, "tap-the", NULL, NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_criteria_edit_move (fixture->store.library, fixture->campaign, section, &inside,
                                         BV_MEND_NOTHING, &error));
  g_assert_error (error, BV_CRITERION_TREE_ERROR, BV_CRITERION_TREE_ERROR_PLACE);
  g_clear_error (&error);
  g_assert_false (
    bv_criteria_edit_move (fixture->store.library, fixture->campaign, last, &away, BV_MEND_DROP, &error));
  g_assert_nonnull (error);
  after = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpstr (after, ==, before);
}

static void
test_copy (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (GArray) rows = row_of (fixture, "A");
  BvCriterionPlace place = find_place (fixture, "ca-nhan", NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies
    = bv_criteria_edit_copy (fixture->store.library, fixture->campaign, rows, &error);
  g_autoptr (GArray) added = NULL;

  g_assert_no_error (error);
  bv_criteria_edit_paste (fixture->store.library, fixture->campaign, copies, &place, &added, &error);
  g_assert_no_error (error);
  check_trees (fixture, TREE, "A B(B.1 B.2 B.3(B.3.1 B.3.2))");
  g_assert_cmpuint (added->len, ==, 1);
  g_assert_cmpint (g_array_index (added, gint64, 0), ==, find_criterion (fixture, "ca-nhan", "B"));
  edit_fixture_check_action (fixture, "Paste criterion: Phần A", 6);
  edit_fixture_check_undoable (fixture, before);
  bv_criteria_edit_paste (fixture->store.library, fixture->campaign, copies, &place, NULL, &error);
  g_assert_no_error (error);
}

static void
test_renumber (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) rows = row_of (fixture, "A.2");
  BvCriterionPlace place = find_place (fixture, "tap-the", "A", "A.1");
  gint64 group = edit_fixture_find (fixture, &bv_group_entity, "tap-the");
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  bv_criteria_edit_move (fixture->store.library, fixture->campaign, rows, &place, BV_MEND_NOTHING, &error);
  g_assert_no_error (error);
  before = store_fixture_list_rows (fixture->store.library);
  bv_criteria_edit_renumber (fixture->store.library, fixture->campaign, group, &error);
  g_assert_no_error (error);
  check_trees (fixture, TREE, "A");
  g_assert_cmpint (find_criterion (fixture, "tap-the", "A.1"), ==, g_array_index (rows, gint64, 0));
  edit_fixture_check_undoable (fixture, before);
}

static void
test_remove (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  gint64 leaf = find_criterion (fixture, "tap-the", "A.3");
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_edit_remove_mending (fixture->store.library, fixture->campaign, &bv_criterion_entity,
                                          leaf, BV_MEND_NOTHING, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_LOSS);
  g_assert_cmpstr (error->message, ==, "2 answers would be lost; nothing was changed");
  g_clear_error (&error);
  bv_edit_remove_mending (fixture->store.library, fixture->campaign, &bv_criterion_entity, leaf, BV_MEND_DROP,
                          &error);
  g_assert_no_error (error);
  check_trees (fixture, "A(A.1 A.2) B C D E", "A");
  edit_fixture_check_undoable (fixture, before);
}

static void
test_cut (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (BvCriterion) leaf
    = edit_fixture_read (fixture, &bv_criterion_entity, find_criterion (fixture, "tap-the", "A.1"));
  g_autoptr (BvConsequences) told = NULL;
  const BvExcess *excess;
  g_autoptr (GError) error = NULL;

  leaf->max = 1350;
  told = bv_consequences_read_update (fixture->store.library, fixture->campaign, leaf, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (told->n_above, ==, 1);
  g_assert_cmpuint (told->excesses->len, ==, 1);
  excess = g_ptr_array_index (told->excesses, 0);
  g_assert_cmpstr (excess->name, ==, "Xã Một");
  g_assert_cmpint (excess->points, ==, 1500);
  g_assert_cmpuint (told->n_kept, ==, 0);
  g_assert_cmpuint (told->n_ranked, ==, 3);
  g_assert_false (bv_consequences_are_harmless (told));
  g_assert_false (
    bv_edit_update_mending (fixture->store.library, fixture->campaign, leaf, BV_MEND_DROP, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_LOSS);
  g_clear_error (&error);
  bv_edit_update_mending (fixture->store.library, fixture->campaign, leaf, BV_MEND_CUT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
    store_fixture_count (fixture->store.library,
                         "SELECT count (*) FROM assessment WHERE self = 1350 AND verified = 1313 "
                         "AND final = 1350"),
    ==, 1);
  edit_fixture_check_action (fixture, "Edit Maximum: Danh mục", 2);
  edit_fixture_check_undoable (fixture, before);
}

static void
test_items (EditFixture *fixture, gconstpointer data)
{
  static const char *const items[] = { "Ba", "Hai", NULL };
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (BvCriterion) leaf
    = edit_fixture_read (fixture, &bv_criterion_entity, find_criterion (fixture, "tap-the", "A.1"));
  g_autoptr (GError) error = NULL;

  g_strfreev (leaf->items);
  leaf->items = g_strdupv ((char **) items);
  g_assert_false (bv_edit_update (fixture->store.library, fixture->campaign, leaf, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_LOSS);
  g_clear_error (&error);
  bv_edit_update_mending (fixture->store.library, fixture->campaign, leaf, BV_MEND_DROP, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
    store_fixture_count (fixture->store.library, "SELECT count (*) FROM assessment WHERE items = '[1]'"), ==,
    1);
  edit_fixture_check_undoable (fixture, before);
}

static void
test_words_keep_all (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvCriterion) leaf
    = edit_fixture_read (fixture, &bv_criterion_entity, find_criterion (fixture, "tap-the", "A.2"));
  g_autoptr (BvConsequences) told = NULL;
  g_autofree char *words = NULL;

  edit_fixture_set_text (&leaf->title, "Chữ khác");
  told = bv_consequences_read_update (fixture->store.library, fixture->campaign, leaf, NULL);
  words = bv_consequences_write (told);
  g_assert_cmpstr (words, ==, "2 answers stay as they are");
  g_assert_true (bv_consequences_are_harmless (told));
}

static void
test_remove_group (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  gint64 group = edit_fixture_find (fixture, &bv_group_entity, "tap-the");
  g_autoptr (BvConsequences) told
    = bv_consequences_read_removal (fixture->store.library, fixture->campaign, &bv_group_entity, group, NULL);
  g_autofree char *words = bv_consequences_write (told);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (words, ==, "2 nominees would go; 9 answers would be lost; 1 nominee is ranked anew");
  g_assert_false (
    bv_edit_remove (fixture->store.library, fixture->campaign, &bv_group_entity, group, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_LOSS);
  g_clear_error (&error);
  bv_edit_remove_mending (fixture->store.library, fixture->campaign, &bv_group_entity, group, BV_MEND_DROP,
                          &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count (fixture->store.library, "SELECT count (*) FROM nominee"), ==, 1);
  edit_fixture_check_undoable (fixture, before);
}

static void
test_group_kind (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autoptr (BvGroup) group = edit_fixture_read_by_key (fixture, &bv_group_entity, "ca-nhan");
  g_autoptr (GError) error = NULL;

  before = store_fixture_list_rows (fixture->store.library);
  group->kind = BV_GROUP_COLLECTIVE;
  bv_edit_update_mending (fixture->store.library, fixture->campaign, group, BV_MEND_DROP, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count (fixture->store.library, "SELECT count (*) FROM person"), ==, 0);
  edit_fixture_check_undoable (fixture, before);
}

static void
test_other_records (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) campaign = edit_fixture_read (fixture, &bv_campaign_entity, fixture->campaign);
  g_autoptr (BvQuota) quota = edit_fixture_read_by_key (fixture, &bv_quota_entity, "q1");
  g_autoptr (BvConsequences) of_campaign = NULL;
  g_autoptr (BvConsequences) of_quota = NULL;

  campaign->considered_on = 20220101;
  of_campaign = bv_consequences_read_update (fixture->store.library, fixture->campaign, campaign, NULL);
  g_assert_cmpuint (of_campaign->n_kept, ==, 10);
  g_assert_cmpuint (of_campaign->n_ranked, ==, 3);
  quota->count = 2;
  of_quota = bv_consequences_read_update (fixture->store.library, fixture->campaign, quota, NULL);
  g_assert_cmpuint (of_quota->n_kept, ==, 9);
  /* The other quota comes after it: whoever is taken here is not there. */
  g_assert_cmpuint (of_quota->n_ranked, ==, 3);
}

#define ADD(name, func) \
  g_test_add ("/criteria-edit/" name, EditFixture, NULL, edit_fixture_set_up, func, edit_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-moves-within-its-group-keeps-its-answers", test_move_within);
  ADD ("what-moves-to-another-group-loses-them-when-asked", test_move_to_another_group);
  ADD ("what-cannot-stand-there-is-refused", test_refused_moves);
  ADD ("a-copy-has-all-that-stands-below", test_copy);
  ADD ("codes-that-change-places-are-undone", test_renumber);
  ADD ("what-was-answered-goes-when-asked", test_remove);
  ADD ("points-above-the-maximum-are-cut-when-asked", test_cut);
  ADD ("ticks-follow-their-items", test_items);
  ADD ("other-words-keep-all", test_words_keep_all);
  ADD ("a-group-goes-with-its-nominees-when-asked", test_remove_group);
  ADD ("another-kind-of-group-takes-other-nominees", test_group_kind);
  ADD ("campaign-and-quota-say-who-is-ranked-anew", test_other_records);
  return g_test_run ();
}
