/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/tree/exchanged-codes.h"

#include "store/statement.h"
#include "store/transaction.h"

/* Of the table criterion, which is only ever extended behind its last column. */
enum
{
  COLUMN_ID,
  COLUMN_CODE = 3,
};

static gboolean
is_update (sqlite3_changeset_iter *iter, int *n_columns)
{
  const char *table = NULL;
  int operation = 0;

  return sqlite3changeset_op (iter, &table, n_columns, &operation, NULL) == SQLITE_OK
         && operation == SQLITE_UPDATE && g_str_equal (table, "criterion");
}

/* NULL: the update leaves the column as it is. */
static sqlite3_value *
get_old (sqlite3_changeset_iter *iter, int column)
{
  sqlite3_value *value = NULL;

  sqlite3changeset_old (iter, column, &value);
  return value;
}

/**
 * bv_exchanged_codes_vacate:
 * @library: a library, in a transaction
 * @criterion: a criterion's row
 * @code: (nullable): the code that it may still have; %NULL: any
 * @error: return location for a %BV_STORE_ERROR
 *
 * Gives the criterion a code that nobody wants, with a character that people do not write.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_exchanged_codes_vacate (BvLibrary *library, gint64 criterion, const char *code, GError **error)
{
  return bv_statement_run (
    library, "UPDATE criterion SET code = char (31) || id WHERE id = ?1 AND (?2 IS NULL OR code = ?2)", error,
    "is", criterion, code);
}

static gboolean
give_up (BvLibrary *library, sqlite3_changeset_iter *iter, GError **error)
{
  sqlite3_value *id = get_old (iter, COLUMN_ID);
  sqlite3_value *code = get_old (iter, COLUMN_CODE);

  if (id == NULL || code == NULL)
    return TRUE;
  return bv_exchanged_codes_vacate (library, sqlite3_value_int64 (id),
                                    (const char *) sqlite3_value_text (code), error);
}

/**
 * bv_exchanged_codes_give_up:
 * @library: a library, in a transaction
 * @changeset: a changeset that is to be applied
 * @size: its length in bytes
 * @error: return location for a %BV_STORE_ERROR
 *
 * Gives those criteria that get another code one that nobody wants, where they still have the one that the
 * changeset knows.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_exchanged_codes_give_up (BvLibrary *library, const void *changeset, int size, GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  int result = sqlite3changeset_start (&iter, size, (void *) changeset);
  gboolean ok = TRUE;

  if (result != SQLITE_OK)
    return bv_transaction_fail (library, result, error);
  while (ok && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      int n_columns = 0;

      ok = !is_update (iter, &n_columns) || give_up (library, iter, error);
    }
  sqlite3changeset_finalize (iter);
  return ok;
}

static gboolean
is_same (sqlite3_value *a, sqlite3_value *b)
{
  if (sqlite3_value_type (a) != sqlite3_value_type (b))
    return FALSE;
  if (sqlite3_value_type (a) != SQLITE_TEXT)
    return sqlite3_value_int64 (a) == sqlite3_value_int64 (b);
  return g_strcmp0 ((const char *) sqlite3_value_text (a), (const char *) sqlite3_value_text (b)) == 0;
}

static gboolean
was_given_up (sqlite3_changeset_iter *iter)
{
  sqlite3_value *code = NULL;

  return sqlite3changeset_conflict (iter, COLUMN_CODE, &code) == SQLITE_OK && code != NULL
         && sqlite3_value_type (code) == SQLITE_TEXT && *sqlite3_value_text (code) == 31;
}

/**
 * bv_exchanged_codes_explain:
 * @iter: a change that found another row than it knows (%SQLITE_CHANGESET_DATA)
 *
 * Returns: whether that is only because its code was given up
 */
gboolean
bv_exchanged_codes_explain (sqlite3_changeset_iter *iter)
{
  int n_columns = 0;

  if (!is_update (iter, &n_columns) || !was_given_up (iter))
    return FALSE;
  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *known = i != COLUMN_CODE ? get_old (iter, i) : NULL;
      sqlite3_value *found = NULL;

      if (known != NULL
          && (sqlite3changeset_conflict (iter, i, &found) != SQLITE_OK || !is_same (known, found)))
        return FALSE;
    }
  return TRUE;
}
