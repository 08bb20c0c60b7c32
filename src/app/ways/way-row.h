/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/ways/way.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_WAY_ROW (bv_way_row_get_type ())
G_DECLARE_FINAL_TYPE (BvWayRow, bv_way_row, BV, WAY_ROW, GtkListBoxRow)

GtkWidget *bv_way_row_new (BvWay *way);
const BvWay *bv_way_row_get_way (BvWayRow *row);
void bv_way_row_set_chosen (BvWayRow *row, gboolean chosen);

G_END_DECLS
