/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_COLUMN_SORTER (bv_column_sorter_get_type ())
G_DECLARE_FINAL_TYPE (BvColumnSorter, bv_column_sorter, BV, COLUMN_SORTER, GtkSorter)

G_END_DECLS
