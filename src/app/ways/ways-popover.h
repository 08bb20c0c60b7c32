/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/ways/way-finder.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_WAYS_POPOVER (bv_ways_popover_get_type ())
G_DECLARE_FINAL_TYPE (BvWaysPopover, bv_ways_popover, BV, WAYS_POPOVER, GtkPopover)

GtkWidget *bv_ways_popover_new (void);
void bv_ways_popover_open (BvWaysPopover *popover, BvWayFinder *finder);
void bv_ways_popover_look_again (BvWaysPopover *popover);
BvWayFinder *bv_ways_popover_get_finder (BvWaysPopover *popover);

G_END_DECLS
