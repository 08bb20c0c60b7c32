/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/lettering.h"

/* GTK records what is shown, and draws it on the screen later. */
static gboolean
is_for_screen (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_RECORDING;
}

/* Windows fits small letters to the pixels of the screen, each by itself: words run into each other, and
 * Times New Roman loses its smooth edges. Outlines stay as they are on paper. */
void
bv_lettering_draw (PangoLayoutLine *line, cairo_t *cr)
{
  if (!is_for_screen (cr))
    {
      pango_cairo_show_layout_line (cr, line);
      return;
    }
  pango_cairo_layout_line_path (cr, line);
  cairo_fill (cr);
}
