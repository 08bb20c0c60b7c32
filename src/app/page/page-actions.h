/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page.h"

G_BEGIN_DECLS

void bv_page_actions_add (GtkApplicationWindow *window, BvPage *page, guint place);
void bv_page_actions_update (GActionMap *window, BvPage *page, gboolean shown, gboolean writable);

G_END_DECLS
