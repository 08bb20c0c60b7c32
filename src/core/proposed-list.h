/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"

G_BEGIN_DECLS

/* What the cells of a column hold, and so how they are set. */
typedef enum
{
  BV_PROPOSED_NUMBER, /* in the order of the list */
  BV_PROPOSED_YEAR,
  BV_PROPOSED_TEXT,
  BV_PROPOSED_CENTERED, /* a short text */
} BvProposedCell;

typedef struct
{
  const char *heading;
  BvProposedCell cell;
} BvProposedColumn;

/* Those of one pool. */
typedef struct
{
  const BvRanking *pool;
  guint first; /* of its entries */
  guint end;   /* behind the last */
} BvProposedPart;

/**
 * BvProposedList:
 *
 * Whom the proposal names in one list, an annex of the submission: who is inside of the quota line of any
 * pool, in the order of the pools. Workbook and paper show the same texts of it, always Vietnamese.
 */
typedef struct
{
  const BvProposal *proposal;
  BvGroupKind kind;
  const BvGroup *group; /* only those of it; NULL: all, which is the annex */
  GPtrArray *entries;   /* of BvRankingEntry, each entrant once */
  GArray *parts;        /* of BvProposedPart, none is empty */
} BvProposedList;

BvProposedList *bv_proposed_list_new (const BvProposal *proposal, BvGroupKind kind, const BvGroup *group);
void bv_proposed_list_free (BvProposedList *list);

GPtrArray *bv_proposed_list_everybody (const BvProposal *proposal);
GHashTable *bv_proposed_list_find_entrants (const BvProposal *proposal);

const BvProposedColumn *bv_proposed_list_columns (BvGroupKind kind, guint *n_columns);
char *bv_proposed_list_write_annex (const BvProposedList *list);
char *bv_proposed_list_write_title (const BvProposedList *list);
char *bv_proposed_list_write_part (const BvProposedList *list, guint part);
char **bv_proposed_list_write_row (const BvProposedList *list, guint entry);
char *bv_proposed_list_write_closing (const BvProposedList *list);

#define bv_proposed_list_part(list, i) (&g_array_index ((list)->parts, BvProposedPart, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvProposedList, bv_proposed_list_free)

G_END_DECLS
