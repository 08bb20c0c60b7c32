/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/package/package-reader.h"

G_BEGIN_DECLS

#define BV_SHARED_TEXTS_PART "xl/sharedStrings.xml"

/* The texts that cells refer to by their number (ECMA-376-1, 18.4), as hashes. */

GArray *bv_shared_texts_read (BvPackageReader *reader);

G_END_DECLS
