/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/overview/matrix-rows.h"
#include "app/scoring/score-grid.h"
#include "app/scoring/score-look.h"

G_BEGIN_DECLS

/* Where everything of the matrix stands: its cells as those of a sheet, totals at the right end of what is
 * seen. */
typedef struct
{
  BvScoreGrid cells;
  int width; /* of the widget, in pixels */
  int total_width;
} BvMatrixGrid;

/* Cells that were drawn once, by state; NULL: not yet. */
typedef struct
{
  GskRenderNode *blocks[BV_N_CELL_STATES];
  GskRenderNode *corner;
  int width;
} BvMatrixBlocks;

/* What of a matrix is drawn. */
typedef struct
{
  const BvMatrixRows *rows;
  const BvMatrixGrid *grid;
  BvScoreLook *look;
  BvMatrixBlocks *blocks;
  BvScoreSpot cursor;
  guint n_drawn; /* cells, when it was drawn */
} BvMatrixPicture;

void bv_matrix_grid_share (BvMatrixGrid *grid, int width, int line_height, int longest_name);
int bv_matrix_grid_get_total (const BvMatrixGrid *grid);
void bv_matrix_blocks_clear (BvMatrixBlocks *blocks);
void bv_matrix_paint (BvMatrixPicture *picture, GtkSnapshot *snapshot);

G_END_DECLS
