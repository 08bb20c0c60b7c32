/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvGrid:
 *
 * A table of plain text, printed with its columns aligned.
 */
typedef struct _BvGrid BvGrid;

BvGrid *bv_grid_new (const char *alignment, ...) G_GNUC_NULL_TERMINATED;
void bv_grid_free (BvGrid *grid);
void bv_grid_add (BvGrid *grid, const char *cell);
void bv_grid_take (BvGrid *grid, char *cell);
void bv_grid_add_line (BvGrid *grid, const char *label);
void bv_grid_print (BvGrid *grid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvGrid, bv_grid_free)

G_END_DECLS
