/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/evidence.h"
#include "core/nominee.h"
#include "core/ranking.h"
#include "core/unit.h"
#include "core/wanted.h"

G_BEGIN_DECLS

/**
 * BvProposal:
 *
 * What is proposed for commendation (tờ trình đề nghị khen thưởng): the campaign, its scores, the ranking of
 * every pool and group. Screen, paper, workbook and `rank --json` all show one of these.
 */
typedef struct _BvProposal BvProposal;

struct _BvProposal
{
  BvCampaign *campaign; /* whole, with nominees and evidence; NULL where only the ranking is wanted */
  BvContest *contest;
  BvScores *scores;
  GHashTable *units;    /* code → BvUnit of the campaign that is valid when it starts */
  GHashTable *evidence; /* key → BvEvidence of the campaign */
  GPtrArray *pools;     /* of BvRanking, one a quota */
  GPtrArray *groups;    /* of BvRanking, one a group */
  GPtrArray *inside;    /* by entrant the first BvQuota in the file that it is inside; NULL: none */
  char *seal;           /* SHA-256 in hex; NULL: not sealed */
  char *chain;          /* the head of the journal's chain when it was read; NULL or empty: there was none */
  char *reason;         /* why a provisional pool is sealed, never blank; NULL: none */
  BvProposal *before;   /* the last that was sealed before and says otherwise; NULL: none, or nobody looked */
  guint supplement;     /* which proposal after the first one this is, from 1, where there is one before */
};

BvProposal *bv_proposal_new (BvContest *contest, BvCampaign *campaign);
BvProposal *bv_proposal_compute (BvContest *contest, BvWantedFunc wanted, gpointer data);
void bv_proposal_free (BvProposal *proposal);
void bv_proposal_set_reason (BvProposal *proposal, const char *reason);
const BvNominee *bv_proposal_get_nominee (const BvProposal *proposal, guint entrant);
const BvUnit *bv_proposal_find_unit (const BvProposal *proposal, const char *code);
const BvEvidence *bv_proposal_find_evidence (const BvProposal *proposal, const char *key);
const BvUnit *bv_proposal_find_addressee (const BvProposal *proposal, guint entrant);
const char *bv_proposal_submitting_unit (const BvProposal *proposal, guint entrant);
const char *bv_proposal_find_award (const BvProposal *proposal, guint entrant);
char *bv_proposal_write_awards (const BvProposal *proposal, const GPtrArray *entries, guint *n_awards);
char *bv_proposal_write_commending (const BvProposal *proposal, const GPtrArray *entries);
char *bv_proposal_write_name (const BvProposal *proposal, guint entrant);
char *bv_proposal_write_names (const BvProposal *proposal, const GArray *entrants);
char *bv_proposal_write_decided_name (const BvProposal *proposal, const BvRankingEntry *entry);
char *bv_proposal_write_belonging (const BvProposal *proposal, guint entrant);
char *bv_proposal_write_post (const BvProposal *proposal, guint entrant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvProposal, bv_proposal_free)

G_END_DECLS
