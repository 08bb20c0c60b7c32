/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tree/criterion-text.h"
#include "core/tree/criterion-tree.h"
#include "edit-fixture.h"
#include "store/campaigns.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/registry/group-entry.h"
#include "store/registry/unit-edit.h"
#include "store/registry/unit-place.h"
#include "store/tree/criteria-edit.h"

#include <stdlib.h>

/* Edits in all, unless $BANGVANG_EDITS says how many; and as many at a time are undone one after the other.
 */
#define EDITS 300
#define AT_A_TIME 25

/* Below this many rows the campaign is taken in anew. */
#define GROUPS_MIN 2
#define CRITERIA_MAX 120

static const BvEntity *const entities[] = {
  &bv_campaign_entity, &bv_unit_entity,    &bv_group_entity,    &bv_criterion_entity,
  &bv_quota_entity,    &bv_nominee_entity, &bv_evidence_entity,
};

static const char *const words[] = { "", "Một", "Hai ba", "Tiêu chí mới", "Xã Bốn", "Thị trấn Năm", "a\nb" };
static const gint64 days[] = { 20210101, 20210930, 20211215, 20220701, 20230301, 20250630 };

static guint
pick (guint n)
{
  return n > 0 ? (guint) g_test_rand_int_range (0, n) : 0;
}

/* A row of the table, in an order that does not depend on its number; 0: there is none. */
static gint64
pick_row (EditFixture *fixture, const char *table, const char *order)
{
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM \"%s\"", table);
  guint n = store_fixture_count (fixture->store.library, count);
  g_autofree char *sql
    = g_strdup_printf ("SELECT id FROM \"%s\" ORDER BY %s LIMIT 1 OFFSET %u", table, order, pick (n));

  return n > 0 ? store_fixture_count (fixture->store.library, sql) : 0;
}

static gint64
pick_criterion (EditFixture *fixture)
{
  return pick_row (fixture, "criterion", "code, max, ordinal");
}

static gint64
pick_group (EditFixture *fixture)
{
  return pick_row (fixture, "group", "key");
}

static gint64
pick_record (EditFixture *fixture, const BvEntity *entity)
{
  const char *order = entity == &bv_criterion_entity ? "code, max, ordinal"
                      : entity == &bv_unit_entity    ? "code, valid_from"
                                                     : "key";

  return entity == &bv_campaign_entity ? fixture->campaign : pick_row (fixture, entity->name, order);
}

/* A record of the kind; NULL: the edits before have left none. */
static gpointer
pick_and_read (EditFixture *fixture, const BvEntity *entity)
{
  gint64 row = pick_record (fixture, entity);

  return row != 0 ? edit_fixture_read (fixture, entity, row) : NULL;
}

static GArray *
pick_numbers (const gint64 *from, guint n)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    if (pick (2) == 0)
      g_array_append_val (numbers, from[i]);
  return numbers;
}

static char **
pick_texts (void)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 1; i < G_N_ELEMENTS (words) - 1; i++)
    if (pick (2) == 0)
      g_strv_builder_add (texts, words[i]);
  return g_strv_builder_end (texts);
}

static gint64
pick_number (const BvField *field)
{
  guint n = 0;

  switch (field->type)
    {
    case BV_FIELD_DATE:
    case BV_FIELD_PARTIAL_DATE:
      return days[pick (G_N_ELEMENTS (days))];
    case BV_FIELD_FLAG:
      return pick (2);
    case BV_FIELD_CHOICE:
      while (field->choices[n].name != NULL)
        n++;
      return pick (n);
    case BV_FIELD_INTEGER:
      return field->least + pick (MIN (field->most - field->least, 20) + 1);
    default:
      return pick (40) * 50;
    }
}

static void
spoil_list (BvRecord *record, const BvField *field)
{
  static const gint64 numbers[] = { 1, 2, 3, 4, 5, 6, 7, 8 };

  bv_field_clear (field, record);
  if (field->type == BV_FIELD_TEXTS)
    BV_FIELD_STRINGS (record, field) = pick_texts ();
  else if (field->type == BV_FIELD_DATES)
    BV_FIELD_NUMBERS (record, field) = pick_numbers (days, G_N_ELEMENTS (days));
  else if (field->type == BV_FIELD_INTEGERS)
    BV_FIELD_NUMBERS (record, field) = pick_numbers (numbers, G_N_ELEMENTS (numbers));
}

static void
spoil_text (BvRecord *record, const BvField *field)
{
  g_autofree char *key = g_strdup_printf ("k%u", pick (30));

  if ((field->flags & BV_FIELD_KEY) != 0)
    edit_fixture_set_text (&BV_FIELD_STRING (record, field), key);
  else if ((field->flags & (BV_FIELD_LONG | BV_FIELD_REQUIRED)) != BV_FIELD_LONG)
    edit_fixture_set_text (&BV_FIELD_STRING (record, field), words[1 + pick (G_N_ELEMENTS (words) - 2)]);
  else
    edit_fixture_set_text (&BV_FIELD_STRING (record, field), words[pick (G_N_ELEMENTS (words))]);
}

/* Something else that the field can say; what belongs to others stays. */
static void
spoil_field (BvRecord *record, const BvField *field)
{
  if (bv_field_is_child (field) || field->type == BV_FIELD_REFERENCE || field->type == BV_FIELD_SHARE)
    return;
  if ((field->flags & BV_FIELD_NULLABLE) != 0 && (field->flags & BV_FIELD_REQUIRED) == 0 && pick (4) == 0)
    bv_field_clear (field, record);
  else if (bv_field_is_number (field))
    BV_FIELD_NUMBER (record, field) = pick_number (field);
  else if (bv_field_is_list (field))
    spoil_list (record, field);
  else
    spoil_text (record, field);
}

static BvMend
pick_mend (void)
{
  return pick (BV_MEND_CUT + BV_MEND_DROP + 1);
}

static gboolean
edit_fields (EditFixture *fixture, GError **error)
{
  const BvEntity *entity = entities[pick (G_N_ELEMENTS (entities))];
  g_autoptr (BvRecord) record = pick_and_read (fixture, entity);

  if (record == NULL)
    return FALSE;
  for (guint i = 0; i <= pick (2); i++)
    spoil_field (record, &entity->fields[pick (entity->n_fields)]);
  return bv_edit_update_mending (fixture->store.library, fixture->campaign, record, pick_mend (), error);
}

static GArray *
pick_criteria (EditFixture *fixture)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i <= pick (3); i++)
    {
      gint64 row = pick_criterion (fixture);

      g_array_append_val (rows, row);
    }
  return rows;
}

/* It may be one where nothing can stand. */
static BvCriterionPlace
pick_place (EditFixture *fixture)
{
  g_autoptr (BvCampaign) head
    = bv_campaigns_read (fixture->store.library, fixture->campaign, BV_CAMPAIGN_HEAD, NULL);
  gint64 criterion = pick_criterion (fixture);
  BvCriterionPlace place = { .group = pick_group (fixture) };

  if (pick (3) == 0)
    return place;
  if (pick (2) == 0)
    bv_criterion_place_step (head->groups, criterion, pick (BV_TREE_STEP_OUT + 1), &place);
  else
    bv_criterion_place_find (head->groups, criterion, &place);
  return place;
}

static gboolean
move (EditFixture *fixture, GError **error)
{
  g_autoptr (GArray) rows = pick_criteria (fixture);
  BvCriterionPlace place = pick_place (fixture);

  return bv_criteria_edit_move (fixture->store.library, fixture->campaign, rows, &place, pick_mend (), error);
}

static gboolean
copy (EditFixture *fixture, GError **error)
{
  g_autoptr (GArray) rows = pick_criteria (fixture);
  BvCriterionPlace place = pick_place (fixture);
  g_autoptr (GPtrArray) copies
    = bv_criteria_edit_copy (fixture->store.library, fixture->campaign, rows, error);

  return copies != NULL
         && bv_criteria_edit_paste (fixture->store.library, fixture->campaign, copies, &place, NULL, error);
}

static gboolean
paste (EditFixture *fixture, GError **error)
{
  BvCriterionPlace place = pick_place (fixture);
  g_autoptr (BvCriterionText) text
    = bv_criterion_text_parse ("I. Phần\n1. Một: 5 điểm\n2. Hai: 3 điểm\nII. Điểm trừ: -2 điểm\n");

  return bv_criteria_edit_paste (fixture->store.library, fixture->campaign, text->criteria, &place, NULL,
                                 error);
}

static gboolean
renumber (EditFixture *fixture, GError **error)
{
  return bv_criteria_edit_renumber (fixture->store.library, fixture->campaign, pick_group (fixture), error);
}

static gboolean
remove_record (EditFixture *fixture, GError **error)
{
  const BvEntity *entity = entities[1 + pick (G_N_ELEMENTS (entities) - 1)];
  gint64 id = pick_record (fixture, entity);

  return id != 0
         && bv_edit_remove_mending (fixture->store.library, fixture->campaign, entity, id, pick_mend (),
                                    error);
}

static gboolean
add_group (EditFixture *fixture, GError **error)
{
  g_autoptr (BvGroup) group = bv_record_new (&bv_group_entity);
  g_autofree char *key = g_strdup_printf ("g%u", pick (50));

  edit_fixture_set_text (&group->key, key);
  edit_fixture_set_text (&group->name, "Khối");
  group->kind = pick (BV_N_GROUP_KINDS);
  return bv_edit_add (fixture->store.library, fixture->campaign, fixture->campaign, group, error);
}

static gboolean
add_quota (EditFixture *fixture, GError **error)
{
  g_autoptr (BvQuota) quota = bv_record_new (&bv_quota_entity);
  g_autoptr (BvGroup) group = pick_and_read (fixture, &bv_group_entity);
  g_autofree char *key = g_strdup_printf ("q%u", pick (50));
  BvQuotaGroup *member = bv_record_add_child (quota, bv_entity_find_field (&bv_quota_entity, "groups"));

  if (group == NULL)
    return FALSE;
  edit_fixture_set_text (&quota->key, key);
  edit_fixture_set_text (&quota->name, "Chỉ tiêu");
  edit_fixture_set_text (&member->group, group->key);
  quota->kind = BV_QUOTA_EITHER;
  quota->count = pick (5);
  return bv_edit_add (fixture->store.library, fixture->campaign, fixture->campaign, quota, error);
}

static gboolean
score (EditFixture *fixture, GError **error)
{
  gint64 nominee = pick_row (fixture, "nominee", "key");
  g_autoptr (BvCriterion) leaf = pick_and_read (fixture, &bv_criterion_entity);
  g_autoptr (BvAssessment) assessment
    = leaf != NULL
        ? bv_edit_read_assessment (fixture->store.library, fixture->campaign, nominee, leaf->code, error)
        : NULL;

  if (assessment == NULL)
    return FALSE;
  assessment->self = pick (40) * 50;
  assessment->verified = pick (40) * 50;
  return bv_edit_write_assessment (fixture->store.library, fixture->campaign, nominee, assessment, error);
}

static gboolean
enter (EditFixture *fixture, GError **error)
{
  g_autoptr (GArray) units
    = bv_group_entry_list_units (fixture->store.library, fixture->campaign, NULL, 0, error);
  guint n_added;

  return units != NULL
         && bv_group_entry_add (fixture->store.library, fixture->campaign, pick_group (fixture), units,
                                &n_added, error);
}

static gboolean
change_unit (EditFixture *fixture, GError **error)
{
  g_autoptr (BvUnit) unit = pick_and_read (fixture, &bv_unit_entity);

  if (unit == NULL)
    return FALSE;
  edit_fixture_set_text (&unit->name, words[1 + pick (G_N_ELEMENTS (words) - 2)]);
  return bv_unit_edit_change_from (fixture->store.library, fixture->campaign, unit,
                                   days[pick (G_N_ELEMENTS (days))], error)
         != 0;
}

static BvUnit *
new_unit (void)
{
  BvUnit *unit = bv_record_new (&bv_unit_entity);
  g_autofree char *code = g_strdup_printf ("U%u", pick (50));

  edit_fixture_set_text (&unit->code, code);
  edit_fixture_set_text (&unit->name, words[1 + pick (G_N_ELEMENTS (words) - 2)]);
  return unit;
}

static gboolean
merge_units (EditFixture *fixture, GError **error)
{
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BvUnit) into = new_unit ();

  for (guint i = 0; i < 2; i++)
    {
      gint64 row = pick_record (fixture, &bv_unit_entity);

      g_array_append_val (units, row);
    }
  return bv_unit_edit_merge (fixture->store.library, fixture->campaign, units, into,
                             days[pick (G_N_ELEMENTS (days))], error)
         != 0;
}

static gboolean
split_unit (EditFixture *fixture, GError **error)
{
  g_autoptr (GPtrArray) into = g_ptr_array_new_with_free_func (bv_record_free);

  g_ptr_array_add (into, new_unit ());
  g_ptr_array_add (into, new_unit ());
  return bv_unit_edit_split (fixture->store.library, fixture->campaign,
                             pick_record (fixture, &bv_unit_entity), into, days[pick (G_N_ELEMENTS (days))],
                             error);
}

static gboolean
add_unit (EditFixture *fixture, GError **error)
{
  g_autoptr (BvUnit) unit = new_unit ();

  return bv_edit_add (fixture->store.library, fixture->campaign, fixture->campaign, unit, error);
}

static gboolean
place_unit (EditFixture *fixture, GError **error)
{
  gint64 unit = pick_record (fixture, &bv_unit_entity);
  gboolean moved = FALSE;

  return unit != 0
         && bv_unit_place_step (fixture->store.library, fixture->campaign, unit, pick (BV_TREE_STEP_OUT + 1),
                                &moved, error)
         && moved;
}

/* What happens often stands several times. */
static const struct
{
  const char *name;
  gboolean (*edit) (EditFixture *fixture, GError **error);
} edits[] = {
  { "fields", edit_fields }, { "fields", edit_fields },
  { "fields", edit_fields }, { "fields", edit_fields },
  { "move", move },          { "move", move },
  { "copy", copy },          { "paste", paste },
  { "numbers", renumber },   { "removal", remove_record },
  { "group", add_group },    { "quota", add_quota },
  { "score", score },        { "score", score },
  { "entry", enter },        { "unit", change_unit },
  { "merger", merge_units }, { "parts", split_unit },
  { "new unit", add_unit },  { "place", place_unit },
};

static guint n_done[G_N_ELEMENTS (edits)];

static void
renew (EditFixture *fixture)
{
  if (store_fixture_count (fixture->store.library, "SELECT count (*) FROM \"group\"") >= GROUPS_MIN
      && store_fixture_count (fixture->store.library, "SELECT count (*) FROM nominee") > 0
      && store_fixture_count (fixture->store.library, "SELECT count (*) FROM criterion") < CRITERIA_MAX)
    return;
  edit_fixture_tear_down (fixture, NULL);
  edit_fixture_set_up (fixture, NULL);
}

static gboolean
edit_once (EditFixture *fixture, GPtrArray *dumps)
{
  guint which = pick (G_N_ELEMENTS (edits));
  gint64 actions = store_fixture_count (fixture->store.library, "SELECT count (*) FROM journal");
  g_autoptr (GError) error = NULL;
  gboolean ok = edits[which].edit (fixture, &error);

  if (!ok || store_fixture_count (fixture->store.library, "SELECT count (*) FROM journal") == actions)
    return FALSE;
  g_ptr_array_add (dumps, store_fixture_dump (fixture->store.library, fixture->campaign));
  n_done[which]++;
  return TRUE;
}

static void
undo_all (EditFixture *fixture, const GPtrArray *dumps)
{
  for (guint i = dumps->len - 1; i > 0; i--)
    {
      g_autofree char *dump = NULL;
      g_autoptr (GError) error = NULL;

      bv_journal_undo (fixture->store.library, 0, NULL, &error);
      g_assert_no_error (error);
      dump = store_fixture_dump (fixture->store.library, fixture->campaign);
      g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i - 1));
    }
}

static void
redo_some (EditFixture *fixture, const GPtrArray *dumps)
{
  guint n = pick (dumps->len);

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *dump = NULL;
      g_autoptr (GError) error = NULL;

      bv_journal_redo (fixture->store.library, NULL, &error);
      g_assert_no_error (error);
      dump = store_fixture_dump (fixture->store.library, fixture->campaign);
      g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i));
    }
}

static void
test_random_edits (EditFixture *fixture, gconstpointer data)
{
  const char *wanted = g_getenv ("BANGVANG_EDITS");
  guint n_edits = wanted != NULL ? atoi (wanted) : EDITS;
  guint n_refused = 0;

  for (guint n = 0; n < n_edits;)
    {
      g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);

      renew (fixture);
      g_ptr_array_add (dumps, store_fixture_dump (fixture->store.library, fixture->campaign));
      while (dumps->len <= AT_A_TIME && n < n_edits)
        if (edit_once (fixture, dumps))
          n++;
        else
          n_refused++;
      undo_all (fixture, dumps);
      redo_some (fixture, dumps);
    }
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    g_test_message ("%s: %u", edits[i].name, n_done[i]);
  g_test_message ("%u edits, %u more were refused", n_edits, n_refused);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/random-edits/the-undo-of-each-restores-the-dump", EditFixture, NULL, edit_fixture_set_up,
              test_random_edits, edit_fixture_tear_down);
  return g_test_run ();
}
