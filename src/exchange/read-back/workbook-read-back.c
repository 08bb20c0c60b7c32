/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/read-back/workbook-read-back.h"

#include "exchange/read-back/book-reader.h"
#include "exchange/read-back/cell-hash.h"
#include "exchange/read-back/package-map.h"
#include "exchange/read-back/shared-texts.h"
#include "exchange/read-back/sheet-reader.h"
#include "exchange/read-back/style-table.h"

#define SHEETS_FOLDER "xl/worksheets/"
#define SHEET "sheet%u.xml"
#define PICTURES_FOLDER "xl/media/"
#define DRAWINGS_FOLDER "xl/drawings/"
#define PICTURE_ELEMENT "xdr:pic"

typedef struct
{
  const char *path;
  const BvBookRecord *record;
  BvPackageMap *map;
  GArray *strings;
  GArray *looks;
  GPtrArray *links; /* of the sheets; NULL: not read yet */
  GHashTable *properties;
  guint n_sheets;
  guint n_pictures;
} ReadBack;

typedef gboolean (*PartFunc) (ReadBack *self, BvPackageReader *reader, const char *part, char **difference);

/* What cells refer to stands behind the sheets, and is needed before them. */
static gboolean
read_table (ReadBack *self, BvPackageReader *reader, const char *part, char **difference)
{
  GArray **table = NULL;

  if (g_str_equal (part, BV_SHARED_TEXTS_PART))
    *(table = &self->strings) = bv_shared_texts_read (reader);
  else if (g_str_equal (part, BV_STYLE_TABLE_PART))
    *(table = &self->looks) = bv_style_table_read (reader);
  return table == NULL || *table != NULL;
}

static const BvSheetRecord *
find_sheet (const ReadBack *self, const char *part)
{
  for (guint i = 0; i < self->record->sheets->len; i++)
    {
      g_autofree char *name = g_strdup_printf (SHEETS_FOLDER SHEET, i + 1);

      if (g_str_equal (name, part))
        return g_ptr_array_index (self->record->sheets, i);
    }
  return NULL;
}

static gboolean
read_sheet (ReadBack *self, BvPackageReader *reader, const char *part, char **difference)
{
  const BvSheetRecord *sheet = find_sheet (self, part);

  if (sheet == NULL)
    return FALSE;
  self->n_sheets++;
  *difference = bv_sheet_reader_compare (reader, sheet, self->strings, self->looks);
  return *difference == NULL;
}

static gboolean
read_book (ReadBack *self, BvPackageReader *reader)
{
  g_clear_pointer (&self->links, g_ptr_array_unref);
  self->links = bv_book_reader_compare (reader, self->record);
  return self->links != NULL;
}

static gboolean
read_picture (ReadBack *self, BvPackageReader *reader)
{
  g_autoptr (GByteArray) bytes = bv_package_reader_load (reader);
  guint64 hash;

  if (bytes == NULL)
    return FALSE;
  hash = bv_cell_hash_bytes ((const char *) bytes->data, bytes->len);
  return g_hash_table_contains (self->record->pictures, &hash);
}

static void
start_drawing_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  ReadBack *self = data;

  self->n_pictures += g_str_equal (name, PICTURE_ELEMENT);
}

static gboolean
read_drawing (ReadBack *self, BvPackageReader *reader)
{
  static const BvPackageHandlers handlers = { start_drawing_cb, NULL, NULL };

  return bv_package_reader_parse (reader, &handlers, self);
}

/* All else must be whole and well-formed. */
static gboolean
read_other (BvPackageReader *reader)
{
  static const BvPackageHandlers handlers = { NULL, NULL, NULL };

  return bv_package_reader_parse (reader, &handlers, NULL);
}

static gboolean
read_part (ReadBack *self, BvPackageReader *reader, const char *part, char **difference)
{
  bv_package_map_add (self->map, part);
  if (g_str_equal (part, BV_SHARED_TEXTS_PART) || g_str_equal (part, BV_STYLE_TABLE_PART))
    return TRUE;
  if (bv_package_map_reads (part))
    return bv_package_map_read (self->map, reader, part);
  if (g_str_has_prefix (part, SHEETS_FOLDER))
    return read_sheet (self, reader, part, difference);
  if (g_str_equal (part, BV_BOOK_PART))
    return read_book (self, reader);
  if (bv_book_reader_is_property_part (part))
    return bv_book_reader_read_properties (reader, self->properties);
  if (g_str_has_prefix (part, PICTURES_FOLDER))
    return read_picture (self, reader);
  return g_str_has_prefix (part, DRAWINGS_FOLDER) ? read_drawing (self, reader) : read_other (reader);
}

static gboolean
read_parts (ReadBack *self, PartFunc func, char **difference)
{
  g_autoptr (BvPackageReader) reader = bv_package_reader_open (self->path);
  const char *name;

  while (reader != NULL && (name = bv_package_reader_next (reader)) != NULL)
    {
      g_autofree char *part = g_strdup (name);

      if (func (self, reader, part, difference))
        continue;
      if (*difference == NULL)
        *difference = g_steal_pointer (&part);
      return FALSE;
    }
  if (reader != NULL && bv_package_reader_is_at_end (reader))
    return TRUE;
  *difference = g_path_get_basename (self->path);
  return FALSE;
}

static gboolean
compare_links (const ReadBack *self)
{
  for (guint i = 0; i < self->record->sheets->len; i++)
    {
      g_autofree char *sheet = g_strdup_printf (SHEETS_FOLDER SHEET, i + 1);

      if (self->links == NULL
          || !bv_package_map_has_link (self->map, BV_BOOK_PART, g_ptr_array_index (self->links, i), sheet))
        return FALSE;
    }
  return self->n_sheets == self->record->sheets->len;
}

static guint
count_pictures (const BvBookRecord *record)
{
  guint n = 0;

  for (guint i = 0; i < record->sheets->len; i++)
    n += ((const BvSheetRecord *) g_ptr_array_index (record->sheets, i))->n_pictures;
  return n;
}

/* What only shows when all parts are read. */
static char *
find_difference (const ReadBack *self)
{
  const char *missing = bv_package_map_find_missing (self->map);

  if (missing == NULL && !compare_links (self))
    missing = BV_BOOK_PART;
  if (missing == NULL && !bv_book_reader_compare_texts (self->record->properties, self->properties))
    missing = "docProps";
  if (missing == NULL && self->n_pictures != count_pictures (self->record))
    missing = PICTURES_FOLDER;
  return g_strdup (missing);
}

static char *
compare (ReadBack *self)
{
  char *difference = NULL;

  if (read_parts (self, read_table, &difference) && self->looks == NULL)
    difference = g_strdup (BV_STYLE_TABLE_PART);
  /* A workbook without a text has no table of them. */
  if (self->strings == NULL)
    self->strings = g_array_new (FALSE, FALSE, sizeof (guint64));
  if (difference == NULL && read_parts (self, read_part, &difference))
    difference = find_difference (self);
  return difference;
}

/**
 * bv_workbook_read_back:
 * @path: a workbook that was just written and closed
 * @record: what was handed over for it
 * @wanted: the name that it is to have, which errors say
 * @error: return location for a %BV_WHOLE_FILE_ERROR
 *
 * Reads the whole workbook by other libraries than the one that wrote it: every part is there, as long as it
 * says, and well-formed; every cell of every sheet has its text, number, formula, result and look, and stands
 * in its place; so do merged ranges, headers of pages, names and properties. Not read: widths, heights, and
 * where pages break.
 *
 * Returns: %FALSE with @error set where something is not as it was handed over
 */
gboolean
bv_workbook_read_back (const char *path, const BvBookRecord *record, const char *wanted, GError **error)
{
  g_autoptr (BvPackageMap) map = bv_package_map_new ();
  g_autoptr (GHashTable) properties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *difference = NULL;
  ReadBack self = { path, record, map };

  self.properties = properties;
  difference = compare (&self);
  g_clear_pointer (&self.strings, g_array_unref);
  g_clear_pointer (&self.looks, g_array_unref);
  g_clear_pointer (&self.links, g_ptr_array_unref);
  return bv_package_refuse (wanted, difference, error);
}
