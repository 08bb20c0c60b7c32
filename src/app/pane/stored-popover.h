/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/evidence/score-papers.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_STORED_POPOVER (bv_stored_popover_get_type ())
G_DECLARE_FINAL_TYPE (BvStoredPopover, bv_stored_popover, BV, STORED_POPOVER, GtkPopover)

GtkWidget *bv_stored_popover_new (GtkWidget *parent);
void bv_stored_popover_ask (BvStoredPopover *popover, GPtrArray *stored, const BvScorePapers *linked);

G_END_DECLS
