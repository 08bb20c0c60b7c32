/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/table/table-page.h"
#include "core/tree/criterion-place.h"

G_BEGIN_DECLS

#define BV_TYPE_CRITERIA_PAGE (bv_criteria_page_get_type ())
G_DECLARE_FINAL_TYPE (BvCriteriaPage, bv_criteria_page, BV, CRITERIA_PAGE, BvTablePage)

void bv_criteria_page_add (BvPage *page);
void bv_criteria_page_add_group (BvPage *page);
const char *bv_criteria_page_explain_copy (BvCriteriaPage *page);
void bv_criteria_page_copy (BvCriteriaPage *page);
void bv_criteria_page_remove (BvPage *page);
void bv_criteria_page_move (BvPage *page, BvTreeStep step);
gboolean bv_criteria_page_set_open (BvCriteriaPage *page, gint64 id, gboolean open);
char *bv_criteria_page_warn (BvCriteriaPage *page);

G_END_DECLS
