/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/apart/frame-block.h"

G_BEGIN_DECLS

/* Room-private: how files are written between both processes, beside what all frames have. */

typedef enum
{
  BV_CONTAINER_FRAME_MAIL = 'm',  /* sender, when it was sent; either may be none */
  BV_CONTAINER_FRAME_BEGIN = 'b', /* of a file: its path */
  BV_CONTAINER_FRAME_BYTES = 'c', /* what comes next in it */
  BV_CONTAINER_FRAME_END = 'e',   /* of a file */
  BV_CONTAINER_FRAME_LEFT = 'l',  /* one that is left out */
} BvContainerFrame;

G_END_DECLS
