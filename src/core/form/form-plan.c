/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/form/form-plan.h"

#include "core/criterion-kind.h"
#include "core/form/assessor.h"

/* All plans while they are made. */
typedef struct
{
  const BvCampaign *campaign;
  const char *only;   /* the unit that is asked for; NULL: all */
  GHashTable *units;  /* code → BvUnit */
  GHashTable *groups; /* key → its place */
  GPtrArray *leaves;  /* of GPtrArray of BvCriterion, by the place of the group */
  GHashTable *plans;  /* code → BvFormPlan */
} Making;

static void
sheet_free (gpointer data)
{
  BvFormSheet *sheet = data;

  g_ptr_array_unref (sheet->leaves);
  g_ptr_array_unref (sheet->nominees);
  g_free (sheet);
}

static void
plan_free (gpointer data)
{
  BvFormPlan *plan = data;

  g_ptr_array_unref (plan->sheets);
  g_free (plan);
}

/* NULL where no form of that unit is asked for, or there is no such unit. */
static BvFormPlan *
find_plan (Making *self, const char *code)
{
  BvFormPlan *plan = code != NULL ? g_hash_table_lookup (self->plans, code) : NULL;
  const BvUnit *unit;

  if (plan != NULL || code == NULL || (self->only != NULL && !g_str_equal (code, self->only)))
    return plan;
  unit = g_hash_table_lookup (self->units, code);
  if (unit == NULL)
    return NULL;
  plan = g_new (BvFormPlan, 1);
  *plan = (BvFormPlan){ self->campaign, unit, g_ptr_array_new_with_free_func (sheet_free) };
  g_hash_table_insert (self->plans, unit->code, plan);
  return plan;
}

static BvFormSheet *
find_sheet (BvFormPlan *plan, BvFormKind kind, const BvGroup *group)
{
  BvFormSheet *sheet;

  for (guint i = 0; i < plan->sheets->len; i++)
    {
      sheet = g_ptr_array_index (plan->sheets, i);
      if (sheet->kind == kind && sheet->group == group)
        return sheet;
    }
  sheet = g_new0 (BvFormSheet, 1);
  sheet->kind = kind;
  sheet->group = group;
  sheet->leaves = g_ptr_array_new ();
  sheet->nominees = g_ptr_array_new ();
  g_ptr_array_add (plan->sheets, sheet);
  return sheet;
}

static void
add_all (GPtrArray *to, const GPtrArray *from)
{
  g_ptr_array_extend (to, (GPtrArray *) from, NULL, NULL);
}

/* A nominee is the last of the sheet, as all leaves of one are gone through together. */
static void
add_nominee (BvFormSheet *sheet, const BvNominee *nominee)
{
  if (sheet->nominees->len == 0 || g_ptr_array_index (sheet->nominees, sheet->nominees->len - 1) != nominee)
    g_ptr_array_add (sheet->nominees, (gpointer) nominee);
}

static void
plan_own (Making *self, const BvNominee *nominee, const BvGroup *group, const GPtrArray *leaves)
{
  BvFormPlan *plan = find_plan (self, nominee->unit);
  BvFormSheet *sheet;

  if (plan == NULL)
    return;
  sheet = find_sheet (plan, group->kind == BV_GROUP_INDIVIDUAL ? BV_FORM_PERSONS : BV_FORM_SELF, group);
  if (sheet->leaves->len == 0)
    add_all (sheet->leaves, leaves);
  add_nominee (sheet, nominee);
}

static void
plan_assessed (Making *self, const BvNominee *nominee, const BvGroup *group, const GPtrArray *leaves)
{
  const BvUnit *unit = g_hash_table_lookup (self->units, nominee->unit);

  for (guint i = 0; i < leaves->len; i++)
    {
      BvCriterion *leaf = g_ptr_array_index (leaves, i);
      BvFormPlan *plan = find_plan (self, bv_assessor_find (group, leaf, unit));
      BvFormSheet *sheet;

      if (plan == NULL)
        continue;
      sheet = find_sheet (plan, BV_FORM_ASSESSED, group);
      if (!g_ptr_array_find (sheet->leaves, leaf, NULL))
        g_ptr_array_add (sheet->leaves, leaf);
      sheet->ranks = sheet->ranks || (leaf->assessor == NULL && group->assessed_by == BV_ASSESSED_BY_PARENT);
      add_nominee (sheet, nominee);
    }
}

static void
plan_nominee (Making *self, const BvNominee *nominee)
{
  gpointer place;
  const BvGroup *group;
  const GPtrArray *leaves;

  if (nominee->withdrawn || !g_hash_table_lookup_extended (self->groups, nominee->group, NULL, &place))
    return;
  group = g_ptr_array_index (self->campaign->groups, GPOINTER_TO_UINT (place));
  leaves = g_ptr_array_index (self->leaves, GPOINTER_TO_UINT (place));
  plan_own (self, nominee, group, leaves);
  plan_assessed (self, nominee, group, leaves);
}

/* Who takes part may put persons forward, where the group is open to its type. */
static void
offer_persons (Making *self, BvFormPlan *plan)
{
  gboolean takes_part = FALSE;

  for (guint i = 0; i < plan->sheets->len; i++)
    takes_part = takes_part || ((BvFormSheet *) g_ptr_array_index (plan->sheets, i))->kind == BV_FORM_SELF;
  for (guint i = 0; takes_part && i < self->campaign->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (self->campaign->groups, i);
      const char *const *types = (const char *const *) group->unit_types;
      BvFormSheet *sheet;

      if (group->kind != BV_GROUP_INDIVIDUAL
          || (types != NULL && types[0] != NULL && !g_strv_contains (types, plan->unit->type)))
        continue;
      sheet = find_sheet (plan, BV_FORM_PERSONS, group);
      if (sheet->leaves->len == 0)
        add_all (sheet->leaves, g_ptr_array_index (self->leaves, i));
    }
}

static guint
find_place (const BvFormPlan *plan, const BvFormSheet *sheet)
{
  guint place = 0;

  g_ptr_array_find (plan->campaign->groups, sheet->group, &place);
  return place;
}

static int
compare_sheets (gconstpointer a, gconstpointer b, gpointer plan)
{
  const BvFormSheet *one = *(BvFormSheet *const *) a;
  const BvFormSheet *other = *(BvFormSheet *const *) b;

  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  return (int) find_place (plan, one) - (int) find_place (plan, other);
}

static int
compare_leaves (gconstpointer a, gconstpointer b, gpointer leaves)
{
  guint one = 0;
  guint other = 0;

  g_ptr_array_find (leaves, *(BvCriterion *const *) a, &one);
  g_ptr_array_find (leaves, *(BvCriterion *const *) b, &other);
  return (int) one - (int) other;
}

static void
finish (Making *self, BvFormPlan *plan)
{
  offer_persons (self, plan);
  g_ptr_array_sort_with_data (plan->sheets, compare_sheets, plan);
  for (guint i = 0; i < plan->sheets->len; i++)
    {
      BvFormSheet *sheet = g_ptr_array_index (plan->sheets, i);

      g_ptr_array_sort_with_data (sheet->leaves, compare_leaves,
                                  g_ptr_array_index (self->leaves, find_place (plan, sheet)));
    }
}

static void
begin (Making *self)
{
  const BvCampaign *campaign = self->campaign;

  self->units = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_hash_table_new (g_str_hash, g_str_equal);
  self->leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->plans = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, plan_free);
  for (guint i = 0; i < campaign->units->len; i++)
    {
      BvUnit *unit = g_ptr_array_index (campaign->units, i);

      g_hash_table_insert (self->units, unit->code, unit);
    }
  for (guint i = 0; i < campaign->groups->len; i++)
    {
      BvGroup *group = g_ptr_array_index (campaign->groups, i);

      g_hash_table_insert (self->groups, group->key, GUINT_TO_POINTER (i));
      g_ptr_array_add (self->leaves, bv_group_list_leaves (group));
    }
}

/* In the order of the campaign's units. */
static GPtrArray *
take_plans (Making *self)
{
  GPtrArray *plans = g_ptr_array_new_with_free_func (plan_free);

  for (guint i = 0; i < self->campaign->units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (self->campaign->units, i);
      BvFormPlan *plan = g_hash_table_lookup (self->plans, unit->code);

      if (plan == NULL || plan->unit != unit)
        continue;
      g_hash_table_steal (self->plans, unit->code);
      finish (self, plan);
      g_ptr_array_add (plans, plan);
    }
  return plans;
}

/**
 * bv_form_plan_list:
 * @campaign: a whole campaign; it has to outlive the plans
 * @unit: (nullable): a code; %NULL: all units
 *
 * Returns: (transfer container) (element-type BvFormPlan): the plan of each unit that is asked for something,
 * in the order of the campaign's units; of one unit one, or none
 */
GPtrArray *
bv_form_plan_list (const BvCampaign *campaign, const char *unit)
{
  Making self = { campaign, unit };
  GPtrArray *plans;

  begin (&self);
  for (guint i = 0; i < campaign->nominees->len; i++)
    plan_nominee (&self, g_ptr_array_index (campaign->nominees, i));
  plans = take_plans (&self);
  g_hash_table_unref (self.plans);
  g_ptr_array_unref (self.leaves);
  g_hash_table_unref (self.groups);
  g_hash_table_unref (self.units);
  return plans;
}

/**
 * bv_form_plan_expects_self:
 * @leaf: a leaf
 *
 * Returns: whether a nominee says its own points of it; of others they are computed, or come from who
 * verifies
 */
gboolean
bv_form_plan_expects_self (const BvCriterion *leaf)
{
  BvCriterionClaim claim = bv_criterion_kind (leaf)->claim;

  return claim == BV_CLAIM_EXPECTED || claim == BV_CLAIM_OPTIONAL;
}
