/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/document.h"
#include "print/fonts.h"

G_BEGIN_DECLS

/* What stands on every page around its text. Lengths in points. */
typedef struct
{
  double width; /* of the paper */
  double height;
  double left; /* of the text */
  double top;
  double text_width;
  double text_height;
} BvPageFrame;

BvPageFrame bv_page_frame_get (BvFonts *fonts, BvPageTurn turn, gboolean draft);
void bv_page_frame_draw_number (const BvPageFrame *frame, BvFonts *fonts, guint number, cairo_t *cr);
void bv_page_frame_draw_draft (const BvPageFrame *frame, BvFonts *fonts, cairo_t *cr);

G_END_DECLS
