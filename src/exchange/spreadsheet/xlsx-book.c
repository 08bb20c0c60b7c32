/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/xlsx-book.h"

#include "exchange/package/xml-name.h"
#include "exchange/source/source-error.h"
#include "exchange/source/source-limits.h"
#include "exchange/source/source-relations.h"

/* Its parts are named otherwise where it is kept in binary form (.xlsb). */
#define BINARY ".bin"

typedef struct
{
  BvXlsxBook *book;
  const BvSourceRelations *relations;
  gboolean is_workbook;
  gboolean is_broken; /* a sheet has no part */
} Reading;

static void
clear_tab (gpointer data)
{
  BvXlsxTab *tab = data;

  g_free (tab->name);
  g_free (tab->part);
}

static BvSourceVisibility
read_visibility (const char *state)
{
  if (g_strcmp0 (state, "hidden") == 0)
    return BV_SOURCE_HIDDEN;
  return g_strcmp0 (state, "veryHidden") == 0 ? BV_SOURCE_VERY_HIDDEN : BV_SOURCE_SHOWN;
}

/* The attribute that names the part, not that which numbers the sheet. */
static const char *
find_relation (const XML_Char **attributes)
{
  for (; *attributes != NULL; attributes += 2)
    if (strcmp (*attributes, "id") == 0 || g_str_has_suffix (*attributes, ":id"))
      return attributes[1];
  return NULL;
}

/* A sheet of a chart, or of a macro of old, has no cells. */
static void
add_tab (Reading *reading, const XML_Char **attributes)
{
  const char *id = find_relation (attributes);
  const char *name = bv_xml_name_find (attributes, "name");
  const char *part = id != NULL ? bv_source_relations_find (reading->relations, id, "worksheet") : NULL;
  BvXlsxTab tab;

  if (id == NULL || name == NULL)
    {
      reading->is_broken = TRUE;
      return;
    }
  if (part == NULL || reading->book->tabs->len == BV_SOURCE_MOST_TABLES)
    return;
  tab = (BvXlsxTab){ g_strdup (name), g_strdup (part),
                     read_visibility (bv_xml_name_find (attributes, "state")) };
  g_array_append_val (reading->book->tabs, tab);
}

static void
start_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  Reading *reading = data;
  const char *local = bv_xml_name_get_local (name);

  if (strcmp (local, "workbook") == 0)
    reading->is_workbook = TRUE;
  else if (strcmp (local, "workbookPr") == 0)
    reading->book->from_1904 = bv_xml_name_is_on (bv_xml_name_find (attributes, "date1904"));
  else if (strcmp (local, "sheet") == 0)
    add_tab (reading, attributes);
}

static gboolean
read_workbook (BvXlsxBook *book, BvSourcePackage *package, const char *part, GError **error)
{
  static const BvPackageHandlers handlers = { .start = start_cb };
  g_autoptr (BvSourceRelations) relations = bv_source_relations_read (package, part, error);
  Reading reading = { book, relations, FALSE, FALSE };

  if (relations == NULL || !bv_source_package_parse (package, part, &handlers, &reading, error))
    return FALSE;
  if (!reading.is_workbook)
    return bv_source_refuse (BV_SOURCE_ERROR_FOREIGN, error);
  if (reading.is_broken)
    return bv_source_refuse (BV_SOURCE_ERROR_DAMAGED, error);
  book->texts = g_strdup (bv_source_relations_find (relations, NULL, "sharedStrings"));
  book->styles = g_strdup (bv_source_relations_find (relations, NULL, "styles"));
  return TRUE;
}

/**
 * bv_xlsx_book_read:
 * @package: a package
 * @error: return location for a %BV_SOURCE_ERROR
 *
 * Returns: (transfer full) (nullable): its sheets; %NULL where it is no workbook
 */
BvXlsxBook *
bv_xlsx_book_read (BvSourcePackage *package, GError **error)
{
  g_autoptr (BvXlsxBook) book = g_new0 (BvXlsxBook, 1);
  g_autoptr (BvSourceRelations) relations = bv_source_relations_read (package, "", error);
  const char *part = relations != NULL ? bv_source_relations_find (relations, NULL, "officeDocument") : NULL;

  book->tabs = g_array_new (FALSE, FALSE, sizeof (BvXlsxTab));
  g_array_set_clear_func (book->tabs, clear_tab);
  if (relations == NULL)
    return NULL;
  if (part == NULL || g_str_has_suffix (part, BINARY))
    {
      bv_source_refuse (part == NULL ? BV_SOURCE_ERROR_FOREIGN : BV_SOURCE_ERROR_OLD, error);
      return NULL;
    }
  return read_workbook (book, package, part, error) ? g_steal_pointer (&book) : NULL;
}

/**
 * bv_xlsx_book_free:
 * @book: (transfer full): a workbook
 */
void
bv_xlsx_book_free (BvXlsxBook *book)
{
  g_array_unref (book->tabs);
  g_free (book->texts);
  g_free (book->styles);
  g_free (book);
}
