/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How wide a table is on paper. Programs make it as small as is asked for; what is read at a desk is never
 * smaller than this, so a table that is too wide for one page goes over several, with its first columns on
 * each of them. */
#define BV_PRINT_LEAST_SIZE 7.0 /* points */

guint bv_print_width_count_pages (const double *widths,
                                  guint n_columns,
                                  guint n_repeated,
                                  double room,
                                  double size);
double
bv_print_width_scale (const double *widths, guint n_columns, guint n_repeated, double room, guint n_pages);

G_END_DECLS
