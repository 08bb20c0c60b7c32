/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/transaction.h"

#include "core/points.h"
#include "store/changeset.h"
#include "store/failure.h"
#include "store/library-private.h"
#include "store/proof/chain.h"
#include "store/proof/content.h"
#include "store/proof/witnessed-tables.h"
#include "store/row-owners.h"
#include "store/search.h"
#include "store/spool.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* The changeset of an edit has some hundreds of bytes, that of a large campaign more than a hundred
 * megabytes. */
#define MOST_IN_MEMORY (1024 * 1024)
#define PIECE_SIZE (64 * 1024)

static int
filter_table (void *data, const char *table)
{
  return bv_witnessed_tables_take (table);
}

static gboolean
begin_session (BvTransaction *transaction)
{
  if (sqlite3session_create (transaction->library->db, "main", &transaction->session) != SQLITE_OK)
    return FALSE;
  sqlite3session_table_filter (transaction->session, filter_table, NULL);
  return sqlite3session_attach (transaction->session, NULL) == SQLITE_OK;
}

/* The window has a reader for as long as a thread has its writer. */
static gboolean
fail_reader (GError **error)
{
  g_set_error_literal (
    error, BV_STORE_ERROR, BV_STORE_ERROR_LOCKED,
    _ ("Nothing can be changed while something is undone or redone: try again when that is done"));
  return FALSE;
}

/**
 * bv_transaction_begin:
 * @transaction: on the stack
 * @library: a library open for writing
 * @error: return location for a %BV_STORE_ERROR
 *
 * Begins the transaction of an action and takes note of what it changes, until bv_transaction_end().
 *
 * Returns: %FALSE with @error set on failure; there is nothing to end then
 */
gboolean
bv_transaction_begin (BvTransaction *transaction, BvLibrary *library, GError **error)
{
  *transaction = (BvTransaction){ .library = library };
  g_clear_pointer (&library->done, bv_action_free);
  if (!bv_library_is_writable (library))
    return fail_reader (error);
  if (!bv_statement_run (library, "BEGIN IMMEDIATE", error, ""))
    return FALSE;
  library->acting = begin_session (transaction);
  if (library->acting)
    return TRUE;
  bv_statement_fail (library, error);
  bv_transaction_end (transaction);
  return FALSE;
}

/**
 * bv_transaction_end:
 * @transaction: a transaction
 *
 * Takes back what was not committed.
 */
void
bv_transaction_end (BvTransaction *transaction)
{
  transaction->library->acting = FALSE;
  g_clear_pointer (&transaction->session, sqlite3session_delete);
  g_clear_pointer (&transaction->changes, bv_changes_unref);
  if (!sqlite3_get_autocommit (transaction->library->db))
    bv_statement_run (transaction->library, "ROLLBACK", NULL, "");
}

/**
 * bv_transaction_fail:
 * @library: a library
 * @result: what SQLite says of a changeset
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE, with @error set
 */
gboolean
bv_transaction_fail (BvLibrary *library, int result, GError **error)
{
  const char *why = bv_failure_describe_database (result, sqlite3_errstr (result));
  g_autofree char *room = bv_failure_describe_room (why, library->reached);

  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_DATABASE,
    _ ("%s/bangvang.db: the change could not be recorded: %s%s. Free some space on the disk, and try "
       "again"),
    library->folder, why, room);
  return FALSE;
}

/* What a spool says of its own failure tells more than what SQLite makes of it. */
static gboolean
fail_changeset (BvLibrary *library, const BvSpool *changeset, int result, GError **error)
{
  const GError *cause = bv_spool_get_error (changeset);

  if (cause == NULL)
    return bv_transaction_fail (library, result, error);
  g_propagate_error (error, g_error_copy (cause));
  return FALSE;
}

/* The row has room for its changeset, which goes there piece by piece. */
static gboolean
insert_action (BvLibrary *library, const BvAction *action, const BvSpool *changeset, GError **error)
{
  sqlite3_stmt *statement
    = bv_statement_new (library,
                        "INSERT INTO journal (id, time, user, label, kind, target, rows, changeset) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                        error);

  if (statement == NULL)
    return FALSE;
  bv_statement_bind_number (statement, 1, action->id);
  bv_statement_bind_number (statement, 2, action->time);
  bv_statement_bind_text (statement, 3, action->user);
  bv_statement_bind_text (statement, 4, action->label);
  bv_statement_bind_text (statement, 5, action->kind);
  bv_statement_bind_number (statement, 6, action->target != 0 ? action->target : BV_NONE);
  bv_statement_bind_number (statement, 7, action->rows);
  sqlite3_bind_zeroblob64 (statement, 8, bv_spool_get_length (changeset));
  return bv_statement_finish (library, statement, sqlite3_step (statement), error);
}

/* However long it is, no more than a piece of it is in memory here. */
static gboolean
write_changeset (BvLibrary *library, const BvAction *action, BvSpool *changeset, GError **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE_SIZE);
  sqlite3_blob *blob = NULL;
  int length = PIECE_SIZE;
  int result = sqlite3_blob_open (library->db, "main", "journal", "changeset", action->id, TRUE, &blob);

  bv_spool_rewind (changeset);
  for (int offset = 0; result == SQLITE_OK && length == PIECE_SIZE; offset += length)
    {
      result = bv_spool_read (changeset, piece, &length);
      if (result == SQLITE_OK && length > 0)
        result = sqlite3_blob_write (blob, piece, length, offset);
    }
  sqlite3_blob_close (blob);
  return result == SQLITE_OK || fail_changeset (library, changeset, result, error);
}

static gboolean
write_action (BvLibrary *library, BvAction *action, BvContent *content, BvSpool *changeset, GError **error)
{
  BvChainLink link;
  BvSum gained;
  int result;

  action->time = g_get_real_time () / G_USEC_PER_SEC;
  if (!bv_chain_prepare (library, action, &link, error) || !bv_content_write (content, &gained, error))
    return FALSE;
  bv_sum_add (&link.content, &gained);
  result = bv_chain_hash (&link, action, changeset);
  if (result != SQLITE_OK)
    return fail_changeset (library, changeset, result, error);
  return insert_action (library, action, changeset, error)
         && write_changeset (library, action, changeset, error)
         && bv_chain_write (library, action, &link, error);
}

/* Takes over @rows. */
static gboolean
write_changes (BvTransaction *transaction,
               BvAction *action,
               GArray *rows,
               BvContent *content,
               BvSpool *changeset,
               GError **error)
{
  BvLibrary *library = transaction->library;
  gboolean ok = bv_row_owners_name (library, rows, error);

  transaction->changes = bv_changes_new (rows);
  return ok && bv_search_update (library, transaction->changes, error)
         && write_action (library, action, content, changeset, error)
         && bv_statement_run (library, "COMMIT", error, "") && bv_library_take_hold (library);
}

/**
 * bv_transaction_commit:
 * @transaction: a transaction
 * @action: what was done; it is given its number, time and rows
 * @expected: how many rows must have changed, or %BV_NONE: SQLite passes over a table that is no more in
 *   silence
 * @error: return location for a %BV_STORE_ERROR
 *
 * Writes the journal's row and what is derived from the changed rows, and commits. Nothing changed: nothing
 * is written, and @action keeps the number 0.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_transaction_commit (BvTransaction *transaction, BvAction *action, gint64 expected, GError **error)
{
  BvLibrary *library = transaction->library;
  g_autoptr (BvSpool) changeset = bv_spool_new (library, MOST_IN_MEMORY);
  g_autoptr (BvContent) content = bv_content_new (library, error);
  g_autoptr (GArray) rows = NULL;
  int result;

  if (content == NULL)
    return FALSE;
  result = sqlite3session_changeset_strm (transaction->session, bv_spool_write, changeset);

  /* Nothing more is recorded, and of a large campaign the session holds as much as the rows below. */
  g_clear_pointer (&transaction->session, sqlite3session_delete);
  if (result == SQLITE_OK)
    rows = bv_changeset_list (changeset, content, &result);
  action->rows = rows != NULL ? rows->len : 0;
  if (result == SQLITE_OK && expected != BV_NONE && action->rows != expected)
    result = SQLITE_MISMATCH;
  if (result != SQLITE_OK)
    return fail_changeset (library, changeset, result, error);
  if (action->rows == 0)
    return bv_statement_run (library, "ROLLBACK", error, "");
  return write_changes (transaction, action, g_steal_pointer (&rows), content, changeset, error);
}

/**
 * bv_transaction_announce:
 * @library: a library
 * @changes: (nullable): what was committed; %NULL: nothing
 */
void
bv_transaction_announce (BvLibrary *library, const BvChanges *changes)
{
  if (library->changed != NULL && changes != NULL)
    library->changed (library, changes, library->changed_data);
}
