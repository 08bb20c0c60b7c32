/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/ods-styles.h"

#include "exchange/package/xml-name.h"
#include "exchange/source/source-limits.h"

#define MOST_PARENTS 32
#define OF_ALL "" /* the name of the style that cells have which say none */

typedef struct
{
  const char *parent;
  const char *font; /* NULL: as its parent has it */
  gboolean is_hidden;
} Style;

struct _BvOdsStyles
{
  GStringChunk *names;
  GHashTable *fonts; /* (element-type utf8 utf8): families of fonts by the names that styles give them */
  GHashTable *styles[BV_ODS_N_FAMILIES]; /* (element-type utf8 Style) */
  Style *open;                           /* which is being read */
};

/**
 * bv_ods_styles_new:
 *
 * Returns: (transfer full): no styles so far
 */
BvOdsStyles *
bv_ods_styles_new (void)
{
  BvOdsStyles *self = g_new0 (BvOdsStyles, 1);

  self->names = g_string_chunk_new (1024);
  self->fonts = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < BV_ODS_N_FAMILIES; i++)
    self->styles[i] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  return self;
}

/**
 * bv_ods_styles_free:
 * @styles: (transfer full): styles
 */
void
bv_ods_styles_free (BvOdsStyles *styles)
{
  for (guint i = 0; i < BV_ODS_N_FAMILIES; i++)
    g_hash_table_unref (styles->styles[i]);
  g_hash_table_unref (styles->fonts);
  g_string_chunk_free (styles->names);
  g_free (styles);
}

/**
 * bv_ods_styles_keep:
 * @styles: styles
 * @name: (nullable): a name
 *
 * Returns: (nullable): the name, as long as the styles live
 */
const char *
bv_ods_styles_keep (BvOdsStyles *styles, const char *name)
{
  return name != NULL ? g_string_chunk_insert_const (styles->names, name) : NULL;
}

/* The first of a list of names, of which some stand between quotes. */
static const char *
keep_font (BvOdsStyles *self, const char *list)
{
  g_autofree char *first = list != NULL ? g_strndup (list, strcspn (list, ",;")) : NULL;

  if (first == NULL)
    return NULL;
  g_strdelimit (first, "'\"", ' ');
  return bv_ods_styles_keep (self, g_strstrip (first));
}

static void
add_font (BvOdsStyles *self, const XML_Char **attributes)
{
  const char *name = bv_xml_name_find (attributes, "name");
  const char *font = keep_font (self, bv_xml_name_find (attributes, "font-family"));

  if (name != NULL && font != NULL && g_hash_table_size (self->fonts) < BV_SOURCE_MOST_STYLES)
    g_hash_table_insert (self->fonts, (gpointer) bv_ods_styles_keep (self, name), (gpointer) font);
}

static void
begin_style (BvOdsStyles *self, const XML_Char **attributes)
{
  static const char *const families[] = {
    [BV_ODS_FAMILY_TABLE] = "table",
    [BV_ODS_FAMILY_CELL] = "table-cell",
    [BV_ODS_FAMILY_PARAGRAPH] = "paragraph",
    [BV_ODS_FAMILY_TEXT] = "text",
  };
  const char *family = bv_xml_name_find (attributes, "family");
  const char *name = bv_xml_name_find (attributes, "name");

  self->open = NULL;
  for (guint i = 0; i < BV_ODS_N_FAMILIES && family != NULL; i++)
    if (strcmp (family, families[i]) == 0 && g_hash_table_size (self->styles[i]) < BV_SOURCE_MOST_STYLES)
      {
        self->open = g_new0 (Style, 1);
        self->open->parent = bv_ods_styles_keep (self, bv_xml_name_find (attributes, "parent-style-name"));
        g_hash_table_insert (self->styles[i],
                             (gpointer) bv_ods_styles_keep (self, name != NULL ? name : OF_ALL), self->open);
        return;
      }
}

static void
take_font (BvOdsStyles *self, const XML_Char **attributes)
{
  const char *name = bv_xml_name_find (attributes, "font-name");
  const char *font = name != NULL ? g_hash_table_lookup (self->fonts, name) : NULL;

  if (font == NULL)
    font = keep_font (self, bv_xml_name_find (attributes, "font-family"));
  if (font == NULL)
    font = bv_ods_styles_keep (self, name);
  if (font != NULL)
    self->open->font = font;
}

/**
 * bv_ods_styles_start:
 * @styles: styles
 * @local: an element among them
 * @attributes: of the element
 */
void
bv_ods_styles_start (BvOdsStyles *styles, const char *local, const XML_Char **attributes)
{
  if (strcmp (local, "font-face") == 0)
    add_font (styles, attributes);
  else if (strcmp (local, "style") == 0 || strcmp (local, "default-style") == 0)
    begin_style (styles, attributes);
  else if (styles->open != NULL && strcmp (local, "text-properties") == 0)
    take_font (styles, attributes);
  else if (styles->open != NULL && strcmp (local, "table-properties") == 0)
    styles->open->is_hidden = g_strcmp0 (bv_xml_name_find (attributes, "display"), "false") == 0;
}

/**
 * bv_ods_styles_end:
 * @styles: styles
 * @local: an element among them that ends
 */
void
bv_ods_styles_end (BvOdsStyles *styles, const char *local)
{
  if (strcmp (local, "style") == 0 || strcmp (local, "default-style") == 0)
    styles->open = NULL;
}

static void
start_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  bv_ods_styles_start (data, bv_xml_name_get_local (name), attributes);
}

static void
end_cb (void *data, const XML_Char *name)
{
  bv_ods_styles_end (data, bv_xml_name_get_local (name));
}

/**
 * bv_ods_styles_read:
 * @styles: styles, to which others are added
 * @package: a workbook
 * @part: where they stand
 * @error: return location for a %BV_SOURCE_ERROR
 *
 * Returns: whether they were read
 */
gboolean
bv_ods_styles_read (BvOdsStyles *styles, BvSourcePackage *package, const char *part, GError **error)
{
  static const BvPackageHandlers handlers = { .start = start_cb, .end = end_cb };

  return bv_source_package_parse (package, part, &handlers, styles, error);
}

/**
 * bv_ods_styles_find_font:
 * @styles: styles
 * @family: what has the style
 * @name: (nullable): of the style; %NULL: that of all which say none
 *
 * Returns: (nullable): the font; %NULL: nothing is said
 */
const char *
bv_ods_styles_find_font (const BvOdsStyles *styles, BvOdsFamily family, const char *name)
{
  const Style *of_all = g_hash_table_lookup (styles->styles[family], OF_ALL);

  for (guint i = 0; i < MOST_PARENTS && name != NULL; i++)
    {
      const Style *style = g_hash_table_lookup (styles->styles[family], name);

      if (style != NULL && style->font != NULL)
        return style->font;
      name = style != NULL ? style->parent : NULL;
    }
  return family == BV_ODS_FAMILY_CELL && of_all != NULL ? of_all->font : NULL;
}

/**
 * bv_ods_styles_is_hidden:
 * @styles: styles
 * @name: (nullable): that of a sheet
 *
 * Returns: whether the sheet is not shown
 */
gboolean
bv_ods_styles_is_hidden (const BvOdsStyles *styles, const char *name)
{
  const Style *style = name != NULL ? g_hash_table_lookup (styles->styles[BV_ODS_FAMILY_TABLE], name) : NULL;

  return style != NULL && style->is_hidden;
}
