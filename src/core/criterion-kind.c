/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/criterion-kind.h"

#include "core/check-error.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/* A contest counts items and due dates in 16 bits. */
#define ITEMS_MAX 999
#define DUE_MAX 999

static gint64
compute_pass_fail (const BvLeafPlan *plan, const BvMark *mark)
{
  if (mark->passed < 0)
    return BV_NONE;
  return mark->passed ? plan->leaf->max : 0;
}

static gint64
compute_checklist (const BvLeafPlan *plan, const BvMark *mark)
{
  if (mark->n_items < 0 || plan->n_items == 0)
    return BV_NONE;
  return bv_rounded_product (plan->leaf->max, mark->n_items, plan->n_items);
}

static gint64
compute_reports (const BvLeafPlan *plan, const BvMark *mark)
{
  const BvCriterion *leaf = plan->leaf;
  gint64 lost = leaf->late_penalty * mark->n_late + leaf->missing_penalty * mark->n_missing;

  if (mark->n_received == 0 && mark->n_missing == 0)
    return BV_NONE;
  return MAX (0, leaf->max - lost);
}

static gint64
compute_improved_or_top (const BvLeafPlan *plan, const BvMark *mark)
{
  const BvMeasured *measured = &plan->measured[mark->measured];
  gint64 wanted = measured->n_differences * plan->leaf->threshold;

  if (measured->top_group)
    return plan->leaf->max;
  if (measured->n_differences == 0 || plan->leaf->threshold <= 0)
    return BV_NONE;
  return bv_rounded_product (plan->leaf->max, CLAMP (measured->difference, 0, wanted), wanted);
}

/* Half of the maximum at the target, the other half in proportion to the best of the group. */
static gint64
compute_target (const BvLeafPlan *plan, const BvMark *mark)
{
  const BvMeasured *measured = &plan->measured[mark->measured];
  gint64 max = plan->leaf->max;
  gint64 above;

  if (measured->n_results != 1 || measured->target == BV_NONE || measured->target == 0
      || measured->result == BV_NONE)
    return BV_NONE;
  if (measured->result < measured->target)
    return bv_rounded_product (max, measured->result, 2 * measured->target);
  above = plan->best - measured->target;
  if (above == 0)
    return bv_rounded (max, 2);
  return bv_rounded_product (max, above + (measured->result - measured->target), 2 * above);
}

static gint64
compute_measured (const BvLeafPlan *plan, const BvMark *mark)
{
  return plan->by_target ? compute_target (plan, mark) : compute_improved_or_top (plan, mark);
}

static gboolean
field_is_empty (const BvField *field, gconstpointer record)
{
  if (field->type == BV_FIELD_TEXTS)
    return BV_FIELD_STRINGS (record, field) == NULL || *BV_FIELD_STRINGS (record, field) == NULL;
  if (bv_field_is_list (field))
    return BV_FIELD_NUMBERS (record, field) == NULL || BV_FIELD_NUMBERS (record, field)->len == 0;
  return bv_field_is_default (field, record);
}

static gboolean
check_section (const BvCriterion *section, GError **error)
{
  for (guint i = 0; i < bv_criterion_entity.n_fields; i++)
    {
      const BvField *field = &bv_criterion_entity.fields[i];

      if (field->kinds != 0 && (field->kinds & 1u << BV_CRITERION_SECTION) == 0
          && !field_is_empty (field, section))
        return bv_check_fail (error, field->name, _ ("a section has none: clear it, or choose another kind"));
    }
  return TRUE;
}

static gboolean
check_checklist (const BvCriterion *leaf, GError **error)
{
  guint n = bv_criterion_count_items (leaf);

  if (n == 0)
    return bv_check_fail (error, "items", _ ("a checklist needs at least one item"));
  if (n > ITEMS_MAX)
    return bv_check_fail (error, "items", _ ("more than %d items: split the criterion"), ITEMS_MAX);
  return TRUE;
}

static gboolean
check_reports (const BvCriterion *leaf, GError **error)
{
  if (bv_criterion_count_due (leaf) > DUE_MAX)
    return bv_check_fail (error, "due", _ ("more than %d dates: split the criterion"), DUE_MAX);
  return TRUE;
}

static gboolean
check_measured (const BvCriterion *leaf, GError **error)
{
  if (leaf->rule == BV_NONE)
    return bv_check_fail (error, "rule", _ ("a measured criterion needs one: improved-or-top or target"));
  if (leaf->rule == BV_RULE_IMPROVED_OR_TOP && leaf->threshold <= 0)
    return bv_check_fail (error, "threshold", _ ("the rule improved-or-top needs one above 0"));
  return TRUE;
}

static gboolean
check_deduction (const BvCriterion *leaf, GError **error)
{
  if (leaf->tie_breaker != BV_NONE)
    return bv_check_fail (error, "tie_breaker", _ ("a deduction breaks no tie: remove the number"));
  return TRUE;
}

#define ROW(...)              \
  &(const BvCriterionKindRow) \
  {                           \
    __VA_ARGS__               \
  }

const BvChoice bv_criterion_kinds[] = {
  [BV_CRITERION_SECTION] = { "section", N_ ("Section"), ROW (.words = "", .check = check_section) },
  [BV_CRITERION_PASS_FAIL]
  = { "pass-fail", N_ ("Pass or fail"),
      ROW (.words = "đạt / không đạt", .input = BV_INPUT_PASSED, .compute = compute_pass_fail) },
  [BV_CRITERION_POINTS] = { "points", N_ ("Points"), ROW (.words = "chấm điểm") },
  [BV_CRITERION_CHECKLIST] = { "checklist", N_ ("Checklist"),
                               ROW (.words = "danh mục",
                                    .input = BV_INPUT_ITEMS,
                                    .compute = compute_checklist,
                                    .check = check_checklist) },
  [BV_CRITERION_REPORTS] = { "reports", N_ ("Reports"),
                             ROW (.words = "báo cáo định kỳ",
                                  .input = BV_INPUT_RECEIVED,
                                  .claim = BV_CLAIM_COMPUTED,
                                  .compute = compute_reports,
                                  .check = check_reports) },
  [BV_CRITERION_MEASURED] = { "measured", N_ ("Measured"),
                              ROW (.words = "định lượng",
                                   .input = BV_INPUT_RESULTS,
                                   .compute = compute_measured,
                                   .check = check_measured) },
  [BV_CRITERION_BONUS] = { "bonus", N_ ("Bonus"),
                           ROW (.words = "điểm cộng",
                                .beside_max = " (cộng)",
                                .part = BV_PART_BONUS,
                                .claim = BV_CLAIM_OPTIONAL) },
  [BV_CRITERION_DEDUCTION] = { "deduction", N_ ("Deduction"),
                               ROW (.words = "điểm trừ",
                                    .beside_max = " (trừ)",
                                    .part = BV_PART_DEDUCTION,
                                    .claim = BV_CLAIM_OF_OTHERS,
                                    .check = check_deduction) },
  { NULL, NULL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (bv_criterion_kinds) == BV_N_CRITERION_KINDS + 1);

/**
 * bv_criterion_kind:
 * @criterion: a section or a leaf
 *
 * Returns: (transfer none): what the rules know of its kind
 */
const BvCriterionKindRow *
bv_criterion_kind (const BvCriterion *criterion)
{
  return bv_criterion_kinds[criterion->kind].row;
}

/**
 * bv_criterion_kind_check:
 * @criterion: a section or a leaf
 * @error: return location for a %BV_CHECK_ERROR
 *
 * Returns: %FALSE with @error set, its message beginning with the field's name, where it lacks what its kind
 * needs or has what its kind cannot have
 */
gboolean
bv_criterion_kind_check (const BvCriterion *criterion, GError **error)
{
  const BvCriterionKindRow *kind = bv_criterion_kind (criterion);

  return kind->check == NULL || kind->check (criterion, error);
}

/**
 * bv_criterion_is_normal:
 * @leaf: a leaf
 *
 * Returns: whether the leaf counts in the base: all kinds but bonus and deduction (RULES.md, Total of a
 * nominee)
 */
gboolean
bv_criterion_is_normal (const BvCriterion *leaf)
{
  return bv_criterion_kind (leaf)->part == BV_PART_NORMAL;
}

/**
 * bv_criterion_is_by_target:
 * @leaf: a leaf
 *
 * Returns: whether its points depend on a target, and on what the others of the group reached
 */
gboolean
bv_criterion_is_by_target (const BvCriterion *leaf)
{
  return bv_criterion_input (leaf) == BV_INPUT_RESULTS && leaf->rule == BV_RULE_TARGET;
}

/**
 * bv_criterion_input:
 * @leaf: a leaf
 *
 * Returns: what its points are computed from
 */
BvCriterionInput
bv_criterion_input (const BvCriterion *leaf)
{
  return bv_criterion_kind (leaf)->input;
}

/**
 * bv_criterion_input_field:
 * @input: what points are computed from
 *
 * Returns: (nullable): the field of an assessment that holds it; %NULL for %BV_INPUT_NONE
 */
const char *
bv_criterion_input_field (BvCriterionInput input)
{
  static const char *const fields[] = {
    [BV_INPUT_NONE] = NULL,           [BV_INPUT_PASSED] = "passed",   [BV_INPUT_ITEMS] = "items",
    [BV_INPUT_RECEIVED] = "received", [BV_INPUT_RESULTS] = "results",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (fields) == BV_N_INPUTS);
  return fields[input];
}

/**
 * bv_criterion_write_max:
 * @leaf: a leaf
 *
 * Returns: (transfer full): the most points it gives, `15,00`, and whether they are added on top or taken
 * off: `5,00 (trừ)`; always Vietnamese
 */
char *
bv_criterion_write_max (const BvCriterion *leaf)
{
  g_autofree char *max = bv_wording_points (leaf->max);

  return g_strconcat (max, bv_criterion_kind (leaf)->beside_max, NULL);
}
