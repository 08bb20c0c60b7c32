/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Room-private: how tables are written between both processes. A frame is its tag, the length of its body,
 * and that; numbers have four bytes, the lowest first, texts their length, their bytes and a zero. */

#define BV_SOURCE_FRAME_HEAD 5
#define BV_SOURCE_FRAME_MOST (32 << 20) /* bytes of a body: a row of a list has some hundreds */
#define BV_SOURCE_FRAME_NO_TEXT G_MAXUINT32

typedef enum
{
  BV_SOURCE_FRAME_FONT = 'f',   /* its name: the next one that cells refer to, from 1 */
  BV_SOURCE_FRAME_TABLE = 't',  /* visibility, name */
  BV_SOURCE_FRAME_ROW = 'r',    /* number, whether it is hidden, how many cells, these */
  BV_SOURCE_FRAME_END = 'e',    /* of a table: its merged ranges */
  BV_SOURCE_FRAME_FAILED = 'x', /* a BvSourceError: nothing follows */
  BV_SOURCE_FRAME_DONE = 'd',   /* nothing follows */
} BvSourceFrame;

/* What is so of a cell, a bit each. */
typedef enum
{
  BV_SOURCE_FRAME_FORMULA = 1 << 0,
  BV_SOURCE_FRAME_HIDDEN = 1 << 1,
} BvSourceFrameFlags;

G_END_DECLS
