/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/import-plan.h"
#include "store/library.h"
#include "store/progress.h"

G_BEGIN_DECLS

/* Room-private: the originals of the files of a plan, and what is noted of them. */

GPtrArray *bv_import_receipts_keep (BvLibrary *library,
                                    const BvImportPlan *plan,
                                    const BvProgress *progress,
                                    GError **error);
gboolean bv_import_receipts_note (BvLibrary *library,
                                  gint64 campaign,
                                  const BvImportPlan *plan,
                                  const GPtrArray *kept,
                                  GError **error);
void bv_import_receipts_take_back (BvLibrary *library, const GPtrArray *kept);

G_END_DECLS
