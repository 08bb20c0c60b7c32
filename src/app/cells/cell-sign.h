/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cell-state.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A sign is drawn in a square of so many pixels. */
#define BV_CELL_SIGN_BOX 12

/* The colours of a state; transparent: it has none of its own. */
typedef struct
{
  GdkRGBA wash;   /* of a cell in which numbers stand */
  GdkRGBA ground; /* of the sign */
  GdkRGBA sign;
} BvCellColours;

BvCellColours bv_cell_sign_find_colours (GtkWidget *widget, BvCellState state);
void bv_cell_sign_draw (cairo_t *cr, BvCellState state);

G_END_DECLS
