/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/journal.h"

#include "core/points.h"
#include "store/library-private.h"
#include "store/statement.h"
#include "store/transaction.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define COLUMNS "id, time, user, label, kind, ifnull (target, 0), undone, rows"

/* The last action that can be undone, and the last undo that can be done again: none once something new was
 * done. */
#define LAST_DONE "SELECT " COLUMNS " FROM journal WHERE kind = 'do' AND undone = 0 ORDER BY id DESC LIMIT 1"
#define LAST_UNDONE                                                                                  \
  "SELECT t.id, t.time, t.user, t.label, t.kind, 0, t.undone, t.rows FROM journal u JOIN journal t " \
  "ON t.id = u.target WHERE u.kind = 'undo' AND t.undone = 1 "                                       \
  "AND u.id > ifnull ((SELECT max (id) FROM journal WHERE kind = 'do'), 0) ORDER BY u.id DESC LIMIT 1"

/**
 * bv_journal_act:
 * @library: a library open for writing
 * @label: what the user did, for the journal
 * @func: makes the changes; an action inside an action joins it
 * @data: for @func
 * @action: (out) (optional): the action's number; 0 where nothing changed
 * @error: return location for a %BV_STORE_ERROR, or what @func says
 *
 * The one way to write: one transaction, one row of the journal, which can be undone for ever.
 *
 * Returns: %FALSE with @error set; nothing is changed then
 */
gboolean
bv_journal_act (BvLibrary *library,
                const char *label,
                BvActFunc func,
                gpointer data,
                gint64 *action,
                GError **error)
{
  BvAction done = { .user = (char *) g_get_user_name (), .label = (char *) label, .kind = (char *) "do" };
  g_autoptr (BvChanges) changes = NULL;
  BvTransaction transaction;
  gboolean ok;

  if (library->acting)
    return func (library, data, error);
  if (!bv_transaction_begin (&transaction, library, error))
    return FALSE;
  ok = func (library, data, error) && bv_transaction_commit (&transaction, &done, BV_NONE, error);
  changes = ok ? g_steal_pointer (&transaction.changes) : NULL;
  bv_transaction_end (&transaction);
  if (!ok)
    return FALSE;
  if (action != NULL)
    *action = done.id;
  if (done.id != 0)
    library->done = bv_action_copy (&done);
  bv_transaction_announce (library, changes);
  return TRUE;
}

static gpointer
read_action (sqlite3_stmt *statement)
{
  BvAction *action = g_new0 (BvAction, 1);

  action->id = sqlite3_column_int64 (statement, 0);
  action->time = sqlite3_column_int64 (statement, 1);
  action->user = g_strdup (bv_statement_column_text (statement, 2));
  action->label = g_strdup (bv_statement_column_text (statement, 3));
  action->kind = g_strdup (bv_statement_column_text (statement, 4));
  action->target = sqlite3_column_int64 (statement, 5);
  action->undone = sqlite3_column_int (statement, 6);
  action->rows = sqlite3_column_int64 (statement, 7);
  return action;
}

static GPtrArray *
query_actions (BvLibrary *library, const char *sql, gint64 parameter, GError **error)
{
  return bv_statement_list (library, sql, read_action, (GDestroyNotify) bv_action_free, error, "i",
                            parameter);
}

/* Takes the first of @actions. */
static BvAction *
take_action (GPtrArray *actions)
{
  BvAction *action = actions != NULL && actions->len > 0 ? g_ptr_array_steal_index (actions, 0) : NULL;

  g_clear_pointer (&actions, g_ptr_array_unref);
  return action;
}

static BvAction *
peek_action (BvLibrary *library, const char *sql, GError **error)
{
  return take_action (
    bv_statement_list (library, sql, read_action, (GDestroyNotify) bv_action_free, error, ""));
}

/**
 * bv_journal_list:
 * @library: a library
 * @limit: how many at most; 0: all
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type BvAction) (nullable): the last actions, newest first
 */
GPtrArray *
bv_journal_list (BvLibrary *library, gint64 limit, GError **error)
{
  return query_actions (library, "SELECT " COLUMNS " FROM journal ORDER BY id DESC LIMIT ?1",
                        limit > 0 ? limit : -1, error);
}

/**
 * bv_journal_find:
 * @library: a library
 * @action: an action's number
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the action; %NULL with @error set where there is none
 */
BvAction *
bv_journal_find (BvLibrary *library, gint64 action, GError **error)
{
  g_autoptr (GError) local = NULL;
  BvAction *found
    = take_action (query_actions (library, "SELECT " COLUMNS " FROM journal WHERE id = ?1", action, &local));

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (found == NULL)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 _ ("there is no action %" PRId64 ": see “log”"), action);
  return found;
}

/**
 * bv_journal_get_done:
 * @library: a library
 *
 * Returns: (transfer none) (nullable): what bv_journal_act() did when it was last called; %NULL where nothing
 * changed, and once something was undone or done again
 */
const BvAction *
bv_journal_get_done (BvLibrary *library)
{
  return library->done;
}

/**
 * bv_journal_peek_undo:
 * @library: a library
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the action that undo would undo; %NULL: there is none, or @error is
 * set
 */
BvAction *
bv_journal_peek_undo (BvLibrary *library, GError **error)
{
  return library->done != NULL ? bv_action_copy (library->done) : peek_action (library, LAST_DONE, error);
}

/**
 * bv_journal_peek_redo:
 * @library: a library
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the action that redo would do again; %NULL: there is none, or @error
 * is set
 */
BvAction *
bv_journal_peek_redo (BvLibrary *library, GError **error)
{
  return library->done != NULL ? NULL : peek_action (library, LAST_UNDONE, error);
}

/**
 * bv_journal_list_later:
 * @library: a library
 * @action: an action's number
 *
 * Returns: (transfer full) (element-type BvAction) (nullable): the actions after it that are not undone, in
 * their order
 */
GPtrArray *
bv_journal_list_later (BvLibrary *library, gint64 action)
{
  return query_actions (library, "SELECT " COLUMNS " FROM journal WHERE id > ?1 AND undone = 0 ORDER BY id",
                        action, NULL);
}
