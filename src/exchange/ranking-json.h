/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"

G_BEGIN_DECLS

char *bv_ranking_json_write (const BvProposal *proposal, gsize *length);

G_END_DECLS
