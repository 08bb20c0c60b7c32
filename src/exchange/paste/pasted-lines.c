/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/paste/pasted-lines.h"

#include "core/text/tidy.h"
#include "exchange/paste/pasted-block.h"
#include "exchange/source/source-error.h"
#include "exchange/source/source-limits.h"

#include <glib/gi18n-lib.h>

/* The text of a cell, or of the one that reaches down to it. */
static const char *
find_text (const BvIntakeTable *table, guint row, guint column, BvPastedMerged merged)
{
  const BvIntakeRange *range
    = merged == BV_PASTED_EACH ? bv_intake_table_get_range (table, row, column) : NULL;
  const BvIntakeCell *cell
    = bv_intake_table_get_cell (table, range != NULL && range->column == column ? range->row : row, column);

  return cell != NULL ? cell->text : "";
}

/* What begins with a quotation mark would be taken for a cell that stands in such. */
static void
write_cell (GString *lines, const char *text)
{
  g_autofree char *line = bv_tidy_line (text);
  g_auto (GStrv) parts = g_strsplit (line, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  if (*line == '"')
    g_string_append_printf (lines, "\"%s\"", doubled);
  else
    g_string_append (lines, line);
}

static char *
write_rows (const BvPastedBlock *block, BvPastedMerged merged)
{
  const BvIntakeTable *table = ((BvIntakeSheet *) g_ptr_array_index (block->file->sheets, 0))->table;
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint row = 0; row < block->n_rows; row++)
    {
      for (guint column = 0; column < block->n_columns; column++)
        {
          g_string_append (lines, column > 0 ? "\t" : "");
          write_cell (lines, find_text (table, row, column, merged));
        }
      g_string_append_c (lines, '\n');
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/**
 * bv_pasted_lines_write:
 * @text: what was copied, in UTF-8
 * @merged: what cells say that reach over several rows
 * @error: return location for a %BV_SOURCE_ERROR
 *
 * Each row of HTML with a table is one line, so that the number of a line is that of its row: what stands in
 * a cell on several lines, stands on one. Numbers are as the cells show them. Any other text stays as it is.
 *
 * Returns: (transfer full) (nullable): lines that bv_pasted_split() takes apart; %NULL where HTML has no
 * table, or more than one
 */
char *
bv_pasted_lines_write (const char *text, BvPastedMerged merged, GError **error)
{
  g_autoptr (BvPastedBlock) block = NULL;

  if (!bv_pasted_block_is_html (text))
    return g_strdup (text);
  block = bv_pasted_block_read_shown (text, error);
  if (block != NULL && (guint64) block->n_rows * block->n_columns <= BV_SOURCE_MOST_KEPT)
    return write_rows (block, merged);
  if (block != NULL)
    g_set_error_literal (error, BV_SOURCE_ERROR, BV_SOURCE_ERROR_COSTLY,
                         _ ("Too much was copied to be pasted: take it in as a file"));
  return NULL;
}
