/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "store/changes.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a widget hears of its session; each is called while the widget is seen. */
typedef struct
{
  const char *const *tables; /* the entities whose changes count, %NULL at the end; NULL: none */
  void (*refresh) (gpointer widget, const BvChanges *changes);
  void (*ranked) (gpointer widget); /* NULL: nothing is to be done then */
} BvPageFeedFuncs;

typedef struct _BvPageFeed BvPageFeed;

void bv_page_feed_start (GtkWidget *widget, BvSession *session, BvPageFeedFuncs funcs);
BvSession *bv_page_feed_get_session (GtkWidget *widget);
gboolean bv_page_feed_is_waiting (GtkWidget *widget);

G_END_DECLS
