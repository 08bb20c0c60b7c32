/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/word/word-document.h"

#include "exchange/package/xml-name.h"
#include "exchange/source/source-error.h"
#include "exchange/source/source-limits.h"

/* Properties as they were before somebody changed them have this in their names. */
#define BEFORE "Change"

/* A row before its first cell: then all is known that is said of it. */
typedef struct
{
  guint depth;
  guint n_skipped; /* columns before its first cell */
  gboolean is_hidden;
} Row;

typedef struct
{
  BvSourceTables *tables;
  BvWordText text;
  Row row;
  guint depth;
  guint ignored;     /* the depth of what is not read; 0: all is */
  guint properties;  /* the depth of those that are being read; 0: none are */
  guint placeholder; /* the depth of what says what to type, which has not begun; 0: none */
  gboolean is_bomb;
} Reading;

static guint
read_number (const XML_Char **attributes)
{
  const char *value = bv_xml_name_find (attributes, "val");

  return value != NULL ? (guint) CLAMP (g_ascii_strtoll (value, NULL, 10), 0, BV_SOURCE_MOST_COLUMNS) : 0;
}

static void
begin_row (Reading *self, BvSourceTable *table)
{
  if (table->in_row)
    return;
  table->in_row = TRUE;
  bv_source_grid_begin_row (table->grid, self->row.is_hidden);
  bv_source_grid_skip (table->grid, self->row.n_skipped);
}

static void
begin_cell (Reading *self, BvSourceTable *table)
{
  begin_row (self, table);
  table->in_cell = TRUE;
  table->cell = (BvSourceCell){ .kind = BV_SOURCE_TEXT };
  table->span = (BvSourceSpan){ 1, 1, BV_SOURCE_JOIN_NONE };
  bv_source_text_begin (&table->text);
}

/* Word has a paragraph at the end of each cell, and behind each table in it. */
static void
end_cell (BvSourceTable *table)
{
  gsize length = table->text.text->len;

  while (length > 0 && table->text.text->str[length - 1] == '\n')
    length--;
  bv_source_text_truncate (&table->text, length);
  bv_source_grid_add (table->grid, &table->cell, &table->text, &table->span);
  table->in_cell = FALSE;
}

static BvSourceJoin
read_join (const XML_Char **attributes)
{
  return g_strcmp0 (bv_xml_name_find (attributes, "val"), "restart") == 0 ? BV_SOURCE_JOIN_BEGINS
                                                                          : BV_SOURCE_JOIN_CONTINUES;
}

static void
start_in_table (Reading *self, BvSourceTable *table, const char *local, const XML_Char **attributes)
{
  const char *value = bv_xml_name_find (attributes, "val");

  if (strcmp (local, "tr") == 0)
    self->row = (Row){ .depth = self->depth };
  else if (strcmp (local, "tc") == 0 && !table->in_cell)
    begin_cell (self, table);
  else if (strcmp (local, "gridSpan") == 0)
    table->span.n_columns = MAX (read_number (attributes), 1);
  else if (strcmp (local, "vMerge") == 0)
    table->span.join = read_join (attributes);
  else if (table->in_row || self->depth != self->row.depth + 2)
    return;
  else if (strcmp (local, "gridBefore") == 0)
    self->row.n_skipped = read_number (attributes);
  else if (strcmp (local, "hidden") == 0)
    self->row.is_hidden = value == NULL || bv_xml_name_is_on (value);
  else if (strcmp (local, "del") == 0)
    self->ignored = self->row.depth;
}

/* What somebody took out, and what is there a second time for programs that know no better. */
static gboolean
is_left_out (const Reading *self, const char *local)
{
  if (strcmp (local, "del") == 0 || strcmp (local, "moveFrom") == 0)
    return self->properties == 0;
  return strcmp (local, "Fallback") == 0 || strcmp (local, "rt") == 0 || g_str_has_suffix (local, BEFORE);
}

/* A field of a form in which nobody typed anything shows what to type. */
static void
start_field (Reading *self, const char *local)
{
  if (strcmp (local, "showingPlcHdr") == 0)
    self->placeholder = self->depth - 1;
  else if (strcmp (local, "sdtContent") == 0 && self->depth == self->placeholder)
    {
      self->placeholder = 0;
      if (self->text.silent == 0)
        self->text.silent = self->depth;
    }
}

static void
start_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  Reading *self = data;
  const char *local = bv_xml_name_get_local (name);
  BvSourceTable *table = bv_source_tables_get (self->tables);

  self->depth++;
  if (self->ignored > 0)
    return;
  if (is_left_out (self, local))
    {
      self->ignored = self->depth;
      return;
    }
  if (self->properties == 0 && g_str_has_suffix (local, "Pr"))
    self->properties = self->depth;
  if (strcmp (local, "tbl") == 0)
    bv_source_tables_begin (self->tables);
  else if (table != NULL)
    start_in_table (self, table, local, attributes);
  start_field (self, local);
  bv_word_text_start (&self->text, local, attributes, self->depth);
}

static void
text_cb (void *data, const XML_Char *text, int length)
{
  Reading *self = data;

  if (self->ignored == 0)
    bv_word_text_add (&self->text, text, length);
}

static void
end_in_table (Reading *self, BvSourceTable *table, const char *local)
{
  if (strcmp (local, "tc") != 0 && strcmp (local, "tr") != 0 && strcmp (local, "tbl") != 0)
    return;
  if (table->in_cell)
    end_cell (table);
  if (strcmp (local, "tr") == 0)
    {
      begin_row (self, table);
      table->in_row = FALSE;
    }
  if (strcmp (local, "tbl") == 0)
    bv_source_tables_end (self->tables);
}

static void
end_cb (void *data, const XML_Char *name)
{
  Reading *self = data;
  const char *local = bv_xml_name_get_local (name);
  BvSourceTable *table = bv_source_tables_get (self->tables);
  gboolean was_ignored = self->ignored > 0;

  if (self->ignored == self->depth)
    self->ignored = 0;
  if (self->properties == self->depth)
    self->properties = 0;
  if (!was_ignored)
    {
      bv_word_text_end (&self->text, local, self->depth);
      if (table != NULL)
        end_in_table (self, table, local);
    }
  self->depth--;
}

static gboolean
goes_on_cb (gpointer data)
{
  Reading *self = data;

  self->is_bomb = self->depth > BV_SOURCE_DEEPEST || !bv_source_tables_goes_on (self->tables);
  return !self->is_bomb;
}

static gboolean
parse (Reading *self, const BvWordSetting *setting, const char *part, GError **error)
{
  static const BvPackageHandlers handlers = { start_cb, end_cb, text_cb, goes_on_cb };
  g_autoptr (GError) failure = NULL;

  bv_source_package_parse (setting->package, part, &handlers, self, &failure);
  if (!bv_source_tables_finish (self->tables, error))
    return FALSE;
  if (self->is_bomb)
    return bv_source_refuse (BV_SOURCE_ERROR_BOMB, error);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * bv_word_document_read:
 * @setting: what it is read with
 * @part: the part with the text
 * @error: return location for a %BV_SOURCE_ERROR, or what the sink says
 *
 * Hands over each table of the text; what was deleted, hidden or is there to be replaced is no text.
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_word_document_read (const BvWordSetting *setting, const char *part, GError **error)
{
  g_autoptr (BvSourceTables) tables = bv_source_tables_new (setting->sink, setting->data);
  Reading self = { .tables = tables };
  gboolean whole;

  bv_word_text_init (&self.text, setting, tables);
  whole = parse (&self, setting, part, error);
  bv_word_text_clear (&self.text);
  return whole;
}
