/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/fonts.h"
#include "print/lettering.h"

#define LINE "Đề nghị khen thưởng"

/* Where the line begins, in points. */
#define LEFT 20.0
#define BASELINE 50.0

/* What is recorded has whole points, and smooth edges. */
#define NEAR 1.5

/* Where there is ink, as GTK records it for the screen. */
static cairo_rectangle_t
record (PangoLayoutLine *line)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle_t ink;

  cairo_move_to (cr, LEFT, BASELINE);
  bv_lettering_draw (line, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_surface_destroy (surface);
  return ink;
}

static void
assert_ink (PangoLayoutLine *line)
{
  cairo_rectangle_t drawn = record (line);
  PangoRectangle ink;
  double left;
  double top;

  pango_layout_line_get_extents (line, &ink, NULL);
  left = LEFT + pango_units_to_double (ink.x);
  top = BASELINE + pango_units_to_double (ink.y);
  g_assert_cmpint (ink.width, >, 0);
  g_assert_cmpfloat_with_epsilon (drawn.x, left, NEAR);
  g_assert_cmpfloat_with_epsilon (drawn.y, top, NEAR);
  g_assert_cmpfloat_with_epsilon (drawn.x + drawn.width, left + pango_units_to_double (ink.width), NEAR);
  g_assert_cmpfloat_with_epsilon (drawn.y + drawn.height, top + pango_units_to_double (ink.height), NEAR);
}

static void
test_places (void)
{
  g_autoptr (BvFonts) fonts = bv_fonts_get ();

  for (guint i = 0; i < BV_N_STYLES; i++)
    {
      PangoLayout *layout = bv_fonts_begin_layout (fonts, i);

      pango_layout_set_text (layout, LINE, -1);
      assert_ink (pango_layout_get_line_readonly (layout, 0));
      g_object_unref (layout);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lettering/on-the-screen-ink-is-where-it-is-on-paper", test_places);
  return g_test_run ();
}
