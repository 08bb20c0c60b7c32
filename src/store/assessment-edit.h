/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/assessment.h"
#include "core/criterion.h"
#include "store/library.h"

G_BEGIN_DECLS

/**
 * BvAssessmentEdit:
 *
 * One assessment, read to be edited: what it costs does not grow with the campaign. Two statements read it,
 * and one row is written for one score.
 */
typedef struct _BvAssessmentEdit BvAssessmentEdit;

BvAssessmentEdit *bv_assessment_edit_new (BvLibrary *library,
                                          gint64 campaign,
                                          gint64 nominee,
                                          const char *criterion,
                                          GError **error);
BvAssessmentEdit *bv_assessment_edit_find (BvLibrary *library,
                                           gint64 campaign,
                                           const char *nominee,
                                           const char *criterion,
                                           GError **error);
void bv_assessment_edit_free (BvAssessmentEdit *edit);
gboolean bv_assessment_edit_exists (const BvAssessmentEdit *edit);
BvAssessment *bv_assessment_edit_copy (const BvAssessmentEdit *edit);
gboolean bv_assessment_edit_write (BvAssessmentEdit *edit, const BvAssessment *assessment, GError **error);
gboolean bv_assessment_edit_write_all (GPtrArray *edits,
                                       const GPtrArray *assessments,
                                       const char *label,
                                       GError **error);
const BvCriterion *bv_assessment_edit_get_leaf (const BvAssessmentEdit *edit);
const char *bv_assessment_edit_get_name (const BvAssessmentEdit *edit);
gboolean bv_assessment_edit_remove (BvAssessmentEdit *edit, GError **error);
gboolean bv_assessment_edit_attach (BvAssessmentEdit *edit, GPtrArray *evidence, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvAssessmentEdit, bv_assessment_edit_free)

G_END_DECLS
