/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/file-system.h"
#include "store/file-tree.h"
#include "store/library-private.h"
#include "store/rest.h"
#include "store/unfinished/register.h"
#include "store/unfinished/unfinished-file.h"
#include "store/unfinished/unfinished-name.h"
#include "store/unfinished/unnamed-files.h"
#include "store/vault.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* A work folder of that age is no longer written to. */
#define LEFT_OVER_SECONDS 600

/* Of SQLite's virtual machine, in one statement: some tens of microseconds. */
#define STEPS_BETWEEN_QUESTIONS 1000

/**
 * bv_library_default_folder:
 *
 * Returns: (transfer full): the library's folder in the user's data directory
 */
char *
bv_library_default_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "bangvang", NULL);
}

/**
 * bv_library_get_folder:
 * @library: a library
 *
 * Returns: (transfer none): its folder, as people write it
 */
const char *
bv_library_get_folder (BvLibrary *library)
{
  return library->folder;
}

/**
 * bv_library_is_writable:
 * @library: a library
 *
 * Returns: whether this is the one writer
 */
gboolean
bv_library_is_writable (BvLibrary *library)
{
  return library->mode != BV_LIBRARY_READ;
}

/**
 * bv_library_set_changed_func:
 * @library: a library
 * @changed: (nullable): called after every action, undo and redo
 * @data: for @changed
 */
void
bv_library_set_changed_func (BvLibrary *library, BvChangedFunc changed, gpointer data)
{
  library->changed = changed;
  library->changed_data = data;
}

/* What is not 0 interrupts the statement. */
static int
is_unwanted_cb (void *data)
{
  const BvLibrary *library = data;

  return !library->wanted (library->wanted_data);
}

/**
 * bv_library_set_wanted_func:
 * @library: a library that is only read
 * @wanted: (nullable): asked while something is read; %NULL: all is wanted
 * @data: for @wanted
 *
 * Reads for as long as that is wanted: what is not fails. SQLite asks one such question of a connection: the
 * one that writes asks its own while it undoes (store/replay.c).
 */
void
bv_library_set_wanted_func (BvLibrary *library, BvWantedFunc wanted, gpointer data)
{
  library->wanted = wanted;
  library->wanted_data = data;
  sqlite3_progress_handler (library->db, STEPS_BETWEEN_QUESTIONS, wanted != NULL ? is_unwanted_cb : NULL,
                            library);
}

/**
 * bv_library_get_path:
 * @library: a library
 * @name: a file name
 *
 * Returns: (transfer full): the path of that file in the library's folder, as the system is asked for it
 */
char *
bv_library_get_path (BvLibrary *library, const char *name)
{
  return g_build_filename (library->reached, name, NULL);
}

/**
 * bv_library_is_unwritable:
 * @library: a library
 *
 * Returns: whether it is open for reading where not even the files may be made that SQLite shares between
 * processes
 */
gboolean
bv_library_is_unwritable (BvLibrary *library)
{
  return library->mode == BV_LIBRARY_READ && !bv_file_system_may_write (library->folder);
}

/* A reader that exports has a work folder too, for seconds. */
static gboolean
is_left_over (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0
         && g_get_real_time () / G_USEC_PER_SEC - (gint64) status.st_mtime > LEFT_OVER_SECONDS;
}

/**
 * bv_library_remove_leftovers:
 * @place: a folder in which there are work folders
 *
 * Removes the work folders of processes of other users and computers that died.
 */
void
bv_library_remove_leftovers (const char *place)
{
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place, name, NULL);

      if (bv_unfinished_name_fits (name, TRUE) && is_left_over (path))
        bv_file_tree_remove (path, NULL);
    }
}

/**
 * bv_library_make_temporary_folder:
 * @library: a library
 * @error: return location for %BV_STORE_ERROR_FILE
 *
 * Work files hold personal data, so they stay inside the library and out of the system's temporary folder;
 * beside a library in which a reader may not write, in the user's own cache.
 *
 * Returns: (transfer full) (nullable): a new private folder; the caller removes it
 */
char *
bv_library_make_temporary_folder (BvLibrary *library, GError **error)
{
  g_autofree char *place = bv_library_is_unwritable (library)
                             ? g_build_filename (g_get_user_cache_dir (), "bangvang", NULL)
                             : g_strdup (library->reached);

  /* A writer removes them from its library when it opens that; here nobody else does. */
  if (bv_library_is_unwritable (library))
    bv_library_remove_leftovers (place);
  return bv_unfinished_file_make_work_folder (place, error);
}

/**
 * bv_library_remove_temporary_folder:
 * @folder: a folder of bv_library_make_temporary_folder()
 *
 * Removes it with all in it.
 */
void
bv_library_remove_temporary_folder (const char *folder)
{
  bv_unfinished_file_discard (folder);
}

/* From the folder up to the root: those that were not there before were made for it. */
static void
forget_folders (const char *folder)
{
  g_autofree char *path = bv_unfinished_name_place (folder);
  gboolean at_root = FALSE;

  while (!at_root)
    {
      char *above = g_path_get_dirname (path);

      bv_register_remove_kind (BV_REGISTER_FOLDER, path);
      at_root = g_str_equal (above, path);
      g_free (path);
      path = above;
    }
}

/**
 * bv_library_take_hold:
 * @library: a library
 *
 * One that was made by this process stays from now on, even if the process is killed.
 *
 * Returns: %TRUE
 */
gboolean
bv_library_take_hold (BvLibrary *library)
{
  if (library->is_new)
    {
      bv_register_remove_kind (BV_REGISTER_LIBRARY, library->reached);
      forget_folders (library->reached);
    }
  library->is_new = FALSE;
  return TRUE;
}

/* What was laid into the vault for an action that was not done. */
static void
remove_unnamed (BvLibrary *library)
{
  g_autofree char *folder = bv_unfinished_name_place (library->reached);
  g_autoptr (GPtrArray) paths = bv_register_list (BV_REGISTER_UNNAMED, folder);

  if (paths->len == 0)
    return;
  bv_unnamed_files_remove (library->db, paths);
  for (guint i = 0; i < paths->len; i++)
    bv_register_remove (g_ptr_array_index (paths, i));
}

/**
 * bv_library_close:
 * @library: (transfer full): a library
 */
void
bv_library_close (BvLibrary *library)
{
  gboolean was_open = library->db != NULL;
  BvLock *lock = NULL;

  g_hash_table_unref (library->statements);
  g_hash_table_unref (library->columns);
  g_clear_error (&library->damage);
  g_clear_pointer (&library->witnessed, g_hash_table_unref);
  g_clear_pointer (&library->done, bv_action_free);
  bv_library_take_hold (library);
  if (library->lock != NULL && was_open)
    {
      remove_unnamed (library);
      bv_vault_clean (library->folder, NULL);
    }
  if (was_open && !library->is_copy)
    lock = bv_rest_begin (library->db, library->folder, library->lock);
  sqlite3_close_v2 (library->db);
  bv_rest_end (library->folder, lock, was_open);
  bv_rest_end (library->folder, library->lock, was_open);
  g_free (library->folder);
  g_free (library->reached);
  g_free (library->database);
  g_free (library);
}
