/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/intake-cell.h"

G_BEGIN_DECLS

/* Cells that are shown as one, from 0. */
typedef struct
{
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
} BvIntakeRange;

/**
 * BvIntakeTable:
 *
 * A table from outside, or its first rows: who keeps it fills it row by row.
 */
typedef struct _BvIntakeTable BvIntakeTable;

BvIntakeTable *bv_intake_table_new (const char *name);
void bv_intake_table_free (BvIntakeTable *table);
void bv_intake_table_add (BvIntakeTable *table, guint row, const BvIntakeCell *cell);
void bv_intake_table_set_text (BvIntakeTable *table, guint row, guint column, const char *text);
void bv_intake_table_merge (BvIntakeTable *table, const BvIntakeRange *range);

const char *bv_intake_table_get_name (const BvIntakeTable *table);
guint bv_intake_table_get_n_rows (const BvIntakeTable *table);
guint bv_intake_table_get_n_columns (const BvIntakeTable *table);
const GArray *bv_intake_table_get_row (const BvIntakeTable *table, guint row);
const BvIntakeCell *bv_intake_table_get_cell (const BvIntakeTable *table, guint row, guint column);
const BvIntakeRange *bv_intake_table_get_range (const BvIntakeTable *table, guint row, guint column);
const char *bv_intake_table_get_text (const BvIntakeTable *table, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvIntakeTable, bv_intake_table_free)

G_END_DECLS
