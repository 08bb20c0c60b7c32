/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_RANKING_FILTER_BUTTON (bv_ranking_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (BvRankingFilterButton, bv_ranking_filter_button, BV, RANKING_FILTER_BUTTON, GtkWidget)

void bv_ranking_filter_button_set_ranking (BvRankingFilterButton *button, const BvRanking *ranking);
BvRankingFilter bv_ranking_filter_button_get (BvRankingFilterButton *button);
void bv_ranking_filter_button_choose (BvRankingFilterButton *button, BvRankingFilter filter);
void bv_ranking_filter_button_open (BvRankingFilterButton *button);

G_END_DECLS
