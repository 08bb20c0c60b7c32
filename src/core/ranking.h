/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/quota.h"
#include "core/scoring.h"

G_BEGIN_DECLS

typedef enum
{
  BV_RANK_INSIDE,
  BV_RANK_OUTSIDE,
  BV_RANK_UNRESOLVED,
  BV_RANK_NOT_ELIGIBLE,
} BvRankPlace;

/* The step that separates an entry from the one above it: first, total, a BvTieStep, or a tie. */
typedef enum
{
  BV_DECIDED_BY_FIRST,
  BV_DECIDED_BY_TOTAL,
  BV_DECIDED_BY_CRITERIA,
  BV_DECIDED_BY_REPORTS,
  BV_DECIDED_BY_WOMEN,
  BV_DECIDED_BY_NO_OFFICE,
  BV_DECIDED_BY_VOTES,
  BV_DECIDED_BY_TIE,
  BV_DECIDED_BY_NOTHING, /* not eligible */
} BvDecidedBy;

typedef enum
{
  BV_CAP_NONE,
  BV_CAP_GROUP,
  BV_CAP_PARENT,
} BvCapKind;

typedef struct
{
  guint entrant; /* index into the contest's entrants */
  gint64 value;  /* of the first step: the total, or the percent, in 1/100 */
  gint64 rank;   /* BV_NONE: not eligible */
  BvRankPlace place;
  BvDecidedBy decided_by;
  gint64 margin; /* in the unit of the first step, 1/100; BV_NONE: none */
  BvCapKind capped;
  gboolean decided; /* by a written decision */
} BvRankingEntry;

/**
 * BvRanking:
 *
 * The order of a pool, with the quota line, or of a group, without one (then @quota is %NULL and every place
 * %BV_RANK_OUTSIDE or %BV_RANK_NOT_ELIGIBLE).
 */
typedef struct
{
  const BvScores *scores;
  const BvQuota *quota;
  const BvGroup *group;
  guint size; /* how many may be inside */
  guint n_inside;
  guint n_decided_inside;
  gboolean by_percent; /* the groups differ in `full` */
  gboolean provisional;
  gboolean unresolved_tie;
  guint tie_room;    /* of those in the unresolved tie, not more than so many may still be inside */
  gboolean overfull; /* more written decisions inside than the size */
  GArray *entries;   /* of BvRankingEntry */
} BvRanking;

BvRanking *bv_ranking_compute_pool (const BvScores *scores, const BvQuota *quota);
BvRanking *bv_ranking_compute_group (const BvScores *scores, guint group);
void bv_ranking_free (BvRanking *ranking);

const char *bv_rank_place_name (BvRankPlace place);
const char *bv_decided_by_name (BvDecidedBy step);
const char *bv_rank_place_words (BvRankPlace place);
const char *bv_decided_by_words (BvDecidedBy step);
guint bv_ranking_find_line (const BvRanking *ranking);
char *bv_ranking_write_size (const BvRanking *ranking);
char **bv_ranking_list_remarks (const BvRanking *ranking);
char *bv_ranking_list_unresolved (const BvRanking *ranking);
char *bv_ranking_note (const BvRanking *ranking, guint entry);
char *bv_ranking_describe (const BvRanking *ranking, guint entry);
char *bv_ranking_explain (const BvRanking *ranking, guint entry);

#define bv_ranking_entry(ranking, i) (&g_array_index ((ranking)->entries, BvRankingEntry, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRanking, bv_ranking_free)

G_END_DECLS
