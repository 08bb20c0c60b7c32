/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking.h"

G_BEGIN_DECLS

/* One ranking, several awards (RULES.md): what the quotas that come before one mean for it. */

GPtrArray *bv_earlier_quotas_list (const BvQuota *quota, const GPtrArray *drawn);
void bv_earlier_quotas_take (BvRanking *ranking, const GPtrArray *earlier);
void bv_earlier_quotas_carry (BvRanking *ranking, const GPtrArray *earlier);

G_END_DECLS
