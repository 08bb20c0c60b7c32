/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/paste/pasted-block.h"

#include "core/text/pasted.h"
#include "core/text/text.h"
#include "exchange/plain/html-table.h"
#include "exchange/source/source-error.h"
#include "exchange/table/source-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WINDOWS_HEAD "Version:" /* what Windows puts before HTML on its clipboard */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/**
 * bv_pasted_block_is_html:
 * @text: what was copied
 *
 * Returns: whether it is HTML, and no text that is to be taken as it stands
 */
gboolean
bv_pasted_block_is_html (const char *text)
{
  const char *tag = g_str_has_prefix (text, WINDOWS_HEAD) ? strchr (text, '<') : NULL;
  const char *start = tag != NULL ? tag : text;

  return bv_html_table_looks_like ((const guint8 *) start, strlen (start));
}

static gboolean
is_blank (const BvIntakeCell *cell)
{
  return cell->kind == BV_INTAKE_EMPTY || bv_text_is_blank (cell->text);
}

/* Rows and columns behind the last that says something are not counted. */
static void
measure (const BvIntakeSheet *sheet, guint *n_rows, guint *n_columns)
{
  *n_rows = *n_columns = 0;
  for (guint row = 0; row < bv_intake_table_get_n_rows (sheet->table); row++)
    {
      const GArray *cells = bv_intake_table_get_row (sheet->table, row);

      for (guint i = 0; i < cells->len; i++)
        if (!is_blank (&g_array_index (cells, BvIntakeCell, i)))
          {
            *n_rows = row + 1;
            *n_columns = MAX (*n_columns, g_array_index (cells, BvIntakeCell, i).column + 1);
          }
    }
}

/* Beside a table Word puts others that only lay out the page: what says nothing is none. */
static void
drop_empty (BvIntakeFile *file)
{
  guint n_rows, n_columns;

  for (guint i = file->sheets->len; i-- > 0;)
    {
      measure (g_ptr_array_index (file->sheets, i), &n_rows, &n_columns);
      if (n_rows == 0)
        g_ptr_array_remove_index (file->sheets, i);
    }
}

static gboolean
check (BvPastedBlock *block, GError **error)
{
  const char *reason = NULL;

  drop_empty (block->file);
  if (block->file->sheets->len == 0)
    reason = _ ("There is nothing to paste: copy cells in Excel or Word first");
  else if (block->file->sheets->len > 1)
    reason = _ ("Several tables were copied: copy one after the other");
  if (reason != NULL)
    {
      g_set_error_literal (error, BV_SOURCE_ERROR, BV_SOURCE_ERROR_FOREIGN, reason);
      return FALSE;
    }
  measure (g_ptr_array_index (block->file->sheets, 0), &block->n_rows, &block->n_columns);
  return TRUE;
}

static void
read_cells (const char *text, BvIntakeFile *file)
{
  g_autoptr (GPtrArray) rows = bv_pasted_split (text);
  g_autofree char *name = bv_source_name_table (0);
  BvIntakeSheet *sheet = g_new (BvIntakeSheet, 1);

  *sheet = (BvIntakeSheet){ bv_intake_table_new (name), BV_SOURCE_SHOWN };
  g_ptr_array_add (file->sheets, sheet);
  for (guint i = 0; i < rows->len; i++)
    {
      const BvPastedRow *row = g_ptr_array_index (rows, i);

      for (guint k = 0; k < row->cells->len; k++)
        if (*bv_pasted_get_cell (row, k) != '\0')
          bv_intake_table_add (sheet->table, i,
                               &(BvIntakeCell){ k, BV_INTAKE_TEXT, bv_pasted_get_cell (row, k), FALSE });
    }
}

static const char *
skip_mark (const char *text)
{
  return g_str_has_prefix (text, BYTE_ORDER_MARK) ? text + strlen (BYTE_ORDER_MARK) : text;
}

static BvPastedBlock *
read_block (const char *text, gboolean as_shown, GError **error)
{
  g_autoptr (BvPastedBlock) block = g_new0 (BvPastedBlock, 1);
  const char *start = skip_mark (text);
  gsize length = strlen (start);

  block->file = bv_intake_file_new ("");
  if (length > BV_PASTED_BLOCK_BYTES_MAX)
    {
      g_set_error_literal (error, BV_SOURCE_ERROR, BV_SOURCE_ERROR_COSTLY,
                           _ ("Too much was copied to be pasted: take it in as a file"));
      return NULL;
    }
  if (!bv_pasted_block_is_html (start))
    {
      g_autofree char *valid = g_utf8_make_valid (start, (gssize) length);

      read_cells (valid, block->file);
    }
  else if (!bv_html_table_read_text (start, length, as_shown, &bv_intake_file_sink, block->file, error))
    return NULL;
  return check (block, error) ? g_steal_pointer (&block) : NULL;
}

/**
 * bv_pasted_block_read:
 * @text: what was copied, in UTF-8: HTML with a table, as it is on the clipboard of Windows or elsewhere, or
 *   rows as lines and cells with tabs between
 * @error: return location for a %BV_SOURCE_ERROR
 *
 * Returns: (transfer full) (nullable): its table; %NULL where there is none, or more than one
 */
BvPastedBlock *
bv_pasted_block_read (const char *text, GError **error)
{
  return read_block (text, FALSE, error);
}

/**
 * bv_pasted_block_read_shown:
 * @text: what was copied, as for bv_pasted_block_read()
 * @error: return location for a %BV_SOURCE_ERROR
 *
 * Reads the same table, but numbers as their cells show them: “007” is a code, and “0296…” a telephone.
 *
 * Returns: (transfer full) (nullable): its table; %NULL where there is none, or more than one
 */
BvPastedBlock *
bv_pasted_block_read_shown (const char *text, GError **error)
{
  return read_block (text, TRUE, error);
}

/**
 * bv_pasted_block_free:
 * @block: (transfer full): a block
 */
void
bv_pasted_block_free (BvPastedBlock *block)
{
  g_clear_pointer (&block->file, bv_intake_file_free);
  g_free (block);
}
