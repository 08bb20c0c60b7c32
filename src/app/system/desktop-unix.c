/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/system/desktop.h"

/**
 * bv_desktop_open:
 * @file: a file or a folder
 * @error: return location
 *
 * Shows it in the user's own program for such files.
 *
 * Returns: %FALSE with @error set where there is none, or it could not be started
 */
gboolean
bv_desktop_open (GFile *file, GError **error)
{
  g_autofree char *uri = g_file_get_uri (file);

  return g_app_info_launch_default_for_uri (uri, NULL, error);
}

/**
 * bv_desktop_open_own:
 * @file: a file that came with the program
 * @error: return location
 *
 * Shows it in the user's own program for such files, whatever the system thinks of such files that come from
 * elsewhere.
 *
 * Returns: %FALSE with @error set where there is none, or it could not be started
 */
gboolean
bv_desktop_open_own (GFile *file, GError **error)
{
  return bv_desktop_open (file, error);
}

/**
 * bv_desktop_joins_programs:
 *
 * Returns: whether a second start of a program is told to the first: there is a bus for that
 */
gboolean
bv_desktop_joins_programs (void)
{
  return TRUE;
}
