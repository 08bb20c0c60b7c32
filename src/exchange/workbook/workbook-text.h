/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much room a text takes in a cell. A workbook has no automatic heights for merged cells, and the
 * programs that open it differ in when they compute the others, so every height is written. */

double bv_workbook_text_measure_width (const char *text, double size, gboolean bold);
guint bv_workbook_text_count_lines (const char *text, double width, double size, gboolean bold);
double bv_workbook_text_measure_height (guint lines, double size);

G_END_DECLS
