/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_TABS (bv_tabs_get_type ())
G_DECLARE_FINAL_TYPE (BvTabs, bv_tabs, BV, TABS, GtkWidget)

/* One tab: what it stands for, and how many rows are behind it (-1: not said). */
typedef struct
{
  gint64 id;
  const char *title;
  int count;
} BvTab;

void bv_tabs_set (BvTabs *tabs, const BvTab *items, guint n_items);
gint64 bv_tabs_get_chosen (BvTabs *tabs);
void bv_tabs_choose (BvTabs *tabs, gint64 id);
void bv_tabs_step (BvTabs *tabs, int step);

G_END_DECLS
