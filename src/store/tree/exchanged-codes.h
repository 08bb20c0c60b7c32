/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Room-private: criteria that took over each other's codes. A code is unique in its group with each row that
 * is written, so a changeset in which two change places cannot be applied as it is. */

gboolean bv_exchanged_codes_vacate (BvLibrary *library, gint64 criterion, const char *code, GError **error);
gboolean bv_exchanged_codes_give_up (BvLibrary *library, const void *changeset, int size, GError **error);
gboolean bv_exchanged_codes_explain (sqlite3_changeset_iter *iter);

G_END_DECLS
