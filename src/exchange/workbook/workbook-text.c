/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/workbook/workbook-text.h"

#include <math.h>
#include <string.h>

/* Advance widths of Times New Roman (and of its metric twin Liberation Serif) for U+0020 to U+007E, in 1/1000
 * of the size. */
static const guint16 regular_widths[] = {
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
  500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
  556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
  722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
  278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
};

static const guint16 bold_widths[] = {
  250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500,  500,
  500, 500, 500, 500, 500, 500,  500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722,  667,
  611, 778, 778, 389, 500, 778,  667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722,
  722, 667, 333, 278, 333, 581,  500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333,  556,
  278, 833, 556, 500, 556, 556,  444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394,  520,
};

#define OTHER_SCRIPTS 0x2000
#define NARROW_WIDTH 200 /* a byte of a text of narrow letters */
#define SPACE_WIDTH 250
#define OTHER_WIDTH 550     /* letters that have no base letter of their own: đ, dashes, quotes */
#define WIDE_WIDTH 1000     /* ellipsis, letters of other scripts */
#define LINE_SPACING 1.27   /* what spreadsheets give a line of Times New Roman, marks on capitals included */
#define CELL_PADDING 4.0    /* points, above and below together */
#define MEASURE_MARGIN 1.03 /* programs space letters a little differently on screen and on paper */

static guint16 all_widths[2][OTHER_SCRIPTS];

static guint
find_width (gunichar c, const guint16 *ascii)
{
  gunichar base[4];

  if (g_unichar_fully_decompose (c, FALSE, base, G_N_ELEMENTS (base)) > 1)
    c = base[0];
  if (c >= 0x20 && c < 0x7f)
    return ascii[c - 0x20];
  if (g_unichar_combining_class (c) != 0 || g_unichar_iscntrl (c))
    return 0;
  return c == 0x110 ? ascii['D' - 0x20] : OTHER_WIDTH;
}

/* Letters are measured by the million: taking them apart each time would cost as much as writing them. */
static const guint16 *
get_widths (gboolean bold)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (gunichar c = 0; c < OTHER_SCRIPTS; c++)
        {
          all_widths[FALSE][c] = find_width (c, regular_widths);
          all_widths[TRUE][c] = find_width (c, bold_widths);
        }
      g_once_init_leave (&ready, 1);
    }
  return all_widths[bold != FALSE];
}

static guint
measure_other_script (gunichar c)
{
  return c == 0x2026 || c >= 0x2e80 ? WIDE_WIDTH : OTHER_WIDTH;
}

/* In 1/1000 of the size. Letters of two and three bytes below U+2000, all of Vietnamese, are read here: a
 * call for each would be most of the time. */
static guint
measure_run (const char *text, const char *end, gboolean bold)
{
  const guint16 *widths = get_widths (bold);
  guint width = 0;

  while (text < end)
    {
      guchar lead = text[0];

      if (lead < 0x80)
        {
          width += widths[lead];
          text++;
        }
      else if (lead < 0xe0)
        {
          width += widths[(lead & 0x1f) << 6 | (text[1] & 0x3f)];
          text += 2;
        }
      else if (lead == 0xe1)
        {
          width += widths[0x1000 | (text[1] & 0x3f) << 6 | (text[2] & 0x3f)];
          text += 3;
        }
      else
        {
          width += measure_other_script (g_utf8_get_char (text));
          text = g_utf8_next_char (text);
        }
    }
  return width;
}

/**
 * bv_workbook_text_measure_width:
 * @text: a line of text, UTF-8
 * @size: points
 * @bold: whether it is bold
 *
 * Returns: how wide @text is in Times New Roman, in points
 */
double
bv_workbook_text_measure_width (const char *text, double size, gboolean bold)
{
  return measure_run (text, text + strlen (text), bold) * size / 1000;
}

/* The end of what is not broken: up to a space, or past a hyphen. */
static const char *
find_break (const char *text, const char *end)
{
  while (text < end && *text != ' ')
    if (*text++ == '-')
      break;
  return text;
}

/* One paragraph, broken as spreadsheets break it; a word longer than the line is broken anywhere. */
static guint
count_paragraph_lines (const char *text, const char *end, guint width, gboolean bold)
{
  guint lines = 1;
  guint used = 0;

  while (text < end)
    {
      const char *word = text;
      guint length;

      text = find_break (word, end);
      length = measure_run (word, text, bold);
      if (used > 0 && used + length > width)
        {
          lines++;
          used = 0;
        }
      lines += length > width ? (length - 1) / width : 0;
      used += length > width ? (length - 1) % width + 1 : length;
      for (; text < end && *text == ' '; text++)
        used += SPACE_WIDTH;
    }
  return lines;
}

/**
 * bv_workbook_text_count_lines:
 * @text: text of one or more paragraphs, UTF-8
 * @width: the width to fill, in points
 * @size: points
 * @bold: whether it is bold
 *
 * Returns: how many lines @text takes when it wraps, at least one
 */
guint
bv_workbook_text_count_lines (const char *text, double width, double size, gboolean bold)
{
  guint units = MAX (1000, (guint) (width * 1000 / size / MEASURE_MARGIN));
  const char *end = text + strlen (text);
  guint lines = 0;

  /* Most texts are short; one that is surely not need not be measured twice. */
  if ((gsize) (end - text) * NARROW_WIDTH <= units && memchr (text, '\n', end - text) == NULL
      && measure_run (text, end, bold) <= units)
    return 1;
  while (TRUE)
    {
      end = text + strcspn (text, "\n");
      lines += count_paragraph_lines (text, end, units, bold);
      if (*end == '\0')
        return lines;
      text = end + 1;
    }
}

/**
 * bv_workbook_text_measure_height:
 * @lines: number of lines
 * @size: points
 *
 * Returns: the height of a cell that shows them whole, in points
 */
double
bv_workbook_text_measure_height (guint lines, double size)
{
  return ceil (lines * size * LINE_SPACING + CELL_PADDING);
}
