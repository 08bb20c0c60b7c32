/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/signatures.h"

#define SIGNING_HEIGHT 64.0
#define GAP_HEIGHT 10.0

/**
 * bv_signatures_add:
 * @section: a section
 * @left: who signs on the left
 * @right: who signs on the right
 *
 * Adds two signatures side by side, as forms have them. The last block before stays with them.
 *
 * Returns: (transfer none): the block
 */
BvBlock *
bv_signatures_add (BvSection *section, const BvSigner *left, const BvSigner *right)
{
  BvBlock *halves;

  if (section->blocks->len > 0)
    ((BvBlock *) g_ptr_array_index (section->blocks, section->blocks->len - 1))->keep_with_next = TRUE;
  bv_section_add_gap (section, GAP_HEIGHT)->keep_with_next = TRUE;
  halves = bv_section_add_halves (section, 0.5);
  bv_halves_add (halves, BV_STYLE_SIGNER_TITLE, left->title, BV_STYLE_SIGNER_TITLE, right->title, 0);
  bv_halves_add (halves, BV_STYLE_SIGNER_HINT, left->hint, BV_STYLE_SIGNER_HINT, right->hint, SIGNING_HEIGHT);
  bv_halves_add (halves, BV_STYLE_SIGNER, left->name, BV_STYLE_SIGNER, right->name, 0);
  return halves;
}
