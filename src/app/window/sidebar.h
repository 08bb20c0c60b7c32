/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page-book.h"

G_BEGIN_DECLS

#define BV_TYPE_SIDEBAR (bv_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (BvSidebar, bv_sidebar, BV, SIDEBAR, GtkWidget)

void bv_sidebar_set_pages (BvSidebar *sidebar, BvPageBook *book);
void bv_sidebar_set_compact (BvSidebar *sidebar, gboolean compact);

G_END_DECLS
