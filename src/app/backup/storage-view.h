/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_STORAGE_VIEW (bv_storage_view_get_type ())
G_DECLARE_FINAL_TYPE (BvStorageView, bv_storage_view, BV, STORAGE_VIEW, GtkWidget)

void bv_storage_view_read (BvStorageView *view, const char *library);
gboolean bv_storage_view_is_busy (BvStorageView *view);

G_END_DECLS
