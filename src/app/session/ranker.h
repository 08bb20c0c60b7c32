/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "store/changes.h"

G_BEGIN_DECLS

typedef struct _BvRanker BvRanker;

/**
 * BvRankerFunc:
 * @proposal: (transfer full) (nullable): the ranking without its whole campaign, to be given back by
 *   bv_ranker_take_back() when it is shown no longer; %NULL: @error says why there is none
 * @error: (nullable): a %BV_STORE_ERROR
 * @data: the caller's
 *
 * Called in the main thread with what was asked for last.
 */
typedef void (*BvRankerFunc) (BvProposal *proposal, const GError *error, gpointer data);

BvRanker *bv_ranker_new (const char *folder, BvRankerFunc ranked, gpointer data);
void bv_ranker_free (BvRanker *ranker);
void bv_ranker_rank (BvRanker *ranker, gint64 campaign, gint64 date, const BvChanges *changes);
void bv_ranker_stop (BvRanker *ranker);
gboolean bv_ranker_is_busy (BvRanker *ranker);
void bv_ranker_take_back (BvRanker *ranker, BvProposal *proposal);

G_END_DECLS
