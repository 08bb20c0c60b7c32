/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/columns/columns.h"
#include "core/table.h"

G_BEGIN_DECLS

typedef struct _BvColumnWidths BvColumnWidths;

BvColumnWidths *bv_column_widths_new (BvColumns *columns);
void bv_column_widths_free (BvColumnWidths *widths);
void bv_column_widths_set_table (BvColumnWidths *widths, BvTable *table, gint64 group);
void bv_column_widths_share (BvColumnWidths *widths, int room);

G_END_DECLS
