/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/criterion.h"

#include "core/assessment-state.h"
#include "core/text/text.h"
#include "core/unit.h"

#include <glib/gi18n-lib.h>

static const BvChoice rules[] = {
  { "improved-or-top", N_ ("Improved, or in the highest group") },
  { "target", N_ ("Against a target") },
  { NULL, NULL },
};

#define KIND(name) (1u << BV_CRITERION_##name)
#define LEAVES (~KIND (SECTION))

#define FIELD(member, name, type, title, ...) BV_FIELD (BvCriterion, member, name, type, title, ##__VA_ARGS__)

static const BvField fields[] = {
  FIELD (code, "code", TEXT, N_ ("Code"), .flags = BV_FIELD_REQUIRED | BV_FIELD_KEY),
  FIELD (title, "title", TEXT, N_ ("Title"), .flags = BV_FIELD_REQUIRED | BV_FIELD_LONG),
  FIELD (short_title, "short", TEXT, N_ ("Short title"), .flags = BV_FIELD_LATER),
  FIELD (kind,
         "kind",
         CHOICE,
         N_ ("Kind"),
         .flags = BV_FIELD_REQUIRED | BV_FIELD_RANKS,
         .choices = bv_criterion_kinds),
  FIELD (max, "max", POINTS, N_ ("Maximum"), .flags = BV_FIELD_NULLABLE | BV_FIELD_RANKS, .kinds = LEAVES),
  FIELD (required, "required", FLAG, N_ ("Required"), .flags = BV_FIELD_RANKS, .kinds = LEAVES),
  FIELD (min, "min", POINTS, N_ ("At least"), .flags = BV_FIELD_NULLABLE | BV_FIELD_RANKS, .kinds = LEAVES),
  FIELD (evidence,
         "evidence",
         INTEGER,
         N_ ("Evidence wanted"),
         .flags = BV_FIELD_RANKS,
         .least = 0,
         .most = 99,
         .kinds = LEAVES),
  FIELD (shared, "shared", FLAG, N_ ("Evidence of many"), .flags = BV_FIELD_LATER, .kinds = LEAVES),
  FIELD (tie_breaker,
         "tie_breaker",
         INTEGER,
         N_ ("Tie-breaker number"),
         .flags = BV_FIELD_NULLABLE | BV_FIELD_RANKS,
         .least = 1,
         .most = 99,
         .kinds = LEAVES),
  FIELD (state,
         "state",
         CHOICE,
         N_ ("State at the start"),
         .flags = BV_FIELD_LATER,
         .choices = bv_assessment_states,
         .kinds = LEAVES),
  FIELD (assessor,
         "assessor",
         REFERENCE,
         N_ ("Scored by"),
         .flags = BV_FIELD_LATER | BV_FIELD_NULLABLE,
         .target = &bv_unit_entity,
         .kinds = LEAVES),
  FIELD (items,
         "items",
         TEXTS,
         N_ ("Items"),
         .flags = BV_FIELD_RANKS | BV_FIELD_LINES,
         .kinds = KIND (CHECKLIST)),
  FIELD (guide, "guide", TEXT, N_ ("How it is scored"), .flags = BV_FIELD_LONG),
  FIELD (due,
         "due",
         DATES,
         N_ ("Due dates"),
         .flags = BV_FIELD_RANKS | BV_FIELD_LINES,
         .kinds = KIND (REPORTS)),
  FIELD (late_penalty,
         "late_penalty",
         POINTS,
         N_ ("Lost a late report"),
         .flags = BV_FIELD_RANKS,
         .kinds = KIND (REPORTS)),
  FIELD (missing_penalty,
         "missing_penalty",
         POINTS,
         N_ ("Lost a missing report"),
         .flags = BV_FIELD_RANKS,
         .kinds = KIND (REPORTS)),
  FIELD (rule,
         "rule",
         CHOICE,
         N_ ("Rule"),
         .flags = BV_FIELD_NULLABLE | BV_FIELD_RANKS,
         .choices = rules,
         .kinds = KIND (MEASURED)),
  FIELD (threshold,
         "threshold",
         QUANTITY,
         N_ ("Improvement for full points"),
         .flags = BV_FIELD_NULLABLE | BV_FIELD_RANKS,
         .kinds = KIND (MEASURED)),
  FIELD (criteria,
         "criteria",
         CHILDREN,
         N_ ("Criteria"),
         .flags = BV_FIELD_NESTS,
         .target = &bv_criterion_entity,
         .kinds = KIND (SECTION)),
};

const BvEntity bv_criterion_entity
  = BV_ENTITY ("criterion", "criteria", N_ ("Criterion"), BvCriterion, fields);

/**
 * bv_criterion_is_leaf:
 * @criterion: a criterion
 *
 * Returns: whether it is scored, and not a section that holds others
 */
gboolean
bv_criterion_is_leaf (const BvCriterion *criterion)
{
  return criterion->kind != BV_CRITERION_SECTION;
}

/**
 * bv_criterion_short_title:
 * @criterion: a criterion
 *
 * Returns: (transfer none): what it is called where there is little room: its short title, else its title
 */
const char *
bv_criterion_short_title (const BvCriterion *criterion)
{
  return bv_text_is_blank (criterion->short_title) ? criterion->title : criterion->short_title;
}

/**
 * bv_criterion_count_items:
 * @criterion: a criterion
 *
 * Returns: the number of items of a checklist
 */
guint
bv_criterion_count_items (const BvCriterion *criterion)
{
  return criterion->items != NULL ? g_strv_length (criterion->items) : 0;
}

/**
 * bv_criterion_count_due:
 * @criterion: a criterion
 *
 * Returns: the number of due dates of a schedule of reports
 */
guint
bv_criterion_count_due (const BvCriterion *criterion)
{
  return criterion->due != NULL ? criterion->due->len : 0;
}
