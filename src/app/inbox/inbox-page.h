/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/table/table-page.h"

G_BEGIN_DECLS

#define BV_TYPE_INBOX_PAGE (bv_inbox_page_get_type ())
G_DECLARE_FINAL_TYPE (BvInboxPage, bv_inbox_page, BV, INBOX_PAGE, BvTablePage)

G_END_DECLS
