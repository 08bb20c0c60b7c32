/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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
