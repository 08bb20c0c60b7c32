/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/columns/columns.h"

G_BEGIN_DECLS

GtkLabel *bv_column_heads_find_label (GtkWidget *head);
void bv_column_heads_align (BvColumns *columns);

G_END_DECLS
