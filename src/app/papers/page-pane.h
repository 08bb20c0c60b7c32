/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/papers/page-view.h"

G_BEGIN_DECLS

#define BV_TYPE_PAGE_PANE (bv_page_pane_get_type ())
G_DECLARE_FINAL_TYPE (BvPagePane, bv_page_pane, BV, PAGE_PANE, GtkWidget)

typedef enum
{
  BV_ZOOM_PAGE,
  BV_ZOOM_WIDTH,
  BV_ZOOM_50,
  BV_ZOOM_75,
  BV_ZOOM_100,
  BV_ZOOM_125,
  BV_ZOOM_150,
  BV_ZOOM_200,
  BV_ZOOM_300,
  BV_N_ZOOMS,
} BvZoom;

void bv_page_pane_show (BvPagePane *pane, BvPreviewPage *sheet);
void bv_page_pane_move (BvPagePane *pane, int direction);
void bv_page_pane_set_zoom (BvPagePane *pane, BvZoom zoom);
BvZoom bv_page_pane_get_zoom (BvPagePane *pane);
void bv_page_pane_step_zoom (BvPagePane *pane, int direction);
double bv_page_pane_get_scale (BvPagePane *pane);

G_END_DECLS
