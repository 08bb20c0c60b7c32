/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposed-list.h"
#include "print/document.h"

G_BEGIN_DECLS

void bv_annexes_add (BvDocument *document, const BvProposal *proposal);
double *bv_annexes_share_width (const BvProposedList *list, double width);

G_END_DECLS
