/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-cell.h"
#include "exchange/source/source-package.h"

G_BEGIN_DECLS

gboolean bv_ods_looks_like (BvSourcePackage *package);
gboolean bv_ods_read (const char *path, const BvSourceSink *sink, gpointer data, GError **error);

G_END_DECLS
