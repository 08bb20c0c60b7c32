/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/planned-file.h"
#include "store/library.h"

G_BEGIN_DECLS

guint bv_refused_book_count (const BvImportPlan *plan);
gboolean
bv_refused_book_write (BvLibrary *library, const BvImportPlan *plan, const char *path, GError **error);

G_END_DECLS
