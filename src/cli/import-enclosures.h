/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/planned-file.h"
#include "exchange/interchange/json-writer.h"

G_BEGIN_DECLS

/* What import says of files that may be evidence. */

void bv_import_enclosures_write (BvJsonWriter *writer, const BvImportPlan *plan);
void bv_import_enclosures_print (const BvImportPlan *plan);
guint bv_import_enclosures_count_open (const BvImportPlan *plan);
void bv_import_origin_write (BvJsonWriter *writer, const BvIntakeOrigin *origin);

G_END_DECLS
