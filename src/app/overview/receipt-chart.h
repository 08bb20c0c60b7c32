/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_RECEIPT_CHART (bv_receipt_chart_get_type ())
G_DECLARE_FINAL_TYPE (BvReceiptChart, bv_receipt_chart, BV, RECEIPT_CHART, GtkWidget)

void bv_receipt_chart_set (BvReceiptChart *chart, const GArray *days, const GArray *due);

G_END_DECLS
