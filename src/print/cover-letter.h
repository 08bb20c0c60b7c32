/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "print/document.h"

G_BEGIN_DECLS

void
bv_cover_letter_add (BvSection *section, const BvProposal *proposal, const char *subject, const char *text);

G_END_DECLS
