/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/lettering.h"

/**
 * bv_lettering_draw:
 * @line: a line
 * @cr: what to draw on, at the left end of the baseline
 *
 * Draws a line as it will be on paper: on paper and in a PDF as text, on the screen in the same places.
 */
void
bv_lettering_draw (PangoLayoutLine *line, cairo_t *cr)
{
  pango_cairo_show_layout_line (cr, line);
}
