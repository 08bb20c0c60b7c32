/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/json-lengths.h"

/* The later bytes of a UTF-8 character are no columns. */
static void
advance (BvJsonLengths *lengths, guint8 byte)
{
  lengths->column += (byte & 0xc0) != 0x80;
  if (byte != '\n')
    return;
  lengths->line++;
  lengths->column = 0;
}

static void
begin_or_end (BvJsonLengths *lengths)
{
  lengths->quoted = !lengths->quoted;
  lengths->length = 0;
  lengths->its_line = lengths->line;
  lengths->its_column = lengths->column;
}

/**
 * bv_json_lengths_take:
 * @lengths: what was seen so far
 * @bytes: (array length=n_bytes): what follows
 * @n_bytes: how many they are
 * @most: characters that a string may have; an escape counts as it is written
 *
 * Returns: %FALSE where a string is longer; @lengths says where it begins
 */
gboolean
bv_json_lengths_take (BvJsonLengths *lengths, const guint8 *bytes, gsize n_bytes, guint most)
{
  for (gsize i = 0; i < n_bytes; i++)
    {
      if (bytes[i] == '"' && !lengths->escaped)
        begin_or_end (lengths);
      else if (lengths->quoted && (bytes[i] & 0xc0) != 0x80 && ++lengths->length > most)
        return FALSE;
      lengths->escaped = lengths->quoted && bytes[i] == '\\' && !lengths->escaped;
      advance (lengths, bytes[i]);
    }
  return TRUE;
}
