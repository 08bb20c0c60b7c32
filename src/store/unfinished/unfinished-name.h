/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What has no name of its own yet, wherever it lies, is called ".bangvang-" and six letters or digits,
 * perhaps with an extension. What has such a name may be removed by the next start, so nothing else gets one.
 */

char *bv_unfinished_name_make (const char *folder, const char *extension);
char *bv_unfinished_name_make_kept (const char *folder, const char *extension);
char *bv_unfinished_name_place (const char *path);
gboolean bv_unfinished_name_fits (const char *name, gboolean or_kept);

G_END_DECLS
