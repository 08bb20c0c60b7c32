/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/document.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* A4 and its margins in points (NĐ 30/2020/NĐ-CP, Annex I, I.1 and I.3): top and bottom 20 mm, left 30 mm,
 * right 15 mm. On a landscape page, as the decree counts them, the same. In the top margin stands nothing
 * but the number of the page. Pages are counted from 0. */
#define BV_POINTS_PER_MM (72.0 / 25.4)
#define BV_PAPER_SHORT (210 * BV_POINTS_PER_MM)
#define BV_PAPER_LONG (297 * BV_POINTS_PER_MM)
#define BV_MARGIN_TOP (20 * BV_POINTS_PER_MM)
#define BV_MARGIN_BOTTOM (20 * BV_POINTS_PER_MM)
#define BV_MARGIN_LEFT (30 * BV_POINTS_PER_MM)
#define BV_MARGIN_RIGHT (15 * BV_POINTS_PER_MM)

typedef struct _BvPages BvPages;

BvPages *bv_pages_new (const BvDocument *document);
void bv_pages_free (BvPages *pages);

gboolean bv_pages_reach (BvPages *pages, guint page);
guint bv_pages_count (BvPages *pages);
gboolean bv_pages_are_complete (BvPages *pages);
double bv_pages_get_fraction (BvPages *pages);
void bv_pages_get_size (BvPages *pages, guint page, double *width, double *height);
void bv_pages_draw (BvPages *pages, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvPages, bv_pages_free)

G_END_DECLS
