/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scratch-folder.h"

#include <glib/gstdio.h>

void
scratch_folder_remove (const char *folder)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (folder, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      scratch_folder_remove (path);
    }
  /* Windows removes no folder that is open. */
  g_clear_pointer (&dir, g_dir_close);
  g_remove (folder);
}

guint
scratch_folder_count (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}
