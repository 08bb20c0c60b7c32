/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/distribution.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_TOTAL_CHART (bv_total_chart_get_type ())
G_DECLARE_FINAL_TYPE (BvTotalChart, bv_total_chart, BV, TOTAL_CHART, GtkWidget)

void bv_total_chart_set (BvTotalChart *chart, const BvRanking *ranking);

G_END_DECLS
