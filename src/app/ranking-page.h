/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page.h"
#include "app/ranking-details.h"

G_BEGIN_DECLS

#define BV_TYPE_RANKING_PAGE (bv_ranking_page_get_type ())
G_DECLARE_FINAL_TYPE (BvRankingPage, bv_ranking_page, BV, RANKING_PAGE, BvPage)

void bv_ranking_page_choose (BvRankingPage *page, guint ranking);
const BvGroup *bv_ranking_page_get_group (BvRankingPage *page);
BvRankingDetails *bv_ranking_page_get_details (BvRankingPage *page);

G_END_DECLS
