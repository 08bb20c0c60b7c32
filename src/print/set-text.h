/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/fonts.h"

G_BEGIN_DECLS

/* A text broken into lines of a given width. Lengths in points, from the top left corner of the text. */

typedef struct
{
  PangoLayoutLine *line; /* of the text's layout */
  double x;
  double y;
  double width;
  double height;
  double baseline; /* from y */
} BvSetLine;

typedef struct
{
  guint n_refs;
  PangoLayout *layout;
  guint n_lines; /* at least 1 */
  double height;
  BvSetLine lines[];
} BvSetText;

BvSetText *bv_set_text_new (BvFonts *fonts,
                            BvStyleId style,
                            BvAlign align,
                            const char *text,
                            gssize length,
                            double width);
BvSetText *bv_set_text_ref (BvSetText *text);
void bv_set_text_unref (BvSetText *text);
double bv_set_text_get_width (const BvSetText *text);
const BvSetLine *bv_set_text_find_longest (const BvSetText *text);
void bv_set_text_draw (const BvSetText *text, guint first, guint end, double x, double y, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSetText, bv_set_text_unref)

G_END_DECLS
