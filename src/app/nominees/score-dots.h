/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_SCORE_DOTS (bv_score_dots_get_type ())
G_DECLARE_FINAL_TYPE (BvScoreDots, bv_score_dots, BV, SCORE_DOTS, GtkWidget)

void bv_score_dots_set (BvScoreDots *dots, gint64 self_points, gint64 points, gint64 max);

G_END_DECLS
