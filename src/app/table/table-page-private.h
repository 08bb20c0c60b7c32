/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/rows/row-details.h"
#include "app/table/details-width.h"
#include "app/table/table-frame.h"
#include "app/table/table-page.h"

G_BEGIN_DECLS

/* What a page with a table is made of. */
typedef struct
{
  BvTableFrame *frame; /* NULL: the page was never shown */
  BvCellEditor *editor;
  BvTableRows rows;
  BvRowDetails *details;
  BvDetailsWidth details_width;
  GtkWidget *bar; /* above the table; NULL: none */
  BvBanner *banner;
  GVariant *state;    /* of columns and details, until the page is shown; NULL: as at first */
  gint64 wanted;      /* to be selected when it is there; 0: nothing */
  gboolean has_table; /* it was read */
  gboolean details_hidden;
  gboolean compact; /* the window is narrow: columns that can be done without are hidden */
} BvTablePagePrivate;

BvTablePagePrivate *bv_table_page_get_private (BvTablePage *page);
void bv_table_page_keep_unsaved (BvTablePage *page);
void bv_table_page_show_remarks (BvTablePage *page);
void bv_table_page_be_page (BvPageInterface *iface);
gboolean bv_table_page_begin_edit (BvPage *page);
gboolean bv_table_page_end_search (BvPage *page);

G_END_DECLS
