/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Room-private: nothing that the file says is trusted. What is read goes through bv_damage_check_row() when a
 * statement gives it (store/statement.c); who reads a row and finds what the program would never write there
 * notes it, and the statement ends with that error. */

gboolean bv_damage_check_row (BvLibrary *library, sqlite3_stmt *row);
void bv_damage_note (BvLibrary *library, const char *table, gint64 id, const char *what);
gboolean bv_damage_is_noted (BvLibrary *library);
gboolean bv_damage_take (BvLibrary *library, GError **error);

G_END_DECLS
