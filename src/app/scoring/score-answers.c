/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/score-tools/answer-popover.h"
#include "app/scoring/scoring-page-private.h"
#include "core/criterion-kind.h"
#include "core/form/short-answer.h"
#include "store/edit.h"

#include <glib/gi18n-lib.h>

/* What the page does with cells that are given more than points. */

static BvAssessment *
read_cell (BvScoringPage *self, const BvScorePlace *place, GError **error)
{
  BvSession *session = bv_page_get_session (BV_PAGE (self));

  return bv_edit_read_assessment (bv_session_get_library (session), bv_session_get_campaign (session),
                                  place->nominee, place->criterion, error);
}

/* Room-private: shows what stands in a cell now, which the next ranking will know. */
void
bv_scoring_page_expect_written (BvScoringPage *page, const BvScorePlace *place)
{
  g_autoptr (BvRecord) record = (BvRecord *) read_cell (page, place, NULL);
  const BvAssessment *assessment = (const BvAssessment *) record;
  BvScoreSpot spot;

  if (record == NULL || !bv_score_model_find_row (page->model, place->nominee, &spot.row)
      || !bv_score_model_find_column (page->model, place->criterion, &spot.column))
    return;
  bv_score_model_expect_points (page->model, spot.row, spot.column, TRUE, assessment->self);
  bv_score_model_expect_points (page->model, spot.row, spot.column, FALSE,
                                assessment->final != BV_NONE ? assessment->final : assessment->verified);
  bv_score_model_expect_state (page->model, spot.row, spot.column, assessment->state);
}

/* Room-private: writes a short answer that was typed in a cell; returns why it cannot be, NULL where it was.
 */
char *
bv_scoring_page_answer (BvScoringPage *page, guint row, guint column, const char *text)
{
  BvLibrary *library = bv_scoring_page_open (page);
  BvSession *session = bv_page_get_session (BV_PAGE (page));
  BvScorePlace place = bv_scoring_page_find_place (page, row, column);
  g_autoptr (GError) error = NULL;

  if (*text == '\0')
    return NULL;
  if (library == NULL)
    return g_strdup (page->hint);
  if (!bv_score_edit_answer (library, bv_session_get_campaign (session), &place,
                             bv_score_sheet_get_column (page->sheet), text, &error))
    return g_strdup (error->message);
  bv_scoring_page_expect_written (page, &place);
  bv_scoring_page_show_written (page);
  return NULL;
}

/* Room-private: what is typed as it is understood so far, else how it is typed; NULL: points are typed. */
char *
bv_scoring_page_explain (BvScoringPage *page, guint row, guint column, const char *text)
{
  const BvCriterion *leaf = bv_score_model_get_leaf (page->model, column);
  g_autoptr (BvRecord) record = bv_record_new (&bv_assessment_entity);
  BvAssessment *assessment = (BvAssessment *) record;
  g_autofree char *example = NULL;

  if (bv_criterion_kind (leaf)->compute == NULL
      && !bv_short_answer_read_state (text, &(BvAssessmentState){ 0 }))
    return NULL;
  if (bv_short_answer_read (text, leaf, assessment, NULL))
    return bv_short_answer_describe (assessment, leaf);
  example = bv_short_answer_write_example (leaf);
  /* Translators: one or two examples of what is typed. */
  return g_strdup_printf (_ ("Type %s"), example);
}

static gboolean
answered_cb (BvScoringPage *self, const BvAssessment *assessment)
{
  BvLibrary *library = bv_scoring_page_open (self);
  BvSession *session = bv_page_get_session (BV_PAGE (self));
  BvScorePlace place = { self->answering, assessment->criterion };
  g_autoptr (GError) error = NULL;

  if (library == NULL
      || !bv_score_edit_replace (library, bv_session_get_campaign (session), &place,
                                 bv_score_sheet_get_column (self->sheet), assessment, &error))
    {
      bv_answer_popover_refuse (BV_ANSWER_POPOVER (self->answer_popover),
                                error != NULL ? error->message : self->hint);
      return FALSE;
    }
  bv_scoring_page_expect_written (self, &place);
  bv_scoring_page_show_written (self);
  return TRUE;
}

/* Room-private: opens all that is given to a score beside its cell. */
void
bv_scoring_page_open_answer (BvScoringPage *page, guint row, guint column)
{
  BvScorePlace place = bv_scoring_page_find_place (page, row, column);
  const BvCriterion *leaf = bv_score_model_get_leaf (page->model, column);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) record = NULL;
  g_autofree char *title = NULL;
  GdkRectangle rectangle = bv_scoring_page_get_place (page);

  if (bv_scoring_page_open (page) == NULL)
    return;
  record = (BvRecord *) read_cell (page, &place, &error);
  if (record == NULL)
    {
      bv_session_report (bv_page_get_session (BV_PAGE (page)), error);
      return;
    }
  if (page->answer_popover == NULL)
    {
      page->answer_popover = bv_answer_popover_new (GTK_WIDGET (page));
      g_signal_connect_object (page->answer_popover, "answered", G_CALLBACK (answered_cb), page,
                               G_CONNECT_SWAPPED);
    }
  page->answering = place.nominee;
  title = g_strdup_printf ("%s · %s %s", bv_score_model_get_entrant (page->model, row)->name, leaf->code,
                           bv_criterion_short_title (leaf));
  bv_answer_popover_ask (BV_ANSWER_POPOVER (page->answer_popover), title, leaf, (const BvAssessment *) record,
                         &rectangle);
}
