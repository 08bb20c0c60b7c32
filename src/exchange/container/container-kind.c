/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/container/container-kind.h"

#include "exchange/source/source-bytes.h"
#include "store/file-name.h"

#include <string.h>

#define START 128
#define FIRST_NAME 30 /* where the name of the first file of a zip archive begins (APPNOTE 4.3.7) */

static const struct
{
  const char *bytes;
  gsize length;
  BvContainerKind kind;
} starts[] = {
  { "PK\3\4", 4, BV_CONTAINER_ZIP },
  { "PK\5\6", 4, BV_CONTAINER_ZIP },
  { "Rar!\x1a\7\0", 7, BV_CONTAINER_RAR },
  { "Rar!\x1a\7\1\0", 8, BV_CONTAINER_RAR5 },
  { "7z\xbc\xaf\x27\x1c", 6, BV_CONTAINER_7Z },
};

/* Documents are zip archives too: told by their name, and where that says nothing by how they begin. */
static const char document_extensions[]
  = " docm docx dotm dotx epub odg odp ods odt ots ott potx pptm pptx xlsm xlsx xltm xltx ";
static const char *const document_starts[]
  = { "[Content_Types].xml", "_rels/", "docProps/", "mimetype", "word/", "xl/", "ppt/" };

static gboolean
is_document (const guint8 *bytes, gsize length, const char *extension)
{
  g_autofree char *word = g_strconcat (" ", extension, " ", NULL);

  if (*extension != '\0' && strstr (document_extensions, word) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (document_starts); i++)
    {
      gsize wanted = strlen (document_starts[i]);

      if (length >= FIRST_NAME + wanted && memcmp (bytes + FIRST_NAME, document_starts[i], wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A mail is told by its name: its beginning is that of any text. */
static BvContainerKind
find (const guint8 *bytes, gsize length, const char *extension)
{
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (length >= starts[i].length && memcmp (bytes, starts[i].bytes, starts[i].length) == 0)
      return starts[i].kind == BV_CONTAINER_ZIP && is_document (bytes, length, extension) ? BV_CONTAINER_NONE
                                                                                          : starts[i].kind;
  return length > 0 && g_str_equal (extension, "eml") ? BV_CONTAINER_MAIL : BV_CONTAINER_NONE;
}

/**
 * bv_container_kind_find:
 * @path: a file from outside
 *
 * Returns: what it is by how it begins, where it holds other files
 */
BvContainerKind
bv_container_kind_find (const char *path)
{
  g_autoptr (GFileInputStream) stream = bv_source_bytes_open (path, NULL);
  g_autofree char *extension = bv_file_name_get_extension (path);
  guint8 bytes[START];
  gsize length = 0;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, START, &length, NULL, NULL))
    return BV_CONTAINER_NONE;
  return find (bytes, length, extension);
}
