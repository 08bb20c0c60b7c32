/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ranking/ranking-choice.h"

#include "core/group-name.h"

#include <glib/gi18n-lib.h>

/**
 * bv_ranking_choice_find:
 * @proposal: (nullable): a proposal
 * @pools: (nullable) (element-type BvRanking): its pools
 * @place: what a tab stands for
 *
 * Returns: (transfer none) (nullable): the ranking; %NULL: there is none
 */
const BvRanking *
bv_ranking_choice_find (const BvProposal *proposal, const GPtrArray *pools, gint64 place)
{
  if (proposal == NULL || place < 1)
    return NULL;
  if (place <= pools->len)
    return g_ptr_array_index (pools, place - 1);
  place -= pools->len;
  return place <= proposal->groups->len ? g_ptr_array_index (proposal->groups, place - 1) : NULL;
}

/**
 * bv_ranking_choice_name:
 * @ranking: a ranking
 *
 * Returns: (transfer full): what its tab is called
 */
char *
bv_ranking_choice_name (const BvRanking *ranking)
{
  return ranking->quota != NULL ? g_strdup (ranking->quota->name)
                                : bv_group_name_shorten (ranking->group->name);
}

/**
 * bv_ranking_choice_show:
 * @tabs: the tabs of a page
 * @proposal: (nullable): a proposal
 */
void
bv_ranking_choice_show (BvTabs *tabs, const BvProposal *proposal)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (BvTab));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const GPtrArray *pools = proposal != NULL ? proposal->pools : NULL;
  const BvRanking *ranking;

  for (gint64 i = 1; (ranking = bv_ranking_choice_find (proposal, pools, i)) != NULL; i++)
    {
      char *name = bv_ranking_choice_name (ranking);
      BvTab tab = { i, name, ranking->entries->len };

      g_ptr_array_add (names, name);
      g_array_append_val (items, tab);
    }
  bv_tabs_set (tabs, (const BvTab *) items->data, items->len);
}

static void
append_line (GString *text, const char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/**
 * bv_ranking_choice_list_remarks:
 * @ranking: a ranking
 *
 * Returns: (transfer full): what is to be said of it as a whole, a line each; empty for most
 */
char *
bv_ranking_choice_list_remarks (const BvRanking *ranking)
{
  GString *text = g_string_new (NULL);

  if (ranking->waits_for != NULL)
    {
      g_autofree char *waits
        = g_strdup_printf (_ ("It comes after “%s”, which is not settled yet."), ranking->waits_for->name);

      append_line (text, waits);
    }
  if (bv_ranking_has_own_tie (ranking))
    append_line (text, _ ("A tie stands across the quota line: add a tie rule to the campaign, or record a "
                          "written decision for one of those in red."));
  if (bv_ranking_is_overdecided (ranking))
    append_line (text,
                 _ ("More were put inside by decision than the quota has places: take one decision back."));
  if (ranking->provisional && ranking->quota != NULL)
    append_line (text, _ ("Provisional: results still await publication. Sealing asks for a reason."));
  return g_string_free (text, FALSE);
}
