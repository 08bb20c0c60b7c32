/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/unit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_UNIT_PARTS (bv_unit_parts_get_type ())
G_DECLARE_FINAL_TYPE (BvUnitParts, bv_unit_parts, BV, UNIT_PARTS, GtkWidget)

GtkWidget *bv_unit_parts_new (void);
GPtrArray *bv_unit_parts_list (BvUnitParts *parts, const BvUnit *from);

G_END_DECLS
