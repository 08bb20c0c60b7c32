/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/apart/source-process.h"

/* Beside the program itself, wherever that is. */
#define READER "bin", "bangvang-reader.exe"

char *
bv_source_process_find_installed (void)
{
  g_autofree char *installed = g_win32_get_package_installation_directory_of_module (NULL);

  return g_build_filename (installed, READER, NULL);
}

GSubprocessFlags
bv_source_process_get_flags (void)
{
  return G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE;
}
