/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scoring/score-model.h"

#include "core/criterion-kind.h"
#include "core/text/date.h"

/* A mark that was written and is not in the proposal yet. */
typedef struct
{
  gint64 nominee;
  guint column;
  BvMark mark;
} Expected;

/**
 * BvScoreModel:
 *
 * The sheet of a group without its widgets: rows are its nominees in the order of the file, columns its
 * leaves. It reads a proposal that belongs to somebody else, and what was written since then.
 */
struct _BvScoreModel
{
  const BvProposal *proposal;  /* NULL: nothing is ranked yet */
  const BvContestGroup *group; /* NULL: there is none */
  GArray *rows;                /* of guint: places among the entrants */
  GArray *numbers;             /* of guint: those of the rows in the group, from 1 */
  BvScoreFilter filter;
  gint64 kept_group;
  GHashTable *kept;     /* of gint64: nominees that were shown since it was chosen, as a set */
  gint64 *ranks;        /* by row; BV_NONE: none */
  GHashTable *expected; /* of Expected, as a set */
  gint64 today;
};

static guint
hash_expected (gconstpointer data)
{
  const Expected *expected = data;

  return (guint) (expected->nominee ^ (expected->nominee >> 32)) * 31 + expected->column;
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const Expected *one = a;
  const Expected *other = b;

  return one->nominee == other->nominee && one->column == other->column;
}

/**
 * bv_score_model_new:
 *
 * Returns: (transfer full): a model without rows
 */
BvScoreModel *
bv_score_model_new (void)
{
  BvScoreModel *model = g_new0 (BvScoreModel, 1);

  model->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  model->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  model->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  model->expected = g_hash_table_new_full (hash_expected, is_same, g_free, NULL);
  return model;
}

/**
 * bv_score_model_free:
 * @model: (transfer full): a model
 */
void
bv_score_model_free (BvScoreModel *model)
{
  g_array_unref (model->rows);
  g_array_unref (model->numbers);
  g_hash_table_unref (model->kept);
  g_hash_table_unref (model->expected);
  g_free (model->ranks);
  g_free (model);
}

static guint
find_group (const BvProposal *proposal, gint64 group)
{
  const BvContest *contest = proposal->contest;

  for (guint i = 0; i < contest->groups->len; i++)
    if (bv_contest_group (contest, i)->group->record.id == group)
      return i;
  return G_MAXUINT;
}

static const BvRanking *
find_ranking (const BvProposal *proposal, const BvGroup *group)
{
  for (guint i = 0; i < proposal->groups->len; i++)
    {
      const BvRanking *ranking = g_ptr_array_index (proposal->groups, i);

      if (g_str_equal (ranking->group->key, group->key))
        return ranking;
    }
  return NULL;
}

static void
take_ranks (BvScoreModel *self)
{
  const BvRanking *ranking = find_ranking (self->proposal, self->group->group);
  g_autoptr (GHashTable) ranks = g_hash_table_new (NULL, NULL);

  self->ranks = g_new (gint64, self->rows->len);
  for (guint i = 0; ranking != NULL && i < ranking->entries->len; i++)
    g_hash_table_insert (ranks, GUINT_TO_POINTER (bv_ranking_entry (ranking, i)->entrant),
                         &bv_ranking_entry (ranking, i)->rank);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const gint64 *rank
        = g_hash_table_lookup (ranks, GUINT_TO_POINTER (g_array_index (self->rows, guint, i)));

      self->ranks[i] = rank != NULL ? *rank : BV_NONE;
    }
}

static gboolean
is_meant (const BvScoreCell *cell, BvScoreFilter filter)
{
  switch (filter)
    {
    case BV_SCORE_FILTER_WAITING:
      return cell->waits;
    case BV_SCORE_FILTER_DIFFERENT:
      return cell->self != BV_NONE && cell->points != BV_NONE && cell->self != cell->points;
    case BV_SCORE_FILTER_RETURNED:
      return cell->state == BV_CELL_RETURNED;
    case BV_SCORE_FILTER_UNPROVEN:
      return cell->is_unproven;
    default:
      return TRUE;
    }
}

static gboolean
is_row_meant (const BvScoreModel *self, guint row)
{
  BvScoreCell cell;

  for (guint i = 0; i < bv_score_model_count_columns (self); i++)
    if (bv_score_model_get_cell (self, row, i, &cell) && is_meant (&cell, self->filter))
      return TRUE;
  return FALSE;
}

/* Who was shown stays while somebody works: a row that is done with does not go away under the hand. */
static gboolean
is_row_kept (BvScoreModel *self, guint row)
{
  gint64 nominee = bv_score_model_get_entrant (self, row)->id;

  if (g_hash_table_contains (self->kept, &nominee))
    return TRUE;
  if (!is_row_meant (self, row))
    return FALSE;
  g_hash_table_add (self->kept, g_memdup2 (&nominee, sizeof nominee));
  return TRUE;
}

static void
leave_out_rows (BvScoreModel *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    if (is_row_kept (self, i))
      {
        g_array_index (self->rows, guint, n) = g_array_index (self->rows, guint, i);
        g_array_index (self->numbers, guint, n++) = g_array_index (self->numbers, guint, i);
      }
  g_array_set_size (self->rows, n);
  g_array_set_size (self->numbers, n);
}

static void
list_rows (BvScoreModel *self, guint group)
{
  const BvContest *contest = self->proposal->contest;

  for (guint i = 0; i < contest->entrants->len; i++)
    if (bv_contest_entrant (contest, i)->group == group)
      {
        guint number = self->rows->len + 1;

        g_array_append_val (self->rows, i);
        g_array_append_val (self->numbers, number);
      }
  if (self->filter != BV_SCORE_FILTER_NONE)
    leave_out_rows (self);
}

/**
 * bv_score_model_set_filter:
 * @model: a model
 * @filter: which nominees it has from the next bv_score_model_take() on; they stay while it is in force
 */
void
bv_score_model_set_filter (BvScoreModel *model, BvScoreFilter filter)
{
  model->filter = filter;
  g_hash_table_remove_all (model->kept);
}

/**
 * bv_score_model_take:
 * @model: a model
 * @proposal: (nullable): what is shown from now on, until the next call; %NULL: nothing
 * @group: the row of a group
 * @is_newest: whether @proposal knows of all that was written: then nothing else is expected
 */
void
bv_score_model_take (BvScoreModel *model, const BvProposal *proposal, gint64 group, gboolean is_newest)
{
  guint place = proposal != NULL ? find_group (proposal, group) : G_MAXUINT;

  if (is_newest || place == G_MAXUINT)
    g_hash_table_remove_all (model->expected);
  if (group != model->kept_group)
    g_hash_table_remove_all (model->kept);
  model->kept_group = group;
  g_clear_pointer (&model->ranks, g_free);
  g_array_set_size (model->rows, 0);
  model->today = bv_date_today ();
  g_array_set_size (model->numbers, 0);
  model->proposal = place != G_MAXUINT ? proposal : NULL;
  model->group = place != G_MAXUINT ? bv_contest_group (proposal->contest, place) : NULL;
  if (model->group == NULL)
    return;
  list_rows (model, place);
  take_ranks (model);
}

/**
 * bv_score_model_count_rows:
 * @model: a model
 *
 * Returns: how many nominees it has
 */
guint
bv_score_model_count_rows (const BvScoreModel *model)
{
  return model->rows->len;
}

/**
 * bv_score_model_count_columns:
 * @model: a model
 *
 * Returns: how many leaves it has
 */
guint
bv_score_model_count_columns (const BvScoreModel *model)
{
  return model->group != NULL ? model->group->leaves->len : 0;
}

/**
 * bv_score_model_get_leaf:
 * @model: a model
 * @column: a column
 *
 * Returns: (transfer none): its leaf
 */
const BvCriterion *
bv_score_model_get_leaf (const BvScoreModel *model, guint column)
{
  return g_ptr_array_index (model->group->leaves, column);
}

static guint
get_place (const BvScoreModel *self, guint row)
{
  return g_array_index (self->rows, guint, row);
}

/**
 * bv_score_model_get_entrant:
 * @model: a model
 * @row: a row
 *
 * Returns: (transfer none): its nominee
 */
const BvEntrant *
bv_score_model_get_entrant (const BvScoreModel *model, guint row)
{
  return bv_contest_entrant (model->proposal->contest, get_place (model, row));
}

/**
 * bv_score_model_get_score:
 * @model: a model
 * @row: a row
 *
 * Returns: (transfer none): its total
 */
const BvScore *
bv_score_model_get_score (const BvScoreModel *model, guint row)
{
  return bv_scores_get (model->proposal->scores, get_place (model, row));
}

/**
 * bv_score_model_get_number:
 * @model: a model
 * @row: a row
 *
 * Returns: the number of its nominee in the group, from 1, whoever is left out
 */
guint
bv_score_model_get_number (const BvScoreModel *model, guint row)
{
  return g_array_index (model->numbers, guint, row);
}

/**
 * bv_score_model_get_rank:
 * @model: a model
 * @row: a row
 *
 * Returns: its rank in the group; %BV_NONE: it has none
 */
gint64
bv_score_model_get_rank (const BvScoreModel *model, guint row)
{
  return model->ranks[row];
}

static const Expected *
find_expected (const BvScoreModel *self, guint row, guint column)
{
  const Expected key = { .nominee = bv_score_model_get_entrant (self, row)->id, .column = column };

  return g_hash_table_size (self->expected) > 0 ? g_hash_table_lookup (self->expected, &key) : NULL;
}

/* What was typed counts, whatever was counted before. */
static gint64
find_points (const BvMark *mark, const BvLeafScore *score)
{
  if (mark->final != BV_MARK_NO_POINTS)
    return mark->final;
  if (mark->verified != BV_MARK_NO_POINTS)
    return mark->verified;
  return (score->flags & BV_LEAF_UNASSESSED) == 0 ? score->points : BV_NONE;
}

static gint64
find_counted (const BvMark *mark, const BvLeafScore *score, gboolean is_expected)
{
  const guint none = BV_LEAF_NOT_ASSIGNED | BV_LEAF_AWAITING | BV_LEAF_UNASSESSED;

  if (is_expected)
    return find_points (mark, score);
  return (score->flags & none) == 0 ? score->points : BV_NONE;
}

/**
 * bv_score_model_get_cell:
 * @model: a model
 * @row: a row
 * @column: a column
 * @cell: (out): what is there
 *
 * Returns: %FALSE where there is no such cell
 */
gboolean
bv_score_model_get_cell (const BvScoreModel *model, guint row, guint column, BvScoreCell *cell)
{
  const BvCriterionKindRow *kind;
  const Expected *expected;
  const BvLeafScore *score;
  const BvMark *mark;
  guint place;

  if (row >= model->rows->len || column >= bv_score_model_count_columns (model))
    return FALSE;
  place = bv_score_model_get_entrant (model, row)->first_mark + column;
  expected = find_expected (model, row, column);
  mark = expected != NULL ? &expected->mark : bv_contest_mark (model->proposal->contest, place);
  score = bv_scores_leaf (model->proposal->scores, place);
  kind = bv_criterion_kind (bv_score_model_get_leaf (model, column));
  *cell = (BvScoreCell){
    .leaf = bv_score_model_get_leaf (model, column),
    .state = bv_cell_state_find (model->proposal->contest, bv_score_model_get_leaf (model, column), mark,
                                 model->today),
    .self = bv_mark_points (mark->self),
    .verified = bv_mark_points (mark->verified),
    .final = bv_mark_points (mark->final),
    .points = find_counted (mark, score, expected != NULL),
    .n_evidence = mark->n_evidence,
    .waits = bv_cell_state_waits (mark) && !bv_score_model_get_entrant (model, row)->withdrawn,
    .is_typed = kind->compute == NULL,
    .is_unproven = bv_cell_state_is_unproven (mark, score),
  };
  cell->is_computed = kind->compute != NULL && cell->verified == BV_NONE && cell->final == BV_NONE;
  return TRUE;
}

/**
 * bv_score_model_row_waits:
 * @model: a model
 * @row: a row
 *
 * Returns: whether a cell of it waits for somebody who verifies it
 */
gboolean
bv_score_model_row_waits (const BvScoreModel *model, guint row)
{
  BvScoreCell cell;

  for (guint i = 0; i < bv_score_model_count_columns (model); i++)
    if (bv_score_model_get_cell (model, row, i, &cell) && cell.waits)
      return TRUE;
  return FALSE;
}

/**
 * bv_score_model_find_row:
 * @model: a model
 * @nominee: the row of a nominee in the library
 * @row: (out): its row
 *
 * Returns: whether it has one
 */
gboolean
bv_score_model_find_row (const BvScoreModel *model, gint64 nominee, guint *row)
{
  for (guint i = 0; i < model->rows->len; i++)
    if (bv_score_model_get_entrant (model, i)->id == nominee)
      {
        *row = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * bv_score_model_find_column:
 * @model: a model
 * @code: the code of a leaf
 * @column: (out): its column
 *
 * Returns: whether it has one
 */
gboolean
bv_score_model_find_column (const BvScoreModel *model, const char *code, guint *column)
{
  for (guint i = 0; i < bv_score_model_count_columns (model); i++)
    if (g_str_equal (bv_score_model_get_leaf (model, i)->code, code))
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * bv_score_model_step_waiting:
 * @model: a model
 * @row: (inout): a row
 * @column: (inout): a column
 * @step: 1 or -1
 *
 * Goes to the next cell that waits: down the column first, then the columns beside; behind the last the
 * first.
 *
 * Returns: whether there is one, maybe the same
 */
gboolean
bv_score_model_step_waiting (const BvScoreModel *model, guint *row, guint *column, int step)
{
  guint n_rows = model->rows->len;
  guint n = n_rows * bv_score_model_count_columns (model);
  guint at = n > 0 ? *column * n_rows + *row : 0;
  BvScoreCell cell;

  for (guint i = 1; i <= n; i++)
    {
      guint place = (at + (step > 0 ? i : n - i)) % n;

      if (!bv_score_model_get_cell (model, place % n_rows, place / n_rows, &cell) || !cell.waits)
        continue;
      *row = place % n_rows;
      *column = place / n_rows;
      return TRUE;
    }
  return FALSE;
}

/**
 * bv_score_model_count_waiting:
 * @proposal: (nullable): a proposal
 * @group: the row of a group; 0: all
 *
 * Returns: how many cells wait for somebody who verifies them
 */
guint
bv_score_model_count_waiting (const BvProposal *proposal, gint64 group)
{
  const BvContest *contest = proposal != NULL ? proposal->contest : NULL;
  guint n = 0;

  for (guint i = 0; contest != NULL && i < contest->entrants->len; i++)
    {
      const BvEntrant *entrant = bv_contest_entrant (contest, i);
      const BvContestGroup *packed = bv_contest_group (contest, entrant->group);

      if (entrant->withdrawn)
        continue;
      for (guint k = 0; (group == 0 || packed->group->record.id == group) && k < packed->leaves->len; k++)
        n += bv_cell_state_waits (bv_contest_mark (contest, entrant->first_mark + k));
    }
  return n;
}

static BvMark *
expect (BvScoreModel *self, guint row, guint column)
{
  const BvEntrant *entrant = bv_score_model_get_entrant (self, row);
  const Expected *known = find_expected (self, row, column);
  Expected *expected = g_new (Expected, 1);

  *expected
    = (Expected){ entrant->id, column,
                  known != NULL ? known->mark
                                : *bv_contest_mark (self->proposal->contest, entrant->first_mark + column) };
  g_hash_table_add (self->expected, expected);
  return &expected->mark;
}

/**
 * bv_score_model_expect_points:
 * @model: a model
 * @row: a row
 * @column: a column
 * @self: whether it is the self-score; else the one that counts
 * @points: 1/100, or %BV_NONE: what was written there, which the next proposal will know
 */
void
bv_score_model_expect_points (BvScoreModel *model, guint row, guint column, gboolean self, gint64 points)
{
  BvMark *mark = expect (model, row, column);

  if (self)
    mark->self = bv_mark_pack_points (points);
  else if (mark->final != BV_MARK_NO_POINTS)
    mark->final = bv_mark_pack_points (points);
  else
    mark->verified = bv_mark_pack_points (points);
}

/**
 * bv_score_model_expect_state:
 * @model: a model
 * @row: a row
 * @column: a column
 * @state: what was written there
 */
void
bv_score_model_expect_state (BvScoreModel *model, guint row, guint column, BvAssessmentState state)
{
  expect (model, row, column)->state = state;
}
