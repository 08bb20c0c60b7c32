/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/style.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The faces of the styles, and how high their lines are: the same for screen, printer and PDF, because
 * nothing is rounded to the dots of either. */

typedef struct
{
  double ascent;
  double descent;
} BvLineHeight;

typedef struct
{
  PangoFontMap *map;
  PangoContext *context;
  PangoFontDescription *faces[BV_N_STYLES];
  BvLineHeight heights[BV_N_STYLES]; /* 0 until it is asked for */
  float *advances[BV_N_STYLES];      /* of the letters of Vietnamese, in points; NULL until asked for */
} BvFonts;

BvFonts *bv_fonts_get (void);
BvFonts *bv_fonts_ref (BvFonts *fonts);
void bv_fonts_unref (BvFonts *fonts);
BvLineHeight bv_fonts_measure (PangoFont *font);
BvLineHeight bv_fonts_get_height (BvFonts *fonts, BvStyleId style);
double bv_fonts_measure_text (BvFonts *fonts, BvStyleId style, const char *text, gsize length);
PangoLayout *bv_fonts_begin_layout (const BvFonts *fonts, BvStyleId style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFonts, bv_fonts_unref)

G_END_DECLS
