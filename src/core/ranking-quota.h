/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking.h"

G_BEGIN_DECLS

/* The quota of a pool in words, always Vietnamese: it is printed. */

char *bv_ranking_quota_write (const BvRanking *pool);

G_END_DECLS
