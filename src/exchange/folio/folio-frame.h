/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/apart/frame-block.h"

G_BEGIN_DECLS

/* How a window and the process that draws pages for it speak: frames both ways, one answer for each request.
 * The first answer comes unasked: what document it is. That process may have been taken over by the document,
 * so nothing that it says is trusted. */

typedef enum
{
  BV_FOLIO_FRAME_DOCUMENT
  = 'o',                        /* answer: number of pages, and of each its width and height in 1/100 point */
  BV_FOLIO_FRAME_PICTURE = 'p', /* request: page, width in pixels; answer: width, height, their pixels */
  BV_FOLIO_FRAME_TEXT = 't',    /* request: page; answer: text, number of boxes, of each its four sides */
  BV_FOLIO_FRAME_FAILED = 'x',  /* answer: a BvFolioError */
} BvFolioFrame;

/* Pages beyond are not shown: no paper of a contest has as many. */
#define BV_FOLIO_MOST_PAGES 10000
#define BV_FOLIO_MOST_SIDE 1000000 /* of paper, in 1/100 point */
#define BV_FOLIO_MOST_PIXELS (7 << 20)
#define BV_FOLIO_MOST_PIXELS_A_SIDE 16384
#define BV_FOLIO_BYTES_A_PIXEL 4
#define BV_FOLIO_MOST_BOXES 200000
/* For one request, of the processor as of the clock; a clock may be a second late, and five are enough to
 * wait. */
#define BV_FOLIO_SECONDS 4

G_END_DECLS
