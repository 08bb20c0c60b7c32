/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/apart/source-frames.h"

#include "exchange/apart/source-frame.h"
#include "exchange/source/source-limits.h"

#include <string.h>

/* What is left of a body. */
typedef struct
{
  const guint8 *at;
  gsize left;
  gboolean is_wrong;
} Body;

typedef struct
{
  const BvSourceSink *sink;
  gpointer data;
  GPtrArray *fonts;
  GArray *cells;  /* of BvSourceCell */
  GArray *ranges; /* of BvSourceRange */
  gboolean in_table;
  gboolean is_done;
} Taking;

static const guint8 *
take_bytes (Body *body, gsize length)
{
  const guint8 *bytes = body->at;

  if (body->is_wrong || body->left < length)
    {
      body->is_wrong = TRUE;
      return NULL;
    }
  body->at += length;
  body->left -= length;
  return bytes;
}

static guint
take_byte (Body *body, guint most)
{
  const guint8 *byte = take_bytes (body, 1);

  if (byte != NULL && *byte <= most)
    return *byte;
  body->is_wrong = TRUE;
  return 0;
}

static guint
take_number (Body *body, guint most)
{
  const guint8 *bytes = take_bytes (body, sizeof (guint32));
  guint32 number = G_MAXUINT32;

  if (bytes != NULL)
    memcpy (&number, bytes, sizeof number);
  number = GUINT32_FROM_LE (number);
  if (bytes != NULL && number <= most)
    return number;
  body->is_wrong = TRUE;
  return 0;
}

/* NULL where there is none, or where it is none. */
static const char *
take_text (Body *body)
{
  guint length = take_number (body, G_MAXUINT32);
  const char *text;

  if (length == BV_SOURCE_FRAME_NO_TEXT)
    return NULL;
  text = (const char *) take_bytes (body, (gsize) length + 1);
  if (text != NULL && text[length] == '\0' && g_utf8_validate (text, length, NULL))
    return text;
  body->is_wrong = TRUE;
  return NULL;
}

static const char *
take_some_text (Body *body)
{
  const char *text = take_text (body);

  body->is_wrong = body->is_wrong || text == NULL;
  return text;
}

static gboolean
take_table (Taking *self, Body *body, GError **error)
{
  guint visibility = take_number (body, BV_SOURCE_VERY_HIDDEN);
  const char *name = take_some_text (body);

  body->is_wrong = body->is_wrong || self->in_table;
  self->in_table = TRUE;
  return body->is_wrong || self->sink->begin (self->data, name, (BvSourceVisibility) visibility, error);
}

static void
take_cell (Taking *self, Body *body, guint least_column)
{
  BvSourceCell cell = { .column = take_number (body, BV_SOURCE_MOST_COLUMNS - 1) };
  guint flags;
  guint font;

  cell.kind = (BvSourceKind) take_byte (body, BV_SOURCE_FAULT);
  cell.charset = (BvLegacyCharset) take_byte (body, BV_LEGACY_VNI);
  flags = take_byte (body, BV_SOURCE_FRAME_FORMULA | BV_SOURCE_FRAME_HIDDEN);
  cell.is_formula = (flags & BV_SOURCE_FRAME_FORMULA) != 0;
  cell.is_hidden = (flags & BV_SOURCE_FRAME_HIDDEN) != 0;
  font = take_number (body, self->fonts->len);
  cell.font = font > 0 ? g_ptr_array_index (self->fonts, font - 1) : NULL;
  cell.text = take_some_text (body);
  cell.written = take_text (body);
  body->is_wrong = body->is_wrong || cell.column < least_column;
  g_array_append_val (self->cells, cell);
}

static gboolean
take_row (Taking *self, Body *body, GError **error)
{
  guint row = take_number (body, BV_SOURCE_MOST_ROWS - 1);
  gboolean is_hidden = take_byte (body, 1);
  guint n_cells = take_number (body, BV_SOURCE_MOST_COLUMNS);

  body->is_wrong = body->is_wrong || !self->in_table;
  g_array_set_size (self->cells, 0);
  for (guint i = 0; i < n_cells && !body->is_wrong; i++)
    take_cell (self, body, i > 0 ? g_array_index (self->cells, BvSourceCell, i - 1).column + 1 : 0);
  return body->is_wrong
         || self->sink->row (self->data, row, is_hidden, (const BvSourceCell *) (gpointer) self->cells->data,
                             self->cells->len, error);
}

static gboolean
take_end (Taking *self, Body *body, GError **error)
{
  guint n_ranges = take_number (body, BV_SOURCE_MOST_RANGES);

  body->is_wrong = body->is_wrong || !self->in_table;
  self->in_table = FALSE;
  g_array_set_size (self->ranges, 0);
  for (guint i = 0; i < n_ranges && !body->is_wrong; i++)
    {
      BvSourceRange range
        = { take_number (body, BV_SOURCE_MOST_ROWS - 1), take_number (body, BV_SOURCE_MOST_COLUMNS - 1) };

      range.n_rows = take_number (body, BV_SOURCE_MOST_ROWS - range.row);
      range.n_columns = take_number (body, BV_SOURCE_MOST_COLUMNS - range.column);
      g_array_append_val (self->ranges, range);
    }
  return body->is_wrong
         || self->sink->end (self->data, (const BvSourceRange *) (gpointer) self->ranges->data,
                             self->ranges->len, error);
}

static gboolean
take_font (Taking *self, Body *body)
{
  const char *font = take_some_text (body);

  body->is_wrong = body->is_wrong || self->fonts->len == BV_SOURCE_MOST_STYLES;
  if (!body->is_wrong)
    g_ptr_array_add (self->fonts, g_strdup (font));
  return TRUE;
}

static gboolean
take_frame (Taking *self, guint8 tag, Body *body, GError **error)
{
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
    case BV_SOURCE_FRAME_FAILED:
      return bv_source_refuse ((BvSourceError) take_number (body, BV_SOURCE_ERROR_LAST), error);
    case BV_SOURCE_FRAME_DONE:
      self->is_done = TRUE;
      body->is_wrong = self->in_table;
      break;
    default:
      body->is_wrong = TRUE;
      break;
    }
  if (body->is_wrong || (taken && body->left > 0))
    return bv_source_refuse (BV_SOURCE_ERROR_HOSTILE, error);
  return taken;
}

/* Reads as much as is there, but all of what is needed. FALSE without an error at the end. */
static gboolean
fill (GByteArray *block, gsize needed, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  const gsize room = 64 * 1024;

  while (block->len < needed)
    {
      gsize length = block->len;
      gssize n_read;

      g_byte_array_set_size (block, (guint) MAX (length + room, needed));
      n_read = g_input_stream_read (stream, block->data + length, block->len - length, cancellable, error);
      g_byte_array_set_size (block, (guint) (length + (gsize) MAX (n_read, 0)));
      if (n_read <= 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_frames (Taking *self, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) block = g_byte_array_new ();
  gsize at = 0;

  while (!self->is_done)
    {
      guint32 length;

      g_byte_array_remove_range (block, 0, (guint) at);
      at = 0;
      if (!fill (block, BV_SOURCE_FRAME_HEAD, stream, cancellable, error))
        return FALSE;
      for (; !self->is_done && block->len - at >= BV_SOURCE_FRAME_HEAD; at += length)
        {
          Body body = { 0 };
          guint8 tag = block->data[at];

          memcpy (&length, block->data + at + 1, sizeof length);
          length = GUINT32_FROM_LE (length);
          if (length > BV_SOURCE_FRAME_MOST)
            return bv_source_refuse (BV_SOURCE_ERROR_HOSTILE, error);
          length += BV_SOURCE_FRAME_HEAD;
          if (!fill (block, at + length, stream, cancellable, error))
            return FALSE;
          body.at = block->data + at + BV_SOURCE_FRAME_HEAD;
          body.left = length - BV_SOURCE_FRAME_HEAD;
          if (!take_frame (self, tag, &body, error))
            return FALSE;
        }
    }
  return TRUE;
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
  taken = take_frames (&self, stream, cancellable, &failure);
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
