/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/unfinished/register.h"

#include "store/file-system.h"
#include "store/file-tree.h"
#include "store/unfinished/half-library.h"
#include "store/unfinished/unfinished-name.h"
#include "store/unfinished/unnamed-files.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A process has one file, while it has something unfinished, and nobody else may open that while it lives. A
 * line is "+", the letter of the kind and a path, or "-" and the path of what is done. */
#define PLACE "unfinished"
#define KINDS "ftdlcu"

/* A stick may be plugged in again; after so long nobody waits for it. */
#define MOST_SECONDS (30 * 24 * 3600)

#define PIECE_SIZE 4096

typedef struct
{
  BvRegisterKind kind;
  char *path;
} Entry;

/* That of this process; several threads write to it. */
static struct
{
  GMutex lock;
  char *path; /* NULL: there is none */
  int file;
  GPtrArray *entries; /* that are unfinished; NULL: none yet */
} own;

static void
entry_free (Entry *entry)
{
  g_free (entry->path);
  g_free (entry);
}

static char *
name_place (void)
{
  return g_build_filename (g_get_user_state_dir (), "bangvang", PLACE, NULL);
}

/* Without it nothing is known to the next start, but all else works. */
static gboolean
begin (void)
{
  g_autofree char *place = name_place ();
  g_autofree char *name = g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());

  if (own.path != NULL)
    return TRUE;
  if (g_mkdir_with_parents (place, 0700) != 0)
    return FALSE;
  own.path = g_build_filename (place, name, NULL);
  own.file = bv_file_system_open_alone (own.path, TRUE);
  if (own.file >= 0)
    return bv_file_system_sync_folder (place, NULL);
  g_clear_pointer (&own.path, g_free);
  return FALSE;
}

static void
end (void)
{
  g_close (own.file, NULL);
  g_unlink (own.path);
  g_clear_pointer (&own.path, g_free);
}

static gboolean
write_line (const char *start, const char *path)
{
  g_autofree char *escaped = g_strescape (path, NULL);
  g_autofree char *line = g_strconcat (start, escaped, "\n", NULL);
  gsize length = strlen (line);

  return write (own.file, line, length) == (gssize) length;
}

static Entry *
entry_new (BvRegisterKind kind, const char *path)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->kind = kind;
  entry->path = g_strdup (path);
  return entry;
}

static gboolean
is_known (BvRegisterKind kind, const char *path)
{
  for (guint i = 0; i < own.entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (own.entries, i);

      if (entry->kind == kind && g_str_equal (entry->path, path))
        return TRUE;
    }
  return FALSE;
}

/**
 * bv_register_add:
 * @kind: what is begun
 * @path: where it will lie, as the system is asked for it
 *
 * When this returns it is on the disk that something unfinished may lie there. May be called in any thread.
 */
void
bv_register_add (BvRegisterKind kind, const char *path)
{
  const char start[] = { '+', KINDS[kind], '\0' };
  g_autofree char *absolute = bv_unfinished_name_place (path);

  g_mutex_lock (&own.lock);
  if (own.entries == NULL)
    own.entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  if (!is_known (kind, absolute))
    {
      if (!begin () || !write_line (start, absolute) || g_fsync (own.file) != 0)
        g_debug ("what is unfinished at %s is written down nowhere", absolute);
      g_ptr_array_add (own.entries, entry_new (kind, absolute));
    }
  g_mutex_unlock (&own.lock);
}

/* The last of that path; NULL: there is none. */
static Entry *
find_last (GPtrArray *entries, const char *path)
{
  for (guint i = entries != NULL ? entries->len : 0; i-- > 0;)
    {
      Entry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->path, path))
        return entry;
    }
  return NULL;
}

static void
take_out (const char *absolute)
{
  g_ptr_array_remove (own.entries, find_last (own.entries, absolute));
  if (own.path == NULL)
    return;
  if (own.entries->len == 0)
    end ();
  else
    write_line ("-", absolute);
}

/**
 * bv_register_remove:
 * @path: what is finished, or gone; what was not added may be said, too
 */
void
bv_register_remove (const char *path)
{
  g_autofree char *absolute = bv_unfinished_name_place (path);

  g_mutex_lock (&own.lock);
  if (find_last (own.entries, absolute) != NULL)
    take_out (absolute);
  g_mutex_unlock (&own.lock);
}

/**
 * bv_register_remove_kind:
 * @kind: what was begun
 * @path: where
 *
 * As bv_register_remove(), where the last that was begun there is of that kind. A library in a work folder is
 * finished long before the folder is.
 */
void
bv_register_remove_kind (BvRegisterKind kind, const char *path)
{
  g_autofree char *absolute = bv_unfinished_name_place (path);
  const Entry *last;

  g_mutex_lock (&own.lock);
  last = find_last (own.entries, absolute);
  if (last != NULL && last->kind == kind)
    take_out (absolute);
  g_mutex_unlock (&own.lock);
}

/**
 * bv_register_list:
 * @kind: what was begun
 * @folder: the folder in which it lies, or in a folder there, from the root
 *
 * Returns: (transfer full) (element-type filename): what this process has begun there and not ended
 */
GPtrArray *
bv_register_list (BvRegisterKind kind, const char *folder)
{
  g_autofree char *start = g_build_filename (folder, G_DIR_SEPARATOR_S, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  g_mutex_lock (&own.lock);
  for (guint i = 0; own.entries != NULL && i < own.entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (own.entries, i);

      if (entry->kind == kind && g_str_has_prefix (entry->path, start))
        g_ptr_array_add (paths, g_strdup (entry->path));
    }
  g_mutex_unlock (&own.lock);
  return paths;
}

static char *
read_all (int file)
{
  GString *text = g_string_new (NULL);
  char piece[PIECE_SIZE];
  gssize length;

  while ((length = read (file, piece, sizeof piece)) > 0)
    g_string_append_len (text, piece, length);
  return g_string_free (text, FALSE);
}

static void
take_line (GPtrArray *entries, const char *line)
{
  const char *kind = line[0] == '+' && line[1] != '\0' ? strchr (KINDS, line[1]) : NULL;
  g_autofree char *path
    = kind != NULL || line[0] == '-' ? g_strcompress (line + (kind != NULL ? 2 : 1)) : NULL;

  if (kind != NULL)
    g_ptr_array_add (entries, entry_new (kind - KINDS, path));
  else if (path != NULL)
    g_ptr_array_remove (entries, find_last (entries, path));
}

/* A line that was cut off is of something that was not begun. */
static GPtrArray *
read_entries (int file)
{
  g_autofree char *text = read_all (file);
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  char *line = text;

  for (char *end = strchr (line, '\n'); end != NULL; line = end + 1, end = strchr (line, '\n'))
    {
      *end = '\0';
      take_line (entries, line);
    }
  return entries;
}

/* Where even the folder is not there it may be on a stick that is plugged out. */
static gboolean
is_out_of_reach (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return !g_file_test (folder, G_FILE_TEST_IS_DIR);
}

static gboolean
is_unfinished (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return bv_unfinished_name_fits (name, TRUE);
}

static gboolean
remove_unnamed (const char *path)
{
  g_autofree char *vault_folder = g_path_get_dirname (path);
  g_autofree char *vault = g_path_get_dirname (vault_folder);
  g_autofree char *library = g_path_get_dirname (vault);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  g_ptr_array_add (paths, (char *) path);
  return !g_file_test (path, G_FILE_TEST_IS_REGULAR) || bv_unnamed_files_remove_of_folder (library, paths);
}

/* Returns: whether nothing of it is left. */
static gboolean
settle (const Entry *entry)
{
  switch (entry->kind)
    {
    case BV_REGISTER_FILE:
    case BV_REGISTER_TREE:
      return !is_unfinished (entry->path)
             || (!is_out_of_reach (entry->path) && bv_file_tree_remove (entry->path, NULL));
    case BV_REGISTER_FOLDER:
      g_rmdir (entry->path); /* what somebody else has put there stays, and the folder with it */
      return TRUE;
    case BV_REGISTER_LIBRARY:
      return bv_half_library_remove (entry->path);
    case BV_REGISTER_COPIES:
      return bv_file_tree_remove (entry->path, NULL);
    case BV_REGISTER_UNNAMED:
      return remove_unnamed (entry->path);
    default:
      return TRUE;
    }
}

/* Of what lay in a folder that is removed itself, nothing is left to wait for. */
static gboolean
is_inside_another (GPtrArray *entries, guint index)
{
  const Entry *entry = g_ptr_array_index (entries, index);

  for (guint i = 0; i < index; i++)
    {
      const Entry *other = g_ptr_array_index (entries, i);
      gsize length = strlen (other->path);

      if (strncmp (entry->path, other->path, length) == 0 && G_IS_DIR_SEPARATOR (entry->path[length]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
settle_all (GPtrArray *entries, gboolean with_folders)
{
  gboolean settled = TRUE;

  for (guint i = entries->len; i-- > 0;)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      if (entry->kind == BV_REGISTER_FOLDER && !with_folders)
        settled = FALSE;
      else if (!settle (entry) && !is_inside_another (entries, i))
        settled = FALSE;
    }
  return settled;
}

static gboolean
is_too_old (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0
         && g_get_real_time () / G_USEC_PER_SEC - (gint64) status.st_mtime > MOST_SECONDS;
}

static void
clean (const char *path, gboolean with_folders)
{
  int file = bv_file_system_open_alone (path, FALSE);
  g_autoptr (GPtrArray) entries = file >= 0 ? read_entries (file) : NULL;
  gboolean done;

  if (entries == NULL)
    return;
  done = settle_all (entries, with_folders) || is_too_old (path);
  g_close (file, NULL);
  if (done)
    g_unlink (path);
}

/**
 * bv_register_clean:
 * @with_folders: whether folders that were made are removed, too: what belongs to a library in them is
 *   settled when that is opened, and until then they are not empty
 *
 * Removes what processes of this user have left behind that are no more. What cannot be removed now is tried
 * again by the next start.
 */
void
bv_register_clean (gboolean with_folders)
{
  g_autofree char *place = name_place ();
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place, name, NULL);

      clean (path, with_folders);
    }
}
