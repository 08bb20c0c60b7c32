/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/score-edit.h"

#include "core/check-error.h"
#include "core/criterion-kind.h"
#include "core/form/short-answer.h"
#include "core/text/wording.h"
#include "store/assessment-edit.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* Those that were given most often first; of these the one that sorts first. */
#define REASONS                                                              \
  "SELECT a.note FROM assessment a JOIN nominee n ON n.id = a.nominee "      \
  "WHERE n.campaign = ?1 AND a.state = ?2 AND a.note <> '' GROUP BY a.note " \
  "ORDER BY count (*) DESC, a.note LIMIT ?3"

/* Several assessments on their way to be others. */
typedef struct
{
  GPtrArray *edits;       /* of BvAssessmentEdit */
  GPtrArray *assessments; /* of BvAssessment, as the edits */
} Batch;

static void
batch_init (Batch *batch)
{
  batch->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_assessment_edit_free);
  batch->assessments = g_ptr_array_new_with_free_func (bv_record_free);
}

static void
batch_clear (Batch *batch)
{
  g_ptr_array_unref (batch->edits);
  g_ptr_array_unref (batch->assessments);
}

static gboolean
batch_read (Batch *batch, BvLibrary *library, gint64 campaign, const GArray *places, GError **error)
{
  for (guint i = 0; i < places->len; i++)
    {
      const BvScorePlace *place = &g_array_index (places, BvScorePlace, i);
      BvAssessmentEdit *edit
        = bv_assessment_edit_new (library, campaign, place->nominee, place->criterion, error);

      if (edit == NULL)
        return FALSE;
      g_ptr_array_add (batch->edits, edit);
      g_ptr_array_add (batch->assessments, bv_assessment_edit_copy (edit));
    }
  return TRUE;
}

static const char *
batch_get_name (const Batch *batch, guint index)
{
  return bv_assessment_edit_get_name (g_ptr_array_index (batch->edits, index));
}

/**
 * bv_score_edit_find_points:
 * @assessment: an assessment
 * @column: which of its points
 *
 * Returns: (transfer none): where they are, 1/100 or %BV_NONE
 */
gint64 *
bv_score_edit_find_points (BvAssessment *assessment, BvScoreEditColumn column)
{
  if (column == BV_SCORE_EDIT_SELF)
    return &assessment->self;
  return assessment->final != BV_NONE ? &assessment->final : &assessment->verified;
}

static gboolean
is_undecided (const BvAssessment *assessment)
{
  return assessment->state == BV_ASSESSMENT_PENDING || assessment->state == BV_ASSESSMENT_RETURNED;
}

/**
 * bv_score_edit_verify:
 * @assessment: an assessment that was given something
 * @column: in which column
 *
 * Whoever verifies what waits, or was returned, accepts it by that.
 */
void
bv_score_edit_verify (BvAssessment *assessment, BvScoreEditColumn column)
{
  if (column == BV_SCORE_EDIT_VERIFIED && is_undecided (assessment))
    assessment->state = BV_ASSESSMENT_ACCEPTED;
}

/**
 * bv_score_edit_allows:
 * @assessment: an assessment
 * @column: which of its points
 * @error: return location for a %BV_CHECK_ERROR
 *
 * Returns: whether it can be given points; %FALSE with @error set where it is not assigned, or where its
 * result is still to be published, and nobody can verify it
 */
gboolean
bv_score_edit_allows (const BvAssessment *assessment, BvScoreEditColumn column, GError **error)
{
  if (assessment->state == BV_ASSESSMENT_NOT_ASSIGNED)
    return bv_check_fail (error, "", _ ("This criterion is not assigned to the nominee.\nF2 opens it"));
  if (assessment->state == BV_ASSESSMENT_AWAITING_PUBLICATION && column == BV_SCORE_EDIT_VERIFIED)
    return bv_check_fail (error, "", _ ("Its result awaits publication.\nF2 opens it"));
  return TRUE;
}

/**
 * bv_score_edit_type:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @place: a cell
 * @column: which of its points
 * @points: 1/100, or %BV_NONE to take them away
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Sets points. Whoever verifies a score that waits, or was returned, accepts it by that.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_score_edit_type (BvLibrary *library,
                    gint64 campaign,
                    const BvScorePlace *place,
                    BvScoreEditColumn column,
                    gint64 points,
                    GError **error)
{
  g_autoptr (BvAssessmentEdit) edit
    = bv_assessment_edit_new (library, campaign, place->nominee, place->criterion, error);
  g_autoptr (BvRecord) record = edit != NULL ? (BvRecord *) bv_assessment_edit_copy (edit) : NULL;
  BvAssessment *assessment = (BvAssessment *) record;

  if (edit == NULL || (points != BV_NONE && !bv_score_edit_allows (assessment, column, error)))
    return FALSE;
  *bv_score_edit_find_points (assessment, column) = points;
  if (points != BV_NONE)
    bv_score_edit_verify (assessment, column);
  return bv_assessment_edit_write (edit, assessment, error);
}

/* What was published awaits that no more. */
static gboolean
take_answer (BvAssessment *assessment,
             const BvCriterion *leaf,
             BvScoreEditColumn column,
             const char *text,
             GError **error)
{
  BvAssessmentState state;

  if (!bv_short_answer_read_state (text, &state))
    {
      if (assessment->state == BV_ASSESSMENT_AWAITING_PUBLICATION)
        assessment->state = BV_ASSESSMENT_PENDING;
      if (!bv_score_edit_allows (assessment, column, error))
        return FALSE;
    }
  if (!bv_short_answer_read (text, leaf, assessment, error))
    return FALSE;
  bv_score_edit_verify (assessment, column);
  return TRUE;
}

/**
 * bv_score_edit_answer:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @place: a cell
 * @column: where it is typed
 * @text: a short answer: what the points are computed from, or for any kind that it is not assigned, or
 * awaits publication
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Takes the answer. Whoever verifies accepts it by that.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_score_edit_answer (BvLibrary *library,
                      gint64 campaign,
                      const BvScorePlace *place,
                      BvScoreEditColumn column,
                      const char *text,
                      GError **error)
{
  g_autoptr (BvAssessmentEdit) edit
    = bv_assessment_edit_new (library, campaign, place->nominee, place->criterion, error);
  g_autoptr (BvRecord) record = edit != NULL ? (BvRecord *) bv_assessment_edit_copy (edit) : NULL;

  return edit != NULL
         && take_answer ((BvAssessment *) record, bv_assessment_edit_get_leaf (edit), column, text, error)
         && bv_assessment_edit_write (edit, (BvAssessment *) record, error);
}

/* Points, or what they are computed from; who chooses a state has said it. */
static gboolean
is_given_more (const BvAssessment *before, const BvAssessment *after)
{
  static const char *const given[] = { "verified", "final", "passed", "items", "received", "results" };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (!bv_field_equal (bv_entity_find_field (&bv_assessment_entity, given[i]), before, after))
      return before->state == after->state;
  return FALSE;
}

/**
 * bv_score_edit_replace:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @place: a cell
 * @column: where it is edited
 * @assessment: what it is to be
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Writes all of a score as one action. Whoever verifies, and gives more than a note, accepts it by that where
 * he chose no state.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_score_edit_replace (BvLibrary *library,
                       gint64 campaign,
                       const BvScorePlace *place,
                       BvScoreEditColumn column,
                       const BvAssessment *assessment,
                       GError **error)
{
  g_autoptr (BvAssessmentEdit) edit
    = bv_assessment_edit_new (library, campaign, place->nominee, place->criterion, error);
  g_autoptr (BvRecord) before = edit != NULL ? (BvRecord *) bv_assessment_edit_copy (edit) : NULL;
  g_autoptr (BvRecord) record = bv_record_copy (assessment);
  BvAssessment *after = (BvAssessment *) record;

  if (edit == NULL)
    return FALSE;
  bv_short_answer_complete_reports (after, bv_assessment_edit_get_leaf (edit));
  if (is_given_more ((BvAssessment *) before, after))
    bv_score_edit_verify (after, column);
  return bv_assessment_edit_write (edit, after, error);
}

/* What is done to each of several scores, and what the journal says of all. */
typedef struct
{
  void (*change) (BvAssessment *assessment, const BvCriterion *leaf, gpointer data);
  char *(*describe) (const Batch *batch, gpointer data);
} Change;

/* As one action. */
static gboolean
change_all (BvLibrary *library,
            gint64 campaign,
            const GArray *places,
            const Change *change,
            gpointer data,
            GError **error)
{
  g_autofree char *label = NULL;
  Batch batch;
  gboolean ok;

  batch_init (&batch);
  ok = batch_read (&batch, library, campaign, places, error);
  for (guint i = 0; ok && i < places->len; i++)
    change->change (g_ptr_array_index (batch.assessments, i),
                    bv_assessment_edit_get_leaf (g_ptr_array_index (batch.edits, i)), data);
  label = ok ? change->describe (&batch, data) : NULL;
  ok = ok && bv_assessment_edit_write_all (batch.edits, batch.assessments, label, error);
  batch_clear (&batch);
  return ok;
}

static void
clear (BvAssessment *assessment, const BvCriterion *leaf, gpointer column)
{
  *bv_score_edit_find_points (assessment, *(const BvScoreEditColumn *) column) = BV_NONE;
}

static char *
describe_clearing (const Batch *batch, gpointer data)
{
  guint n = batch->edits->len;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Clear %u score", "Clear %u scores", n), n);
}

/**
 * bv_score_edit_clear:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @places: (element-type BvScorePlace): at least one cell
 * @column: which of their points
 * @error: return location for a %BV_STORE_ERROR
 *
 * Takes points away; the states stay.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_score_edit_clear (BvLibrary *library,
                     gint64 campaign,
                     const GArray *places,
                     BvScoreEditColumn column,
                     GError **error)
{
  static const Change clearing = { clear, describe_clearing };

  return change_all (library, campaign, places, &clearing, &column, error);
}

/* What people give points for is as they say themselves; what is computed stays so. */
static void
accept (BvAssessment *assessment, const BvCriterion *leaf, gpointer data)
{
  if (assessment->verified == BV_NONE && assessment->final == BV_NONE
      && bv_criterion_kind (leaf)->compute == NULL)
    assessment->verified = assessment->self;
  assessment->state = BV_ASSESSMENT_ACCEPTED;
}

static char *
describe_acceptance (const Batch *batch, gpointer data)
{
  const BvAssessment *first = g_ptr_array_index (batch->assessments, 0);
  gint64 points = first->final != BV_NONE ? first->final : first->verified;
  g_autofree char *words = points != BV_NONE ? bv_wording_points (points) : NULL;

  if (batch->edits->len > 1)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Accept %u score", "Accept %u scores", batch->edits->len),
      batch->edits->len);
  /* Translators: points, the name of a nominee, the code of a criterion. */
  return words != NULL
           ? g_strdup_printf (_ ("Accept %s for %s, criterion %s"), words, batch_get_name (batch, 0),
                              first->criterion)
           /* Translators: the name of a nominee, the code of a criterion. */
           : g_strdup_printf (_ ("Accept %s, criterion %s"), batch_get_name (batch, 0), first->criterion);
}

/**
 * bv_score_edit_accept:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @places: (element-type BvScorePlace): at least one cell
 * @error: return location for a %BV_STORE_ERROR
 *
 * Accepts the scores as one action: points that people give are verified as they are claimed, where nobody
 * verified them otherwise.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_score_edit_accept (BvLibrary *library, gint64 campaign, const GArray *places, GError **error)
{
  static const Change acceptance = { accept, describe_acceptance };

  return change_all (library, campaign, places, &acceptance, NULL, error);
}

static void
give_back (BvAssessment *assessment, const BvCriterion *leaf, gpointer reason)
{
  assessment->state = BV_ASSESSMENT_RETURNED;
  g_free (assessment->note);
  assessment->note = g_strdup (reason);
}

static char *
describe_return (const Batch *batch, gpointer data)
{
  const char *reason = data;
  const BvAssessment *first = g_ptr_array_index (batch->assessments, 0);

  if (batch->edits->len > 1)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Return %u score: %s", "Return %u scores: %s", batch->edits->len),
      batch->edits->len, reason);
  /* Translators: the name of a nominee, the code of a criterion, a reason. */
  return g_strdup_printf (_ ("Return %s, criterion %s: %s"), batch_get_name (batch, 0), first->criterion,
                          reason);
}

/**
 * bv_score_edit_return:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @places: (element-type BvScorePlace): at least one cell
 * @reason: why, which becomes their note
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns the scores to those who claim them, as one action. The points stay as they are.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_score_edit_return (BvLibrary *library,
                      gint64 campaign,
                      const GArray *places,
                      const char *reason,
                      GError **error)
{
  static const Change returning = { give_back, describe_return };

  return change_all (library, campaign, places, &returning, (gpointer) reason, error);
}

/**
 * bv_score_edit_list_reasons:
 * @library: a library
 * @campaign: a campaign's row
 * @n: how many at most
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type utf8) (nullable): why scores were returned, the most frequent first;
 *   %NULL with @error set on failure
 */
GPtrArray *
bv_score_edit_list_reasons (BvLibrary *library, gint64 campaign, guint n, GError **error)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = bv_statement_new (library, REASONS, error);
  int result;

  if (statement == NULL)
    return NULL;
  bv_statement_bind_number (statement, 1, campaign);
  bv_statement_bind_text (statement, 2, bv_assessment_states[BV_ASSESSMENT_RETURNED].name);
  bv_statement_bind_number (statement, 3, n);
  while ((result = bv_statement_step (library, statement)) == SQLITE_ROW)
    g_ptr_array_add (reasons, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  if (!bv_statement_finish (library, statement, result, error))
    return NULL;
  return g_steal_pointer (&reasons);
}
