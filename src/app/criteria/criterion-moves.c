/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/criteria/criterion-moves.h"

#include "app/rules/loss-question.h"
#include "core/tree/criterion-tree.h"
#include "store/tree/consequence-reader.h"
#include "store/tree/criteria-edit.h"

#include <glib/gi18n-lib.h>

/* A criterion that goes elsewhere. */
typedef struct
{
  BvSession *session;
  GArray *criteria; /* of gint64 */
  BvCriterionPlace place;
  BvCriterionAdditionFunc moved; /* NULL: nobody hears of it */
  gpointer data;                 /* an object, which is held; NULL: none */
} Move;

static Move *
move_new (BvSession *session, gint64 criterion, const BvCriterionPlace *place)
{
  Move *move = g_new (Move, 1);

  *move = (Move){ g_object_ref (session), g_array_new (FALSE, FALSE, sizeof (gint64)), *place, NULL, NULL };
  g_array_append_val (move->criteria, criterion);
  return move;
}

static void
move_free (gpointer data)
{
  Move *move = data;

  g_object_unref (move->session);
  g_array_unref (move->criteria);
  g_clear_object (&move->data);
  g_free (move);
}

static gboolean
do_move (const Move *move, BvMend mend)
{
  g_autoptr (GError) error = NULL;

  if (bv_criteria_edit_move (bv_session_get_library (move->session), bv_session_get_campaign (move->session),
                             move->criteria, &move->place, mend, &error))
    {
      if (move->moved != NULL)
        move->moved (g_array_index (move->criteria, gint64, 0), move->data);
      return TRUE;
    }
  bv_session_report (move->session, error);
  return FALSE;
}

static void
move_all (gpointer data)
{
  do_move (data, BV_MEND_DROP);
}

/**
 * bv_criterion_moves_step:
 * @session: a session whose campaign can be changed
 * @criterion: a criterion's row
 * @step: where it goes
 *
 * Moves it one step within its group, with all below it; answers stay with it.
 *
 * Returns: whether there was a place, and it stands there now
 */
gboolean
bv_criterion_moves_step (BvSession *session, gint64 criterion, BvTreeStep step)
{
  BvCriterionPlace place;
  Move *move;
  gboolean moved;

  if (!bv_criterion_place_step (bv_session_get_head (session)->groups, criterion, step, &place))
    return FALSE;
  move = move_new (session, criterion, &place);
  moved = do_move (move, BV_MEND_NOTHING);
  move_free (move);
  return moved;
}

static gboolean
stands_there (BvSession *session, gint64 criterion, const BvCriterionPlace *place)
{
  BvCriterionPlace now;

  return place->before == criterion
         || (bv_criterion_place_find (bv_session_get_head (session)->groups, criterion, &now)
             && now.group == place->group && now.section == place->section && now.before == place->before);
}

/**
 * bv_criterion_moves_put:
 * @parent: the window
 * @session: its session, whose campaign can be changed
 * @criterion: a criterion's row
 * @place: where it is to stand
 * @moved: hears of it when it stands there, which may be after a question, or never
 * @data: (type GObject): for @moved
 *
 * Moves it there with all below it. In another group nobody has answered it: where answers go it asks before.
 */
void
bv_criterion_moves_put (GtkWindow *parent,
                        BvSession *session,
                        gint64 criterion,
                        const BvCriterionPlace *place,
                        BvCriterionAdditionFunc moved,
                        gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvConsequences) consequences = NULL;
  Move *move;

  if (stands_there (session, criterion, place))
    return;
  move = move_new (session, criterion, place);
  move->moved = moved;
  move->data = g_object_ref (data);
  consequences = bv_consequences_read_move (bv_session_get_library (session),
                                            bv_session_get_campaign (session), move->criteria, place, &error);
  if (consequences != NULL && !bv_consequences_are_harmless (consequences))
    {
      bv_loss_question_ask (parent, consequences,
                            &(BvLossQuestionWords){ _ ("Move a criterion"),
                                                    _ ("Move the criterion into another group?"),
                                                    _ ("Move") },
                            move_all, move, move_free);
      return;
    }
  if (consequences != NULL)
    do_move (move, BV_MEND_NOTHING);
  else
    bv_session_report (session, error);
  move_free (move);
}

/* The one that stands behind it among those of the same section; 0: it is the last. */
static gint64
find_next (const GPtrArray *groups, gint64 criterion)
{
  const GPtrArray *siblings = bv_criterion_tree_list_siblings (groups, criterion);

  for (guint i = 0; siblings != NULL && i + 1 < siblings->len; i++)
    if (((const BvRecord *) g_ptr_array_index (siblings, i))->id == criterion)
      return ((const BvRecord *) g_ptr_array_index (siblings, i + 1))->id;
  return 0;
}

/**
 * bv_criterion_moves_find_place:
 * @session: a session with a campaign
 * @beside: the row of a group or criterion
 * @place: (out): where something comes that is put there: last in a group or section, behind a leaf
 *
 * Returns: %FALSE where there is no such group or criterion
 */
gboolean
bv_criterion_moves_find_place (BvSession *session, gint64 beside, BvCriterionPlace *place)
{
  const GPtrArray *groups = bv_session_get_head (session)->groups;
  const BvCriterion *criterion = bv_criterion_tree_find (groups, beside);

  if (criterion == NULL)
    {
      *place = (BvCriterionPlace){ .group = beside };
      return bv_criterion_tree_find_group (groups, beside) != NULL;
    }
  if (!bv_criterion_place_find (groups, beside, place))
    return FALSE;
  if (bv_criterion_is_leaf (criterion))
    place->before = find_next (groups, beside);
  else
    *place = (BvCriterionPlace){ .group = place->group, .section = beside };
  return TRUE;
}
