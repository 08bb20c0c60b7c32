/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/read-back/package-reader.h"

#include "exchange/dossier/zip-source.h"
#include "store/whole-file.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK 65536

struct _BvPackageReader
{
  struct archive *archive;
  BvZipSource *source;
  gboolean at_end;
};

/**
 * bv_package_reader_open:
 * @path: a file
 *
 * Returns: (transfer full) (nullable): a reader before the first part; %NULL where @path cannot be read or is
 *   no archive
 */
BvPackageReader *
bv_package_reader_open (const char *path)
{
  g_autoptr (BvPackageReader) reader = g_new0 (BvPackageReader, 1);

  reader->archive = archive_read_new ();
  archive_read_support_format_zip_seekable (reader->archive);
  reader->source = bv_zip_source_open (reader->archive, path, NULL, NULL);
  if (reader->source == NULL || archive_read_open1 (reader->archive) != ARCHIVE_OK)
    return NULL;
  return g_steal_pointer (&reader);
}

/**
 * bv_package_reader_free:
 * @reader: (transfer full): a reader
 */
void
bv_package_reader_free (BvPackageReader *reader)
{
  archive_read_free (reader->archive);
  g_clear_pointer (&reader->source, bv_zip_source_free);
  g_free (reader);
}

/**
 * bv_package_reader_next:
 * @reader: a reader
 *
 * Returns: (nullable): the name of the next part, valid until the next call; %NULL where there is none, or it
 *   cannot be read: bv_package_reader_is_at_end() says which
 */
const char *
bv_package_reader_next (BvPackageReader *reader)
{
  struct archive_entry *entry;
  int found = archive_read_next_header (reader->archive, &entry);

  reader->at_end = found == ARCHIVE_EOF;
  return found == ARCHIVE_OK ? archive_entry_pathname (entry) : NULL;
}

/**
 * bv_package_reader_is_at_end:
 * @reader: a reader, of which bv_package_reader_next() had no more parts
 *
 * Returns: whether all parts were read
 */
gboolean
bv_package_reader_is_at_end (BvPackageReader *reader)
{
  return reader->at_end;
}

/* A document of ours has none: what would be declared there could stand for anything. */
static void
doctype_cb (void *data, const XML_Char *name, const XML_Char *system, const XML_Char *public, int has_subset)
{
  XML_StopParser (data, XML_FALSE);
}

/* Block by block, as they are unpacked: of a large workbook nothing is copied. */
static gboolean
feed (BvPackageReader *reader, XML_Parser parser)
{
  const void *block;
  size_t length;
  la_int64_t at;
  int result;

  while ((result = archive_read_data_block (reader->archive, &block, &length, &at)) == ARCHIVE_OK)
    if (XML_Parse (parser, block, length, XML_FALSE) != XML_STATUS_OK)
      return FALSE;
  return result == ARCHIVE_EOF && XML_Parse (parser, NULL, 0, XML_TRUE) == XML_STATUS_OK;
}

/**
 * bv_package_reader_parse:
 * @reader: a reader at a part of which nothing was read yet
 * @handlers: what hears of it
 * @data: for @handlers
 *
 * Returns: whether the part is whole and well-formed
 */
gboolean
bv_package_reader_parse (BvPackageReader *reader, const BvPackageHandlers *handlers, gpointer data)
{
  XML_Parser parser = XML_ParserCreate (NULL);
  gboolean whole;

  XML_SetUserData (parser, data);
  XML_SetElementHandler (parser, handlers->start, handlers->end);
  XML_SetCharacterDataHandler (parser, handlers->text);
  XML_SetStartDoctypeDeclHandler (parser, doctype_cb);
  whole = feed (reader, parser);
  XML_ParserFree (parser);
  return whole;
}

/**
 * bv_package_reader_load:
 * @reader: a reader at a part of which nothing was read yet
 *
 * Returns: (transfer full) (nullable): the whole part; %NULL where it is not whole
 */
GByteArray *
bv_package_reader_load (BvPackageReader *reader)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  la_ssize_t length;

  while ((length = archive_read_data (reader->archive, chunk, CHUNK)) > 0)
    g_byte_array_append (bytes, chunk, length);
  return length == 0 ? g_steal_pointer (&bytes) : NULL;
}

/**
 * bv_package_refuse:
 * @wanted: the name that the package was to have
 * @difference: (nullable): what in it is not as it was handed over; %NULL: all is
 * @error: return location for a %BV_WHOLE_FILE_ERROR
 *
 * Returns: %FALSE with @error set where there is a difference
 */
gboolean
bv_package_refuse (const char *wanted, const char *difference, GError **error)
{
  g_autofree char *reason = NULL;

  if (difference == NULL)
    return TRUE;
  reason
    = g_strdup_printf (_ ("read again, %s is not what was handed over; the disk may be full"), difference);
  return bv_whole_file_refuse (wanted, reason, error);
}

/**
 * bv_package_find_attribute:
 * @attributes: of an element, as Expat hands them over
 * @name: a name
 *
 * Returns: (nullable): its value; %NULL: it has none
 */
const char *
bv_package_find_attribute (const char **attributes, const char *name)
{
  for (; *attributes != NULL; attributes += 2)
    if (strcmp (*attributes, name) == 0)
      return attributes[1];
  return NULL;
}
