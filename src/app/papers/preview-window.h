/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/papers/paper-choice.h"
#include "app/papers/paper-reader.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_PREVIEW_WINDOW (bv_preview_window_get_type ())
G_DECLARE_FINAL_TYPE (BvPreviewWindow, bv_preview_window, BV, PREVIEW_WINDOW, GtkWindow)

GtkWidget *bv_preview_window_new (GtkWindow *parent, BvSession *session);
void bv_preview_window_set_sealing (BvPreviewWindow *window, guint sealing);
void bv_preview_window_show (BvPreviewWindow *window, BvPaperChoice *choice, GListModel *special);
BvPaperChoice *bv_preview_window_get_choice (BvPreviewWindow *window);
BvPaperReader *bv_preview_window_get_reader (BvPreviewWindow *window);
gboolean bv_preview_window_is_busy (BvPreviewWindow *window);

G_END_DECLS
