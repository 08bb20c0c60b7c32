/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/job.h"
#include "core/seal-check.h"
#include "exchange/export.h"

G_BEGIN_DECLS

BvSealingFacts bv_seal_facts_read (BvSession *session);
void bv_seal_facts_note (const BvJob *job, const GError *error);
void bv_seal_facts_show_listed (const BvExport *export);

G_END_DECLS
