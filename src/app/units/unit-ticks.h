/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_UNIT_TICKS (bv_unit_ticks_get_type ())
G_DECLARE_FINAL_TYPE (BvUnitTicks, bv_unit_ticks, BV, UNIT_TICKS, GtkWidget)

GtkWidget *bv_unit_ticks_new (BvSession *session, gint64 first);
GArray *bv_unit_ticks_list (BvUnitTicks *ticks);

G_END_DECLS
