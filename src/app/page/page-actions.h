/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page.h"

G_BEGIN_DECLS

void bv_page_actions_add (GtkApplicationWindow *window, BvPage *page, guint place);
void bv_page_actions_set_enabled (GActionMap *window, BvPage *page, gboolean enabled);
void bv_page_actions_set_shown (GActionMap *window, BvPage *page, gboolean shown);

G_END_DECLS
