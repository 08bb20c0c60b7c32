/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/read-back/style-table.h"

#include "exchange/read-back/cell-look.h"

#include <string.h>

#define OPAQUE 2 /* letters of an AARRGGBB before its color */

/* The lists that looks are made of. */
typedef enum
{
  LIST_NONE,
  LIST_NUMBERS,
  LIST_FONTS,
  LIST_FILLS,
  LIST_BORDERS,
  LIST_LOOKS,
} List;

static const struct
{
  const char *element;
  List list;
} lists[] = {
  { "numFmts", LIST_NUMBERS }, { "fonts", LIST_FONTS },       { "fills", LIST_FILLS },
  { "borders", LIST_BORDERS }, { "cellStyleXfs", LIST_NONE }, { "cellXfs", LIST_LOOKS },
  { "cellStyles", LIST_NONE }, { "dxfs", LIST_NONE },
};

/* Each element of a list fills in its part of a look. */
typedef struct
{
  List list;
  GHashTable *numbers; /* of formats, by id */
  GStringChunk *texts; /* that the looks refer to */
  GArray *fonts;       /* of BvCellLook, as the next two */
  GArray *fills;
  GArray *borders;
  BvCellLook look; /* that is being read */
  GArray *hashes;
} Reading;

static const char *
keep (Reading *reading, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (reading->texts, text) : NULL;
}

static guint
read_number (const char **attributes, const char *name)
{
  const char *text = bv_package_find_attribute (attributes, name);

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;
}

static guint
read_color (const char **attributes)
{
  const char *text = bv_package_find_attribute (attributes, "rgb");

  return text != NULL && strlen (text) > OPAQUE ? g_ascii_strtoull (text + OPAQUE, NULL, 16) : 0;
}

static gboolean
find_list (Reading *reading, const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (strcmp (lists[i].element, element) == 0)
      {
        reading->list = lists[i].list;
        return TRUE;
      }
  return FALSE;
}

static void
read_number_format (Reading *reading, const char **attributes)
{
  const char *code = bv_package_find_attribute (attributes, "formatCode");

  if (code != NULL)
    g_hash_table_insert (reading->numbers, GUINT_TO_POINTER (read_number (attributes, "numFmtId")),
                         (gpointer) keep (reading, code));
}

static void
read_font (Reading *reading, const char *element, const char **attributes)
{
  const char *value = bv_package_find_attribute (attributes, "val");
  BvCellLook *look = &reading->look;

  if (strcmp (element, "b") == 0)
    look->bold = TRUE;
  else if (strcmp (element, "i") == 0)
    look->italic = TRUE;
  else if (strcmp (element, "sz") == 0 && value != NULL)
    look->size = g_ascii_strtod (value, NULL);
  else if (strcmp (element, "name") == 0)
    look->font = keep (reading, value);
  else if (strcmp (element, "color") == 0)
    look->color = read_color (attributes);
}

static void
read_fill (Reading *reading, const char *element, const char **attributes)
{
  const char *pattern = bv_package_find_attribute (attributes, "patternType");

  if (strcmp (element, "patternFill") == 0)
    reading->look.pattern = g_strcmp0 (pattern, "none") != 0 ? keep (reading, pattern) : NULL;
  else if (strcmp (element, "fgColor") == 0)
    reading->look.fill = read_color (attributes);
}

static const BvCellLook *
find_part (const GArray *parts, guint number)
{
  static const BvCellLook none = { NULL };

  return number < parts->len ? &g_array_index (parts, BvCellLook, number) : &none;
}

static void
begin_look (Reading *reading, const char **attributes)
{
  const BvCellLook *fill = find_part (reading->fills, read_number (attributes, "fillId"));
  gpointer number = GUINT_TO_POINTER (read_number (attributes, "numFmtId"));

  reading->look = *find_part (reading->fonts, read_number (attributes, "fontId"));
  reading->look.pattern = fill->pattern;
  reading->look.fill = fill->fill;
  reading->look.n_borders = find_part (reading->borders, read_number (attributes, "borderId"))->n_borders;
  reading->look.number = g_hash_table_lookup (reading->numbers, number);
}

static void
read_alignment (Reading *reading, const char **attributes)
{
  BvCellLook *look = &reading->look;

  look->horizontal = keep (reading, bv_package_find_attribute (attributes, "horizontal"));
  look->vertical = keep (reading, bv_package_find_attribute (attributes, "vertical"));
  look->wrap = read_number (attributes, "wrapText") != 0;
  look->indent = read_number (attributes, "indent");
}

static void
start_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  Reading *reading = data;

  if (find_list (reading, name))
    return;
  if (strcmp (name, "font") == 0 || strcmp (name, "fill") == 0 || strcmp (name, "border") == 0)
    reading->look = (BvCellLook){ NULL };
  else if (reading->list == LIST_NUMBERS)
    read_number_format (reading, attributes);
  else if (reading->list == LIST_FONTS)
    read_font (reading, name, attributes);
  else if (reading->list == LIST_FILLS)
    read_fill (reading, name, attributes);
  else if (reading->list == LIST_BORDERS)
    reading->look.n_borders += bv_package_find_attribute (attributes, "style") != NULL;
  else if (reading->list == LIST_LOOKS && strcmp (name, "xf") == 0)
    begin_look (reading, attributes);
  else if (reading->list == LIST_LOOKS && strcmp (name, "alignment") == 0)
    read_alignment (reading, attributes);
}

static void
end_cb (void *data, const XML_Char *name)
{
  Reading *reading = data;

  if (reading->list == LIST_FONTS && strcmp (name, "font") == 0)
    g_array_append_val (reading->fonts, reading->look);
  else if (reading->list == LIST_FILLS && strcmp (name, "fill") == 0)
    g_array_append_val (reading->fills, reading->look);
  else if (reading->list == LIST_BORDERS && strcmp (name, "border") == 0)
    g_array_append_val (reading->borders, reading->look);
  else if (reading->list == LIST_LOOKS && strcmp (name, "xf") == 0)
    {
      guint64 hash = bv_cell_look_hash (&reading->look);

      g_array_append_val (reading->hashes, hash);
    }
}

/**
 * bv_style_table_read:
 * @reader: a reader at the part %BV_STYLE_TABLE_PART
 *
 * Returns: (transfer full) (element-type guint64) (nullable): the hash of each look; %NULL where the part is
 *   not whole
 */
GArray *
bv_style_table_read (BvPackageReader *reader)
{
  static const BvPackageHandlers handlers = { start_cb, end_cb, NULL };
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) fonts = g_array_new (FALSE, FALSE, sizeof (BvCellLook));
  g_autoptr (GArray) fills = g_array_new (FALSE, FALSE, sizeof (BvCellLook));
  g_autoptr (GArray) borders = g_array_new (FALSE, FALSE, sizeof (BvCellLook));
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  Reading reading = { LIST_NONE, numbers, g_string_chunk_new (256), fonts, fills, borders, { NULL }, hashes };
  gboolean whole = bv_package_reader_parse (reader, &handlers, &reading);

  g_string_chunk_free (reading.texts);
  return whole ? g_steal_pointer (&hashes) : NULL;
}
