/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "exchange/interchange/json-writer.h"

G_BEGIN_DECLS

void bv_ranking_json_stream (const BvProposal *proposal, BvJsonSink sink, gpointer data);

G_END_DECLS
