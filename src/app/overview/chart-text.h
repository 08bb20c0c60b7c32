/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

int bv_chart_text_append (GtkWidget *widget,
                          GtkSnapshot *snapshot,
                          const char *text,
                          const char *colour,
                          const graphene_point_t *at,
                          float align);

G_END_DECLS
