/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/apart/container-frame.h"
#include "exchange/apart/container-frames.h"
#include "exchange/container/container-error.h"

struct _BvContainerWriter
{
  BvFrameBlock block;
};

/**
 * bv_container_writer_new:
 * @stream: where it goes; it has to outlive the writer
 *
 * Returns: (transfer full): a writer, the data of %bv_container_writer_sink
 */
BvContainerWriter *
bv_container_writer_new (GOutputStream *stream)
{
  BvContainerWriter *writer = g_new0 (BvContainerWriter, 1);

  bv_frame_block_init (&writer->block, stream);
  return writer;
}

/**
 * bv_container_writer_free:
 * @writer: (transfer full): a writer
 */
void
bv_container_writer_free (BvContainerWriter *writer)
{
  bv_frame_block_clear (&writer->block);
  g_free (writer);
}

static gboolean
write_mail (gpointer data, const char *sender, const char *sent, GError **error)
{
  BvFrameBlock *block = &((BvContainerWriter *) data)->block;

  bv_frame_block_begin (block, BV_CONTAINER_FRAME_MAIL);
  bv_frame_block_put_text (block, sender);
  bv_frame_block_put_text (block, sent);
  return bv_frame_block_end (block, error);
}

static gboolean
write_begin (gpointer data, const char *path, GError **error)
{
  BvFrameBlock *block = &((BvContainerWriter *) data)->block;

  bv_frame_block_begin (block, BV_CONTAINER_FRAME_BEGIN);
  bv_frame_block_put_text (block, path);
  return bv_frame_block_end (block, error);
}

/* Whoever unpacks may hand over more than a frame has. */
static gboolean
write_bytes (gpointer data, const guint8 *bytes, gsize length, GError **error)
{
  BvFrameBlock *block = &((BvContainerWriter *) data)->block;

  for (gsize at = 0; at < length; at += BV_FRAME_MOST)
    {
      bv_frame_block_begin (block, BV_CONTAINER_FRAME_BYTES);
      bv_frame_block_put_bytes (block, bytes + at, MIN (BV_FRAME_MOST, length - at));
      if (!bv_frame_block_end (block, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_end (gpointer data, GError **error)
{
  BvFrameBlock *block = &((BvContainerWriter *) data)->block;

  bv_frame_block_begin (block, BV_CONTAINER_FRAME_END);
  return bv_frame_block_end (block, error);
}

static gboolean
write_left (gpointer data, GError **error)
{
  BvFrameBlock *block = &((BvContainerWriter *) data)->block;

  bv_frame_block_begin (block, BV_CONTAINER_FRAME_LEFT);
  return bv_frame_block_end (block, error);
}

/* Writes files with a #BvContainerWriter. */
const BvContainerSink bv_container_writer_sink
  = { write_mail, write_begin, write_bytes, write_end, write_left };

/**
 * bv_container_writer_end:
 * @writer: a writer
 * @failure: (nullable): why not all was unpacked; %NULL: it was
 * @error: return location for a #GIOErrorEnum
 *
 * Writes the last word; without it who takes the files knows that unpacking did not end well.
 *
 * Returns: whether it was written
 */
gboolean
bv_container_writer_end (BvContainerWriter *writer, const GError *failure, GError **error)
{
  int code = -1;

  if (failure != NULL)
    code = failure->domain == BV_CONTAINER_ERROR ? failure->code : BV_CONTAINER_ERROR_DAMAGED;
  return bv_frame_block_end_all (&writer->block, code, error);
}
