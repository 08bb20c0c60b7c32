/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/set-table.h"

G_BEGIN_DECLS

/* Pieces one below the other, from the top of a page. */
typedef struct
{
  double bottom;
  gboolean begun; /* there is more than gaps */
  const BvSetTable *table;
} BvPageStack;

double bv_page_stack_add (BvPageStack *stack, const BvPiece *piece);
gboolean bv_page_stack_fit (BvPageStack *stack, const BvPiece *piece, double height);

G_END_DECLS
