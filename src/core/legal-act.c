/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/legal-act.h"

#include "core/points.h"
#include "core/text/date.h"
#include "core/text/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How long before its end an act is warned of: long enough to look for what follows it. */
#define SOON_DAYS 120

static void
free_wording (gpointer data)
{
  BvLegalWording *wording = data;

  g_free (wording->text);
  g_free (wording);
}

/**
 * bv_legal_act_new:
 *
 * Returns: (transfer full): an act without a text, without days
 */
BvLegalAct *
bv_legal_act_new (void)
{
  BvLegalAct *act = g_new0 (BvLegalAct, 1);

  act->valid_from = BV_NONE;
  act->valid_to = BV_NONE;
  act->wordings = g_ptr_array_new_with_free_func (free_wording);
  return act;
}

/**
 * bv_legal_act_free:
 * @act: (transfer full): an act
 */
void
bv_legal_act_free (BvLegalAct *act)
{
  g_free (act->name);
  g_free (act->text);
  g_ptr_array_unref (act->wordings);
  g_free (act);
}

/**
 * bv_legal_act_add_wording:
 * @act: an act
 * @from: from which day it is cited so, not before those of wordings already there; %BV_NONE: only recognised
 * @text: the wording
 */
void
bv_legal_act_add_wording (BvLegalAct *act, gint64 from, const char *text)
{
  BvLegalWording *wording = g_new (BvLegalWording, 1);

  wording->from = from;
  wording->text = g_strdup (text);
  g_ptr_array_add (act->wordings, wording);
}

/**
 * bv_legal_act_state_name:
 * @state: a state
 *
 * Returns: (transfer none): what it is called in files
 */
const char *
bv_legal_act_state_name (BvLegalActState state)
{
  static const char *const names[BV_N_LEGAL_ACT_STATES]
    = { [BV_LEGAL_ACT_FOUND] = "F", [BV_LEGAL_ACT_UNCOMPARED] = "F2", [BV_LEGAL_ACT_OWN] = "K" };

  return names[state];
}

/**
 * bv_legal_act_is_in_force:
 * @act: an act
 * @date: a day
 *
 * Returns: whether @act may be cited on @date; what the province has decided itself may be on every day
 */
gboolean
bv_legal_act_is_in_force (const BvLegalAct *act, gint64 date)
{
  return (act->valid_from == BV_NONE || act->valid_from <= date)
         && (act->valid_to == BV_NONE || date <= act->valid_to);
}

/**
 * bv_legal_act_ends_soon:
 * @act: an act
 * @date: a day
 *
 * Returns: whether @act is in force on @date, and its last day is at most 120 days later
 */
gboolean
bv_legal_act_ends_soon (const BvLegalAct *act, gint64 date)
{
  return act->valid_to != BV_NONE && bv_legal_act_is_in_force (act, date)
         && bv_date_days_between (date, act->valid_to) <= SOON_DAYS;
}

/**
 * bv_legal_act_cite:
 * @act: an act
 * @date: a day
 *
 * Returns: (transfer none): how @act is cited on @date
 */
const char *
bv_legal_act_cite (const BvLegalAct *act, gint64 date)
{
  const char *text = act->text;

  for (guint i = 0; i < act->wordings->len; i++)
    {
      const BvLegalWording *wording = g_ptr_array_index (act->wordings, i);

      if (wording->from != BV_NONE && wording->from <= date)
        text = wording->text;
    }
  return text;
}

/**
 * bv_legal_act_has_wording:
 * @act: an act
 * @line: a line of legal bases
 *
 * Returns: whether @line is @act as it is or was cited here, letter by letter
 */
gboolean
bv_legal_act_has_wording (const BvLegalAct *act, const char *line)
{
  if (strcmp (act->text, line) == 0)
    return TRUE;
  for (guint i = 0; i < act->wordings->len; i++)
    if (strcmp (((const BvLegalWording *) g_ptr_array_index (act->wordings, i))->text, line) == 0)
      return TRUE;
  return FALSE;
}

/**
 * bv_legal_act_is_cited_by:
 * @act: an act
 * @line: a line of legal bases
 *
 * Returns: whether @line cites @act, in whatever words: one that names its number first, or for the
 *   province's own one that says what it enacts
 */
gboolean
bv_legal_act_is_cited_by (const BvLegalAct *act, const char *line)
{
  if (bv_legal_act_has_wording (act, line))
    return TRUE;
  return act->state == BV_LEGAL_ACT_OWN ? strstr (line, act->name) != NULL
                                        : g_str_has_prefix (line, act->name);
}

static gboolean
is_to_be_compared (const BvLegalAct *act, const char *line, gint64 date)
{
  return act->state == BV_LEGAL_ACT_UNCOMPARED && bv_legal_act_is_in_force (act, date)
         && bv_legal_act_has_wording (act, line);
}

/* What its days say of an act that is cited on @date; NULL: nothing. */
static char *
describe_days (const BvLegalAct *act, gint64 date)
{
  gboolean soon = bv_legal_act_ends_soon (act, date);
  g_autofree char *day = bv_date_to_vietnamese (soon ? act->valid_to : date);

  if (soon)
    return g_strdup_printf (_ ("in force until %s only"), day);
  return bv_legal_act_is_in_force (act, date) ? NULL : g_strdup_printf (_ ("not in force on %s"), day);
}

/**
 * bv_legal_act_describe:
 * @act: (nullable): the act that @line cites; %NULL: none that is known
 * @line: a line of legal bases
 * @date: the day on which it is cited
 *
 * Who has changed the words of an act has read it, and is not asked to compare any more.
 *
 * Returns: (transfer full) (nullable): in the user's language, what is to be done about @line or watched;
 *   %NULL where there is nothing to say
 */
char *
bv_legal_act_describe (const BvLegalAct *act, const char *line, gint64 date)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *days = act != NULL ? describe_days (act, date) : NULL;

  if (act != NULL && is_to_be_compared (act, line, date))
    g_ptr_array_add (parts, g_strdup (_ ("compare before signing")));
  if (days != NULL)
    g_ptr_array_add (parts, days);
  if (bv_text_has_gap (line))
    g_ptr_array_add (parts, g_strdup (_ ("fill in the dots: until then it is not printed")));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}
