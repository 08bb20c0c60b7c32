/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/table.h"
#include "core/text/search-words.h"

G_BEGIN_DECLS

GArray *bv_search_hits_find (BvTable *table, guint name, const BvSearchWords *words, guint most);
void bv_search_hits_share (guint *counts, guint n_lists, guint most);

G_END_DECLS
