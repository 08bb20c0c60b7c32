/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/pages.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BV_TYPE_PREVIEW_PAGES (bv_preview_pages_get_type ())
G_DECLARE_FINAL_TYPE (BvPreviewPages, bv_preview_pages, BV, PREVIEW_PAGES, GObject)

#define BV_TYPE_PREVIEW_PAGE (bv_preview_page_get_type ())
G_DECLARE_FINAL_TYPE (BvPreviewPage, bv_preview_page, BV, PREVIEW_PAGE, GObject)

BvPreviewPages *bv_preview_pages_new (BvDocument *document);
const BvDocument *bv_preview_pages_get_document (BvPreviewPages *pages);
gboolean bv_preview_pages_lay_out (BvPreviewPages *pages);
void bv_preview_pages_reach (BvPreviewPages *pages, guint page);
gboolean bv_preview_pages_are_complete (BvPreviewPages *pages);
void bv_preview_pages_get_size (BvPreviewPages *pages, guint page, double *width, double *height);
void bv_preview_pages_draw (BvPreviewPages *pages, guint page, cairo_t *cr);

BvPreviewPages *bv_preview_page_get_pages (BvPreviewPage *sheet);
guint bv_preview_page_get_page (BvPreviewPage *sheet);

G_END_DECLS
