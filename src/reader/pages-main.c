/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bangvang-pages FILE: draws the pages of a document from outside, and says their text, for the window that
 * asks on its input (exchange/folio), in a process of its own and for as long as that window looks at it. A
 * person has no use for it. */
#include "exchange/folio/folio-error.h"
#include "exchange/folio/folio-frame.h"
#include "reader/folio-document.h"
#include "reader/process.h"

#include <math.h>
#include <string.h>

#define HUNDREDTHS 100
#define BEGINNING 1024 /* bytes, in which a PDF says what it is */

typedef struct
{
  const BvFolioKind *kind;
  gpointer document;
  guint n_pages;
  GInputStream *input;
  BvFrameBlock answers;
} Server;

static const BvFolioKind *
find_kind (const char *path, GError **error)
{
  static const BvFolioKind *const kinds[] = { &bv_folio_pdf, &bv_folio_picture };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char beginning[BEGINNING];
  gsize length = 0;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), beginning, sizeof beginning, &length, NULL, NULL))
    {
      bv_folio_refuse (BV_FOLIO_ERROR_ABSENT, error);
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds) && length > 0; i++)
    if (kinds[i]->is_kind (path, beginning, length))
      return kinds[i];
  bv_folio_refuse (length > 0 ? BV_FOLIO_ERROR_FOREIGN : BV_FOLIO_ERROR_EMPTY, error);
  return NULL;
}

static gboolean
refuse (Server *self, int code)
{
  bv_frame_block_begin (&self->answers, BV_FOLIO_FRAME_FAILED);
  bv_frame_block_put_number (&self->answers, (guint) code);
  return bv_frame_block_send (&self->answers, NULL);
}

static guint
round_side (double side)
{
  return isfinite (side) ? (guint) CLAMP (round (side * HUNDREDTHS), 0, BV_FOLIO_MOST_SIDE) : 0;
}

static gboolean
say_document (Server *self)
{
  bv_frame_block_begin (&self->answers, BV_FOLIO_FRAME_DOCUMENT);
  bv_frame_block_put_number (&self->answers, self->n_pages);
  for (guint i = 0; i < self->n_pages; i++)
    {
      double width, height;

      self->kind->get_size (self->document, i, &width, &height);
      bv_frame_block_put_number (&self->answers, round_side (width));
      bv_frame_block_put_number (&self->answers, round_side (height));
    }
  return bv_frame_block_send (&self->answers, NULL);
}

/* Whatever is asked for, no picture has more pixels than it may. */
static gboolean
find_pixels (Server *self, guint page, guint asked, int *width, int *height)
{
  double points_x, points_y, ratio, most;

  self->kind->get_size (self->document, page, &points_x, &points_y);
  if (!(points_x > 0) || !(points_y > 0) || !isfinite (points_x) || !isfinite (points_y))
    return FALSE;
  ratio = points_y / points_x;
  most = MIN (sqrt (BV_FOLIO_MOST_PIXELS / ratio), BV_FOLIO_MOST_PIXELS_A_SIDE / ratio);
  *width = (int) CLAMP (MIN ((double) asked, most), 1, BV_FOLIO_MOST_PIXELS_A_SIDE);
  *height = (int) CLAMP (round (*width * ratio), 1, BV_FOLIO_MOST_PIXELS_A_SIDE);
  return (gint64) *width * *height <= BV_FOLIO_MOST_PIXELS + BV_FOLIO_MOST_PIXELS_A_SIDE;
}

static void
make_white (cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static gboolean
say_picture (Server *self, guint page, guint asked)
{
  int width, height;
  cairo_surface_t *surface;
  gboolean drawn;

  if (!find_pixels (self, page, asked, &width, &height))
    return refuse (self, BV_FOLIO_ERROR_DAMAGED);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  make_white (surface);
  drawn = self->kind->draw (self->document, page, surface);
  cairo_surface_flush (surface);
  if (drawn)
    {
      bv_frame_block_begin (&self->answers, BV_FOLIO_FRAME_PICTURE);
      bv_frame_block_put_number (&self->answers, (guint) width);
      bv_frame_block_put_number (&self->answers, (guint) height);
      /* Cairo leaves no gap between rows of four bytes a pixel. */
      bv_frame_block_put_bytes (&self->answers, cairo_image_surface_get_data (surface),
                                (gsize) cairo_image_surface_get_stride (surface) * (gsize) height);
    }
  cairo_surface_destroy (surface);
  return drawn ? bv_frame_block_send (&self->answers, NULL) : refuse (self, BV_FOLIO_ERROR_DAMAGED);
}

static gboolean
say_text (Server *self, guint page)
{
  bv_frame_block_begin (&self->answers, BV_FOLIO_FRAME_TEXT);
  self->kind->put_text (self->document, page, &self->answers);
  return bv_frame_block_send (&self->answers, NULL);
}

/* The window writes what it asks for at once, and closes its end when it asks no more. */
static gboolean
take_request (Server *self, guint8 *tag, guint32 numbers[2])
{
  guint8 head[BV_FRAME_HEAD];
  guint32 length;
  gsize n_read = 0;

  if (!g_input_stream_read_all (self->input, head, sizeof head, &n_read, NULL, NULL) || n_read < sizeof head)
    return FALSE;
  memcpy (&length, head + 1, sizeof length);
  length = GUINT32_FROM_LE (length);
  *tag = head[0];
  return length <= 2 * sizeof numbers[0]
         && g_input_stream_read_all (self->input, numbers, length, &n_read, NULL, NULL) && n_read == length;
}

static gboolean
answer (Server *self, guint8 tag, const guint32 numbers[2])
{
  guint page = GUINT32_FROM_LE (numbers[0]);

  if (page >= self->n_pages)
    return FALSE;
  if (tag == BV_FOLIO_FRAME_PICTURE)
    return say_picture (self, page, GUINT32_FROM_LE (numbers[1]));
  return tag == BV_FOLIO_FRAME_TEXT && say_text (self, page);
}

static gboolean
serve (Server *self)
{
  gboolean goes_on = say_document (self);

  bv_process_end_request ();
  while (goes_on)
    {
      guint32 numbers[2] = { 0, 0 };
      guint8 tag;

      if (!take_request (self, &tag, numbers))
        return TRUE;
      bv_process_begin_request (BV_FOLIO_SECONDS);
      goes_on = answer (self, tag, numbers);
      bv_process_end_request ();
    }
  return FALSE;
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) arguments = bv_process_take_arguments (argv);
  g_autoptr (GOutputStream) output = bv_process_open_output ();
  g_autoptr (GInputStream) input = bv_process_open_input ();
  g_autoptr (GError) error = NULL;
  Server self = { .input = input };
  gboolean served;

  if (g_strv_length (arguments) != 2)
    return 2;
  bv_process_limit (BV_PROCESS_PAGES_CPU, BV_PROCESS_PAGES_TIME);
  bv_process_begin_request (BV_FOLIO_SECONDS);
  bv_frame_block_init (&self.answers, output);
  self.kind = find_kind (arguments[1], &error);
  if (self.kind != NULL)
    self.document = self.kind->open (arguments[1], &self.n_pages, &error);
  self.n_pages = MIN (self.n_pages, BV_FOLIO_MOST_PAGES);
  served = self.document != NULL ? serve (&self) : refuse (&self, error->code);
  if (self.document != NULL)
    self.kind->close (self.document);
  bv_frame_block_clear (&self.answers);
  return served ? 0 : 1;
}
