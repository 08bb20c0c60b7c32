/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-cell.h"

G_BEGIN_DECLS

gboolean bv_xls_read (const char *path, const BvSourceSink *sink, gpointer data, GError **error);

G_END_DECLS
