/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/workbook/workbook-proof.h"

#include <gio/gio.h>
#include <string.h>

/* The records of a zip archive, as far as a workbook of our own has them (APPNOTE.TXT 4.3). */
#define END_SIGNATURE 0x06054b50
#define END_SIZE 22
#define END_COUNT 10
#define END_DIRECTORY 16
#define ENTRY_SIGNATURE 0x02014b50
#define ENTRY_SIZE 46
#define ENTRY_METHOD 10
#define ENTRY_PACKED 20
#define ENTRY_UNPACKED 24
#define ENTRY_NAME 28
#define ENTRY_EXTRA 30
#define ENTRY_COMMENT 32
#define ENTRY_OFFSET 42
#define LOCAL_SIZE 30
#define LOCAL_NAME 26
#define LOCAL_EXTRA 28
#define METHOD_DEFLATE 8

#define CHUNK 65536
#define ROOT_MAX 64

static const char image_end[] = "IEND\xae\x42\x60\x82";

typedef struct
{
  const guint8 *data;
  gsize length;
} Archive;

/* What a part of the workbook begins and ends with. */
typedef struct
{
  GConverter *inflater;
  gsize length;
  char head[512];
  gsize n_head;
  char tail[ROOT_MAX];
  gsize n_tail;
} Part;

static guint
read_number (const guint8 *at, guint n_bytes)
{
  guint number = 0;

  while (n_bytes-- > 0)
    number = number << 8 | at[n_bytes];
  return number;
}

static void
part_add (Part *part, const char *data, gsize length)
{
  gsize head = MIN (length, sizeof part->head - 1 - part->n_head);
  gsize tail = MIN (length, sizeof part->tail);
  gsize kept = MIN (part->n_tail, sizeof part->tail - tail);

  memcpy (part->head + part->n_head, data, head);
  part->n_head += head;
  memmove (part->tail, part->tail + part->n_tail - kept, kept);
  memcpy (part->tail + kept, data + length - tail, tail);
  part->n_tail = kept + tail;
  part->length += length;
}

static gboolean
part_inflate (Part *part, const guint8 *data, gsize length)
{
  char buffer[CHUNK];
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result == G_CONVERTER_CONVERTED)
    {
      gsize read = 0;
      gsize written = 0;

      result = g_converter_convert (part->inflater, data, length, buffer, sizeof buffer,
                                    G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
      if (result == G_CONVERTER_ERROR)
        return FALSE;
      part_add (part, buffer, written);
      data += read;
      length -= read;
    }
  return TRUE;
}

static gboolean
part_ends_with (const Part *part, const char *end, gsize length)
{
  return part->n_tail >= length && memcmp (part->tail + part->n_tail - length, end, length) == 0;
}

/* The end of a document closes the element it began with; one that was cut short does not. */
static gboolean
part_is_whole (Part *part, const char *name, gsize name_length)
{
  g_autofree char *close = NULL;
  const char *root;

  if (g_strrstr_len (name, name_length, ".png") != NULL)
    return part_ends_with (part, image_end, sizeof image_end - 1);
  part->head[part->n_head] = '\0';
  root = strstr (part->head, "?>");
  root = root != NULL ? strchr (root, '<') : NULL;
  if (root == NULL)
    return FALSE;
  root++;
  while (part->n_tail > 0 && part->tail[part->n_tail - 1] == '\n')
    part->n_tail--;
  close = g_strdup_printf ("</%.*s>", (int) MIN (strcspn (root, " />\n"), ROOT_MAX - 4), root);
  return part_ends_with (part, close, strlen (close));
}

static gboolean
check_entry (const Archive *archive, const guint8 *entry)
{
  gsize at = read_number (entry + ENTRY_OFFSET, 4);
  gsize packed = read_number (entry + ENTRY_PACKED, 4);
  Part part = { NULL };
  gboolean whole;

  if (read_number (entry + ENTRY_METHOD, 2) != METHOD_DEFLATE || at + LOCAL_SIZE > archive->length)
    return FALSE;
  at += LOCAL_SIZE + read_number (archive->data + at + LOCAL_NAME, 2)
        + read_number (archive->data + at + LOCAL_EXTRA, 2);
  if (at > archive->length || packed > archive->length - at)
    return FALSE;
  part.inflater = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  whole = part_inflate (&part, archive->data + at, packed)
          && part.length == read_number (entry + ENTRY_UNPACKED, 4)
          && part_is_whole (&part, (const char *) entry + ENTRY_SIZE, read_number (entry + ENTRY_NAME, 2));
  g_object_unref (part.inflater);
  return whole;
}

static gboolean
check_archive (const Archive *archive)
{
  const guint8 *end;
  gsize at;

  if (archive->length < END_SIZE)
    return FALSE;
  end = archive->data + archive->length - END_SIZE;
  if (read_number (end, 4) != END_SIGNATURE)
    return FALSE;
  at = read_number (end + END_DIRECTORY, 4);
  for (guint i = 0; i < read_number (end + END_COUNT, 2); i++)
    {
      const guint8 *entry = archive->data + at;

      if (at + ENTRY_SIZE > archive->length || read_number (entry, 4) != ENTRY_SIGNATURE)
        return FALSE;
      at += ENTRY_SIZE + read_number (entry + ENTRY_NAME, 2) + read_number (entry + ENTRY_EXTRA, 2)
            + read_number (entry + ENTRY_COMMENT, 2);
      if (at > archive->length || !check_entry (archive, entry))
        return FALSE;
    }
  return TRUE;
}

/**
 * bv_workbook_proof:
 * @path: a workbook that the library has just written
 *
 * The library packs its parts from temporary files, and does not notice where the disk was full while it
 * wrote one: the workbook has a part cut short then. Unpacks all of it to see.
 *
 * Returns: whether every part is whole
 */
gboolean
bv_workbook_proof (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  Archive archive;

  if (file == NULL)
    return FALSE;
  archive = (Archive){ (const guint8 *) g_mapped_file_get_contents (file), g_mapped_file_get_length (file) };
  return check_archive (&archive);
}
