/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/tidy.h"

#include "core/text/vietnamese.h"

#include <string.h>

#define NEXT_LINE 0x85
#define SOFT_HYPHEN 0xad
#define MONGOLIAN_VOWEL_SEPARATOR 0x180e
#define ZERO_WIDTH_FIRST 0x200b
#define ZERO_WIDTH_LAST 0x200d
#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029
#define WORD_JOINER 0x2060
#define INVISIBLE_LAST 0x2064
#define BYTE_ORDER_MARK 0xfeff

/* What stands between two characters that can be seen. */
typedef struct
{
  gboolean blank;
  guint lines;
  gboolean returned; /* the last was a carriage return, which makes one line end with a line feed */
} Gap;

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == NEXT_LINE || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
}

static gboolean
is_blank (gunichar c)
{
  return c == '\t' || g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR;
}

static gboolean
is_without_width (gunichar c)
{
  return (c >= ZERO_WIDTH_FIRST && c <= ZERO_WIDTH_LAST) || (c >= WORD_JOINER && c <= INVISIBLE_LAST)
         || c == BYTE_ORDER_MARK || c == SOFT_HYPHEN || c == MONGOLIAN_VOWEL_SEPARATOR;
}

/* Whether @c belongs to the gap, which then is one longer. */
static gboolean
gap_take (Gap *gap, gunichar c)
{
  if (is_line_end (c))
    {
      gap->lines += c != '\n' || !gap->returned;
      gap->returned = c == '\r';
      return TRUE;
    }
  gap->returned = FALSE;
  if (!is_blank (c))
    return is_without_width (c);
  gap->blank = TRUE;
  return TRUE;
}

static void
gap_close (Gap *gap, gboolean keeps_lines, GString *tidy)
{
  guint lines = keeps_lines ? gap->lines : 0;

  if (tidy->len > 0)
    {
      for (guint i = 0; i < lines; i++)
        g_string_append_c (tidy, '\n');
      if (lines == 0 && (gap->blank || gap->lines > 0))
        g_string_append_c (tidy, ' ');
    }
  *gap = (Gap){ FALSE, 0, FALSE };
}

/* Whether there is surely nothing to do: letters with single spaces between them. Nearly all texts are such,
 * and a large campaign has them by the million. */
static gboolean
is_plain (const char *text)
{
  gboolean after_space = TRUE;

  if (*text == '\0')
    return TRUE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);

      if (c < ' ' || (c == ' ' && after_space)
          || (c >= 0x80 && (is_line_end (c) || is_without_width (c) || is_blank (c))))
        return FALSE;
      after_space = c == ' ';
    }
  return !after_space;
}

static char *
make_tidy (const char *text, gboolean keeps_lines)
{
  g_autoptr (GString) tidy = NULL;
  Gap gap = { FALSE, 0, FALSE };

  if (is_plain (text))
    return bv_vietnamese_nfc (text);
  tidy = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (gap_take (&gap, c))
        continue;
      gap_close (&gap, keeps_lines, tidy);
      g_string_append_unichar (tidy, c);
    }
  return bv_vietnamese_nfc (tidy->str);
}

/**
 * bv_tidy_line:
 * @text: a text in UTF-8 that is one line
 *
 * Returns: (transfer full): @text in NFC, with nothing blank around it, one space for each run of blanks and
 * line ends (a no-break space is a blank), and no characters without width
 */
char *
bv_tidy_line (const char *text)
{
  return make_tidy (text, FALSE);
}

/**
 * bv_tidy_lines:
 * @text: a text in UTF-8, perhaps of several lines
 *
 * Returns: (transfer full): each line of @text as bv_tidy_line() makes it, line ends as line feeds, and none
 * of them around the whole
 */
char *
bv_tidy_lines (const char *text)
{
  return make_tidy (text, TRUE);
}
