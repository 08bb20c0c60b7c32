/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/library-usage.h"

#include "store/file-tree.h"
#include "store/library-parts.h"
#include "store/statement.h"

static gint64
measure (BvLibrary *library, const char *name)
{
  g_autofree char *path = bv_library_get_path (library, name);

  return bv_file_tree_measure (path);
}

/**
 * bv_library_usage_measure:
 * @library: a library
 * @usage: (out): what it takes
 * @error: return location for a %BV_STORE_ERROR
 *
 * Looks at every file of the vault, though not into it: not for the main thread.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_library_usage_measure (BvLibrary *library, BvLibraryUsage *usage, GError **error)
{
  gint64 all = measure (library, BV_LIBRARY_DATABASE) + measure (library, BV_LIBRARY_DATABASE "-wal");
  gint64 journal = bv_statement_get_number (
    library, "SELECT ifnull (sum (length (changeset) + length (label) + length (user)), 0) FROM journal", -1,
    error, "");

  if (journal < 0)
    return FALSE;
  usage->journal = MIN (journal, all);
  usage->database = all - usage->journal;
  usage->vault = measure (library, BV_LIBRARY_VAULT);
  usage->backups = measure (library, BV_LIBRARY_BACKUPS);
  return TRUE;
}
