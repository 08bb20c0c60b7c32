/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What systems do differently with other programs of the user. */

gboolean bv_desktop_open (GFile *file, GError **error);
gboolean bv_desktop_open_own (GFile *file, GError **error);
gboolean bv_desktop_joins_programs (void);

G_END_DECLS
