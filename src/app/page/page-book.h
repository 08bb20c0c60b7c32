/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page.h"

G_BEGIN_DECLS

#define BV_TYPE_PAGE_BOOK (bv_page_book_get_type ())
G_DECLARE_FINAL_TYPE (BvPageBook, bv_page_book, BV, PAGE_BOOK, GtkWidget)

void bv_page_book_add (BvPageBook *book, BvPage *page);
GtkSelectionModel *bv_page_book_get_pages (BvPageBook *book);
guint bv_page_book_count (BvPageBook *book);
guint bv_page_book_count_listed (BvPageBook *book, gboolean of_setup);
BvPage *bv_page_book_get_nth (BvPageBook *book, guint place);
BvPage *bv_page_book_find (BvPageBook *book, const char *key);
BvPage *bv_page_book_get_visible (BvPageBook *book);
void bv_page_book_show (BvPageBook *book, const char *key);
void bv_page_book_set_compact (BvPageBook *book, gboolean compact);
void bv_page_book_set_details_visible (BvPageBook *book, gboolean visible);
void bv_page_book_show_error (BvPageBook *book, const char *text);
const char *bv_page_book_get_error (BvPageBook *book);
void bv_page_book_set_read_only (BvPageBook *book, const char *reason);
void bv_page_book_set_damage (BvPageBook *book, const char *text);
void bv_page_book_save_states (BvPageBook *book);

G_END_DECLS
