/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ranking-row.h"

#include "core/ranking-sentences.h"
#include "core/text/wording.h"

/**
 * bv_ranking_row_init:
 * @row: (out): a row
 * @proposal: a proposal with its whole campaign; it must outlive @row
 * @ranking: one of its pools or groups
 * @entry: index of an entry
 */
void
bv_ranking_row_init (BvRankingRow *row, const BvProposal *proposal, const BvRanking *ranking, guint entry)
{
  const BvRankingEntry *self = bv_ranking_entry (ranking, entry);
  const BvContest *contest = proposal->contest;
  const BvEntrant *entrant = bv_contest_entrant (contest, self->entrant);
  const BvScore *score = bv_scores_get (proposal->scores, self->entrant);

  *row = (BvRankingRow){
    .pool = ranking->quota != NULL ? ranking->quota->name : NULL,
    .rank = self->rank,
    .class_name = bv_ranking_find_class (ranking, self),
    .name = entrant->name,
    .unit = bv_proposal_submitting_unit (proposal, self->entrant),
    .group = bv_contest_group (contest, entrant->group)->group->name,
    .total = score->total,
    .percent = score->percent,
    .place = bv_ranking_entry_write_place (self),
    .margin = self->margin,
    .decided_by = bv_decided_by_words (self->decided_by),
    .note = bv_ranking_note (ranking, entry),
  };
}

/**
 * bv_ranking_row_clear:
 * @row: a row
 */
void
bv_ranking_row_clear (BvRankingRow *row)
{
  g_clear_pointer (&row->place, g_free);
  g_clear_pointer (&row->note, g_free);
}

/**
 * bv_ranking_row_write_cell:
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer full): its text, empty where there is nothing to say
 */
char *
bv_ranking_row_write_cell (const BvRankingRow *row, BvRankedColumn column)
{
  switch (column)
    {
    case BV_RANKED_POOL:
      return g_strdup (row->pool != NULL ? row->pool : "");
    case BV_RANKED_RANK:
      return bv_wording_number (row->rank);
    case BV_RANKED_CLASS:
      return g_strdup (row->class_name != NULL ? row->class_name : "");
    case BV_RANKED_NAME:
      return g_strdup (row->name);
    case BV_RANKED_UNIT:
      return g_strdup (row->unit);
    case BV_RANKED_GROUP:
      return g_strdup (row->group);
    case BV_RANKED_TOTAL:
      return bv_wording_points (row->total);
    case BV_RANKED_PERCENT:
      return bv_wording_percent (row->percent);
    case BV_RANKED_PLACE:
      return g_strdup (row->place);
    case BV_RANKED_MARGIN:
      return bv_wording_points (row->margin);
    case BV_RANKED_DECIDED_BY:
      return g_strdup (row->decided_by);
    case BV_RANKED_NOTE:
      return g_strdup (row->note);
    case BV_RANKED_N_COLUMNS:
      break;
    }
  g_return_val_if_reached (NULL);
}

/**
 * bv_ranking_row_heading:
 * @column: a column
 *
 * Returns: what stands over it
 */
const char *
bv_ranking_row_heading (BvRankedColumn column)
{
  static const char *const headings[BV_RANKED_N_COLUMNS] = {
    [BV_RANKED_POOL] = "Nguồn xét",
    [BV_RANKED_RANK] = "Hạng",
    [BV_RANKED_CLASS] = "Xếp loại",
    [BV_RANKED_NAME] = "Tên",
    [BV_RANKED_UNIT] = "Đơn vị",
    [BV_RANKED_GROUP] = "Khối",
    [BV_RANKED_TOTAL] = "Điểm",
    [BV_RANKED_PERCENT] = "Tỷ lệ %",
    [BV_RANKED_PLACE] = "Kết quả",
    [BV_RANKED_MARGIN] = "Cách biệt",
    [BV_RANKED_DECIDED_BY] = "Căn cứ xếp",
    [BV_RANKED_NOTE] = "Ghi chú",
  };

  return headings[column];
}
