/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/read-back/book-reader.h"

#include "exchange/workbook/cell-text.h"

#include <string.h>

/* Names that the library gives itself: what is repeated on paper, what is filtered. */
#define NAMES_OF_THE_LIBRARY "_xlnm."

/* What is handed over as a property, by the element that holds it. The library writes others of its own. */
static const char *const property_elements[] = { "dc:title",       "dc:subject",  "dc:creator",
                                                 "dc:description", "cp:category", "cp:contentStatus",
                                                 "Company" };

static const char *const property_parts[]
  = { "docProps/app.xml", "docProps/core.xml", "docProps/custom.xml" };

typedef struct
{
  const BvBookRecord *record;
  GPtrArray *links; /* of the sheets, in their order */
  GHashTable *texts;
  char *name; /* of the text that is being read; NULL: none */
  GString *text;
  gboolean failed;
} Reading;

static void
begin_text (Reading *self, const char *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
  g_string_truncate (self->text, 0);
}

static void
end_text (Reading *self)
{
  if (self->name == NULL)
    return;
  bv_cell_text_decode (self->text);
  if (self->text->len > 0)
    g_hash_table_insert (self->texts, g_steal_pointer (&self->name), g_strdup (self->text->str));
  g_clear_pointer (&self->name, g_free);
}

static void
text_cb (void *data, const XML_Char *text, int length)
{
  Reading *self = data;

  if (self->name != NULL)
    g_string_append_len (self->text, text, length);
}

static void
read_sheet (Reading *self, const char **attributes)
{
  const GPtrArray *sheets = self->record->sheets;
  const char *name = bv_package_find_attribute (attributes, "name");
  const char *link = bv_package_find_attribute (attributes, "r:id");

  if (link == NULL || self->links->len >= sheets->len
      || g_strcmp0 (name, ((const BvSheetRecord *) g_ptr_array_index (sheets, self->links->len))->name) != 0)
    self->failed = TRUE;
  else
    g_ptr_array_add (self->links, g_strdup (link));
}

static void
start_book_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  Reading *self = data;
  const char *range = bv_package_find_attribute (attributes, "name");

  if (strcmp (name, "sheet") == 0)
    read_sheet (self, attributes);
  else if (strcmp (name, "definedName") == 0 && range != NULL
           && !g_str_has_prefix (range, NAMES_OF_THE_LIBRARY))
    begin_text (self, range);
}

static void
end_book_cb (void *data, const XML_Char *name)
{
  if (strcmp (name, "definedName") == 0)
    end_text (data);
}

/**
 * bv_book_reader_compare_texts:
 * @handed_over: (element-type utf8 utf8): texts by their names
 * @found: (element-type utf8 utf8): the same, read again
 *
 * Returns: whether both are equal
 */
gboolean
bv_book_reader_compare_texts (GHashTable *handed_over, GHashTable *found)
{
  GHashTableIter iter;
  gpointer name;
  gpointer text;

  if (g_hash_table_size (handed_over) != g_hash_table_size (found))
    return FALSE;
  g_hash_table_iter_init (&iter, handed_over);
  while (g_hash_table_iter_next (&iter, &name, &text))
    if (g_strcmp0 (g_hash_table_lookup (found, name), text) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
parse (Reading *self, BvPackageReader *reader, const BvPackageHandlers *handlers)
{
  gboolean whole;

  self->text = g_string_new (NULL);
  whole = bv_package_reader_parse (reader, handlers, self);
  g_string_free (self->text, TRUE);
  g_free (self->name);
  return whole && !self->failed;
}

/**
 * bv_book_reader_compare:
 * @reader: a reader at the part %BV_BOOK_PART
 * @record: what was handed over
 *
 * Returns: (transfer full) (element-type utf8) (nullable): by which links the part refers to its sheets, in
 *   their order; %NULL where it is not whole, or other sheets or names were handed over
 */
GPtrArray *
bv_book_reader_compare (BvPackageReader *reader, const BvBookRecord *record)
{
  static const BvPackageHandlers handlers = { start_book_cb, end_book_cb, text_cb };
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Reading self = { record, links, names };

  if (!parse (&self, reader, &handlers) || links->len != record->sheets->len
      || !bv_book_reader_compare_texts (record->names, names))
    return NULL;
  return g_steal_pointer (&links);
}

static void
start_property_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  Reading *self = data;
  const char *own = strcmp (name, "property") == 0 ? bv_package_find_attribute (attributes, "name") : NULL;

  if (own != NULL)
    begin_text (self, own);
  for (guint i = 0; i < G_N_ELEMENTS (property_elements); i++)
    if (strcmp (name, property_elements[i]) == 0)
      begin_text (self, name);
}

static void
end_property_cb (void *data, const XML_Char *name)
{
  end_text (data);
}

/**
 * bv_book_reader_is_property_part:
 * @part: the name of a part
 *
 * Returns: whether it holds properties
 */
gboolean
bv_book_reader_is_property_part (const char *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (property_parts); i++)
    if (g_str_equal (part, property_parts[i]))
      return TRUE;
  return FALSE;
}

/**
 * bv_book_reader_read_properties:
 * @reader: a reader at a part for which bv_book_reader_is_property_part() says yes
 * @properties: (element-type utf8 utf8): to which is added what the part holds
 *
 * Returns: whether the part is whole
 */
gboolean
bv_book_reader_read_properties (BvPackageReader *reader, GHashTable *properties)
{
  static const BvPackageHandlers handlers = { start_property_cb, end_property_cb, text_cb };
  Reading self = { .texts = properties };

  return parse (&self, reader, &handlers);
}
