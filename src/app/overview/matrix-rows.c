/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/matrix-rows.h"

#include "app/scoring/score-words.h"

/* How many cells of a column are in each state. */
typedef struct
{
  guint cells[BV_N_CELL_STATES];
} Column;

/**
 * BvMatrixRows:
 *
 * The nominees of a group that are looked for, most to do first. Their order stays while somebody works
 * there: who has less to do now does not move.
 */
struct _BvMatrixRows
{
  BvScoreModel *model;  /* of all nominees of the group */
  const BvEntrant *all; /* of the contest; NULL: nothing is shown */
  BvOverview *overview; /* not owned */
  GArray *rows;         /* of guint: their rows in the model */
  GArray *order;        /* of gint64: the nominees, as they stood */
  GArray *columns;      /* of Column */
};

/**
 * bv_matrix_rows_new:
 *
 * Returns: (transfer full): no rows
 */
BvMatrixRows *
bv_matrix_rows_new (void)
{
  BvMatrixRows *rows = g_new0 (BvMatrixRows, 1);

  rows->model = bv_score_model_new ();
  rows->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  rows->order = g_array_new (FALSE, FALSE, sizeof (gint64));
  rows->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  return rows;
}

/**
 * bv_matrix_rows_free:
 * @rows: (transfer full): rows
 */
void
bv_matrix_rows_free (BvMatrixRows *rows)
{
  bv_score_model_free (rows->model);
  g_array_unref (rows->rows);
  g_array_unref (rows->order);
  g_array_unref (rows->columns);
  g_free (rows);
}

/* Nominees → where they stood, from 1 */
static GHashTable *
index_order (BvMatrixRows *self)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->order->len; i++)
    g_hash_table_insert (places, &g_array_index (self->order, gint64, i), GUINT_TO_POINTER (i + 1));
  return places;
}

/* Those that stood there already come first, as they stood; others behind them. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint *first = a;
  const guint *second = b;

  return (first[0] > second[0]) - (first[0] < second[0]);
}

static void
keep_order (BvMatrixRows *self, GArray *list)
{
  g_autoptr (GHashTable) places = index_order (self);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, 2 * sizeof (guint));

  for (guint i = 0; i < list->len; i++)
    {
      guint entrant = g_array_index (list, guint, i);
      gpointer place = g_hash_table_lookup (places, &self->all[entrant].id);
      guint pair[2] = { place != NULL ? GPOINTER_TO_UINT (place) : self->order->len + 1 + i, entrant };

      g_array_append_vals (pairs, pair, 1);
    }
  g_array_sort_with_data (pairs, compare_places, NULL);
  for (guint i = 0; i < list->len; i++)
    g_array_index (list, guint, i) = ((guint *) pairs->data)[2 * i + 1];
}

static void
set_rows (BvMatrixRows *self, const GArray *list, guint n_entrants)
{
  g_autofree guint *rows = g_new0 (guint, MAX (n_entrants, 1));

  for (guint i = 0; i < bv_score_model_count_rows (self->model); i++)
    rows[bv_score_model_get_entrant (self->model, i) - self->all] = i;
  g_array_set_size (self->order, 0);
  for (guint i = 0; i < list->len; i++)
    {
      guint entrant = g_array_index (list, guint, i);

      g_array_append_val (self->rows, rows[entrant]);
      g_array_append_val (self->order, self->all[entrant].id);
    }
}

static void
count_columns (BvMatrixRows *self)
{
  BvScoreCell cell;

  g_array_set_size (self->columns, bv_score_model_count_columns (self->model));
  for (guint i = 0; i < self->rows->len; i++)
    for (guint k = 0; k < self->columns->len; k++)
      if (bv_matrix_rows_get_cell (self, i, k, &cell))
        g_array_index (self->columns, Column, k).cells[cell.state]++;
}

/**
 * bv_matrix_rows_take:
 * @rows: rows
 * @proposal: (nullable): what is shown from now on, until the next call; %NULL: nothing
 * @overview: (nullable): what was counted of it; it must outlive that, too
 * @group: the row of a group
 * @sought: whom is looked for
 * @keeps: whether who stood there already stays where it stood
 */
void
bv_matrix_rows_take (BvMatrixRows *rows,
                     const BvProposal *proposal,
                     BvOverview *overview,
                     gint64 group,
                     BvOverviewSought sought,
                     gboolean keeps)
{
  g_autoptr (GArray) list = NULL;
  const BvContest *contest = proposal != NULL ? proposal->contest : NULL;

  bv_score_model_take (rows->model, proposal, group, TRUE);
  g_array_set_size (rows->rows, 0);
  g_array_set_size (rows->columns, 0);
  rows->overview = overview;
  rows->all = contest != NULL && contest->entrants->len > 0 ? bv_contest_entrant (contest, 0) : NULL;
  if (rows->all == NULL || bv_score_model_count_rows (rows->model) == 0)
    return;
  list = bv_overview_list (overview, contest, bv_score_model_get_entrant (rows->model, 0)->group, sought);
  if (keeps)
    keep_order (rows, list);
  set_rows (rows, list, contest->entrants->len);
  count_columns (rows);
}

/**
 * bv_matrix_rows_count:
 * @rows: rows
 *
 * Returns: how many there are
 */
guint
bv_matrix_rows_count (const BvMatrixRows *rows)
{
  return rows->rows->len;
}

/**
 * bv_matrix_rows_count_columns:
 * @rows: rows
 *
 * Returns: how many leaves the group has
 */
guint
bv_matrix_rows_count_columns (const BvMatrixRows *rows)
{
  return bv_score_model_count_columns (rows->model);
}

/**
 * bv_matrix_rows_get_leaf:
 * @rows: rows
 * @column: a column
 *
 * Returns: (transfer none): its leaf
 */
const BvCriterion *
bv_matrix_rows_get_leaf (const BvMatrixRows *rows, guint column)
{
  return bv_score_model_get_leaf (rows->model, column);
}

static guint
find_in_model (const BvMatrixRows *self, guint row)
{
  return g_array_index (self->rows, guint, row);
}

/**
 * bv_matrix_rows_get_entrant:
 * @rows: rows
 * @row: one of them
 *
 * Returns: (transfer none): its nominee
 */
const BvEntrant *
bv_matrix_rows_get_entrant (const BvMatrixRows *rows, guint row)
{
  return bv_score_model_get_entrant (rows->model, find_in_model (rows, row));
}

/**
 * bv_matrix_rows_get_counts:
 * @rows: rows
 * @row: one of them
 *
 * Returns: (transfer none): what is to be done there
 */
const BvOverviewRow *
bv_matrix_rows_get_counts (const BvMatrixRows *rows, guint row)
{
  return bv_overview_row (rows->overview, bv_matrix_rows_get_entrant (rows, row) - rows->all);
}

/**
 * bv_matrix_rows_count_cells:
 * @rows: rows
 * @column: a column
 *
 * Returns: (array fixed-size=8): how many of its cells are in each #BvCellState
 */
const guint *
bv_matrix_rows_count_cells (const BvMatrixRows *rows, guint column)
{
  return g_array_index (rows->columns, Column, column).cells;
}

/**
 * bv_matrix_rows_get_score:
 * @rows: rows
 * @row: one of them
 *
 * Returns: (transfer none): its total
 */
const BvScore *
bv_matrix_rows_get_score (const BvMatrixRows *rows, guint row)
{
  return bv_score_model_get_score (rows->model, find_in_model (rows, row));
}

/**
 * bv_matrix_rows_get_cell:
 * @rows: rows
 * @row: one of them
 * @column: a column
 * @cell: (out): what is there
 *
 * Returns: %FALSE where there is no such cell
 */
gboolean
bv_matrix_rows_get_cell (const BvMatrixRows *rows, guint row, guint column, BvScoreCell *cell)
{
  return row < rows->rows->len
         && bv_score_model_get_cell (rows->model, find_in_model (rows, row), column, cell);
}

/**
 * bv_matrix_rows_find:
 * @rows: rows
 * @nominee: the row of a nominee in the library
 * @row: (out): where it stands
 *
 * Returns: whether it does
 */
gboolean
bv_matrix_rows_find (const BvMatrixRows *rows, gint64 nominee, guint *row)
{
  for (guint i = 0; i < rows->rows->len; i++)
    if (bv_matrix_rows_get_entrant (rows, i)->id == nominee)
      {
        *row = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * bv_matrix_rows_describe:
 * @rows: rows
 * @row: one of them
 * @column: a column
 *
 * Returns: (transfer full) (nullable): the cell in a sentence; %NULL where there is none
 */
char *
bv_matrix_rows_describe (const BvMatrixRows *rows, guint row, guint column)
{
  return row < rows->rows->len ? bv_score_words_cell (rows->model, find_in_model (rows, row), column) : NULL;
}
