/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-cell.h"
#include "exchange/source/source-text.h"

G_BEGIN_DECLS

/* How a cell stands to that above it. */
typedef enum
{
  BV_SOURCE_JOIN_NONE,
  BV_SOURCE_JOIN_BEGINS,    /* those below may be one with it */
  BV_SOURCE_JOIN_CONTINUES, /* it is one with that above */
  BV_SOURCE_JOIN_APART,     /* what it takes up is not one: its text only runs over */
} BvSourceJoin;

/* What a cell takes up. */
typedef struct
{
  guint n_columns;
  guint n_rows; /* 0: up to the last row */
  BvSourceJoin join;
} BvSourceSpan;

/**
 * BvSourceGrid:
 *
 * A table of which cells follow each other without a place of their own: each stands where the one before it,
 * and those that reach down from above, leave room. It is kept whole until it is handed over.
 */
typedef struct _BvSourceGrid BvSourceGrid;

BvSourceGrid *bv_source_grid_new (void);
void bv_source_grid_free (BvSourceGrid *grid);
void bv_source_grid_add_column (BvSourceGrid *grid, gboolean is_hidden);
void bv_source_grid_begin_row (BvSourceGrid *grid, gboolean is_hidden);
void bv_source_grid_skip (BvSourceGrid *grid, guint n_columns);
void bv_source_grid_add (BvSourceGrid *grid,
                         const BvSourceCell *cell,
                         const BvSourceText *text,
                         const BvSourceSpan *span);
guint bv_source_grid_get_n_rows (const BvSourceGrid *grid);
gboolean bv_source_grid_is_too_much (const BvSourceGrid *grid);
gboolean bv_source_grid_hand_over (const BvSourceGrid *grid,
                                   const char *name,
                                   const BvSourceSink *sink,
                                   gpointer data,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSourceGrid, bv_source_grid_free)

G_END_DECLS
