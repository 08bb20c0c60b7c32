/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/guide-folder.h"

/**
 * bv_guide_folder_find_installed:
 *
 * Returns: (transfer full): where the guide of the installed program is
 */
char *
bv_guide_folder_find_installed (void)
{
  return g_strdup (BV_GUIDE_DIR);
}
