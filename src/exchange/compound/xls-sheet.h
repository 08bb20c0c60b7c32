/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/compound/xls-book.h"

G_BEGIN_DECLS

gboolean bv_xls_sheet_read (const BvXlsBook *book,
                            const BvXlsTab *tab,
                            const BvSourceSink *sink,
                            gpointer data,
                            GError **error);

G_END_DECLS
