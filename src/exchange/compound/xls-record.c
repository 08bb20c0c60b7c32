/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/compound/xls-record.h"

#include "exchange/compound/little-endian.h"

#define HEAD 4

/**
 * bv_xls_record_read:
 * @stream: a workbook
 * @at: where a record begins
 * @record: (out): the record
 *
 * Returns: whether all of it is there
 */
gboolean
bv_xls_record_read (const GByteArray *stream, gsize at, BvXlsRecord *record)
{
  const guint8 *head;

  if (at > stream->len || stream->len - at < HEAD)
    return FALSE;
  head = stream->data + at;
  *record = (BvXlsRecord){ bv_little_endian_16 (head), head + HEAD, bv_little_endian_16 (head + 2), 0 };
  record->next = at + HEAD + record->length;
  return record->next <= stream->len;
}

/* Whether there is a byte, be it in the record that continues this one. */
static gboolean
has_byte (BvXlsCursor *self)
{
  while (self->at >= self->record.length)
    {
      BvXlsRecord next;

      if (!bv_xls_record_read (self->stream, self->record.next, &next) || next.type != BV_XLS_CONTINUE)
        return FALSE;
      self->record = next;
      self->at = 0;
    }
  return TRUE;
}

/**
 * bv_xls_cursor_read:
 * @cursor: a cursor
 * @n_bytes: how many, up to 4
 * @number: (out): what they are
 *
 * Returns: whether they are there
 */
gboolean
bv_xls_cursor_read (BvXlsCursor *cursor, guint n_bytes, guint32 *number)
{
  *number = 0;
  for (guint i = 0; i < n_bytes; i++)
    {
      if (!has_byte (cursor))
        return FALSE;
      *number |= (guint32) cursor->record.data[cursor->at++] << (8 * i);
    }
  return TRUE;
}

/**
 * bv_xls_cursor_skip:
 * @cursor: a cursor
 * @n_bytes: how many
 *
 * Returns: whether they are there
 */
gboolean
bv_xls_cursor_skip (BvXlsCursor *cursor, guint32 n_bytes)
{
  while (n_bytes > 0)
    {
      guint n;

      if (!has_byte (cursor))
        return FALSE;
      n = MIN (n_bytes, cursor->record.length - cursor->at);
      cursor->at += n;
      n_bytes -= n;
    }
  return TRUE;
}

/* Halves of a pair are put together; a half alone is none. */
static void
append_unit (GString *text, gunichar *high, gunichar unit)
{
  gboolean is_low = unit >= 0xdc00 && unit < 0xe000;

  if (*high != 0 && is_low)
    {
      g_string_append_unichar (text, 0x10000 + ((*high - 0xd800) << 10) + (unit - 0xdc00));
      *high = 0;
      return;
    }
  if (*high != 0)
    g_string_append_unichar (text, 0xfffd);
  *high = unit >= 0xd800 && unit < 0xdc00 ? unit : 0;
  if (*high == 0)
    g_string_append_unichar (text, is_low || unit == 0 ? 0xfffd : unit);
}

/**
 * bv_xls_cursor_read_text:
 * @cursor: a cursor
 * @n: how many characters
 * @is_wide: whether they have two bytes each; where a text goes on in another record, that says so anew
 * @text: to which they are appended
 *
 * Returns: whether they are there
 */
gboolean
bv_xls_cursor_read_text (BvXlsCursor *cursor, guint n, gboolean is_wide, GString *text)
{
  gunichar high = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_other = cursor->at >= cursor->record.length;
      guint32 unit;

      if (is_other && !bv_xls_cursor_read (cursor, 1, &unit))
        return FALSE;
      is_wide = is_other ? (unit & 1) != 0 : is_wide;
      if (!bv_xls_cursor_read (cursor, is_wide ? 2 : 1, &unit))
        return FALSE;
      append_unit (text, &high, unit);
    }
  if (high != 0)
    g_string_append_unichar (text, 0xfffd);
  return TRUE;
}
