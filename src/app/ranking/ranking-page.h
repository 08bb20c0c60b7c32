/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/ranking/ranking-details.h"
#include "app/table/table-page.h"

G_BEGIN_DECLS

#define BV_TYPE_RANKING_PAGE (bv_ranking_page_get_type ())
G_DECLARE_FINAL_TYPE (BvRankingPage, bv_ranking_page, BV, RANKING_PAGE, BvTablePage)

void bv_ranking_page_choose (BvRankingPage *page, guint ranking);
BvRankingDetails *bv_ranking_page_get_details (BvRankingPage *page);

G_END_DECLS
