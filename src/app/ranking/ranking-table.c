/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ranking/ranking-table.h"

#include "core/eligibility.h"
#include "core/group-name.h"
#include "core/ranking-filter.h"

#include <glib/gi18n-lib.h>

static const char *
describe_cap (BvCapKind cap)
{
  if (cap == BV_CAP_GROUP)
    return _ ("The group has all its places");
  return cap == BV_CAP_PARENT ? _ ("The unit above has all its places") : "";
}

static void
write_notes (BvTable *table, guint row, const BvRanking *ranking, const BvRankingEntry *entry)
{
  g_auto (GStrv) reasons = bv_eligibility_list_reasons (ranking->scores, entry->entrant);
  g_autofree char *text = g_strjoinv ("; ", reasons);

  if (*text == '\0' && entry->decision != NULL)
    bv_table_set_text (table, row, BV_RANKING_NOTES, entry->decision->reason, NULL);
  else if (*text == '\0')
    bv_table_set_text (table, row, BV_RANKING_NOTES, describe_cap (entry->capped), NULL);
  else
    bv_table_set_text (table, row, BV_RANKING_NOTES, text, NULL);
}

static void
write_unit (BvTable *table, guint row, const BvEntrant *entrant)
{
  if (entrant->position != NULL)
    bv_table_set_text (table, row, BV_RANKING_UNIT, entrant->unit_name, NULL);
}

static guint
list_flags (const BvRanking *ranking, const BvRankingEntry *entry)
{
  if (entry->place == BV_RANK_NOT_ELIGIBLE)
    return BV_TABLE_ROW_DIM;
  if (entry->place == BV_RANK_UNRESOLVED)
    return BV_TABLE_ROW_ALERT;
  if (entry->place == BV_RANK_INSIDE)
    return BV_TABLE_ROW_INSIDE;
  return 0;
}

static guint
list_kinds (const BvRankingEntry *entry)
{
  guint kinds = 0;

  for (guint filter = BV_RANKING_FILTER_NONE + 1; filter < BV_N_RANKING_FILTERS; filter++)
    if (bv_ranking_filter_keeps (filter, entry))
      kinds |= bv_ranking_table_get_kind (filter);
  return kinds;
}

static void
add_entry (BvTable *table, const BvRanking *ranking, const BvRankingEntry *entry)
{
  const BvContest *contest = ranking->scores->contest;
  const BvEntrant *entrant = bv_contest_entrant (contest, entry->entrant);
  const BvScore *score = bv_scores_get (ranking->scores, entry->entrant);
  g_autofree char *group = bv_group_name_shorten (bv_contest_group (contest, entrant->group)->group->name);
  g_autofree char *place = bv_ranking_entry_write_place (entry);
  guint row = bv_table_append (table, entrant->id, 0);

  bv_table_set_number (table, row, BV_RANKING_RANK, entry->rank);
  bv_table_set_text (table, row, BV_RANKING_NAME, entrant->name, NULL);
  write_unit (table, row, entrant);
  bv_table_set_text (table, row, BV_RANKING_GROUP, group, NULL);
  bv_table_set_number (table, row, BV_RANKING_TOTAL, score->total);
  bv_table_set_number (table, row, BV_RANKING_PERCENT, score->percent);
  if (ranking->quota != NULL)
    bv_table_set_text (table, row, BV_RANKING_PLACE, place, NULL);
  bv_table_set_number (table, row, BV_RANKING_MARGIN, entry->margin);
  bv_table_set_text (table, row, BV_RANKING_DECIDED_BY, bv_decided_by_words (entry->decided_by), NULL);
  write_notes (table, row, ranking, entry);
  bv_table_set_text (table, row, BV_RANKING_CLASS, bv_ranking_find_class (ranking, entry), NULL);
  bv_table_add_flags (table, row, list_flags (ranking, entry) | list_kinds (entry));
}

/* The line stands under the last inside. */
static void
draw_line (BvTable *table, const BvRanking *ranking)
{
  guint below = ranking->quota != NULL ? bv_ranking_find_line (ranking) : 0;

  if (below > 0)
    bv_table_add_flags (table, below - 1, BV_TABLE_ROW_ABOVE_LINE);
}

/**
 * bv_ranking_table_new:
 * @ranking: the ranking of a pool or a group
 *
 * Returns: (transfer full): #BvRankingColumn; a row stands for its nominee
 */
BvTable *
bv_ranking_table_new (const BvRanking *ranking)
{
  static const BvColumnType types[BV_RANKING_N_COLUMNS] = {
    [BV_RANKING_RANK] = BV_COLUMN_NUMBER,
    [BV_RANKING_TOTAL] = BV_COLUMN_POINTS,
    [BV_RANKING_PERCENT] = BV_COLUMN_POINTS,
    [BV_RANKING_MARGIN] = BV_COLUMN_POINTS,
  };
  BvTable *table = bv_table_new (types, G_N_ELEMENTS (types));

  for (guint i = 0; i < ranking->entries->len; i++)
    add_entry (table, ranking, bv_ranking_entry (ranking, i));
  draw_line (table, ranking);
  return table;
}

/**
 * bv_ranking_table_get_kind:
 * @filter: which entries
 *
 * Returns: the flag that their rows have; 0: it is all of them
 */
guint
bv_ranking_table_get_kind (BvRankingFilter filter)
{
  return filter == BV_RANKING_FILTER_NONE ? 0 : BV_TABLE_ROW_KIND << (filter - 1);
}
