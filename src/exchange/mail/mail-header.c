/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mail/mail-header.h"

#include "core/text/vietnamese.h"

#include <string.h>

#define FOLD BV_MAIL_LINE_END " "

/* RFC 2047, 2. */
#define WORD_BEGIN "=?UTF-8?B?"
#define WORD_END "?="
#define WORD_FRAME (sizeof WORD_BEGIN + sizeof WORD_END - 2)
#define WORD_LEAST_BYTES 12

/* Behind an encoded word may stand the quotation mark or the comma that ends it. */
#define WORD_LINE_MOST (BV_MAIL_LINE_MOST - 1)

static gsize
measure_line (const GString *header)
{
  const char *end = strrchr (header->str, '\n');

  return strlen (end != NULL ? end + 1 : header->str);
}

/**
 * bv_mail_header_clean:
 * @text: any text
 *
 * Returns: (transfer full): the text as one line of NFC: a line break in it would begin another header
 */
char *
bv_mail_header_clean (const char *text)
{
  g_autofree char *nfc = bv_vietnamese_nfc (text);
  GString *line = g_string_sized_new (strlen (nfc) + 1);

  for (const char *p = nfc; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR
          || type == G_UNICODE_PARAGRAPH_SEPARATOR)
        c = ' ';
      g_string_append_unichar (line, c);
    }
  return g_strstrip (g_string_free (line, FALSE));
}

/* What may stand as it is, and would not be taken for an encoded word. */
static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p < ' ' || *p > '~')
      return FALSE;
  return strstr (text, "=?") == NULL;
}

/**
 * bv_mail_header_separate:
 * @header: a header
 * @length: the bytes that are to follow
 *
 * Appends a space, and before it a line break where this line would become too long.
 */
void
bv_mail_header_separate (GString *header, gsize length)
{
  gboolean fits = measure_line (header) + 1 + length <= BV_MAIL_LINE_MOST;

  g_string_append (header, fits ? " " : FOLD);
}

/* As many whole characters as the room holds, at least one. */
static gsize
take_characters (const char *text, gsize most)
{
  const char *end = g_utf8_next_char (text);

  while (*end != '\0' && (gsize) (g_utf8_next_char (end) - text) <= most)
    end = g_utf8_next_char (end);
  return end - text;
}

static gsize
find_room (const GString *header)
{
  gsize used = measure_line (header) + WORD_FRAME;

  return used < WORD_LINE_MOST ? (WORD_LINE_MOST - used) / 4 * 3 : 0;
}

/**
 * bv_mail_header_append_words:
 * @header: a header
 * @text: one line
 *
 * Appends the text as encoded words (RFC 2047) of whole characters, folded.
 */
void
bv_mail_header_append_words (GString *header, const char *text)
{
  for (gsize length; *text != '\0'; text += length)
    {
      g_autofree char *coded = NULL;

      if (find_room (header) < WORD_LEAST_BYTES)
        g_string_append (header, FOLD);
      length = take_characters (text, find_room (header));
      coded = g_base64_encode ((const guchar *) text, length);
      g_string_append_printf (header, WORD_BEGIN "%s" WORD_END "%s", coded, text[length] != '\0' ? FOLD : "");
    }
}

/**
 * bv_mail_header_add_text:
 * @header: a header
 * @name: of the field
 * @text: any text; without any there is no field
 */
void
bv_mail_header_add_text (GString *header, const char *name, const char *text)
{
  g_autofree char *line = bv_mail_header_clean (text);

  if (*line == '\0')
    return;
  g_string_append_printf (header, "%s: ", name);
  if (is_plain (line) && measure_line (header) + strlen (line) <= BV_MAIL_LINE_MOST)
    g_string_append (header, line);
  else
    bv_mail_header_append_words (header, line);
  g_string_append (header, BV_MAIL_LINE_END);
}

static gboolean
is_plain_parameter (const char *name, const char *value)
{
  return is_plain (value) && strpbrk (value, "\"\\") == NULL
         && strlen (name) + strlen (value) + strlen (" =\"\"") <= BV_MAIL_LINE_MOST;
}

/* In pieces of whole characters where it is long (RFC 2231, 3 and 4). */
static void
append_pieces (GString *header, const char *name, const char *value)
{
  guint piece = 0;

  g_string_append_printf (header, " %s*0*=UTF-8''", name);
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *coded = g_uri_escape_bytes ((const guint8 *) p, g_utf8_next_char (p) - p, NULL);

      if (measure_line (header) + strlen (coded) + 1 > BV_MAIL_LINE_MOST)
        g_string_append_printf (header, ";" FOLD "%s*%u*=", name, ++piece);
      g_string_append (header, coded);
    }
}

/**
 * bv_mail_header_add_file_name:
 * @header: a header
 * @file_name: one line
 *
 * Adds Content-Disposition with the name of an attachment as RFC 2231 wants it.
 */
void
bv_mail_header_add_file_name (GString *header, const char *file_name)
{
  static const char name[] = "filename";
  g_autofree char *coded = g_uri_escape_string (file_name, NULL, FALSE);

  g_string_append (header, "Content-Disposition: attachment;" BV_MAIL_LINE_END);
  if (is_plain_parameter (name, file_name))
    g_string_append_printf (header, " %s=\"%s\"", name, file_name);
  else if (strlen (" *=UTF-8''") + strlen (name) + strlen (coded) <= BV_MAIL_LINE_MOST)
    g_string_append_printf (header, " %s*=UTF-8''%s", name, coded);
  else
    append_pieces (header, name, file_name);
  g_string_append (header, BV_MAIL_LINE_END);
}

/**
 * bv_mail_header_add_type:
 * @header: a header
 * @type: a media type
 * @file_name: one line
 *
 * Adds Content-Type with the name of an attachment. Outlook, which does not read RFC 2231 and would show
 * “untitled attachment”, reads encoded words here, although RFC 2047 has none between quotation marks;
 * Thunderbird writes them so too.
 */
void
bv_mail_header_add_type (GString *header, const char *type, const char *file_name)
{
  static const char name[] = "name";

  g_string_append (header, "Content-Type:");
  bv_mail_header_separate (header, strlen (type) + 1);
  g_string_append_printf (header, "%s;" FOLD "%s=\"", type, name);
  if (is_plain_parameter (name, file_name))
    g_string_append (header, file_name);
  else
    bv_mail_header_append_words (header, file_name);
  g_string_append (header, "\"" BV_MAIL_LINE_END);
}
