/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scoring/score-words.h"
#include "app/scoring/scoring-page-private.h"
#include "core/criterion-kind.h"
#include "core/form/short-answer.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/* As many reasons for returning a score are offered. */
#define REASONS 5

/* Whether a cell is one of those that something is to be done with. */
typedef gboolean (*CellFunc) (const BvScoreCell *cell);

static gboolean
is_to_be_accepted (const BvScoreCell *cell)
{
  gboolean has_points = !cell->is_typed || cell->self != BV_NONE || cell->points != BV_NONE;

  return (cell->waits || cell->state == BV_CELL_RETURNED) && has_points;
}

static gboolean
is_waiting (const BvScoreCell *cell)
{
  return cell->waits && is_to_be_accepted (cell);
}

static gboolean
can_be_returned (const BvScoreCell *cell)
{
  return cell->state != BV_CELL_NOT_ASSIGNED && cell->state != BV_CELL_AWAITING
         && cell->state != BV_CELL_EMPTY;
}

/* Room-private. Leaves are those of a ranking, and it may be another before a question is answered. */
BvScorePlace
bv_scoring_page_find_place (BvScoringPage *page, guint row, guint column)
{
  return (BvScorePlace){ bv_score_model_get_entrant (page->model, row)->id,
                         g_intern_string (bv_score_model_get_leaf (page->model, column)->code) };
}

/* @spots: (out): the same cells, by where they are */
static GArray *
list_places (BvScoringPage *self, const BvScoreBlock *block, CellFunc is_wanted, GArray *spots)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (BvScorePlace));
  BvScoreCell cell;

  for (guint column = block->first.column; column <= block->last.column; column++)
    for (guint row = block->first.row; row <= block->last.row; row++)
      if (bv_score_model_get_cell (self->model, row, column, &cell) && is_wanted (&cell))
        {
          BvScorePlace place = bv_scoring_page_find_place (self, row, column);
          BvScoreSpot spot = { row, column };

          g_array_append_val (places, place);
          g_array_append_val (spots, spot);
        }
  return places;
}

static gboolean
is_single (const BvScoreBlock *block)
{
  return block->first.row == block->last.row && block->first.column == block->last.column;
}

/* Says what went wrong where that is said. */
static gboolean
settle (BvScoringPage *self, gboolean done, const GError *error)
{
  if (done)
    bv_scoring_page_show_written (self);
  else
    bv_session_report (bv_page_get_session (BV_PAGE (self)), error);
  return done;
}

static void
expect (BvScoringPage *self, guint row, guint column, BvScoreEditColumn which, gint64 points)
{
  BvScoreCell cell;

  bv_score_model_get_cell (self->model, row, column, &cell);
  bv_score_model_expect_points (self->model, row, column, which == BV_SCORE_EDIT_SELF, points);
  if (which == BV_SCORE_EDIT_VERIFIED && points != BV_NONE
      && (cell.state == BV_CELL_WAITING || cell.state == BV_CELL_RETURNED || cell.state == BV_CELL_EMPTY))
    bv_score_model_expect_state (self->model, row, column, BV_ASSESSMENT_ACCEPTED);
}

/* What points are computed from is an answer, and so is that there are none. */
static gboolean
is_points (BvScoringPage *self, guint column, const char *text)
{
  BvAssessmentState state;

  return bv_criterion_kind (bv_score_model_get_leaf (self->model, column))->compute == NULL
         && !bv_short_answer_read_state (text, &state);
}

/* Room-private: writes what was typed in a cell; returns why it cannot be, NULL where it was. */
char *
bv_scoring_page_write (BvScoringPage *page, guint row, guint column, const char *text)
{
  BvLibrary *library = bv_scoring_page_open (page);
  BvSession *session = bv_page_get_session (BV_PAGE (page));
  BvScoreEditColumn which = bv_score_sheet_get_column (page->sheet);
  BvScorePlace place = bv_scoring_page_find_place (page, row, column);
  g_autoptr (GError) error = NULL;
  gint64 points = BV_NONE;

  if (!is_points (page, column, text))
    return bv_scoring_page_answer (page, row, column, text);
  if (*text != '\0')
    {
      char *message;

      points = bv_wording_parse_points (text, NULL);
      message = bv_score_words_range (bv_score_model_get_leaf (page->model, column), text, points);
      if (message != NULL)
        return message;
    }
  if (library == NULL)
    return g_strdup (page->hint);
  if (!bv_score_edit_type (library, bv_session_get_campaign (session), &place, which, points, &error))
    return g_strdup (error->message);
  expect (page, row, column, which, points);
  bv_scoring_page_show_written (page);
  return NULL;
}

static void
say_rest (BvScoringPage *self)
{
  BvSession *session = bv_page_get_session (BV_PAGE (self));
  gint64 chosen = bv_tabs_get_chosen (self->tabs);
  const BvCampaign *head = bv_session_get_head (session);

  for (guint i = 0; head != NULL && i < head->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (head->groups, i);
      guint n = bv_score_model_count_waiting (bv_session_get_proposal (session), group->record.id);

      if (group->record.id == chosen || n == 0)
        continue;
      /* Translators: a number, and the name of a group. */
      bv_scoring_page_say (
        self, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Nothing waits here. %u cell waits in %s",
                                            "Nothing waits here. %u cells wait in %s", n),
                               n, group->name));
      return;
    }
  bv_scoring_page_say (self, g_strdup (_ ("Nothing waits any more")));
}

static void
go_to_waiting (BvScoringPage *self, int step)
{
  BvScoreSpot spot = bv_score_sheet_get_cursor (self->sheet);

  if (bv_score_model_step_waiting (self->model, &spot.row, &spot.column, step))
    bv_score_sheet_go (self->sheet, spot.row, spot.column);
  else
    say_rest (self);
}

void
bv_scoring_page_go_to_next (BvPage *page)
{
  if (bv_score_sheet_commit (BV_SCORING_PAGE (page)->sheet))
    go_to_waiting (BV_SCORING_PAGE (page), 1);
}

void
bv_scoring_page_go_to_previous (BvPage *page)
{
  if (bv_score_sheet_commit (BV_SCORING_PAGE (page)->sheet))
    go_to_waiting (BV_SCORING_PAGE (page), -1);
}

static guint
count_unproven (BvScoringPage *self, const GArray *spots)
{
  BvScoreCell cell;
  guint n = 0;

  for (guint i = 0; i < spots->len; i++)
    {
      const BvScoreSpot *spot = &g_array_index (spots, BvScoreSpot, i);

      n += bv_score_model_get_cell (self->model, spot->row, spot->column, &cell) && cell.is_unproven;
    }
  return n;
}

static gboolean
is_same_block (const BvScoreBlock *a, const BvScoreBlock *b)
{
  return a->first.row == b->first.row && a->first.column == b->first.column && a->last.row == b->last.row
         && a->last.column == b->last.column;
}

/* What lacks evidence is accepted only by who was told so. */
static gboolean
warn (BvScoringPage *self, const BvScoreBlock *block, const GArray *spots)
{
  guint n = count_unproven (self, spots);
  gboolean knows = self->was_warned && is_same_block (&self->warned, block);

  if (n == 0 || knows)
    return FALSE;
  if (is_single (block))
    bv_scoring_page_say (self, g_strdup (_ ("Evidence is missing: Ctrl+Enter again accepts all the same")));
  else
    bv_scoring_page_say (
      self, g_strdup_printf (_ ("Of %u scores %u lack evidence: Ctrl+Enter again accepts all the same"),
                             spots->len, n));
  self->warned = *block;
  self->was_warned = TRUE;
  return TRUE;
}

static void
expect_accepted (BvScoringPage *self, const GArray *spots)
{
  for (guint i = 0; i < spots->len; i++)
    {
      const BvScoreSpot *spot = &g_array_index (spots, BvScoreSpot, i);
      BvScoreCell cell;

      bv_score_model_get_cell (self->model, spot->row, spot->column, &cell);
      if (cell.is_typed && cell.verified == BV_NONE && cell.final == BV_NONE)
        bv_score_model_expect_points (self->model, spot->row, spot->column, FALSE, cell.self);
      bv_score_model_expect_state (self->model, spot->row, spot->column, BV_ASSESSMENT_ACCEPTED);
    }
}

static gboolean
accept (BvScoringPage *self, const BvScoreBlock *block, CellFunc is_wanted)
{
  BvLibrary *library = bv_scoring_page_open (self);
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (BvScoreSpot));
  g_autoptr (GArray) places = list_places (self, block, is_wanted, spots);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (library == NULL || places->len == 0 || warn (self, block, spots))
    return FALSE;
  done = bv_score_edit_accept (library, bv_session_get_campaign (bv_page_get_session (BV_PAGE (self))),
                               places, &error);
  if (done)
    expect_accepted (self, spots);
  return settle (self, done, error);
}

/* Why there is nothing to be accepted; NULL: it is accepted already. */
static const char *
explain_nothing (const BvScoreCell *cell)
{
  switch (cell->state)
    {
    case BV_CELL_NOT_ASSIGNED:
      return _ ("Not assigned: there is nothing to accept");
    case BV_CELL_AWAITING:
      return _ ("Its result awaits publication: there is nothing to accept yet");
    case BV_CELL_ACCEPTED:
    case BV_CELL_LATE:
      return NULL;
    default:
      return cell->is_typed && cell->self == BV_NONE
               ? _ ("There is no self-score: type the points")
               : _ ("Nothing was given yet: there is nothing to accept");
    }
}

static void
accept_one (BvScoringPage *self, const BvScoreBlock *block)
{
  BvScoreCell cell;

  bv_score_model_get_cell (self->model, block->first.row, block->first.column, &cell);
  if (is_to_be_accepted (&cell))
    {
      if (accept (self, block, is_to_be_accepted))
        go_to_waiting (self, 1);
    }
  else if (explain_nothing (&cell) != NULL)
    bv_scoring_page_say (self, g_strdup (explain_nothing (&cell)));
  else
    go_to_waiting (self, 1);
}

void
bv_scoring_page_accept (BvPage *page)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);
  BvScoreBlock block = bv_score_sheet_get_block (self->sheet);
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (BvScoreSpot));
  g_autoptr (GArray) places = NULL;

  if (!bv_score_sheet_commit (self->sheet))
    return;
  if (is_single (&block))
    {
      accept_one (self, &block);
      return;
    }
  places = list_places (self, &block, is_waiting, spots);
  if (places->len == 0)
    bv_scoring_page_say (self, g_strdup (_ ("None of the selected cells waits")));
  else
    accept (self, &block, is_waiting);
}

/* Rows may be others than when it was asked. */
static void
expect_returned (BvScoringPage *self)
{
  for (guint i = 0; i < self->returning->len; i++)
    {
      const BvScorePlace *place = &g_array_index (self->returning, BvScorePlace, i);
      BvScoreSpot spot;

      if (bv_score_model_find_row (self->model, place->nominee, &spot.row)
          && bv_score_model_find_column (self->model, place->criterion, &spot.column))
        bv_score_model_expect_state (self->model, spot.row, spot.column, BV_ASSESSMENT_RETURNED);
    }
}

static void
returned_cb (BvScoringPage *self, const char *reason)
{
  BvLibrary *library = bv_scoring_page_open (self);
  gint64 campaign = bv_session_get_campaign (bv_page_get_session (BV_PAGE (self)));
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (library == NULL || self->returning == NULL)
    return;
  done = bv_score_edit_return (library, campaign, self->returning, reason, &error);
  if (done)
    expect_returned (self);
  settle (self, done, error);
}

static char *
name_returned (BvScoringPage *self, const GArray *spots)
{
  const BvScoreSpot *spot = &g_array_index (spots, BvScoreSpot, 0);
  const BvCriterion *leaf = bv_score_model_get_leaf (self->model, spot->column);
  guint n = spots->len;

  if (n > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Return %u score", "Return %u scores", n), n);
  /* Translators: the name of a nominee, the code of a criterion. */
  return g_strdup_printf (_ ("Return %s, criterion %s"),
                          bv_score_model_get_entrant (self->model, spot->row)->name, leaf->code);
}

/* Room-private: where the cell is in which one is, in pixels of the page. */
GdkRectangle
bv_scoring_page_get_place (BvScoringPage *page)
{
  GdkRectangle place = bv_score_sheet_get_place (page->sheet);
  double x, y;

  gtk_widget_translate_coordinates (GTK_WIDGET (page->sheet), GTK_WIDGET (page), place.x, place.y, &x, &y);
  place.x = (int) x;
  place.y = (int) y;
  return place;
}

static void
ask_reason (BvScoringPage *self, const GArray *spots)
{
  BvSession *session = bv_page_get_session (BV_PAGE (self));
  g_autoptr (GPtrArray) reasons = bv_score_edit_list_reasons (
    bv_session_get_library (session), bv_session_get_campaign (session), REASONS, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *title = name_returned (self, spots);
  GdkRectangle place = bv_scoring_page_get_place (self);

  if (self->popover == NULL)
    {
      self->popover = bv_return_popover_new (GTK_WIDGET (self));
      g_signal_connect_object (self->popover, "returned", G_CALLBACK (returned_cb), self, G_CONNECT_SWAPPED);
    }
  bv_return_popover_ask (BV_RETURN_POPOVER (self->popover), title, reasons != NULL ? reasons : none, &place);
}

void
bv_scoring_page_return (BvPage *page)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);
  BvScoreBlock block = bv_score_sheet_get_block (self->sheet);
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (BvScoreSpot));

  if (!bv_score_sheet_commit (self->sheet) || bv_scoring_page_open (self) == NULL)
    return;
  g_clear_pointer (&self->returning, g_array_unref);
  self->returning = list_places (self, &block, can_be_returned, spots);
  if (self->returning->len == 0)
    bv_scoring_page_say (self, g_strdup (_ ("Nothing was given yet: there is nothing to return")));
  else
    ask_reason (self, spots);
}

static gboolean
has_verified (const BvScoreCell *cell)
{
  return cell->is_typed && (cell->verified != BV_NONE || cell->final != BV_NONE);
}

static gboolean
has_self (const BvScoreCell *cell)
{
  return cell->is_typed && cell->self != BV_NONE;
}

void
bv_scoring_page_clear (BvPage *page)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);
  BvScoreBlock block = bv_score_sheet_get_block (self->sheet);
  BvScoreEditColumn which = bv_score_sheet_get_column (self->sheet);
  gint64 campaign = bv_session_get_campaign (bv_page_get_session (page));
  BvLibrary *library = bv_scoring_page_open (self);
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (BvScoreSpot));
  g_autoptr (GArray) places
    = list_places (self, &block, which == BV_SCORE_EDIT_SELF ? has_self : has_verified, spots);
  g_autoptr (GError) error = NULL;

  gboolean done;

  if (library == NULL || places->len == 0)
    return;
  done = bv_score_edit_clear (library, campaign, places, which, &error);
  for (guint i = 0; done && i < spots->len; i++)
    bv_score_model_expect_points (self->model, g_array_index (spots, BvScoreSpot, i).row,
                                  g_array_index (spots, BvScoreSpot, i).column, which == BV_SCORE_EDIT_SELF,
                                  BV_NONE);
  settle (self, done, error);
}
