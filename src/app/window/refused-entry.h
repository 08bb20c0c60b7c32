/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page-book.h"

G_BEGIN_DECLS

gboolean bv_refused_entry_show (BvPageBook *pages);
gboolean bv_refused_entry_ask (BvPageBook *pages, GHashTable *asked);

G_END_DECLS
