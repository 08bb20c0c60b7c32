/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/page-stack.h"

#define EPSILON 0.001 /* sums of heights are not exact */

/**
 * bv_page_stack_add:
 * @stack: what stands on the page, at first {0}
 * @piece: what comes below
 *
 * Above the first row of a table on a page there is room for its head. Gaps, and room before a paragraph,
 * are nothing at the top.
 *
 * Returns: the top of @piece
 */
double
bv_page_stack_add (BvPageStack *stack, const BvPiece *piece)
{
  double top = stack->bottom;

  if (piece->kind == BV_PIECE_GAP)
    {
      if (stack->begun)
        stack->bottom += piece->height;
      return top;
    }
  if (stack->begun)
    top += piece->before;
  if (piece->table != NULL && piece->table != stack->table)
    top += piece->table->head->height;
  stack->table = piece->table;
  stack->bottom = top + piece->height + piece->after;
  stack->begun = TRUE;
  return top;
}

/**
 * bv_page_stack_fit:
 * @stack: what stands on the page
 * @piece: what would come below
 * @height: of the page, without its margins
 *
 * Adds @piece where it has room; a gap always has, and so has what is first on a page.
 *
 * Returns: whether it was added
 */
gboolean
bv_page_stack_fit (BvPageStack *stack, const BvPiece *piece, double height)
{
  BvPageStack trial = *stack;
  double top = bv_page_stack_add (&trial, piece);

  if (stack->begun && piece->kind != BV_PIECE_GAP && top + piece->height > height + EPSILON)
    return FALSE;
  *stack = trial;
  return TRUE;
}
