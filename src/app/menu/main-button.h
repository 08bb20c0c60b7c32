/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bv_main_button_take_enter (GtkWidget *widget);

G_END_DECLS
