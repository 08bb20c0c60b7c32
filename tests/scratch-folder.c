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

static void
copy_file (const char *path, const char *target)
{
  g_autofree char *content = NULL;
  gsize length = 0;
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_file_set_contents_full (target, content, length, G_FILE_SET_CONTENTS_NONE,
                                           status.st_mode & 0777, NULL));
}

void
scratch_folder_copy (const char *folder, const char *target)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *copy = g_build_filename (target, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        scratch_folder_copy (path, copy);
      else
        copy_file (path, copy);
    }
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
