/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A page, or a record of it, that was gone to. */
typedef struct
{
  char *page;    /* its key */
  gint64 record; /* 0: the page itself */
} BvVisit;

/* The places that were visited last, each once. */
typedef struct _BvWayHistory BvWayHistory;

BvWayHistory *bv_way_history_new (void);
void bv_way_history_free (BvWayHistory *history);
void bv_way_history_add (BvWayHistory *history, const char *page, gint64 record);
guint bv_way_history_count (const BvWayHistory *history);
const BvVisit *bv_way_history_get (const BvWayHistory *history, guint index);

G_END_DECLS
