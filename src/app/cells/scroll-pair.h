/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvScrollPair:
 *
 * How far a widget that draws what is seen of it is scrolled: what a #GtkScrollable has to keep.
 */
typedef struct
{
  GtkWidget *widget;             /* not owned */
  void (*scrolled) (gpointer);   /* by somebody */
  GtkAdjustment *adjustments[2]; /* by orientation; NULL: none yet */
  GtkScrollablePolicy policies[2];
} BvScrollPair;

void bv_scroll_pair_override (GObjectClass *object_class);
gboolean bv_scroll_pair_set_property (BvScrollPair *pair, guint property_id, const GValue *value);
gboolean bv_scroll_pair_get_property (BvScrollPair *pair, guint property_id, GValue *value);
void bv_scroll_pair_clear (BvScrollPair *pair);

void bv_scroll_pair_configure (BvScrollPair *pair, GtkOrientation orientation, int all, int page, int step);
int bv_scroll_pair_get (const BvScrollPair *pair, GtkOrientation orientation);
void bv_scroll_pair_reveal (BvScrollPair *pair, GtkOrientation orientation, int from, int length);

G_END_DECLS
