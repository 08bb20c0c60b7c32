/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What systems do differently with a command line and with what is printed. */

char **bv_console_init (char **argv);

G_END_DECLS
