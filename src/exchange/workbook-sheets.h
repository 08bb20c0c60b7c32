/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/score-table.h"
#include "exchange/workbook-book.h"

G_BEGIN_DECLS

/* The sheets of the proposal workbook, one a file. Each returns FALSE where the writing was cancelled or has
 * failed. */

gboolean bv_list_sheet_write (BvBook *book, BvGroupKind kind);
gboolean bv_ranking_sheet_write (BvBook *book);
gboolean bv_score_sheet_write (BvBook *book, const BvScoreTables *tables, BvGroupKind kind);
gboolean bv_evidence_sheet_write (BvBook *book);
gboolean bv_rules_sheet_write (BvBook *book, const BvScoreTables *tables);

G_END_DECLS
