/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/folio/folio-error.h"
#include "reader/folio-document.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

/* What a pixel of a picture is at 100 %. */
#define POINTS_A_PIXEL 0.75
/* In which it is looked at first, for how it lies. */
#define SMALL 64
#define OPAQUE 255

/* A picture is a document of one page. */
typedef struct
{
  char *path;
  int width;
  int height;
  gboolean is_turned; /* it lies on its side */
} Picture;

static gboolean
is_picture (const char *path, const char *beginning, gsize length)
{
  return gdk_pixbuf_get_file_info (path, NULL, NULL) != NULL;
}

static gpointer
open_picture (const char *path, guint *n_pages, GError **error)
{
  int width = 0, height = 0;
  g_autoptr (GdkPixbuf) small = NULL;
  const char *lies;
  Picture *self;

  gdk_pixbuf_get_file_info (path, &width, &height);
  small = gdk_pixbuf_new_from_file_at_scale (path, SMALL, SMALL, TRUE, NULL);
  if (small == NULL || width <= 0 || height <= 0)
    {
      bv_folio_refuse (BV_FOLIO_ERROR_DAMAGED, error);
      return NULL;
    }
  lies = gdk_pixbuf_get_option (small, "orientation");
  self = g_new0 (Picture, 1);
  self->path = g_strdup (path);
  self->is_turned = lies != NULL && g_ascii_strtoull (lies, NULL, 10) >= 5;
  self->width = self->is_turned ? height : width;
  self->height = self->is_turned ? width : height;
  *n_pages = 1;
  return self;
}

static void
get_size (gpointer document, guint page, double *width, double *height)
{
  Picture *self = document;

  *width = self->width * POINTS_A_PIXEL;
  *height = self->height * POINTS_A_PIXEL;
}

static guint
over_white (guint8 colour, guint alpha)
{
  return (colour * alpha + OPAQUE * (OPAQUE - alpha)) / OPAQUE;
}

static void
copy_row (const guint8 *from, guint32 *to, int width, gboolean has_alpha)
{
  for (int x = 0; x < width; x++, from += has_alpha ? 4 : 3)
    {
      guint alpha = has_alpha ? from[3] : OPAQUE;

      to[x] = 0xff000000u | over_white (from[0], alpha) << 16 | over_white (from[1], alpha) << 8
              | over_white (from[2], alpha);
    }
}

static gboolean
draw (gpointer document, guint page, cairo_surface_t *surface)
{
  Picture *self = document;
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint8 *pixels = cairo_image_surface_get_data (surface);
  g_autoptr (GdkPixbuf) loaded = NULL;
  g_autoptr (GdkPixbuf) picture = NULL;

  loaded = gdk_pixbuf_new_from_file_at_scale (self->path, self->is_turned ? height : width,
                                              self->is_turned ? width : height, FALSE, NULL);
  picture = loaded != NULL ? gdk_pixbuf_apply_embedded_orientation (loaded) : NULL;
  if (picture == NULL)
    return FALSE;
  cairo_surface_flush (surface);
  for (int y = 0; y < MIN (height, gdk_pixbuf_get_height (picture)); y++)
    copy_row (gdk_pixbuf_read_pixels (picture) + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (picture),
              (guint32 *) (gpointer) (pixels + (gsize) y * (gsize) stride),
              MIN (width, gdk_pixbuf_get_width (picture)), gdk_pixbuf_get_has_alpha (picture));
  cairo_surface_mark_dirty (surface);
  return TRUE;
}

static void
put_text (gpointer document, guint page, BvFrameBlock *block)
{
  bv_frame_block_put_text (block, "");
  bv_frame_block_put_number (block, 0);
}

static void
close_picture (gpointer document)
{
  Picture *self = document;

  g_free (self->path);
  g_free (self);
}

const BvFolioKind bv_folio_picture = { is_picture, open_picture, get_size, draw, put_text, close_picture };
