/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"

G_BEGIN_DECLS

typedef enum
{
  BV_CRITERION_SECTION,
  BV_CRITERION_PASS_FAIL,
  BV_CRITERION_POINTS,
  BV_CRITERION_CHECKLIST,
  BV_CRITERION_REPORTS,
  BV_CRITERION_MEASURED,
  BV_CRITERION_BONUS,
  BV_CRITERION_DEDUCTION,
  BV_N_CRITERION_KINDS,
} BvCriterionKind;

typedef enum
{
  BV_RULE_IMPROVED_OR_TOP,
  BV_RULE_TARGET,
} BvMeasuredRule;

/**
 * BvCriterion:
 *
 * A node of a group's tree lĩnh vực → tiêu chí → tiêu chí thành phần; all but sections are leaves that are
 * scored.
 */
typedef struct
{
  BvRecord record;
  char *code;
  char *title;
  char *short_title; /* where there is little room; empty: the title */
  gint64 kind;       /* BvCriterionKind */
  gint64 max;        /* 1/100 point; BV_NONE for a section */
  gint64 required;
  gint64 min; /* 1/100 point; BV_NONE: none */
  gint64 evidence;
  gint64 shared;      /* one piece of evidence may prove it for many */
  gint64 tie_breaker; /* BV_NONE: none */
  gint64 state;       /* BvAssessmentState, of a new nominee's assessment */
  char *assessor;     /* the code of the unit that gives the points; NULL: as the group has it */
  char **items;
  char *guide;
  GArray *due;            /* of gint64 dates */
  gint64 late_penalty;    /* 1/100 point a report */
  gint64 missing_penalty; /* 1/100 point a report */
  gint64 rule;            /* BvMeasuredRule; BV_NONE: none */
  gint64 threshold;       /* 1/10 000 */
  GPtrArray *criteria;    /* of BvCriterion: the children of a section */
} BvCriterion;

extern const BvEntity bv_criterion_entity;
extern const BvChoice bv_criterion_kinds[]; /* core/criterion-kind.h */

gboolean bv_criterion_is_leaf (const BvCriterion *criterion);
const char *bv_criterion_short_title (const BvCriterion *criterion);
guint bv_criterion_count_items (const BvCriterion *criterion);
guint bv_criterion_count_due (const BvCriterion *criterion);

G_END_DECLS
