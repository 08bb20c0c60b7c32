/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_NOMINEE_POPOVER (bv_nominee_popover_get_type ())
G_DECLARE_FINAL_TYPE (BvNomineePopover, bv_nominee_popover, BV, NOMINEE_POPOVER, GtkPopover)

GtkWidget *bv_nominee_popover_new (GtkWidget *parent);
void bv_nominee_popover_show (BvNomineePopover *popover, BvSession *session, const GPtrArray *nominees);

G_END_DECLS
