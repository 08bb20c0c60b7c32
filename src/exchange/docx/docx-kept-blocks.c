/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx/docx-parts.h"

#include <string.h>

#define BLOCKS_BEFORE_CLOSING 2
#define LETTERS_OF_LINE 90 /* a paragraph of less may be a line alone */

static const BvBlock *
get_block (const BvSection *section, guint index)
{
  return g_ptr_array_index (section->blocks, index);
}

/* A gap does not part what is kept together. */
static void
keep_over_gaps (const BvSection *section, gboolean *kept)
{
  for (guint i = 0; i < section->blocks->len; i++)
    {
      const BvBlock *block = get_block (section, i);

      kept[i] = block->keep_with_next || (i > 0 && block->kind == BV_BLOCK_GAP && kept[i - 1]);
    }
}

/* Keeps what stands before @end with it, gaps included. Returns: its index, or G_MAXUINT. */
static guint
keep_before (const BvSection *section, gboolean *kept, guint end)
{
  while (end > 0)
    {
      kept[--end] = TRUE;
      if (get_block (section, end)->kind != BV_BLOCK_GAP)
        return end;
    }
  return G_MAXUINT;
}

static gboolean
is_line_alone (const BvBlock *block)
{
  return block->kind == BV_BLOCK_PARAGRAPH && g_utf8_strlen (block->text.text, -1) < LETTERS_OF_LINE;
}

/* No page begins with a signature, nor with a line and a signature: what print/page-break.h does by lines is
 * done by paragraphs and rows here, for Word breaks the lines. */
static void
keep_signature (const BvSection *section, gboolean *kept, guint index)
{
  guint before = keep_before (section, kept, index);

  for (guint i = 0;
       i < BLOCKS_BEFORE_CLOSING && before != G_MAXUINT && is_line_alone (get_block (section, before)); i++)
    before = keep_before (section, kept, before);
}

/**
 * bv_docx_find_kept:
 * @section: a section
 *
 * Finds which blocks no page is to part from what follows: of a table its last row is meant.
 *
 * Returns: (transfer full): of each block whether it is one
 */
gboolean *
bv_docx_find_kept (const BvSection *section)
{
  gboolean *kept = g_new0 (gboolean, section->blocks->len);

  keep_over_gaps (section, kept);
  for (guint i = 0; i < section->blocks->len; i++)
    if (get_block (section, i)->kind == BV_BLOCK_HALVES)
      keep_signature (section, kept, i);
  return kept;
}
