/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/columns/columns.h"

G_BEGIN_DECLS

#define BV_TYPE_COLUMN_MENU (bv_column_menu_get_type ())
G_DECLARE_FINAL_TYPE (BvColumnMenu, bv_column_menu, BV, COLUMN_MENU, GtkPopover)

GtkWidget *bv_column_menu_new (BvColumns *columns);
void bv_column_menu_open (BvColumnMenu *menu, const GdkRectangle *at);

G_END_DECLS
