/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/table/table-page.h"

G_BEGIN_DECLS

#define BV_TYPE_BACKUPS_PAGE (bv_backups_page_get_type ())
G_DECLARE_FINAL_TYPE (BvBackupsPage, bv_backups_page, BV, BACKUPS_PAGE, BvTablePage)

G_END_DECLS
