/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/contest-draft.h"

#include "store/proof/damage.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A filling, and what takes the rows of the query that it runs. */
typedef struct
{
  BvContestDraft *filling;
  BvContestRowFunc take;
} RowTaker;

static void
take_row (sqlite3_stmt *row, gpointer data)
{
  const RowTaker *taker = data;

  taker->take (taker->filling, row);
}

static void
remember (GHashTable *table, gint64 id, guint index)
{
  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index + 1));
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const BvContestLeaf *first = a;
  const BvContestLeaf *second = b;

  return (first->id > second->id) - (first->id < second->id);
}

static GArray *
list_leaf_rows (const BvContestGroup *group)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (BvContestLeaf));

  for (guint i = 0; i < group->leaves->len; i++)
    {
      BvContestLeaf row = { ((BvRecord *) g_ptr_array_index (group->leaves, i))->id, i };

      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);
  return rows;
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * bv_contest_draft_init:
 * @filling: (out caller-allocates): nothing is known yet
 * @library: a library
 * @contest: the contest whose arrays are filled
 */
void
bv_contest_draft_init (BvContestDraft *filling, BvLibrary *library, BvContest *contest)
{
  memset (filling, 0, sizeof *filling);
  filling->library = library;
  filling->contest = contest;
  filling->groups = new_table ();
  filling->nominees = g_array_new (FALSE, FALSE, sizeof (BvContestNominee));
  filling->rejected = new_table ();
}

/**
 * bv_contest_draft_clear:
 * @filling: what was filled; its contest stays
 */
void
bv_contest_draft_clear (BvContestDraft *filling)
{
  for (guint i = 0; filling->leaves != NULL && i < filling->contest->groups->len; i++)
    g_array_unref (filling->leaves[i]);
  g_free (filling->leaves);
  g_hash_table_unref (filling->groups);
  g_array_unref (filling->nominees);
  g_hash_table_unref (filling->rejected);
}

/**
 * bv_contest_draft_index_groups:
 * @filling: a filling
 *
 * Takes note of the groups of the contest and of their leaves.
 */
void
bv_contest_draft_index_groups (BvContestDraft *filling)
{
  guint n_groups = filling->contest->groups->len;

  filling->leaves = g_new0 (GArray *, n_groups);
  for (guint i = 0; i < n_groups; i++)
    {
      const BvContestGroup *group = bv_contest_group (filling->contest, i);

      remember (filling->groups, group->group->record.id, i);
      filling->leaves[i] = list_leaf_rows (group);
    }
}

/**
 * bv_contest_draft_find_group:
 * @filling: a filling
 * @id: the row of a group
 *
 * Returns: its index in the contest and 1; 0: it is none of the campaign's
 */
guint
bv_contest_draft_find_group (const BvContestDraft *filling, gint64 id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (filling->groups, &id));
}

/**
 * bv_contest_draft_compare:
 * @a: a #BvContestNominee
 * @b: another
 *
 * Returns: how their rows compare
 */
int
bv_contest_draft_compare (gconstpointer a, gconstpointer b)
{
  const BvContestNominee *first = a;
  const BvContestNominee *second = b;

  return (first->id > second->id) - (first->id < second->id);
}

/**
 * bv_contest_draft_go_to:
 * @filling: a filling
 * @id: the row of a nominee
 *
 * Its rows are the next that are read.
 */
void
bv_contest_draft_go_to (BvContestDraft *filling, gint64 id)
{
  const BvContestNominee row = { .id = id };

  g_array_binary_search (filling->nominees, &row, bv_contest_draft_compare, &filling->at);
}

/**
 * bv_contest_draft_find_nominee:
 * @filling: a filling
 * @id: the row of a nominee, not before the last that was asked for
 *
 * An array that is walked beside the rows: a table of hashes would be asked a million times.
 *
 * Returns: (transfer none) (nullable): the nominee; %NULL: it is passed over
 */
const BvContestNominee *
bv_contest_draft_find_nominee (BvContestDraft *filling, gint64 id)
{
  const BvContestNominee *rows = (const BvContestNominee *) (gpointer) filling->nominees->data;

  while (filling->at < filling->nominees->len && rows[filling->at].id < id)
    {
      filling->at++;
      filling->leaf = 0;
    }
  return filling->at < filling->nominees->len && rows[filling->at].id == id ? &rows[filling->at] : NULL;
}

/**
 * bv_contest_draft_find_entrant:
 * @filling: a filling
 * @id: as for bv_contest_draft_find_nominee()
 *
 * Returns: (transfer none) (nullable): the nominee in the contest; %NULL: it is passed over
 */
BvEntrant *
bv_contest_draft_find_entrant (BvContestDraft *filling, gint64 id)
{
  const BvContestNominee *row = bv_contest_draft_find_nominee (filling, id);

  return row != NULL ? bv_contest_entrant (filling->contest, row->entrant) : NULL;
}

/**
 * bv_contest_draft_read_number:
 * @filling: a filling
 * @row: a row that begins with a nominee's
 * @column: from 0
 * @most: what could be typed at most
 * @table: the row's table
 *
 * The rules compute with what is read: no number is less than 0, or more than what could be typed. Where one
 * is, @table and the nominee are noted as damaged.
 *
 * Returns: the number; %BV_NONE for null, and for what is damaged
 */
gint64
bv_contest_draft_read_number (BvContestDraft *filling,
                              sqlite3_stmt *row,
                              int column,
                              gint64 most,
                              const char *table)
{
  gint64 value = bv_statement_column_number (row, column);

  if (value == BV_NONE || (value >= 0 && value <= most))
    return value;
  bv_damage_note (filling->library, table, sqlite3_column_int64 (row, 0), _ ("it has no such number"));
  return BV_NONE;
}

/**
 * bv_contest_draft_read_count:
 * @filling: a filling
 * @row: a row that begins with a nominee's
 * @column: from 0
 * @most: what could be typed at most
 * @table: the row's table
 *
 * Returns: as bv_contest_draft_read_number(), of what is never null: 0 for what is damaged
 */
gint64
bv_contest_draft_read_count (BvContestDraft *filling,
                             sqlite3_stmt *row,
                             int column,
                             gint64 most,
                             const char *table)
{
  gint64 value = bv_contest_draft_read_number (filling, row, column, most, table);

  return value != BV_NONE ? value : 0;
}

/**
 * bv_contest_draft_each_row:
 * @filling: a filling
 * @sql: a query in the order of the nominees' rows
 * @parameter: the row of the campaign, or of the nominee
 * @func: takes each row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_contest_draft_each_row (BvContestDraft *filling,
                           const char *sql,
                           gint64 parameter,
                           BvContestRowFunc func,
                           GError **error)
{
  RowTaker taker = { filling, func };

  filling->leaf = 0;
  return bv_statement_each (filling->library, sql, take_row, &taker, error, "i", parameter);
}

/**
 * bv_contest_draft_each_row_of_all:
 * @filling: a filling
 * @sql: a query in the order of the nominees' rows
 * @campaign: the row of the campaign
 * @func: takes each row
 * @error: return location for a %BV_STORE_ERROR
 *
 * The same, of all nominees from the first.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_contest_draft_each_row_of_all (BvContestDraft *filling,
                                  const char *sql,
                                  gint64 campaign,
                                  BvContestRowFunc func,
                                  GError **error)
{
  filling->at = 0;
  return bv_contest_draft_each_row (filling, sql, campaign, func, error);
}
