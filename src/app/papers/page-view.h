/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/papers/preview-pages.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_PAGE_VIEW (bv_page_view_get_type ())
G_DECLARE_FINAL_TYPE (BvPageView, bv_page_view, BV, PAGE_VIEW, GtkWidget)

typedef enum
{
  BV_FIT_NONE,
  BV_FIT_PAGE,
  BV_FIT_WIDTH,
} BvFit;

void bv_page_view_set_sheet (BvPageView *view, BvPreviewPage *sheet);
void bv_page_view_set_fit (BvPageView *view, BvFit fit, double scale);
double bv_page_view_get_scale (BvPageView *view);

G_END_DECLS
