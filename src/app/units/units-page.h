/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/table/table-page.h"

G_BEGIN_DECLS

#define BV_TYPE_UNITS_PAGE (bv_units_page_get_type ())
G_DECLARE_FINAL_TYPE (BvUnitsPage, bv_units_page, BV, UNITS_PAGE, BvTablePage)

G_END_DECLS
