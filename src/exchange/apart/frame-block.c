/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/apart/frame-block.h"

#include "exchange/source/source-error.h"

#include <string.h>

#define BLOCK (64 * 1024)

/**
 * bv_frame_block_init:
 * @block: (out caller-allocates): no frame yet
 * @stream: where they go; it has to outlive @block
 */
void
bv_frame_block_init (BvFrameBlock *block, GOutputStream *stream)
{
  *block = (BvFrameBlock){ stream, g_byte_array_new (), 0 };
}

/**
 * bv_frame_block_clear:
 * @block: frames
 */
void
bv_frame_block_clear (BvFrameBlock *block)
{
  g_byte_array_unref (block->bytes);
}

/**
 * bv_frame_block_put_byte:
 * @block: a frame that was begun
 * @byte: what comes next in its body
 */
void
bv_frame_block_put_byte (BvFrameBlock *block, guint8 byte)
{
  g_byte_array_append (block->bytes, &byte, 1);
}

/**
 * bv_frame_block_put_number:
 * @block: a frame that was begun
 * @number: what comes next in its body
 */
void
bv_frame_block_put_number (BvFrameBlock *block, guint number)
{
  guint32 bytes = GUINT32_TO_LE (number);

  g_byte_array_append (block->bytes, (const guint8 *) &bytes, sizeof bytes);
}

/**
 * bv_frame_block_put_text:
 * @block: a frame that was begun
 * @text: (nullable): what comes next in its body
 */
void
bv_frame_block_put_text (BvFrameBlock *block, const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  bv_frame_block_put_number (block, text != NULL ? (guint) length : BV_FRAME_NO_TEXT);
  if (text != NULL)
    g_byte_array_append (block->bytes, (const guint8 *) text, (guint) length + 1);
}

/**
 * bv_frame_block_put_bytes:
 * @block: a frame that was begun
 * @bytes: (array length=length): the rest of its body
 * @length: how many
 */
void
bv_frame_block_put_bytes (BvFrameBlock *block, gconstpointer bytes, gsize length)
{
  g_byte_array_append (block->bytes, bytes, (guint) length);
}

/**
 * bv_frame_block_begin:
 * @block: frames
 * @tag: of the next one
 */
void
bv_frame_block_begin (BvFrameBlock *block, char tag)
{
  bv_frame_block_put_byte (block, (guint8) tag);
  bv_frame_block_put_number (block, 0);
  block->body = block->bytes->len;
}

static gboolean
flush (BvFrameBlock *block, GError **error)
{
  gboolean written
    = g_output_stream_write_all (block->stream, block->bytes->data, block->bytes->len, NULL, NULL, error);

  g_byte_array_set_size (block->bytes, 0);
  return written;
}

/**
 * bv_frame_block_end:
 * @block: a frame whose body is whole
 * @error: return location for a %BV_SOURCE_ERROR or a #GIOErrorEnum
 *
 * Returns: whether it is not too long, and could be written as far as that was due
 */
gboolean
bv_frame_block_end (BvFrameBlock *block, GError **error)
{
  gsize length = block->bytes->len - block->body;
  guint32 bytes = GUINT32_TO_LE ((guint32) length);

  if (length > BV_FRAME_MOST)
    return bv_source_refuse (BV_SOURCE_ERROR_BOMB, error);
  memcpy (block->bytes->data + block->body - sizeof bytes, &bytes, sizeof bytes);
  return block->bytes->len < BLOCK || flush (block, error);
}

/**
 * bv_frame_block_send:
 * @block: a frame whose body is whole
 * @error: return location for a %BV_SOURCE_ERROR or a #GIOErrorEnum
 *
 * Ends it, and leaves nothing for later: somebody waits for it.
 *
 * Returns: whether it is not too long, and was written
 */
gboolean
bv_frame_block_send (BvFrameBlock *block, GError **error)
{
  return bv_frame_block_end (block, error) && flush (block, error);
}

/**
 * bv_frame_block_end_all:
 * @block: frames
 * @code: why not all was read, as the reader numbers its errors; -1: it was
 * @error: return location for a #GIOErrorEnum
 *
 * Writes the last word; without it who takes the frames knows that reading did not end well.
 *
 * Returns: whether it was written
 */
gboolean
bv_frame_block_end_all (BvFrameBlock *block, int code, GError **error)
{
  bv_frame_block_begin (block, code < 0 ? BV_FRAME_DONE : BV_FRAME_FAILED);
  if (code >= 0)
    bv_frame_block_put_number (block, (guint) code);
  return bv_frame_block_send (block, error);
}
