/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page-book.h"
#include "app/ways/way-history.h"
#include "app/ways/way-tables.h"

G_BEGIN_DECLS

/* What is looked through while the list is open. */
typedef struct _BvWayFinder BvWayFinder;

BvWayFinder *
bv_way_finder_new (BvSession *session, BvPageBook *pages, const BvWayHistory *history, GPtrArray *actions);
void bv_way_finder_free (BvWayFinder *finder);
void bv_way_finder_take_tables (BvWayFinder *finder, BvWayTables *tables);
gboolean bv_way_finder_is_whole (const BvWayFinder *finder);
GPtrArray *bv_way_finder_find (BvWayFinder *finder, const char *text);

G_END_DECLS
