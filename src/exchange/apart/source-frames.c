/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/apart/source-frames.h"

#include "exchange/apart/frame-stream.h"
#include "exchange/apart/source-frame.h"
#include "exchange/source/source-limits.h"

typedef struct
{
  const BvSourceSink *sink;
  gpointer data;
  GPtrArray *fonts;
  GArray *cells;  /* of BvSourceCell */
  GArray *ranges; /* of BvSourceRange */
  gboolean in_table;
} Taking;

static gboolean
take_table (Taking *self, BvFrameBody *body, GError **error)
{
  guint visibility = bv_frame_body_take_number (body, BV_SOURCE_VERY_HIDDEN);
  const char *name = bv_frame_body_take_some_text (body);

  body->is_wrong = body->is_wrong || self->in_table;
  self->in_table = TRUE;
  return body->is_wrong || self->sink->begin (self->data, name, (BvSourceVisibility) visibility, error);
}

static void
take_cell (Taking *self, BvFrameBody *body, guint least_column)
{
  BvSourceCell cell = { .column = bv_frame_body_take_number (body, BV_SOURCE_MOST_COLUMNS - 1) };
  guint flags;
  guint font;

  cell.kind = (BvSourceKind) bv_frame_body_take_byte (body, BV_SOURCE_FAULT);
  cell.charset = (BvLegacyCharset) bv_frame_body_take_byte (body, BV_LEGACY_VNI);
  flags = bv_frame_body_take_byte (body, BV_SOURCE_FRAME_FORMULA | BV_SOURCE_FRAME_HIDDEN);
  cell.is_formula = (flags & BV_SOURCE_FRAME_FORMULA) != 0;
  cell.is_hidden = (flags & BV_SOURCE_FRAME_HIDDEN) != 0;
  font = bv_frame_body_take_number (body, self->fonts->len);
  cell.font = font > 0 ? g_ptr_array_index (self->fonts, font - 1) : NULL;
  cell.text = bv_frame_body_take_some_text (body);
  cell.written = bv_frame_body_take_text (body);
  body->is_wrong = body->is_wrong || cell.column < least_column;
  g_array_append_val (self->cells, cell);
}

static gboolean
take_row (Taking *self, BvFrameBody *body, GError **error)
{
  guint row = bv_frame_body_take_number (body, BV_SOURCE_MOST_ROWS - 1);
  gboolean is_hidden = bv_frame_body_take_byte (body, 1);
  guint n_cells = bv_frame_body_take_number (body, BV_SOURCE_MOST_COLUMNS);

  body->is_wrong = body->is_wrong || !self->in_table;
  g_array_set_size (self->cells, 0);
  for (guint i = 0; i < n_cells && !body->is_wrong; i++)
    take_cell (self, body, i > 0 ? g_array_index (self->cells, BvSourceCell, i - 1).column + 1 : 0);
  return body->is_wrong
         || self->sink->row (self->data, row, is_hidden, (const BvSourceCell *) (gpointer) self->cells->data,
                             self->cells->len, error);
}

static gboolean
take_end (Taking *self, BvFrameBody *body, GError **error)
{
  guint n_ranges = bv_frame_body_take_number (body, BV_SOURCE_MOST_RANGES);

  body->is_wrong = body->is_wrong || !self->in_table;
  self->in_table = FALSE;
  g_array_set_size (self->ranges, 0);
  for (guint i = 0; i < n_ranges && !body->is_wrong; i++)
    {
      BvSourceRange range = { bv_frame_body_take_number (body, BV_SOURCE_MOST_ROWS - 1),
                              bv_frame_body_take_number (body, BV_SOURCE_MOST_COLUMNS - 1) };

      range.n_rows = bv_frame_body_take_number (body, BV_SOURCE_MOST_ROWS - range.row);
      range.n_columns = bv_frame_body_take_number (body, BV_SOURCE_MOST_COLUMNS - range.column);
      g_array_append_val (self->ranges, range);
    }
  return body->is_wrong
         || self->sink->end (self->data, (const BvSourceRange *) (gpointer) self->ranges->data,
                             self->ranges->len, error);
}

static gboolean
take_font (Taking *self, BvFrameBody *body)
{
  const char *font = bv_frame_body_take_some_text (body);

  body->is_wrong = body->is_wrong || self->fonts->len == BV_SOURCE_MOST_STYLES;
  if (!body->is_wrong)
    g_ptr_array_add (self->fonts, g_strdup (font));
  return TRUE;
}

static BvFrameVerdict
take_frame (gpointer data, guint8 tag, BvFrameBody *body, GError **error)
{
  Taking *self = data;
  gboolean taken = TRUE;

  switch (tag)
    {
    case BV_SOURCE_FRAME_FONT:
      taken = take_font (self, body);
      break;
    case BV_SOURCE_FRAME_TABLE:
      taken = take_table (self, body, error);
      break;
    case BV_SOURCE_FRAME_ROW:
      taken = take_row (self, body, error);
      break;
    case BV_SOURCE_FRAME_END:
      taken = take_end (self, body, error);
      break;
    case BV_FRAME_FAILED:
      bv_source_refuse ((BvSourceError) bv_frame_body_take_number (body, BV_SOURCE_ERROR_LAST), error);
      return BV_FRAME_STOPS;
    case BV_FRAME_DONE:
      body->is_wrong = self->in_table;
      return BV_FRAME_ENDS;
    default:
      body->is_wrong = TRUE;
      break;
    }
  return taken ? BV_FRAME_GOES_ON : BV_FRAME_STOPS;
}

/**
 * bv_source_frames_take:
 * @stream: what a #BvSourceWriter writes
 * @sink: what takes the tables
 * @data: for @sink
 * @cancellable: (nullable): to give up
 * @error: return location for a %BV_SOURCE_ERROR, what @sink says, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the last word came, and said that all was read
 */
gboolean
bv_source_frames_take (GInputStream *stream,
                       const BvSourceSink *sink,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  Taking self = { sink, data };
  g_autoptr (GError) failure = NULL;
  gboolean taken;

  self.fonts = g_ptr_array_new_with_free_func (g_free);
  self.cells = g_array_new (FALSE, FALSE, sizeof (BvSourceCell));
  self.ranges = g_array_new (FALSE, FALSE, sizeof (BvSourceRange));
  taken = bv_frame_stream_take (stream, take_frame, &self, cancellable, &failure);
  g_array_unref (self.ranges);
  g_array_unref (self.cells);
  g_ptr_array_unref (self.fonts);
  if (taken)
    return TRUE;
  if (failure == NULL)
    return bv_source_refuse (BV_SOURCE_ERROR_COSTLY, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
