/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/set-text.h"

#include "print/lettering.h"

#include <string.h>

/* Pango needs time that grows with the square of a word to break it. */
#define LONG_WORD 256
#define BREAK_HERE "\342\200\213" /* a space without width */

/* The number of a document, as 91/2017/NĐ-CP, is no longer. */
#define LONG_NUMBER 40
#define WIDE_LETTER 0.62 /* of the size of the face, on average in the widest words */

/* @text with places to break in its longest words; NULL: none has so many letters. */
static char *
loosen_words (const char *text, gsize length)
{
  g_autoptr (GString) loose = g_string_sized_new (length + length / LONG_WORD * strlen (BREAK_HERE));
  const char *end = text + length;
  guint letters = 0;

  for (const char *p = text, *next; p < end; p = next)
    {
      next = g_utf8_next_char (p);
      letters = g_ascii_isspace (*p) ? 0 : letters + 1;
      g_string_append_len (loose, p, next - p);
      if (letters < LONG_WORD)
        continue;
      g_string_append (loose, BREAK_HERE);
      letters = 0;
    }
  return loose->len > length ? g_string_free (g_steal_pointer (&loose), FALSE) : NULL;
}

static void
fill_layout (PangoLayout *layout, const char *text, gssize length)
{
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *loose = n_bytes > LONG_WORD ? loosen_words (text, n_bytes) : NULL;

  if (loose != NULL)
    pango_layout_set_text (layout, loose, -1);
  else
    pango_layout_set_text (layout, text, n_bytes);
}

/* Whether a word, however wide its letters, surely fits into a line. */
static gboolean
fits (const char *word, gsize length, double size, double width)
{
  return length <= LONG_NUMBER && g_utf8_strlen (word, length) * size * WIDE_LETTER <= width;
}

/* Pango would break behind each slash. The number of a document stays whole, as Word keeps it, where there is
 * room for it; the narrow cells of a table need every place to break that there is. */
static void
keep_numbers_whole (PangoLayout *layout, double size, double width)
{
  const char *text = pango_layout_get_text (layout);
  PangoAttrList *attributes;

  if (strchr (text, '/') == NULL)
    return;
  attributes = pango_attr_list_new ();
  for (gsize start = 0, length; text[start] != '\0'; start += length + (text[start + length] != '\0'))
    {
      PangoAttribute *whole;

      length = strcspn (text + start, " \n\t");
      if (memchr (text + start, '/', length) == NULL || !fits (text + start, length, size, width))
        continue;
      whole = pango_attr_allow_breaks_new (FALSE);
      whole->start_index = start;
      whole->end_index = start + length;
      pango_attr_list_insert (attributes, whole);
    }
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

/* Titles have lines about equally long, and no word alone in the last: the least width that makes no more of
 * them. */
static void
balance_lines (PangoLayout *layout, double width)
{
  int n_lines = pango_layout_get_line_count (layout);
  double low = width / n_lines, high = width;

  if (n_lines == 1)
    return;
  while (high - low > 1)
    {
      double middle = (low + high) / 2;

      pango_layout_set_width (layout, pango_units_from_double (middle));
      if (pango_layout_get_line_count (layout) > n_lines)
        low = middle;
      else
        high = middle;
    }
  pango_layout_set_width (layout, pango_units_from_double (high));
}

static PangoLayout *
create_layout (BvFonts *fonts, BvStyleId id, BvAlign align, const char *text, gssize length, double width)
{
  PangoLayout *layout = bv_fonts_begin_layout (fonts, id);
  const BvStyle *style = bv_style_get (id);

  pango_layout_set_width (layout, pango_units_from_double (width));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_justify (layout, align == BV_ALIGN_JUSTIFY);
  pango_layout_set_indent (layout, pango_units_from_double (style->first_indent));
  fill_layout (layout, text, length);
  keep_numbers_whole (layout, style->size, width);
  if (style->balanced)
    balance_lines (layout, width);
  return layout;
}

static double
find_line_start (const BvSetLine *line, const BvStyle *style, BvAlign align, double width)
{
  if (align == BV_ALIGN_CENTER)
    return (width - line->width) / 2;
  if (align == BV_ALIGN_RIGHT)
    return width - line->width;
  return pango_layout_line_is_paragraph_start (line->line) ? style->first_indent : 0;
}

/* Letters of another face than the style's make a line higher, never lower: so most lines are of one height.
 */
static BvLineHeight
find_height (const PangoLayoutLine *line, BvLineHeight least)
{
  BvLineHeight height = least;

  for (const GSList *next = line->runs; next != NULL; next = next->next)
    {
      const PangoLayoutRun *run = next->data;
      BvLineHeight other = bv_fonts_measure (run->item->analysis.font);

      height.ascent = MAX (height.ascent, other.ascent);
      height.descent = MAX (height.descent, other.descent);
    }
  return height;
}

static void
measure_line (BvSetLine *line, BvLineHeight least, double spacing)
{
  BvLineHeight height = find_height (line->line, least);
  PangoRectangle logical;

  pango_layout_line_get_extents (line->line, NULL, &logical);
  line->width = pango_units_to_double (logical.width);
  line->height = (height.ascent + height.descent) * spacing;
  line->baseline = line->height - height.descent;
}

/**
 * bv_set_text_new:
 * @fonts: the faces
 * @style: how the text is set
 * @align: how its lines are placed
 * @text: the text; a line break in it begins a new line
 * @length: its bytes, or -1
 * @width: of the lines, in points; a longer word is broken
 *
 * Returns: (transfer full): the text in lines
 */
BvSetText *
bv_set_text_new (BvFonts *fonts,
                 BvStyleId style,
                 BvAlign align,
                 const char *text,
                 gssize length,
                 double width)
{
  PangoLayout *layout = create_layout (fonts, style, align, text, length, width);
  guint n_lines = pango_layout_get_line_count (layout);
  BvSetText *set = g_malloc (sizeof (BvSetText) + n_lines * sizeof (BvSetLine));
  GSList *next = pango_layout_get_lines_readonly (layout);
  BvLineHeight height = bv_fonts_get_height (fonts, style);
  double spacing = bv_style_get (style)->line_spacing > 0 ? bv_style_get (style)->line_spacing : 1;

  set->n_refs = 1;
  set->layout = layout;
  set->n_lines = n_lines;
  set->height = 0;
  for (guint i = 0; i < n_lines; i++, next = next->next)
    {
      BvSetLine *line = &set->lines[i];

      line->line = next->data;
      measure_line (line, height, spacing);
      line->x = find_line_start (line, bv_style_get (style), align, width);
      line->y = set->height;
      set->height += line->height;
    }
  return set;
}

/**
 * bv_set_text_ref:
 * @text: a text
 *
 * Returns: (transfer full): @text
 */
BvSetText *
bv_set_text_ref (BvSetText *text)
{
  text->n_refs++;
  return text;
}

/**
 * bv_set_text_unref:
 * @text: (transfer full): a text
 */
void
bv_set_text_unref (BvSetText *text)
{
  if (--text->n_refs > 0)
    return;
  g_object_unref (text->layout);
  g_free (text);
}

/**
 * bv_set_text_get_width:
 * @text: a text
 *
 * Returns: how wide its lines may be, in points; less than was asked where they are balanced
 */
double
bv_set_text_get_width (const BvSetText *text)
{
  return pango_units_to_double (pango_layout_get_width (text->layout));
}

/**
 * bv_set_text_find_longest:
 * @text: a text
 *
 * Returns: (transfer none): the first of its longest lines
 */
const BvSetLine *
bv_set_text_find_longest (const BvSetText *text)
{
  const BvSetLine *longest = &text->lines[0];

  for (guint i = 1; i < text->n_lines; i++)
    if (text->lines[i].width > longest->width)
      longest = &text->lines[i];
  return longest;
}

/**
 * bv_set_text_draw:
 * @text: a text
 * @first: the first line to draw
 * @end: the one behind the last
 * @x: where the text begins
 * @y: the top of the first line drawn
 * @cr: what to draw on
 */
void
bv_set_text_draw (const BvSetText *text, guint first, guint end, double x, double y, cairo_t *cr)
{
  double top = y - text->lines[first].y;

  for (guint i = first; i < end; i++)
    {
      const BvSetLine *line = &text->lines[i];

      cairo_move_to (cr, x + line->x, top + line->y + line->baseline);
      bv_lettering_draw (line->line, cr);
    }
}
