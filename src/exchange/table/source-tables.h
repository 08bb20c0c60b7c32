/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/table/source-grid.h"

G_BEGIN_DECLS

/**
 * BvSourceTables:
 *
 * Tables of a text, some within cells of others: those come after the one that they stand in. Each is handed
 * over as soon as the outermost ends.
 */
typedef struct _BvSourceTables BvSourceTables;

/* A table that has begun, and the cell of it that is being read. */
typedef struct
{
  BvSourceGrid *grid;
  BvSourceText text;
  GString *number; /* what the cell is said to hold, beside its text; empty: nothing is said */
  BvSourceCell cell;
  BvSourceSpan span;
  gboolean in_row;
  gboolean in_cell;
} BvSourceTable;

BvSourceTables *bv_source_tables_new (const BvSourceSink *sink, gpointer data);
void bv_source_tables_free (BvSourceTables *tables);
BvSourceTable *bv_source_tables_get (const BvSourceTables *tables);
void bv_source_tables_begin (BvSourceTables *tables);
void bv_source_tables_end (BvSourceTables *tables);
gboolean bv_source_tables_goes_on (const BvSourceTables *tables);
gboolean bv_source_tables_finish (BvSourceTables *tables, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSourceTables, bv_source_tables_free)

G_END_DECLS
