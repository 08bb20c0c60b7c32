/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/apart/frame-block.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * BvFolioKind:
 *
 * What is asked of a kind of document; pages are counted from 0, and are there.
 */
typedef struct
{
  gboolean (*is_kind) (const char *path, const char *beginning, gsize length);
  /* Returns: a document, or NULL with a BV_FOLIO_ERROR */
  gpointer (*open) (const char *path, guint *n_pages, GError **error);
  void (*get_size) (gpointer document, guint page, double *width, double *height);
  /* @surface: white, of the size that the page is to have */
  gboolean (*draw) (gpointer document, guint page, cairo_surface_t *surface);
  /* Puts text, number of boxes and boxes into @block. */
  void (*put_text) (gpointer document, guint page, BvFrameBlock *block);
  void (*close) (gpointer document);
} BvFolioKind;

extern const BvFolioKind bv_folio_pdf;
extern const BvFolioKind bv_folio_picture;

G_END_DECLS
