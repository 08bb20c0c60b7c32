/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tree/criterion-place.h"

/* One criterion and what stands around it. */
typedef struct
{
  const BvGroup *group;
  const BvCriterion *section; /* NULL: the top */
  const GPtrArray *siblings;
  guint index;
  const GPtrArray *above; /* those among which the section stands; NULL: the top */
  guint section_index;
} Spot;

static gboolean
find_spot (Spot *spot, const GPtrArray *siblings, gint64 id)
{
  for (guint i = 0; i < siblings->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (siblings, i);
      Spot below = { spot->group, criterion, criterion->criteria, 0, siblings, i };

      if (criterion->record.id == id)
        {
          spot->siblings = siblings;
          spot->index = i;
          return TRUE;
        }
      if (find_spot (&below, criterion->criteria, id))
        {
          *spot = below;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
find_in_groups (Spot *spot, const GPtrArray *groups, gint64 id)
{
  for (guint i = 0; id != 0 && i < groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (groups, i);

      *spot = (Spot){ .group = group };
      if (find_spot (spot, group->criteria, id))
        return TRUE;
    }
  return FALSE;
}

/* 0: there is none. */
static gint64
get_id (const GPtrArray *siblings, guint index)
{
  return index < siblings->len ? ((const BvRecord *) g_ptr_array_index (siblings, index))->id : 0;
}

static gint64
get_section_id (const Spot *spot)
{
  return spot->section != NULL ? spot->section->record.id : 0;
}

/**
 * bv_criterion_place_find:
 * @groups: (element-type BvGroup): the groups of a campaign, with their criteria
 * @criterion: a criterion's row
 * @place: (out): where it stands
 *
 * Returns: %FALSE where there is no such criterion
 */
gboolean
bv_criterion_place_find (const GPtrArray *groups, gint64 criterion, BvCriterionPlace *place)
{
  Spot spot;

  if (!find_in_groups (&spot, groups, criterion))
    return FALSE;
  *place = (BvCriterionPlace){ spot.group->record.id, get_section_id (&spot),
                               get_id (spot.siblings, spot.index + 1) };
  return TRUE;
}

/* The section beside that in which the criterion stands. */
static const BvCriterion *
find_neighbour (const Spot *spot, int direction)
{
  const BvCriterion *neighbour;

  if (spot->above == NULL || (direction < 0 && spot->section_index == 0)
      || spot->section_index + direction >= spot->above->len)
    return NULL;
  neighbour = g_ptr_array_index (spot->above, spot->section_index + direction);
  return bv_criterion_is_leaf (neighbour) ? NULL : neighbour;
}

static gboolean
step_up (const Spot *spot, BvCriterionPlace *place)
{
  const BvCriterion *neighbour = find_neighbour (spot, -1);

  place->section = get_section_id (spot);
  if (spot->index > 0)
    {
      place->before = get_id (spot->siblings, spot->index - 1);
      return TRUE;
    }
  place->before = 0;
  if (neighbour != NULL)
    place->section = neighbour->record.id;
  return neighbour != NULL;
}

static gboolean
step_down (const Spot *spot, BvCriterionPlace *place)
{
  const BvCriterion *neighbour = find_neighbour (spot, 1);

  place->section = get_section_id (spot);
  if (spot->index + 1 < spot->siblings->len)
    {
      place->before = get_id (spot->siblings, spot->index + 2);
      return TRUE;
    }
  if (neighbour == NULL)
    return FALSE;
  place->section = neighbour->record.id;
  place->before = get_id (neighbour->criteria, 0);
  return TRUE;
}

static gboolean
step_in (const Spot *spot, BvCriterionPlace *place)
{
  const BvCriterion *before = spot->index > 0 ? g_ptr_array_index (spot->siblings, spot->index - 1) : NULL;

  if (before == NULL || bv_criterion_is_leaf (before))
    return FALSE;
  place->section = before->record.id;
  place->before = 0;
  return TRUE;
}

static gboolean
step_out (const GPtrArray *groups, const Spot *spot, BvCriterionPlace *place)
{
  return spot->section != NULL && bv_criterion_place_find (groups, spot->section->record.id, place);
}

/**
 * bv_criterion_place_step:
 * @groups: (element-type BvGroup): the groups of a campaign, with their criteria
 * @criterion: a criterion's row
 * @step: where it is to go
 * @place: (out): the place that is one step away
 *
 * Up and down lead past a neighbour, and from the end of a section into the next one of the same depth; in
 * leads to the end of the section before it, out behind the section that it stands in. No step leads into
 * another group.
 *
 * Returns: %FALSE where there is no such place
 */
gboolean
bv_criterion_place_step (const GPtrArray *groups, gint64 criterion, BvTreeStep step, BvCriterionPlace *place)
{
  Spot spot;

  if (!find_in_groups (&spot, groups, criterion))
    return FALSE;
  *place = (BvCriterionPlace){ .group = spot.group->record.id };
  switch (step)
    {
    case BV_TREE_STEP_UP:
      return step_up (&spot, place);
    case BV_TREE_STEP_DOWN:
      return step_down (&spot, place);
    case BV_TREE_STEP_IN:
      return step_in (&spot, place);
    default:
      return step_out (groups, &spot, place);
    }
}
