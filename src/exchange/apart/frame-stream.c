/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/apart/frame-stream.h"

#include "exchange/source/source-error.h"

#include <string.h>

#define ROOM (64 * 1024)

/**
 * bv_frame_body_take_bytes:
 * @body: what is left of a body
 * @length: how many
 *
 * Returns: (transfer none) (nullable): what comes next; %NULL where there are not so many
 */
const guint8 *
bv_frame_body_take_bytes (BvFrameBody *body, gsize length)
{
  const guint8 *bytes = body->at;

  if (body->is_wrong || body->left < length)
    {
      body->is_wrong = TRUE;
      return NULL;
    }
  body->at += length;
  body->left -= length;
  return bytes;
}

/**
 * bv_frame_body_take_byte:
 * @body: what is left of a body
 * @most: what it may be
 *
 * Returns: what comes next; 0 where it is not there or more
 */
guint
bv_frame_body_take_byte (BvFrameBody *body, guint most)
{
  const guint8 *byte = bv_frame_body_take_bytes (body, 1);

  if (byte != NULL && *byte <= most)
    return *byte;
  body->is_wrong = TRUE;
  return 0;
}

/**
 * bv_frame_body_take_number:
 * @body: what is left of a body
 * @most: what it may be
 *
 * Returns: what comes next; 0 where it is not there or more
 */
guint
bv_frame_body_take_number (BvFrameBody *body, guint most)
{
  const guint8 *bytes = bv_frame_body_take_bytes (body, sizeof (guint32));
  guint32 number = G_MAXUINT32;

  if (bytes != NULL)
    memcpy (&number, bytes, sizeof number);
  number = GUINT32_FROM_LE (number);
  if (bytes != NULL && number <= most)
    return number;
  body->is_wrong = TRUE;
  return 0;
}

/**
 * bv_frame_body_take_text:
 * @body: what is left of a body
 *
 * Returns: (transfer none) (nullable): what comes next; %NULL where there is none, or where it is none
 */
const char *
bv_frame_body_take_text (BvFrameBody *body)
{
  guint length = bv_frame_body_take_number (body, G_MAXUINT32);
  const char *text;

  if (length == BV_FRAME_NO_TEXT)
    return NULL;
  text = (const char *) bv_frame_body_take_bytes (body, (gsize) length + 1);
  if (text != NULL && text[length] == '\0' && g_utf8_validate (text, length, NULL))
    return text;
  body->is_wrong = TRUE;
  return NULL;
}

/**
 * bv_frame_body_take_some_text:
 * @body: what is left of a body
 *
 * Returns: (transfer none) (nullable): what comes next; %NULL where it is none
 */
const char *
bv_frame_body_take_some_text (BvFrameBody *body)
{
  const char *text = bv_frame_body_take_text (body);

  body->is_wrong = body->is_wrong || text == NULL;
  return text;
}

/* Reads as much as is there, but all of what is needed. FALSE without an error at the end. */
static gboolean
fill (GByteArray *block, gsize needed, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  while (block->len < needed)
    {
      gsize length = block->len;
      gssize n_read;

      g_byte_array_set_size (block, (guint) MAX (length + ROOM, needed));
      n_read = g_input_stream_read (stream, block->data + length, block->len - length, cancellable, error);
      g_byte_array_set_size (block, (guint) (length + (gsize) MAX (n_read, 0)));
      if (n_read <= 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * bv_frame_stream_take:
 * @stream: what a #BvFrameBlock writes
 * @take: is called with each frame; what it leaves of a body, or finds wrong in it, is an error
 * @data: for @take
 * @cancellable: (nullable): to give up
 * @error: return location for %BV_SOURCE_ERROR_HOSTILE where frames are none, what @take says, or a
 *   #GIOErrorEnum
 *
 * Returns: whether the last frame came; %FALSE without an error where they ended before
 */
gboolean
bv_frame_stream_take (GInputStream *stream,
                      BvFrameFunc take,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GByteArray) block = g_byte_array_new ();
  BvFrameVerdict verdict = BV_FRAME_GOES_ON;
  gsize at = 0;

  while (verdict == BV_FRAME_GOES_ON)
    {
      guint32 length;

      g_byte_array_remove_range (block, 0, (guint) at);
      at = 0;
      if (!fill (block, BV_FRAME_HEAD, stream, cancellable, error))
        return FALSE;
      for (; verdict == BV_FRAME_GOES_ON && block->len - at >= BV_FRAME_HEAD; at += length)
        {
          BvFrameBody body = { 0 };
          guint8 tag = block->data[at];

          memcpy (&length, block->data + at + 1, sizeof length);
          length = GUINT32_FROM_LE (length);
          if (length > BV_FRAME_MOST)
            return bv_source_refuse (BV_SOURCE_ERROR_HOSTILE, error);
          length += BV_FRAME_HEAD;
          if (!fill (block, at + length, stream, cancellable, error))
            return FALSE;
          body.at = block->data + at + BV_FRAME_HEAD;
          body.left = length - BV_FRAME_HEAD;
          verdict = take (data, tag, &body, error);
          if (verdict != BV_FRAME_STOPS && (body.is_wrong || body.left > 0))
            return bv_source_refuse (BV_SOURCE_ERROR_HOSTILE, error);
        }
    }
  return verdict == BV_FRAME_ENDS;
}
