/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/package/package-reader.h"

#include "exchange/package/zip-source.h"
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
  guint64 most; /* bytes that may still be unpacked */
  BvPackageState state;
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

  reader->most = G_MAXUINT64;
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
  if (found != ARCHIVE_OK && !reader->at_end)
    reader->state = BV_PACKAGE_DAMAGED;
  else if (!reader->at_end && archive_entry_is_data_encrypted (entry))
    reader->state = BV_PACKAGE_ENCRYPTED;
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

/**
 * bv_package_reader_limit:
 * @reader: a reader
 * @most: how many bytes may be unpacked from now on, of all parts that are read
 */
void
bv_package_reader_limit (BvPackageReader *reader, guint64 most)
{
  reader->most = most;
}

/**
 * bv_package_reader_get_left:
 * @reader: a reader
 *
 * Returns: how many bytes may still be unpacked
 */
guint64
bv_package_reader_get_left (BvPackageReader *reader)
{
  return reader->most;
}

/**
 * bv_package_reader_get_state:
 * @reader: a reader
 *
 * Returns: why it could not go on; %BV_PACKAGE_SOUND: it could
 */
BvPackageState
bv_package_reader_get_state (BvPackageReader *reader)
{
  return reader->state;
}

/* What is heard before the first element; behind it there is no document type. */
typedef struct
{
  BvPackageReader *reader;
  XML_Parser parser;
  const BvPackageHandlers *handlers;
  gpointer data;
} Prolog;

static void
doctype_cb (void *data, const XML_Char *name, const XML_Char *system, const XML_Char *public, int has_subset)
{
  Prolog *prolog = data;

  prolog->reader->state = BV_PACKAGE_DECLARING;
  XML_StopParser (prolog->parser, XML_FALSE);
}

static void
root_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  Prolog *prolog = data;
  const BvPackageHandlers *handlers = prolog->handlers;

  XML_SetUserData (prolog->parser, prolog->data);
  XML_SetElementHandler (prolog->parser, handlers->start, handlers->end);
  XML_SetCharacterDataHandler (prolog->parser, handlers->text);
  if (handlers->start != NULL)
    handlers->start (prolog->data, name, attributes);
}

static gboolean
fail (BvPackageReader *reader, BvPackageState state)
{
  if (reader->state == BV_PACKAGE_SOUND)
    reader->state = state;
  return FALSE;
}

static gboolean
may_unpack (BvPackageReader *reader, size_t length)
{
  if (length > reader->most)
    return fail (reader, BV_PACKAGE_TOO_LARGE);
  reader->most -= length;
  return TRUE;
}

/* Block by block, as they are unpacked: of a large workbook nothing is copied. */
static gboolean
feed (BvPackageReader *reader, const Prolog *prolog)
{
  const void *block;
  size_t length;
  la_int64_t at;
  int result;

  while ((result = archive_read_data_block (reader->archive, &block, &length, &at)) == ARCHIVE_OK)
    {
      if (!may_unpack (reader, length))
        return FALSE;
      if (XML_Parse (prolog->parser, block, length, XML_FALSE) != XML_STATUS_OK)
        return fail (reader, BV_PACKAGE_MALFORMED);
      if (prolog->handlers->goes_on != NULL && !prolog->handlers->goes_on (prolog->data))
        return fail (reader, BV_PACKAGE_STOPPED);
    }
  if (result != ARCHIVE_EOF)
    return fail (reader, BV_PACKAGE_DAMAGED);
  return XML_Parse (prolog->parser, NULL, 0, XML_TRUE) == XML_STATUS_OK
         || fail (reader, BV_PACKAGE_MALFORMED);
}

/**
 * bv_package_reader_parse:
 * @reader: a reader at a part of which nothing was read yet
 * @handlers: what hears of it
 * @data: for @handlers
 *
 * Returns: whether the part is whole and well-formed; bv_package_reader_get_state() says why it is not
 */
gboolean
bv_package_reader_parse (BvPackageReader *reader, const BvPackageHandlers *handlers, gpointer data)
{
  Prolog prolog = { reader, XML_ParserCreate (NULL), handlers, data };
  gboolean whole;

  XML_SetUserData (prolog.parser, &prolog);
  XML_SetStartElementHandler (prolog.parser, root_cb);
  XML_SetStartDoctypeDeclHandler (prolog.parser, doctype_cb);
  whole = feed (reader, &prolog);
  XML_ParserFree (prolog.parser);
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
    {
      if (!may_unpack (reader, length))
        return NULL;
      g_byte_array_append (bytes, chunk, length);
    }
  if (length == 0)
    return g_steal_pointer (&bytes);
  fail (reader, BV_PACKAGE_DAMAGED);
  return NULL;
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
