/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx/docx.h"

#include "core/points.h"
#include "exchange/docx/docx-parts.h"
#include "exchange/dossier/zip-writer.h"
#include "exchange/read-back/package-read-back.h"
#include "store/unfinished/unfinished-file.h"
#include "store/whole-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define PACKAGE_TYPE "application/vnd.openxmlformats-package."
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

typedef struct
{
  const char *id;
  const char *kind; /* a URI */
  const char *target;
} Link;

static const Link package_links[] = {
  { "rId1", BV_DOCX_LINKS "/officeDocument", "word/document.xml" },
  { "rId2", PACKAGE "/relationships/metadata/core-properties", "docProps/core.xml" },
};

static const Link document_links[] = {
  { BV_DOCX_LINK_FIRST, BV_DOCX_LINKS "/header", "header1.xml" },
  { BV_DOCX_LINK_OTHER, BV_DOCX_LINKS "/header", "header2.xml" },
  { "rId3", BV_DOCX_LINKS "/styles", "styles.xml" },
  { "rId4", BV_DOCX_LINKS "/settings", "settings.xml" },
};

static const struct
{
  const char *part;
  const char *type;
} types[] = {
  { "docProps/core.xml", PACKAGE_TYPE "core-properties+xml" },
  { "word/document.xml", WORD_TYPE "document.main+xml" },
  { "word/styles.xml", WORD_TYPE "styles+xml" },
  { "word/settings.xml", WORD_TYPE "settings+xml" },
  { "word/header1.xml", WORD_TYPE "header+xml" },
  { "word/header2.xml", WORD_TYPE "header+xml" },
};

/* Without the mode Word opens the file as one of an older Word, and places tables otherwise. */
static const char settings[]
  = BV_DOCX_HEAD "<w:settings " BV_DOCX_NAMESPACES "><w:zoom w:percent=\"100\"/><w:defaultTabStop "
                 "w:val=\"567\"/><w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat>"
                 "<w:compatSetting w:name=\"compatibilityMode\" "
                 "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
                 "<w:themeFontLang w:val=\"vi-VN\"/></w:settings>\n";

static char *
write_types (void)
{
  GString *xml = g_string_new (BV_DOCX_HEAD "<Types xmlns=\"" PACKAGE "/content-types\">"
                                            "<Default Extension=\"rels\" ContentType=\"" PACKAGE_TYPE
                                            "relationships+xml\"/>"
                                            "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_string_append_printf (xml, "<Override PartName=\"/%s\" ContentType=\"%s\"/>", types[i].part,
                            types[i].type);
  g_string_append (xml, "</Types>\n");
  return g_string_free (xml, FALSE);
}

static char *
write_links (const Link *links, guint n_links)
{
  GString *xml = g_string_new (BV_DOCX_HEAD "<Relationships xmlns=\"" PACKAGE "/relationships\">");

  for (guint i = 0; i < n_links; i++)
    g_string_append_printf (xml, "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>", links[i].id,
                            links[i].kind, links[i].target);
  g_string_append (xml, "</Relationships>\n");
  return g_string_free (xml, FALSE);
}

static char *
write_properties (const BvDocument *document)
{
  GString *xml
    = g_string_new (BV_DOCX_HEAD "<cp:coreProperties xmlns:cp=\"" PACKAGE "/metadata/core-properties\" "
                                 "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>");

  bv_docx_append_text (xml, document->title);
  g_string_append (xml, "</dc:title><dc:creator>");
  bv_docx_append_text (xml, document->author != NULL ? document->author : "");
  g_string_append (xml, "</dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>\n");
  return g_string_free (xml, FALSE);
}

/* A package that is being written, with all that was handed over for it. */
typedef struct
{
  BvZipWriter *zip;
  GPtrArray *parts; /* of BvPackagePart */
} Package;

static gboolean
add_part (Package *package, const char *name, const char *xml, GError **error)
{
  gsize length = strlen (xml);
  g_autoptr (GInputStream) content = g_memory_input_stream_new_from_data (xml, length, NULL);
  char *sha256 = bv_zip_writer_add (package->zip, name, BV_NONE, length, content, error);

  if (sha256 != NULL)
    bv_package_parts_take (package->parts, name, sha256);
  return sha256 != NULL;
}

static gboolean
add_written (Package *package, const char *name, char *xml, GError **error)
{
  gboolean ok = add_part (package, name, xml, error);

  g_free (xml);
  return ok;
}

/* What tells the types comes first: so programs know the file by its beginning. */
static gboolean
add_parts (Package *package, const BvDocument *document, GError **error)
{
  return add_written (package, "[Content_Types].xml", write_types (), error)
         && add_written (package, "_rels/.rels", write_links (package_links, G_N_ELEMENTS (package_links)),
                         error)
         && add_written (package, "docProps/core.xml", write_properties (document), error)
         && add_written (package, "word/_rels/document.xml.rels",
                         write_links (document_links, G_N_ELEMENTS (document_links)), error)
         && add_written (package, "word/document.xml", bv_docx_write_body (document), error)
         && add_written (package, "word/styles.xml", bv_docx_write_styles (), error)
         && add_part (package, "word/settings.xml", settings, error)
         && add_written (package, "word/header1.xml", bv_docx_write_header (document, FALSE), error)
         && add_written (package, "word/header2.xml", bv_docx_write_header (document, TRUE), error);
}

static gboolean
write_package (const BvDocument *document,
               const char *temporary,
               const char *path,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (BvZipWriter) zip = bv_zip_writer_new (temporary, path, NULL, error);
  g_autoptr (GPtrArray) parts = bv_package_parts_new ();
  Package package = { zip, parts };

  if (zip == NULL)
    return FALSE;
  return add_parts (&package, document, error) && bv_zip_writer_close (zip, error)
         && bv_package_read_back (temporary, parts, path, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * bv_docx_write:
 * @document: a document
 * @path: the file
 * @cancellable: (nullable): to give up
 * @error: return location for a %BV_WHOLE_FILE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Writes @document for Word, as people edit it: every paragraph has the style of its element. The file
 * appears whole or not at all.
 *
 * Returns: %FALSE with @error set on failure; an older file of that name is then as it was
 */
gboolean
bv_docx_write (const BvDocument *document, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *temporary = bv_whole_file_begin (path, error);

  if (temporary == NULL)
    return FALSE;
  if (write_package (document, temporary, path, cancellable, error)
      && bv_whole_file_finish (temporary, path, error))
    return TRUE;
  bv_unfinished_file_discard (temporary);
  return FALSE;
}
