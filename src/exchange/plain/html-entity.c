/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/plain/html-entity.h"

#include <string.h>

#define LONGEST 10

/* The characters from U+00A0 on, by their names. */
static const char *const latin[] = {
  "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",
  "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",
  "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12",
  "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil",
  "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde",
  "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
  "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",
  "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",
  "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
  "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml",
};

static const struct
{
  const char *name;
  gunichar meant;
} others[] = {
  { "amp", '&' },      { "lt", '<' },        { "gt", '>' },        { "quot", '"' },     { "apos", '\'' },
  { "ndash", 0x2013 }, { "mdash", 0x2014 },  { "lsquo", 0x2018 },  { "rsquo", 0x2019 }, { "ldquo", 0x201c },
  { "rdquo", 0x201d }, { "bull", 0x2022 },   { "hellip", 0x2026 }, { "euro", 0x20ac },  { "trade", 0x2122 },
  { "minus", 0x2212 }, { "le", 0x2264 },     { "ge", 0x2265 },     { "ne", 0x2260 },    { "ensp", 0x2002 },
  { "emsp", 0x2003 },  { "thinsp", 0x2009 }, { "zwnj", 0x200c },   { "zwj", 0x200d },   { "permil", 0x2030 },
};

static gboolean
is_name (const char *name, const char *text, gsize length)
{
  return strlen (name) == length && memcmp (name, text, length) == 0;
}

static gunichar
find_name (const char *text, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (latin); i++)
    if (is_name (latin[i], text, length))
      return BV_HTML_ENTITY_SPACE + i;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (is_name (others[i].name, text, length))
      return others[i].meant;
  return 0;
}

static gunichar
read_number (const char *text, gsize length)
{
  gboolean is_hexadecimal = length > 0 && (*text == 'x' || *text == 'X');
  gunichar c = 0;

  for (gsize i = is_hexadecimal; i < length; i++)
    {
      int digit = is_hexadecimal ? g_ascii_xdigit_value (text[i]) : g_ascii_digit_value (text[i]);

      if (digit < 0)
        return 0;
      c = MIN (c * (is_hexadecimal ? 16 : 10) + (gunichar) digit, 0x110000);
    }
  return c != 0 && g_unichar_validate (c) ? c : 0xfffd;
}

/**
 * bv_html_entity_read:
 * @text: (inout): valid UTF-8 of HTML, not at its end; then behind the character
 * @end: its end
 *
 * Returns: the character; an ampersand with which no name begins is one
 */
gunichar
bv_html_entity_read (const char **text, const char *end)
{
  const char *begin = *text;
  const char *p = begin + 1;
  gunichar c;

  if (*begin != '&')
    {
      *text = g_utf8_next_char (begin);
      return g_utf8_get_char (begin);
    }
  while (p < end && p - begin < LONGEST && (g_ascii_isalnum (*p) || *p == '#'))
    p++;
  c = begin + 1 < end && begin[1] == '#' ? read_number (begin + 2, (gsize) (p - begin - 2))
                                         : find_name (begin + 1, (gsize) (p - begin - 1));
  if (c == 0 || p < begin + 3)
    {
      *text = begin + 1;
      return '&';
    }
  *text = p < end && *p == ';' ? p + 1 : p;
  return c;
}

/**
 * bv_html_entity_decode:
 * @text: valid UTF-8, as it stands in HTML
 * @length: in bytes
 *
 * Returns: (transfer full): what it means
 */
char *
bv_html_entity_decode (const char *text, gsize length)
{
  GString *meant = g_string_sized_new (length);
  const char *end = text + length;

  while (text < end)
    g_string_append_unichar (meant, bv_html_entity_read (&text, end));
  return g_string_free (meant, FALSE);
}
