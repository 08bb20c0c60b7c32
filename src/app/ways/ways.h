/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page-book.h"
#include "app/session/session.h"

G_BEGIN_DECLS

#define BV_TYPE_WAYS (bv_ways_get_type ())
G_DECLARE_FINAL_TYPE (BvWays, bv_ways, BV, WAYS, GObject)

BvWays *bv_ways_new (GtkApplicationWindow *window,
                     BvSession *session,
                     BvPageBook *pages,
                     GMenuModel *menu,
                     GtkWidget *anchor);
void bv_ways_open (BvWays *ways);

G_END_DECLS
