/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking.h"

G_BEGIN_DECLS

void bv_ranking_order_fill (BvRanking *ranking, const gboolean *takes_part);

G_END_DECLS
