/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"

G_BEGIN_DECLS

char *bv_seal_compute (const BvProposal *proposal);

G_END_DECLS
