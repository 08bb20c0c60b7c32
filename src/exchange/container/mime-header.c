/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/container/mime-header.h"

#include "exchange/container/container-limits.h"
#include "exchange/container/mime-words.h"

#include <string.h>

#define MOST_PIECES 64 /* of a parameter that is cut into several */

struct _BvMimeHeader
{
  GHashTable *fields; /* value by name in small letters: the first of that name */
};

static void
add_field (BvMimeHeader *header, const char *field)
{
  const char *colon = strchr (field, ':');
  g_autofree char *name = colon != NULL ? g_ascii_strdown (field, colon - field) : NULL;

  if (name == NULL || *g_strchomp (name) == '\0' || g_hash_table_contains (header->fields, name))
    return;
  g_hash_table_insert (header->fields, g_steal_pointer (&name), g_strstrip (g_strdup (colon + 1)));
}

/* The line at @at without its end; @at is moved behind that. */
static char *
take_line (const char *bytes, gsize length, gsize *at)
{
  const char *start = bytes + *at;
  const char *end = memchr (start, '\n', length - *at);
  gsize n = end != NULL ? (gsize) (end - start) : length - *at;

  *at += n + (end != NULL ? 1 : 0);
  if (n > 0 && start[n - 1] == '\r')
    n--;
  return g_strndup (start, n);
}

static gboolean
goes_on (const char *line)
{
  return *line == ' ' || *line == '\t';
}

/**
 * bv_mime_header_parse:
 * @bytes: (array length=length): a mail or part
 * @length: how many
 * @body: (out): where its body begins
 *
 * Returns: (transfer full): what stands above the first empty line, as far as it is a header
 */
BvMimeHeader *
bv_mime_header_parse (const char *bytes, gsize length, gsize *body)
{
  BvMimeHeader *header = g_new (BvMimeHeader, 1);
  g_autoptr (GString) field = g_string_new (NULL);
  gsize at = 0;

  header->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while (at < length && at < BV_CONTAINER_MOST_HEADER)
    {
      g_autofree char *line = take_line (bytes, length, &at);

      if (*line == '\0')
        break;
      if (!goes_on (line))
        {
          add_field (header, field->str);
          g_string_truncate (field, 0);
        }
      g_string_append (field, line);
    }
  add_field (header, field->str);
  *body = at;
  return header;
}

/**
 * bv_mime_header_free:
 * @header: (transfer full): a header
 */
void
bv_mime_header_free (BvMimeHeader *header)
{
  g_hash_table_unref (header->fields);
  g_free (header);
}

/**
 * bv_mime_header_get:
 * @header: a header
 * @name: of a field, in small letters
 *
 * Returns: (nullable): its value on one line, in bytes of whatever set; %NULL: there is none
 */
const char *
bv_mime_header_get (const BvMimeHeader *header, const char *name)
{
  return g_hash_table_lookup (header->fields, name);
}

/**
 * bv_mime_value_get_word:
 * @value: (nullable): such as `Text/Plain; charset=utf-8`
 *
 * Returns: (transfer full): the word before the parameters, in small letters; empty: there is none
 */
char *
bv_mime_value_get_word (const char *value)
{
  gsize length = value != NULL ? strcspn (value, ";") : 0;
  g_autofree char *word = g_ascii_strdown (value != NULL ? value : "", (gssize) length);

  return g_strdup (g_strstrip (word));
}

/* The value of a parameter: a word, or a text in quotation marks. */
static const char *
take_value (const char *p, GString *value)
{
  if (*p != '"')
    {
      gsize length = strcspn (p, "; \t");

      g_string_append_len (value, p, (gssize) length);
      return p + length;
    }
  for (p++; *p != '\0' && *p != '"'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
      g_string_append_c (value, *p);
    }
  return *p == '"' ? p + 1 : p;
}

/* The next parameter behind @p; NULL: there is none. */
static const char *
take_parameter (const char *p, char **name, GString *value)
{
  const char *start = p + strspn (p, "; \t");
  gsize length = strcspn (start, "=;");

  g_string_truncate (value, 0);
  if (start[length] == '\0')
    return NULL;
  *name = g_strstrip (g_ascii_strdown (start, (gssize) length));
  if (start[length] == ';')
    return start + length;
  start += length + 1;
  return take_value (start + strspn (start, " \t"), value);
}

/* A piece of a parameter (RFC 2231, 3 and 4): name*, name*0, name*0*. */
typedef struct
{
  GString *bytes;
  char *charset;
  guint next;
} Pieces;

static void
append_percent (GString *bytes, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '%' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
      {
        g_string_append_c (bytes, (char) (g_ascii_xdigit_value (p[1]) << 4 | g_ascii_xdigit_value (p[2])));
        p += 2;
      }
    else
      g_string_append_c (bytes, *p);
}

/* Before the first piece that is encoded stand its set and its language: utf-8'vi'... */
static const char *
skip_charset (Pieces *pieces, const char *text)
{
  const char *quote = strchr (text, '\'');
  const char *second = quote != NULL ? strchr (quote + 1, '\'') : NULL;

  if (second == NULL)
    return text;
  pieces->charset = g_strndup (text, quote - text);
  return second + 1;
}

static void
take_piece (Pieces *pieces, const char *rest, const char *text)
{
  gboolean is_encoded = g_str_has_suffix (rest, "*");
  gboolean is_whole = g_str_equal (rest, "*");

  if (!is_whole && (guint) strtoul (rest + 1, NULL, 10) != pieces->next)
    return;
  if (pieces->next >= MOST_PIECES || (is_whole && pieces->next > 0))
    return;
  if (is_encoded && pieces->next == 0)
    text = skip_charset (pieces, text);
  if (is_encoded)
    append_percent (pieces->bytes, text);
  else
    g_string_append (pieces->bytes, text);
  pieces->next++;
}

static char *
find_plain (const char *value, const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *p = value + strcspn (value, ";");

  while (p != NULL)
    {
      g_autofree char *found = NULL;

      p = take_parameter (p, &found, text);
      if (p != NULL && g_str_equal (found, name))
        return bv_mime_words_decode (text->str);
    }
  return NULL;
}

/* Pieces in order, as all mail programs write them; out of order they are found by going round again. */
static char *
find_pieces (const char *value, const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Pieces pieces = { g_string_new (NULL), NULL, 0 };
  char *decoded = NULL;
  guint before;

  do
    {
      const char *p = value + strcspn (value, ";");

      before = pieces.next;
      while (p != NULL)
        {
          g_autofree char *found = NULL;

          p = take_parameter (p, &found, text);
          if (p != NULL && g_str_has_prefix (found, name) && found[strlen (name)] == '*')
            take_piece (&pieces, found + strlen (name), text->str);
        }
    }
  while (pieces.next > before);
  if (pieces.next > 0)
    decoded = bv_mime_text_decode (pieces.bytes->str, pieces.bytes->len, pieces.charset);
  g_string_free (pieces.bytes, TRUE);
  g_free (pieces.charset);
  return decoded;
}

/**
 * bv_mime_value_get_parameter:
 * @value: (nullable): such as `attachment; filename*=utf-8''B%C3%A1o.pdf`
 * @name: of a parameter, in small letters
 *
 * Reads what RFC 2231 says, and what programs write instead of it: words of RFC 2047, and bytes of whatever
 * set.
 *
 * Returns: (transfer full) (nullable): its value in UTF-8; %NULL: there is none
 */
char *
bv_mime_value_get_parameter (const char *value, const char *name)
{
  char *found;

  if (value == NULL)
    return NULL;
  found = find_pieces (value, name);
  return found != NULL ? found : find_plain (value, name);
}
