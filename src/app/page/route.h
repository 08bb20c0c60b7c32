/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page-book.h"
#include "app/session/session.h"

G_BEGIN_DECLS

#define BV_TYPE_ROUTE (bv_route_get_type ())
G_DECLARE_FINAL_TYPE (BvRoute, bv_route, BV, ROUTE, GObject)

BvRoute *bv_route_new (BvPageBook *pages, BvSession *session);
void bv_route_go (BvRoute *route, const char *page, gint64 record);
void bv_route_go_to_part (BvRoute *route, const char *page, gint64 record, const char *part);
gboolean bv_route_go_back (BvRoute *route);
gboolean bv_route_follow_replay (BvRoute *route);

G_END_DECLS
