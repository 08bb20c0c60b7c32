/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Called with how far long work is, 0 to 1; may be called from a worker thread. */
typedef void (*BvProgressFunc) (double fraction, gpointer data);

/**
 * BvProgress:
 *
 * How far long work is, for those who want to know, and may give it up. Part of the work gets a part of the
 * span. Where a function takes one, %NULL is nobody.
 */
typedef struct
{
  BvProgressFunc func; /* NULL: not reported */
  gpointer data;
  GCancellable *cancellable; /* NULL: it is not given up */
  double from;               /* what of the whole is done when the work begins */
  double to;                 /* and when it ends */
} BvProgress;

#define BV_PROGRESS_INIT(func, data, cancellable) \
  {                                               \
    (func), (data), (cancellable), 0, 1           \
  }

BvProgress bv_progress_narrow (const BvProgress *progress, double from, double to);
void bv_progress_tell (const BvProgress *progress, double fraction);
GCancellable *bv_progress_get_cancellable (const BvProgress *progress);
gboolean bv_progress_is_cancelled (const BvProgress *progress, GError **error);

G_END_DECLS
