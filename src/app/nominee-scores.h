/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "core/table.h"

G_BEGIN_DECLS

void bv_nominee_scores_write (BvTable *table, guint row, const BvProposal *proposal, guint entrant);

G_END_DECLS
