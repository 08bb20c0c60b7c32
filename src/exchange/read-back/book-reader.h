/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/package/package-reader.h"
#include "exchange/read-back/book-record.h"

G_BEGIN_DECLS

#define BV_BOOK_PART "xl/workbook.xml"

/* What a workbook says beside its sheets: their order, the names of ranges, properties. */

GPtrArray *bv_book_reader_compare (BvPackageReader *reader, const BvBookRecord *record);
gboolean bv_book_reader_is_property_part (const char *part);
gboolean bv_book_reader_read_properties (BvPackageReader *reader, GHashTable *properties);
gboolean bv_book_reader_compare_texts (GHashTable *handed_over, GHashTable *found);

G_END_DECLS
