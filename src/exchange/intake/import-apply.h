/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/import-plan.h"
#include "store/library.h"
#include "store/progress.h"

G_BEGIN_DECLS

gboolean bv_import_apply (BvLibrary *library,
                          gint64 campaign,
                          const BvImportPlan *plan,
                          const BvProgress *progress,
                          gint64 *action,
                          GError **error);

G_END_DECLS
