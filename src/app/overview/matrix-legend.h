/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_MATRIX_LEGEND (bv_matrix_legend_get_type ())
G_DECLARE_FINAL_TYPE (BvMatrixLegend, bv_matrix_legend, BV, MATRIX_LEGEND, GtkWidget)

G_END_DECLS
