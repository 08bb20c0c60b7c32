/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-cell.h"
#include "exchange/spreadsheet/ods-styles.h"

G_BEGIN_DECLS

/* What the sheets are read with. */
typedef struct
{
  BvSourcePackage *package;
  BvOdsStyles *styles;
  const BvSourceSink *sink;
  gpointer data; /* of @sink */
} BvOdsSetting;

gboolean bv_ods_content_read (const BvOdsSetting *setting, const char *part, GError **error);

G_END_DECLS
