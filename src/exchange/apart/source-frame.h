/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/apart/frame-block.h"

G_BEGIN_DECLS

/* Room-private: how tables are written between both processes, beside what all frames have. */

typedef enum
{
  BV_SOURCE_FRAME_FONT = 'f',  /* its name: the next one that cells refer to, from 1 */
  BV_SOURCE_FRAME_TABLE = 't', /* visibility, name */
  BV_SOURCE_FRAME_ROW = 'r',   /* number, whether it is hidden, how many cells, these */
  BV_SOURCE_FRAME_END = 'e',   /* of a table: its merged ranges */
} BvSourceFrame;

/* What is so of a cell, a bit each. */
typedef enum
{
  BV_SOURCE_FRAME_FORMULA = 1 << 0,
  BV_SOURCE_FRAME_HIDDEN = 1 << 1,
} BvSourceFrameFlags;

G_END_DECLS
