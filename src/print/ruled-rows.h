/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/set-table.h"

G_BEGIN_DECLS

/* The rows of one table that stand on one page. */
typedef struct
{
  BvPiece **rows;
  const double *tops;
  guint n_rows;
  double x;
} BvRuledRows;

void bv_ruled_rows_draw_shades (const BvRuledRows *run, cairo_t *cr);
void bv_ruled_rows_draw_rules (const BvRuledRows *run, cairo_t *cr);

G_END_DECLS
