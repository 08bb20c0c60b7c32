/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "store/changes.h"

G_BEGIN_DECLS

typedef struct _BvKeptContest BvKeptContest;

BvKeptContest *bv_kept_contest_new (const char *folder, BvWantedFunc wanted, gpointer data);
void bv_kept_contest_free (BvKeptContest *kept);
BvContest *bv_kept_contest_update (BvKeptContest *kept,
                                   gint64 campaign,
                                   gint64 date,
                                   const GPtrArray *changes,
                                   GError **error);
void bv_kept_contest_lend (BvKeptContest *kept);
void bv_kept_contest_take_back (BvKeptContest *kept, BvProposal *proposal);

G_END_DECLS
