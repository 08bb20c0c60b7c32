/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/guide-folder.h"

/* Under the folder in which the program is installed, wherever that is. */
#define GUIDE "share", "bangvang", "guide"

char *
bv_guide_folder_find_installed (void)
{
  g_autofree char *installed = g_win32_get_package_installation_directory_of_module (NULL);

  return g_build_filename (installed, GUIDE, NULL);
}
