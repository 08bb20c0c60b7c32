/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BV_TYPE_TABLE_MODEL (bv_table_model_get_type ())
G_DECLARE_FINAL_TYPE (BvTableModel, bv_table_model, BV, TABLE_MODEL, GObject)

BvTableModel *bv_table_model_new (void);
BvTable *bv_table_model_get_table (BvTableModel *model);
void bv_table_model_notify_changed (BvTableModel *model, guint row);
gboolean bv_table_model_set_table (BvTableModel *model, BvTable *table);

G_END_DECLS
