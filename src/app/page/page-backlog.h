/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page.h"

G_BEGIN_DECLS

char *bv_page_backlog_say (guint n_waiting, const char *alarm);
char *bv_page_backlog_write (BvPage *page);

G_END_DECLS
