/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_FIGURE (bv_figure_get_type ())
G_DECLARE_FINAL_TYPE (BvFigure, bv_figure, BV, FIGURE, GtkButton)

void bv_figure_set (BvFigure *figure, const char *number, const char *words, const char *note);

G_END_DECLS
