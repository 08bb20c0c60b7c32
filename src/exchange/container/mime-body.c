/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/container/mime-body.h"

#include "exchange/container/container-error.h"

#include <string.h>

#define CHUNK (64 * 1024)

static gboolean
decode_base64 (const char *text, gsize length, BvMimeFunc take, gpointer data, GError **error)
{
  g_autofree guint8 *bytes = g_malloc (CHUNK);
  guint save = 0;
  int state = 0;

  for (gsize at = 0; at < length; at += CHUNK)
    {
      gsize n = g_base64_decode_step (text + at, MIN (CHUNK, length - at), bytes, &state, &save);

      if (n > 0 && !take (data, bytes, n, error))
        return FALSE;
    }
  return TRUE;
}

/* The end of the line at @at without blanks, which programs on the way add; @next is behind it. */
static gsize
find_line_end (const char *text, gsize length, gsize at, gsize *next)
{
  const char *end = memchr (text + at, '\n', length - at);
  gsize last = end != NULL ? (gsize) (end - text) : length;

  *next = end != NULL ? last + 1 : length;
  while (last > at && strchr (" \t\r", text[last - 1]) != NULL)
    last--;
  return last;
}

static void
append_quoted_line (GByteArray *bytes, const char *line, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      guint8 byte = (guint8) line[i];

      if (byte == '=' && i + 2 < length && g_ascii_isxdigit (line[i + 1]) && g_ascii_isxdigit (line[i + 2]))
        {
          byte = (guint8) (g_ascii_xdigit_value (line[i + 1]) << 4 | g_ascii_xdigit_value (line[i + 2]));
          i += 2;
        }
      g_byte_array_append (bytes, &byte, 1);
    }
}

/* A line that ends in = goes on in the next. */
static gboolean
decode_quoted (const char *text, gsize length, BvMimeFunc take, gpointer data, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize next;

  for (gsize at = 0; at < length; at = next)
    {
      gsize end = find_line_end (text, length, at, &next);
      gboolean is_soft = end > at && text[end - 1] == '=';

      append_quoted_line (bytes, text + at, end - at - (is_soft ? 1 : 0));
      if (!is_soft && next < length)
        g_byte_array_append (bytes, (const guint8 *) "\r\n", 2);
      if (bytes->len >= CHUNK || next == length)
        {
          if (bytes->len > 0 && !take (data, bytes->data, bytes->len, error))
            return FALSE;
          g_byte_array_set_size (bytes, 0);
        }
    }
  return TRUE;
}

/**
 * bv_mime_body_decode:
 * @coding: as a header says it, in small letters; empty: as it stands
 * @text: (array length=length): the body of a part
 * @length: how many
 * @take: is given what it says, piece by piece
 * @data: for @take
 * @error: return location for %BV_CONTAINER_ERROR_METHOD, or what @take says
 *
 * Returns: whether all of it was taken
 */
gboolean
bv_mime_body_decode (const char *coding,
                     const char *text,
                     gsize length,
                     BvMimeFunc take,
                     gpointer data,
                     GError **error)
{
  static const char *const plain[] = { "", "7bit", "8bit", "binary", NULL };

  if (g_str_equal (coding, "base64"))
    return decode_base64 (text, length, take, data, error);
  if (g_str_equal (coding, "quoted-printable"))
    return decode_quoted (text, length, take, data, error);
  if (!g_strv_contains (plain, coding))
    return bv_container_refuse (BV_CONTAINER_ERROR_METHOD, error);
  return length == 0 || take (data, (const guint8 *) text, length, error);
}
