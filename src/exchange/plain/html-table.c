/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/plain/html-table.h"

#include "exchange/plain/html-entity.h"
#include "exchange/plain/html-token.h"
#include "exchange/plain/plain-text.h"
#include "exchange/source/source-number.h"
#include "exchange/table/source-tables.h"

#include <string.h>

/* As browsers have it. */
#define MOST_SPAN 1000
#define MOST_ROW_SPAN 65534

/* What Windows puts before HTML on its clipboard. */
#define WINDOWS_HEAD "Version:"

#define HIDDEN "display:none"
#define RUNS_OVER "mso-ignore:colspan"

typedef struct
{
  BvSourceTables *tables;
  const BvHtmlToken *token;
  gboolean as_shown;
} Reading;

static void
append (BvSourceText *text, gunichar c)
{
  char letter[6];

  bv_source_text_append (text, letter, g_unichar_to_utf8 (c, letter), BV_LEGACY_NONE);
}

static char
get_last (const BvSourceText *text)
{
  return text->text->len > 0 ? text->text->str[text->text->len - 1] : '\0';
}

/* Blanks and line ends of HTML are one blank, and none where a line begins or ends. */
static void
take_text (BvSourceText *text, const BvHtmlToken *token)
{
  const char *p = token->text;

  while (p < token->text_end)
    if (strchr (" \t\n\r\f", *p) == NULL)
      append (text, bv_html_entity_read (&p, token->text_end));
    else
      {
        if (get_last (text) != '\0' && get_last (text) != ' ' && get_last (text) != '\n')
          append (text, ' ');
        p++;
      }
}

static void
break_line (BvSourceText *text, gboolean always)
{
  if (get_last (text) == ' ')
    bv_source_text_truncate (text, text->text->len - 1);
  if (get_last (text) != '\0' && (always || get_last (text) != '\n'))
    append (text, '\n');
}

/* What is left of the text of a cell: nothing, where it is only there so that the cell is drawn. */
static void
trim (BvSourceText *text)
{
  gboolean has_letter = FALSE;

  while (get_last (text) == ' ' || get_last (text) == '\n')
    bv_source_text_truncate (text, text->text->len - 1);
  for (const char *p = text->text->str; *p != '\0'; p = g_utf8_next_char (p))
    has_letter = has_letter || !g_unichar_isspace (g_utf8_get_char (p));
  if (!has_letter)
    bv_source_text_begin (text);
}

/* What a table program says the cell holds counts where that shows a number, and neither a date nor words. */
static void
take_number (BvSourceTable *table)
{
  const char *shown = table->text.text->str;

  if (table->number->len == 0 || *shown == '\0' || shown[1 + strspn (shown + 1, "0123456789.,+% ()")] != '\0')
    return;
  bv_source_text_begin (&table->text);
  bv_source_text_append (&table->text, table->number->str, -1, BV_LEGACY_NONE);
  table->cell.kind = BV_SOURCE_NUMBER;
}

static void
end_cell (BvSourceTable *table)
{
  if (table->in_cell)
    {
      trim (&table->text);
      take_number (table);
      bv_source_grid_add (table->grid, &table->cell, &table->text, &table->span);
    }
  table->in_cell = FALSE;
}

static BvSourceTable *
get_table (Reading *self)
{
  if (bv_source_tables_get (self->tables) == NULL)
    bv_source_tables_begin (self->tables);
  return bv_source_tables_get (self->tables);
}

static gboolean
has_style (const BvHtmlToken *token, const char *rule)
{
  g_autofree char *style = bv_html_token_get_attribute (token, "style");
  g_autofree char *packed = style != NULL ? g_ascii_strdown (style, -1) : g_strdup ("");
  char *to = packed;

  for (const char *from = packed; *from != '\0'; from++)
    if (!g_ascii_isspace (*from))
      *to++ = *from;
  *to = '\0';
  return strstr (packed, rule) != NULL;
}

static guint
read_span (const BvHtmlToken *token, const char *name, guint least, guint most)
{
  g_autofree char *value = bv_html_token_get_attribute (token, name);

  return value != NULL && g_ascii_isdigit (*value)
           ? (guint) CLAMP (g_ascii_strtoull (value, NULL, 10), least, most)
           : 1;
}

static void
read_number (const Reading *self, BvSourceTable *table)
{
  static const char *const names[] = { "x:num", "sdval" };

  g_string_truncate (table->number, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names) && table->number->len == 0 && !self->as_shown; i++)
    {
      g_autofree char *value = bv_html_token_get_attribute (self->token, names[i]);

      if (value != NULL)
        bv_source_number_write (value, table->number);
    }
}

static void
begin_row (Reading *self)
{
  BvSourceTable *table = get_table (self);

  end_cell (table);
  bv_source_grid_begin_row (table->grid, has_style (self->token, HIDDEN));
  table->in_row = TRUE;
}

/* Text of Excel that runs over into the cells beside it is said to take them up, but they are not one. */
static void
begin_cell (Reading *self)
{
  BvSourceTable *table = get_table (self);
  g_autofree char *formula = bv_html_token_get_attribute (self->token, "x:fmla");

  end_cell (table);
  if (!table->in_row)
    begin_row (self);
  table->in_cell = TRUE;
  table->cell = (BvSourceCell){ .kind = BV_SOURCE_TEXT, .is_formula = formula != NULL };
  table->span
    = (BvSourceSpan){ read_span (self->token, "colspan", 1, MOST_SPAN),
                      read_span (self->token, "rowspan", 0, MOST_ROW_SPAN),
                      has_style (self->token, RUNS_OVER) ? BV_SOURCE_JOIN_APART : BV_SOURCE_JOIN_NONE };
  bv_source_text_begin (&table->text);
  read_number (self, table);
}

static void
add_columns (Reading *self)
{
  guint n_columns = read_span (self->token, "span", 1, MOST_SPAN);
  gboolean is_hidden = has_style (self->token, HIDDEN);

  for (guint i = 0; i < n_columns; i++)
    bv_source_grid_add_column (get_table (self)->grid, is_hidden);
}

static gboolean
is_block (const char *name)
{
  static const char *const names[] = { "p",  "div", "li", "ul", "ol", "dl", "dt",         "dd",
                                       "h1", "h2",  "h3", "h4", "h5", "h6", "blockquote", "pre" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_cell (const char *name)
{
  return g_str_equal (name, "td") || g_str_equal (name, "th");
}

static void
take_start (Reading *self)
{
  const char *name = self->token->name;
  BvSourceTable *table = bv_source_tables_get (self->tables);

  if (g_str_equal (name, "table"))
    bv_source_tables_begin (self->tables);
  else if (g_str_equal (name, "tr"))
    begin_row (self);
  else if (is_cell (name))
    begin_cell (self);
  else if (table != NULL && g_str_equal (name, "col"))
    add_columns (self);
  else if (table != NULL && table->in_cell && (g_str_equal (name, "br") || is_block (name)))
    break_line (&table->text, g_str_equal (name, "br"));
}

static void
take_end (Reading *self)
{
  const char *name = self->token->name;
  BvSourceTable *table = bv_source_tables_get (self->tables);

  if (table == NULL)
    return;
  if (table->in_cell && is_block (name))
    break_line (&table->text, FALSE);
  if (g_str_equal (name, "table") || g_str_equal (name, "tr") || is_cell (name))
    end_cell (table);
  if (g_str_equal (name, "tr"))
    table->in_row = FALSE;
  if (g_str_equal (name, "table"))
    bv_source_tables_end (self->tables);
}

static void
take_token (Reading *self)
{
  BvSourceTable *table = bv_source_tables_get (self->tables);

  switch (self->token->kind)
    {
    case BV_HTML_START:
      take_start (self);
      break;
    case BV_HTML_END:
      take_end (self);
      break;
    case BV_HTML_TEXT:
    default:
      if (table != NULL && table->in_cell)
        take_text (&table->text, self->token);
      break;
    }
}

/* Windows says where its HTML begins and ends in the bytes; where the table begins the fragment does not. */
static const char *
skip_windows_head (const char *text)
{
  const char *tag = g_str_has_prefix (text, WINDOWS_HEAD) ? strchr (text, '<') : NULL;

  return tag != NULL ? tag : text;
}

/**
 * bv_html_table_read_text:
 * @text: HTML in UTF-8, as from the clipboard; with what Windows puts before it or not
 * @length: in bytes
 * @as_shown: whether a number is the text that its cell shows, with the noughts before it and in its groups;
 *   else it is the number that the cell is said to hold
 * @sink: what takes its tables
 * @data: for @sink
 * @error: return location for a %BV_SOURCE_ERROR, or what @sink says
 *
 * Reads what browsers would show, however tags are left open. A text without tables has none to hand over.
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_html_table_read_text (const char *text,
                         gsize length,
                         gboolean as_shown,
                         const BvSourceSink *sink,
                         gpointer data,
                         GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  g_autoptr (BvSourceTables) tables = bv_source_tables_new (sink, data);
  const char *at = skip_windows_head (valid);
  const char *end = valid + strlen (valid);
  BvHtmlToken token;
  Reading self = { tables, &token, as_shown };

  while (bv_source_tables_goes_on (tables) && bv_html_token_read (&token, &at, end))
    take_token (&self);
  while (bv_source_tables_goes_on (tables) && bv_source_tables_get (tables) != NULL)
    {
      end_cell (bv_source_tables_get (tables));
      bv_source_tables_end (tables);
    }
  return bv_source_tables_finish (tables, error);
}

/**
 * bv_html_table_read:
 * @path: a page, also one that has a workbook's name, as some programs export them
 * @sink: what takes its tables
 * @data: for @sink
 * @error: return location for a %BV_SOURCE_ERROR, or what @sink says
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_html_table_read (const char *path, const BvSourceSink *sink, gpointer data, GError **error)
{
  g_autofree char *text = bv_plain_text_load (path, error);

  return text != NULL && bv_html_table_read_text (text, strlen (text), FALSE, sink, data, error);
}

static gboolean
is_blank (const BvHtmlToken *token)
{
  const char *p = token->text;

  while (p < token->text_end)
    if (!g_unichar_isspace (bv_html_entity_read (&p, token->text_end)))
      return FALSE;
  return TRUE;
}

/**
 * bv_html_table_is_all:
 * @text: HTML in UTF-8, as bv_html_table_read_text() takes it
 *
 * Returns: whether it says nothing before, between and behind its tables
 */
gboolean
bv_html_table_is_all (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char *at = skip_windows_head (valid);
  const char *end = valid + strlen (valid);
  BvHtmlToken token;
  guint depth = 0;

  while (bv_html_token_read (&token, &at, end))
    if (token.kind == BV_HTML_TEXT && depth == 0 && !is_blank (&token))
      return FALSE;
    else if (token.kind == BV_HTML_START && g_str_equal (token.name, "table"))
      depth++;
    else if (token.kind == BV_HTML_END && g_str_equal (token.name, "table") && depth > 0)
      depth--;
  return TRUE;
}

/**
 * bv_html_table_looks_like:
 * @bytes: the beginning of a file
 * @length: how many
 *
 * Returns: whether it may be HTML
 */
gboolean
bv_html_table_looks_like (const guint8 *bytes, gsize length)
{
  static const char *const signs[] = { "<html", "<!doctype html", "<table", "<body" };
  g_autofree char *text = bv_plain_text_decode (bytes, length);
  g_autofree char *small = text != NULL ? g_ascii_strdown (text, -1) : g_strdup ("");
  gboolean is_xml = g_str_has_prefix (g_strchug (small), "<?xml");

  for (guint i = 0; i < G_N_ELEMENTS (signs) && *small == '<'; i++)
    if (strstr (small, signs[i]) != NULL)
      return !is_xml || i == 0;
  return FALSE;
}
