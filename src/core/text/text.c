/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLANKS " \t\r\n"

#define EXCERPT_MAX 40

/* An Excel cell takes 32 767 characters; what cannot stand in the proposal is refused at the door. */
#define TEXT_MAX_CHARACTERS 30000

G_DEFINE_QUARK (bv_text_error, bv_text_error)

#define NEXT_LINE 0x85

/* What XML 1.0 has no character for cannot stand in a workbook; a delete in a text is never meant. */
static gboolean
is_control (gunichar c)
{
  if (c < 0x20)
    return c != '\n' && c != '\t' && c != '\r';
  return (c >= 0x7f && c < 0xa0 && c != NEXT_LINE) || c == 0xfffe || c == 0xffff;
}

/* Shows a name back to front, in a list that is to be signed. */
static gboolean
is_directional (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f
         || c == 0x61c;
}

static gboolean
is_unfit (gunichar c)
{
  return is_control (c) || is_directional (c);
}

/* 0: there is none. */
static gunichar
find_unfit (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_unfit (g_utf8_get_char (p)))
      return g_utf8_get_char (p);
  return 0;
}

static const char *
describe_unfit (gunichar c)
{
  if (is_directional (c))
    return _ ("the text has an invisible character that turns the direction of writing: remove it");
  return _ ("the text has a control character: remove it");
}

/**
 * bv_text_check:
 * @text: a text from outside
 * @error: (optional): return location for a %BV_TEXT_ERROR
 *
 * Checks what holds for every text that can stand in a workbook: UTF-8, no control characters but tabs and
 * line breaks, none that turn the direction of writing, at most 30 000 characters.
 *
 * Returns: %FALSE with @error set where it cannot
 */
gboolean
bv_text_check (const char *text, GError **error)
{
  const char *complaint = NULL;
  gunichar unfit;

  if (!g_utf8_validate (text, -1, NULL))
    complaint = _ ("the text is not valid UTF-8");
  else if ((unfit = find_unfit (text)) != 0)
    complaint = describe_unfit (unfit);
  else if (g_utf8_strlen (text, -1) > TEXT_MAX_CHARACTERS)
    complaint = _ ("the text is longer than 30000 characters: shorten it");
  if (complaint != NULL)
    g_set_error_literal (error, BV_TEXT_ERROR, BV_TEXT_ERROR_UNFIT, complaint);
  return complaint == NULL;
}

/**
 * bv_text_drop_unfit:
 * @text: a text in UTF-8
 *
 * Drops the characters for which bv_text_check() refuses a text, where nobody is there to take them out.
 *
 * Returns: (transfer full) (nullable): the rest of @text; %NULL where it has none of them
 */
char *
bv_text_drop_unfit (const char *text)
{
  GString *rest;

  if (find_unfit (text) == 0)
    return NULL;
  rest = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_unfit (c))
        g_string_append_unichar (rest, c);
    }
  return g_string_free (rest, FALSE);
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
  const char *rest = text != NULL ? text : "";
  GString *phrase = g_string_sized_new (strlen (rest));
  gsize length;

  for (rest += strspn (rest, BLANKS); *rest != '\0'; rest += length, rest += strspn (rest, BLANKS))
    {
      length = strcspn (rest, BLANKS);
      if (phrase->len > 0)
        g_string_append_c (phrase, ' ');
      g_string_append_len (phrase, rest, length);
    }
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
