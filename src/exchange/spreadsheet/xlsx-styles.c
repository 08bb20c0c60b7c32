/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/xlsx-styles.h"

#include "exchange/package/xml-name.h"
#include "exchange/source/source-limits.h"
#include "exchange/source/source-number.h"

struct _BvXlsxStyles
{
  GStringChunk *names; /* of fonts */
  GPtrArray *fonts;    /* of names; NULL among them: nothing is said */
  GHashTable *dates;   /* of the formats with a code of their own: whether they show dates, from 1 */
  GArray *styles;      /* of BvXlsxStyle */
  const char *list;    /* which list is being read */
};

static guint
read_number (const XML_Char **attributes, const char *name)
{
  const char *value = bv_xml_name_find (attributes, name);

  return value != NULL ? (guint) CLAMP (g_ascii_strtoll (value, NULL, 10), 0, G_MAXINT) : 0;
}

static void
add_format (BvXlsxStyles *self, const XML_Char **attributes)
{
  const char *code = bv_xml_name_find (attributes, "formatCode");

  if (code != NULL && g_hash_table_size (self->dates) < BV_SOURCE_MOST_STYLES)
    g_hash_table_insert (self->dates, GUINT_TO_POINTER (read_number (attributes, "numFmtId")),
                         GUINT_TO_POINTER (1 + (bv_source_number_format_is_date (code) ? 1 : 0)));
}

static void
add_style (BvXlsxStyles *self, const XML_Char **attributes)
{
  guint format = read_number (attributes, "numFmtId");
  guint font = read_number (attributes, "fontId");
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->dates, GUINT_TO_POINTER (format)));
  BvXlsxStyle style = { .is_date = known > 0 ? known > 1 : bv_source_number_is_date_format (format) };

  style.font = font < self->fonts->len ? g_ptr_array_index (self->fonts, font) : NULL;
  style.charset = bv_legacy_charset_of_font (style.font);
  if (self->styles->len < BV_SOURCE_MOST_STYLES)
    g_array_append_val (self->styles, style);
}

static const char *
find_list (const char *name)
{
  static const char *const lists[] = { "numFmts", "fonts", "cellXfs", "cellStyleXfs", "cellStyles", "dxfs" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (strcmp (name, lists[i]) == 0)
      return lists[i];
  return NULL;
}

static void
start_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  BvXlsxStyles *self = data;
  const char *local = bv_xml_name_get_local (name);
  const char *list = find_list (local);
  const char *font;

  if (list != NULL)
    self->list = list;
  else if (g_strcmp0 (self->list, "numFmts") == 0 && strcmp (local, "numFmt") == 0)
    add_format (self, attributes);
  else if (g_strcmp0 (self->list, "cellXfs") == 0 && strcmp (local, "xf") == 0)
    add_style (self, attributes);
  else if (g_strcmp0 (self->list, "fonts") == 0 && strcmp (local, "font") == 0
           && self->fonts->len < BV_SOURCE_MOST_STYLES)
    g_ptr_array_add (self->fonts, NULL);
  else if (g_strcmp0 (self->list, "fonts") == 0 && strcmp (local, "name") == 0 && self->fonts->len > 0
           && (font = bv_xml_name_find (attributes, "val")) != NULL)
    g_ptr_array_index (self->fonts, self->fonts->len - 1) = g_string_chunk_insert_const (self->names, font);
}

/**
 * bv_xlsx_styles_read:
 * @package: a workbook
 * @part: (nullable): its styles; %NULL: it has none
 * @error: return location for a %BV_SOURCE_ERROR
 *
 * Returns: (transfer full) (nullable): the styles
 */
BvXlsxStyles *
bv_xlsx_styles_read (BvSourcePackage *package, const char *part, GError **error)
{
  static const BvPackageHandlers handlers = { .start = start_cb };
  g_autoptr (BvXlsxStyles) self = g_new0 (BvXlsxStyles, 1);

  self->names = g_string_chunk_new (1024);
  self->fonts = g_ptr_array_new ();
  self->dates = g_hash_table_new (NULL, NULL);
  self->styles = g_array_new (FALSE, TRUE, sizeof (BvXlsxStyle));
  if (part != NULL && !bv_source_package_parse (package, part, &handlers, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * bv_xlsx_styles_free:
 * @styles: (transfer full): styles
 */
void
bv_xlsx_styles_free (BvXlsxStyles *styles)
{
  g_array_unref (styles->styles);
  g_hash_table_unref (styles->dates);
  g_ptr_array_unref (styles->fonts);
  g_string_chunk_free (styles->names);
  g_free (styles);
}

/**
 * bv_xlsx_styles_get:
 * @styles: styles
 * @n: which one, from 0
 *
 * Returns: the style; where there is none so far, one that says nothing
 */
const BvXlsxStyle *
bv_xlsx_styles_get (const BvXlsxStyles *styles, guint n)
{
  static const BvXlsxStyle none = { 0 };

  return n < styles->styles->len ? &g_array_index (styles->styles, BvXlsxStyle, n) : &none;
}
