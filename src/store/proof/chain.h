/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/action.h"
#include "store/library.h"
#include "store/proof/sum.h"
#include "store/spool.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Each action of the journal is hashed together with the hash of the one before: who changes one, takes one
 * out or puts two in another order has to write all hashes behind it anew, and the head, which stands on
 * paper, is another one. What is cut off at the end together with what it did cannot be seen from inside. */

#define BV_CHAIN_HASH_BYTES 32

/* What a query has to name, of the journal j, for bv_chain_check_row(). */
#define BV_CHAIN_COLUMNS \
  "j.id, j.time, j.user, j.label, j.kind, j.target, j.rows, j.changeset, c.hash, c.content, b.hash"
#define BV_CHAIN_FROM \
  "journal j LEFT JOIN chain c ON c.action = j.id LEFT JOIN chain b ON b.action = j.id - 1"
#define BV_CHAIN_CHANGESET 7 /* where the changeset stands among them */

/* Room-private: the link that the next action gets. */
typedef struct
{
  guint8 hash[BV_CHAIN_HASH_BYTES]; /* at first that of the action before */
  BvSum content;
} BvChainLink;

gboolean bv_chain_prepare (BvLibrary *library, BvAction *action, BvChainLink *link, GError **error);
int bv_chain_hash (BvChainLink *link, const BvAction *action, BvSpool *changeset);
gboolean bv_chain_write (BvLibrary *library, const BvAction *action, const BvChainLink *link, GError **error);

gboolean bv_chain_adopt (BvLibrary *library, GError **error);
gboolean bv_chain_check (BvLibrary *library, GPtrArray *findings, GError **error);
gboolean bv_chain_check_row (sqlite3_stmt *row, GError **error);

char *bv_chain_read_head (BvLibrary *library, GError **error);

G_END_DECLS
