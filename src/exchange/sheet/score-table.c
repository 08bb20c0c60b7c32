/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet/score-table.h"

#include "core/criterion-kind.h"

/* Title, subtitle and legend stand above the maxima. */
#define FIRST_LIMIT 3

/* INT((2·a + b)/(2·b)) is exact in the doubles of a spreadsheet, and in what LibreOffice takes for a whole
 * number, up to this `full` (50 000 points). */
#define LIVE_FULL_MAX G_GINT64_CONSTANT (5000000)

/* The column of a leaf with the same code and title that @group has not taken yet. */
static BvScoreLeaf *
find_leaf (const BvScoreTable *table, const BvCriterion *leaf, guint group)
{
  for (guint i = 0; i < table->leaves->len; i++)
    {
      BvScoreLeaf *other = g_ptr_array_index (table->leaves, i);

      if (other->part == bv_criterion_kind (leaf)->part && other->last_group != group
          && g_str_equal (other->code, leaf->code) && g_str_equal (other->title, leaf->title))
        return other;
    }
  return NULL;
}

static BvScoreLeaf *
add_leaf (BvScoreTable *table, const BvCriterion *leaf)
{
  BvScoreLeaf *added = g_new0 (BvScoreLeaf, 1);

  added->part = bv_criterion_kind (leaf)->part;
  added->code = leaf->code;
  added->title = leaf->title;
  added->short_title = bv_criterion_short_title (leaf);
  g_ptr_array_add (table->leaves, added);
  table->n_leaves[added->part]++;
  return added;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const BvScoreLeaf *first = *(BvScoreLeaf *const *) a;
  const BvScoreLeaf *second = *(BvScoreLeaf *const *) b;

  return (int) first->part - (int) second->part;
}

/* Leaves of one part stand side by side, so that a range sums them; else they keep the order of the tree. */
static void
number_leaves (BvScoreTable *table)
{
  guint column = BV_SCORE_GROUP_NAME + 1;

  g_ptr_array_sort (table->leaves, compare_parts);
  for (guint part = 0; part < BV_N_PARTS; part++)
    {
      table->first_leaf[part] = column;
      column += table->n_leaves[part];
    }
  for (guint i = 0; i < table->leaves->len; i++)
    ((BvScoreLeaf *) g_ptr_array_index (table->leaves, i))->column = BV_SCORE_GROUP_NAME + 1 + i;
}

static BvScoreLeaf **
unite_group (BvScoreTable *table, guint group)
{
  const GPtrArray *leaves = bv_contest_group (table->keys->proposal->contest, group)->leaves;
  BvScoreLeaf **united = g_new (BvScoreLeaf *, leaves->len);

  for (guint i = 0; i < leaves->len; i++)
    {
      const BvCriterion *leaf = g_ptr_array_index (leaves, i);

      united[i] = find_leaf (table, leaf, group);
      if (united[i] == NULL)
        united[i] = add_leaf (table, leaf);
      united[i]->last_group = group;
    }
  return united;
}

static void
unite_leaves (BvScoreTable *table)
{
  const BvContest *contest = table->keys->proposal->contest;
  g_autoptr (GPtrArray) united = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < table->groups->len; i++)
    g_ptr_array_add (united, unite_group (table, g_array_index (table->groups, guint, i)));
  number_leaves (table);
  table->leaf_columns = g_new0 (guint *, contest->groups->len);
  for (guint i = 0; i < table->groups->len; i++)
    {
      guint group = g_array_index (table->groups, guint, i);
      guint n = bv_contest_group (contest, group)->leaves->len;
      BvScoreLeaf **leaves = g_ptr_array_index (united, i);

      table->leaf_columns[group] = g_new (guint, n);
      for (guint k = 0; k < n; k++)
        table->leaf_columns[group][k] = leaves[k]->column;
    }
}

static gboolean
has_column (const BvScoreTable *table, BvScoreColumn column)
{
  if (column == BV_SCORE_BONUS)
    return table->n_leaves[BV_PART_BONUS] > 0;
  if (column == BV_SCORE_DEDUCTION)
    return table->n_leaves[BV_PART_DEDUCTION] > 0;
  if (column == BV_SCORE_CLASS)
    return bv_contest_has_classes (table->keys->proposal->contest);
  return column != BV_SCORE_ELIGIBLE || table->live_ranks;
}

/* Ranks refine step by step from left to right. Where there is one lane its last column is the rank. */
static guint
number_lane (BvScoreTable *table, BvScoreLane *lane, guint next)
{
  guint n_steps = table->keys->steps->len;

  lane->scope = next++;
  lane->value = next++;
  lane->ranks = g_new0 (guint, n_steps + 1);
  for (guint i = 0; i < n_steps; i++)
    lane->ranks[i] = next++;
  if (table->keys->n_lanes > 1)
    lane->ranks[n_steps] = next++;
  return next;
}

static guint
number_ranking (BvScoreTable *table, guint next)
{
  for (guint i = 0; i < table->keys->steps->len; i++)
    table->keys_at[i] = next++;
  for (guint i = 0; i < table->keys->n_lanes; i++)
    next = number_lane (table, &table->lanes[i], next);
  return next;
}

/* What the formula of the class looks up. */
static guint
number_classes (BvScoreTable *table, guint next)
{
  table->class_from = next;
  table->class_name = next + table->n_classes;
  return next + 2 * table->n_classes;
}

static void
number_columns (BvScoreTable *table)
{
  guint next = BV_SCORE_GROUP_NAME + 1 + table->leaves->len;

  table->keys_at = g_new0 (guint, table->keys->steps->len);
  table->lanes = g_new0 (BvScoreLane, table->keys->n_lanes);
  for (guint i = 0; i <= BV_SCORE_GROUP_NAME; i++)
    table->columns[i] = i;
  for (guint i = BV_SCORE_KEY; i < BV_SCORE_SHOWN_TOTAL; i++)
    table->columns[i] = has_column (table, i) ? next++ : 0;
  if (table->live_ranks)
    next = number_ranking (table, next);
  next = number_classes (table, next);
  for (guint i = BV_SCORE_SHOWN_TOTAL; i < BV_N_SCORE_COLUMNS; i++)
    table->columns[i] = has_column (table, i) ? next++ : 0;
  if (table->live_ranks && table->keys->n_lanes == 1)
    table->lanes[0].ranks[table->keys->steps->len] = table->columns[BV_SCORE_RANK];
  table->n_columns = next;
}

static void
collect_groups (BvScoreTable *table)
{
  const BvContest *contest = table->keys->proposal->contest;

  table->live_totals = TRUE;
  for (guint i = 0; i < contest->groups->len; i++)
    {
      const BvContestGroup *group = bv_contest_group (contest, i);

      if (group->group->kind != table->kind)
        continue;
      g_array_append_val (table->groups, i);
      table->live_totals &= group->full <= LIVE_FULL_MAX;
      table->n_classes = MAX (table->n_classes, group->group->classes->len);
    }
  for (guint i = 0; i < contest->entrants->len; i++)
    if (bv_contest_group (contest, bv_contest_entrant (contest, i)->group)->group->kind == table->kind)
      g_array_append_val (table->entrants, i);
}

static void
score_table_init (BvScoreTable *table, const BvScoreKeys *keys, BvGroupKind kind)
{
  static const char *const sheets[] = {
    [BV_GROUP_COLLECTIVE] = "Điểm tập thể",
    [BV_GROUP_INDIVIDUAL] = "Điểm cá nhân",
  };

  *table = (BvScoreTable){ .keys = keys, .kind = kind, .sheet = sheets[kind] };
  table->groups = g_array_new (FALSE, FALSE, sizeof (guint));
  table->entrants = g_array_new (FALSE, FALSE, sizeof (guint));
  table->leaves = g_ptr_array_new_with_free_func (g_free);
  collect_groups (table);
  unite_leaves (table);
  table->first_limit = FIRST_LIMIT;
  table->head = FIRST_LIMIT + table->groups->len + 1;
  table->first_row = table->head + 1;
}

static void
score_table_clear (BvScoreTable *table)
{
  for (guint i = 0; i < table->keys->proposal->contest->groups->len; i++)
    g_free (table->leaf_columns[i]);
  g_free (table->leaf_columns);
  for (guint i = 0; i < table->keys->n_lanes; i++)
    g_free (table->lanes[i].ranks);
  g_free (table->lanes);
  g_free (table->keys_at);
  g_array_unref (table->groups);
  g_array_unref (table->entrants);
  g_ptr_array_unref (table->leaves);
}

/**
 * bv_score_tables_init:
 * @tables: (out): the tables
 * @proposal: a proposal; it must outlive the tables
 *
 * Lays out both score sheets.
 */
void
bv_score_tables_init (BvScoreTables *tables, const BvProposal *proposal)
{
  gboolean small[2];

  tables->keys = bv_score_keys_new (proposal);
  tables->mixed = bv_score_keys_has_mixed_scope (tables->keys);
  for (guint i = 0; i < G_N_ELEMENTS (tables->tables); i++)
    {
      score_table_init (&tables->tables[i], tables->keys, i);
      small[i] = tables->tables[i].entrants->len <= BV_LIVE_ROWS_MAX;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tables->tables); i++)
    {
      tables->tables[i].live_ranks = small[i] && (!tables->mixed || small[1 - i]);
      number_columns (&tables->tables[i]);
    }
}

/**
 * bv_score_tables_clear:
 * @tables: tables
 */
void
bv_score_tables_clear (BvScoreTables *tables)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables->tables); i++)
    score_table_clear (&tables->tables[i]);
  bv_score_keys_free (tables->keys);
}

/**
 * bv_score_table_last_row:
 * @table: a table
 *
 * Returns: its last row; the first, empty, where there is no nominee
 */
guint
bv_score_table_last_row (const BvScoreTable *table)
{
  return table->first_row + MAX (1, table->entrants->len) - 1;
}
