/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/apart/source-frame.h"
#include "exchange/apart/source-frames.h"

#include <string.h>

#define BLOCK (64 * 1024)

struct _BvSourceWriter
{
  GOutputStream *stream;
  GByteArray *block; /* what was not handed to the stream yet */
  gsize body;        /* where in it the body of the frame begins that is being written */
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

  writer->stream = stream;
  writer->block = g_byte_array_new ();
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
  g_byte_array_unref (writer->block);
  g_free (writer);
}

static void
put_byte (BvSourceWriter *self, guint8 byte)
{
  g_byte_array_append (self->block, &byte, 1);
}

static void
put_number (BvSourceWriter *self, guint number)
{
  guint32 bytes = GUINT32_TO_LE (number);

  g_byte_array_append (self->block, (const guint8 *) &bytes, sizeof bytes);
}

static void
put_text (BvSourceWriter *self, const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  put_number (self, text != NULL ? (guint) length : BV_SOURCE_FRAME_NO_TEXT);
  if (text != NULL)
    g_byte_array_append (self->block, (const guint8 *) text, (guint) length + 1);
}

static void
begin_frame (BvSourceWriter *self, BvSourceFrame tag)
{
  put_byte (self, (guint8) tag);
  put_number (self, 0);
  self->body = self->block->len;
}

static gboolean
flush (BvSourceWriter *self, GError **error)
{
  gboolean written
    = g_output_stream_write_all (self->stream, self->block->data, self->block->len, NULL, NULL, error);

  g_byte_array_set_size (self->block, 0);
  return written;
}

static gboolean
end_frame (BvSourceWriter *self, GError **error)
{
  gsize length = self->block->len - self->body;
  guint32 bytes = GUINT32_TO_LE ((guint32) length);

  if (length > BV_SOURCE_FRAME_MOST)
    return bv_source_refuse (BV_SOURCE_ERROR_BOMB, error);
  memcpy (self->block->data + self->body - sizeof bytes, &bytes, sizeof bytes);
  return self->block->len < BLOCK || flush (self, error);
}

static gboolean
begin_table (gpointer data, const char *name, BvSourceVisibility visibility, GError **error)
{
  begin_frame (data, BV_SOURCE_FRAME_TABLE);
  put_number (data, visibility);
  put_text (data, name);
  return end_frame (data, error);
}

static gboolean
know_font (BvSourceWriter *self, const char *font, GError **error)
{
  if (font == NULL || g_hash_table_contains (self->fonts, font))
    return TRUE;
  g_hash_table_insert (self->fonts, g_strdup (font), GUINT_TO_POINTER (g_hash_table_size (self->fonts) + 1));
  begin_frame (self, BV_SOURCE_FRAME_FONT);
  put_text (self, font);
  return end_frame (self, error);
}

static void
put_cell (BvSourceWriter *self, const BvSourceCell *cell)
{
  guint font = cell->font != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->fonts, cell->font)) : 0;

  put_number (self, cell->column);
  put_byte (self, (guint8) cell->kind);
  put_byte (self, (guint8) cell->charset);
  put_byte (self, (guint8) ((cell->is_formula ? BV_SOURCE_FRAME_FORMULA : 0)
                            | (cell->is_hidden ? BV_SOURCE_FRAME_HIDDEN : 0)));
  put_number (self, font);
  put_text (self, cell->text);
  put_text (self, cell->written);
}

static gboolean
write_row (gpointer data,
           guint row,
           gboolean is_hidden,
           const BvSourceCell *cells,
           guint n_cells,
           GError **error)
{
  for (guint i = 0; i < n_cells; i++)
    if (!know_font (data, cells[i].font, error))
      return FALSE;
  begin_frame (data, BV_SOURCE_FRAME_ROW);
  put_number (data, row);
  put_byte (data, is_hidden ? 1 : 0);
  put_number (data, n_cells);
  for (guint i = 0; i < n_cells; i++)
    put_cell (data, &cells[i]);
  return end_frame (data, error);
}

static gboolean
end_table (gpointer data, const BvSourceRange *merged, guint n_merged, GError **error)
{
  begin_frame (data, BV_SOURCE_FRAME_END);
  put_number (data, n_merged);
  for (guint i = 0; i < n_merged; i++)
    {
      put_number (data, merged[i].row);
      put_number (data, merged[i].column);
      put_number (data, merged[i].n_rows);
      put_number (data, merged[i].n_columns);
    }
  return end_frame (data, error);
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
  if (failure == NULL)
    begin_frame (writer, BV_SOURCE_FRAME_DONE);
  else
    {
      begin_frame (writer, BV_SOURCE_FRAME_FAILED);
      put_number (writer,
                  failure->domain == BV_SOURCE_ERROR ? (guint) failure->code : BV_SOURCE_ERROR_DAMAGED);
    }
  return end_frame (writer, error) && flush (writer, error);
}
