/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/unfinished/intents.h"

#include "store/failure.h"
#include "store/file-digest.h"
#include "store/file-system.h"
#include "store/library-private.h"
#include "store/statement.h"
#include "store/unfinished/register.h"
#include "store/unfinished/unfinished-name.h"
#include "store/whole-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* The column `done` is 0 for what is noted, 1 for what an action has recorded. What lies on a stick that is
 * plugged out waits, and has so much more. */
#define WAITING "2"

/* One that was begun before. */
typedef struct
{
  gint64 id;
  char *temporary;
  char *path;
  char *kept;
  char *sha256;
  gboolean done;
} Begun;

static void
begun_free (Begun *begun)
{
  g_free (begun->temporary);
  g_free (begun->path);
  g_free (begun->kept);
  g_free (begun->sha256);
  g_free (begun);
}

static gboolean
has_content (const char *path, const char *sha256)
{
  g_autofree char *found = bv_file_digest_compute (path);

  return g_strcmp0 (found, sha256) == 0;
}

/* A link to nothing is somebody's too. */
static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

static gboolean
insert_intent (BvLibrary *library, const BvIntent *intent, GError **error)
{
  g_autofree char *temporary = bv_unfinished_name_place (intent->temporary);
  g_autofree char *path = bv_unfinished_name_place (intent->path);
  g_autofree char *kept = intent->kept != NULL ? bv_unfinished_name_place (intent->kept) : NULL;
  g_autofree char *sha256 = bv_file_digest_compute (intent->temporary);

  if (sha256 != NULL)
    return bv_statement_run (library,
                             "INSERT INTO unfinished (temporary, path, kept, sha256) VALUES (?1, ?2, ?3, ?4)",
                             error, "ssss", temporary, path, kept, sha256);
  return bv_whole_file_refuse (intent->path, bv_failure_describe_code (errno), error);
}

static gboolean
insert_all (BvLibrary *library, const BvIntent *intents, guint n_intents, GError **error)
{
  for (guint i = 0; i < n_intents; i++)
    if (!insert_intent (library, &intents[i], error))
      return FALSE;
  return bv_statement_run (library, "COMMIT", error, "");
}

/* From now on the library answers for them: what is kept is no longer to be removed, but to be put back. */
static void
hand_over (const BvIntent *intent)
{
  g_autofree char *folder = g_path_get_dirname (intent->temporary);

  bv_register_remove (intent->temporary);
  bv_register_remove (folder);
  if (intent->kept != NULL)
    bv_register_remove (intent->kept);
}

/**
 * bv_intents_begin:
 * @library: a library open for writing, outside an action
 * @intents: (array length=n_intents): the files that are to get their names
 * @n_intents: how many
 * @error: return location for a %BV_STORE_ERROR or %BV_WHOLE_FILE_ERROR
 *
 * Notes what is about to be done; it is on the disk when this returns. The files are renamed in an action, in
 * which bv_intents_mark_done() is called; then bv_intents_settle() ends it, whether that went well or not. A
 * process that is killed before leaves that to the next start.
 *
 * Returns: %FALSE with @error set, and nothing noted, on failure
 */
gboolean
bv_intents_begin (BvLibrary *library, const BvIntent *intents, guint n_intents, GError **error)
{
  g_return_val_if_fail (!library->acting, FALSE);

  if (!bv_intents_settle (library, error) || !bv_statement_run (library, "BEGIN IMMEDIATE", error, ""))
    return FALSE;
  if (!insert_all (library, intents, n_intents, error))
    {
      bv_statement_run (library, "ROLLBACK", NULL, "");
      return FALSE;
    }
  for (guint i = 0; i < n_intents; i++)
    hand_over (&intents[i]);
  return TRUE;
}

/**
 * bv_intents_mark_done:
 * @library: a library, in the action that records what was begun
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_intents_mark_done (BvLibrary *library, GError **error)
{
  g_return_val_if_fail (library->acting, FALSE);

  return bv_statement_run (library, "UPDATE unfinished SET done = 1 WHERE done < " WAITING, error, "");
}

static gpointer
read_begun (sqlite3_stmt *row)
{
  Begun *begun = g_new0 (Begun, 1);

  begun->temporary = g_strdup ((const char *) sqlite3_column_text (row, 0));
  begun->path = g_strdup ((const char *) sqlite3_column_text (row, 1));
  begun->kept = g_strdup ((const char *) sqlite3_column_text (row, 2));
  begun->sha256 = g_strdup ((const char *) sqlite3_column_text (row, 3));
  begun->done = sqlite3_column_int (row, 4) % 2;
  begun->id = sqlite3_column_int64 (row, 5);
  return begun;
}

/* Who wrote a file of that name meanwhile knew nothing of the older one: both are theirs. */
static char *
name_beside (const char *path)
{
  g_autofree char *stem = g_strdup (path);
  const char *dot = strrchr (path, '.');
  const char *extension = dot != NULL && strchr (dot, G_DIR_SEPARATOR) == NULL ? dot : "";
  char *name = NULL;

  stem[strlen (path) - strlen (extension)] = '\0';
  for (guint i = 1; name == NULL || is_there (name); i++)
    {
      g_free (name);
      name = i == 1 ? g_strdup_printf ("%s (bản trước)%s", stem, extension)
                    : g_strdup_printf ("%s (bản trước %u)%s", stem, i, extension);
    }
  return name;
}

static void
put_back (const Begun *begun, gboolean placed)
{
  g_autofree char *sha256 = bv_file_digest_compute (begun->kept);
  g_autofree char *beside = NULL;

  if (!is_there (begun->path) || placed)
    bv_file_system_replace (begun->kept, begun->path);
  else if (sha256 != NULL && has_content (begun->path, sha256))
    g_remove (begun->kept);
  else
    {
      beside = name_beside (begun->path);
      bv_file_system_replace (begun->kept, beside);
    }
}

static void
undo (const Begun *begun)
{
  gboolean placed = !is_there (begun->temporary) && has_content (begun->path, begun->sha256);

  /* Where it is not there, the older file was not touched yet. */
  if (begun->kept != NULL && is_there (begun->kept))
    put_back (begun, placed);
  else if (begun->kept == NULL && placed)
    g_remove (begun->path);
  g_remove (begun->temporary);
}

/* Drafts that are several wait in a folder of their own. */
static void
remove_folder_of (const char *temporary)
{
  g_autofree char *folder = g_path_get_dirname (temporary);
  g_autofree char *name = g_path_get_basename (folder);

  if (bv_unfinished_name_fits (name, FALSE))
    g_rmdir (folder);
}

static gboolean
settle (BvLibrary *library, const Begun *begun, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (begun->path);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return bv_statement_run (library, "UPDATE unfinished SET done = done % 2 + " WAITING " WHERE id = ?1",
                             error, "i", begun->id);
  if (!begun->done)
    undo (begun);
  else if (begun->kept != NULL)
    g_remove (begun->kept);
  remove_folder_of (begun->temporary);
  bv_file_system_sync_folder (folder, NULL);
  return bv_statement_run (library, "DELETE FROM unfinished WHERE id = ?1", error, "i", begun->id);
}

/**
 * bv_intents_settle:
 * @library: a library open for writing, outside an action
 * @error: return location for a %BV_STORE_ERROR
 *
 * Ends what was begun, by this process or by one that was killed: what the journal does not know is undone,
 * the older file put back and the new one removed; of what it knows the older file is removed.
 *
 * Returns: %FALSE with @error set where the library cannot be read or written
 */
gboolean
bv_intents_settle (BvLibrary *library, GError **error)
{
  g_autoptr (GPtrArray) begun = bv_statement_list (
    library, "SELECT temporary, path, kept, sha256, done, id FROM unfinished ORDER BY id", read_begun,
    (GDestroyNotify) begun_free, error, "");

  if (begun == NULL)
    return FALSE;
  for (guint i = begun->len; i-- > 0;)
    if (!settle (library, g_ptr_array_index (begun, i), error))
      return FALSE;
  return TRUE;
}

/**
 * bv_intents_exist:
 * @library: a library
 * @exist: (out): whether something was begun that is neither done nor undone: by a program that is at it, or
 * was killed
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_intents_exist (BvLibrary *library, gboolean *exist, GError **error)
{
  gint64 n = 0;
  gboolean ok = bv_statement_read_number (library, "SELECT count (*) FROM unfinished WHERE done < " WAITING,
                                          &n, error, "");

  *exist = n > 0;
  return ok;
}
