/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/unfinished/leftovers.h"

#include "store/file-system.h"
#include "store/library-parts.h"
#include "store/library-private.h"
#include "store/unfinished/intents.h"
#include "store/unfinished/unfinished-name.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* What is younger somebody may be at. */
#define LEFT_OVER_SECONDS 3600

static gboolean
is_old (const char *path)
{
  GStatBuf status;

  return g_lstat (path, &status) == 0
         && g_get_real_time () / G_USEC_PER_SEC - (gint64) status.st_mtime > LEFT_OVER_SECONDS;
}

static void
find_in (const char *folder, GPtrArray *findings)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *shown = bv_file_system_show (path);

      if (bv_unfinished_name_fits (name, TRUE) && is_old (path))
        g_ptr_array_add (
          findings, g_strdup_printf (_ ("left over: %s could not be removed: remove it by hand"), shown));
    }
}

/* Who is at it has the library open for writing. */
static gboolean
nobody_is_at_it (BvLibrary *library)
{
  g_autoptr (BvLock) lock = NULL;

  if (bv_library_is_unwritable (library))
    return FALSE;
  if (!bv_library_is_writable (library))
    lock = bv_lock_acquire (library->folder, NULL);
  return bv_library_is_writable (library) || lock != NULL;
}

/**
 * bv_leftovers_find:
 * @library: a library, outside an action
 * @findings: (element-type utf8): takes a line for each
 * @error: return location for a %BV_STORE_ERROR
 *
 * Finds what a program that was killed has left in the library, and what no start since has been able to
 * remove.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_leftovers_find (BvLibrary *library, GPtrArray *findings, GError **error)
{
  gboolean exist;

  g_autofree char *drafts = g_build_filename (library->reached, BV_LIBRARY_VAULT, "tmp", NULL);

  find_in (library->reached, findings);
  find_in (drafts, findings);
  if (!bv_intents_exist (library, &exist, error))
    return FALSE;
  if (exist && nobody_is_at_it (library))
    g_ptr_array_add (findings,
                     g_strdup (_ ("left over: an export that was cut off is not undone yet: check the "
                                  "free space of the disk, and open the library again")));
  return TRUE;
}
