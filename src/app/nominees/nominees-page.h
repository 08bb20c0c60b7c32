/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/nominees/nominee-details.h"
#include "app/table/table-page.h"

G_BEGIN_DECLS

#define BV_TYPE_NOMINEES_PAGE (bv_nominees_page_get_type ())
G_DECLARE_FINAL_TYPE (BvNomineesPage, bv_nominees_page, BV, NOMINEES_PAGE, BvTablePage)

BvNomineeDetails *bv_nominees_page_get_details (BvNomineesPage *page);
void bv_nominees_page_choose_group (BvNomineesPage *page, gint64 group);

G_END_DECLS
