/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_MORE_BUTTON (bv_more_button_get_type ())
G_DECLARE_FINAL_TYPE (BvMoreButton, bv_more_button, BV, MORE_BUTTON, GtkWidget)

G_END_DECLS
