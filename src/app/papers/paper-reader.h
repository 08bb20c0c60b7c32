/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/papers/page-pane.h"
#include "app/papers/preview-pages.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_PAPER_READER (bv_paper_reader_get_type ())
G_DECLARE_FINAL_TYPE (BvPaperReader, bv_paper_reader, BV, PAPER_READER, GtkWidget)

void bv_paper_reader_wait (BvPaperReader *reader);
void bv_paper_reader_show (BvPaperReader *reader, BvDocument *document);
void bv_paper_reader_show_message (BvPaperReader *reader, const char *message);
BvPreviewPages *bv_paper_reader_get_pages (BvPaperReader *reader);
guint bv_paper_reader_get_page (BvPaperReader *reader);
BvPagePane *bv_paper_reader_get_pane (BvPaperReader *reader);
const char *bv_paper_reader_get_message (BvPaperReader *reader);

G_END_DECLS
