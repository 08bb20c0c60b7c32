/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/row.h"
#include "app/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_PAGE (bv_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (BvPage, bv_page, BV, PAGE, GtkWidget)

struct _BvPageClass
{
  GtkWidgetClass parent_class;

  /* Reads what the page shows. */
  void (*refresh) (BvPage *page);
  /* Totals and ranks are newer. */
  void (*ranked) (BvPage *page);
  /* Another row is selected; %NULL: none. */
  void (*selected) (BvPage *page, BvRow *row);
  /* Writes “195 units”. */
  char *(*count) (guint n_rows, const char *number);
};

void bv_page_build (BvPage *page);
BvSession *bv_page_get_session (BvPage *page);
void bv_page_set_session (BvPage *page, BvSession *session);
GtkColumnView *bv_page_get_view (BvPage *page);
void bv_page_set_table (BvPage *page, BvTable *table);
void bv_page_show_details (BvPage *page);
gboolean bv_page_is_busy (BvPage *page);
void bv_page_set_group (BvPage *page, gint64 group);
void bv_page_set_search (BvPage *page, const char *text);
gboolean bv_page_is_compact (BvPage *page);
void bv_page_set_details_visible (BvPage *page, gboolean visible);
gboolean bv_page_focus_table (BvPage *page);
gboolean bv_page_focus_details (BvPage *page);
gboolean bv_page_has_focus (BvPage *page, gboolean details);
void bv_page_want (BvPage *page, gint64 id);
gboolean bv_page_select (BvPage *page, gint64 id);
BvRow *bv_page_get_selected (BvPage *page);
char *bv_page_describe (BvPage *page);

G_END_DECLS
