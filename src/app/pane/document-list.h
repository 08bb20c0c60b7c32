/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/evidence/score-papers.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_DOCUMENT_LIST (bv_document_list_get_type ())
G_DECLARE_FINAL_TYPE (BvDocumentList, bv_document_list, BV, DOCUMENT_LIST, GtkWidget)

void bv_document_list_show (BvDocumentList *list, const GPtrArray *papers);
const BvScorePaper *bv_document_list_get_chosen (BvDocumentList *list);
void bv_document_list_choose_last (BvDocumentList *list);
gboolean bv_document_list_focus (BvDocumentList *list);
gboolean bv_document_list_has_focus (BvDocumentList *list);

G_END_DECLS
