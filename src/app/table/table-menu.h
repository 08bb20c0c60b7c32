/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page.h"
#include "app/table/table-frame.h"

G_BEGIN_DECLS

void bv_table_menu_listen (BvTableFrame *frame, BvPage *page);
gboolean bv_table_menu_open (BvTableFrame *frame, BvPage *page);

G_END_DECLS
