/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tree/criterion-change.h"

#include "core/criterion-kind.h"

struct _BvCriterionChange
{
  const BvCriterion *before;
  const BvCriterion *after; /* NULL: it is taken out */
  GArray *items;            /* of guint: where each item of before stands, from 1; 0: nowhere */
  GArray *due;              /* the same of due dates */
};

/* Whether two of the things that a list holds are the same. */
typedef gboolean (*SameFunc) (const BvCriterion *before, guint i, const BvCriterion *after, guint k);

static gboolean
is_same_item (const BvCriterion *before, guint i, const BvCriterion *after, guint k)
{
  return g_str_equal (before->items[i], after->items[k]);
}

static gboolean
is_same_date (const BvCriterion *before, guint i, const BvCriterion *after, guint k)
{
  return g_array_index (before->due, gint64, i) == g_array_index (after->due, gint64, k);
}

/* What is the same follows to its new place; what is not, stays where nothing else came. */
static GArray *
map_places (const BvCriterionChange *change, guint n_before, guint n_after, SameFunc is_same)
{
  GArray *places = g_array_sized_new (FALSE, TRUE, sizeof (guint), n_before);
  g_autofree gboolean *taken = g_new0 (gboolean, n_after + 1);

  g_array_set_size (places, n_before);
  for (guint i = 0; i < n_before; i++)
    for (guint k = 0; k < n_after && g_array_index (places, guint, i) == 0; k++)
      if (!taken[k] && is_same (change->before, i, change->after, k))
        {
          g_array_index (places, guint, i) = k + 1;
          taken[k] = TRUE;
        }
  for (guint i = 0; i < MIN (n_before, n_after); i++)
    if (g_array_index (places, guint, i) == 0 && !taken[i])
      g_array_index (places, guint, i) = i + 1;
  return places;
}

/**
 * bv_criterion_change_new:
 * @before: a criterion, which outlives the change
 * @after: (nullable): what becomes of it, which outlives the change; %NULL: it is removed
 *
 * Returns: (transfer full): what the change means for answers
 */
BvCriterionChange *
bv_criterion_change_new (const BvCriterion *before, const BvCriterion *after)
{
  BvCriterionChange *change = g_new0 (BvCriterionChange, 1);

  change->before = before;
  change->after = after;
  if (bv_criterion_change_takes_all (change))
    return change;
  change->items
    = map_places (change, bv_criterion_count_items (before), bv_criterion_count_items (after), is_same_item);
  change->due
    = map_places (change, bv_criterion_count_due (before), bv_criterion_count_due (after), is_same_date);
  return change;
}

/**
 * bv_criterion_change_free:
 * @change: (transfer full): a change
 */
void
bv_criterion_change_free (BvCriterionChange *change)
{
  g_clear_pointer (&change->items, g_array_unref);
  g_clear_pointer (&change->due, g_array_unref);
  g_free (change);
}

/**
 * bv_criterion_change_takes_all:
 * @change: a change
 *
 * Returns: whether nothing is scored there any more: it goes, or becomes a section
 */
gboolean
bv_criterion_change_takes_all (const BvCriterionChange *change)
{
  return change->after == NULL || !bv_criterion_is_leaf (change->after);
}

static gboolean
moves (const GArray *places, guint n_after)
{
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, guint, i) != i + 1)
      return TRUE;
  return places->len != n_after;
}

static gboolean
changes_input (const BvCriterionChange *change)
{
  return bv_criterion_input (change->before) != bv_criterion_input (change->after);
}

static gboolean
needs_one_result (const BvCriterionChange *change)
{
  return bv_criterion_is_by_target (change->after) && !bv_criterion_is_by_target (change->before);
}

static gboolean
lowers (const BvCriterionChange *change)
{
  return change->after->max < change->before->max;
}

/* Whether an answer may look otherwise for another reason than a lower maximum. */
static gboolean
reshapes (const BvCriterionChange *change)
{
  return changes_input (change) || needs_one_result (change)
         || moves (change->items, bv_criterion_count_items (change->after))
         || moves (change->due, bv_criterion_count_due (change->after));
}

/**
 * bv_criterion_change_only_cuts:
 * @change: a change
 *
 * Returns: whether a lower maximum is all that it is for answers: points above it are cut, nothing else is
 * different
 */
gboolean
bv_criterion_change_only_cuts (const BvCriterionChange *change)
{
  return bv_criterion_is_leaf (change->before) && !bv_criterion_change_takes_all (change) && lowers (change)
         && !reshapes (change);
}

/**
 * bv_criterion_change_concerns_answers:
 * @change: a change
 *
 * Returns: whether an answer may look otherwise afterwards; else none has to be read
 */
gboolean
bv_criterion_change_concerns_answers (const BvCriterionChange *change)
{
  if (!bv_criterion_is_leaf (change->before))
    return FALSE;
  return bv_criterion_change_takes_all (change) || lowers (change) || reshapes (change);
}

static BvFate
cut_points (gint64 *points, gint64 max)
{
  if (*points == BV_NONE || max == BV_NONE || *points <= max)
    return BV_FATE_KEPT;
  *points = max;
  return BV_FATE_CUT;
}

static BvFate
clear_results (BvAssessment *assessment, guint keep)
{
  if (assessment->results->len <= keep)
    return BV_FATE_KEPT;
  g_ptr_array_set_size (assessment->results, keep);
  return BV_FATE_LOST;
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  const gint64 *first = a;
  const gint64 *second = b;

  return (*first > *second) - (*first < *second);
}

/* A list of ticks stays a list, though none may be left: who looked at it ticked nothing of the others. */
static BvFate
follow_items (const BvCriterionChange *change, BvAssessment *assessment)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (gint64));
  BvFate fate = BV_FATE_KEPT;

  if (assessment->items == NULL)
    return BV_FATE_KEPT;
  for (guint i = 0; i < assessment->items->len; i++)
    {
      gint64 item = g_array_index (assessment->items, gint64, i);
      gint64 place
        = item >= 1 && item <= change->items->len ? g_array_index (change->items, guint, item - 1) : 0;

      if (place != 0)
        g_array_append_val (items, place);
      fate |= place == 0 ? BV_FATE_LOST : place != item ? BV_FATE_FOLLOWED : BV_FATE_KEPT;
    }
  if (fate == BV_FATE_KEPT)
    return fate;
  g_array_sort (items, compare_numbers);
  g_array_unref (assessment->items);
  assessment->items = g_steal_pointer (&items);
  return fate;
}

static gint64
get_received (const BvAssessment *assessment, guint index)
{
  return index < assessment->received->len
           ? ((const BvReport *) g_ptr_array_index (assessment->received, index))->received
           : BV_NONE;
}

static GArray *
list_received (const BvCriterionChange *change, const BvAssessment *assessment, BvFate *fate)
{
  guint n = bv_criterion_count_due (change->after);
  GArray *received = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  const gint64 none = BV_NONE;

  for (guint i = 0; i < n; i++)
    g_array_append_val (received, none);
  for (guint i = 0; i < change->due->len; i++)
    {
      guint place = g_array_index (change->due, guint, i);
      gint64 day = get_received (assessment, i);

      if (place != 0)
        g_array_index (received, gint64, place - 1) = day;
      else if (day != BV_NONE)
        *fate |= BV_FATE_LOST;
    }
  return received;
}

/* There is one date, or null, a due date, or no list at all. */
static BvFate
follow_received (const BvCriterionChange *change, BvAssessment *assessment)
{
  const BvField *field = bv_entity_find_field (&bv_assessment_entity, "received");
  BvFate fate = BV_FATE_FOLLOWED;
  g_autoptr (GArray) received = NULL;

  if (assessment->received->len == 0 || !moves (change->due, bv_criterion_count_due (change->after)))
    return BV_FATE_KEPT;
  received = list_received (change, assessment, &fate);
  g_ptr_array_set_size (assessment->received, 0);
  for (guint i = 0; i < received->len; i++)
    ((BvReport *) bv_record_add_child (assessment, field))->received = g_array_index (received, gint64, i);
  return fate;
}

static gboolean
has_received (const BvAssessment *assessment)
{
  for (guint i = 0; i < assessment->received->len; i++)
    if (get_received (assessment, i) != BV_NONE)
      return TRUE;
  return FALSE;
}

/* What only the kind before could read. */
static BvFate
clear_input (BvCriterionInput input, BvAssessment *assessment)
{
  const BvField *field = input != BV_INPUT_NONE
                           ? bv_entity_find_field (&bv_assessment_entity, bv_criterion_input_field (input))
                           : NULL;
  gboolean lost;

  if (field == NULL || bv_field_is_default (field, assessment))
    return BV_FATE_KEPT;
  lost = input != BV_INPUT_RECEIVED || has_received (assessment);
  bv_field_clear (field, assessment);
  return lost ? BV_FATE_LOST : BV_FATE_FOLLOWED;
}

/**
 * bv_criterion_change_counts:
 * @assessment: an assessment
 *
 * Returns: whether somebody said something in it: it differs from one with every default
 */
gboolean
bv_criterion_change_counts (const BvAssessment *assessment)
{
  for (guint i = 0; i < bv_assessment_entity.n_fields; i++)
    {
      const BvField *field = &bv_assessment_entity.fields[i];

      if ((field->flags & BV_FIELD_KEY) == 0 && field->type != BV_FIELD_REFERENCE
          && !bv_field_is_default (field, assessment))
        return TRUE;
    }
  return FALSE;
}

/**
 * bv_criterion_change_apply:
 * @change: a change that does not take all answers
 * @assessment: an answer to the criterion, which is brought to what the criterion is afterwards
 *
 * Items that are ticked and dates received follow their items and due dates by what these say; where neither
 * the text nor the date is found again, the place counts. What only the kind before could read goes, and
 * points are cut to the maximum.
 *
 * Returns: what became of it
 */
BvFate
bv_criterion_change_apply (const BvCriterionChange *change, BvAssessment *assessment)
{
  gint64 max = change->after->max;
  BvFate fate = cut_points (&assessment->self, max) | cut_points (&assessment->verified, max)
                | cut_points (&assessment->final, max);

  if (changes_input (change))
    return fate | clear_input (bv_criterion_input (change->before), assessment);
  fate |= follow_items (change, assessment) | follow_received (change, assessment);
  return needs_one_result (change) ? fate | clear_results (assessment, 1) : fate;
}
