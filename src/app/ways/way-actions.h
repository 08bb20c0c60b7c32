/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page-book.h"

G_BEGIN_DECLS

GPtrArray *bv_way_actions_list (GtkApplicationWindow *window, BvPageBook *pages, GMenuModel *menu);

G_END_DECLS
