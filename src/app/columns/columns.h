/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/table/cells.h"

G_BEGIN_DECLS

#define BV_TYPE_COLUMNS (bv_columns_get_type ())
G_DECLARE_FINAL_TYPE (BvColumns, bv_columns, BV, COLUMNS, GObject)

/* Whether a column is shown. */
typedef enum
{
  BV_COLUMN_CHOICE_OFFERED, /* where it says something and there is room for it */
  BV_COLUMN_CHOICE_SHOWN,   /* the user wants it in any case */
  BV_COLUMN_CHOICE_HIDDEN,  /* the user does not want it */
} BvColumnChoice;

/* One column, wherever it stands. */
typedef struct
{
  GtkColumnViewColumn *column; /* owned */
  BvCells *cells;              /* owned */
  gboolean offered;
  BvColumnChoice choice;
  int given; /* the width that the user gave it; 0: none */
} BvTableColumn;

BvColumns *bv_columns_new (GtkColumnView *view);
GtkColumnView *bv_columns_get_view (BvColumns *columns);
guint bv_columns_count (BvColumns *columns);
BvTableColumn *bv_columns_get_nth (BvColumns *columns, guint place);
BvTableColumn *bv_columns_get_nth_at_first (BvColumns *columns, guint place);
BvTableColumn *bv_columns_find (BvColumns *columns, const char *name);
guint bv_columns_get_place (BvColumns *columns, const BvTableColumn *column);
gboolean bv_columns_is_shown (BvColumns *columns, const BvTableColumn *column);

void bv_columns_offer (BvColumns *columns, GtkColumnViewColumn *column, gboolean offered);
void bv_columns_set_narrow (BvColumns *columns, gboolean narrow);
void bv_columns_choose (BvColumns *columns, BvTableColumn *column, BvColumnChoice choice);
void bv_columns_show (BvColumns *columns, BvTableColumn *column, gboolean shown);
void bv_columns_move (BvColumns *columns, BvTableColumn *column, guint place);
void bv_columns_give_width (BvColumns *columns, BvTableColumn *column, int width);
void bv_columns_reset (BvColumns *columns);

G_END_DECLS
