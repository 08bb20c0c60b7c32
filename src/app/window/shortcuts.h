/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page-book.h"

G_BEGIN_DECLS

void bv_shortcuts_show (GtkApplicationWindow *window, BvPageBook *pages);

G_END_DECLS
