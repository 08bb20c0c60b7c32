/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/planned-file.h"
#include "store/library.h"

G_BEGIN_DECLS

BvImportPlan *bv_import_open (BvLibrary *library, gint64 campaign, GError **error);

G_END_DECLS
