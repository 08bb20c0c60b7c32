/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page.h"
#include "app/table/cell-editor.h"
#include "app/table/table-frame.h"

G_BEGIN_DECLS

/* What the page does by a key; each says whether there was anything to do. */
typedef struct
{
  gboolean (*edit) (BvPage *page);
  gboolean (*end_search) (BvPage *page);
} BvTableKeyFuncs;

void bv_table_keys_add (BvTableFrame *frame,
                        BvCellEditor *editor,
                        BvPage *page,
                        GtkWidget *bar,
                        const BvTableKeyFuncs *funcs);

G_END_DECLS
