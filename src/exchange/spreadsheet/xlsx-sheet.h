/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/spreadsheet/xlsx-row.h"

G_BEGIN_DECLS

gboolean bv_xlsx_sheet_read (const BvXlsxSetting *setting, const char *part, GError **error);

G_END_DECLS
