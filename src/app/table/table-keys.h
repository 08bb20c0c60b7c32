/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page.h"
#include "app/table/cell-editor.h"
#include "app/table/table-frame.h"

G_BEGIN_DECLS

void bv_table_keys_add (BvTableFrame *frame, BvCellEditor *editor, BvPage *page, GtkWidget *bar);

G_END_DECLS
