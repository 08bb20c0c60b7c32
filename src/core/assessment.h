/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/assessment-state.h"

G_BEGIN_DECLS

/* One due date of the schedule: received on. */
typedef struct
{
  BvRecord record;
  gint64 received; /* BV_NONE: not received */
} BvReport;

/* One measured result, of a dimension the unit leads. Quantities in 1/10 000. */
typedef struct
{
  BvRecord record;
  gint64 dimension;
  gint64 baseline;
  gint64 result;
  gint64 target;
  gint64 top_group;
} BvResult;

/* A piece of evidence that proves an assessment. */
typedef struct
{
  BvRecord record;
  char *evidence;
} BvEvidenceLink;

/**
 * BvAssessment:
 *
 * Nominee × criterion (chấm điểm). Points in 1/100.
 */
typedef struct
{
  BvRecord record;
  char *criterion; /* a code */
  gint64 self;
  gint64 verified;
  gint64 final;
  gint64 state;        /* BvAssessmentState */
  GArray *items;       /* of gint64 from 1: the ticked items; NULL: not looked at */
  gint64 passed;       /* BV_NONE: not judged */
  GPtrArray *received; /* of BvReport, one a due date, or empty */
  GPtrArray *results;  /* of BvResult */
  char *explanation;
  char *note;
  GPtrArray *evidence; /* of BvEvidenceLink */
} BvAssessment;

extern const BvEntity bv_assessment_entity;
extern const BvEntity bv_report_entity;
extern const BvEntity bv_result_entity;
extern const BvEntity bv_evidence_link_entity;

gboolean bv_assessment_has_answer (const BvAssessment *assessment);

G_END_DECLS
