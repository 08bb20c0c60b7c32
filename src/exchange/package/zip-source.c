/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/package/zip-source.h"

#include "store/file-system.h"
#include "store/shown-path.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK (256 * 1024)

static const char zip_start[4] = "PK\3\4";

/* The last record of an archive, without a comment. */
static const char zip_end[4] = "PK\5\6";
#define ZIP_END 22
#define ZIP_END_ENTRIES 10

struct _BvZipSource
{
  char *path;
  GFileInputStream *stream;
  GCancellable *cancellable;
  GError *failure; /* of the disk */
  gint64 size;
  char start[sizeof zip_start];
  guint8 *block;
};

static la_ssize_t
read_cb (struct archive *archive, void *data, const void **buffer)
{
  BvZipSource *source = data;
  gssize length;

  g_clear_error (&source->failure);
  length = g_input_stream_read (G_INPUT_STREAM (source->stream), source->block, BLOCK, source->cancellable,
                                &source->failure);
  if (length < 0)
    archive_set_error (archive, EIO, "%s", source->failure->message);
  *buffer = source->block;
  return length;
}

static la_int64_t
seek_cb (struct archive *archive, void *data, la_int64_t offset, int whence)
{
  static const GSeekType types[]
    = { [SEEK_SET] = G_SEEK_SET, [SEEK_CUR] = G_SEEK_CUR, [SEEK_END] = G_SEEK_END };
  BvZipSource *source = data;
  GSeekable *seekable = G_SEEKABLE (source->stream);

  g_clear_error (&source->failure);
  if (g_seekable_seek (seekable, offset, types[whence], source->cancellable, &source->failure))
    return g_seekable_tell (seekable);
  archive_set_error (archive, EIO, "%s", source->failure->message);
  return ARCHIVE_FATAL;
}

/* What GLib says is in the language of its own catalogue, and says not what to do. */
static gboolean
fail_reading (const char *path, const GError *cause, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (path);
  const char *what = _ ("the file could not be read: copy it to a disk of this computer, and try again");

  switch (cause->domain == G_IO_ERROR ? cause->code : G_IO_ERROR_FAILED)
    {
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      what = _ ("there is no such file: check its name and folder");
      break;
    case G_IO_ERROR_IS_DIRECTORY:
      what = _ ("it is a folder: choose the .zip file of a dossier");
      break;
    case G_IO_ERROR_PERMISSION_DENIED:
      what = _ ("you have no right to read the file: ask its owner, or copy it");
      break;
    case G_IO_ERROR_CANCELLED:
      g_propagate_error (error, g_error_copy (cause));
      return FALSE;
    default:
      break;
    }
  g_set_error (error, G_IO_ERROR, cause->domain == G_IO_ERROR ? cause->code : G_IO_ERROR_FAILED, "%s: %s",
               shown, what);
  return FALSE;
}

static gboolean
open_stream (BvZipSource *source, const char *path, GError **error)
{
  g_autofree char *reached = bv_file_system_reach (path, 1);
  g_autoptr (GFile) file = g_file_new_for_path (reached);
  GSeekable *seekable;

  source->stream = g_file_read (file, source->cancellable, error);
  if (source->stream == NULL)
    return FALSE;
  seekable = G_SEEKABLE (source->stream);
  if (!g_input_stream_read_all (G_INPUT_STREAM (source->stream), source->start, sizeof source->start, NULL,
                                source->cancellable, error)
      || !g_seekable_seek (seekable, 0, G_SEEK_END, source->cancellable, error))
    return FALSE;
  source->size = g_seekable_tell (seekable);
  return g_seekable_seek (seekable, 0, G_SEEK_SET, source->cancellable, error);
}

/* To open a pipe is to wait for who writes to it, perhaps for ever. */
static gboolean
is_device_or_pipe (const char *path)
{
  g_autofree char *reached = bv_file_system_reach (path, 1);

  return g_file_test (reached, G_FILE_TEST_EXISTS) && !g_file_test (reached, G_FILE_TEST_IS_REGULAR)
         && !g_file_test (reached, G_FILE_TEST_IS_DIR);
}

/**
 * bv_zip_source_open:
 * @archive: a reader that is not open yet; it is to be freed before the source
 * @path: a file
 * @cancellable: (nullable): to give up
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): what @archive is to be opened with next, by archive_read_open1();
 *   %NULL with @error set where the file cannot be read
 */
BvZipSource *
bv_zip_source_open (struct archive *archive, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvZipSource) source = g_new0 (BvZipSource, 1);
  g_autoptr (GError) cause = NULL;

  if (is_device_or_pipe (path))
    {
      g_autofree char *shown = bv_shown_path_write (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "%s: %s", shown,
                   _ ("it is a device or a pipe: choose the .zip file of a dossier"));
      return NULL;
    }
  source->block = g_malloc (BLOCK);
  g_set_object (&source->cancellable, cancellable);
  if (!open_stream (source, path, &cause))
    {
      fail_reading (path, cause, error);
      return NULL;
    }
  source->path = g_strdup (path);
  archive_read_set_read_callback (archive, read_cb);
  archive_read_set_seek_callback (archive, seek_cb);
  archive_read_set_callback_data (archive, source);
  return g_steal_pointer (&source);
}

/**
 * bv_zip_source_free:
 * @source: (transfer full): a source
 */
void
bv_zip_source_free (BvZipSource *source)
{
  g_clear_object (&source->stream);
  g_clear_object (&source->cancellable);
  g_clear_error (&source->failure);
  g_free (source->path);
  g_free (source->block);
  g_free (source);
}

/**
 * bv_zip_source_is_zip:
 * @source: a source
 *
 * Returns: whether the file begins as a zip archive, whatever became of its end
 */
gboolean
bv_zip_source_is_zip (BvZipSource *source)
{
  return memcmp (source->start, zip_start, sizeof zip_start) == 0;
}

/**
 * bv_zip_source_count_entries:
 * @source: a source of which nothing was read yet
 *
 * Returns: how many entries the end of the archive says that there are, 65535 where there are more; 0: it
 * does not say it at once
 */
guint
bv_zip_source_count_entries (BvZipSource *source)
{
  GSeekable *seekable = G_SEEKABLE (source->stream);
  guint8 end[ZIP_END];
  gsize length = 0;

  if (source->size >= ZIP_END && g_seekable_seek (seekable, -ZIP_END, G_SEEK_END, source->cancellable, NULL))
    g_input_stream_read_all (G_INPUT_STREAM (source->stream), end, ZIP_END, &length, source->cancellable,
                             NULL);
  if (!g_seekable_seek (seekable, 0, G_SEEK_SET, source->cancellable, NULL) || length < ZIP_END
      || memcmp (end, zip_end, sizeof zip_end) != 0)
    return 0;
  return end[ZIP_END_ENTRIES] | (guint) end[ZIP_END_ENTRIES + 1] << 8;
}

/**
 * bv_zip_source_get_size:
 * @source: a source
 *
 * Returns: the size of the file in bytes
 */
gint64
bv_zip_source_get_size (BvZipSource *source)
{
  return source->size;
}

/**
 * bv_zip_source_get_fraction:
 * @source: a source
 *
 * Returns: how far it is read, 0 to 1
 */
double
bv_zip_source_get_fraction (BvZipSource *source)
{
  gint64 at = g_seekable_tell (G_SEEKABLE (source->stream));

  return source->size > 0 ? (double) at / source->size : 1;
}

/**
 * bv_zip_source_is_sound:
 * @source: a source
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: %FALSE with @error set where it was the disk that failed, or the user who gave up, and not the
 * archive
 */
gboolean
bv_zip_source_is_sound (BvZipSource *source, GError **error)
{
  if (source->failure == NULL)
    return TRUE;
  return fail_reading (source->path, source->failure, error);
}
