/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/ods.h"

#include "exchange/package/xml-name.h"
#include "exchange/source/source-error.h"
#include "exchange/spreadsheet/ods-content.h"

#define MANIFEST "META-INF/manifest.xml"
#define CONTENT "content.xml"
#define LOCKED "encrypted-package"
#define STYLES "styles.xml"

static void
start_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  gboolean *is_locked = data;

  if (strcmp (bv_xml_name_get_local (name), "encryption-data") == 0)
    *is_locked = TRUE;
}

/* What else may be wrong with the list of parts does no harm. */
static gboolean
is_locked (BvSourcePackage *package)
{
  static const BvPackageHandlers handlers = { .start = start_cb };
  g_autoptr (GError) ignored = NULL;
  gboolean locked = FALSE;

  bv_source_package_parse (package, MANIFEST, &handlers, &locked, &ignored);
  return locked;
}

/**
 * bv_ods_looks_like:
 * @package: a package
 *
 * Returns: whether a program of the kind of LibreOffice wrote it
 */
gboolean
bv_ods_looks_like (BvSourcePackage *package)
{
  return bv_source_package_has (package, CONTENT) || bv_source_package_has (package, LOCKED);
}

/**
 * bv_ods_read:
 * @path: a workbook of LibreOffice (.ods)
 * @sink: what takes its sheets
 * @data: for @sink
 * @error: return location for a %BV_SOURCE_ERROR, or what @sink says
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_ods_read (const char *path, const BvSourceSink *sink, gpointer data, GError **error)
{
  g_autoptr (BvSourcePackage) package = bv_source_package_open (path, error);
  g_autoptr (BvOdsStyles) styles = bv_ods_styles_new ();

  if (package == NULL)
    return FALSE;
  if (is_locked (package))
    return bv_source_refuse (BV_SOURCE_ERROR_PASSWORD, error);
  if (bv_source_package_has (package, STYLES) && !bv_ods_styles_read (styles, package, STYLES, error))
    return FALSE;
  return bv_ods_content_read (&(BvOdsSetting){ package, styles, sink, data }, CONTENT, error);
}
