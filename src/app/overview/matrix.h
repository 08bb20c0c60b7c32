/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/overview/matrix-rows.h"
#include "app/scoring/score-grid.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_MATRIX (bv_matrix_get_type ())
G_DECLARE_FINAL_TYPE (BvMatrix, bv_matrix, BV, MATRIX, GtkWidget)

void bv_matrix_set_rows (BvMatrix *matrix, const BvMatrixRows *rows);
void bv_matrix_reload (BvMatrix *matrix);
void bv_matrix_go (BvMatrix *matrix, guint row, guint column);
BvScoreSpot bv_matrix_get_cursor (BvMatrix *matrix);
gboolean bv_matrix_select_at (BvMatrix *matrix, double x, double y);
gboolean bv_matrix_locate (BvMatrix *matrix, GdkRectangle *at);
guint bv_matrix_count_drawn (BvMatrix *matrix);

G_END_DECLS
