/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/plain/plain-text.h"

#include "core/text/legacy-text.h"
#include "core/text/syllable.h"
#include "core/text/vietnamese.h"
#include "exchange/source/source-bytes.h"
#include "exchange/source/source-error.h"
#include "exchange/source/source-limits.h"

#include <string.h>

/* What is looked at to tell one way of writing from another. */
#define SAMPLE (64 * 1024)

/* Of so many characters one may be none that people type. */
#define FEW 256

#define UTF8_MARK "\xef\xbb\xbf"
#define DELETE 0x7f

/* What Windows has from 0x80 on instead of control characters; 0: nothing. */
static const gunichar2 windows[] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

/* Where its Vietnamese set, 1258, differs from that of Western Europe. */
static const struct
{
  guint8 byte;
  gunichar2 meant;
} vietnamese[] = {
  { 0xc3, 0x102 }, { 0xcc, 0x300 }, { 0xd0, 0x110 }, { 0xd2, 0x309 },  { 0xd5, 0x1a0 },
  { 0xdd, 0x1af }, { 0xde, 0x303 }, { 0xe3, 0x103 }, { 0xec, 0x301 },  { 0xf0, 0x111 },
  { 0xf2, 0x323 }, { 0xf5, 0x1a1 }, { 0xfd, 0x1b0 }, { 0xfe, 0x20ab },
};

typedef enum
{
  ORDER_NONE,
  ORDER_LITTLE,
  ORDER_BIG,
} Order;

/* Whether pairs of bytes are characters: the high one is 0 where they are of ASCII, the low one hardly ever.
 */
static Order
find_order (const guint8 *bytes, gsize length)
{
  gsize n_zeros[2] = { 0, 0 };
  gsize n = MIN (length, SAMPLE);

  if (length >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
    return ORDER_LITTLE;
  if (length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
    return ORDER_BIG;
  for (gsize i = 0; i < n; i++)
    n_zeros[i % 2] += bytes[i] == 0;
  if (n_zeros[1] * 8 > n && n_zeros[0] * 8 < n_zeros[1])
    return ORDER_LITTLE;
  return n_zeros[0] * 8 > n && n_zeros[1] * 8 < n_zeros[0] ? ORDER_BIG : ORDER_NONE;
}

static gunichar
get_unit (const guint8 *bytes, gsize i, Order order)
{
  return order == ORDER_LITTLE ? (gunichar) (bytes[i] | bytes[i + 1] << 8)
                               : (gunichar) (bytes[i] << 8 | bytes[i + 1]);
}

static gboolean
is_control (guchar c)
{
  return (c < ' ' && strchr ("\t\n\v\f\r", c) == NULL) || c == DELETE;
}

/* NULL: too much of it is nothing that people type. */
static char *
decode_pairs (const guint8 *bytes, gsize length, Order order)
{
  gsize n_lost = 0;
  GString *text = g_string_sized_new (length);

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      gunichar c = get_unit (bytes, i, order);
      gunichar low = i + 3 < length ? get_unit (bytes, i + 2, order) : 0;

      if (c >= 0xd800 && c < 0xdc00 && low >= 0xdc00 && low < 0xe000)
        {
          c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
          i += 2;
        }
      if (!g_unichar_validate (c) || c == 0)
        c = 0xfffd;
      n_lost += c == 0xfffd || (c < 0x80 && is_control ((guchar) c));
      if (i > 0 || c != 0xfeff)
        g_string_append_unichar (text, c);
    }
  return g_string_free (text, n_lost * FEW > length);
}

static gunichar
decode_byte (guint8 byte, gboolean is_vietnamese)
{
  for (guint i = 0; is_vietnamese && i < G_N_ELEMENTS (vietnamese); i++)
    if (vietnamese[i].byte == byte)
      return vietnamese[i].meant;
  if (byte >= 0x80 && byte - 0x80 < (int) G_N_ELEMENTS (windows))
    return windows[byte - 0x80] != 0 ? windows[byte - 0x80] : 0xfffd;
  return byte;
}

static char *
decode_bytes (const guint8 *bytes, gsize length, gboolean is_vietnamese)
{
  GString *text = g_string_sized_new (length + length / 4);

  for (gsize i = 0; i < length; i++)
    if (bytes[i] < 0x80)
      g_string_append_c (text, (char) bytes[i]);
    else
      g_string_append_unichar (text, decode_byte (bytes[i], is_vietnamese));
  return g_string_free (text, FALSE);
}

static const char *
skip_letters (const char *text, gboolean letters, gboolean *is_ascii)
{
  *is_ascii = TRUE;
  for (; *text != '\0' && g_unichar_isalpha (g_utf8_get_char (text)) == letters;
       text = g_utf8_next_char (text))
    *is_ascii = *is_ascii && (guchar) *text < 0x80;
  return text;
}

/* Whether of the words with letters beyond ASCII four of five are Vietnamese. */
static gboolean
has_vietnamese (const char *text)
{
  guint n_words = 0;
  guint n_vietnamese = 0;
  gboolean is_ascii;

  while (*(text = skip_letters (text, FALSE, &is_ascii)) != '\0')
    {
      const char *end = skip_letters (text, TRUE, &is_ascii);
      g_autofree char *word = is_ascii ? NULL : g_strndup (text, end - text);

      n_words += word != NULL;
      n_vietnamese += word != NULL && bv_syllable_is_vietnamese (word);
      text = end;
    }
  return n_words > 0 && n_vietnamese * 5 >= n_words * 4;
}

/* Old signs, which only a font shows as Vietnamese, are left for who knows the rest of the table. */
static gboolean
is_set_of_windows (const guint8 *bytes, gsize length)
{
  g_autofree char *western = decode_bytes (bytes, MIN (length, SAMPLE), FALSE);
  g_autofree char *apart = decode_bytes (bytes, MIN (length, SAMPLE), TRUE);
  g_autofree char *meant = bv_vietnamese_nfc (apart);

  return bv_legacy_charset_guess (western) == BV_LEGACY_NONE && has_vietnamese (meant);
}

/**
 * bv_plain_text_decode_vietnamese:
 * @bytes: (array length=length): text that is no UTF-8
 * @length: how many
 *
 * Returns: (transfer full) (nullable): what it says in the set that Windows has for Vietnamese, 1258, in NFC;
 *   %NULL where that is no Vietnamese
 */
char *
bv_plain_text_decode_vietnamese (const guint8 *bytes, gsize length)
{
  g_autofree char *apart = is_set_of_windows (bytes, length) ? decode_bytes (bytes, length, TRUE) : NULL;

  return apart != NULL ? bv_vietnamese_nfc (apart) : NULL;
}

/* UTF-8 of which a few bytes were lost on the way; NULL: it is none. */
static char *
mend (const char *bytes, gsize length)
{
  g_autofree char *text = g_utf8_make_valid (bytes, (gssize) length);
  gsize n_letters = 0;
  gsize n_lost = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      n_letters += (guchar) *p >= 0x80;
      n_lost += g_utf8_get_char (p) == 0xfffd;
    }
  return n_lost * 8 < n_letters ? g_steal_pointer (&text) : NULL;
}

/**
 * bv_plain_text_looks_like:
 * @bytes: the beginning of a file
 * @length: how many
 *
 * Returns: whether it may be text
 */
gboolean
bv_plain_text_looks_like (const guint8 *bytes, gsize length)
{
  gsize n_controls = 0;

  if (find_order (bytes, length) != ORDER_NONE)
    return TRUE;
  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] == 0)
        return FALSE;
      n_controls += is_control (bytes[i]);
    }
  return n_controls * FEW <= length;
}

/**
 * bv_plain_text_decode:
 * @bytes: all of a file
 * @length: how many
 *
 * Reads UTF-8 and UTF-16, either with a mark or without one, and the sets of Windows for Vietnamese (1258)
 * and, where nothing else fits, for Western Europe (1252): old signs are that, too.
 *
 * Returns: (transfer full) (nullable): the text in UTF-8; %NULL: it is none
 */
char *
bv_plain_text_decode (const guint8 *bytes, gsize length)
{
  Order order = find_order (bytes, length);
  char *mended;

  if (!bv_plain_text_looks_like (bytes, length))
    return NULL;
  if (order != ORDER_NONE)
    return decode_pairs (bytes, length, order);
  if (length >= strlen (UTF8_MARK) && memcmp (bytes, UTF8_MARK, strlen (UTF8_MARK)) == 0)
    return g_utf8_make_valid ((const char *) bytes + strlen (UTF8_MARK),
                              (gssize) (length - strlen (UTF8_MARK)));
  if (g_utf8_validate ((const char *) bytes, (gssize) length, NULL))
    return g_strndup ((const char *) bytes, length);
  mended = mend ((const char *) bytes, length);
  return mended != NULL ? mended : decode_bytes (bytes, length, is_set_of_windows (bytes, length));
}

/**
 * bv_plain_text_load:
 * @path: a file of text
 * @error: return location for a %BV_SOURCE_ERROR
 *
 * Returns: (transfer full) (nullable): what it says, in UTF-8; %NULL where it is no text, or too long for a
 * list
 */
char *
bv_plain_text_load (const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = bv_source_bytes_load (path, BV_SOURCE_MOST_PLAIN, error);
  char *text = bytes != NULL ? bv_plain_text_decode (bytes->data, bytes->len) : NULL;

  if (bytes != NULL && text == NULL)
    bv_source_refuse (BV_SOURCE_ERROR_FOREIGN, error);
  return text;
}
