/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page.h"
#include "app/rows/table-rows.h"
#include "app/search/no-rows.h"
#include "app/session/session.h"
#include "app/table/cell-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_TABLE_PAGE (bv_table_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (BvTablePage, bv_table_page, BV, TABLE_PAGE, GtkWidget)

struct _BvTablePageClass
{
  GtkWidgetClass parent_class;

  /* Another row is selected; %NULL: none. */
  void (*selected) (BvTablePage *page, BvRow *row);
  /* Says what a cell edits, as #BvCellDraftFunc does; NULL: nothing. */
  gboolean (*edit) (BvTablePage *page, BvRow *row, guint column, BvCellDraft *draft);
  /* Writes “195 units”. */
  char *(*count) (guint n_rows, const char *number);
  /* Says why it has no rows, whatever is searched; %FALSE, or NULL: nothing is to be said, or not yet. */
  gboolean (*explain) (BvTablePage *page, BvNoRowsReason *reason);
  /* Where it looks now, if what is searched stands elsewhere, and with @offer what leads there; %NULL, or
   * NULL: it looks everywhere. */
  char *(*name_scope) (BvTablePage *page, char **offer);
  /* Looks elsewhere too, as was offered last. */
  void (*widen) (BvTablePage *page);
};

/* What each page with a table can do; stands among its #BvPageAction. */
#define BV_TABLE_PAGE_COLUMNS                                                               \
  {                                                                                         \
    "columns", N_ ("Choose columns"), "<Control><Shift>c", bv_table_page_open_columns, TRUE \
  }

/* The next or previous row, from wherever the focus is; it stays there. */
#define BV_TABLE_PAGE_ROWS                                                                                  \
  { "next-row", N_ ("Next row"), "<Alt>Page_Down", bv_table_page_go_to_next, TRUE, .of_key = TRUE },        \
  {                                                                                                         \
    "previous-row", N_ ("Previous row"), "<Alt>Page_Up", bv_table_page_go_to_previous, TRUE, .of_key = TRUE \
  }

#define BV_TABLE_PAGE_EDIT                                                             \
  {                                                                                    \
    "edit-row", N_ ("Edit the selected row"), "F2", bv_table_page_edit_row, TRUE, TRUE \
  }

BvTableRows *bv_table_page_get_rows (BvTablePage *page);
GtkColumnView *bv_table_page_get_view (BvTablePage *page);
void bv_table_page_set_table (BvTablePage *page, BvTable *table);
void bv_table_page_show_changed_rows (BvTablePage *page, const GArray *rows);
void bv_table_page_show_new_texts (BvTablePage *page);
void bv_table_page_show_details (BvTablePage *page);
void bv_table_page_set_group (BvTablePage *page, gint64 group);
void bv_table_page_set_kind (BvTablePage *page, guint kind);
void bv_table_page_open_columns (BvPage *page);
void bv_table_page_go_to_next (BvPage *page);
void bv_table_page_go_to_previous (BvPage *page);
void bv_table_page_edit_row (BvPage *page);
gboolean bv_table_page_step (BvTablePage *page, int step);
void bv_table_page_offer_column (BvTablePage *page, GtkColumnViewColumn *column, gboolean offered);
gboolean bv_table_page_is_compact (BvTablePage *page);
void bv_table_page_want (BvTablePage *page, gint64 id);
gboolean bv_table_page_select (BvTablePage *page, gint64 id);
GtkWidget *bv_table_page_get_cell_entry (BvTablePage *page);
BvRow *bv_table_page_get_selected (BvTablePage *page);

G_END_DECLS
