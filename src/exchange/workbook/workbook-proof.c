/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/workbook/workbook-proof.h"

#include "exchange/workbook/workbook-archive.h"

#include <gio/gio.h>
#include <string.h>

#define CHUNK 65536
#define ROOT_MAX 64

static const char image_end[] = "IEND\xae\x42\x60\x82";

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
check_part (const BvWorkbookPart *stored)
{
  Part part = { NULL };
  gboolean whole;

  part.inflater = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  whole = part_inflate (&part, stored->packed, stored->packed_length) && part.length == stored->length
          && part_is_whole (&part, stored->name, stored->name_length);
  g_object_unref (part.inflater);
  return whole;
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
  g_auto (BvWorkbookArchive) archive = { NULL };
  BvWorkbookPart part;
  gboolean broken = FALSE;

  if (!bv_workbook_archive_open (&archive, path))
    return FALSE;
  while (bv_workbook_archive_next (&archive, &part, &broken))
    if (!check_part (&part))
      return FALSE;
  return !broken;
}
