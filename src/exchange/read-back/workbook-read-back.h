/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/read-back/book-record.h"

G_BEGIN_DECLS

gboolean
bv_workbook_read_back (const char *path, const BvBookRecord *record, const char *wanted, GError **error);

G_END_DECLS
