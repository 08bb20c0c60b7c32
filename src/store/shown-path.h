/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bv_shown_path_write (const char *path);
gboolean bv_shown_path_is_handed_over (const char *path);

G_END_DECLS
