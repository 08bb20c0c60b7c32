/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/check-error.h"
#include "core/lineage.h"
#include "edit-fixture.h"
#include "store/campaigns.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/registry/group-entry.h"
#include "store/registry/registry.h"
#include "store/registry/unit-block.h"
#include "store/registry/unit-edit.h"
#include "store/registry/unit-place.h"

#define DAY 20220701

/* The campaign of the fixture is of 2021; another one, of 2023, has its units too. */
static gint64
add_later_campaign (EditFixture *fixture)
{
  g_autoptr (BvCampaign) campaign = bv_record_new (&bv_campaign_entity);
  g_autoptr (GError) error = NULL;
  g_autofree char *script = NULL;

  edit_fixture_set_text (&campaign->key, "nam-2023");
  edit_fixture_set_text (&campaign->title, "Năm 2023");
  campaign->starts = 20230101;
  campaign->ends = 20231231;
  bv_edit_add (fixture->store.library, 0, 0, campaign, &error);
  g_assert_no_error (error);
  script = g_strdup_printf ("INSERT INTO participation (campaign, unit, ordinal) SELECT %" G_GINT64_FORMAT
                            ", unit, ordinal FROM participation WHERE campaign = %" G_GINT64_FORMAT,
                            campaign->record.id, fixture->campaign);
  store_fixture_act (fixture->store.library, script);
  return campaign->record.id;
}

static gint64
find_unit (EditFixture *fixture, gint64 campaign, const char *code)
{
  g_autoptr (GError) error = NULL;
  gint64 id = bv_edit_find (fixture->store.library, campaign, &bv_unit_entity, campaign, code, &error);

  g_assert_no_error (error);
  return id;
}

static char *
name_unit (EditFixture *fixture, gint64 campaign, const char *code)
{
  g_autoptr (BvUnit) unit = edit_fixture_read (fixture, &bv_unit_entity, find_unit (fixture, campaign, code));

  return g_strdup_printf ("%s < %s", unit->name, unit->parent != NULL ? unit->parent : "");
}

static void
check_unit (EditFixture *fixture, gint64 campaign, const char *code, const char *expected)
{
  g_autofree char *name = name_unit (fixture, campaign, code);

  g_assert_cmpstr (name, ==, expected);
}

static char *
name_relatives (EditFixture *fixture, gint64 id, gboolean before)
{
  g_autoptr (GPtrArray) units = bv_registry_read (fixture->store.library, NULL);
  g_autoptr (BvUnit) unit = edit_fixture_read (fixture, &bv_unit_entity, id);
  g_autoptr (GPtrArray) found
    = before ? bv_lineage_list_before (units, unit) : bv_lineage_list_after (units, unit);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((const BvUnit *) g_ptr_array_index (found, i))->name);
  return g_string_free (names, FALSE);
}

static void
check_relatives (EditFixture *fixture, gint64 id, const char *before, const char *after)
{
  g_autofree char *first = name_relatives (fixture, id, TRUE);
  g_autofree char *second = name_relatives (fixture, id, FALSE);

  g_assert_cmpstr (first, ==, before);
  g_assert_cmpstr (second, ==, after);
}

static void
test_rename (EditFixture *fixture, gconstpointer data)
{
  gint64 later = add_later_campaign (fixture);
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (BvUnit) unit = edit_fixture_read_by_key (fixture, &bv_unit_entity, "HUYEN");
  gint64 old = unit->record.id;
  g_autoptr (GError) error = NULL;

  edit_fixture_set_text (&unit->name, "Thị xã Mới");
  g_assert_cmpint (bv_unit_edit_change_from (fixture->store.library, fixture->campaign, unit, DAY, &error),
                   !=, 0);
  g_assert_no_error (error);
  check_unit (fixture, fixture->campaign, "HUYEN", "Huyện Ba < ");
  check_unit (fixture, later, "HUYEN", "Thị xã Mới < ");
  check_unit (fixture, later, "XA1", "Xã Một < HUYEN");
  g_assert_cmpint (find_unit (fixture, later, "XA1"), !=, find_unit (fixture, fixture->campaign, "XA1"));
  check_relatives (fixture, old, "", "Thị xã Mới");
  check_relatives (fixture, unit->record.id, "Huyện Ba", "");
  check_relatives (fixture, find_unit (fixture, later, "XA1"), "Xã Một", "");
  edit_fixture_check_undoable (fixture, before);
}

static void
test_day_outside (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (BvUnit) unit = edit_fixture_read_by_key (fixture, &bv_unit_entity, "XA1");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (
    bv_unit_edit_change_from (fixture->store.library, fixture->campaign, unit, 20250701, &error), ==, 0);
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (
    bv_unit_edit_change_from (fixture->store.library, fixture->campaign, unit, 20000101, &error), ==, 0);
  g_assert_nonnull (error);
  after = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpstr (after, ==, before);
}

static GArray *
both_communes (EditFixture *fixture)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 first = edit_fixture_find (fixture, &bv_unit_entity, "XA1");
  gint64 second = edit_fixture_find (fixture, &bv_unit_entity, "XA2");

  g_array_append_val (units, first);
  g_array_append_val (units, second);
  return units;
}

static BvUnit *
new_unit (const char *code, const char *name, const char *parent)
{
  BvUnit *unit = bv_record_new (&bv_unit_entity);

  edit_fixture_set_text (&unit->code, code);
  edit_fixture_set_text (&unit->name, name);
  edit_fixture_set_text (&unit->parent, parent);
  return unit;
}

static void
test_merge (EditFixture *fixture, gconstpointer data)
{
  gint64 later = add_later_campaign (fixture);
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (GArray) units = both_communes (fixture);
  g_autoptr (BvUnit) into = new_unit ("XA1", "Phường Chung", "HUYEN");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bv_unit_edit_merge (fixture->store.library, fixture->campaign, units, into, DAY, &error),
                   !=, 0);
  g_assert_no_error (error);
  check_unit (fixture, fixture->campaign, "XA1", "Xã Một < HUYEN");
  check_unit (fixture, later, "XA1", "Phường Chung < HUYEN");
  g_assert_cmpint (bv_edit_find (fixture->store.library, later, &bv_unit_entity, later, "XA2", NULL), ==, 0);
  check_relatives (fixture, into->record.id, "Xã Một, Xã Hai", "");
  check_relatives (fixture, g_array_index (units, gint64, 1), "", "Phường Chung");
  edit_fixture_check_undoable (fixture, before);
}

static void
test_merge_with_what_stands_below (EditFixture *fixture, gconstpointer data)
{
  gint64 later = add_later_campaign (fixture);
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 district = edit_fixture_find (fixture, &bv_unit_entity, "HUYEN");
  gint64 commune = edit_fixture_find (fixture, &bv_unit_entity, "XA1");
  g_autoptr (BvUnit) into = new_unit ("TX", "Thị xã Mới", NULL);
  g_autoptr (GError) error = NULL;

  g_array_append_val (units, district);
  g_array_append_val (units, commune);
  g_assert_cmpint (bv_unit_edit_merge (fixture->store.library, fixture->campaign, units, into, DAY, &error),
                   !=, 0);
  g_assert_no_error (error);
  check_unit (fixture, later, "XA2", "Xã Hai < TX");
  g_assert_cmpint (bv_edit_find (fixture->store.library, later, &bv_unit_entity, later, "XA1", NULL), ==, 0);
  check_relatives (fixture, commune, "", "Thị xã Mới");
  edit_fixture_check_undoable (fixture, before);
}

static void
test_above_itself (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autofree char *after = NULL;
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 district = edit_fixture_find (fixture, &bv_unit_entity, "HUYEN");
  g_autoptr (BvUnit) unit = edit_fixture_read (fixture, &bv_unit_entity, district);
  g_autoptr (BvUnit) commune = edit_fixture_read_by_key (fixture, &bv_unit_entity, "XA1");
  g_autoptr (BvUnit) below = new_unit ("TX", "Thị xã Mới", "XA1");
  BvUnit *const merged[] = { commune, below };
  const char *const parents[] = { "XA1", "HUYEN" };
  gint64 other = edit_fixture_find (fixture, &bv_unit_entity, "XA2");

  g_array_append_val (units, district);
  g_array_append_val (units, other);
  for (guint i = 0; i < G_N_ELEMENTS (merged); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (
        bv_unit_edit_merge (fixture->store.library, fixture->campaign, units, merged[i], DAY, &error), ==, 0);
      g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT);
    }
  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      g_autoptr (GError) error = NULL;

      edit_fixture_set_text (&unit->parent, parents[i]);
      g_assert_cmpint (
        bv_unit_edit_change_from (fixture->store.library, fixture->campaign, unit, DAY, &error), ==, 0);
      g_assert_nonnull (error);
    }
  after = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpstr (after, ==, before);
}

static void
add_nominee (EditFixture *fixture, gint64 campaign, const char *unit)
{
  g_autoptr (BvGroup) group = bv_record_new (&bv_group_entity);
  g_autoptr (BvNominee) nominee = bv_record_new (&bv_nominee_entity);
  g_autoptr (BvCriterion) criterion = bv_record_new (&bv_criterion_entity);
  g_autoptr (GError) error = NULL;

  edit_fixture_set_text (&group->key, "nhom");
  edit_fixture_set_text (&group->name, "Nhóm");
  bv_edit_add (fixture->store.library, campaign, campaign, group, &error);
  edit_fixture_set_text (&criterion->code, "1");
  edit_fixture_set_text (&criterion->title, "Một");
  criterion->kind = BV_CRITERION_POINTS;
  criterion->max = 1000;
  bv_edit_add (fixture->store.library, campaign, group->record.id, criterion, &error);
  edit_fixture_set_text (&nominee->key, "dc");
  edit_fixture_set_text (&nominee->group, "nhom");
  edit_fixture_set_text (&nominee->unit, unit);
  bv_edit_add (fixture->store.library, campaign, campaign, nominee, &error);
  g_assert_no_error (error);
}

static void
test_used (EditFixture *fixture, gconstpointer data)
{
  gint64 later = add_later_campaign (fixture);
  g_autoptr (GArray) units = both_communes (fixture);
  g_autoptr (BvUnit) into = new_unit ("XA9", "Phường Chung", "HUYEN");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  add_nominee (fixture, later, "XA2");
  before = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpint (bv_unit_edit_merge (fixture->store.library, fixture->campaign, units, into, DAY, &error),
                   ==, 0);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (bv_unit_edit_close (fixture->store.library, fixture->campaign,
                                      g_array_index (units, gint64, 1), DAY, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (bv_unit_edit_close (fixture->store.library, fixture->campaign,
                                      edit_fixture_find (fixture, &bv_unit_entity, "HUYEN"), DAY, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT);
  after = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpstr (after, ==, before);
}

static void
test_rename_used (EditFixture *fixture, gconstpointer data)
{
  gint64 later = add_later_campaign (fixture);
  g_autoptr (BvUnit) unit = edit_fixture_read_by_key (fixture, &bv_unit_entity, "XA2");
  g_autoptr (BvNominee) nominee = NULL;
  g_autoptr (GError) error = NULL;

  add_nominee (fixture, later, "XA2");
  edit_fixture_set_text (&unit->code, "PH2");
  edit_fixture_set_text (&unit->name, "Phường Hai");
  g_assert_cmpint (bv_unit_edit_change_from (fixture->store.library, fixture->campaign, unit, DAY, &error),
                   !=, 0);
  g_assert_no_error (error);
  nominee
    = edit_fixture_read (fixture, &bv_nominee_entity,
                         bv_edit_find (fixture->store.library, later, &bv_nominee_entity, later, "dc", NULL));
  g_assert_cmpstr (nominee->unit, ==, "PH2");
}

static void
test_split_and_close (EditFixture *fixture, gconstpointer data)
{
  gint64 later = add_later_campaign (fixture);
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (GPtrArray) into = g_ptr_array_new_with_free_func (bv_record_free);
  gint64 unit = edit_fixture_find (fixture, &bv_unit_entity, "XA1");
  g_autofree char *between = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (into, new_unit ("XA1", "Xã Một A", NULL));
  g_ptr_array_add (into, new_unit ("XA9", "Xã Một B", NULL));
  bv_unit_edit_split (fixture->store.library, fixture->campaign, unit, into, DAY, &error);
  g_assert_no_error (error);
  check_unit (fixture, later, "XA1", "Xã Một A < HUYEN");
  check_unit (fixture, later, "XA9", "Xã Một B < HUYEN");
  check_relatives (fixture, unit, "", "Xã Một A, Xã Một B");
  edit_fixture_check_undoable (fixture, before);
  between = store_fixture_list_rows (fixture->store.library);
  bv_unit_edit_close (fixture->store.library, fixture->campaign,
                      edit_fixture_find (fixture, &bv_unit_entity, "XA2"), DAY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bv_edit_find (fixture->store.library, later, &bv_unit_entity, later, "XA2", NULL), ==, 0);
  edit_fixture_check_undoable (fixture, between);
}

/* One alone does not become another, and one has no fewer parts than two. */
static void
test_numbers (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autofree char *after = NULL;
  gint64 unit = edit_fixture_find (fixture, &bv_unit_entity, "XA1");
  g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BvUnit) into = new_unit ("XA9", "Xã Chín", "HUYEN");
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (bv_record_free);
  g_autoptr (GError) error = NULL;

  g_array_append_val (alone, unit);
  g_assert_cmpint (bv_unit_edit_merge (fixture->store.library, fixture->campaign, alone, into, DAY, &error),
                   ==, 0);
  g_assert_error (error, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT);
  g_clear_error (&error);
  for (guint n = 0; n <= BV_UNIT_PARTS_MOST + 1; n++)
    {
      if (n < BV_UNIT_PARTS_LEAST || n > BV_UNIT_PARTS_MOST)
        {
          g_assert_false (
            bv_unit_edit_split (fixture->store.library, fixture->campaign, unit, parts, DAY, &error));
          g_assert_error (error, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT);
          g_clear_error (&error);
        }
      g_ptr_array_add (parts, new_unit ("XA9", "Xã Chín", NULL));
    }
  after = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpstr (after, ==, before);
}

/* In any order, below each other and below what is there; one action. */
static void
test_block (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvUnitText) text
    = bv_unit_block_read (fixture->store.library, fixture->campaign,
                          "AP1\tẤp Một\tẤp\tXA8\nXA8\tXã Tám\tXã\tHUYEN\nDOC\tXã Lẻ\n", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (text->faults->len, ==, 0);
  bv_unit_block_add (fixture->store.library, fixture->campaign, text->units, &error);
  g_assert_no_error (error);
  check_unit (fixture, fixture->campaign, "AP1", "Ấp Một < XA8");
  check_unit (fixture, fixture->campaign, "XA8", "Xã Tám < HUYEN");
  check_unit (fixture, fixture->campaign, "DOC", "Xã Lẻ < ");
  edit_fixture_check_undoable (fixture, before);
}

/* Whoever gives points is named by the unit of the campaign's time. */
static void
test_assessor (EditFixture *fixture, gconstpointer data)
{
  gint64 later = add_later_campaign (fixture);
  g_autoptr (BvGroup) group = bv_record_new (&bv_group_entity);
  g_autoptr (BvCriterion) criterion = bv_record_new (&bv_criterion_entity);
  g_autoptr (BvUnit) unit = edit_fixture_read_by_key (fixture, &bv_unit_entity, "HUYEN");
  g_autoptr (BvCriterion) after = NULL;
  g_autoptr (GError) error = NULL;

  edit_fixture_set_text (&group->key, "khoi");
  edit_fixture_set_text (&group->name, "Khối");
  bv_edit_add (fixture->store.library, later, later, group, &error);
  g_assert_no_error (error);
  edit_fixture_set_text (&criterion->code, "1");
  edit_fixture_set_text (&criterion->title, "Một");
  edit_fixture_set_text (&criterion->assessor, "HUYEN");
  criterion->kind = BV_CRITERION_POINTS;
  criterion->max = 1000;
  bv_edit_add (fixture->store.library, later, group->record.id, criterion, &error);
  g_assert_no_error (error);
  edit_fixture_set_text (&unit->name, "Thị xã Mới");
  g_assert_cmpint (bv_unit_edit_change_from (fixture->store.library, fixture->campaign, unit, DAY, &error),
                   !=, 0);
  g_assert_no_error (error);
  after = edit_fixture_read (fixture, &bv_criterion_entity, criterion->record.id);
  g_assert_cmpstr (after->assessor, ==, "HUYEN");
  check_unit (fixture, later, after->assessor, "Thị xã Mới < ");
  g_assert_cmpint (store_fixture_count (fixture->store.library,
                                        "SELECT count(*) FROM criterion c JOIN unit u ON u.id = c.assessor "
                                        "WHERE u.name = 'Thị xã Mới'"),
                   ==, 1);
}

static void
test_enter (EditFixture *fixture, gconstpointer data)
{
  static const char *const types[] = { "Xã", NULL };
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  gint64 group = edit_fixture_find (fixture, &bv_group_entity, "tap-the");
  g_autoptr (GArray) communes
    = bv_group_entry_list_units (fixture->store.library, fixture->campaign, types, 0, NULL);
  g_autoptr (GArray) below
    = bv_group_entry_list_units (fixture->store.library, fixture->campaign, NULL,
                                 edit_fixture_find (fixture, &bv_unit_entity, "HUYEN"), NULL);
  g_autoptr (GArray) all
    = bv_group_entry_list_units (fixture->store.library, fixture->campaign, NULL, 0, NULL);
  guint n_added = 99;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (communes->len, >=, 1);
  g_assert_cmpuint (below->len, ==, 2);
  g_assert_cmpuint (all->len, ==, 3);
  bv_group_entry_add (fixture->store.library, fixture->campaign, group, below, &n_added, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_added, ==, 0);
  bv_group_entry_add (fixture->store.library, fixture->campaign, group, all, &n_added, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_added, ==, 1);
  /* With the assessment that one criterion begins with. */
  edit_fixture_check_action (fixture, "1 unit enters the group: Tập thể", 2);
  edit_fixture_check_undoable (fixture, before);
  g_assert_false (bv_group_entry_add (fixture->store.library, fixture->campaign,
                                      edit_fixture_find (fixture, &bv_group_entity, "ca-nhan"), all, &n_added,
                                      &error));
  g_assert_nonnull (error);
}

/* The units in their order, each with what it stands under. */
static void
check_order (EditFixture *fixture, gint64 campaign, const char *expected)
{
  g_autoptr (BvCampaign) part
    = bv_campaigns_read (fixture->store.library, campaign, BV_CAMPAIGN_HEAD | BV_CAMPAIGN_UNITS, NULL);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < part->units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (part->units, i);

      g_string_append_printf (order, "%s%s%s%s", i > 0 ? " " : "", unit->code,
                              unit->parent != NULL ? "<" : "", unit->parent != NULL ? unit->parent : "");
    }
  g_assert_cmpstr (order->str, ==, expected);
}

static void
take_step (EditFixture *fixture, const char *code, BvTreeStep step, gboolean expected)
{
  gboolean moved = !expected;
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_unit_place_step (fixture->store.library, fixture->campaign,
                                     find_unit (fixture, fixture->campaign, code), step, &moved, &error));
  g_assert_no_error (error);
  g_assert_cmpint (moved, ==, expected);
}

/* Among those beside it in one campaign only; what it stands under is so in all. */
static void
test_place (EditFixture *fixture, gconstpointer data)
{
  gint64 later = add_later_campaign (fixture);
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);

  check_order (fixture, fixture->campaign, "XA1<HUYEN XA2<HUYEN HUYEN");
  take_step (fixture, "XA1", BV_TREE_STEP_UP, FALSE);
  take_step (fixture, "XA1", BV_TREE_STEP_IN, FALSE);
  take_step (fixture, "XA2", BV_TREE_STEP_DOWN, FALSE);
  take_step (fixture, "HUYEN", BV_TREE_STEP_UP, FALSE);
  take_step (fixture, "HUYEN", BV_TREE_STEP_OUT, FALSE);
  take_step (fixture, "XA1", BV_TREE_STEP_DOWN, TRUE);
  check_order (fixture, fixture->campaign, "XA2<HUYEN XA1<HUYEN HUYEN");
  check_order (fixture, later, "XA1<HUYEN XA2<HUYEN HUYEN");
  edit_fixture_check_action (fixture, "Move unit: Xã Một", 2);
  edit_fixture_check_undoable (fixture, before);
  take_step (fixture, "XA1", BV_TREE_STEP_IN, TRUE);
  check_order (fixture, later, "XA1<XA2 XA2<HUYEN HUYEN");
  take_step (fixture, "XA1", BV_TREE_STEP_OUT, TRUE);
  check_order (fixture, fixture->campaign, "XA2<HUYEN XA1<HUYEN HUYEN");
  take_step (fixture, "XA1", BV_TREE_STEP_OUT, TRUE);
  check_order (fixture, fixture->campaign, "XA2<HUYEN HUYEN XA1");
  take_step (fixture, "XA1", BV_TREE_STEP_OUT, FALSE);
  take_step (fixture, "HUYEN", BV_TREE_STEP_DOWN, TRUE);
  take_step (fixture, "HUYEN", BV_TREE_STEP_IN, TRUE);
  check_order (fixture, fixture->campaign, "XA2<HUYEN XA1 HUYEN<XA1");
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (bv_journal_undo (fixture->store.library, 0, NULL, NULL), >, 0);
  check_order (fixture, fixture->campaign, "XA1<HUYEN XA2<HUYEN HUYEN");
}

#define ADD(name, func) \
  g_test_add ("/unit-edit/" name, EditFixture, NULL, edit_fixture_set_up, func, edit_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-new-name-counts-from-its-day", test_rename);
  ADD ("a-day-on-which-the-unit-is-not-there-is-refused", test_day_outside);
  ADD ("merged-units-are-known-on-both-sides", test_merge);
  ADD ("a-unit-and-what-stands-below-it-are-merged", test_merge_with_what_stands_below);
  ADD ("no-unit-goes-below-itself", test_above_itself);
  ADD ("a-unit-that-is-needed-does-not-vanish", test_used);
  ADD ("a-nominee-follows-the-unit-of-its-time", test_rename_used);
  ADD ("parts-are-known-on-both-sides", test_split_and_close);
  ADD ("as-many-as-make-sense-become-others", test_numbers);
  ADD ("a-block-comes-as-one-action", test_block);
  ADD ("who-gives-points-follows-the-unit-of-its-time", test_assessor);
  ADD ("units-enter-a-group-once", test_enter);
  ADD ("a-unit-goes-a-step-among-those-beside-it", test_place);
  return g_test_run ();
}
