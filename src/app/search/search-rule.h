/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/columns/columns.h"
#include "app/search/row-filter.h"
#include "app/search/row-order.h"

G_BEGIN_DECLS

guint bv_search_rule_find (GListModel *rows, BvRowFilter *filter, BvRowOrder *order);
char *bv_search_rule_write (GListModel *rows, guint from, BvRowFilter *filter, BvColumns *columns);

G_END_DECLS
