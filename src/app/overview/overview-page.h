/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/overview/matrix.h"
#include "app/page/page.h"

G_BEGIN_DECLS

#define BV_TYPE_OVERVIEW_PAGE (bv_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (BvOverviewPage, bv_overview_page, BV, OVERVIEW_PAGE, GtkWidget)

void bv_overview_page_seek (BvOverviewPage *page, gint64 group, BvOverviewSought sought);
BvMatrix *bv_overview_page_get_matrix (BvOverviewPage *page);
const BvMatrixRows *bv_overview_page_get_rows (BvOverviewPage *page);

G_END_DECLS
