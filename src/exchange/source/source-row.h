/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-cell.h"
#include "exchange/source/source-text.h"

G_BEGIN_DECLS

/**
 * BvSourceRow:
 *
 * The cells of a row, until it is handed over; kept for the next one. The names of fonts outlive it.
 */
typedef struct _BvSourceRow BvSourceRow;

BvSourceRow *bv_source_row_new (const BvSourceSink *sink, gpointer data);
void bv_source_row_free (BvSourceRow *row);
void bv_source_row_add (BvSourceRow *row, const BvSourceCell *cell, gboolean stays);
void bv_source_row_add_text (BvSourceRow *row,
                             const BvSourceCell *cell,
                             const BvSourceRun *runs,
                             guint n_runs,
                             gboolean stays);
void bv_source_row_repeat (BvSourceRow *row, guint column, gboolean is_hidden);
gboolean
bv_source_row_hand_over (BvSourceRow *row, guint number, guint n_rows, gboolean is_hidden, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSourceRow, bv_source_row_free)

G_END_DECLS
