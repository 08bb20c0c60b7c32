/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "exchange/interchange/json-writer.h"

G_BEGIN_DECLS

char *bv_seal_compute (const BvProposal *proposal);
char *
bv_seal_compute_and_show (const BvProposal *proposal, BvJsonSink show, gpointer data, char **dump_sha256);

G_END_DECLS
