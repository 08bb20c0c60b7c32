/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking.h"

G_BEGIN_DECLS

void bv_quota_line_draw (BvRanking *ranking);

G_END_DECLS
