/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/changes.h"
#include "store/proof/content.h"
#include "store/spool.h"

#include <sqlite3.h>

G_BEGIN_DECLS

gint64 bv_changeset_count_rows (const void *changeset, gsize length);

BvChange bv_changeset_read_change (sqlite3_changeset_iter *iter);
GArray *bv_changeset_list (BvSpool *changeset, BvContent *content, int *result);
GArray *bv_changeset_list_bytes (const void *changeset, gsize length, int *result);

G_END_DECLS
