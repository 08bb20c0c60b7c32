/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/intake/intake-preview.h"
#include "app/table/table-page.h"
#include "store/inbox/receipts.h"

G_BEGIN_DECLS

#define BV_TYPE_INTAKE_PAGE (bv_intake_page_get_type ())
G_DECLARE_FINAL_TYPE (BvIntakePage, bv_intake_page, BV, INTAKE_PAGE, BvTablePage)

BvIntakePage *bv_intake_page_find (GtkWindow *window);
void bv_intake_page_show (BvIntakePage *page, BvIntakePreview *intake);
gboolean bv_intake_page_read_files (BvIntakePage *page, GPtrArray *files);
void bv_intake_page_read_receipt (BvIntakePage *page, const BvReceipt *receipt);

G_END_DECLS
