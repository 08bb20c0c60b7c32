/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/package/package-reader.h"
#include "exchange/read-back/book-record.h"

G_BEGIN_DECLS

char *bv_sheet_reader_compare (BvPackageReader *reader,
                               const BvSheetRecord *record,
                               const GArray *strings,
                               const GArray *looks);

G_END_DECLS
