/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/fonts.h"

#include <hb.h>

#define POINTS_PER_INCH 72
#define N_ADVANCES 0x1F00 /* up to the last letter of Vietnamese */
/* Where the first is not there: on Windows Pango looks for no other by itself. */
#define FAMILIES BV_STYLE_FAMILY ",Liberation Serif,Serif"

static PangoContext *
create_context (PangoFontMap *map)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("vi"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  return context;
}

static PangoFontDescription *
describe_face (const BvStyle *style)
{
  PangoFontDescription *face = pango_font_description_new ();

  pango_font_description_set_family (face, FAMILIES);
  pango_font_description_set_size (face, pango_units_from_double (style->size));
  pango_font_description_set_weight (face, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (face, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return face;
}

static BvFonts *
fonts_new (void)
{
  BvFonts *fonts = g_atomic_rc_box_new0 (BvFonts);

  fonts->map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts->map), POINTS_PER_INCH);
  fonts->context = create_context (fonts->map);
  for (guint i = 0; i < BV_N_STYLES; i++)
    fonts->faces[i] = describe_face (bv_style_get (i));
  return fonts;
}

/**
 * bv_fonts_get:
 *
 * To look for faces takes as long as to lay out some pages, so a thread does it once.
 *
 * Returns: (transfer full): the fonts of this thread, which no other may use meanwhile
 */
BvFonts *
bv_fonts_get (void)
{
  static GPrivate kept = G_PRIVATE_INIT ((GDestroyNotify) bv_fonts_unref);
  BvFonts *fonts = g_private_get (&kept);

  if (fonts == NULL)
    {
      fonts = fonts_new ();
      g_private_set (&kept, fonts);
    }
  return bv_fonts_ref (fonts);
}

/**
 * bv_fonts_ref:
 * @fonts: the faces
 *
 * Returns: (transfer full): the same
 */
BvFonts *
bv_fonts_ref (BvFonts *fonts)
{
  return g_atomic_rc_box_acquire (fonts);
}

static void
fonts_clear (gpointer data)
{
  BvFonts *fonts = data;

  for (guint i = 0; i < BV_N_STYLES; i++)
    {
      pango_font_description_free (fonts->faces[i]);
      g_free (fonts->advances[i]);
    }
  g_object_unref (fonts->context);
  g_object_unref (fonts->map);
}

/**
 * bv_fonts_unref:
 * @fonts: (transfer full): the faces
 */
void
bv_fonts_unref (BvFonts *fonts)
{
  g_atomic_rc_box_release_full (fonts, fonts_clear);
}

/**
 * bv_fonts_measure:
 * @font: (nullable): a font; NULL where the system has none for a letter
 *
 * As its face has it: what Pango says of it is rounded to whole points on Windows. The gap between lines that
 * the face asks for counts, as in Word's single spacing, so that pages end alike; it stands above, where the
 * marks of capitals are.
 *
 * Returns: how high a line in it is, single spaced, in points
 */
BvLineHeight
bv_fonts_measure (PangoFont *font)
{
  hb_font_extents_t extents;

  if (font == NULL)
    return (BvLineHeight){ 0, 0 };
  hb_font_get_extents_for_direction (pango_font_get_hb_font (font), HB_DIRECTION_LTR, &extents);
  return (BvLineHeight){ pango_units_to_double (extents.ascender + extents.line_gap),
                         pango_units_to_double (-extents.descender) };
}

/* To look for a face takes milliseconds, and few documents use all. */
static BvLineHeight
measure_face (const BvFonts *fonts, BvStyleId style)
{
  g_autoptr (PangoFont) font = pango_font_map_load_font (fonts->map, fonts->context, fonts->faces[style]);

  return bv_fonts_measure (font);
}

/**
 * bv_fonts_get_height:
 * @fonts: the faces
 * @style: which of them
 *
 * Returns: how high a line is, single spaced, in points
 */
BvLineHeight
bv_fonts_get_height (BvFonts *fonts, BvStyleId style)
{
  if (fonts->heights[style].ascent <= 0)
    fonts->heights[style] = measure_face (fonts, style);
  return fonts->heights[style];
}

static float *
measure_letters (const BvFonts *fonts, BvStyleId style)
{
  g_autoptr (PangoFont) font = pango_font_map_load_font (fonts->map, fonts->context, fonts->faces[style]);
  hb_font_t *face = font != NULL ? pango_font_get_hb_font (font) : NULL;
  float *advances = g_new (float, N_ADVANCES);

  for (guint i = 0; i < N_ADVANCES; i++)
    {
      hb_codepoint_t glyph;

      advances[i] = face != NULL && hb_font_get_nominal_glyph (face, i, &glyph)
                      ? pango_units_to_double (hb_font_get_glyph_h_advance (face, glyph))
                      : bv_style_get (style)->size;
    }
  return advances;
}

/**
 * bv_fonts_measure_text:
 * @fonts: the faces
 * @style: which of them
 * @text: UTF-8
 * @length: its bytes
 *
 * Adds up its letters, which takes much less time than to set them, and is a little more where they are
 * kerned. A letter that the face does not have counts as a square.
 *
 * Returns: how long @text is in one line, in points
 */
double
bv_fonts_measure_text (BvFonts *fonts, BvStyleId style, const char *text, gsize length)
{
  double width = 0;

  if (fonts->advances[style] == NULL)
    fonts->advances[style] = measure_letters (fonts, style);
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      width += letter < N_ADVANCES ? fonts->advances[style][letter] : bv_style_get (style)->size;
    }
  return width;
}

/**
 * bv_fonts_begin_layout:
 * @fonts: the faces
 * @style: which of them
 *
 * Returns: (transfer full): a layout without a text
 */
PangoLayout *
bv_fonts_begin_layout (const BvFonts *fonts, BvStyleId style)
{
  PangoLayout *layout = pango_layout_new (fonts->context);

  pango_layout_set_font_description (layout, fonts->faces[style]);
  pango_layout_set_auto_dir (layout, FALSE);
  return layout;
}
