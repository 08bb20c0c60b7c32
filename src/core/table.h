/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the cells of a column hold, and so how they are written and ordered. */
typedef enum
{
  BV_COLUMN_TEXT,   /* ordered by a sort key, which may be the text itself */
  BV_COLUMN_NUMBER, /* a whole number */
  BV_COLUMN_POINTS, /* 1/100 */
  BV_COLUMN_SIZE,   /* bytes */
  BV_COLUMN_SHARE,  /* bv_table_share(): “7/9” */
  BV_COLUMN_DOTS,   /* bv_table_share(): “●●○”, or “7/12” of so many */
} BvColumnType;

/* What is to be said of a whole row; the window gives each a look. */
typedef enum
{
  BV_TABLE_ROW_DIM = 1 << 0,        /* does not count for now */
  BV_TABLE_ROW_ALERT = 1 << 1,      /* stands in the way of sealing */
  BV_TABLE_ROW_INSIDE = 1 << 2,     /* inside the quota */
  BV_TABLE_ROW_ABOVE_LINE = 1 << 3, /* the last above the quota line */
  BV_TABLE_ROW_HEAD = 1 << 4,       /* stands for those below it */
  BV_TABLE_ROW_OFFER = 1 << 5,      /* stands for nothing: it offers to add something there */
  BV_TABLE_ROW_HOLDS = 1 << 6,      /* of a tree: others may stand below it */
  BV_TABLE_ROW_OPEN = 1 << 7,       /* and they are among the rows */
  BV_TABLE_ROW_KIND = 1 << 8,       /* of the first of the kinds that a page tells apart; of the next: << 1 */
} BvTableRowFlags;

#define BV_TABLE_NOT_FOUND G_MAXUINT

/**
 * BvTable:
 *
 * The rows of a page, packed: one for 10 000 nominees is some arrays, not 10 000 objects. Numbers are written
 * when they are shown, search texts folded when they are searched. Reference counted; it belongs to one
 * thread.
 */
typedef struct _BvTable BvTable;

BvTable *bv_table_new (const BvColumnType *types, guint n_columns);
BvTable *bv_table_new_like (BvTable *table);
BvTable *bv_table_ref (BvTable *table);
void bv_table_unref (BvTable *table);

guint bv_table_append (BvTable *table, gint64 id, gint64 group);
void bv_table_set_text (BvTable *table, guint row, guint column, const char *text, const char *key);
void bv_table_set_number (BvTable *table, guint row, guint column, gint64 number);
void bv_table_add_flags (BvTable *table, guint row, guint flags);
void bv_table_set_flags (BvTable *table, guint row, guint flags);
void bv_table_set_above (BvTable *table, guint row, guint above);
guint bv_table_copy_row (BvTable *table, BvTable *from, guint row);
void bv_table_sort (BvTable *table, guint column);
guint bv_table_find (BvTable *table, gint64 id);

guint bv_table_get_n_rows (BvTable *table);
guint bv_table_get_n_columns (BvTable *table);
gint64 bv_table_get_id (BvTable *table, guint row);
gint64 bv_table_get_group (BvTable *table, guint row);
guint bv_table_get_flags (BvTable *table, guint row);
gboolean bv_table_is_tree (BvTable *table);
guint bv_table_get_above (BvTable *table, guint row);
guint bv_table_get_depth (BvTable *table, guint row);
gboolean bv_table_find_siblings (BvTable *table, guint *row, guint *other);
gint64 bv_table_get_number (BvTable *table, guint row, guint column);
const char *bv_table_get_text (BvTable *table, guint row, guint column);
gboolean bv_table_has_text (BvTable *table, guint column, gint64 group);
guint
bv_table_find_longest (BvTable *table, guint column, gint64 group, guint n_first, guint *rows, guint n_rows);
const char *bv_table_get_folded (BvTable *table, guint row, guint name);
const char *bv_table_find_folded (BvTable *table, guint row, guint name, guint column, gsize *length);
char *bv_table_write_cell (BvTable *table, guint row, guint column);

int bv_table_compare (BvTable *first, guint row, BvTable *second, guint other, guint column);
gboolean bv_table_rows_equal (BvTable *first, guint row, BvTable *second, guint other);

gint64 bv_table_share (guint n_done, guint n_all);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvTable, bv_table_unref)

G_END_DECLS
