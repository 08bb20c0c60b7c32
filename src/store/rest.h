/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* While a library is open it has a write-ahead log; at rest, when nobody has it open, its database is one
 * file that says so. */

gboolean bv_rest_settle (const char *folder, GError **error);

G_END_DECLS
