/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/lock.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* While a library is open it has a write-ahead log. At rest, when nobody has it open, all is in one file,
 * which says that there is no log: so who copies the folder copies all of it. A file that speaks of a log
 * which does not lie beside it was copied while the library was open, and may lack what was written last. */

gboolean bv_rest_check (const char *folder, BvLock *lock, GError **error);
sqlite3 *bv_rest_open (const char *database);
void bv_rest_keep_log (sqlite3 *db, gboolean keep);
BvLock *bv_rest_begin (sqlite3 *db, const char *folder, BvLock *lock);
void bv_rest_end (const char *folder, BvLock *lock, gboolean was_open);
gboolean bv_rest_settle (const char *folder, GError **error);

G_END_DECLS
