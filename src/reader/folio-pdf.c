/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/folio/folio-error.h"
#include "exchange/folio/folio-frame.h"
#include "reader/folio-document.h"

#include <poppler.h>

#define HUNDREDTHS 100

/* Pages are owned as plain objects: before 23.08 Poppler had no autoptr of its own. */

static gboolean
is_pdf (const char *path, const char *beginning, gsize length)
{
  return g_strstr_len (beginning, (gssize) length, "%PDF-") != NULL;
}

static gpointer
open_pdf (const char *path, guint *n_pages, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GError) cause = NULL;
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &cause);
  int n = document != NULL ? poppler_document_get_n_pages (document) : 0;

  *n_pages = (guint) MAX (n, 0);
  if (n > 0)
    return document;
  g_clear_object (&document);
  bv_folio_refuse (g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? BV_FOLIO_ERROR_PASSWORD
                                                                                   : BV_FOLIO_ERROR_DAMAGED,
                   error);
  return NULL;
}

static void
get_size (gpointer document, guint page, double *width, double *height)
{
  PopplerPage *sheet = poppler_document_get_page (document, (int) page);
  g_autoptr (GObject) owned = (GObject *) sheet;

  *width = *height = 0;
  if (owned != NULL)
    poppler_page_get_size (sheet, width, height);
}

static gboolean
draw (gpointer document, guint page, cairo_surface_t *surface)
{
  PopplerPage *sheet = poppler_document_get_page (document, (int) page);
  g_autoptr (GObject) owned = (GObject *) sheet;
  double width, height;
  cairo_t *cr;

  if (owned == NULL)
    return FALSE;
  poppler_page_get_size (sheet, &width, &height);
  cr = cairo_create (surface);
  cairo_scale (cr, cairo_image_surface_get_width (surface) / width,
               cairo_image_surface_get_height (surface) / height);
  poppler_page_render (sheet, cr);
  cairo_destroy (cr);
  return TRUE;
}

static void
put_side (BvFrameBlock *block, double side)
{
  bv_frame_block_put_number (block, (guint) CLAMP (side * HUNDREDTHS, 0, BV_FOLIO_MOST_SIDE));
}

static void
put_text (gpointer document, guint page, BvFrameBlock *block)
{
  PopplerPage *sheet = poppler_document_get_page (document, (int) page);
  g_autoptr (GObject) owned = (GObject *) sheet;
  g_autofree char *text = sheet != NULL ? poppler_page_get_text (sheet) : NULL;
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree PopplerRectangle *boxes = NULL;
  guint n_boxes = 0;
  glong n_letters;

  if (owned == NULL || !poppler_page_get_text_layout (sheet, &boxes, &n_boxes))
    n_boxes = 0;
  n_boxes = MIN (n_boxes, BV_FOLIO_MOST_BOXES);
  n_letters = g_utf8_strlen (valid, -1);
  if (n_letters > (glong) n_boxes)
    *g_utf8_offset_to_pointer (valid, n_boxes) = '\0';
  n_boxes = (guint) MIN (n_letters, (glong) n_boxes);
  bv_frame_block_put_text (block, valid);
  bv_frame_block_put_number (block, n_boxes);
  for (guint i = 0; i < n_boxes; i++)
    {
      put_side (block, boxes[i].x1);
      put_side (block, boxes[i].y1);
      put_side (block, boxes[i].x2);
      put_side (block, boxes[i].y2);
    }
}

const BvFolioKind bv_folio_pdf = { is_pdf, open_pdf, get_size, draw, put_text, g_object_unref };
