/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Room-private: how what was read goes from the process that reads to the one that asked. A frame is its tag,
 * the length of its body, and that; numbers have four bytes, the lowest first, texts their length, their
 * bytes and a zero. */

#define BV_FRAME_HEAD 5
#define BV_FRAME_MOST (32 << 20) /* bytes of a body: a row of a list has some hundreds */
#define BV_FRAME_NO_TEXT G_MAXUINT32

/* What ends both kinds of what is read; tags between are of one of them. */
typedef enum
{
  BV_FRAME_FAILED = 'x', /* a code of the reader's errors: nothing follows */
  BV_FRAME_DONE = 'd',   /* nothing follows */
} BvFrameEnd;

/**
 * BvFrameBlock:
 *
 * Frames on their way out, until there are enough of them.
 */
typedef struct
{
  GOutputStream *stream;
  GByteArray *bytes; /* what was not handed to the stream yet */
  gsize body;        /* where in it the body of the frame begins that is being written */
} BvFrameBlock;

void bv_frame_block_init (BvFrameBlock *block, GOutputStream *stream);
void bv_frame_block_clear (BvFrameBlock *block);
void bv_frame_block_begin (BvFrameBlock *block, char tag);
void bv_frame_block_put_byte (BvFrameBlock *block, guint8 byte);
void bv_frame_block_put_number (BvFrameBlock *block, guint number);
void bv_frame_block_put_text (BvFrameBlock *block, const char *text);
void bv_frame_block_put_bytes (BvFrameBlock *block, gconstpointer bytes, gsize length);
gboolean bv_frame_block_end (BvFrameBlock *block, GError **error);
gboolean bv_frame_block_send (BvFrameBlock *block, GError **error);
gboolean bv_frame_block_end_all (BvFrameBlock *block, int code, GError **error);

G_END_DECLS
