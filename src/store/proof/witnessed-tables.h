/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Of a column whose default is null the type is SQLITE_NULL. */
typedef struct
{
  char *name;
  gboolean is_key;
  int type; /* of its default: SQLITE_NULL, SQLITE_INTEGER or SQLITE_TEXT */
  gint64 number;
  char *text;
} BvWitnessedColumn;

/**
 * BvWitnessedTable:
 *
 * Room-private: a journalled table as the digest of the content sees it.
 */
typedef struct
{
  const char *name;  /* interned */
  GArray *columns;   /* of BvWitnessedColumn */
  const char *owner; /* interned: the table of the record that a row belongs to; NULL: none */
  int owner_column;
  char *find_owner;   /* a query of the owner of the row ?1; NULL: its key says it */
  gboolean is_record; /* of what was done with a campaign, or is kept beside: nothing else speaks of it */
} BvWitnessedTable;

gboolean bv_witnessed_tables_take (const char *table);
GHashTable *bv_witnessed_tables_read (BvLibrary *library, GError **error);

/* Takes one row, all columns. */
typedef void (*BvWitnessedRowFunc) (const BvWitnessedTable *table, sqlite3_stmt *row, gpointer data);

gboolean bv_witnessed_table_each_row (BvLibrary *library,
                                      const BvWitnessedTable *table,
                                      gboolean torn,
                                      BvWitnessedRowFunc func,
                                      gpointer data,
                                      GError **error);

/* Of the table's columns. */
const BvWitnessedColumn *bv_witnessed_table_column (const BvWitnessedTable *table, int column);
gboolean bv_witnessed_table_is_default (const BvWitnessedTable *table, int column, sqlite3_value *value);

G_END_DECLS
