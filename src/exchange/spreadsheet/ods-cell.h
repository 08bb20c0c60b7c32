/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-row.h"
#include "exchange/spreadsheet/ods-text.h"

G_BEGIN_DECLS

/* What the attributes of a cell say (ODF 1.3, 9.1.4 and 19.385). */
typedef struct
{
  BvSourceKind kind;
  gboolean is_fault;
  gboolean is_formula;
  gboolean is_time;
  GString *value;    /* as it stands; empty: its text is its value */
  const char *style; /* NULL: none; not after the next element */
  guint n_repeated;
  guint n_columns;
  guint n_rows;
} BvOdsCell;

guint bv_ods_cell_read_count (const char *value);
void bv_ods_cell_read (BvOdsCell *cell, const XML_Char **attributes);
gboolean
bv_ods_cell_take (const BvOdsCell *cell, BvSourceCell *taken, const BvOdsText *text, BvSourceRow *row);

G_END_DECLS
