/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What systems do differently with a command line, with what is printed, and with who interrupts the program.
 */

char **bv_console_init (char **argv);
GCancellable *bv_console_get_cancellable (void);

G_END_DECLS
