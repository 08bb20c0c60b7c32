/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "print/document.h"

G_BEGIN_DECLS

void bv_scale_note_add (BvSection *section, const BvProposal *proposal, guint entrant);

G_END_DECLS
