/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page.h"

G_BEGIN_DECLS

GMenuModel *bv_page_menu_new (const BvPageInfo *info);
GtkWidget *bv_page_menu_new_popover (const BvPageInfo *info);

G_END_DECLS
