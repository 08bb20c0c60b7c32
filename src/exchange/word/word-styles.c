/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/word/word-styles.h"

#include "exchange/package/xml-name.h"
#include "exchange/source/source-limits.h"

#define MOST_PARENTS 32

/* A font of the theme: which one it is matters to nobody, as it has no old signs. */
#define OF_THEME ""

typedef struct
{
  const char *parent;
  const char *font; /* NULL: as its parent has it */
  guint numbering;  /* 0: as its parent has it */
  guint level;
} Style;

struct _BvWordStyles
{
  GStringChunk *names;
  GHashTable *styles; /* (element-type utf8 Style) */
  Style of_all;       /* what all have that say nothing else */
  const char *first;  /* the style of paragraphs that name none */
  Style *open;        /* which is being read */
};

static guint
read_number (const XML_Char **attributes)
{
  const char *value = bv_xml_name_find (attributes, "val");

  return value != NULL ? (guint) CLAMP (g_ascii_strtoll (value, NULL, 10), 0, G_MAXINT) : 0;
}

/**
 * bv_word_styles_keep_font:
 * @styles: styles
 * @attributes: of an element that says fonts
 *
 * Returns: (nullable): that of letters beyond ASCII, which old signs are, as long as the styles live; %NULL:
 * it says none
 */
const char *
bv_word_styles_keep_font (BvWordStyles *styles, const XML_Char **attributes)
{
  const char *font = bv_xml_name_find (attributes, "hAnsi");

  if (bv_xml_name_find (attributes, "hAnsiTheme") != NULL)
    return OF_THEME;
  if (font == NULL)
    font = bv_xml_name_find (attributes, "ascii");
  return font != NULL ? g_string_chunk_insert_const (styles->names, font) : NULL;
}

static void
begin_style (BvWordStyles *self, const XML_Char **attributes)
{
  const char *id = bv_xml_name_find (attributes, "styleId");
  const char *kept = id != NULL ? g_string_chunk_insert_const (self->names, id) : NULL;

  self->open = NULL;
  if (kept == NULL || g_hash_table_size (self->styles) >= BV_SOURCE_MOST_STYLES)
    return;
  self->open = g_new0 (Style, 1);
  g_hash_table_replace (self->styles, (gpointer) kept, self->open);
  if (g_strcmp0 (bv_xml_name_find (attributes, "type"), "paragraph") == 0
      && bv_xml_name_is_on (bv_xml_name_find (attributes, "default")))
    self->first = kept;
}

static void
start_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  BvWordStyles *self = data;
  const char *local = bv_xml_name_get_local (name);
  const char *value = bv_xml_name_find (attributes, "val");

  if (strcmp (local, "docDefaults") == 0)
    self->open = &self->of_all;
  else if (strcmp (local, "style") == 0)
    begin_style (self, attributes);
  else if (self->open == NULL)
    return;
  else if (strcmp (local, "basedOn") == 0 && value != NULL)
    self->open->parent = g_string_chunk_insert_const (self->names, value);
  else if (strcmp (local, "rFonts") == 0)
    self->open->font = bv_word_styles_keep_font (self, attributes);
  else if (strcmp (local, "numId") == 0)
    self->open->numbering = read_number (attributes);
  else if (strcmp (local, "ilvl") == 0)
    self->open->level = read_number (attributes);
}

static void
end_cb (void *data, const XML_Char *name)
{
  BvWordStyles *self = data;
  const char *local = bv_xml_name_get_local (name);

  if (strcmp (local, "style") == 0 || strcmp (local, "docDefaults") == 0)
    self->open = NULL;
}

/**
 * bv_word_styles_read:
 * @package: a document
 * @part: (nullable): its styles; %NULL: it has none
 * @error: return location for a %BV_SOURCE_ERROR
 *
 * Returns: (transfer full) (nullable): the styles
 */
BvWordStyles *
bv_word_styles_read (BvSourcePackage *package, const char *part, GError **error)
{
  static const BvPackageHandlers handlers = { .start = start_cb, .end = end_cb };
  g_autoptr (BvWordStyles) self = g_new0 (BvWordStyles, 1);

  self->names = g_string_chunk_new (1024);
  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  if (part != NULL && !bv_source_package_parse (package, part, &handlers, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * bv_word_styles_free:
 * @styles: (transfer full): styles
 */
void
bv_word_styles_free (BvWordStyles *styles)
{
  g_hash_table_unref (styles->styles);
  g_string_chunk_free (styles->names);
  g_free (styles);
}

/**
 * bv_word_styles_find_font:
 * @styles: styles
 * @id: of a style
 *
 * Returns: (nullable): its font, or that of a style it is made of; %NULL: they say none
 */
const char *
bv_word_styles_find_font (const BvWordStyles *styles, const char *id)
{
  for (guint i = 0; i < MOST_PARENTS && id != NULL; i++)
    {
      const Style *style = g_hash_table_lookup (styles->styles, id);

      if (style != NULL && style->font != NULL)
        return style->font;
      id = style != NULL ? style->parent : NULL;
    }
  return NULL;
}

/**
 * bv_word_styles_get_first_font:
 * @styles: styles
 *
 * Returns: (nullable): the font of a paragraph that names no style; %NULL: nothing is said
 */
const char *
bv_word_styles_get_first_font (const BvWordStyles *styles)
{
  const char *font = bv_word_styles_find_font (styles, styles->first);

  return font != NULL ? font : styles->of_all.font;
}

/**
 * bv_word_styles_find_numbering:
 * @styles: styles
 * @id: of a style
 * @level: (out): on which of its levels
 *
 * Returns: which numbering the style has; 0: none
 */
guint
bv_word_styles_find_numbering (const BvWordStyles *styles, const char *id, guint *level)
{
  for (guint i = 0; i < MOST_PARENTS && id != NULL; i++)
    {
      const Style *style = g_hash_table_lookup (styles->styles, id);

      if (style != NULL && style->numbering != 0)
        {
          *level = style->level;
          return style->numbering;
        }
      id = style != NULL ? style->parent : NULL;
    }
  return 0;
}
