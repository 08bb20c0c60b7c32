/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/changes.h"
#include "store/proof/content.h"
#include "store/spool.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Takes one part of the key of a row. */
typedef void (*BvChangesetKeyFunc) (sqlite3_value *value, gpointer data);

gint64 bv_changeset_count_rows (const void *changeset, gsize length);

BvChange bv_changeset_read_change (sqlite3_changeset_iter *iter);
void bv_changeset_each_key (sqlite3_changeset_iter *iter, BvChangesetKeyFunc func, gpointer data);
GArray *bv_changeset_list (BvSpool *changeset, BvContent *content, int *result);
GArray *bv_changeset_list_bytes (const void *changeset, gsize length, int *result);

G_END_DECLS
