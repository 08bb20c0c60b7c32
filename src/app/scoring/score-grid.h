/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A cell of the sheet. */
typedef struct
{
  guint row;
  guint column;
} BvScoreSpot;

/* Cells of the sheet: those from the first to the last of both, which are among them. */
typedef struct
{
  BvScoreSpot first;
  BvScoreSpot last;
} BvScoreBlock;

/**
 * BvScoreGrid:
 *
 * Where everything of the sheet stands, in pixels of the widget: heads above and the frozen columns at the
 * left stay, the rest is scrolled below and behind them.
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  int width; /* of the widget */
  int height;
  int x; /* how far it is scrolled */
  int y;
  int row_height;
  int head_height;
  int number_width;
  int name_width;
  int total_width;
  int rank_width;
  int leaf_width;
} BvScoreGrid;

void bv_score_grid_share (BvScoreGrid *grid, int line_height, int longest_name);
int bv_score_grid_get_frozen (const BvScoreGrid *grid);
graphene_rect_t bv_score_grid_get_cell (const BvScoreGrid *grid, const BvScoreSpot *spot);
gboolean bv_score_grid_find (const BvScoreGrid *grid, double x, double y, BvScoreSpot *spot);
BvScoreBlock bv_score_grid_get_seen (const BvScoreGrid *grid);
guint bv_score_grid_count_seen_rows (const BvScoreGrid *grid);
guint bv_score_grid_count_seen_columns (const BvScoreGrid *grid);

BvScoreBlock bv_score_grid_block_between (const BvScoreSpot *a, const BvScoreSpot *b);
gboolean bv_score_grid_block_has (const BvScoreBlock *block, const BvScoreSpot *spot);

gboolean bv_score_grid_move (const BvScoreGrid *grid, guint keyval, GdkModifierType state, BvScoreSpot *spot);

G_END_DECLS
