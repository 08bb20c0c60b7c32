/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/package/package-reader.h"

G_BEGIN_DECLS

#define BV_STYLE_TABLE_PART "xl/styles.xml"

/* The looks that cells refer to by their number (ECMA-376-1, 18.8), as hashes. */

GArray *bv_style_table_read (BvPackageReader *reader);

G_END_DECLS
