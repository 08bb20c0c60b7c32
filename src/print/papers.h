/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/missing.h"
#include "print/paper.h"

G_BEGIN_DECLS

/* What print/paper.c has in its table: each says what one paper is made of. */

BvDocument *bv_ballot_paper_new (const BvProposal *proposal, const BvPaperScope *scope, GError **error);
BvDocument *bv_collectives_paper_new (const BvProposal *proposal, const BvPaperScope *scope, GError **error);
BvDocument *bv_individuals_paper_new (const BvProposal *proposal, const BvPaperScope *scope, GError **error);
BvDocument *bv_ranking_paper_new (const BvProposal *proposal, const BvPaperScope *scope, GError **error);
BvDocument *bv_missing_paper_new (const BvProposal *proposal, const BvPaperScope *scope, GError **error);
BvDocument *bv_missing_paper_new_of_unit (const BvMissing *missing, const BvMissingUnit *owing);
BvDocument *bv_verification_paper_new (const BvProposal *proposal, const BvPaperScope *scope, GError **error);
BvDocument *bv_scores_paper_new (const BvProposal *proposal, const BvPaperScope *scope, GError **error);
BvDocument *bv_submission_paper_new (const BvProposal *proposal, const BvPaperScope *scope, GError **error);
BvDocument *bv_minutes_paper_new (const BvProposal *proposal, const BvPaperScope *scope, GError **error);

void bv_annexes_add (BvDocument *document, const BvProposal *proposal);

G_END_DECLS
