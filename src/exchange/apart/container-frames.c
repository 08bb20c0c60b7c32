/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/apart/container-frames.h"

#include "exchange/apart/container-frame.h"
#include "exchange/apart/frame-stream.h"
#include "exchange/container/container-error.h"
#include "exchange/source/source-error.h"

typedef struct
{
  const BvContainerSink *sink;
  gpointer data;
  gboolean in_file;
} Taking;

static gboolean
take_mail (Taking *self, BvFrameBody *body, GError **error)
{
  const char *sender = bv_frame_body_take_text (body);
  const char *sent = bv_frame_body_take_text (body);

  body->is_wrong = body->is_wrong || self->in_file;
  return body->is_wrong || self->sink->mail (self->data, sender, sent, error);
}

static gboolean
take_begin (Taking *self, BvFrameBody *body, GError **error)
{
  const char *path = bv_frame_body_take_some_text (body);

  body->is_wrong = body->is_wrong || self->in_file;
  self->in_file = TRUE;
  return body->is_wrong || self->sink->begin (self->data, path, error);
}

static gboolean
take_bytes (Taking *self, BvFrameBody *body, GError **error)
{
  gsize length = body->left;
  const guint8 *bytes = bv_frame_body_take_bytes (body, length);

  body->is_wrong = body->is_wrong || !self->in_file;
  return body->is_wrong || self->sink->bytes (self->data, bytes, length, error);
}

static gboolean
take_end (Taking *self, BvFrameBody *body, GError **error)
{
  body->is_wrong = body->is_wrong || !self->in_file;
  self->in_file = FALSE;
  return body->is_wrong || self->sink->end (self->data, error);
}

static gboolean
take_left (Taking *self, BvFrameBody *body, GError **error)
{
  body->is_wrong = body->is_wrong || self->in_file;
  return body->is_wrong || self->sink->leave_out (self->data, error);
}

static BvFrameVerdict
take_frame (gpointer data, guint8 tag, BvFrameBody *body, GError **error)
{
  static const struct
  {
    guint8 tag;
    gboolean (*take) (Taking *self, BvFrameBody *body, GError **error);
  } takers[] = { { BV_CONTAINER_FRAME_MAIL, take_mail },
                 { BV_CONTAINER_FRAME_BEGIN, take_begin },
                 { BV_CONTAINER_FRAME_BYTES, take_bytes },
                 { BV_CONTAINER_FRAME_END, take_end },
                 { BV_CONTAINER_FRAME_LEFT, take_left } };
  Taking *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (takers); i++)
    if (takers[i].tag == tag)
      return takers[i].take (self, body, error) ? BV_FRAME_GOES_ON : BV_FRAME_STOPS;
  if (tag == BV_FRAME_FAILED)
    {
      bv_container_refuse ((BvContainerError) bv_frame_body_take_number (body, BV_CONTAINER_ERROR_LAST),
                           error);
      return BV_FRAME_STOPS;
    }
  body->is_wrong = tag != BV_FRAME_DONE || self->in_file;
  return BV_FRAME_ENDS;
}

/**
 * bv_container_frames_take:
 * @stream: what a #BvContainerWriter writes
 * @sink: what takes the files
 * @data: for @sink
 * @cancellable: (nullable): to give up
 * @error: return location for a %BV_CONTAINER_ERROR, what @sink says, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the last word came, and said that all was unpacked
 */
gboolean
bv_container_frames_take (GInputStream *stream,
                          const BvContainerSink *sink,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error)
{
  Taking self = { sink, data, FALSE };
  g_autoptr (GError) failure = NULL;

  if (bv_frame_stream_take (stream, take_frame, &self, cancellable, &failure))
    return TRUE;
  if (failure == NULL)
    return bv_container_refuse (BV_CONTAINER_ERROR_COSTLY, error);
  if (failure->domain == BV_SOURCE_ERROR)
    return bv_container_refuse (BV_CONTAINER_ERROR_HOSTILE, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
