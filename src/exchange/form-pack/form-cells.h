/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/criterion.h"
#include "exchange/sheet/sheet-cells.h"

G_BEGIN_DECLS

/* What a form asks for: cells that are open, with what may be typed into them. */

/* Rows below each other in one column, from 0. */
typedef struct
{
  guint first;
  guint last;
  guint column;
} BvFormCells;

void bv_form_cells_limit (BvSheet *sheet, const BvFormCells *cells, gint64 most, const char *guide);
void bv_form_cells_count (BvSheet *sheet, const BvFormCells *cells, guint most);
void bv_form_cells_offer (BvSheet *sheet, const BvFormCells *cells, const char *const *choices);
void bv_form_cells_explain (BvSheet *sheet, const BvFormCells *cells, const char *title, const char *words);
void bv_form_cells_protect (BvSheet *sheet);

G_END_DECLS
