/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/score-table.h"
#include "exchange/workbook/workbook-book.h"

G_BEGIN_DECLS

/* The sheets of the proposal workbook, one a file. Each returns FALSE where the writing was cancelled or has
 * failed. */

gboolean bv_workbook_write_list (BvBook *book, BvGroupKind kind);
gboolean bv_workbook_write_ranking (BvBook *book);
gboolean bv_workbook_write_scores (BvBook *book, const BvScoreTables *tables, BvGroupKind kind);
gboolean bv_workbook_write_evidence (BvBook *book);
gboolean bv_workbook_write_rules (BvBook *book, const BvScoreTables *tables);

G_END_DECLS
