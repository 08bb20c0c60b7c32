/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/journal-tail.h"

#include "store/changeset.h"
#include "store/row-owners.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* What was read of the tail so far. */
typedef struct
{
  GArray *rows; /* of BvChange */
  gint64 end;
  gint64 unreadable; /* an action whose changes are damaged; 0: none */
} Tail;

static void
read_action (sqlite3_stmt *row, gpointer data)
{
  Tail *tail = data;
  int result = SQLITE_OK;
  g_autoptr (GArray) rows
    = bv_changeset_list_bytes (sqlite3_column_blob (row, 1), sqlite3_column_bytes (row, 1), &result);

  tail->end = sqlite3_column_int64 (row, 0);
  if (result != SQLITE_OK)
    tail->unreadable = tail->end;
  else if (rows->len > 0)
    g_array_append_vals (tail->rows, rows->data, rows->len);
}

/**
 * bv_journal_find_end:
 * @library: a library
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: the number of the journal's last action; 0: it has none; -1 with @error set on failure
 */
gint64
bv_journal_find_end (BvLibrary *library, GError **error)
{
  return bv_statement_get_number (library, "SELECT ifnull (max (id), 0) FROM journal", -1, error, "");
}

static gboolean
read_tail (BvLibrary *library, Tail *tail, GError **error)
{
  if (!bv_statement_each (library, "SELECT id, changeset FROM journal WHERE id > ?1 ORDER BY id", read_action,
                          tail, error, "i", tail->end))
    return FALSE;
  if (tail->unreadable == 0)
    return bv_row_owners_name (library, tail->rows, error);
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DATABASE,
               _ ("journal: the changes of action %" PRId64 " cannot be read"), tail->unreadable);
  return FALSE;
}

/**
 * bv_journal_read_tail:
 * @library: a library that somebody else writes to
 * @end: (inout): the last action that is known; the last one there is
 * @changes: (out) (transfer full) (nullable): the rows that the actions behind it changed; %NULL: there are
 * none
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure; @end is then as it was
 */
gboolean
bv_journal_read_tail (BvLibrary *library, gint64 *end, BvChanges **changes, GError **error)
{
  Tail tail = { g_array_new (FALSE, FALSE, sizeof (BvChange)), *end, 0 };

  *changes = NULL;
  if (!read_tail (library, &tail, error))
    {
      g_array_unref (tail.rows);
      return FALSE;
    }
  if (tail.end > *end)
    *changes = bv_changes_new (tail.rows);
  else
    g_array_unref (tail.rows);
  *end = tail.end;
  return TRUE;
}
