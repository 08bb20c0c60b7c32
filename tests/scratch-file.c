/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scratch-file.h"

#include "scratch-folder.h"

void
scratch_file_set_up (ScratchFile *file, gconstpointer name)
{
  g_autoptr (GError) error = NULL;

  file->folder = g_dir_make_tmp ("bangvang-file-XXXXXX", &error);
  g_assert_no_error (error);
  file->path = g_build_filename (file->folder, name, NULL);
}

void
scratch_file_tear_down (ScratchFile *file, gconstpointer name)
{
  scratch_folder_remove (file->folder);
  g_free (file->folder);
  g_free (file->path);
}
