/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/paper.h"

G_BEGIN_DECLS

/* What print/paper.c has in its table: each says what one paper is made of. */

BvDocument *bv_missing_paper_new (const BvProposal *proposal, const BvPaperScope *scope, GError **error);

G_END_DECLS
