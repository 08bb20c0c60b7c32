/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page.h"

G_BEGIN_DECLS

/* What a widget that draws cells knows of them. */
typedef struct
{
  /* Goes to the cell at a point, if there is one and it can be left where one is. */
  gboolean (*select_at) (gpointer cells, double x, double y);
  /* Where the cell is in which one is; FALSE: there is none. */
  gboolean (*locate) (gpointer cells, GdkRectangle *at);
} BvCellMenuFuncs;

void bv_cell_menu_listen (GtkWidget *cells, BvPage *page, const BvCellMenuFuncs *funcs);

G_END_DECLS
