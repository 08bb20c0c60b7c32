/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/rows/row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_CELLS (bv_cells_get_type ())
G_DECLARE_FINAL_TYPE (BvCells, bv_cells, BV, CELLS, GObject)

/* Gives a cell more than its text: it is called each time after that was shown. */
typedef void (*BvCellLookFunc) (GtkInscription *cell, BvRow *row, gpointer data);

BvCells *bv_cells_find (GtkColumnViewColumn *column);
GtkListItem *bv_cells_get_item (GtkWidget *cell);
BvCells *bv_cells_get_owner (GtkWidget *cell);
const char *bv_cells_get_name (BvCells *cells);
guint bv_cells_get_column (BvCells *cells);
guint bv_cells_get_usual (BvCells *cells);
guint bv_cells_get_least (BvCells *cells);
gboolean bv_cells_is_elastic (BvCells *cells);
gboolean bv_cells_is_numeric (BvCells *cells);
gboolean bv_cells_is_kept (BvCells *cells);
gboolean bv_cells_is_spare (BvCells *cells);
void bv_cells_set_look (BvCells *cells, BvCellLookFunc look, gpointer data);

G_END_DECLS
