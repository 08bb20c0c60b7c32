/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/workbook/workbook-first-pages.h"

#include "exchange/workbook/workbook-archive.h"

#include <gio/gio.h>
#include <string.h>

#define CHUNK 65536
#define CRC_POLYNOMIAL 0xedb88320

#define FOOT_BEGIN "<headerFooter><oddHeader>"
#define FOOT_END "</oddHeader></headerFooter>"
#define CENTER "&amp;C" /* what follows stands in the middle: the number */

/* A workbook while it is written anew. */
typedef struct
{
  GByteArray *parts;
  GByteArray *directory;
} Copy;

static void
write_number (guint8 *at, guint32 number)
{
  for (guint i = 0; i < 4; i++)
    at[i] = number >> 8 * i;
}

static guint32
compute_crc (const guint8 *data, gsize length)
{
  guint32 crc = G_MAXUINT32;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ (CRC_POLYNOMIAL & -(crc & 1));
    }
  return ~crc;
}

/* NULL where it cannot be converted. */
static GByteArray *
convert (GConverter *converter, const guint8 *data, gsize length)
{
  g_autoptr (GByteArray) output = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;
  guint8 buffer[CHUNK];

  while (result == G_CONVERTER_CONVERTED)
    {
      gsize read = 0;
      gsize written = 0;

      result = g_converter_convert (converter, data, length, buffer, sizeof buffer, G_CONVERTER_INPUT_AT_END,
                                    &read, &written, NULL);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      g_byte_array_append (output, buffer, written);
      data += read;
      length -= read;
    }
  return g_steal_pointer (&output);
}

static GByteArray *
inflate (const BvWorkbookPart *part)
{
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);

  return convert (G_CONVERTER (inflater), part->packed, part->packed_length);
}

static GByteArray *
deflate (const GString *text)
{
  g_autoptr (GZlibCompressor) deflater = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, -1);

  return convert (G_CONVERTER (deflater), (const guint8 *) text->str, text->len);
}

/* The first page keeps what stands left of the number. */
static void
write_first_header (GString *sheet)
{
  char *begin = g_strrstr_len (sheet->str, sheet->len, FOOT_BEGIN);
  char *header = begin != NULL ? begin + strlen (FOOT_BEGIN) : NULL;
  char *end = header != NULL ? strstr (header, FOOT_END) : NULL;
  char *center = header != NULL ? strstr (header, CENTER) : NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  if (end == NULL || center == NULL || center > end)
    return;
  old = g_strndup (begin, end - begin);
  new = g_strdup_printf ("<headerFooter differentFirst=\"1\"><oddHeader>%.*s</oddHeader>"
                         "<firstHeader>%.*s</firstHeader></headerFooter>",
                         (int) (end - header), header, (int) (center - header), header);
  g_string_erase (sheet, begin - sheet->str, end - begin + strlen (FOOT_END));
  g_string_insert (sheet, begin - sheet->str, new);
}

static void
copy_part (Copy *copy, const BvWorkbookArchive *archive, const BvWorkbookPart *part, gsize end)
{
  guint8 *record = copy->directory->data + copy->directory->len - part->record_length;

  write_number (record + BV_ARCHIVE_OFFSET, copy->parts->len);
  g_byte_array_append (copy->parts, archive->data + part->begin, end - part->begin);
}

/* FALSE where the part cannot be unpacked. */
static gboolean
change_part (Copy *copy, const BvWorkbookArchive *archive, const BvWorkbookPart *part)
{
  guint8 *record = copy->directory->data + copy->directory->len - part->record_length;
  gsize begin = copy->parts->len;
  g_autoptr (GByteArray) bytes = inflate (part);
  g_autoptr (GString) sheet = bytes != NULL ? g_string_new_len ((char *) bytes->data, bytes->len) : NULL;
  g_autoptr (GByteArray) packed = NULL;
  guint32 crc;

  if (sheet == NULL)
    return FALSE;
  write_first_header (sheet);
  packed = deflate (sheet);
  crc = compute_crc ((const guint8 *) sheet->str, sheet->len);
  copy_part (copy, archive, part, part->packed - archive->data);
  g_byte_array_append (copy->parts, packed->data, packed->len);
  write_number (record + BV_ARCHIVE_CRC, crc);
  write_number (record + BV_ARCHIVE_PACKED, packed->len);
  write_number (record + BV_ARCHIVE_UNPACKED, sheet->len);
  write_number (copy->parts->data + begin + BV_ARCHIVE_LOCAL_CRC, crc);
  write_number (copy->parts->data + begin + BV_ARCHIVE_LOCAL_PACKED, packed->len);
  write_number (copy->parts->data + begin + BV_ARCHIVE_LOCAL_UNPACKED, sheet->len);
  return TRUE;
}

static gboolean
is_wanted (const BvWorkbookPart *part, guint sheets)
{
  for (guint i = 0; sheets >> i != 0; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);

      if ((sheets >> i & 1) != 0 && part->name_length == strlen (name)
          && memcmp (part->name, name, part->name_length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The library writes no part without its record before it, and none in another order. */
static gboolean
copy_archive (Copy *copy, BvWorkbookArchive *archive, guint sheets)
{
  guint8 end[BV_ARCHIVE_END_SIZE];
  BvWorkbookPart part;
  gboolean broken = FALSE;

  while (bv_workbook_archive_next (archive, &part, &broken))
    {
      gsize after = part.packed - archive->data + part.packed_length;

      g_byte_array_append (copy->directory, part.record, part.record_length);
      if (!is_wanted (&part, sheets))
        copy_part (copy, archive, &part, after);
      else if (!change_part (copy, archive, &part))
        return FALSE;
    }
  if (broken)
    return FALSE;
  memcpy (end, archive->data + archive->length - BV_ARCHIVE_END_SIZE, BV_ARCHIVE_END_SIZE);
  write_number (end + BV_ARCHIVE_END_LENGTH, copy->directory->len);
  write_number (end + BV_ARCHIVE_END_DIRECTORY, copy->parts->len);
  g_byte_array_append (copy->parts, copy->directory->data, copy->directory->len);
  g_byte_array_append (copy->parts, end, sizeof end);
  return TRUE;
}

/* In place: it is the caller's own until it is whole, and a file beside it would be nobody's. */
static gboolean
rewrite (GFile *file, const GByteArray *parts, GError **error)
{
  g_autoptr (GFileIOStream) stream = g_file_open_readwrite (file, NULL, error);

  return stream != NULL && g_seekable_truncate (G_SEEKABLE (stream), 0, NULL, error)
         && g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)), parts->data,
                                       parts->len, NULL, NULL, error)
         && g_io_stream_close (G_IO_STREAM (stream), NULL, error);
}

/**
 * bv_workbook_first_pages_unnumber:
 * @path: a workbook that the library has just written
 * @sheets: a bit for each sheet, the first one's lowest
 * @error: return location for a #GIOErrorEnum; %G_IO_ERROR_PARTIAL_INPUT where the workbook is not whole
 *
 * Takes the page's number off the first page of sheets (NĐ 30/2020/NĐ-CP, Annex I: it is not shown on the
 * first page). The library (1.1.4) has no header for a first page, so it is written into what it packed.
 *
 * Returns: %FALSE with @error set on failure; the workbook is not whole then
 */
gboolean
bv_workbook_first_pages_unnumber (const char *path, guint sheets, GError **error)
{
  g_autoptr (GByteArray) parts = g_byte_array_new ();
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  g_auto (BvWorkbookArchive) archive = { NULL };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Copy copy = { parts, directory };

  if (!bv_workbook_archive_open (&archive, path) || !copy_archive (&copy, &archive, sheets))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "the workbook is not whole");
      return FALSE;
    }
  bv_workbook_archive_close (&archive);
  return rewrite (file, parts, error);
}
