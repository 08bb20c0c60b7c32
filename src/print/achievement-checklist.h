/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "print/document.h"

G_BEGIN_DECLS

void bv_achievement_checklist_add (BvSection *section, const BvProposal *proposal);

G_END_DECLS
