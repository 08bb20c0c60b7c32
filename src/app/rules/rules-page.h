/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page.h"

G_BEGIN_DECLS

#define BV_TYPE_RULES_PAGE (bv_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (BvRulesPage, bv_rules_page, BV, RULES_PAGE, GtkWidget)

/* Its tabs. */
typedef enum
{
  BV_RULES_TAB_GENERAL = 1,
  BV_RULES_TAB_CRITERIA,
  BV_RULES_TAB_QUOTAS,
  BV_RULES_TAB_TIES,
  BV_RULES_TAB_COUNCIL,
  BV_RULES_TAB_PAPERS,
} BvRulesTab;

void bv_rules_page_show_tab (BvRulesPage *page, BvRulesTab tab);
BvPage *bv_rules_page_get_table (BvRulesPage *page);

G_END_DECLS
