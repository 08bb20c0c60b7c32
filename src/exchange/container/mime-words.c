/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/container/mime-words.h"

#include "exchange/plain/plain-text.h"

#include <string.h>

#define MOST_CHARSET 40
#define MOST_WORD 4096 /* bytes of an encoded word: it should have 75 */
#define CHARSET_LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:"

/* Words with one set that follow each other: programs cut letters in two. */
typedef struct
{
  GString *text;
  GString *bytes;
  char *charset; /* of @bytes; NULL: there are none */
} Decoding;

static gboolean
is_charset (const char *charset)
{
  return charset != NULL && *charset != '\0' && strlen (charset) <= MOST_CHARSET
         && strspn (charset, CHARSET_LETTERS) == strlen (charset);
}

/**
 * bv_mime_text_decode:
 * @bytes: (array length=length): a text
 * @length: how many
 * @charset: (nullable): the set in which it is said to be
 *
 * Returns: (transfer full): the text in UTF-8; where it is not in @charset, what it looks like
 */
char *
bv_mime_text_decode (const char *bytes, gsize length, const char *charset)
{
  char *decoded = NULL;

  if (is_charset (charset) && g_ascii_strcasecmp (charset, "utf-8") != 0)
    decoded = g_convert (bytes, (gssize) length, "UTF-8", charset, NULL, NULL, NULL);
  if (decoded == NULL)
    decoded = bv_plain_text_decode ((const guint8 *) bytes, length);
  return decoded != NULL ? decoded : g_utf8_make_valid (bytes, (gssize) length);
}

static void
flush (Decoding *self)
{
  g_autofree char *decoded = NULL;

  if (self->charset == NULL)
    return;
  decoded = bv_mime_text_decode (self->bytes->str, self->bytes->len, self->charset);
  g_string_append (self->text, decoded);
  g_string_truncate (self->bytes, 0);
  g_clear_pointer (&self->charset, g_free);
}

static void
append_quoted (GString *bytes, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == '_')
      g_string_append_c (bytes, ' ');
    else if (text[i] == '=' && i + 2 < length && g_ascii_isxdigit (text[i + 1])
             && g_ascii_isxdigit (text[i + 2]))
      {
        g_string_append_c (
          bytes, (char) (g_ascii_xdigit_value (text[i + 1]) << 4 | g_ascii_xdigit_value (text[i + 2])));
        i += 2;
      }
    else
      g_string_append_c (bytes, text[i]);
}

static void
append_base64 (GString *bytes, const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  gsize n = 0;
  g_autofree guchar *decoded = *copy != '\0' ? g_base64_decode (copy, &n) : NULL;

  g_string_append_len (bytes, (const char *) decoded, (gssize) n);
}

/* =?charset?B?text?= at @p; NULL: there is none (RFC 2047, 2). */
static const char *
take_word (Decoding *self, const char *p)
{
  const char *charset = p + 2;
  const char *coding = g_str_has_prefix (p, "=?") ? g_strstr_len (charset, MOST_CHARSET, "?") : NULL;
  const char *text = coding != NULL && coding[1] != '\0' && coding[2] == '?' ? coding + 3 : NULL;
  const char *end = text != NULL ? g_strstr_len (text, MOST_WORD, "?=") : NULL;
  g_autofree char *name = NULL;

  if (end == NULL || strchr ("bBqQ", coding[1]) == NULL)
    return NULL;
  name = g_strndup (charset, strcspn (charset, "?*"));
  if (self->charset != NULL && g_ascii_strcasecmp (self->charset, name) != 0)
    flush (self);
  if (self->charset == NULL)
    self->charset = g_steal_pointer (&name);
  if (g_ascii_tolower (coding[1]) == 'b')
    append_base64 (self->bytes, text, (gsize) (end - text));
  else
    append_quoted (self->bytes, text, (gsize) (end - text));
  return end + 2;
}

/* Blanks between two encoded words are none. */
static const char *
skip_between (const Decoding *self, const char *p)
{
  const char *next = p + strspn (p, " \t");

  return self->charset != NULL && g_str_has_prefix (next, "=?") ? next : p;
}

/**
 * bv_mime_words_decode:
 * @value: a text of a header, in bytes of whatever set
 *
 * Returns: (transfer full): the text in UTF-8, with its encoded words (RFC 2047) as they are meant
 */
char *
bv_mime_words_decode (const char *value)
{
  g_autofree char *valid = bv_mime_text_decode (value, strlen (value), NULL);
  Decoding self = { g_string_new (NULL), g_string_new (NULL), NULL };

  for (const char *p = valid; *p != '\0';)
    {
      const char *start = skip_between (&self, p);
      const char *end = take_word (&self, start);

      if (end == NULL)
        {
          flush (&self);
          g_string_append_c (self.text, *p);
        }
      p = end != NULL ? end : p + 1;
    }
  flush (&self);
  g_string_free (self.bytes, TRUE);
  return g_string_free (self.text, FALSE);
}
