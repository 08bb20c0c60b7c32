/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A4 and its margins in points (NĐ 30/2020/NĐ-CP, Annex I, I.1 and I.3): top and bottom 20 mm, left 30 mm,
 * right 15 mm. On a landscape page, as the decree counts them, the same. In the top margin stands nothing
 * but the number of the page. Pages are counted from 0. */
#define BV_POINTS_PER_MM (72.0 / 25.4)
#define BV_MARGIN_TOP (20 * BV_POINTS_PER_MM)
#define BV_MARGIN_BOTTOM (20 * BV_POINTS_PER_MM)
#define BV_MARGIN_LEFT (30 * BV_POINTS_PER_MM)
#define BV_MARGIN_RIGHT (15 * BV_POINTS_PER_MM)
#define BV_PAPER_SHORT (210 * BV_POINTS_PER_MM)
#define BV_PAPER_LONG (297 * BV_POINTS_PER_MM)

/* Between the margins, in mm. */
#define BV_WIDTH_PORTRAIT 165.0
#define BV_WIDTH_LANDSCAPE 252.0

/* Small measures of a page, in points: what is printed and what is written for Word keep the same. */

#define BV_GUTTER 6.0 /* between two halves */
#define BV_CELL_PADDING_X 3.5
#define BV_CELL_PADDING_Y 2.5
#define BV_RULE_DROP 2.0 /* from a text to its rule */

/* The mark of a draft, in its frame. */
#define BV_DRAFT_TEXT "DỰ THẢO"
#define BV_DRAFT_PADDING_X 6.0
#define BV_DRAFT_PADDING_Y 2.0
#define BV_DRAFT_ROOM 8.0 /* below the frame */
