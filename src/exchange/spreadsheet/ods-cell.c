/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/ods-cell.h"

#include "exchange/package/xml-name.h"
#include "exchange/source/source-limits.h"
#include "exchange/source/source-number.h"

/* What LibreOffice says beside the standard: that a text is an error. */
#define BESIDE "calcext:"

/**
 * bv_ods_cell_read_count:
 * @value: (nullable): how many, as it stands
 *
 * Returns: as many, at least 1, and no more than a sheet could have
 */
guint
bv_ods_cell_read_count (const char *value)
{
  return value != NULL ? (guint) CLAMP (g_ascii_strtoull (value, NULL, 10), 1, BV_SOURCE_MOST_ROWS) : 1;
}

static BvSourceKind
read_kind (const char *type)
{
  static const struct
  {
    const char *name;
    BvSourceKind kind;
  } kinds[] = {
    { "float", BV_SOURCE_NUMBER }, { "percentage", BV_SOURCE_NUMBER }, { "currency", BV_SOURCE_NUMBER },
    { "date", BV_SOURCE_DATE },    { "time", BV_SOURCE_DATE },         { "boolean", BV_SOURCE_FLAG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (type, kinds[i].name) == 0)
      return kinds[i].kind;
  return BV_SOURCE_TEXT;
}

static void
read_attribute (BvOdsCell *cell, const char *local, const char *value)
{
  static const char *const values[]
    = { "value", "date-value", "time-value", "boolean-value", "string-value" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (strcmp (local, values[i]) == 0)
      g_string_assign (cell->value, value);
  if (strcmp (local, "value-type") == 0)
    {
      cell->kind = read_kind (value);
      cell->is_time = strcmp (value, "time") == 0;
    }
  else if (strcmp (local, "formula") == 0)
    cell->is_formula = TRUE;
  else if (strcmp (local, "style-name") == 0)
    cell->style = value;
  else if (strcmp (local, "number-columns-repeated") == 0)
    cell->n_repeated = bv_ods_cell_read_count (value);
  else if (strcmp (local, "number-columns-spanned") == 0)
    cell->n_columns = bv_ods_cell_read_count (value);
  else if (strcmp (local, "number-rows-spanned") == 0)
    cell->n_rows = bv_ods_cell_read_count (value);
}

/**
 * bv_ods_cell_read:
 * @cell: (inout): what is said, but for its string
 * @attributes: of a cell
 */
void
bv_ods_cell_read (BvOdsCell *cell, const XML_Char **attributes)
{
  GString *value = g_string_truncate (cell->value, 0);

  *cell = (BvOdsCell){ .kind = BV_SOURCE_TEXT, .value = value, .n_repeated = 1, .n_columns = 1, .n_rows = 1 };
  for (; *attributes != NULL; attributes += 2)
    if (!g_str_has_prefix (*attributes, BESIDE))
      read_attribute (cell, bv_xml_name_get_local (*attributes), attributes[1]);
    else if (strcmp (*attributes, BESIDE "value-type") == 0)
      cell->is_fault = strcmp (attributes[1], "error") == 0;
}

/* "PT07H30M00S": 07:30:00. */
static gboolean
write_time (const char *duration, GString *time)
{
  guint parts[3] = { 0, 0, 0 };
  const char *p = duration;

  if (!g_str_has_prefix (p, "PT"))
    return FALSE;
  for (p += strlen ("PT"); *p != '\0'; p++)
    {
      char *end;
      guint64 n = g_ascii_strtoull (p, &end, 10);
      const char *unit = end > p ? strchr ("HMS", *end == '.' || *end == ',' ? 'S' : *end) : NULL;

      if (unit == NULL || *unit == '\0' || n > G_MAXUINT16)
        return FALSE;
      parts[*unit == 'H' ? 0 : *unit == 'M' ? 1 : 2] = (guint) n;
      if (*end == '.' || *end == ',')
        break;
      p = end;
    }
  g_string_append_printf (time, "%02u:%02u:%02u", parts[0], parts[1], parts[2]);
  return TRUE;
}

static gboolean
write_value (const BvOdsCell *cell, GString *written)
{
  if (cell->value->len == 0)
    return FALSE;
  switch (cell->kind)
    {
    case BV_SOURCE_NUMBER:
      return bv_source_number_write (cell->value->str, written);
    case BV_SOURCE_DATE:
      if (cell->is_time)
        return write_time (cell->value->str, written);
      bv_source_number_write_iso_date (cell->value->str, written);
      return TRUE;
    case BV_SOURCE_FLAG:
      g_string_append (written, g_str_equal (cell->value->str, "true") ? "1" : "0");
      return TRUE;
    case BV_SOURCE_EMPTY:
    case BV_SOURCE_TEXT:
    case BV_SOURCE_FAULT:
    default:
      return FALSE;
    }
}

static void
add (BvSourceRow *row, BvSourceCell *cell, BvSourceKind kind, const char *text)
{
  cell->kind = kind;
  cell->text = text;
  cell->charset = BV_LEGACY_NONE;
  bv_source_row_add (row, cell, FALSE);
}

/* Before they said so otherwise, programs wrote that a formula came to 0, and showed an error. */
static gboolean
shows_fault (const BvOdsCell *cell, const char *shown)
{
  return cell->is_fault
         || (cell->is_formula && cell->kind == BV_SOURCE_NUMBER
             && (*shown == '#' || g_str_has_prefix (shown, "Err:")));
}

/**
 * bv_ods_cell_take:
 * @cell: what is said of a cell
 * @taken: (inout): where it stands, and its font
 * @text: what it shows
 * @row: to which it is added
 *
 * Returns: %FALSE where there is nothing in it
 */
gboolean
bv_ods_cell_take (const BvOdsCell *cell, BvSourceCell *taken, const BvOdsText *text, BvSourceRow *row)
{
  const GString *shown = text->text.text;
  const GArray *runs = text->text.runs;
  g_autoptr (GString) written = g_string_new (NULL);

  taken->is_formula = cell->is_formula;
  if (shows_fault (cell, shown->str))
    add (row, taken, BV_SOURCE_FAULT, shown->str);
  else if (write_value (cell, written))
    add (row, taken, cell->kind, written->str);
  else if (shown->len > 0)
    {
      taken->text = shown->str;
      bv_source_row_add_text (row, taken, (const BvSourceRun *) (gpointer) runs->data, runs->len, FALSE);
    }
  else if (cell->value->len > 0)
    {
      taken->text = cell->value->str;
      bv_source_row_add_text (row, taken, NULL, 0, FALSE);
    }
  else if (cell->is_formula)
    add (row, taken, BV_SOURCE_EMPTY, "");
  else
    return FALSE;
  return TRUE;
}
