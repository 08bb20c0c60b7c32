/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/table/table-page.h"

G_BEGIN_DECLS

#define BV_TYPE_DOCUMENTS_PAGE (bv_documents_page_get_type ())
G_DECLARE_FINAL_TYPE (BvDocumentsPage, bv_documents_page, BV, DOCUMENTS_PAGE, BvTablePage)

G_END_DECLS
