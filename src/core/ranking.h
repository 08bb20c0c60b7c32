/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/quota.h"
#include "core/scores.h"

G_BEGIN_DECLS

typedef enum
{
  BV_RANK_INSIDE,
  BV_RANK_OUTSIDE,
  BV_RANK_UNRESOLVED,
  BV_RANK_TAKEN, /* inside an earlier quota */
  BV_RANK_NOT_ELIGIBLE,
  BV_N_RANK_PLACES,
} BvRankPlace;

/* What separates an entry from the one above it. */
typedef enum
{
  BV_DECIDED_BY_FIRST, /* nobody is above */
  BV_DECIDED_BY_TOTAL,
  BV_DECIDED_BY_TIE,     /* nothing does */
  BV_DECIDED_BY_NOTHING, /* not eligible */
  BV_DECIDED_BY_STEP,    /* this and above: a step of the tie chain, plus its BvTieStep */
} BvDecidedBy;

typedef enum
{
  BV_CAP_NONE,
  BV_CAP_GROUP,
  BV_CAP_PARENT,
} BvCapKind;

typedef struct
{
  guint entrant;                     /* index into the contest's entrants */
  guint8 place;                      /* BvRankPlace */
  guint8 decided_by;                 /* BvDecidedBy */
  guint8 capped;                     /* BvCapKind */
  gint64 value;                      /* of the first step: the total, or the percent, in 1/100 */
  gint64 rank;                       /* BV_NONE: not eligible */
  gint64 margin;                     /* in the unit of the first step, 1/100; BV_NONE: none */
  const BvEntrantDecision *decision; /* the written decision that put it where it is; NULL: none */
  const BvQuota *taken_by;           /* the first earlier quota that it is inside; NULL: it is not taken */
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
  gboolean by_percent;  /* the groups differ in `full` */
  gboolean provisional; /* like the next two its own, or that of an earlier quota */
  gboolean unresolved_tie;
  gboolean overfull; /* more written decisions inside than the size */
  guint tie_room;    /* of those in its own unresolved tie, not more than so many may still be inside */
  const BvQuota *waits_for; /* the first earlier quota with a tie, or overfull; NULL: none */
  GArray *entries;          /* of BvRankingEntry */
} BvRanking;

void bv_ranking_free (BvRanking *ranking);

const char *bv_rank_place_name (BvRankPlace place);
const char *bv_decided_by_name (BvDecidedBy step);
const char *bv_rank_place_words (BvRankPlace place);
char *bv_ranking_entry_write_place (const BvRankingEntry *entry);
const char *bv_decided_by_words (BvDecidedBy step);
const BvRankingEntry *bv_ranking_find_entry (const BvRanking *ranking, guint entrant);
guint bv_ranking_find_line (const BvRanking *ranking);
gboolean bv_ranking_decision_is_idle (const BvRanking *ranking, const BvRankingEntry *entry);
gboolean bv_ranking_is_overdecided (const BvRanking *ranking);
gboolean bv_ranking_has_own_tie (const BvRanking *ranking);
gboolean *bv_ranking_list_groups (const BvRanking *ranking);
gboolean bv_ranking_has_classes (const BvRanking *ranking);
const char *bv_ranking_find_class (const BvRanking *ranking, const BvRankingEntry *entry);

#define bv_ranking_entry(ranking, i) (&g_array_index ((ranking)->entries, BvRankingEntry, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRanking, bv_ranking_free)

G_END_DECLS
