/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/xlsx-row.h"

#include "exchange/source/source-number.h"

#include <string.h>

#define NOWHERE G_MAXSIZE

/* A cell whose texts may still move. */
typedef struct
{
  BvSourceCell cell;
  gsize text; /* where in the letters of the row; %NOWHERE: it has its text */
  gsize written;
} Entry;

struct _BvXlsxRow
{
  const BvXlsxSetting *setting;
  GArray *entries; /* of Entry */
  GArray *cells;   /* of BvSourceCell, as they are handed over */
  GString *letters;
};

/**
 * bv_xlsx_row_new:
 * @setting: what the sheet is read with
 *
 * Returns: (transfer full): a row without cells
 */
BvXlsxRow *
bv_xlsx_row_new (const BvXlsxSetting *setting)
{
  BvXlsxRow *self = g_new (BvXlsxRow, 1);

  *self = (BvXlsxRow){ setting, g_array_new (FALSE, FALSE, sizeof (Entry)),
                       g_array_new (FALSE, FALSE, sizeof (BvSourceCell)), g_string_new (NULL) };
  return self;
}

/**
 * bv_xlsx_row_free:
 * @row: (transfer full): a row
 */
void
bv_xlsx_row_free (BvXlsxRow *row)
{
  g_array_unref (row->entries);
  g_array_unref (row->cells);
  g_string_free (row->letters, TRUE);
  g_free (row);
}

/* Keeps the text until the row is handed over. */
static gsize
keep (BvXlsxRow *self, const char *text)
{
  gsize at = self->letters->len;

  g_string_append_len (self->letters, text, (gssize) strlen (text) + 1);
  return at;
}

/* @stays: it outlives the row. */
static void
take_text (BvXlsxRow *self,
           Entry *entry,
           const char *text,
           const BvXlsxRun *runs,
           guint n_runs,
           gboolean stays)
{
  BvLegacyCharset of_cell = entry->cell.charset;
  BvLegacyCharset charset = bv_xlsx_rich_get_charset (runs, n_runs, of_cell);
  g_autofree char *meant
    = charset != BV_LEGACY_NONE ? bv_xlsx_rich_convert (text, runs, n_runs, of_cell) : NULL;

  entry->cell.kind = BV_SOURCE_TEXT;
  entry->cell.charset = BV_LEGACY_NONE;
  if (meant != NULL && !g_str_equal (meant, text))
    {
      entry->cell.charset = charset;
      entry->text = keep (self, meant);
      entry->written = keep (self, text);
    }
  else if (stays)
    entry->cell.text = text;
  else
    entry->text = keep (self, text);
}

static void
take_number (BvXlsxRow *self, Entry *entry, const char *value, gboolean is_date)
{
  entry->text = self->letters->len;
  if (is_date && bv_source_number_write_date (value, self->setting->from_1904, self->letters))
    entry->cell.kind = BV_SOURCE_DATE;
  else if (bv_source_number_write (value, self->letters))
    entry->cell.kind = BV_SOURCE_NUMBER;
  else
    {
      entry->cell.kind = BV_SOURCE_TEXT;
      g_string_append (self->letters, value);
    }
  g_string_append_c (self->letters, '\0');
}

static void
take_shared (BvXlsxRow *self, Entry *entry, const char *value)
{
  const BvXlsxRun *runs;
  guint n_runs;
  char *end;
  guint64 n = g_ascii_strtoull (value, &end, 10);
  const char *text = n <= G_MAXUINT && end != value && *end == '\0'
                       ? bv_xlsx_texts_get (self->setting->texts, (guint) n, &runs, &n_runs)
                       : NULL;

  if (text != NULL)
    take_text (self, entry, text, runs, n_runs, TRUE);
  else
    {
      entry->cell.kind = BV_SOURCE_FAULT;
      entry->cell.text = "#REF!";
    }
}

/* "2021-12-15T07:30:00.000": only Office of the strict kind writes so. */
static void
take_iso_date (BvXlsxRow *self, Entry *entry, const char *value)
{
  g_autofree char *date = g_strdup (value);
  char *fraction;

  g_strdelimit (date, "T", ' ');
  fraction = strpbrk (date, ".Z");
  if (fraction != NULL)
    *fraction = '\0';
  if (g_str_has_suffix (date, " 00:00:00"))
    date[strlen (date) - strlen (" 00:00:00")] = '\0';
  entry->cell.kind = BV_SOURCE_DATE;
  entry->text = keep (self, date);
}

static void
take_value (BvXlsxRow *self, Entry *entry, const BvXlsxCell *cell, const BvXlsxStyle *style)
{
  switch (cell->type)
    {
    case BV_XLSX_SHARED:
      take_shared (self, entry, cell->value);
      break;
    case BV_XLSX_RESULT:
      take_text (self, entry, cell->value, NULL, 0, FALSE);
      break;
    case BV_XLSX_FLAG:
      entry->cell.kind = BV_SOURCE_FLAG;
      entry->cell.text = g_str_equal (cell->value, "1") ? "1" : "0";
      break;
    case BV_XLSX_FAULT:
      entry->cell.kind = BV_SOURCE_FAULT;
      entry->text = keep (self, cell->value);
      break;
    case BV_XLSX_ISO_DATE:
      take_iso_date (self, entry, cell->value);
      break;
    case BV_XLSX_NUMBER:
    case BV_XLSX_INLINE:
    default:
      take_number (self, entry, cell->value, style->is_date);
      break;
    }
}

/**
 * bv_xlsx_row_add:
 * @row: a row
 * @cell: its next cell; one with nothing in it is left out
 */
void
bv_xlsx_row_add (BvXlsxRow *row, const BvXlsxCell *cell)
{
  const BvXlsxStyle *style = bv_xlsx_styles_get (row->setting->styles, cell->style);
  gboolean is_inlined = cell->type == BV_XLSX_INLINE && cell->inlined->text->len > 0;
  Entry entry = { { cell->column, .font = style->font }, NOWHERE, NOWHERE };

  if (cell->value == NULL && !is_inlined && !cell->is_formula)
    return;
  entry.cell.is_formula = cell->is_formula;
  entry.cell.is_hidden = cell->is_hidden;
  entry.cell.charset = style->charset;
  entry.cell.text = "";
  if (is_inlined)
    take_text (row, &entry, cell->inlined->text->str,
               (const BvXlsxRun *) (gpointer) cell->inlined->runs->data, cell->inlined->runs->len, FALSE);
  else if (cell->value != NULL)
    take_value (row, &entry, cell, style);
  if (entry.cell.kind != BV_SOURCE_TEXT)
    entry.cell.charset = BV_LEGACY_NONE;
  g_array_append_val (row->entries, entry);
}

/**
 * bv_xlsx_row_hand_over:
 * @row: a row; then it has no cells
 * @number: which one it is, from 0
 * @is_hidden: whether it is not shown
 * @error: return location for an error of the sink
 *
 * Returns: whether it was taken; a row without cells is not handed over
 */
gboolean
bv_xlsx_row_hand_over (BvXlsxRow *row, guint number, gboolean is_hidden, GError **error)
{
  const BvXlsxSetting *setting = row->setting;
  gboolean taken = TRUE;

  g_array_set_size (row->cells, 0);
  for (guint i = 0; i < row->entries->len; i++)
    {
      Entry *entry = &g_array_index (row->entries, Entry, i);

      if (entry->text != NOWHERE)
        entry->cell.text = row->letters->str + entry->text;
      if (entry->written != NOWHERE)
        entry->cell.written = row->letters->str + entry->written;
      g_array_append_val (row->cells, entry->cell);
    }
  if (row->cells->len > 0)
    taken = setting->sink->row (setting->data, number, is_hidden,
                                (const BvSourceCell *) (gpointer) row->cells->data, row->cells->len, error);
  g_array_set_size (row->entries, 0);
  g_string_truncate (row->letters, 0);
  return taken;
}
