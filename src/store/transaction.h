/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/action.h"
#include "store/library.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Room-private: one action, undo or redo while it writes, from its BEGIN to its COMMIT or ROLLBACK. */
typedef struct
{
  BvLibrary *library;
  sqlite3_session *session;
  BvChanges *changes; /* what was committed; NULL: nothing yet */
} BvTransaction;

gboolean bv_transaction_begin (BvTransaction *transaction, BvLibrary *library, GError **error);
gboolean
bv_transaction_commit (BvTransaction *transaction, BvAction *action, gint64 expected, GError **error);
void bv_transaction_end (BvTransaction *transaction);
gboolean bv_transaction_fail (BvLibrary *library, int result, GError **error);
void bv_transaction_announce (BvLibrary *library, const BvChanges *changes);

G_END_DECLS
