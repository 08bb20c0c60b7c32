/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/dossier/zip-writer.h"

#include "exchange/system-locale.h"
#include "store/digest.h"
#include "store/failure.h"
#include "store/whole-file.h"

#include <archive.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>

#define BLOCK (256 * 1024)
#define FILE_MODE 0644

/* Of what is not packed in itself: texts, and files of old office programs. */
#define EFFORT "1"

/* Ends of names of files that are packed in themselves: to do so again costs time and gains nothing. */
static const char *const packed[]
  = { ".pdf", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".docx", ".xlsx", ".pptx", ".odt",
      ".ods", ".odp", ".zip",  ".7z",  ".rar", ".gz",   ".mp3",  ".m4a",  ".mp4",  ".mov" };

/* Zip knows days from here on. */
#define FIRST_YEAR 1980

/* A date is noon in Viet Nam, which is the same day nearly everywhere. */
#define NOON_HOUR 5

struct _BvZipWriter
{
  char *wanted;
  FILE *file;
  int failure;       /* of the disk */
  gboolean given_up; /* nothing more is written */
  struct archive *archive;
  guint8 *block;
  BvZipTakenFunc taken;
  gpointer taken_data;
  GCancellable *cancellable;
};

/* libarchive leaks what it compresses with where a failure is reported to it: it goes on, to nowhere. */
static la_ssize_t
write_cb (struct archive *archive, void *data, const void *buffer, size_t length)
{
  BvZipWriter *writer = data;

  errno = 0;
  if (!writer->given_up && fwrite (buffer, 1, length, writer->file) != length)
    {
      writer->failure = errno != 0 ? errno : EIO;
      writer->given_up = TRUE;
    }
  return length;
}

static gboolean
succeed (BvZipWriter *writer, int result)
{
  return result == ARCHIVE_OK && writer->failure == 0;
}

static gboolean
fail (BvZipWriter *writer, GError **error)
{
  const char *words = archive_error_string (writer->archive);

  if (words != NULL)
    g_debug ("libarchive says: %s", words);
  return bv_whole_file_refuse (
    writer->wanted, bv_failure_describe_code (writer->failure != 0 ? writer->failure : EIO), error);
}

static gboolean
set_up (BvZipWriter *writer, const char *passphrase)
{
  struct archive *archive = writer->archive;

  return archive_write_set_format_zip (archive) == ARCHIVE_OK
         && archive_write_set_format_option (archive, "zip", "hdrcharset", "UTF-8") == ARCHIVE_OK
         && archive_write_set_format_option (archive, "zip", "compression-level", EFFORT) == ARCHIVE_OK
         && archive_write_set_bytes_in_last_block (archive, 1) == ARCHIVE_OK
         && (passphrase == NULL
             || (archive_write_set_format_option (archive, "zip", "encryption", "aes256") == ARCHIVE_OK
                 && archive_write_set_passphrase (archive, passphrase) == ARCHIVE_OK));
}

/**
 * bv_zip_writer_new:
 * @path: the file to write, which is emptied
 * @wanted: the name that errors say, under which people know it
 * @passphrase: (nullable): ASCII, as programs differ in how they encode other characters; %NULL: not
 * encrypted
 * @error: return location for a %BV_WHOLE_FILE_ERROR
 *
 * Returns: (transfer full) (nullable): a writer; %NULL with @error set on failure
 */
BvZipWriter *
bv_zip_writer_new (const char *path, const char *wanted, const char *passphrase, GError **error)
{
  g_autoptr (BvZipWriter) writer = g_new0 (BvZipWriter, 1);
  gpointer charset;
  gboolean ready;

  writer->wanted = g_strdup (wanted);
  writer->archive = archive_write_new ();
  writer->block = g_malloc (BLOCK);
  writer->file = g_fopen (path, "wb");
  if (writer->file == NULL)
    {
      bv_whole_file_refuse (wanted, bv_failure_describe_code (errno), error);
      return NULL;
    }
  charset = bv_system_locale_begin_utf8 ();
  ready = set_up (writer, passphrase);
  bv_system_locale_end_utf8 (charset);
  if (!ready || archive_write_open (writer->archive, writer, NULL, write_cb, NULL) != ARCHIVE_OK)
    {
      fail (writer, error);
      return NULL;
    }
  return g_steal_pointer (&writer);
}

/**
 * bv_zip_writer_free:
 * @writer: (transfer full): a writer; what was not closed is no archive
 */
void
bv_zip_writer_free (BvZipWriter *writer)
{
  writer->given_up = TRUE;
  archive_write_free (writer->archive);
  if (writer->file != NULL)
    fclose (writer->file);
  g_clear_object (&writer->cancellable);
  g_free (writer->block);
  g_free (writer->wanted);
  g_free (writer);
}

/**
 * bv_zip_writer_set_taken_func:
 * @writer: a writer
 * @func: (nullable): called with what was taken in
 * @data: for @func
 * @cancellable: (nullable): to give up
 */
void
bv_zip_writer_set_taken_func (BvZipWriter *writer,
                              BvZipTakenFunc func,
                              gpointer data,
                              GCancellable *cancellable)
{
  writer->taken = func;
  writer->taken_data = data;
  g_set_object (&writer->cancellable, cancellable);
}

static gint64
date_to_time (gint64 date)
{
  g_autoptr (GDateTime) noon = NULL;

  if (date / 10000 >= FIRST_YEAR)
    noon = g_date_time_new_utc (date / 10000, date / 100 % 100, date % 100, NOON_HOUR, 0, 0);
  return noon != NULL ? g_date_time_to_unix (noon) : 0;
}

static gboolean
is_packed (const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (packed); i++)
    if (g_str_has_suffix (folded, packed[i]))
      return TRUE;
  return FALSE;
}

static gboolean
choose_compression (BvZipWriter *writer, const char *name)
{
  int result = is_packed (name) ? archive_write_zip_set_compression_store (writer->archive)
                                : archive_write_zip_set_compression_deflate (writer->archive);

  return result == ARCHIVE_OK;
}

static gboolean
write_header (BvZipWriter *writer, const char *name, gint64 date, gint64 bytes)
{
  struct archive_entry *entry = archive_entry_new ();
  gint64 time = date_to_time (date);
  int result;

  bv_system_locale_set_entry_name (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, FILE_MODE);
  archive_entry_set_size (entry, bytes);
  if (time != 0)
    archive_entry_set_mtime (entry, time, 0);
  result = archive_write_header (writer->archive, entry);
  archive_entry_free (entry);
  return succeed (writer, result);
}

static gboolean
write_content (BvZipWriter *writer, GInputStream *content, BvDigest *digest, GError **error)
{
  gssize length;

  while ((length = g_input_stream_read (content, writer->block, BLOCK, writer->cancellable, error)) > 0)
    {
      bv_digest_update (digest, writer->block, length);
      if (archive_write_data (writer->archive, writer->block, length) < 0 || writer->failure != 0)
        return fail (writer, error);
      if (writer->taken != NULL)
        writer->taken (length, writer->taken_data);
    }
  return length == 0;
}

/**
 * bv_zip_writer_add:
 * @writer: a writer
 * @name: the path in the archive, UTF-8, with "/" between folders
 * @date: its day of change; %BV_NONE: not said
 * @bytes: its size; of a longer content no more is written
 * @content: what it holds
 * @error: return location for a %BV_WHOLE_FILE_ERROR, or what @content says
 *
 * What its name says is packed in itself is stored as it is.
 *
 * Returns: (transfer full) (nullable): the SHA-256 of all that @content held, in hex; %NULL with @error set
 *   on failure: then the archive cannot be finished
 */
char *
bv_zip_writer_add (BvZipWriter *writer,
                   const char *name,
                   gint64 date,
                   gint64 bytes,
                   GInputStream *content,
                   GError **error)
{
  g_autoptr (BvDigest) digest = bv_digest_new ();
  gpointer charset = bv_system_locale_begin_utf8 ();
  gboolean begun = choose_compression (writer, name) && write_header (writer, name, date, bytes);

  bv_system_locale_end_utf8 (charset);
  if (!begun)
    fail (writer, error);
  return begun && write_content (writer, content, digest, error) ? bv_digest_finish (digest) : NULL;
}

/**
 * bv_zip_writer_close:
 * @writer: a writer
 * @error: return location for a %BV_WHOLE_FILE_ERROR
 *
 * Writes what ends an archive. bv_whole_file_finish() makes it safe on the disk.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_zip_writer_close (BvZipWriter *writer, GError **error)
{
  FILE *file;

  if (!succeed (writer, archive_write_close (writer->archive)))
    return fail (writer, error);
  file = g_steal_pointer (&writer->file);
  errno = 0;
  if (fclose (file) == 0)
    return TRUE;
  writer->failure = errno;
  return fail (writer, error);
}
