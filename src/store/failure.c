/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/failure.h"

#include "core/text/wording.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#define PRIMARY_CODE 0xff /* without what extends it */

/* In English the words that everybody knows from the system. */
static const struct
{
  GIOErrorEnum code;
  const char *words;
} causes[] = {
  { G_IO_ERROR_NOT_FOUND, N_ ("No such file or directory") },
  { G_IO_ERROR_NOT_DIRECTORY, N_ ("Not a directory") },
  { G_IO_ERROR_IS_DIRECTORY, N_ ("Is a directory") },
  { G_IO_ERROR_PERMISSION_DENIED, N_ ("Permission denied") },
  { G_IO_ERROR_READ_ONLY, N_ ("Read-only file system") },
  { G_IO_ERROR_NO_SPACE, N_ ("No space left on device") },
  { G_IO_ERROR_FILENAME_TOO_LONG, N_ ("File name too long") },
  { G_IO_ERROR_INVALID_FILENAME, N_ ("Invalid file name") },
  { G_IO_ERROR_BUSY, N_ ("Device or resource busy") },
  { G_IO_ERROR_TOO_MANY_OPEN_FILES, N_ ("Too many open files") },
  { G_IO_ERROR_TIMED_OUT, N_ ("Connection timed out") },
  { G_IO_ERROR_HOST_UNREACHABLE, N_ ("Connection timed out") },
};

static const char *
find_words (GIOErrorEnum code)
{
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    if (causes[i].code == code)
      return _ (causes[i].words);
  return _ ("Input/output error");
}

/* A file may not grow, or a user have more: to whom it happens, that is a full disk. */
static GIOErrorEnum
to_io_error (int code)
{
  return code == EFBIG ? G_IO_ERROR_NO_SPACE : g_io_error_from_errno (code);
}

/**
 * bv_failure_describe_code:
 * @code: an errno
 *
 * The system's own words go to the log of debugging.
 *
 * Returns: (transfer none): why something was not done, to stand in the middle of a sentence
 */
const char *
bv_failure_describe_code (int code)
{
  g_debug ("the system says: %s (%d)", g_strerror (code), code);
  return find_words (to_io_error (code));
}

/**
 * bv_failure_describe:
 * @cause: an error of GIO or of GLib's files
 *
 * Its own words go to the log of debugging.
 *
 * Returns: (transfer none): why something was not done, to stand in the middle of a sentence
 */
const char *
bv_failure_describe (const GError *cause)
{
  g_debug ("GLib says: %s", cause->message);
  return find_words (cause->domain == G_IO_ERROR ? (GIOErrorEnum) cause->code : G_IO_ERROR_FAILED);
}

/**
 * bv_failure_describe_database:
 * @code: what SQLite returned
 * @words: what it says of that
 *
 * Of what lies with the disk or the system people are told in their language, and @words go to the log of
 * debugging; what else SQLite says is for who mends the program.
 *
 * Returns: (transfer none): why something was not done, to stand in the middle of a sentence
 */
const char *
bv_failure_describe_database (int code, const char *words)
{
  static const struct
  {
    int code;
    GIOErrorEnum same;
  } known[] = {
    { SQLITE_FULL, G_IO_ERROR_NO_SPACE },
    { SQLITE_IOERR, G_IO_ERROR_FAILED },
    { SQLITE_READONLY, G_IO_ERROR_PERMISSION_DENIED },
    { SQLITE_CANTOPEN, G_IO_ERROR_PERMISSION_DENIED },
    { SQLITE_PERM, G_IO_ERROR_PERMISSION_DENIED },
    { SQLITE_BUSY, G_IO_ERROR_BUSY },
    { SQLITE_LOCKED, G_IO_ERROR_BUSY },
  };

  if ((code & PRIMARY_CODE) == SQLITE_CORRUPT || (code & PRIMARY_CODE) == SQLITE_NOTADB)
    return _ ("a part of the database cannot be read, as it is damaged");
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].code == (code & PRIMARY_CODE))
      {
        g_debug ("SQLite says: %s (%d)", words, code);
        return find_words (known[i].same);
      }
  return words;
}

/* Of @path, or of what is there of the folders above. */
static gboolean
find_room (const char *path, gint64 *bytes)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (absolute);

  while (file != NULL)
    {
      g_autoptr (GFileInfo) info
        = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);
      GFile *above = info == NULL ? g_file_get_parent (file) : NULL;

      if (info != NULL && !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE))
        return FALSE;
      if (info != NULL)
        {
          *bytes = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE);
          return TRUE;
        }
      g_object_unref (file);
      file = above;
    }
  return FALSE;
}

/**
 * bv_failure_describe_room:
 * @why: what one of these functions said
 * @path: the file or folder at which it happened
 *
 * Returns: (transfer full): what follows @why: how much is free on that disk, where the disk it was; else ""
 */
char *
bv_failure_describe_room (const char *why, const char *path)
{
  g_autofree char *size = NULL;
  gint64 bytes;

  if ((!g_str_equal (why, find_words (G_IO_ERROR_NO_SPACE))
       && !g_str_equal (why, find_words (G_IO_ERROR_FAILED)))
      || !find_room (path, &bytes))
    return g_strdup ("");
  size = bv_wording_file_size (bytes);
  /* Translators: stands behind what happened: how much is free on the disk */
  return g_strdup_printf (_ (" (%s free)"), size);
}
