/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/proof/journal-walk.h"

#include "store/changeset.h"
#include "store/proof/chain.h"
#include "store/statement.h"

typedef struct
{
  gboolean is_chained;
  BvJournalWalkFunc func;
  gpointer data;
  gboolean is_whole; /* so far */
} Walk;

static void
follow_action (sqlite3_stmt *row, gpointer data)
{
  Walk *walk = data;
  sqlite3_changeset_iter *iter = NULL;
  const void *changeset = sqlite3_column_blob (row, BV_CHAIN_CHANGESET);
  int length = sqlite3_column_bytes (row, BV_CHAIN_CHANGESET);

  walk->is_whole = walk->is_whole && (!walk->is_chained || bv_chain_check_row (row, NULL))
                   && bv_changeset_count_rows (changeset, length) >= 0
                   && sqlite3changeset_start (&iter, length, (void *) changeset) == SQLITE_OK;
  if (!walk->is_whole)
    return;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    walk->func (sqlite3_column_int64 (row, 0), iter, walk->data);
  sqlite3changeset_finalize (iter);
}

/**
 * bv_journal_walk:
 * @library: a library
 * @is_chained: whether the actions have hashes, which an older program did not write
 * @func: takes each row that an action changed, from the first action to the last
 * @data: for @func
 * @is_whole: (out): whether each action is as it was recorded; @func is called up to the first that is not
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set where the journal cannot be read to its end
 */
gboolean
bv_journal_walk (BvLibrary *library,
                 gboolean is_chained,
                 BvJournalWalkFunc func,
                 gpointer data,
                 gboolean *is_whole,
                 GError **error)
{
  Walk walk = { is_chained, func, data, TRUE };
  gboolean read = bv_statement_each_as_it_is (
    library, "SELECT " BV_CHAIN_COLUMNS " FROM " BV_CHAIN_FROM " ORDER BY j.id", follow_action, &walk, error);

  *is_whole = read && walk.is_whole;
  return read;
}
