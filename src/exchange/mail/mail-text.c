/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mail/mail-text.h"

#include "core/text/vietnamese.h"
#include "exchange/mail/mail-header.h"

#include <string.h>

/* The sign that a line goes on, and the room before it. */
#define GOES_ON "="
#define ROOM (BV_MAIL_LINE_MOST - 1)

/* Servers change lines that begin so: a dot ends a mail on its way, "From " begins one in a mailbox. */
static gboolean
is_hidden_at_start (const char *p)
{
  return *p == '.' || g_str_has_prefix (p, "From ");
}

static gboolean
is_literal (const char *p, gboolean at_start, gboolean at_end)
{
  if (*p == ' ' || *p == '\t')
    return !at_end;
  return *p > ' ' && *p <= '~' && *p != '=' && !(at_start && is_hidden_at_start (p));
}

static void
append_character (GString *line, const char *p, gboolean at_start, gboolean at_end)
{
  if (is_literal (p, at_start, at_end))
    {
      g_string_append_c (line, *p);
      return;
    }
  for (const char *end = g_utf8_next_char (p); p < end; p++)
    g_string_append_printf (line, "=%02X", (guchar) *p);
}

static void
append_line (GString *part, const char *text)
{
  g_autoptr (GString) coded = g_string_new (NULL);
  gsize used = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_string_truncate (coded, 0);
      append_character (coded, p, p == text, *g_utf8_next_char (p) == '\0');
      if (used + coded->len > ROOM)
        {
          g_string_append (part, GOES_ON BV_MAIL_LINE_END);
          used = 0;
        }
      g_string_append_len (part, coded->str, coded->len);
      used += coded->len;
    }
  g_string_append (part, BV_MAIL_LINE_END);
}

/**
 * bv_mail_text_append:
 * @part: where to
 * @text: any text
 *
 * Appends the text as quoted-printable UTF-8 (RFC 2045, 6.7), every line as long as its writer made it.
 */
void
bv_mail_text_append (GString *part, const char *text)
{
  g_autofree char *nfc = bv_vietnamese_nfc (text);
  g_autoptr (GString) clean = g_string_new (nfc);
  g_auto (GStrv) lines = NULL;
  guint n_lines;

  g_string_replace (clean, BV_MAIL_LINE_END, "\n", 0);
  lines = g_strsplit_set (clean->str, "\r\n", -1);
  n_lines = g_strv_length (lines);
  while (n_lines > 0 && *lines[n_lines - 1] == '\0')
    n_lines--;
  for (guint i = 0; i < n_lines; i++)
    append_line (part, lines[i]);
}
