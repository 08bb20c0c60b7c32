/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/table/table-frame.h"
#include "app/table/table-page.h"

G_BEGIN_DECLS

/* Rows of a table that stand for what can be added there are taken by a click or by Enter. */

void bv_criteria_offers_listen (BvTablePage *page, BvTableFrame *frame);

G_END_DECLS
