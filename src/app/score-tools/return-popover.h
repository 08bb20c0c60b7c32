/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_RETURN_POPOVER (bv_return_popover_get_type ())
G_DECLARE_FINAL_TYPE (BvReturnPopover, bv_return_popover, BV, RETURN_POPOVER, GtkPopover)

GtkWidget *bv_return_popover_new (GtkWidget *parent);
void bv_return_popover_ask (BvReturnPopover *popover,
                            const char *title,
                            const GPtrArray *reasons,
                            const GdkRectangle *place);

G_END_DECLS
