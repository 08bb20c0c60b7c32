/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source/source-bytes.h"

#include "exchange/source/source-error.h"
#include "store/file-system.h"

#define CHUNK (256 * 1024)

/**
 * bv_source_bytes_open:
 * @path: a file from outside
 * @error: return location for a %BV_SOURCE_ERROR
 *
 * Returns: (transfer full) (nullable): its bytes; %NULL where it is no file that can be read
 */
GFileInputStream *
bv_source_bytes_open (const char *path, GError **error)
{
  g_autofree char *reached = bv_file_system_reach (path, 1);
  g_autoptr (GFile) file = g_file_new_for_path (reached);
  GFileInputStream *stream = NULL;

  /* To open a pipe is to wait for who writes to it. */
  if (g_file_test (reached, G_FILE_TEST_IS_REGULAR))
    stream = g_file_read (file, NULL, NULL);
  if (stream == NULL)
    bv_source_refuse (BV_SOURCE_ERROR_ABSENT, error);
  return stream;
}

/**
 * bv_source_bytes_load:
 * @path: a file from outside
 * @most: how many bytes it may have
 * @error: return location for a %BV_SOURCE_ERROR
 *
 * Returns: (transfer full) (nullable): all of it, with a 0 behind its end
 */
GByteArray *
bv_source_bytes_load (const char *path, gsize most, GError **error)
{
  g_autoptr (GFileInputStream) stream = bv_source_bytes_open (path, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize length = 0;

  if (stream == NULL)
    return NULL;
  do
    {
      g_byte_array_append (bytes, chunk, (guint) length);
      length = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK, NULL, NULL);
    }
  while (length > 0 && bytes->len + (gsize) length <= most);
  if (length != 0)
    {
      bv_source_refuse (length < 0 ? BV_SOURCE_ERROR_ABSENT : BV_SOURCE_ERROR_BOMB, error);
      return NULL;
    }
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  g_byte_array_set_size (bytes, bytes->len - 1);
  return g_steal_pointer (&bytes);
}
