/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkRGBA bv_chart_text_find_colour (GtkWidget *widget, const char *name);
int bv_chart_text_append (GtkWidget *widget,
                          GtkSnapshot *snapshot,
                          const char *text,
                          const char *colour,
                          float x,
                          float y,
                          float align);

G_END_DECLS
