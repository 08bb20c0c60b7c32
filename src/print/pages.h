/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/document.h"
#include "print/fonts.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _BvPages BvPages;

BvPages *bv_pages_new (const BvDocument *document);
BvPages *bv_pages_new_with_fonts (const BvDocument *document, BvFonts *fonts);
void bv_pages_free (BvPages *pages);

gboolean bv_pages_reach (BvPages *pages, guint page);
guint bv_pages_count (BvPages *pages);
gboolean bv_pages_are_complete (BvPages *pages);
double bv_pages_get_fraction (BvPages *pages);
void bv_pages_get_size (BvPages *pages, guint page, double *width, double *height);
void bv_pages_draw (BvPages *pages, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvPages, bv_pages_free)

G_END_DECLS
