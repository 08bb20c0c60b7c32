/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/table/table-page.h"

G_BEGIN_DECLS

#define BV_TYPE_QUOTAS_PAGE (bv_quotas_page_get_type ())
G_DECLARE_FINAL_TYPE (BvQuotasPage, bv_quotas_page, BV, QUOTAS_PAGE, BvTablePage)

void bv_quotas_page_add (BvPage *page);
void bv_quotas_page_remove (BvPage *page);

G_END_DECLS
