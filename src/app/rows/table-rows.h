/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/rows/row-span.h"
#include "app/search/row-filter.h"
#include "app/search/row-order.h"
#include "app/table/table-model.h"

G_BEGIN_DECLS

/* The rows of a table from what was read to what is shown: view ← selection ← sort ← filter ← model. Its
 * parts belong to whoever describes that, and are NULL before. */
typedef struct
{
  BvTableModel *model;
  BvRowFilter *filter;
  BvRowOrder *order;
  BvRowSpan *span;
  char *search; /* as typed; NULL: nothing yet */
  gint64 group; /* whose rows are shown; 0: all */
  guint kind;   /* the flag of those that are shown; 0: all */
} BvTableRows;

GtkSingleSelection *bv_table_rows_get_selection (BvTableRows *rows);
guint bv_table_rows_count (BvTableRows *rows);
guint bv_table_rows_count_all (BvTableRows *rows);
gboolean bv_table_rows_has (BvTableRows *rows, gint64 id);
gboolean bv_table_rows_has_any (BvTableRows *rows);
guint bv_table_rows_find (BvTableRows *rows, gint64 id);
guint bv_table_rows_find_best (BvTableRows *rows);
GArray *bv_table_rows_list_found (BvTableRows *rows);
GArray *bv_table_rows_list_first (BvTableRows *rows);
gboolean bv_table_rows_is_sorted (BvTableRows *rows);
gboolean bv_table_rows_finds_in (BvTableRows *rows, BvTable *table);
void bv_table_rows_set_table (BvTableRows *rows, BvTable *table);
void bv_table_rows_show_changed (BvTableRows *rows, const GArray *changed);
void bv_table_rows_look_again (BvTableRows *rows);
gboolean bv_table_rows_set_search (BvTableRows *rows, const char *text);
void bv_table_rows_set_group (BvTableRows *rows, gint64 group);
void bv_table_rows_set_kind (BvTableRows *rows, guint kind);

G_END_DECLS
