/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/planned-file.h"
#include "exchange/interchange/json-writer.h"

G_BEGIN_DECLS

/* How files were understood, and what is asked of them. */

void bv_import_report_write (BvJsonWriter *writer, const BvPlannedFile *file);
void bv_import_report_write_question (BvJsonWriter *writer, const BvIntakeQuestion *question);
void bv_import_report_print_answers (const BvIntakeQuestion *question);
void bv_import_report_print (const BvPlannedFile *file);
void bv_import_report_warn (const BvImportPlan *plan);

G_END_DECLS
