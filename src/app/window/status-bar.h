/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/work.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_STATUS_BAR (bv_status_bar_get_type ())
G_DECLARE_FINAL_TYPE (BvStatusBar, bv_status_bar, BV, STATUS_BAR, GtkWidget)

void bv_status_bar_set_page (BvStatusBar *bar, const char *text);
void bv_status_bar_show_action (BvStatusBar *bar, const char *label, gboolean can_undo);
void bv_status_bar_clear (BvStatusBar *bar);
void bv_status_bar_add_work (BvStatusBar *bar, BvWork *work);
void bv_status_bar_set_backup (BvStatusBar *bar, const char *text, gboolean alert);
const char *bv_status_bar_get_message (BvStatusBar *bar);

G_END_DECLS
