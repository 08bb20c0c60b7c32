/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_CRITERIA_TICKS (bv_criteria_ticks_get_type ())
G_DECLARE_FINAL_TYPE (BvCriteriaTicks, bv_criteria_ticks, BV, CRITERIA_TICKS, GtkWidget)

void bv_criteria_ticks_show (BvCriteriaTicks *ticks, const GPtrArray *criteria);
GPtrArray *bv_criteria_ticks_copy (BvCriteriaTicks *ticks);

G_END_DECLS
