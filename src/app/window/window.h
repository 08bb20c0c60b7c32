/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page.h"
#include "app/session/session.h"
#include "app/window/status-bar.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_WINDOW (bv_window_get_type ())
G_DECLARE_FINAL_TYPE (BvWindow, bv_window, BV, WINDOW, GtkApplicationWindow)

GtkWidget *bv_window_new (GtkApplication *application, BvSession *session);
BvSession *bv_window_get_session (BvWindow *window);
void bv_window_set_origin (BvWindow *window, const char *origin);
void bv_window_add_page (BvWindow *window, BvPage *page);
BvPage *bv_window_get_page (BvWindow *window, const char *key);
BvPage *bv_window_get_visible_page (BvWindow *window);
void bv_window_show_page (BvWindow *window, const char *key);
void bv_window_show_last_page (BvWindow *window, const char *otherwise);
BvStatusBar *bv_window_get_status_bar (BvWindow *window);
const char *bv_window_get_error (BvWindow *window);
void bv_window_set_damage (BvWindow *window, const char *text);
void bv_window_search (BvWindow *window, const char *text);
void bv_window_clear_search (BvWindow *window);

G_END_DECLS
