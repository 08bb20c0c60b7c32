/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/whole-file.h"

#include "store/failure.h"
#include "store/file-name.h"
#include "store/file-system.h"
#include "store/shown-path.h"
#include "store/unfinished/register.h"
#include "store/unfinished/unfinished-file.h"
#include "store/unfinished/unfinished-name.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* The extension of what has none: Windows drops a dot at the end, and others have names without one. */
#define NO_EXTENSION "tmp"

/* A name beside that of the file may be so much longer. */
#define ROOM 40

/* Nobody writes a file for so long. */
#define LEFT_OVER_SECONDS 3600

G_DEFINE_QUARK (bv_whole_file_error, bv_whole_file_error)

/**
 * bv_whole_file_refuse:
 * @path: the file that was to be written
 * @reason: why it cannot be
 * @error: return location
 *
 * Returns: %FALSE, with @error set to what happened and what to do
 */
gboolean
bv_whole_file_refuse (const char *path, const char *reason, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (path);
  g_autofree char *room = bv_failure_describe_room (reason, path);

  g_set_error (error, BV_WHOLE_FILE_ERROR, BV_WHOLE_FILE_ERROR_WRITE,
               _ ("“%s” was not written: %s%s. Choose another folder, or free some space, and try again"),
               shown, reason, room);
  return FALSE;
}

static gboolean
refuse_in_use (const char *path, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (path);

  g_set_error (error, BV_WHOLE_FILE_ERROR, BV_WHOLE_FILE_ERROR_WRITE,
               _ ("“%s” was not written: it is open in another program, perhaps in Excel. The old file is "
                  "unchanged. Close it there, and try again"),
               shown);
  return FALSE;
}

/* Whoever has the file open is not to blame for these. */
static gboolean
tells_enough (int failure)
{
  return failure == ENOSPC || failure == EROFS || failure == ENOENT;
}

/**
 * bv_whole_file_refuse_to_replace:
 * @path: the file in whose place another was to come
 * @failure: errno of the attempt
 * @error: return location
 *
 * Returns: %FALSE, with @error set as by bv_whole_file_refuse(), or to the program that has @path open where
 * that is what stands in the way
 */
gboolean
bv_whole_file_refuse_to_replace (const char *path, int failure, GError **error)
{
  if (!tells_enough (failure) && bv_file_system_is_in_use (path))
    return refuse_in_use (path, error);
  return bv_whole_file_refuse (path, bv_failure_describe_code (failure), error);
}

static gboolean
refuse_name (const char *path, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (path);

  g_set_error (error, BV_WHOLE_FILE_ERROR, BV_WHOLE_FILE_ERROR_WRITE,
               _ ("“%s” was not written: no file can have this name. Choose another, without the characters "
                  ": * ? \" < > | and without a dot or space at its end"),
               shown);
  return FALSE;
}

static gboolean
is_left_over (const char *path)
{
  GStatBuf status;

  return g_lstat (path, &status) == 0 && S_ISREG (status.st_mode)
         && g_get_real_time () / G_USEC_PER_SEC - (gint64) status.st_mtime > LEFT_OVER_SECONDS;
}

/* What a run of another user or computer left behind that was killed: it holds personal data, and nobody
 * would look for it. One's own is known to the register. */
static void
remove_leftovers (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (bv_unfinished_name_fits (name, FALSE) && is_left_over (path))
        g_unlink (path);
    }
}

static char *
make_beside (const char *path, gboolean kept, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *extension = bv_file_name_get_extension (base);
  char *made = bv_unfinished_file_make (folder, *extension != '\0' ? extension : NO_EXTENSION, kept);

  if (made == NULL)
    bv_whole_file_refuse (path, bv_failure_describe_code (errno), error);
  return made;
}

/**
 * bv_whole_file_begin:
 * @path: the file to write
 * @error: return location
 *
 * Makes an empty file beside @path, of the same extension, so that only a whole file ever has the name @path.
 * Until then nobody else can read it. What an earlier run left there when it was killed is removed.
 *
 * Returns: (transfer full) (nullable): the path of the new file; whoever does not finish it discards it
 */
char *
bv_whole_file_begin (const char *path, GError **error)
{
  g_autofree char *reached = bv_file_system_reach (path, ROOM);
  g_autofree char *folder = g_path_get_dirname (reached);

  if (!bv_file_system_takes_name (path))
    {
      refuse_name (path, error);
      return NULL;
    }
  remove_leftovers (folder);
  return make_beside (reached, FALSE, error);
}

static gboolean
sync_file (const char *path)
{
  int file = g_open (path, O_RDWR, 0);
  gboolean synced = file >= 0 && g_fsync (file) == 0;
  int failure = errno;

  if (file >= 0)
    g_close (file, NULL);
  errno = failure;
  return synced;
}

/* @copy is there and empty. To copy over it would make a file beside both, which nobody knows again where
 * this process dies. */
static gboolean
copy_content (GFile *copy, GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) source = g_file_read (file, NULL, error);
  g_autoptr (GFileOutputStream) target
    = source != NULL ? g_file_append_to (copy, G_FILE_CREATE_NONE, NULL, error) : NULL;

  return target != NULL
         && g_output_stream_splice (G_OUTPUT_STREAM (target), G_INPUT_STREAM (source),
                                    G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error)
              >= 0;
}

/* It may be the only one there is for a moment. A file that only others may write is copied all the same. */
static gboolean
copy_safely (GFile *file, GFile *copy, GError **error)
{
  const char *path = g_file_peek_path (copy);
  g_autofree char *folder = g_path_get_dirname (path);

  if (!copy_content (copy, file, error))
    return FALSE;
  g_file_copy_attributes (file, copy, G_FILE_COPY_ALL_METADATA, NULL, NULL);
  sync_file (path);
  bv_file_system_sync_folder (folder, NULL);
  return TRUE;
}

/**
 * bv_whole_file_keep:
 * @path: the file that is to be replaced
 * @kept: (out) (transfer full) (nullable): a copy beside it, to be put back or removed; %NULL: there is none
 * yet
 * @error: return location
 *
 * Returns: %FALSE with @error set where there is a file that cannot be copied
 */
gboolean
bv_whole_file_keep (const char *path, char **kept, GError **error)
{
  g_autofree char *reached = bv_file_system_reach (path, ROOM);
  g_autoptr (GFile) old = g_file_new_for_path (reached);
  g_autoptr (GFile) copy = NULL;
  g_autoptr (GError) cause = NULL;

  *kept = NULL;
  if (!g_file_query_exists (old, NULL))
    return TRUE;
  *kept = make_beside (reached, TRUE, error);
  if (*kept == NULL)
    return FALSE;
  copy = g_file_new_for_path (*kept);
  if (copy_safely (old, copy, &cause))
    return TRUE;
  bv_unfinished_file_discard (*kept);
  g_clear_pointer (kept, g_free);
  return bv_file_system_is_withheld (path) ? refuse_in_use (path, error)
                                           : bv_whole_file_refuse (path, bv_failure_describe (cause), error);
}

/**
 * bv_whole_file_confirm:
 * @temporary: the whole file, closed
 * @witness: who has seen all that was handed over for it; nothing is asked of it afterwards
 * @path: the name it is to have
 * @error: return location
 *
 * Returns: %FALSE with @error set where the file does not hold what was handed over
 */
gboolean
bv_whole_file_confirm (const char *temporary, BvWitness *witness, const char *path, GError **error)
{
  const char *doubt = bv_witness_find_doubt (witness, temporary);

  return doubt == NULL || bv_whole_file_refuse (path, doubt, error);
}

/**
 * bv_whole_file_finish:
 * @temporary: the whole file, of bv_whole_file_begin()
 * @path: the name it is to have
 * @error: return location
 *
 * Makes the file safe on the disk and gives it its name, in place of an older one, for whom new files of this
 * user are. Where it fails the older one is whole.
 *
 * Returns: whether @path is the new file
 */
gboolean
bv_whole_file_finish (const char *temporary, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!sync_file (temporary) || !bv_file_system_replace (temporary, path))
    return bv_whole_file_refuse_to_replace (path, errno, error);
  bv_register_remove (temporary);
  /* Not before, as what is unfinished may be left behind; where it cannot be, it is this user's alone. */
  bv_file_system_open_up (path);
  /* The file has its name; how safe that is, not every system says. */
  bv_file_system_sync_folder (folder, NULL);
  return TRUE;
}

static gboolean
fill (const char *path, const char *text, gsize length)
{
  FILE *file = g_fopen (path, "wb");
  gboolean written = file != NULL && fwrite (text, 1, length, file) == length;
  int failure = errno;

  if (file != NULL && fclose (file) != 0 && written)
    return FALSE;
  errno = failure;
  return written;
}

/**
 * bv_whole_file_write:
 * @path: the file to write
 * @text: (array length=length): all that it is to hold
 * @length: its bytes
 * @error: return location
 *
 * Returns: %FALSE with @error set, and an older file whole, on failure
 */
gboolean
bv_whole_file_write (const char *path, const char *text, gsize length, GError **error)
{
  g_autofree char *temporary = bv_whole_file_begin (path, error);
  g_autoptr (BvWitness) witness = bv_witness_new ();
  gboolean ok;

  if (temporary == NULL)
    return FALSE;
  bv_witness_see (witness, text, length);
  ok = fill (temporary, text, length) || bv_whole_file_refuse (path, bv_failure_describe_code (errno), error);
  ok = ok && bv_whole_file_confirm (temporary, witness, path, error)
       && bv_whole_file_finish (temporary, path, error);
  if (!ok)
    bv_unfinished_file_discard (temporary);
  return ok;
}
