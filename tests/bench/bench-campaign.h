/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "store/library.h"

G_BEGIN_DECLS

/* A large campaign for the benches, the same in every run: ten leaves a nominee of every kind, reports,
 * measured results, links to evidence, persons, holds, decisions and votes. */

#define BENCH_LEAVES 10
#define BENCH_DATE 20220520

BvCampaign *bench_campaign_new (guint n_nominees);
BvLibrary *bench_library_open (const char *folder, guint n_nominees);

G_END_DECLS
