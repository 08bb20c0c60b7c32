/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/unfinished/unfinished-file.h"

#include "store/error.h"
#include "store/failure.h"
#include "store/file-system.h"
#include "store/file-tree.h"
#include "store/unfinished/register.h"
#include "store/unfinished/unfinished-name.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Of names that somebody else has, too. */
#define TRIES 100

static gboolean
make_file (const char *path)
{
  int file = g_open (path, O_RDWR | O_CREAT | O_EXCL, 0600);
  int failure;

  if (file < 0 || g_close (file, NULL))
    return file >= 0;
  failure = errno;
  g_unlink (path);
  errno = failure;
  return FALSE;
}

/* What lies in an unfinished folder is removed with that. */
static gboolean
is_covered (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (folder);

  return bv_unfinished_name_fits (name, FALSE);
}

static gboolean
make (const char *path, BvRegisterKind kind)
{
  int failure;

  if (!is_covered (path))
    bv_register_add (kind, path);
  if (kind == BV_REGISTER_FILE ? make_file (path) : g_mkdir (path, 0700) == 0)
    return TRUE;
  failure = errno;
  bv_register_remove (path);
  errno = failure;
  return FALSE;
}

/**
 * bv_unfinished_file_make:
 * @folder: a folder, as the system is asked for it
 * @extension: (nullable): the file's extension without a dot
 * @kept: whether it is the copy of a file that is being replaced
 *
 * Makes an empty file that nobody else can read. A process that is killed leaves it to the next start, which
 * removes it. Whoever gives it another name says so by bv_register_remove().
 *
 * Returns: (transfer full) (nullable): its path; %NULL with errno set
 */
char *
bv_unfinished_file_make (const char *folder, const char *extension, gboolean kept)
{
  for (guint i = 0; i < TRIES; i++)
    {
      g_autofree char *path = kept ? bv_unfinished_name_make_kept (folder, extension)
                                   : bv_unfinished_name_make (folder, extension);

      if (make (path, BV_REGISTER_FILE))
        return g_steal_pointer (&path);
      if (errno != EEXIST)
        break;
    }
  return NULL;
}

/**
 * bv_unfinished_file_make_folder:
 * @folder: a folder, as the system is asked for it
 *
 * As bv_unfinished_file_make(), a folder with all that is laid into it.
 *
 * Returns: (transfer full) (nullable): its path; %NULL with errno set
 */
char *
bv_unfinished_file_make_folder (const char *folder)
{
  for (guint i = 0; i < TRIES; i++)
    {
      g_autofree char *path = bv_unfinished_name_make (folder, NULL);

      if (make (path, BV_REGISTER_TREE))
        return g_steal_pointer (&path);
      if (errno != EEXIST)
        break;
    }
  return NULL;
}

/**
 * bv_unfinished_file_make_work_folder:
 * @place: a folder, as the system is asked for it, which is made where it is not there
 * @error: return location for %BV_STORE_ERROR_FILE
 *
 * As bv_unfinished_file_make_folder(), for what is written on the way to something else.
 *
 * Returns: (transfer full) (nullable): its path; %NULL with @error set
 */
char *
bv_unfinished_file_make_work_folder (const char *place, GError **error)
{
  g_autofree char *shown = bv_file_system_show (place);
  g_autofree char *room = NULL;
  const char *why;
  char *folder = NULL;

  if (g_mkdir_with_parents (place, 0700) == 0)
    folder = bv_unfinished_file_make_folder (place);
  if (folder != NULL)
    return folder;
  why = bv_failure_describe_code (errno);
  room = bv_failure_describe_room (why, place);
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("%s: cannot make a work folder here: %s%s. Free some space on the disk, and try again"),
               shown, why, room);
  return NULL;
}

/**
 * bv_unfinished_file_discard:
 * @path: a file or folder of those above; it need not be there any more
 *
 * Removes it with all in it.
 */
void
bv_unfinished_file_discard (const char *path)
{
  if (bv_file_tree_remove (path, NULL))
    bv_register_remove (path);
}
