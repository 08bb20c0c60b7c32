/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/apart/source-frame.h"
#include "exchange/apart/source-frames.h"

struct _BvSourceWriter
{
  BvFrameBlock block;
  GHashTable *fonts; /* their numbers by name */
};

/**
 * bv_source_writer_new:
 * @stream: where it goes; it has to outlive the writer
 *
 * Returns: (transfer full): a writer, the data of %bv_source_writer_sink
 */
BvSourceWriter *
bv_source_writer_new (GOutputStream *stream)
{
  BvSourceWriter *writer = g_new0 (BvSourceWriter, 1);

  bv_frame_block_init (&writer->block, stream);
  writer->fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return writer;
}

/**
 * bv_source_writer_free:
 * @writer: (transfer full): a writer
 */
void
bv_source_writer_free (BvSourceWriter *writer)
{
  g_hash_table_unref (writer->fonts);
  bv_frame_block_clear (&writer->block);
  g_free (writer);
}

static gboolean
begin_table (gpointer data, const char *name, BvSourceVisibility visibility, GError **error)
{
  BvFrameBlock *block = &((BvSourceWriter *) data)->block;

  bv_frame_block_begin (block, BV_SOURCE_FRAME_TABLE);
  bv_frame_block_put_number (block, visibility);
  bv_frame_block_put_text (block, name);
  return bv_frame_block_end (block, error);
}

static gboolean
know_font (BvSourceWriter *self, const char *font, GError **error)
{
  if (font == NULL || g_hash_table_contains (self->fonts, font))
    return TRUE;
  g_hash_table_insert (self->fonts, g_strdup (font), GUINT_TO_POINTER (g_hash_table_size (self->fonts) + 1));
  bv_frame_block_begin (&self->block, BV_SOURCE_FRAME_FONT);
  bv_frame_block_put_text (&self->block, font);
  return bv_frame_block_end (&self->block, error);
}

static void
put_cell (BvSourceWriter *self, const BvSourceCell *cell)
{
  BvFrameBlock *block = &self->block;
  guint font = cell->font != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->fonts, cell->font)) : 0;

  bv_frame_block_put_number (block, cell->column);
  bv_frame_block_put_byte (block, (guint8) cell->kind);
  bv_frame_block_put_byte (block, (guint8) cell->charset);
  bv_frame_block_put_byte (block, (guint8) ((cell->is_formula ? BV_SOURCE_FRAME_FORMULA : 0)
                                            | (cell->is_hidden ? BV_SOURCE_FRAME_HIDDEN : 0)));
  bv_frame_block_put_number (block, font);
  bv_frame_block_put_text (block, cell->text);
  bv_frame_block_put_text (block, cell->written);
}

static gboolean
write_row (gpointer data,
           guint row,
           gboolean is_hidden,
           const BvSourceCell *cells,
           guint n_cells,
           GError **error)
{
  BvFrameBlock *block = &((BvSourceWriter *) data)->block;

  for (guint i = 0; i < n_cells; i++)
    if (!know_font (data, cells[i].font, error))
      return FALSE;
  bv_frame_block_begin (block, BV_SOURCE_FRAME_ROW);
  bv_frame_block_put_number (block, row);
  bv_frame_block_put_byte (block, is_hidden ? 1 : 0);
  bv_frame_block_put_number (block, n_cells);
  for (guint i = 0; i < n_cells; i++)
    put_cell (data, &cells[i]);
  return bv_frame_block_end (block, error);
}

static gboolean
end_table (gpointer data, const BvSourceRange *merged, guint n_merged, GError **error)
{
  BvFrameBlock *block = &((BvSourceWriter *) data)->block;

  bv_frame_block_begin (block, BV_SOURCE_FRAME_END);
  bv_frame_block_put_number (block, n_merged);
  for (guint i = 0; i < n_merged; i++)
    {
      bv_frame_block_put_number (block, merged[i].row);
      bv_frame_block_put_number (block, merged[i].column);
      bv_frame_block_put_number (block, merged[i].n_rows);
      bv_frame_block_put_number (block, merged[i].n_columns);
    }
  return bv_frame_block_end (block, error);
}

/* Writes tables with a #BvSourceWriter. */
const BvSourceSink bv_source_writer_sink = { begin_table, write_row, end_table };

/**
 * bv_source_writer_end:
 * @writer: a writer
 * @failure: (nullable): why not all was read; %NULL: it was
 * @error: return location for a #GIOErrorEnum
 *
 * Writes the last word; without it who takes the tables knows that reading did not end well.
 *
 * Returns: whether it was written
 */
gboolean
bv_source_writer_end (BvSourceWriter *writer, const GError *failure, GError **error)
{
  int code = -1;

  if (failure != NULL)
    code = failure->domain == BV_SOURCE_ERROR ? failure->code : BV_SOURCE_ERROR_DAMAGED;
  return bv_frame_block_end_all (&writer->block, code, error);
}
