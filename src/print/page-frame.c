/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/page-frame.h"

#include "print/measures.h"
#include "print/set-text.h"

#define DRAFT_BORDER 0.7

static double
get_draft_height (BvFonts *fonts)
{
  BvLineHeight line = bv_fonts_get_height (fonts, BV_STYLE_DRAFT);

  return line.ascent + line.descent + 2 * BV_DRAFT_PADDING_Y;
}

/**
 * bv_page_frame_get:
 * @fonts: the faces
 * @turn: how the page stands
 * @draft: whether it says DỰ THẢO; its text begins below that
 *
 * Returns: where the text of a page stands
 */
BvPageFrame
bv_page_frame_get (BvFonts *fonts, BvPageTurn turn, gboolean draft)
{
  gboolean upright = turn == BV_TURN_PORTRAIT;
  BvPageFrame frame = { .width = upright ? BV_PAPER_SHORT : BV_PAPER_LONG,
                        .height = upright ? BV_PAPER_LONG : BV_PAPER_SHORT,
                        .left = BV_MARGIN_LEFT,
                        .top = BV_MARGIN_TOP };

  if (draft)
    frame.top += get_draft_height (fonts) + BV_DRAFT_ROOM;
  frame.text_width = frame.width - BV_MARGIN_LEFT - BV_MARGIN_RIGHT;
  frame.text_height = frame.height - frame.top - BV_MARGIN_BOTTOM;
  return frame;
}

/**
 * bv_page_frame_draw_number:
 * @frame: a page
 * @fonts: the faces
 * @number: of the page
 * @cr: what to draw on
 *
 * Draws the number in the middle of the top margin (NĐ 30/2020/NĐ-CP, Annex I, I.7).
 */
void
bv_page_frame_draw_number (const BvPageFrame *frame, BvFonts *fonts, guint number, cairo_t *cr)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autoptr (BvSetText) text
    = bv_set_text_new (fonts, BV_STYLE_PAGE_NUMBER, BV_ALIGN_CENTER, digits, -1, frame->text_width);

  bv_set_text_draw (text, 0, 1, frame->left, (BV_MARGIN_TOP - text->height) / 2, cr);
}

/**
 * bv_page_frame_draw_draft:
 * @frame: a page
 * @fonts: the faces
 * @cr: what to draw on
 *
 * Draws the mark of a draft below the top margin, on the left.
 */
void
bv_page_frame_draw_draft (const BvPageFrame *frame, BvFonts *fonts, cairo_t *cr)
{
  g_autoptr (BvSetText) text
    = bv_set_text_new (fonts, BV_STYLE_DRAFT, BV_ALIGN_LEFT, BV_DRAFT_TEXT, -1, frame->text_width);
  double inset = DRAFT_BORDER / 2;

  bv_set_text_draw (text, 0, 1, frame->left + BV_DRAFT_PADDING_X, BV_MARGIN_TOP + BV_DRAFT_PADDING_Y, cr);
  cairo_rectangle (cr, frame->left + inset, BV_MARGIN_TOP + inset,
                   text->lines[0].width + 2 * BV_DRAFT_PADDING_X - DRAFT_BORDER,
                   get_draft_height (fonts) - DRAFT_BORDER);
  cairo_set_line_width (cr, DRAFT_BORDER);
  cairo_stroke (cr);
}
