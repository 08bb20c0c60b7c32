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
} BvTableRun;

void bv_table_run_draw_shades (const BvTableRun *run, cairo_t *cr);
void bv_table_run_draw_rules (const BvTableRun *run, cairo_t *cr);

G_END_DECLS
