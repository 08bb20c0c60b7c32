/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring-fixture.h"

#include "app-fixture.h"
#include "hand.h"
#include "store/edit.h"

BvScoringPage *
scoring_show (BvWindow *window)
{
  BvPage *page;

  bv_window_show_page (window, "scoring");
  fixture_settle (window);
  page = bv_window_get_visible_page (window);
  g_assert_true (bv_page_focus_part (page, BV_PAGE_MAIN));
  return BV_SCORING_PAGE (page);
}

gint64
scoring_get_nominee (BvScoringPage *page, guint row)
{
  return bv_score_model_get_entrant (bv_scoring_page_get_model (page), row)->id;
}

BvAssessment *
scoring_read_cell (BvScoringPage *page, guint row, guint column)
{
  BvSession *session = bv_page_get_session (BV_PAGE (page));
  g_autoptr (GError) error = NULL;
  BvAssessment *assessment = bv_edit_read_assessment (
    bv_session_get_library (session), bv_session_get_campaign (session), scoring_get_nominee (page, row),
    bv_score_model_get_leaf (bv_scoring_page_get_model (page), column)->code, &error);

  g_assert_no_error (error);
  return assessment;
}

/* A final score is the one that counts, and that is typed. */
void
scoring_check_cell (BvScoringPage *page, guint row, guint column, gint64 verified, BvAssessmentState state)
{
  g_autoptr (BvRecord) record = (BvRecord *) scoring_read_cell (page, row, column);
  const BvAssessment *assessment = (const BvAssessment *) record;

  g_assert_cmpint (assessment->final != BV_NONE ? assessment->final : assessment->verified, ==, verified);
  g_assert_cmpint (assessment->state, ==, state);
}

guint
scoring_find_row (BvScoringPage *page, const char *name)
{
  const BvScoreModel *model = bv_scoring_page_get_model (page);

  for (guint i = 0; i < bv_score_model_count_rows (model); i++)
    if (g_str_equal (bv_score_model_get_entrant (model, i)->name, name))
      return i;
  g_error ("no row is named %s", name);
}

void
scoring_check_cursor (BvScoringPage *page, guint row, guint column)
{
  BvScoreSpot spot = bv_score_sheet_get_cursor (bv_scoring_page_get_sheet (page));

  g_assert_cmpuint (spot.row, ==, row);
  g_assert_cmpuint (spot.column, ==, column);
}

/* A key a letter: the first replaces what is there. */
void
scoring_type (const char *text)
{
  hand_press (gdk_unicode_to_keyval (g_utf8_get_char (text)), 0);
  if (*g_utf8_next_char (text) != '\0')
    hand_type (g_utf8_next_char (text));
}

void
scoring_undo (BvWindow *window)
{
  fixture_undo (window);
  fixture_settle (window);
  /* Who is there stays: the sheet shows what it was about. */
  g_assert_cmpstr (bv_page_get_info (bv_window_get_visible_page (window))->key, ==, "scoring");
}
