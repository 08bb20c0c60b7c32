/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EXCERPT_MAX 40

/* An Excel cell takes 32 767 characters; what cannot stand in the proposal is refused at the door. */
#define TEXT_MAX_CHARACTERS 30000

G_DEFINE_QUARK (bv_text_error, bv_text_error)

/* What XML 1.0 has no character for cannot stand in a workbook; a delete in a text is never meant. */
static gboolean
is_unprintable (gunichar c)
{
  if (c < 0x20)
    return c != '\n' && c != '\t' && c != '\r';
  return c == 0x7f || c == 0xfffe || c == 0xffff;
}

static gboolean
has_control_character (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_unprintable (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/**
 * bv_text_check:
 * @text: a text from outside
 * @error: (optional): return location for a %BV_TEXT_ERROR
 *
 * Checks what holds for every text that can stand in a workbook: UTF-8, no control characters but tabs and
 * line breaks, at most 30 000 characters.
 *
 * Returns: %FALSE with @error set where it cannot
 */
gboolean
bv_text_check (const char *text, GError **error)
{
  const char *complaint = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    complaint = _ ("the text is not valid UTF-8");
  else if (has_control_character (text))
    complaint = _ ("the text has a control character: remove it");
  else if (g_utf8_strlen (text, -1) > TEXT_MAX_CHARACTERS)
    complaint = _ ("the text is longer than 30000 characters: shorten it");
  if (complaint != NULL)
    g_set_error_literal (error, BV_TEXT_ERROR, BV_TEXT_ERROR_UNFIT, complaint);
  return complaint == NULL;
}

/**
 * bv_text_is_blank:
 * @text: (nullable): a text in UTF-8
 *
 * Returns: whether nothing of it can be seen on paper
 */
gboolean
bv_text_is_blank (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isgraph (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/**
 * bv_text_has_gap:
 * @text: a line
 *
 * Returns: whether something in @text is still to be filled in, which forms say by three dots
 */
gboolean
bv_text_has_gap (const char *text)
{
  return strstr (text, "…") != NULL || strstr (text, "...") != NULL;
}

/**
 * bv_text_excerpt:
 * @text: any bytes, perhaps from a damaged or hostile file
 *
 * Makes @text fit to be quoted in a one-line message: at most 40 characters, invalid bytes replaced, line
 * breaks and other control characters as spaces.
 *
 * Returns: (transfer full): the excerpt, ending in an ellipsis when something was cut
 */
char *
bv_text_excerpt (const char *text)
{
  g_autofree char *valid = NULL;
  GString *excerpt;
  int count = 0;

  g_return_val_if_fail (text != NULL, NULL);

  /* Four bytes a character are enough, however long the text is. */
  valid = g_utf8_make_valid (text, strnlen (text, 4 * (EXCERPT_MAX + 1)));
  excerpt = g_string_new (NULL);
  for (const char *p = valid; *p != '\0' && count <= EXCERPT_MAX; p = g_utf8_next_char (p), count++)
    {
      gunichar c = g_utf8_get_char (p);

      if (count == EXCERPT_MAX)
        g_string_append (excerpt, "…");
      else
        g_string_append_unichar (excerpt, g_unichar_isprint (c) ? c : ' ');
    }
  return g_string_free (excerpt, FALSE);
}

/**
 * bv_text_phrase:
 * @text: (nullable): a text, perhaps of several lines
 *
 * Returns: (transfer full): its words in one line, for a sentence to go on behind
 */
char *
bv_text_phrase (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);
  GString *phrase = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (phrase, "%s%s", phrase->len > 0 ? " " : "", words[i]);
  return g_string_free (phrase, FALSE);
}

/**
 * bv_text_strip_end:
 * @text: (transfer full): a text
 *
 * Returns: (transfer full): @text without the marks and blanks at its end, for others to go on behind
 */
char *
bv_text_strip_end (char *text)
{
  for (gsize n = strlen (text); n > 0 && strchr (";., ", text[n - 1]) != NULL; n--)
    text[n - 1] = '\0';
  return text;
}

/* Skips the dashes and dots that people begin the lines of a list with. */
static const char *
skip_bullets (const char *text)
{
  while (*text != '\0' && g_utf8_strchr ("-–—+•* ", -1, g_utf8_get_char (text)) != NULL)
    text = g_utf8_next_char (text);
  return text;
}

static char *
make_item (const char *line)
{
  g_autofree char *phrase = bv_text_phrase (line);

  return bv_text_strip_end (g_strdup (skip_bullets (phrase)));
}

/**
 * bv_text_list_items:
 * @lines: (nullable): the lines of a list as people write one
 *
 * Returns: (transfer full): each without a dash before or a mark behind, so that both can be set as the
 * decree wants them; lines that say nothing are left out
 */
char **
bv_text_list_items (char **lines)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_autofree char *item = make_item (lines[i]);

      if (!bv_text_is_blank (item))
        g_strv_builder_add (items, item);
    }
  return g_strv_builder_end (items);
}
