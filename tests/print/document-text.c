/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-text.h"

static void
read_halves (const BvBlock *block, GString *text)
{
  for (guint i = 0; i < block->halves->len; i++)
    {
      const BvHalvesRow *row = &g_array_index (block->halves, BvHalvesRow, i);

      g_string_append_printf (text, "%s / %s\n", row->left.text != NULL ? row->left.text : "",
                              row->right.text != NULL ? row->right.text : "");
    }
}

static void
read_table (const BvBlock *block, GString *text)
{
  for (guint i = 0; i < block->columns->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " | " : "",
                            g_array_index (block->columns, BvColumn, i).heading);
  for (guint i = 0; i < block->rows->len; i++)
    {
      g_autofree char *row = g_strjoinv (" | ", ((BvBlockRow *) g_ptr_array_index (block->rows, i))->cells);

      g_string_append_printf (text, "\n%s", row);
    }
  g_string_append_c (text, '\n');
}

/* All texts of a section: a line a paragraph, a line two halves, a line a row of a table. */
char *
document_text_read_section (const BvDocument *document, guint index)
{
  const BvSection *section = g_ptr_array_index (document->sections, index);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const BvBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->kind == BV_BLOCK_PARAGRAPH)
        g_string_append_printf (text, "%s\n", block->text.text);
      else if (block->kind == BV_BLOCK_HALVES)
        read_halves (block, text);
      else if (block->kind == BV_BLOCK_TABLE)
        read_table (block, text);
    }
  return g_string_free (text, FALSE);
}
