/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_PAPER_VIEW (bv_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (BvPaperView, bv_paper_view, BV, PAPER_VIEW, GtkWidget)

GtkWidget *bv_paper_view_new (void);
void bv_paper_view_show (BvPaperView *self, const char *path, const char *name, const char *wanted);
void bv_paper_view_clear (BvPaperView *self);
gboolean bv_paper_view_take_key (BvPaperView *self, guint keyval, GdkModifierType state);
guint bv_paper_view_get_n_pages (BvPaperView *self);
guint bv_paper_view_get_page (BvPaperView *self);
gboolean bv_paper_view_has_picture (BvPaperView *self, guint page);
const char *bv_paper_view_get_words (BvPaperView *self);
const char *bv_paper_view_get_process (BvPaperView *self);

G_END_DECLS
