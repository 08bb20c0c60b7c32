/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_STRIP_PLOT (bv_strip_plot_get_type ())
G_DECLARE_FINAL_TYPE (BvStripPlot, bv_strip_plot, BV, STRIP_PLOT, GtkWidget)

void bv_strip_plot_set_ranking (BvStripPlot *plot, const BvRanking *ranking, BvRankingFilter filter);
void bv_strip_plot_choose (BvStripPlot *plot, gint64 nominee, gint64 beside);
gboolean bv_strip_plot_find_place (BvStripPlot *plot, gint64 nominee, graphene_point_t *place);

G_END_DECLS
