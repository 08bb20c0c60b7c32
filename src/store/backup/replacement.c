/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup/replacement.h"

#include "store/error.h"
#include "store/failure.h"
#include "store/file-system.h"
#include "store/file-tree.h"
#include "store/library-parts.h"
#include "store/lock.h"
#include "store/shown-path.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* In the library's folder: what is made ready, and where the present one goes. */
#define READY_FOLDER "bangvang.restore"
#define INTENT "bangvang.restore.txt"
#define INTENT_GROUP "restore"
#define INTENT_ASIDE "aside"

/* The database comes last: with it the folder is a library. What SQLite has beside it belongs to it. */
static const char *const parts[] = { BV_LIBRARY_DATABASE "-wal", BV_LIBRARY_DATABASE "-shm",
                                     BV_LIBRARY_DATABASE "-journal", BV_LIBRARY_VAULT, BV_LIBRARY_DATABASE };

/* So much longer than its folder are the paths of what lies in a library. */
#define ROOM 160

static gboolean
fail (const char *path, int failure, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (path);

  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
    _ ("“%s” could not be put in its place: %s. Close the programs that have it open, and try again."), shown,
    bv_failure_describe_code (failure));
  return FALSE;
}

static gboolean
exists (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* What is there already is never overwritten: it was moved before. */
static gboolean
move (const char *name, const char *from, const char *to, GError **error)
{
  g_autofree char *source = g_build_filename (from, name, NULL);
  g_autofree char *target = g_build_filename (to, name, NULL);

  if (!exists (from, name))
    return TRUE;
  if (g_file_test (target, G_FILE_TEST_EXISTS))
    return fail (source, EEXIST, error);
  return bv_file_system_replace (source, target) || fail (source, errno, error);
}

/* What is ready has both a vault and a database, so that what it has not any more is in its place. */
static gboolean
is_of_library (const char *name)
{
  return g_str_equal (name, BV_LIBRARY_VAULT) || g_str_equal (name, BV_LIBRARY_DATABASE);
}

static gboolean
move_part (const char *name, const char *folder, const char *ready, const char *aside, GError **error)
{
  gboolean is_old = exists (ready, name) || !is_of_library (name);

  return (aside == NULL || !is_old || move (name, folder, aside, error)) && move (name, ready, folder, error);
}

static gboolean
is_ready (const char *ready)
{
  return exists (ready, BV_LIBRARY_DATABASE);
}

static gboolean
move_all (const char *folder, const char *aside, GError **error)
{
  g_autofree char *ready = g_build_filename (folder, READY_FOLDER, NULL);

  for (guint i = 0; is_ready (ready) && i < G_N_ELEMENTS (parts); i++)
    if (!move_part (parts[i], folder, ready, aside, error))
      return FALSE;
  return (aside == NULL || bv_file_system_sync_folder (aside, error))
         && bv_file_system_sync_folder (folder, error);
}

/* As far as it was moved, back to where it was. */
static gboolean
move_back (const char *folder, const char *aside)
{
  g_autofree char *ready = g_build_filename (folder, READY_FOLDER, NULL);

  for (guint i = G_N_ELEMENTS (parts); i-- > 0;)
    {
      gboolean is_new = is_of_library (parts[i]) && !exists (ready, parts[i]);

      if ((is_new && !move (parts[i], folder, ready, NULL))
          || (aside != NULL && !move (parts[i], aside, folder, NULL)))
        return FALSE;
    }
  return TRUE;
}

static char *
build_intent (const char *folder)
{
  return g_build_filename (folder, INTENT, NULL);
}

/* It is written where what is left of a dead process goes with all that was made ready. */
static gboolean
note_intent (const char *folder, const char *aside, GError **error)
{
  g_autoptr (GKeyFile) intent = g_key_file_new ();
  g_autofree char *path = build_intent (folder);
  g_autofree char *draft = g_build_filename (folder, READY_FOLDER, INTENT, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *absolute = aside != NULL ? g_canonicalize_filename (aside, NULL) : NULL;
  gsize length;

  g_key_file_set_string (intent, INTENT_GROUP, INTENT_ASIDE, absolute != NULL ? absolute : "");
  text = g_key_file_to_data (intent, &length, NULL);
  if (!g_file_set_contents_full (draft, text, length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &cause))
    {
      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE, "%s: %s", folder, bv_failure_describe (cause));
      return FALSE;
    }
  if (bv_file_system_replace (draft, path))
    return bv_file_system_sync_folder (folder, error);
  return fail (path, errno, error);
}

/* %FALSE: there is none that can be read. */
static gboolean
read_intent (const char *folder, char **aside)
{
  g_autoptr (GKeyFile) intent = g_key_file_new ();
  g_autofree char *path = build_intent (folder);
  g_autofree char *text = NULL;

  *aside = NULL;
  if (!g_key_file_load_from_file (intent, path, G_KEY_FILE_NONE, NULL))
    return FALSE;
  text = g_key_file_get_string (intent, INTENT_GROUP, INTENT_ASIDE, NULL);
  if (text == NULL)
    return FALSE;
  if (*text != '\0')
    *aside = g_steal_pointer (&text);
  return TRUE;
}

static void
forget (const char *folder)
{
  g_autofree char *intent = build_intent (folder);
  g_autofree char *ready = g_build_filename (folder, READY_FOLDER, NULL);

  /* First the file: without it nobody takes what is ready for what is to be. */
  if (g_unlink (intent) == 0)
    bv_file_system_sync_folder (folder, NULL);
  bv_file_tree_remove (ready, NULL);
}

/**
 * bv_replacement_begin:
 * @folder: the folder of a library, or of one that is to be, of which the caller holds the lock
 * @error: return location for %BV_STORE_ERROR_FILE
 *
 * Returns: (transfer full) (nullable): a folder for the library that comes, in which there is an empty
 * `vault` and is to be `bangvang.db`; %NULL with @error set on failure
 */
char *
bv_replacement_begin (const char *folder, GError **error)
{
  g_autofree char *reached = bv_file_system_reach (folder, ROOM);
  g_autofree char *ready = g_build_filename (reached, READY_FOLDER, NULL);
  g_autofree char *vault = g_build_filename (ready, BV_LIBRARY_VAULT, NULL);

  if (bv_file_tree_remove (ready, error) && g_mkdir_with_parents (vault, 0700) == 0)
    return g_steal_pointer (&ready);
  if (error != NULL && *error == NULL)
    fail (ready, errno, error);
  return NULL;
}

/**
 * bv_replacement_commit:
 * @folder: as of bv_replacement_begin(); no program has its library open
 * @aside: (nullable): an empty folder on the same disk to which the present library is moved; %NULL: there is
 * none
 * @error: return location for %BV_STORE_ERROR_FILE
 *
 * Moves what is ready into place. After a crash bv_replacement_finish() goes on.
 *
 * Returns: %FALSE with @error set, and the present library where it was, on failure
 */
gboolean
bv_replacement_commit (const char *folder, const char *aside, GError **error)
{
  g_autofree char *reached = bv_file_system_reach (folder, ROOM);

  if (note_intent (reached, aside, error) && move_all (reached, aside, error))
    {
      forget (reached);
      return TRUE;
    }
  /* Else the next start goes on with it. */
  if (move_back (reached, aside))
    forget (reached);
  return FALSE;
}

/**
 * bv_replacement_give_up:
 * @folder: as of bv_replacement_begin()
 *
 * Removes what was made ready, also by a process that died over it.
 */
void
bv_replacement_give_up (const char *folder)
{
  g_autofree char *reached = bv_file_system_reach (folder, ROOM);

  forget (reached);
}

/**
 * bv_replacement_is_begun:
 * @folder: the folder of a library
 *
 * Returns: whether something is made ready there: by a program that is at it, or was killed
 */
gboolean
bv_replacement_is_begun (const char *folder)
{
  g_autofree char *reached = bv_file_system_reach (folder, ROOM);

  return exists (reached, READY_FOLDER);
}

/**
 * bv_replacement_is_due:
 * @folder: the folder of a library
 *
 * Returns: whether a replacement was cut off there, or is being made
 */
gboolean
bv_replacement_is_due (const char *folder)
{
  g_autofree char *reached = bv_file_system_reach (folder, ROOM);

  return exists (reached, INTENT);
}

/**
 * bv_replacement_finish:
 * @folder: the folder of a library, which nobody has open
 * @error: return location for a %BV_STORE_ERROR
 *
 * Finishes a replacement that was cut off after all was ready.
 *
 * Returns: %FALSE with @error set where it cannot be finished now
 */
gboolean
bv_replacement_finish (const char *folder, GError **error)
{
  g_autofree char *reached = bv_file_system_reach (folder, ROOM);
  g_autoptr (BvLock) lock = bv_lock_acquire (folder, error);
  g_autofree char *aside = NULL;

  if (lock == NULL)
    return FALSE;
  /* Where the file is damaged it is still plain whether the present library was moved. */
  if ((read_intent (reached, &aside) || !exists (reached, BV_LIBRARY_DATABASE))
      && !move_all (reached, aside, error))
    return FALSE;
  forget (reached);
  return TRUE;
}
