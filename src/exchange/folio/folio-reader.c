/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/folio/folio-reader.h"

#include "exchange/apart/frame-stream.h"
#include "exchange/folio/folio-frame.h"
#include "exchange/folio/folio-process.h"

#include <string.h>

#define HUNDREDTHS 100.0
#define NO_PAGE (-1)

typedef struct
{
  BvFolioFrame frame; /* what is asked for, and answered */
  guint page;
  guint width;
} Request;

/* One process, from its start to its end. What GIO still does for it when nobody waits any more holds it. */
typedef struct
{
  BvFolioReader *reader; /* NULL: nobody waits */
  GSubprocess *process;
  guint8 head[BV_FRAME_HEAD];
  guint8 *body;
  gsize length;
  gboolean reads; /* GIO will call */
  gint64 began;   /* when it was started, in microseconds */
  guint taken; /* whole seconds that the document took, of those that its first request has; 0 behind that */
} Talk;

struct _BvPageReader
{
  char *path;
  const BvFolioSink *sink;
  gpointer data;
  Talk *talk;      /* NULL: no process runs */
  Request asked;   /* what is waited for */
  gboolean waits;  /* for an answer */
  guint clock;     /* ends the process that does not answer */
  GQueue requests; /* Request, the next one first */
  guint n_pages;   /* 0: not known yet */
  gboolean failed; /* nothing is asked any more */
  GError *cause;   /* why no process could be started */
};

static void go_on (BvFolioReader *self);
static void take_head_cb (GObject *stream, GAsyncResult *result, gpointer data);

static void
talk_free (Talk *talk)
{
  g_object_unref (talk->process);
  g_free (talk->body);
  g_free (talk);
}

/* The process is ended; what is being read of it ends by that. */
static void
leave (BvFolioReader *self)
{
  g_clear_handle_id (&self->clock, g_source_remove);
  self->waits = FALSE;
  if (self->talk == NULL)
    return;
  self->talk->reader = NULL;
  g_subprocess_force_exit (self->talk->process);
  if (!self->talk->reads)
    talk_free (self->talk);
  self->talk = NULL;
}

static void
tell_failure (BvFolioReader *self, const GError *error)
{
  gboolean is_document = self->asked.frame == BV_FOLIO_FRAME_DOCUMENT;

  self->failed = self->failed || is_document;
  self->sink->failed (self->data, is_document ? NO_PAGE : (int) self->asked.page, error);
}

static void
fail (BvFolioReader *self, BvFolioError code)
{
  g_autoptr (GError) error = NULL;

  leave (self);
  bv_folio_refuse (code, &error);
  tell_failure (self, error);
  go_on (self);
}

static gboolean
clock_cb (gpointer data)
{
  BvFolioReader *self = data;

  self->clock = 0;
  fail (self, BV_FOLIO_ERROR_COSTLY);
  return G_SOURCE_REMOVE;
}

static void
await (BvFolioReader *self, const Request *request)
{
  self->asked = *request;
  self->waits = TRUE;
  g_clear_handle_id (&self->clock, g_source_remove);
  self->clock = g_timeout_add_seconds (BV_FOLIO_SECONDS - self->talk->taken, clock_cb, self);
  self->talk->taken = 0;
  self->talk->reads = TRUE;
  g_input_stream_read_all_async (g_subprocess_get_stdout_pipe (self->talk->process), self->talk->head,
                                 sizeof self->talk->head, G_PRIORITY_DEFAULT, NULL, take_head_cb, self->talk);
}

static void
take_document (BvFolioReader *self, BvFrameBody *body)
{
  guint n_pages = bv_frame_body_take_number (body, BV_FOLIO_MOST_PAGES);
  g_autofree BvFolioSize *sizes = g_new0 (BvFolioSize, n_pages + 1);
  gboolean is_again = self->n_pages > 0;

  for (guint i = 0; i < n_pages && !body->is_wrong; i++)
    {
      sizes[i].width = bv_frame_body_take_number (body, BV_FOLIO_MOST_SIDE) / HUNDREDTHS;
      sizes[i].height = bv_frame_body_take_number (body, BV_FOLIO_MOST_SIDE) / HUNDREDTHS;
    }
  body->is_wrong = body->is_wrong || n_pages == 0 || (is_again && n_pages != self->n_pages);
  if (body->is_wrong || body->left > 0 || is_again)
    return;
  self->n_pages = n_pages;
  self->sink->opened (self->data, sizes, n_pages);
}

static void
take_picture (BvFolioReader *self, BvFrameBody *body)
{
  BvFolioPicture picture = { .asked = self->asked.width };
  gsize size;
  const guint8 *pixels;

  picture.width = bv_frame_body_take_number (body, BV_FOLIO_MOST_PIXELS_A_SIDE);
  picture.height = bv_frame_body_take_number (body, BV_FOLIO_MOST_PIXELS_A_SIDE);
  size = (gsize) picture.width * picture.height * BV_FOLIO_BYTES_A_PIXEL;
  pixels = bv_frame_body_take_bytes (body, size);
  body->is_wrong = body->is_wrong || size == 0 || body->left > 0;
  if (body->is_wrong)
    return;
  /* The frame itself is what is handed on: pictures are large. */
  picture.pixels = g_bytes_new_with_free_func (pixels, size, g_free, g_steal_pointer (&self->talk->body));
  self->sink->picture (self->data, self->asked.page, &picture);
  g_bytes_unref (picture.pixels);
}

static float
take_side (BvFrameBody *body)
{
  return (float) (bv_frame_body_take_number (body, BV_FOLIO_MOST_SIDE) / HUNDREDTHS);
}

static void
take_text (BvFolioReader *self, BvFrameBody *body)
{
  const char *text = bv_frame_body_take_some_text (body);
  guint n_boxes = bv_frame_body_take_number (body, BV_FOLIO_MOST_BOXES);
  g_autofree BvFolioBox *boxes = g_new0 (BvFolioBox, n_boxes + 1);

  for (guint i = 0; i < n_boxes && !body->is_wrong; i++)
    {
      boxes[i].left = take_side (body);
      boxes[i].top = take_side (body);
      boxes[i].right = take_side (body);
      boxes[i].bottom = take_side (body);
    }
  body->is_wrong = body->is_wrong || body->left > 0 || g_utf8_strlen (text, -1) != n_boxes;
  if (!body->is_wrong)
    self->sink->text (self->data, self->asked.page, text, boxes, n_boxes);
}

static void
take_failure (BvFolioReader *self, BvFrameBody *body)
{
  BvFolioError code = (BvFolioError) bv_frame_body_take_number (body, BV_FOLIO_ERROR_LAST);
  g_autoptr (GError) error = NULL;

  if (body->is_wrong)
    return;
  bv_folio_refuse (code, &error);
  tell_failure (self, error);
}

/* Who waits for a page does not wait twice as long because the document was slow, too. */
static guint
count_seconds (const Talk *talk)
{
  gint64 seconds = (g_get_monotonic_time () - talk->began) / G_USEC_PER_SEC;

  return (guint) CLAMP (seconds, 0, BV_FOLIO_SECONDS - 1);
}

static void
take_answer (BvFolioReader *self, guint8 tag)
{
  static const struct
  {
    guint8 tag;
    void (*take) (BvFolioReader *self, BvFrameBody *body);
  } takers[] = { { BV_FOLIO_FRAME_DOCUMENT, take_document },
                 { BV_FOLIO_FRAME_PICTURE, take_picture },
                 { BV_FOLIO_FRAME_TEXT, take_text },
                 { BV_FOLIO_FRAME_FAILED, take_failure } };
  BvFrameBody body = { self->talk->body + BV_FRAME_HEAD, self->talk->length, FALSE };

  g_clear_handle_id (&self->clock, g_source_remove);
  self->waits = FALSE;
  if (tag == BV_FOLIO_FRAME_DOCUMENT)
    self->talk->taken = count_seconds (self->talk);
  body.is_wrong = tag != BV_FOLIO_FRAME_FAILED && tag != (guint8) self->asked.frame;
  for (guint i = 0; i < G_N_ELEMENTS (takers) && !body.is_wrong; i++)
    if (takers[i].tag == tag)
      takers[i].take (self, &body);
  if (body.is_wrong)
    fail (self, BV_FOLIO_ERROR_DAMAGED);
  else
    go_on (self);
}

/* Whether as much came as was asked for, and somebody waits for it; else the process said its last. */
static gboolean
has_come (GObject *stream, GAsyncResult *result, Talk *talk, gsize wanted)
{
  gsize n_read = 0;
  gboolean read = g_input_stream_read_all_finish (G_INPUT_STREAM (stream), result, &n_read, NULL);

  talk->reads = FALSE;
  if (talk->reader == NULL)
    {
      talk_free (talk);
      return FALSE;
    }
  if (read && n_read == wanted)
    return TRUE;
  /* The system ended it, mostly for what it used. */
  fail (talk->reader, BV_FOLIO_ERROR_COSTLY);
  return FALSE;
}

static void
take_body_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  Talk *talk = data;

  if (has_come (stream, result, talk, talk->length))
    take_answer (talk->reader, talk->head[0]);
}

static void
take_head_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  Talk *talk = data;
  guint32 length;

  if (!has_come (stream, result, talk, sizeof talk->head))
    return;
  memcpy (&length, talk->head + 1, sizeof length);
  talk->length = MIN (GUINT32_FROM_LE (length), BV_FRAME_MOST);
  g_free (talk->body);
  talk->body = g_malloc (talk->length + BV_FRAME_HEAD);
  talk->reads = TRUE;
  g_input_stream_read_all_async (G_INPUT_STREAM (stream), talk->body + BV_FRAME_HEAD, talk->length,
                                 G_PRIORITY_DEFAULT, NULL, take_body_cb, talk);
}

static gboolean
tell_cause_cb (gpointer data)
{
  BvFolioReader *self = data;

  self->clock = 0;
  tell_failure (self, self->cause);
  return G_SOURCE_REMOVE;
}

static void
start (BvFolioReader *self)
{
  static const Request document = { BV_FOLIO_FRAME_DOCUMENT, 0, 0 };
  GSubprocess *process;

  g_clear_error (&self->cause);
  process = bv_folio_process_start (self->path, &self->cause);
  self->asked = document;
  if (process == NULL)
    {
      self->waits = TRUE;
      self->clock = g_idle_add (tell_cause_cb, self);
      return;
    }
  self->talk = g_new0 (Talk, 1);
  self->talk->reader = self;
  self->talk->process = process;
  self->talk->began = g_get_monotonic_time ();
  await (self, &document);
}

static void
ask (BvFolioReader *self, const Request *request)
{
  BvFrameBlock block;

  /* Some bytes, which the pipe has room for: the process waits for nothing else. */
  bv_frame_block_init (&block, g_subprocess_get_stdin_pipe (self->talk->process));
  bv_frame_block_begin (&block, (char) request->frame);
  bv_frame_block_put_number (&block, request->page);
  if (request->frame == BV_FOLIO_FRAME_PICTURE)
    bv_frame_block_put_number (&block, request->width);
  /* That it could not be written is seen by what is read. */
  bv_frame_block_send (&block, NULL);
  bv_frame_block_clear (&block);
  await (self, request);
}

static void
go_on (BvFolioReader *self)
{
  g_autofree Request *request = NULL;

  if (self->waits || self->failed || g_queue_is_empty (&self->requests))
    return;
  if (self->talk == NULL)
    {
      start (self);
      return;
    }
  request = g_queue_pop_head (&self->requests);
  ask (self, request);
}

/**
 * bv_folio_reader_open:
 * @path: a document from outside, of whatever kind
 * @sink: what is told, in the main loop, and never before this returns
 * @data: for @sink
 *
 * Starts a process that draws its pages, with limits of memory and time. Whatever the document does to it, it
 * is told as a failure of what was asked; what is asked after that has a new process.
 *
 * Returns: (transfer full): its reader
 */
BvFolioReader *
bv_folio_reader_open (const char *path, const BvFolioSink *sink, gpointer data)
{
  BvFolioReader *self = g_new0 (BvFolioReader, 1);

  self->path = g_strdup (path);
  self->sink = sink;
  self->data = data;
  g_queue_init (&self->requests);
  start (self);
  return self;
}

/**
 * bv_folio_reader_close:
 * @reader: a reader
 *
 * Ends its process. Nothing is told any more.
 */
void
bv_folio_reader_close (BvFolioReader *reader)
{
  leave (reader);
  bv_folio_reader_drop_requests (reader);
  g_clear_error (&reader->cause);
  g_free (reader->path);
  g_free (reader);
}

static void
add (BvFolioReader *self, BvFolioFrame frame, guint page, guint width)
{
  Request *request = g_new (Request, 1);

  *request = (Request){ frame, page, width };
  g_queue_push_tail (&self->requests, request);
  go_on (self);
}

/**
 * bv_folio_reader_ask_picture:
 * @reader: a reader
 * @page: counted from 0
 * @width: of the picture, in pixels; it comes smaller where it would be too large
 */
void
bv_folio_reader_ask_picture (BvFolioReader *reader, guint page, guint width)
{
  add (reader, BV_FOLIO_FRAME_PICTURE, page, CLAMP (width, 1, BV_FOLIO_MOST_PIXELS_A_SIDE));
}

/**
 * bv_folio_reader_ask_text:
 * @reader: a reader
 * @page: counted from 0
 */
void
bv_folio_reader_ask_text (BvFolioReader *reader, guint page)
{
  add (reader, BV_FOLIO_FRAME_TEXT, page, 0);
}

/**
 * bv_folio_reader_drop_requests:
 * @reader: a reader
 *
 * What was asked for and is not being done yet is not wanted any more.
 */
void
bv_folio_reader_drop_requests (BvFolioReader *reader)
{
  g_queue_clear_full (&reader->requests, g_free);
}

/**
 * bv_folio_reader_get_process:
 * @reader: a reader
 *
 * Returns: (transfer none) (nullable): what the system calls its process, of which tests make an end
 */
const char *
bv_folio_reader_get_process (BvFolioReader *reader)
{
  return reader->talk != NULL ? g_subprocess_get_identifier (reader->talk->process) : NULL;
}
