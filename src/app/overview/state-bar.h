/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cell-state.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_STATE_BAR (bv_state_bar_get_type ())
G_DECLARE_FINAL_TYPE (BvStateBar, bv_state_bar, BV, STATE_BAR, GtkWidget)

GtkWidget *bv_state_bar_new (const guint *cells);
void bv_state_bar_append (GtkSnapshot *snapshot,
                          const GdkRGBA *colours,
                          const guint *cells,
                          const graphene_rect_t *place);

G_END_DECLS
