/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page.h"

G_BEGIN_DECLS

void bv_parts_focus_other (GtkWidget *sidebar, BvPage *page, gboolean next);

G_END_DECLS
