/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/viewer/paper-pages.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_PAPER_COLUMN (bv_paper_column_get_type ())
G_DECLARE_FINAL_TYPE (BvPaperColumn, bv_paper_column, BV, PAPER_COLUMN, GtkWidget)

typedef enum
{
  BV_PAPER_FIT_WIDTH,
  BV_PAPER_FIT_PAGE,
  BV_PAPER_FIT_NONE,
} BvPaperFit;

void bv_paper_column_set_pages (BvPaperColumn *column, BvPaperPages *pages);
gboolean bv_paper_column_is_laid_out (BvPaperColumn *column);
void bv_paper_column_set_fit (BvPaperColumn *column, BvPaperFit fit, double scale);
double bv_paper_column_get_scale (BvPaperColumn *column);
void bv_paper_column_turn (BvPaperColumn *column);
void bv_paper_column_see (BvPaperColumn *column, double top, double height);
void bv_paper_column_set_marks (BvPaperColumn *column, const char *wanted, const char *found);
void bv_paper_column_set_found (BvPaperColumn *column, guint page, guint place);
double bv_paper_column_get_top (BvPaperColumn *column, guint page);
double bv_paper_column_find_place (BvPaperColumn *column, guint page, const BvPaperRange *range);
guint bv_paper_column_get_page (BvPaperColumn *column);
char *bv_paper_column_get_selection (BvPaperColumn *column);

G_END_DECLS
