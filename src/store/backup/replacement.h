/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Another library takes the place of the one in a folder. It is made ready inside that folder, and then moved
 * into place while the present one is moved aside. What is to be moved where stands in a file first, so that
 * whoever opens the library after a crash finds the one or the other whole. */

char *bv_replacement_begin (const char *folder, GError **error);
gboolean bv_replacement_commit (const char *folder, const char *aside, GError **error);
void bv_replacement_give_up (const char *folder);
gboolean bv_replacement_is_begun (const char *folder);
gboolean bv_replacement_is_due (const char *folder);
gboolean bv_replacement_finish (const char *folder, GError **error);

G_END_DECLS
