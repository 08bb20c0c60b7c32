/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/score-fill.h"

#include "core/check-leaf.h"
#include "core/criterion-kind.h"
#include "core/text/wording.h"
#include "store/assessment-edit.h"

#include <glib/gi18n-lib.h>

/* One cell on its way to be as another. */
typedef struct
{
  const BvCriterion *leaf;
  BvAssessment *from;
  const BvCriterion *from_leaf;
  BvScoreEditColumn column;
} Step;

static gboolean
fill_points (BvAssessment *assessment, const Step *step, gint64 points, GError **error)
{
  g_autofree char *text = bv_wording_points (points);
  g_autofree char *max = bv_wording_points (step->leaf->max);

  if (points > step->leaf->max)
    return bv_check_fail (error, "", _ ("%s is above %s"), text, max);
  *bv_score_edit_find_points (assessment, step->column) = points;
  return TRUE;
}

/* What points are computed from. */
static gboolean
fill_answer (BvAssessment *assessment, const Step *step, GError **error)
{
  BvCriterionInput input = bv_criterion_input (step->leaf);
  const BvField *field = bv_entity_find_field (&bv_assessment_entity, bv_criterion_input_field (input));

  if (input != bv_criterion_input (step->from_leaf))
    return bv_check_fail (error, "", _ ("It is of another kind than the cell that it would be filled from"));
  bv_field_copy (field, assessment, step->from);
  return bv_check_assessment (assessment, step->leaf, error);
}

static gboolean
is_answered (const BvAssessment *assessment, BvCriterionInput input)
{
  const BvField *field = input != BV_INPUT_NONE
                           ? bv_entity_find_field (&bv_assessment_entity, bv_criterion_input_field (input))
                           : NULL;

  return field != NULL && !bv_field_is_default (field, assessment);
}

static gboolean
fill_cell (BvAssessment *assessment, const Step *step, GError **error)
{
  gint64 points = *bv_score_edit_find_points (step->from, step->column);
  gboolean has_answer = step->column == BV_SCORE_EDIT_VERIFIED
                        && is_answered (step->from, bv_criterion_input (step->from_leaf));

  if (!bv_score_edit_allows (assessment, step->column, error))
    return FALSE;
  if (points == BV_NONE && !has_answer)
    return bv_check_fail (error, "", _ ("There is nothing to fill it with"));
  if (points != BV_NONE ? !fill_points (assessment, step, points, error)
                        : !fill_answer (assessment, step, error))
    return FALSE;
  bv_score_edit_verify (assessment, step->column);
  return TRUE;
}

/* Says in which cell. */
static gboolean
name_cell (const BvAssessmentEdit *edit, GError **error)
{
  g_prefix_error (error, "%s, %s: ", bv_assessment_edit_get_name (edit),
                  bv_assessment_edit_get_leaf (edit)->code);
  return FALSE;
}

static BvAssessmentEdit *
read_place (BvLibrary *library, gint64 campaign, const BvScorePlace *place, GError **error)
{
  return bv_assessment_edit_new (library, campaign, place->nominee, place->criterion, error);
}

static gboolean
prepare (BvLibrary *library,
         gint64 campaign,
         const BvScoreFill *fill,
         BvScoreEditColumn column,
         GPtrArray *edits,
         GPtrArray *assessments,
         GError **error)
{
  g_autoptr (BvAssessmentEdit) source = read_place (library, campaign, &fill->from, error);
  BvAssessmentEdit *edit = source != NULL ? read_place (library, campaign, &fill->to, error) : NULL;
  g_autoptr (BvRecord) from = NULL;
  BvAssessment *assessment;
  Step step;

  if (edit == NULL)
    return FALSE;
  g_ptr_array_add (edits, edit);
  from = (BvRecord *) bv_assessment_edit_copy (source);
  assessment = bv_assessment_edit_copy (edit);
  g_ptr_array_add (assessments, assessment);
  step = (Step){ bv_assessment_edit_get_leaf (edit), (BvAssessment *) from,
                 bv_assessment_edit_get_leaf (source), column };
  return fill_cell (assessment, &step, error) || name_cell (edit, error);
}

/**
 * bv_score_fill:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @fills: (element-type BvScoreFill): at least one, each of another cell
 * @column: which points
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR, which names the cell
 *
 * Fills cells as one action: with points, or, where these are computed, with what they are computed from.
 * Whoever verifies accepts them by that.
 *
 * Returns: %FALSE with @error set, and nothing changed, where one of them cannot be filled
 */
gboolean
bv_score_fill (BvLibrary *library,
               gint64 campaign,
               const GArray *fills,
               BvScoreEditColumn column,
               GError **error)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_assessment_edit_free);
  g_autoptr (GPtrArray) assessments = g_ptr_array_new_with_free_func (bv_record_free);
  g_autofree char *label = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Fill %u score", "Fill %u scores", fills->len), fills->len);

  for (guint i = 0; i < fills->len; i++)
    if (!prepare (library, campaign, &g_array_index (fills, BvScoreFill, i), column, edits, assessments,
                  error))
      return FALSE;
  return bv_assessment_edit_write_all (edits, assessments, label, error);
}
