/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_DETAILS_LAYOUT (bv_details_layout_get_type ())
G_DECLARE_FINAL_TYPE (BvDetailsLayout, bv_details_layout, BV, DETAILS_LAYOUT, GtkLayoutManager)

G_END_DECLS
