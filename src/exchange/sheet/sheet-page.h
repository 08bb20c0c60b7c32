/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/sheet-cells.h"

G_BEGIN_DECLS

void bv_sheet_set_page (BvSheet *sheet, gboolean landscape, guint n_repeated);
void bv_sheet_set_table (BvSheet *sheet, guint head, guint last_row, guint last_column);
void bv_sheet_keep_together (BvSheet *sheet, guint head, guint row, gboolean landscape);

void bv_sheet_keep_heads (BvSheet *sheet, guint head, const GArray *rows, gboolean landscape);

G_END_DECLS
