/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/xlsx-sheet.h"

#include "exchange/package/xml-name.h"
#include "exchange/source/cell-place.h"
#include "exchange/source/source-error.h"
#include "exchange/source/source-limits.h"

typedef struct
{
  const BvXlsxSetting *setting;
  BvXlsxRow *cells;
  GArray *merged; /* of BvSourceRange */
  GArray *hidden; /* of guint, in pairs: the first and the last of columns that are not shown */
  GError *error;
  guint64 n_cells;
  guint depth;
  gboolean is_bomb;

  guint row;  /* from 0; %G_MAXUINT: none yet */
  guint next; /* the column of a cell that does not say its own */
  gboolean is_hidden;

  BvXlsxCell cell;
  GString *value;
  BvXlsxRich inlined;
  gboolean in_value;
  gboolean in_inlined;
  gboolean has_inlined; /* so it had in this cell */
} Reading;

static BvXlsxType
read_type (const char *type)
{
  static const char *const names[] = {
    [BV_XLSX_NUMBER] = "n", [BV_XLSX_SHARED] = "s", [BV_XLSX_RESULT] = "str", [BV_XLSX_INLINE] = "inlineStr",
    [BV_XLSX_FLAG] = "b",   [BV_XLSX_FAULT] = "e",  [BV_XLSX_ISO_DATE] = "d",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (type, names[i]) == 0)
      return (BvXlsxType) i;
  return BV_XLSX_RESULT;
}

static gboolean
is_hidden_column (const Reading *self, guint column)
{
  for (guint i = 0; i + 1 < self->hidden->len; i += 2)
    if (column >= g_array_index (self->hidden, guint, i)
        && column <= g_array_index (self->hidden, guint, i + 1))
      return TRUE;
  return FALSE;
}

static void
begin_cell (Reading *self, const XML_Char **attributes)
{
  guint row;

  self->cell = (BvXlsxCell){ .column = self->next, .inlined = &self->inlined };
  for (; *attributes != NULL; attributes += 2)
    switch (**attributes)
      {
      case 'r':
        bv_cell_place_read (attributes[1], &row, &self->cell.column);
        break;
      case 's':
        self->cell.style = (guint) g_ascii_strtoull (attributes[1], NULL, 10);
        break;
      case 't':
        self->cell.type = read_type (attributes[1]);
        break;
      default:
        break;
      }
  g_string_truncate (self->value, 0);
  if (self->has_inlined)
    bv_xlsx_rich_begin (&self->inlined);
  self->has_inlined = FALSE;
}

/* A place beyond the last column is that of no cell. */
static void
end_cell (Reading *self)
{
  if (self->cell.column >= BV_SOURCE_MOST_COLUMNS || self->cell.column < self->next)
    {
      self->is_bomb = self->is_bomb || self->cell.column >= BV_SOURCE_MOST_COLUMNS;
      return;
    }
  self->next = self->cell.column + 1;
  self->cell.value = self->value->len > 0 ? self->value->str : NULL;
  self->cell.is_hidden = self->hidden->len > 0 && is_hidden_column (self, self->cell.column);
  if (self->has_inlined)
    bv_xlsx_rich_finish (&self->inlined);
  bv_xlsx_row_add (self->cells, &self->cell);
  self->n_cells++;
}

static void
begin_row (Reading *self, const XML_Char **attributes)
{
  const char *number = bv_xml_name_find (attributes, "r");
  guint64 row = number != NULL ? g_ascii_strtoull (number, NULL, 10) : (guint64) (guint) (self->row + 1) + 1;

  self->row = (guint) CLAMP (row, 1, BV_SOURCE_MOST_ROWS + 1) - 1;
  self->is_bomb = self->is_bomb || self->row >= BV_SOURCE_MOST_ROWS;
  self->next = 0;
  self->is_hidden = bv_xml_name_is_on (bv_xml_name_find (attributes, "hidden"));
}

static void
end_row (Reading *self)
{
  if (self->error == NULL && !self->is_bomb)
    bv_xlsx_row_hand_over (self->cells, self->row, self->is_hidden, &self->error);
}

static void
take_column (Reading *self, const XML_Char **attributes)
{
  const char *first = bv_xml_name_find (attributes, "min");
  const char *last = bv_xml_name_find (attributes, "max");
  guint columns[2];

  if (first == NULL || last == NULL || self->hidden->len >= BV_SOURCE_MOST_COLUMNS
      || !bv_xml_name_is_on (bv_xml_name_find (attributes, "hidden")))
    return;
  columns[0] = (guint) g_ascii_strtoull (first, NULL, 10) - 1;
  columns[1] = (guint) g_ascii_strtoull (last, NULL, 10) - 1;
  g_array_append_vals (self->hidden, columns, G_N_ELEMENTS (columns));
}

static void
take_merged (Reading *self, const XML_Char **attributes)
{
  const char *range = bv_xml_name_find (attributes, "ref");
  BvSourceRange merged;
  guint row;
  guint column;

  if (range == NULL || self->merged->len == BV_SOURCE_MOST_RANGES)
    return;
  range = bv_cell_place_read (range, &merged.row, &merged.column);
  if (*range != ':')
    return;
  bv_cell_place_read (range + 1, &row, &column);
  if (row < merged.row || column < merged.column || row >= BV_SOURCE_MOST_ROWS
      || column >= BV_SOURCE_MOST_COLUMNS)
    return;
  merged.n_rows = row - merged.row + 1;
  merged.n_columns = column - merged.column + 1;
  g_array_append_val (self->merged, merged);
}

static void
start_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  Reading *self = data;
  const char *local = bv_xml_name_get_local (name);

  self->depth++;
  if (self->in_inlined)
    bv_xlsx_rich_start (&self->inlined, local, attributes);
  else if (local[0] != '\0' && local[1] == '\0')
    switch (*local)
      {
      case 'c':
        begin_cell (self, attributes);
        break;
      case 'v':
        self->in_value = TRUE;
        break;
      case 'f':
        self->cell.is_formula = TRUE;
        break;
      default:
        break;
      }
  else if (strcmp (local, "row") == 0)
    begin_row (self, attributes);
  else if (strcmp (local, "is") == 0)
    self->in_inlined = self->has_inlined = TRUE;
  else if (strcmp (local, "col") == 0)
    take_column (self, attributes);
  else if (strcmp (local, "mergeCell") == 0)
    take_merged (self, attributes);
}

static void
text_cb (void *data, const XML_Char *text, int length)
{
  Reading *self = data;

  if (self->in_value)
    g_string_append_len (self->value, text, length);
  else if (self->in_inlined)
    bv_xlsx_rich_add (&self->inlined, text, length);
}

static void
end_cb (void *data, const XML_Char *name)
{
  Reading *self = data;
  const char *local = bv_xml_name_get_local (name);

  self->depth--;
  self->in_value = FALSE;
  if (self->in_inlined)
    {
      self->in_inlined = strcmp (local, "is") != 0;
      if (self->in_inlined)
        bv_xlsx_rich_end (&self->inlined, local);
    }
  else if (local[0] != '\0' && local[1] == '\0')
    {
      if (*local == 'c')
        end_cell (self);
    }
  else if (strcmp (local, "row") == 0)
    end_row (self);
}

static gboolean
goes_on_cb (gpointer data)
{
  Reading *self = data;

  self->is_bomb = self->is_bomb || self->n_cells > BV_SOURCE_MOST_CELLS || self->depth > BV_SOURCE_DEEPEST
                  || self->value->len > BV_SOURCE_MOST_TEXT
                  || self->inlined.content.text->len > BV_SOURCE_MOST_TEXT;
  return self->error == NULL && !self->is_bomb;
}

static gboolean
parse (Reading *self, const char *part, GError **error)
{
  static const BvPackageHandlers handlers = { start_cb, end_cb, text_cb, goes_on_cb };
  const BvXlsxSetting *setting = self->setting;
  g_autoptr (GError) failure = NULL;

  bv_source_package_parse (setting->package, part, &handlers, self, &failure);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (self->is_bomb)
    return bv_source_refuse (BV_SOURCE_ERROR_BOMB, error);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return setting->sink->end (setting->data, (const BvSourceRange *) (gpointer) self->merged->data,
                             self->merged->len, error);
}

/**
 * bv_xlsx_sheet_read:
 * @setting: what it is read with; its sink was told that the sheet begins
 * @part: the part of the sheet
 * @error: return location for a %BV_SOURCE_ERROR, or what the sink says
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_xlsx_sheet_read (const BvXlsxSetting *setting, const char *part, GError **error)
{
  Reading self = { .setting = setting, .row = G_MAXUINT };
  gboolean whole;

  self.cells = bv_xlsx_row_new (setting);
  self.merged = g_array_new (FALSE, FALSE, sizeof (BvSourceRange));
  self.hidden = g_array_new (FALSE, FALSE, sizeof (guint));
  self.value = g_string_new (NULL);
  bv_xlsx_rich_init (&self.inlined);
  whole = parse (&self, part, error);
  bv_xlsx_rich_clear (&self.inlined);
  g_string_free (self.value, TRUE);
  g_array_unref (self.hidden);
  g_array_unref (self.merged);
  bv_xlsx_row_free (self.cells);
  return whole;
}
