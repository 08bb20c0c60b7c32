/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tree/criterion-tree.h"

#include "core/tree/criterion-codes.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (bv - criterion - tree - error - quark, bv_criterion_tree_error)

/**
 * bv_criterion_tree_find_group:
 * @groups: (element-type BvGroup): the groups of a campaign
 * @id: a group's row
 *
 * Returns: (transfer none) (nullable): the group
 */
BvGroup *
bv_criterion_tree_find_group (const GPtrArray *groups, gint64 id)
{
  for (guint i = 0; i < groups->len; i++)
    if (((const BvRecord *) g_ptr_array_index (groups, i))->id == id)
      return g_ptr_array_index (groups, i);
  return NULL;
}

/* The array in which the criterion stands, and where. */
static GPtrArray *
find_siblings (GPtrArray *criteria, gint64 id, guint *index)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      BvCriterion *criterion = g_ptr_array_index (criteria, i);
      GPtrArray *found;

      if (criterion->record.id == id)
        {
          *index = i;
          return criteria;
        }
      found = find_siblings (criterion->criteria, id, index);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static GPtrArray *
find_in_groups (const GPtrArray *groups, gint64 id, guint *index)
{
  GPtrArray *found = NULL;

  for (guint i = 0; id != 0 && found == NULL && i < groups->len; i++)
    found = find_siblings (((BvGroup *) g_ptr_array_index (groups, i))->criteria, id, index);
  return found;
}

/**
 * bv_criterion_tree_list_siblings:
 * @groups: (element-type BvGroup): the groups of a campaign
 * @id: a criterion's row
 *
 * Returns: (transfer none) (nullable) (element-type BvCriterion): the array in which it stands
 */
GPtrArray *
bv_criterion_tree_list_siblings (const GPtrArray *groups, gint64 id)
{
  guint index;

  return find_in_groups (groups, id, &index);
}

/**
 * bv_criterion_tree_find:
 * @groups: (element-type BvGroup): the groups of a campaign
 * @id: a criterion's row
 *
 * Returns: (transfer none) (nullable): the criterion
 */
BvCriterion *
bv_criterion_tree_find (const GPtrArray *groups, gint64 id)
{
  guint index = 0;
  GPtrArray *siblings = find_in_groups (groups, id, &index);

  return siblings != NULL ? g_ptr_array_index (siblings, index) : NULL;
}

static gboolean
holds (const BvCriterion *criterion, gint64 id)
{
  guint index;

  return criterion->record.id == id || find_siblings (criterion->criteria, id, &index) != NULL;
}

static gboolean
is_named (const GArray *criteria, gint64 id)
{
  for (guint i = 0; i < criteria->len; i++)
    if (g_array_index (criteria, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
collect_roots (const GPtrArray *criteria, const GArray *named, GPtrArray *roots)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      BvCriterion *criterion = g_ptr_array_index (criteria, i);

      if (is_named (named, criterion->record.id))
        g_ptr_array_add (roots, criterion);
      else
        collect_roots (criterion->criteria, named, roots);
    }
}

/**
 * bv_criterion_tree_list_roots:
 * @groups: (element-type BvGroup): the groups of a campaign
 * @criteria: (element-type gint64): rows of criteria
 *
 * Returns: (transfer container) (element-type BvCriterion): those of them that stand below none of the
 * others, in the order of the trees
 */
GPtrArray *
bv_criterion_tree_list_roots (const GPtrArray *groups, const GArray *criteria)
{
  GPtrArray *roots = g_ptr_array_new ();

  for (guint i = 0; i < groups->len; i++)
    collect_roots (((const BvGroup *) g_ptr_array_index (groups, i))->criteria, criteria, roots);
  return roots;
}

/* A place, looked up. */
typedef struct
{
  BvGroup *group;
  BvCriterion *section; /* NULL: the top */
  GPtrArray *siblings;
} Target;

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, BV_CRITERION_TREE_ERROR, BV_CRITERION_TREE_ERROR_PLACE, message);
  return FALSE;
}

static gboolean
find_target (const GPtrArray *groups, const BvCriterionPlace *place, Target *target, GError **error)
{
  guint index;

  target->group = bv_criterion_tree_find_group (groups, place->group);
  if (target->group == NULL)
    return fail (error, _ ("the group is no longer there"));
  target->section = place->section != 0 ? bv_criterion_tree_find (groups, place->section) : NULL;
  target->siblings = target->section != NULL ? target->section->criteria : target->group->criteria;
  if (place->section != 0
      && (target->section == NULL || find_siblings (target->group->criteria, place->section, &index) == NULL))
    return fail (error, _ ("the section is no longer there"));
  if (target->section != NULL && bv_criterion_is_leaf (target->section))
    return fail (error, _ ("only a section has criteria under it"));
  return TRUE;
}

/* Those that are moved themselves are no mark: the next one that stays is. */
static gint64
find_mark (const Target *target, const GPtrArray *moved, gint64 before)
{
  guint index = 0;

  if (before == 0 || find_siblings (target->siblings, before, &index) != target->siblings)
    return before;
  while (index < target->siblings->len
         && g_ptr_array_find ((GPtrArray *) moved, g_ptr_array_index (target->siblings, index), NULL))
    index++;
  return index < target->siblings->len ? ((const BvRecord *) g_ptr_array_index (target->siblings, index))->id
                                       : 0;
}

static gboolean
has_tie_breaker (const GPtrArray *criteria, gint64 number)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);

      if (criterion->tie_breaker == number || has_tie_breaker (criterion->criteria, number))
        return TRUE;
    }
  return FALSE;
}

/* A number of a tie breaker occurs once a group. */
static void
settle_tie_breakers (const BvGroup *group, BvCriterion *criterion)
{
  if (criterion->tie_breaker != BV_NONE && has_tie_breaker (group->criteria, criterion->tie_breaker))
    criterion->tie_breaker = BV_NONE;
  for (guint i = 0; i < criterion->criteria->len; i++)
    settle_tie_breakers (group, g_ptr_array_index (criterion->criteria, i));
}

static void
put (const Target *target, BvCriterion *criterion, gint64 before)
{
  guint index = target->siblings->len;

  settle_tie_breakers (target->group, criterion);
  bv_criterion_codes_settle (target->group, target->section, criterion);
  if (before != 0 && find_siblings (target->siblings, before, &index) != target->siblings)
    index = target->siblings->len;
  g_ptr_array_insert (target->siblings, index, criterion);
}

static void
take (const GPtrArray *groups, gint64 id)
{
  guint index = 0;
  GPtrArray *siblings = find_in_groups (groups, id, &index);

  g_ptr_array_steal_index (siblings, index);
}

static gboolean
check_mark (const Target *target, gint64 before, GError **error)
{
  guint index;

  return before == 0 || find_siblings (target->siblings, before, &index) == target->siblings
         || fail (error, _ ("the criterion before which it should stand is no longer there"));
}

static gboolean
check_roots (const GPtrArray *roots, const GArray *criteria, gint64 section, GError **error)
{
  if (roots->len == 0)
    return fail (error, _ ("the criterion is no longer there"));
  for (guint i = 0; i < roots->len; i++)
    if (section != 0 && holds (g_ptr_array_index (roots, i), section))
      return fail (error, _ ("a section cannot stand within itself"));
  return TRUE;
}

/**
 * bv_criterion_tree_move:
 * @groups: (element-type BvGroup): the groups of a campaign, which are changed
 * @criteria: (element-type gint64): rows of criteria; what stands below them goes with them
 * @place: where they are to stand, in the order of the trees
 * @error: return location for a %BV_CRITERION_TREE_ERROR
 *
 * Codes stay, but where the other group has such a one already the next free one is taken; a tie-breaker
 * number that it has already goes.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_criterion_tree_move (const GPtrArray *groups,
                        const GArray *criteria,
                        const BvCriterionPlace *place,
                        GError **error)
{
  g_autoptr (GPtrArray) roots = bv_criterion_tree_list_roots (groups, criteria);
  Target target;
  gint64 before;

  if (!check_roots (roots, criteria, place->section, error) || !find_target (groups, place, &target, error)
      || !check_mark (&target, place->before, error))
    return FALSE;
  before = find_mark (&target, roots, place->before);
  for (guint i = 0; i < roots->len; i++)
    take (groups, ((const BvRecord *) g_ptr_array_index (roots, i))->id);
  for (guint i = 0; i < roots->len; i++)
    put (&target, g_ptr_array_index (roots, i), before);
  return TRUE;
}

/**
 * bv_criterion_tree_add:
 * @groups: (element-type BvGroup): the groups of a campaign, which are changed
 * @criteria: (element-type BvCriterion): new criteria with all below them, which are moved into the trees
 * @place: where they are to stand, in their order
 * @error: return location for a %BV_CRITERION_TREE_ERROR
 *
 * What has no code, or one that the group has already, is given the next free one; a tie-breaker number that
 * the group has already goes.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_criterion_tree_add (const GPtrArray *groups,
                       GPtrArray *criteria,
                       const BvCriterionPlace *place,
                       GError **error)
{
  Target target;

  if (!find_target (groups, place, &target, error) || !check_mark (&target, place->before, error))
    return FALSE;
  while (criteria->len > 0)
    put (&target, g_ptr_array_steal_index (criteria, 0), place->before);
  return TRUE;
}

/**
 * bv_criterion_tree_count_leaves:
 * @criterion: a criterion
 *
 * Returns: how many are scored of itself and of those below it
 */
guint
bv_criterion_tree_count_leaves (const BvCriterion *criterion)
{
  guint n = bv_criterion_is_leaf (criterion) ? 1 : 0;

  for (guint i = 0; i < criterion->criteria->len; i++)
    n += bv_criterion_tree_count_leaves (g_ptr_array_index (criterion->criteria, i));
  return n;
}
