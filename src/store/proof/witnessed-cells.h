/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/proof/sum.h"
#include "store/proof/witnessed-tables.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Room-private: rows and changes as the cells that count in a digest: those that are not at their default,
 * and one for the row itself. */

#define BV_WITNESSED_MOST_KEYS 3
#define BV_WITNESSED_OF_ROW G_MAXUINT16 /* the column of what stands for the row itself */

/* Where a cell stands. All keys are numbers. */
typedef struct
{
  const BvWitnessedTable *table;
  gint64 keys[BV_WITNESSED_MOST_KEYS]; /* 0 behind the last */
  guint column;
} BvWitnessedPlace;

/* What is gained, or else lost; the digest covers place and value. */
typedef void (*BvWitnessedCellFunc) (const BvWitnessedPlace *place,
                                     const BvSum *digest,
                                     gboolean is_gained,
                                     gpointer data);

/* Of a changeset or a query. */
typedef sqlite3_value *(*BvWitnessedValueFunc) (gpointer source, int column);

guint bv_witnessed_place_hash (gconstpointer place);
gboolean bv_witnessed_place_equal (gconstpointer a, gconstpointer b);

sqlite3_value *bv_witnessed_cells_get_old (gpointer iter, int column);
sqlite3_value *bv_witnessed_cells_get_new (gpointer iter, int column);
sqlite3_value *bv_witnessed_cells_get_column (gpointer statement, int column);

void bv_witnessed_cells_each (const BvWitnessedTable *table,
                              BvWitnessedValueFunc get,
                              gpointer source,
                              gboolean is_gained,
                              BvWitnessedCellFunc func,
                              gpointer data);
const BvWitnessedTable *bv_witnessed_table_find (GHashTable *tables, sqlite3_changeset_iter *iter);
void bv_witnessed_cells_each_changed (const BvWitnessedTable *table,
                                      sqlite3_changeset_iter *iter,
                                      BvWitnessedCellFunc func,
                                      gpointer data);

G_END_DECLS
