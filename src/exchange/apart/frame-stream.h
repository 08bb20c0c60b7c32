/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/apart/frame-block.h"

G_BEGIN_DECLS

/* Room-private: frames where they come in. Whoever wrote them may have been taken over by the file that it
 * read, so nothing that they say is trusted. */

/* What is left of a body. */
typedef struct
{
  const guint8 *at;
  gsize left;
  gboolean is_wrong; /* something was taken from it that is not there */
} BvFrameBody;

/* What is to become of what a frame says. */
typedef enum
{
  BV_FRAME_GOES_ON,
  BV_FRAME_ENDS,  /* it was the last one */
  BV_FRAME_STOPS, /* @error is set */
} BvFrameVerdict;

typedef BvFrameVerdict (*BvFrameFunc) (gpointer data, guint8 tag, BvFrameBody *body, GError **error);

const guint8 *bv_frame_body_take_bytes (BvFrameBody *body, gsize length);
guint bv_frame_body_take_byte (BvFrameBody *body, guint most);
guint bv_frame_body_take_number (BvFrameBody *body, guint most);
const char *bv_frame_body_take_text (BvFrameBody *body);
const char *bv_frame_body_take_some_text (BvFrameBody *body);

gboolean bv_frame_stream_take (GInputStream *stream,
                               BvFrameFunc take,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
