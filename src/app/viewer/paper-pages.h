/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/viewer/paper-text.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

#define BV_TYPE_PAPER_PAGES (bv_paper_pages_get_type ())
G_DECLARE_FINAL_TYPE (BvPaperPages, bv_paper_pages, BV, PAPER_PAGES, GObject)

/* Pictures of pages take no more than this, those that are seen apart. */
#define BV_PAPER_PAGES_MOST (24 << 20) /* bytes */

BvPaperPages *bv_paper_pages_new (const char *path);
guint bv_paper_pages_count (BvPaperPages *pages);
const BvFolioSize *bv_paper_pages_get_size (BvPaperPages *pages, guint page);
GdkTexture *bv_paper_pages_get_picture (BvPaperPages *pages, guint page);
const char *bv_paper_pages_get_fault (BvPaperPages *pages, guint page);
void bv_paper_pages_want (BvPaperPages *pages, guint first, guint last, const guint *widths);
const BvPaperText *bv_paper_pages_get_text (BvPaperPages *pages, guint page);
const char *bv_paper_pages_get_process (BvPaperPages *pages);

G_END_DECLS
