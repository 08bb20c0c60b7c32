/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"
#include "store/proof/sum.h"
#include "store/proof/witnessed-tables.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * BvContent:
 *
 * Room-private: what changes add to the digests of the content, and take away from them. The digest of a
 * campaign is the sum modulo 2^128 of the hashes of all its cells that are not at their column's default, and
 * of a hash for each row: so it is kept from the changes alone, whatever their order, and a younger column
 * leaves it as it was. What belongs to no campaign, as units do, counts as the campaign 0.
 */
typedef struct _BvContent BvContent;

BvContent *bv_content_new (BvLibrary *library, GError **error);
void bv_content_free (BvContent *content);
void bv_content_take_change (BvContent *content, sqlite3_changeset_iter *iter);
gboolean bv_content_write (BvContent *content, BvSum *total, GError **error);

/* For bv_content_rebuild() and bv_content_check(). */
BvContent *bv_content_new_of (BvLibrary *library, GHashTable *tables);
void bv_content_take_row (BvContent *content, const BvWitnessedTable *table, sqlite3_stmt *row);
GHashTable *bv_content_sum_up (BvContent *content, gboolean torn, GError **error);
gboolean bv_content_add (BvLibrary *library, GHashTable *sums, BvSum *total, GError **error);
gboolean bv_content_read_sum (sqlite3_value *value, BvSum *sum);

gboolean bv_content_register (sqlite3 *db);
gboolean bv_content_rebuild (BvLibrary *library, BvSum *total, GError **error);
gboolean bv_content_check (BvLibrary *library, GPtrArray *findings, GError **error);
GHashTable *bv_content_list_whole (BvLibrary *library, GError **error);
GHashTable *bv_content_sum_without_records (BvLibrary *library, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvContent, bv_content_free)

G_END_DECLS
