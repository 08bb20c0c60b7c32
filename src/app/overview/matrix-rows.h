/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/scoring/score-model.h"
#include "core/overview.h"

G_BEGIN_DECLS

typedef struct _BvMatrixRows BvMatrixRows;

BvMatrixRows *bv_matrix_rows_new (void);
void bv_matrix_rows_free (BvMatrixRows *rows);
void bv_matrix_rows_take (BvMatrixRows *rows,
                          const BvProposal *proposal,
                          BvOverview *overview,
                          gint64 group,
                          BvOverviewSought sought,
                          gboolean keeps);

guint bv_matrix_rows_count (const BvMatrixRows *rows);
guint bv_matrix_rows_count_columns (const BvMatrixRows *rows);
const BvCriterion *bv_matrix_rows_get_leaf (const BvMatrixRows *rows, guint column);
const BvEntrant *bv_matrix_rows_get_entrant (const BvMatrixRows *rows, guint row);
const BvOverviewRow *bv_matrix_rows_get_counts (const BvMatrixRows *rows, guint row);
const guint *bv_matrix_rows_count_cells (const BvMatrixRows *rows, guint column);
const BvScore *bv_matrix_rows_get_score (const BvMatrixRows *rows, guint row);
gboolean bv_matrix_rows_get_cell (const BvMatrixRows *rows, guint row, guint column, BvScoreCell *cell);
gboolean bv_matrix_rows_find (const BvMatrixRows *rows, gint64 nominee, guint *row);
char *bv_matrix_rows_describe (const BvMatrixRows *rows, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvMatrixRows, bv_matrix_rows_free)

G_END_DECLS
