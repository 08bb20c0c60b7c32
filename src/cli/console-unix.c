/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/console.h"

/**
 * bv_console_init:
 * @argv: the arguments as main() has them
 *
 * Sees to it that bytes are printed as they are, and that text shows as UTF-8.
 *
 * Returns: (transfer full): the arguments, UTF-8 or as file names are
 */
char **
bv_console_init (char **argv)
{
  return g_strdupv (argv);
}
