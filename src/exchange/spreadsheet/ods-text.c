/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/ods-text.h"

#include "exchange/package/xml-name.h"

#define MOST_BLANKS 1000

/**
 * bv_ods_text_init:
 * @text: (out): a text; bv_ods_text_clear() ends it
 * @styles: of the workbook
 */
void
bv_ods_text_init (BvOdsText *text, const BvOdsStyles *styles)
{
  text->styles = styles;
  text->charsets = g_array_new (FALSE, FALSE, sizeof (BvLegacyCharset));
  bv_source_text_init (&text->text);
  text->n_paragraphs = 0;
}

/**
 * bv_ods_text_clear:
 * @text: a text
 */
void
bv_ods_text_clear (BvOdsText *text)
{
  bv_source_text_clear (&text->text);
  g_array_unref (text->charsets);
}

/**
 * bv_ods_text_begin:
 * @text: a text, which is another one from now on
 */
void
bv_ods_text_begin (BvOdsText *text)
{
  bv_source_text_begin (&text->text);
  g_array_set_size (text->charsets, 0);
  text->n_paragraphs = 0;
}

static BvLegacyCharset
get_charset (const BvOdsText *self)
{
  return self->charsets->len > 0 ? g_array_index (self->charsets, BvLegacyCharset, self->charsets->len - 1)
                                 : BV_SOURCE_RUN_OF_CELL;
}

static void
append (BvOdsText *self, const char *letters, gssize length)
{
  bv_source_text_append (&self->text, letters, length, get_charset (self));
}

static void
push (BvOdsText *self, BvOdsFamily family, const XML_Char **attributes)
{
  const char *style = bv_xml_name_find (attributes, "style-name");
  const char *font = style != NULL ? bv_ods_styles_find_font (self->styles, family, style) : NULL;
  BvLegacyCharset charset = font != NULL ? bv_legacy_charset_of_font (font) : get_charset (self);

  g_array_append_val (self->charsets, charset);
}

static gboolean
is_paragraph (const char *local)
{
  return strcmp (local, "p") == 0 || strcmp (local, "h") == 0;
}

static void
append_blanks (BvOdsText *self, const XML_Char **attributes)
{
  const char *count = bv_xml_name_find (attributes, "c");
  guint64 n = count != NULL ? g_ascii_strtoull (count, NULL, 10) : 1;

  for (guint i = 0; i < MIN (n, MOST_BLANKS); i++)
    append (self, " ", 1);
}

/**
 * bv_ods_text_start:
 * @text: a text
 * @local: an element in the cell
 * @attributes: of the element
 */
void
bv_ods_text_start (BvOdsText *text, const char *local, const XML_Char **attributes)
{
  if (is_paragraph (local))
    {
      if (text->n_paragraphs++ > 0)
        append (text, "\n", 1);
      push (text, BV_ODS_FAMILY_PARAGRAPH, attributes);
    }
  else if (text->charsets->len == 0)
    return;
  else if (strcmp (local, "span") == 0)
    push (text, BV_ODS_FAMILY_TEXT, attributes);
  else if (strcmp (local, "s") == 0)
    append_blanks (text, attributes);
  else if (strcmp (local, "tab") == 0)
    append (text, "\t", 1);
  else if (strcmp (local, "line-break") == 0)
    append (text, "\n", 1);
}

/**
 * bv_ods_text_end:
 * @text: a text
 * @local: an element in the cell that ends
 */
void
bv_ods_text_end (BvOdsText *text, const char *local)
{
  if (text->charsets->len > 0 && (is_paragraph (local) || strcmp (local, "span") == 0))
    g_array_set_size (text->charsets, text->charsets->len - 1);
}

static gboolean
ends_with_blank (const BvOdsText *self)
{
  const GString *text = self->text.text;

  return text->len == 0 || text->str[text->len - 1] == ' ' || text->str[text->len - 1] == '\n';
}

/**
 * bv_ods_text_add:
 * @text: a text
 * @letters: what stands in the element that is open
 * @length: in bytes
 *
 * Blanks and line ends between letters are one blank there, whatever the file is laid out like.
 */
void
bv_ods_text_add (BvOdsText *text, const char *letters, int length)
{
  for (int i = 0, n; i < length && text->charsets->len > 0; i += n)
    {
      for (n = 0; i + n < length && strchr (" \t\r\n", letters[i + n]) == NULL;)
        n++;
      if (n > 0)
        append (text, letters + i, n);
      else if (!ends_with_blank (text))
        append (text, " ", 1);
      n = MAX (n, 1);
    }
}
