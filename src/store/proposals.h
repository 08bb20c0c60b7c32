/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "store/library.h"

G_BEGIN_DECLS

BvProposal *bv_proposals_read_draft (BvLibrary *library, gint64 campaign, gint64 date, GError **error);
BvProposal *bv_proposals_read (BvLibrary *library, gint64 campaign, gint64 date, GError **error);

G_END_DECLS
