/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/word/word-text.h"

#include "exchange/package/xml-name.h"

typedef struct
{
  guint depth;
  const char *font;
  guint numbering;
  guint level;
  gboolean is_deleted; /* its end is: then it is none of its own */
} Paragraph;

typedef struct
{
  guint depth;
  const char *font;
  gboolean is_hidden;
  gboolean in_text;
} Run;

/**
 * bv_word_text_init:
 * @text: (out): no text so far; bv_word_text_clear() ends it
 * @setting: what the document is read with
 * @tables: whose cells take the text
 */
void
bv_word_text_init (BvWordText *text, const BvWordSetting *setting, BvSourceTables *tables)
{
  *text = (BvWordText){ setting,
                        tables,
                        g_array_new (FALSE, FALSE, sizeof (Paragraph)),
                        g_array_new (FALSE, FALSE, sizeof (Run)),
                        g_string_new (NULL),
                        0 };
}

/**
 * bv_word_text_clear:
 * @text: a text
 */
void
bv_word_text_clear (BvWordText *text)
{
  g_array_unref (text->paragraphs);
  g_array_unref (text->runs);
  g_string_free (text->label, TRUE);
}

static Paragraph *
get_paragraph (const BvWordText *self)
{
  GArray *open = self->paragraphs;

  return open->len > 0 ? &g_array_index (open, Paragraph, open->len - 1) : NULL;
}

static Run *
get_run (const BvWordText *self)
{
  return self->runs->len > 0 ? &g_array_index (self->runs, Run, self->runs->len - 1) : NULL;
}

static BvSourceTable *
get_cell (const BvWordText *self)
{
  BvSourceTable *table = bv_source_tables_get (self->tables);

  return table != NULL && table->in_cell ? table : NULL;
}

/* The number of the paragraph stands before its text. */
static void
append (BvWordText *self, const char *letters, gssize length)
{
  BvSourceTable *cell = get_cell (self);
  const Run *run = get_run (self);

  if (cell == NULL || self->silent > 0 || (run != NULL && run->is_hidden))
    return;
  if (self->label->len > 0)
    {
      bv_source_text_append (&cell->text, " ", 1, BV_LEGACY_NONE);
      g_string_truncate (self->label, 0);
    }
  if (cell->cell.font == NULL && run != NULL)
    cell->cell.font = run->font;
  bv_source_text_append (&cell->text, letters, length,
                         run != NULL ? bv_legacy_charset_of_font (run->font) : BV_LEGACY_NONE);
}

static void
break_line (BvWordText *self)
{
  BvSourceTable *cell = get_cell (self);

  if (cell != NULL && cell->text.text->len > 0)
    bv_source_text_append (&cell->text, "\n", 1, BV_LEGACY_NONE);
}

static void
begin_paragraph (BvWordText *self, guint depth)
{
  Paragraph paragraph = { depth, bv_word_styles_get_first_font (self->setting->styles), 0, 0, FALSE };

  break_line (self);
  g_string_truncate (self->label, 0);
  g_array_append_val (self->paragraphs, paragraph);
}

static guint
read_number (const XML_Char **attributes)
{
  const char *value = bv_xml_name_find (attributes, "val");

  return value != NULL ? (guint) CLAMP (g_ascii_strtoll (value, NULL, 10), 0, G_MAXINT) : 0;
}

static void
take_style (BvWordText *self, Paragraph *paragraph, const XML_Char **attributes)
{
  const char *id = bv_xml_name_find (attributes, "val");
  const char *font = bv_word_styles_find_font (self->setting->styles, id);

  if (font != NULL)
    paragraph->font = font;
  paragraph->numbering = bv_word_styles_find_numbering (self->setting->styles, id, &paragraph->level);
}

/* What is said of a paragraph, in its properties. */
static void
start_in_paragraph (BvWordText *self,
                    Paragraph *paragraph,
                    const char *local,
                    const XML_Char **attributes,
                    guint depth)
{
  guint within = depth - paragraph->depth;

  if (within == 2 && strcmp (local, "pStyle") == 0)
    take_style (self, paragraph, attributes);
  else if (within == 3 && strcmp (local, "numId") == 0)
    paragraph->numbering = read_number (attributes);
  else if (within == 3 && strcmp (local, "ilvl") == 0)
    paragraph->level = read_number (attributes);
  else if (within == 3 && (strcmp (local, "del") == 0 || strcmp (local, "moveFrom") == 0))
    paragraph->is_deleted = TRUE;
}

/* All properties were read: now it is counted. */
static void
number_paragraph (BvWordText *self, const Paragraph *paragraph)
{
  BvSourceTable *cell = get_cell (self);

  if (paragraph->numbering == 0 || paragraph->is_deleted)
    return;
  bv_word_numbering_count (self->setting->numbering, paragraph->numbering, paragraph->level, self->label);
  if (cell != NULL)
    bv_source_text_append (&cell->text, self->label->str, -1, BV_LEGACY_NONE);
}

static void
begin_run (BvWordText *self, guint depth)
{
  const Paragraph *paragraph = get_paragraph (self);
  Run run = { depth, paragraph != NULL ? paragraph->font : NULL, FALSE, FALSE };

  g_array_append_val (self->runs, run);
}

static void
take_run_property (BvWordText *self, Run *run, const char *local, const XML_Char **attributes)
{
  const char *value = bv_xml_name_find (attributes, "val");
  const char *font = NULL;

  if (strcmp (local, "rFonts") == 0)
    font = bv_word_styles_keep_font (self->setting->styles, attributes);
  else if (strcmp (local, "rStyle") == 0)
    font = bv_word_styles_find_font (self->setting->styles, value);
  else if (strcmp (local, "vanish") == 0)
    run->is_hidden = value == NULL || bv_xml_name_is_on (value);
  if (font != NULL)
    run->font = font;
}

static void
start_in_run (BvWordText *self, Run *run, const char *local)
{
  if (strcmp (local, "t") == 0)
    run->in_text = TRUE;
  else if (strcmp (local, "tab") == 0 || strcmp (local, "ptab") == 0)
    append (self, "\t", 1);
  else if (strcmp (local, "br") == 0 || strcmp (local, "cr") == 0)
    append (self, "\n", 1);
  else if (strcmp (local, "noBreakHyphen") == 0)
    append (self, "-", 1);
}

/**
 * bv_word_text_start:
 * @text: a text
 * @local: an element of the document
 * @attributes: of the element
 * @depth: how deep it stands
 */
void
bv_word_text_start (BvWordText *text, const char *local, const XML_Char **attributes, guint depth)
{
  Paragraph *paragraph = get_paragraph (text);
  Run *run = get_run (text);

  if (strcmp (local, "p") == 0)
    begin_paragraph (text, depth);
  else if (strcmp (local, "r") == 0)
    begin_run (text, depth);
  else if (run != NULL && depth == run->depth + 1)
    start_in_run (text, run, local);
  else if (run != NULL && depth == run->depth + 2)
    take_run_property (text, run, local, attributes);
  else if (paragraph != NULL && (run == NULL || run->depth < paragraph->depth))
    start_in_paragraph (text, paragraph, local, attributes, depth);
}

static void
end_paragraph (BvWordText *self)
{
  g_array_set_size (self->paragraphs, self->paragraphs->len - 1);
  g_string_truncate (self->label, 0);
  if (self->paragraphs->len > 0)
    break_line (self);
}

/**
 * bv_word_text_end:
 * @text: a text
 * @local: an element of the document that ends
 * @depth: how deep it stands
 */
void
bv_word_text_end (BvWordText *text, const char *local, guint depth)
{
  Paragraph *paragraph = get_paragraph (text);
  Run *run = get_run (text);

  if (text->silent == depth)
    text->silent = 0;
  if (run != NULL)
    run->in_text = FALSE;
  if (run != NULL && run->depth == depth)
    g_array_set_size (text->runs, text->runs->len - 1);
  else if (paragraph != NULL && paragraph->depth == depth)
    end_paragraph (text);
  else if (paragraph != NULL && depth == paragraph->depth + 1 && strcmp (local, "pPr") == 0)
    number_paragraph (text, paragraph);
}

/**
 * bv_word_text_add:
 * @text: a text
 * @letters: what stands in the element that is open
 * @length: in bytes
 */
void
bv_word_text_add (BvWordText *text, const char *letters, int length)
{
  const Run *run = get_run (text);

  if (run != NULL && run->in_text)
    append (text, letters, length);
}
