/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/word/word.h"

#include "exchange/source/source-error.h"
#include "exchange/source/source-relations.h"
#include "exchange/word/word-document.h"

/* Of whichever namespace. */
#define ROOT "document"

static char *
find_document (BvSourcePackage *package, GError **error)
{
  g_autoptr (BvSourceRelations) relations = bv_source_relations_read (package, "", error);
  const char *part = relations != NULL ? bv_source_relations_find (relations, NULL, "officeDocument") : NULL;

  if (relations != NULL && part == NULL)
    bv_source_refuse (BV_SOURCE_ERROR_FOREIGN, error);
  return g_strdup (part);
}

/**
 * bv_word_looks_like:
 * @package: a package
 *
 * Returns: whether it is a document of Word
 */
gboolean
bv_word_looks_like (BvSourcePackage *package)
{
  g_autoptr (GError) ignored = NULL;
  g_autofree char *part = find_document (package, &ignored);
  g_autofree char *root = part != NULL ? bv_source_package_name_root (package, part) : NULL;

  return g_strcmp0 (root, ROOT) == 0;
}

static gboolean
read_parts (BvWordSetting *setting, const char *part, GError **error)
{
  g_autofree char *named = bv_source_package_name_relations (part);
  gboolean names_any = bv_source_package_has (setting->package, named);
  g_autoptr (BvSourceRelations) relations
    = names_any ? bv_source_relations_read (setting->package, part, error) : NULL;
  g_autoptr (BvWordStyles) styles = NULL;
  g_autoptr (BvWordNumbering) numbering = NULL;

  if (names_any && relations == NULL)
    return FALSE;
  styles = bv_word_styles_read (
    setting->package, names_any ? bv_source_relations_find (relations, NULL, "styles") : NULL, error);
  if (styles == NULL)
    return FALSE;
  numbering = bv_word_numbering_read (
    setting->package, names_any ? bv_source_relations_find (relations, NULL, "numbering") : NULL, error);
  if (numbering == NULL)
    return FALSE;
  setting->styles = styles;
  setting->numbering = numbering;
  return bv_word_document_read (setting, part, error);
}

/**
 * bv_word_read:
 * @path: a document of Word (.docx, .docm)
 * @sink: what takes its tables
 * @data: for @sink
 * @error: return location for a %BV_SOURCE_ERROR, or what @sink says
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_word_read (const char *path, const BvSourceSink *sink, gpointer data, GError **error)
{
  g_autoptr (BvSourcePackage) package = bv_source_package_open (path, error);
  g_autofree char *part = package != NULL ? find_document (package, error) : NULL;

  if (part == NULL)
    return FALSE;
  return read_parts (&(BvWordSetting){ .package = package, .sink = sink, .data = data }, part, error);
}
