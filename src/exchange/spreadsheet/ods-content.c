/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/ods-content.h"

#include "exchange/package/xml-name.h"
#include "exchange/source/source-error.h"
#include "exchange/source/source-limits.h"
#include "exchange/spreadsheet/ods-cell.h"

/* Sheets of other workbooks, kept so that formulas find them, have this style. */
#define OF_ANOTHER_BOOK "ta_extref"

/* Columns with what they have in common. */
typedef struct
{
  guint end;
  gboolean is_hidden;
  const char *style;
} Columns;

typedef struct
{
  const BvOdsSetting *setting;
  BvSourceRow *cells;
  GArray *columns; /* of Columns */
  GArray *merged;  /* of BvSourceRange */
  BvOdsCell cell;
  BvOdsText text;

  GError *error;
  BvSourceError refusal;
  gboolean is_refused;
  guint depth;
  guint ignored; /* the depth of what is not read; 0: all is */
  gboolean in_body;
  gboolean in_sheet;
  gboolean in_cell;
  guint n_sheets;
  guint64 n_cells;
  guint64 n_bytes;

  guint row;
  guint n_rows; /* that are like it */
  gboolean is_hidden;
  const char *row_style;
  guint column; /* of the next cell */
  guint among;  /* @columns it is */
} Reading;

static void
refuse (Reading *self, BvSourceError code)
{
  self->is_refused = TRUE;
  self->refusal = code;
}

static void
begin_sheet (Reading *self, const XML_Char **attributes)
{
  const BvOdsSetting *setting = self->setting;
  const char *name = bv_xml_name_find (attributes, "name");
  const char *style = bv_xml_name_find (attributes, "style-name");
  gboolean is_hidden = bv_ods_styles_is_hidden (setting->styles, style);

  if (self->in_sheet || self->n_sheets == BV_SOURCE_MOST_TABLES || g_strcmp0 (style, OF_ANOTHER_BOOK) == 0)
    {
      self->ignored = self->depth;
      return;
    }
  self->in_sheet = TRUE;
  self->n_sheets++;
  self->row = 0;
  g_array_set_size (self->columns, 0);
  g_array_set_size (self->merged, 0);
  setting->sink->begin (setting->data, name != NULL ? name : "",
                        is_hidden ? BV_SOURCE_HIDDEN : BV_SOURCE_SHOWN, &self->error);
}

static void
end_sheet (Reading *self)
{
  const BvOdsSetting *setting = self->setting;

  self->in_sheet = FALSE;
  setting->sink->end (setting->data, (const BvSourceRange *) (gpointer) self->merged->data, self->merged->len,
                      &self->error);
}

static gboolean
is_out_of_sight (const XML_Char **attributes)
{
  const char *visibility = bv_xml_name_find (attributes, "visibility");

  return g_strcmp0 (visibility, "collapse") == 0 || g_strcmp0 (visibility, "filter") == 0;
}

static void
add_columns (Reading *self, const XML_Char **attributes)
{
  guint begin
    = self->columns->len > 0 ? g_array_index (self->columns, Columns, self->columns->len - 1).end : 0;
  guint n = bv_ods_cell_read_count (bv_xml_name_find (attributes, "number-columns-repeated"));
  Columns columns = { MIN (begin + n, BV_SOURCE_MOST_COLUMNS), is_out_of_sight (attributes),
                      bv_ods_styles_keep (self->setting->styles,
                                          bv_xml_name_find (attributes, "default-cell-style-name")) };

  if (columns.end > begin)
    g_array_append_val (self->columns, columns);
}

static void
begin_row (Reading *self, const XML_Char **attributes)
{
  self->n_rows = bv_ods_cell_read_count (bv_xml_name_find (attributes, "number-rows-repeated"));
  self->is_hidden = is_out_of_sight (attributes);
  self->row_style
    = bv_ods_styles_keep (self->setting->styles, bv_xml_name_find (attributes, "default-cell-style-name"));
  self->column = self->among = 0;
  self->n_bytes = 0;
}

/* Rows beyond the last one are only ever there to be empty. */
static void
end_row (Reading *self)
{
  guint n_left = BV_SOURCE_MOST_ROWS - self->row;

  if (self->n_bytes > 0 && (self->n_rows > n_left || self->n_bytes * self->n_rows > BV_SOURCE_MOST_BYTES))
    refuse (self, BV_SOURCE_ERROR_BOMB);
  else
    bv_source_row_hand_over (self->cells, self->row, self->n_rows, self->is_hidden, &self->error);
  self->row += MIN (self->n_rows, n_left);
}

/* What is said of the column; they are asked for one after the other. */
static const Columns *
get_columns (Reading *self, guint column)
{
  static const Columns none = { 0 };

  while (self->among < self->columns->len
         && g_array_index (self->columns, Columns, self->among).end <= column)
    self->among++;
  return self->among < self->columns->len ? &g_array_index (self->columns, Columns, self->among) : &none;
}

static void
begin_cell (Reading *self, const XML_Char **attributes)
{
  bv_ods_cell_read (&self->cell, attributes);
  self->cell.style = bv_ods_styles_keep (self->setting->styles, self->cell.style);
  bv_ods_text_begin (&self->text);
  self->in_cell = TRUE;
}

static void
take_merged (Reading *self)
{
  BvSourceRange range = { self->row, self->column, self->cell.n_rows, self->cell.n_columns };

  if ((range.n_rows == 1 && range.n_columns == 1) || self->merged->len == BV_SOURCE_MOST_RANGES
      || range.row >= BV_SOURCE_MOST_ROWS || range.column >= BV_SOURCE_MOST_COLUMNS)
    return;
  range.n_rows = MIN (range.n_rows, BV_SOURCE_MOST_ROWS - range.row);
  range.n_columns = MIN (range.n_columns, BV_SOURCE_MOST_COLUMNS - range.column);
  g_array_append_val (self->merged, range);
}

static void
take_cell (Reading *self)
{
  const Columns *columns = get_columns (self, self->column);
  const char *style = self->cell.style != NULL  ? self->cell.style
                      : self->row_style != NULL ? self->row_style
                                                : columns->style;
  const char *font = bv_ods_styles_find_font (self->setting->styles, BV_ODS_FAMILY_CELL, style);
  BvSourceCell taken = { .column = self->column,
                         .font = font,
                         .charset = bv_legacy_charset_of_font (font),
                         .is_hidden = columns->is_hidden };
  guint64 n_bytes = self->text.text.text->len + self->cell.value->len + 1;

  if (!bv_ods_cell_take (&self->cell, &taken, &self->text, self->cells))
    return;
  self->n_bytes += n_bytes * self->cell.n_repeated;
  self->n_cells += (guint64) self->cell.n_repeated * self->n_rows;
  if (self->column + self->cell.n_repeated > BV_SOURCE_MOST_COLUMNS || self->n_cells > BV_SOURCE_MOST_CELLS
      || n_bytes > BV_SOURCE_MOST_TEXT)
    refuse (self, BV_SOURCE_ERROR_BOMB);
  for (guint i = 1; i < self->cell.n_repeated && !self->is_refused; i++)
    bv_source_row_repeat (self->cells, self->column + i, get_columns (self, self->column + i)->is_hidden);
}

static void
end_cell (Reading *self)
{
  self->in_cell = FALSE;
  take_merged (self);
  take_cell (self);
  self->column = MIN (self->column + self->cell.n_repeated, BV_SOURCE_MOST_COLUMNS);
}

/* Cells below others that are shown as one: what they may hold nobody sees. */
static void
skip_covered (Reading *self, const XML_Char **attributes)
{
  self->column += bv_ods_cell_read_count (bv_xml_name_find (attributes, "number-columns-repeated"));
  self->column = MIN (self->column, BV_SOURCE_MOST_COLUMNS);
  self->ignored = self->depth;
}

/* What stands among the cells and in them, but is none of theirs. */
static gboolean
is_aside (const char *local)
{
  static const char *const names[]
    = { "annotation", "shapes",    "forms", "tracked-changes", "dde-links",   "frame", "custom-shape",
        "note",       "ruby-text", "g",     "text-box",        "table-source" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (local, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
start_in_sheet (Reading *self, const char *local, const XML_Char **attributes)
{
  if (strcmp (local, "table-cell") == 0)
    begin_cell (self, attributes);
  else if (strcmp (local, "covered-table-cell") == 0)
    skip_covered (self, attributes);
  else if (strcmp (local, "table-row") == 0)
    begin_row (self, attributes);
  else if (strcmp (local, "table-column") == 0)
    add_columns (self, attributes);
}

/* A letter or a presentation of LibreOffice has another body. */
static void
start_body (Reading *self, const char *local)
{
  if (strcmp (local, "text") == 0)
    refuse (self, BV_SOURCE_ERROR_OLD);
  else if (strcmp (local, "spreadsheet") != 0)
    refuse (self, BV_SOURCE_ERROR_FOREIGN);
}

static void
start_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  Reading *self = data;
  const char *local = bv_xml_name_get_local (name);

  self->depth++;
  if (self->ignored > 0 || self->is_refused || self->error != NULL)
    return;
  if (self->in_body && self->depth == 3)
    start_body (self, local);
  else if (self->depth == 2 && strcmp (local, "body") == 0)
    self->in_body = TRUE;
  else if (!self->in_body)
    bv_ods_styles_start (self->setting->styles, local, attributes);
  else if (is_aside (local))
    self->ignored = self->depth;
  else if (strcmp (local, "table") == 0)
    begin_sheet (self, attributes);
  else if (self->in_cell)
    bv_ods_text_start (&self->text, local, attributes);
  else if (self->in_sheet)
    start_in_sheet (self, local, attributes);
}

static void
text_cb (void *data, const XML_Char *text, int length)
{
  Reading *self = data;

  if (self->in_cell && self->ignored == 0)
    bv_ods_text_add (&self->text, text, length);
}

static void
end_cb (void *data, const XML_Char *name)
{
  Reading *self = data;
  const char *local = bv_xml_name_get_local (name);
  gboolean was_ignored = self->ignored > 0;

  if (self->ignored == self->depth)
    self->ignored = 0;
  self->depth--;
  if (was_ignored || self->is_refused || self->error != NULL)
    return;
  if (!self->in_body)
    bv_ods_styles_end (self->setting->styles, local);
  else if (strcmp (local, "table-cell") == 0 && self->in_cell)
    end_cell (self);
  else if (self->in_cell)
    bv_ods_text_end (&self->text, local);
  else if (strcmp (local, "table-row") == 0 && self->in_sheet)
    end_row (self);
  else if (strcmp (local, "table") == 0 && self->in_sheet)
    end_sheet (self);
}

static gboolean
goes_on_cb (gpointer data)
{
  Reading *self = data;

  if (!self->is_refused
      && (self->depth > BV_SOURCE_DEEPEST || self->text.text.text->len > BV_SOURCE_MOST_TEXT))
    refuse (self, BV_SOURCE_ERROR_BOMB);
  return self->error == NULL && !self->is_refused;
}

static gboolean
parse (Reading *self, const char *part, GError **error)
{
  static const BvPackageHandlers handlers = { start_cb, end_cb, text_cb, goes_on_cb };
  g_autoptr (GError) failure = NULL;

  bv_source_package_parse (self->setting->package, part, &handlers, self, &failure);
  if (self->error == NULL && self->is_refused)
    bv_source_refuse (self->refusal, &self->error);
  if (self->error == NULL)
    self->error = g_steal_pointer (&failure);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/**
 * bv_ods_content_read:
 * @setting: what it is read with
 * @part: the part with the sheets, before which there are styles
 * @error: return location for a %BV_SOURCE_ERROR, or what the sink says
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_ods_content_read (const BvOdsSetting *setting, const char *part, GError **error)
{
  Reading self = { .setting = setting };
  gboolean whole;

  self.cells = bv_source_row_new (setting->sink, setting->data);
  self.columns = g_array_new (FALSE, FALSE, sizeof (Columns));
  self.merged = g_array_new (FALSE, FALSE, sizeof (BvSourceRange));
  self.cell.value = g_string_new (NULL);
  bv_ods_text_init (&self.text, setting->styles);
  whole = parse (&self, part, error);
  bv_ods_text_clear (&self.text);
  g_string_free (self.cell.value, TRUE);
  g_array_unref (self.merged);
  g_array_unref (self.columns);
  bv_source_row_free (self.cells);
  return whole;
}
