/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"

#include "core/criterion.h"
#include "core/evidence.h"
#include "core/text/text.h"

#include <glib/gi18n-lib.h>

static const BvField report_fields[] = {
  BV_FIELD (BvReport, received, "received", DATE, N_ ("Received on"), .flags = BV_FIELD_NULLABLE),
};

const BvEntity bv_report_entity = BV_ENTITY ("report", NULL, N_ ("Report"), BvReport, report_fields);

#define QUANTITY(member, title) \
  BV_FIELD (BvResult, member, #member, QUANTITY, title, .flags = BV_FIELD_NULLABLE)

static const BvField result_fields[] = {
  BV_FIELD (BvResult,
            dimension,
            "dimension",
            INTEGER,
            N_ ("Dimension"),
            .flags = BV_FIELD_NULLABLE,
            .least = 1,
            .most = 99),
  QUANTITY (baseline, N_ ("Last result")),
  QUANTITY (result, N_ ("Result")),
  QUANTITY (target, N_ ("Target")),
  BV_FIELD (BvResult, top_group, "top_group", FLAG, N_ ("In the highest group")),
};

const BvEntity bv_result_entity = BV_ENTITY ("result", NULL, N_ ("Result"), BvResult, result_fields);

static const BvField link_fields[] = {
  BV_FIELD (BvEvidenceLink,
            evidence,
            "evidence",
            REFERENCE,
            N_ ("Evidence"),
            .flags = BV_FIELD_REQUIRED,
            .target = &bv_evidence_entity),
};

const BvEntity bv_evidence_link_entity
  = BV_ENTITY ("evidence_link", NULL, N_ ("Evidence of an assessment"), BvEvidenceLink, link_fields);

#define FIELD(member, name, type, title, ...) \
  BV_FIELD (BvAssessment, member, name, type, title, ##__VA_ARGS__)

static const BvField fields[] = {
  FIELD (criterion,
         "criterion",
         REFERENCE,
         N_ ("Criterion"),
         .flags = BV_FIELD_REQUIRED | BV_FIELD_KEY,
         .target = &bv_criterion_entity),
  FIELD (self, "self", POINTS, N_ ("Self-score"), .flags = BV_FIELD_NULLABLE),
  FIELD (verified, "verified", POINTS, N_ ("Verified score"), .flags = BV_FIELD_NULLABLE),
  FIELD (final, "final", POINTS, N_ ("Final score"), .flags = BV_FIELD_NULLABLE),
  FIELD (state, "state", CHOICE, N_ ("State"), .choices = bv_assessment_states),
  FIELD (items, "items", INTEGERS, N_ ("Items ticked"), .flags = BV_FIELD_NULLABLE, .least = 1, .most = 999),
  FIELD (passed, "passed", FLAG, N_ ("Passed"), .flags = BV_FIELD_NULLABLE),
  FIELD (received,
         "received",
         CHILDREN,
         N_ ("Reports received"),
         .flags = BV_FIELD_AS_VALUES | BV_FIELD_EMPTY_IS_NULL,
         .target = &bv_report_entity),
  FIELD (results,
         "results",
         CHILDREN,
         N_ ("Results"),
         .flags = BV_FIELD_EMPTY_IS_NULL,
         .target = &bv_result_entity),
  FIELD (explanation, "explanation", TEXT, N_ ("Explanation"), .flags = BV_FIELD_LONG),
  FIELD (note, "note", TEXT, N_ ("Note"), .flags = BV_FIELD_LONG),
  FIELD (evidence,
         "evidence",
         CHILDREN,
         N_ ("Evidence"),
         .flags = BV_FIELD_AS_VALUES,
         .target = &bv_evidence_link_entity),
};

const BvEntity bv_assessment_entity = BV_ENTITY ("assessment", NULL, N_ ("Assessment"), BvAssessment, fields);

static gboolean
has_report (const BvAssessment *assessment)
{
  for (guint i = 0; i < assessment->received->len; i++)
    if (((const BvReport *) g_ptr_array_index (assessment->received, i))->received != BV_NONE)
      return TRUE;
  return FALSE;
}

/**
 * bv_assessment_has_answer:
 * @assessment: an assessment
 *
 * Returns: whether it holds anything that the unit gave: a self-score, ticked items, results, evidence, an
 * explanation, or a report that was received; points, state and note are of who verifies
 */
gboolean
bv_assessment_has_answer (const BvAssessment *assessment)
{
  return assessment->self != BV_NONE || assessment->items != NULL || assessment->results->len > 0
         || assessment->evidence->len > 0 || !bv_text_is_blank (assessment->explanation)
         || has_report (assessment);
}
