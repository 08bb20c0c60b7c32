/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scoring/score-words.h"

#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/**
 * bv_score_words_state:
 * @state: of a cell
 *
 * Returns: (nullable): what its sign says; %NULL: it has none to be said
 */
const char *
bv_score_words_state (BvCellState state)
{
  static const char *const words[BV_N_CELL_STATES] = {
    [BV_CELL_ACCEPTED] = N_ ("accepted"),         [BV_CELL_WAITING] = N_ ("to be verified"),
    [BV_CELL_RETURNED] = N_ ("returned"),         [BV_CELL_MISSING] = N_ ("missing, overdue"),
    [BV_CELL_LATE] = N_ ("reports late"),         [BV_CELL_AWAITING] = N_ ("awaiting publication"),
    [BV_CELL_NOT_ASSIGNED] = N_ ("not assigned"),
  };

  return words[state] != NULL ? _ (words[state]) : NULL;
}

static void
append (GString *text, char *part)
{
  g_string_append_printf (text, ", %s", part);
  g_free (part);
}

static char *
write_points (gint64 points)
{
  return points != BV_NONE ? bv_wording_points (points) : g_strdup ("–");
}

static void
append_points (GString *text, const BvScoreCell *cell)
{
  g_autofree char *points = write_points (cell->points);
  g_autofree char *max = bv_wording_points (cell->leaf->max);
  g_autofree char *self = write_points (cell->self);

  if (cell->is_computed)
    /* Translators: the points of a criterion, and its maximum. */
    append (text, g_strdup_printf (_ ("computed %s of %s"), points, max));
  else
    /* Translators: the points of a criterion, and its maximum. */
    append (text, g_strdup_printf (_ ("verified %s of %s"), points, max));
  append (text, g_strdup_printf (_ ("self-score %s"), self));
}

/**
 * bv_score_words_cell:
 * @model: a sheet
 * @row: a row of it
 * @column: a column of it
 *
 * Returns: (transfer full) (nullable): the cell in a sentence, as it is heard and as the status bar says it;
 *   %NULL where there is no such cell
 */
char *
bv_score_words_cell (const BvScoreModel *model, guint row, guint column)
{
  GString *text;
  BvScoreCell cell;

  if (!bv_score_model_get_cell (model, row, column, &cell))
    return NULL;
  text = g_string_new (bv_score_model_get_entrant (model, row)->name);
  append (text, g_strdup_printf ("%s %s", cell.leaf->code, bv_criterion_short_title (cell.leaf)));
  append_points (text, &cell);
  if (bv_score_words_state (cell.state) != NULL)
    append (text, g_strdup (bv_score_words_state (cell.state)));
  if (cell.n_evidence > 0)
    append (text, g_strdup_printf (_ ("evidence: %u"), cell.n_evidence));
  if (cell.is_unproven)
    append (text, g_strdup (_ ("evidence missing")));
  return g_string_free (text, FALSE);
}

/**
 * bv_score_words_range:
 * @leaf: a leaf
 * @text: what was typed for it
 * @points: what that is in 1/100; %BV_NONE: no number
 *
 * Returns: (transfer full) (nullable): why it cannot be, with the way back; %NULL: it can
 */
char *
bv_score_words_range (const BvCriterion *leaf, const char *text, gint64 points)
{
  g_autofree char *max = bv_wording_points (leaf->max);
  g_autofree char *number = points != BV_NONE ? bv_wording_points (points) : NULL;

  if (points != BV_NONE && points >= 0 && points <= leaf->max)
    return NULL;
  if (points == BV_NONE)
    /* Translators: what was typed, and the maximum. */
    return g_strdup_printf (_ ("“%s” is no number.\nType 0 to %s · Esc: as it was"), text, max);
  if (points < 0)
    /* Translators: a negative number, and the maximum. */
    return g_strdup_printf (_ ("%s is below 0.\nType 0 to %s · Esc: as it was"), number, max);
  /* Translators: a number, and the maximum, twice. */
  return g_strdup_printf (_ ("%s is above %s.\nType 0 to %s · Esc: as it was"), number, max, max);
}
