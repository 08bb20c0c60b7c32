/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking-comparison.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_COMPARED_VIEW (bv_compared_view_get_type ())
G_DECLARE_FINAL_TYPE (BvComparedView, bv_compared_view, BV, COMPARED_VIEW, GtkWidget)

void bv_compared_view_show (BvComparedView *view, const BvRanking *ranking, const BvRankingComparison *shown);

G_END_DECLS
