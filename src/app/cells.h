/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_CELLS (bv_cells_get_type ())
G_DECLARE_FINAL_TYPE (BvCells, bv_cells, BV, CELLS, GObject)

G_END_DECLS
