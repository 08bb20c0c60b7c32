/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/template/appointments.h"

#include "core/criterion.h"
#include "core/group.h"
#include "core/unit.h"

#include <glib/gi18n-lib.h>

#define LEAD "lead:"

static gboolean
leads (const BvUnit *unit, gint64 dimension)
{
  for (guint i = 0; unit->leads != NULL && i < unit->leads->len; i++)
    if (g_array_index (unit->leads, gint64, i) == dimension)
      return TRUE;
  return FALSE;
}

static gboolean
names_leader (const char *words)
{
  return g_str_has_prefix (words, LEAD);
}

static gboolean
is_meant (const BvUnit *unit, const char *words)
{
  if (names_leader (words))
    return leads (unit, g_ascii_strtoll (words + sizeof LEAD - 1, NULL, 10));
  return g_str_equal (unit->code, words);
}

/* The first in the order of the registry. */
static const BvUnit *
find_unit (const BvCampaign *campaign, const char *words)
{
  for (guint i = 0; i < campaign->units->len; i++)
    if (is_meant (g_ptr_array_index (campaign->units, i), words))
      return g_ptr_array_index (campaign->units, i);
  return NULL;
}

static BvCriterion *
find_leaf (const BvGroup *group, const char *code)
{
  g_autoptr (GPtrArray) leaves = bv_group_list_leaves (group);

  for (guint i = 0; i < leaves->len; i++)
    if (g_str_equal (((const BvCriterion *) g_ptr_array_index (leaves, i))->code, code))
      return g_ptr_array_index (leaves, i);
  return NULL;
}

static char **
find_assessor (const BvCampaign *campaign, const BvAppointment *appointment)
{
  BvGroup *group = bv_record_find (campaign->groups, appointment->group);
  BvCriterion *leaf;

  if (group == NULL || appointment->criterion == NULL)
    return group != NULL ? &group->assessor : NULL;
  leaf = find_leaf (group, appointment->criterion);
  return leaf != NULL ? &leaf->assessor : NULL;
}

/**
 * bv_appointments_fill:
 * @text: what the template says beside the campaign
 * @campaign: the campaign, with its units
 *
 * Fills in who assesses: a unit of that code, or the first that leads the dimension. Where there is none, it
 * is left to the group's assessor, in the end to the office.
 *
 * Returns: how many are left so
 */
BvAppointmentsLeft
bv_appointments_fill (const BvTemplateText *text, BvCampaign *campaign)
{
  BvAppointmentsLeft left = { 0, 0 };

  for (guint i = 0; i < text->appointments->len; i++)
    {
      const BvAppointment *appointment = g_ptr_array_index (text->appointments, i);
      const BvUnit *unit = find_unit (campaign, appointment->words);
      char **assessor = find_assessor (campaign, appointment);

      left.n_leaderless += unit == NULL && names_leader (appointment->words);
      left.n_absent += unit == NULL && !names_leader (appointment->words);
      if (assessor == NULL)
        continue;
      g_free (*assessor);
      *assessor = unit != NULL ? g_strdup (unit->code) : NULL;
    }
  return left;
}

/**
 * bv_appointments_list_left:
 * @left: what is left
 *
 * Returns: (transfer full): in the user's language, who was not found, a line each; empty where everybody was
 */
char **
bv_appointments_list_left (const BvAppointmentsLeft *left)
{
  GPtrArray *lines = g_ptr_array_new ();

  if (left->n_leaderless > 0)
    g_ptr_array_add (lines,
                     g_strdup_printf (_ ("of %u criteria nobody leads the dimension: the office scores them"),
                                      left->n_leaderless));
  if (left->n_absent > 0)
    g_ptr_array_add (lines, g_strdup_printf (_ ("of %u criteria or groups the unit that scores them takes no "
                                                "part: name another, or the office scores them"),
                                             left->n_absent));
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}
