/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/proof/sum.h"
#include "store/proof/witnessed-tables.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Room-private: rows and changes as the cells that count in a digest: those that are not at their default,
 * and one for the row itself. */

#define BV_CELL_MOST_KEYS 3
#define BV_CELL_OF_ROW G_MAXUINT16 /* the column of what stands for the row itself */

/* Where a cell stands. All keys are numbers. */
typedef struct
{
  const BvWitnessedTable *table;
  gint64 keys[BV_CELL_MOST_KEYS]; /* 0 behind the last */
  guint column;
} BvCellPlace;

/* What is gained, or else lost; the digest covers place and value. */
typedef void (*BvCellFunc) (const BvCellPlace *place, const BvSum *digest, gboolean is_gained, gpointer data);

/* Of a changeset or a query. */
typedef sqlite3_value *(*BvCellValueFunc) (gpointer source, int column);

sqlite3_value *bv_witnessed_cells_get_old (gpointer iter, int column);
sqlite3_value *bv_witnessed_cells_get_new (gpointer iter, int column);
sqlite3_value *bv_witnessed_cells_get_column (gpointer statement, int column);

void bv_witnessed_cells_each (const BvWitnessedTable *table,
                              BvCellValueFunc get,
                              gpointer source,
                              gboolean is_gained,
                              BvCellFunc func,
                              gpointer data);
void bv_witnessed_cells_each_changed (const BvWitnessedTable *table,
                                      sqlite3_changeset_iter *iter,
                                      BvCellFunc func,
                                      gpointer data);

G_END_DECLS
