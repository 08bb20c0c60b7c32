/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/xlsx-row.h"

#include "exchange/source/source-number.h"
#include "exchange/source/source-row.h"

struct _BvXlsxRow
{
  const BvXlsxSetting *setting;
  BvSourceRow *cells;
  GString *value; /* as it is handed over */
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

  *self = (BvXlsxRow){ setting, bv_source_row_new (setting->sink, setting->data), g_string_new (NULL) };
  return self;
}

/**
 * bv_xlsx_row_free:
 * @row: (transfer full): a row
 */
void
bv_xlsx_row_free (BvXlsxRow *row)
{
  bv_source_row_free (row->cells);
  g_string_free (row->value, TRUE);
  g_free (row);
}

static void
take (BvXlsxRow *self, BvSourceCell *cell, BvSourceKind kind, const char *text)
{
  cell->kind = kind;
  cell->text = text;
  cell->charset = BV_LEGACY_NONE;
  bv_source_row_add (self->cells, cell, FALSE);
}

static void
take_number (BvXlsxRow *self, BvSourceCell *cell, const char *value, gboolean is_date)
{
  g_string_truncate (self->value, 0);
  if (is_date && bv_source_number_write_date (value, self->setting->from_1904, self->value))
    take (self, cell, BV_SOURCE_DATE, self->value->str);
  else if (bv_source_number_write (value, self->value))
    take (self, cell, BV_SOURCE_NUMBER, self->value->str);
  else
    take (self, cell, BV_SOURCE_TEXT, value);
}

static void
take_shared (BvXlsxRow *self, BvSourceCell *cell, const char *value)
{
  const BvSourceRun *runs;
  guint n_runs;
  char *end;
  guint64 n = g_ascii_strtoull (value, &end, 10);

  cell->text = n <= G_MAXUINT && end != value && *end == '\0'
                 ? bv_xlsx_texts_get (self->setting->texts, (guint) n, &runs, &n_runs)
                 : NULL;
  if (cell->text != NULL)
    bv_source_row_add_text (self->cells, cell, runs, n_runs, TRUE);
  else
    take (self, cell, BV_SOURCE_FAULT, "#REF!");
}

/* Only Office of the strict kind writes so. */
static void
take_iso_date (BvXlsxRow *self, BvSourceCell *cell, const char *value)
{
  g_string_truncate (self->value, 0);
  bv_source_number_write_iso_date (value, self->value);
  take (self, cell, BV_SOURCE_DATE, self->value->str);
}

static void
take_value (BvXlsxRow *self, BvSourceCell *cell, const BvXlsxCell *read, const BvXlsxStyle *style)
{
  switch (read->type)
    {
    case BV_XLSX_SHARED:
      take_shared (self, cell, read->value);
      break;
    case BV_XLSX_RESULT:
      cell->text = read->value;
      bv_source_row_add_text (self->cells, cell, NULL, 0, FALSE);
      break;
    case BV_XLSX_FLAG:
      take (self, cell, BV_SOURCE_FLAG, g_str_equal (read->value, "1") ? "1" : "0");
      break;
    case BV_XLSX_FAULT:
      take (self, cell, BV_SOURCE_FAULT, read->value);
      break;
    case BV_XLSX_ISO_DATE:
      take_iso_date (self, cell, read->value);
      break;
    case BV_XLSX_NUMBER:
    case BV_XLSX_INLINE:
    default:
      take_number (self, cell, read->value, style->is_date);
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
  gboolean is_inlined = cell->type == BV_XLSX_INLINE && cell->inlined->content.text->len > 0;
  BvSourceCell taken = { .column = cell->column,
                         .charset = style->charset,
                         .font = style->font,
                         .is_formula = cell->is_formula,
                         .is_hidden = cell->is_hidden };

  if (is_inlined)
    {
      taken.text = cell->inlined->content.text->str;
      bv_source_row_add_text (row->cells, &taken,
                              (const BvSourceRun *) (gpointer) cell->inlined->content.runs->data,
                              cell->inlined->content.runs->len, FALSE);
    }
  else if (cell->value != NULL)
    take_value (row, &taken, cell, style);
  else if (cell->is_formula)
    take (row, &taken, BV_SOURCE_EMPTY, "");
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
  return bv_source_row_hand_over (row->cells, number, 1, is_hidden, error);
}
