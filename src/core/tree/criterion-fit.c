/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tree/criterion-fit.h"

#include "core/criterion-kind.h"
#include "core/text/text.h"

#define USUAL_MAX 1000 /* 10 points */

static void
clear_others (BvCriterion *criterion)
{
  for (guint i = 0; i < bv_criterion_entity.n_fields; i++)
    {
      const BvField *field = &bv_criterion_entity.fields[i];

      if (field->kinds != 0 && (field->kinds & (1u << criterion->kind)) == 0 && !bv_field_is_child (field))
        bv_field_clear (field, criterion);
    }
}

static void
give_input (BvCriterion *leaf)
{
  if (bv_criterion_input (leaf) == BV_INPUT_ITEMS && bv_criterion_count_items (leaf) == 0)
    {
      g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
      g_autofree char *title = bv_text_phrase (leaf->title);

      g_strv_builder_add (items, title);
      leaf->items = g_strv_builder_end (items);
    }
  if (bv_criterion_input (leaf) == BV_INPUT_RESULTS && leaf->rule == BV_NONE)
    leaf->rule = BV_RULE_TARGET;
}

/**
 * bv_criterion_fit_kind:
 * @criterion: a criterion that was given another kind
 *
 * Takes from it what its kind cannot have, and gives it what that cannot be without: a leaf a maximum, a
 * checklist one item, called as the criterion, a measured criterion the rule by a target. Criteria below it
 * stay.
 */
void
bv_criterion_fit_kind (BvCriterion *criterion)
{
  clear_others (criterion);
  if (!bv_criterion_is_leaf (criterion))
    return;
  if (criterion->max == BV_NONE)
    criterion->max = USUAL_MAX;
  if (!bv_criterion_is_normal (criterion))
    criterion->required = FALSE;
  if (bv_criterion_kind (criterion)->part == BV_PART_DEDUCTION)
    criterion->tie_breaker = BV_NONE;
  give_input (criterion);
}
