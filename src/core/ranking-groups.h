/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking.h"

G_BEGIN_DECLS

void bv_ranking_groups_take (const BvRanking *pool, BvRanking **groups);

G_END_DECLS
