/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking.h"

G_BEGIN_DECLS

BvRanking *bv_ranking_compute_pool (const BvScores *scores, const BvQuota *quota, const GPtrArray *drawn);
BvRanking *bv_ranking_compute_group (const BvScores *scores, guint group);

G_END_DECLS
