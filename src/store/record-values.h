/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"
#include "store/key-map.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Room-private: the fields of a record to and from the columns of a row. */

gboolean
bv_record_values_read (BvLibrary *library, gpointer record, sqlite3_stmt *row, int column, BvKeyMap *keys);
gboolean bv_record_values_bind (const BvRecord *record,
                                sqlite3_stmt *statement,
                                int index,
                                BvKeyMap *keys,
                                const gint64 *owners,
                                GError **error);
gint64 bv_record_values_find (const BvField *field,
                              gconstpointer record,
                              BvKeyMap *keys,
                              const gint64 *owners,
                              GError **error);

G_END_DECLS
