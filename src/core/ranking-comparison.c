/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ranking-comparison.h"

#include "core/assessment-state.h"
#include "core/text/wording.h"
#include "core/tie-step.h"

#define NO_LEAF (-1)

typedef struct
{
  const BvRanking *ranking;
  BvRankingComparison *result;
  guint entrants[BV_N_COMPARED];
  int decisive[BV_N_COMPARED]; /* the leaves that the deciding step compares; NO_LEAF: it compares none */
} Pair;

static void
step_clear (gpointer data)
{
  BvComparedStep *step = data;

  g_free (step->title);
  for (guint i = 0; i < BV_N_COMPARED; i++)
    g_free (step->values[i]);
}

static const BvEntrant *
get_entrant (const Pair *self, guint i)
{
  return bv_contest_entrant (self->ranking->scores->contest, self->entrants[i]);
}

static const BvContestGroup *
get_group (const Pair *self, guint i)
{
  return bv_contest_group (self->ranking->scores->contest, get_entrant (self, i)->group);
}

static const BvRankingEntry *
get_entry (const Pair *self, guint i)
{
  return bv_ranking_entry (self->ranking, self->result->entries[i]);
}

/* Returns: whether it is the step that decides */
static gboolean
add_step (Pair *self, char *title, char *first, char *second, int difference, gboolean decided)
{
  const BvComparedStep step = { title, { first, second }, difference, !decided && difference != 0 };

  g_array_append_val (self->result->steps, step);
  return step.decides;
}

static gboolean
add_total (Pair *self)
{
  gint64 first = get_entry (self, 0)->value;
  gint64 second = get_entry (self, 1)->value;
  gboolean by_percent = self->ranking->by_percent;

  return add_step (self, g_strdup (by_percent ? "Tỷ lệ % điểm" : "Tổng điểm"),
                   by_percent ? bv_wording_percent (first) : bv_wording_points (first),
                   by_percent ? bv_wording_percent (second) : bv_wording_points (second),
                   (second > first) - (second < first), FALSE);
}

static char *
write_key (const BvTieStepRow *step, const BvTieKey *key, gboolean has_leaf)
{
  if (step->is_numbered)
    return has_leaf ? bv_wording_points (key->value) : g_strdup ("–");
  if (step->is_fraction)
    return g_strdup_printf ("%d/%d", key->value, key->value == 0 && key->of == 1 ? 0 : key->of);
  if (step->counts_against)
    return bv_wording_number (-key->value);
  return g_strdup (key->value != 0 ? "có" : "không");
}

static char *
write_title (const Pair *self, const BvTieComparison *comparison, const int *leaves)
{
  const BvTieStepRow *step = bv_tie_step (comparison->step);
  guint having = leaves[0] != NO_LEAF ? 0 : 1;

  if (!step->is_numbered)
    return g_strdup (step->is_fraction ? step->decided : step->heading);
  if (leaves[having] == NO_LEAF)
    return g_strdup_printf ("%s %" G_GINT64_FORMAT, step->heading, comparison->number);
  return g_strdup_printf (
    "%s %" G_GINT64_FORMAT " (tiêu chí %s)", step->heading, comparison->number,
    ((const BvCriterion *) g_ptr_array_index (get_group (self, having)->leaves, leaves[having]))->code);
}

static gboolean
add_comparison (Pair *self, const BvTieComparison *comparison, gboolean decided)
{
  const BvTieStepRow *step = bv_tie_step (comparison->step);
  BvTieKey keys[BV_N_COMPARED];
  int leaves[BV_N_COMPARED];

  for (guint i = 0; i < BV_N_COMPARED; i++)
    {
      leaves[i] = bv_tie_comparison_find_leaf (comparison, get_group (self, i));
      keys[i] = step->compute (self->ranking->scores, self->entrants[i], leaves[i]);
    }
  if (!add_step (
        self, write_title (self, comparison, leaves), write_key (step, &keys[0], leaves[0] != NO_LEAF),
        write_key (step, &keys[1], leaves[1] != NO_LEAF), bv_tie_key_compare (&keys[0], &keys[1]), decided))
    return decided;
  for (guint i = 0; step->is_numbered && i < BV_N_COMPARED; i++)
    self->decisive[i] = leaves[i];
  return TRUE;
}

static void
add_steps (Pair *self)
{
  g_autofree gboolean *takes_part = bv_ranking_list_groups (self->ranking);
  g_autoptr (GArray) comparisons = bv_tie_comparisons_list (self->ranking->scores->contest, takes_part);
  gboolean decided = add_total (self);

  for (guint i = 0; i < comparisons->len; i++)
    decided = add_comparison (self, &g_array_index (comparisons, BvTieComparison, i), decided);
}

/* What has the same code may be something else in another group. */
static gboolean
are_same (const BvCriterion *first, const BvCriterion *second)
{
  return g_str_equal (first->code, second->code) && g_strcmp0 (first->title, second->title) == 0;
}

static int
find_same (const GPtrArray *leaves, const BvCriterion *leaf)
{
  for (guint i = 0; i < leaves->len; i++)
    if (are_same (g_ptr_array_index (leaves, i), leaf))
      return i;
  return NO_LEAF;
}

static void
add_leaf (Pair *self, const BvCriterion *leaf, int first, int second)
{
  const BvScores *scores = self->ranking->scores;
  const int places[BV_N_COMPARED] = { first, second };
  BvComparedLeaf row = { .leaf = leaf, .difference = BV_NONE };

  for (guint i = 0; i < BV_N_COMPARED; i++)
    {
      guint mark = get_entrant (self, i)->first_mark + MAX (places[i], 0);
      gboolean has = places[i] != NO_LEAF
                     && bv_contest_mark (scores->contest, mark)->state != BV_ASSESSMENT_NOT_ASSIGNED;

      row.points[i] = has ? bv_scores_leaf (scores, mark)->points : BV_NONE;
      row.most[i]
        = has ? ((const BvCriterion *) g_ptr_array_index (get_group (self, i)->leaves, places[i]))->max
              : BV_NONE;
      row.decides |= places[i] != NO_LEAF && places[i] == self->decisive[i];
    }
  if (row.points[0] != BV_NONE && row.points[1] != BV_NONE)
    row.difference = row.points[0] - row.points[1];
  g_array_append_val (self->result->leaves, row);
}

static void
add_leaves (Pair *self)
{
  const GPtrArray *first = get_group (self, 0)->leaves;
  const GPtrArray *second = get_group (self, 1)->leaves;

  for (guint i = 0; i < first->len; i++)
    {
      const BvCriterion *leaf = g_ptr_array_index (first, i);

      add_leaf (self, leaf, i, find_same (second, leaf));
    }
  for (guint i = 0; i < second->len; i++)
    {
      const BvCriterion *leaf = g_ptr_array_index (second, i);

      if (find_same (first, leaf) == NO_LEAF)
        add_leaf (self, leaf, NO_LEAF, i);
    }
}

/* Who is not eligible is not compared. */
static char *
write_unranked (const Pair *self)
{
  const char *names[BV_N_COMPARED];
  guint n = 0;

  for (guint i = 0; i < BV_N_COMPARED; i++)
    if (get_entry (self, i)->rank == BV_NONE)
      names[n++] = get_entrant (self, i)->name;
  return g_strjoin (NULL, names[0], n > 1 ? " và " : "", n > 1 ? names[1] : "",
                    " không đủ điều kiện nên không được xếp hạng.", NULL);
}

/* What a number of the first step stands for. */
static const char *
get_unit (const Pair *self)
{
  return self->ranking->by_percent ? "%" : " điểm";
}

static char *
write_equal (const Pair *self)
{
  return g_strdup_printf ("Bằng nhau ở mọi căn cứ (%s%s): cùng hạng %" G_GINT64_FORMAT ".",
                          bv_ranking_comparison_step (self->result, 0)->values[0], get_unit (self),
                          get_entry (self, 0)->rank);
}

static char *
write_decided (const Pair *self, guint place)
{
  const BvComparedStep *total = bv_ranking_comparison_step (self->result, 0);
  const BvComparedStep *step = bv_ranking_comparison_step (self->result, place);
  gint64 difference = get_entry (self, 0)->value - get_entry (self, 1)->value;
  g_autofree char *more
    = self->ranking->by_percent ? bv_wording_percent (difference) : bv_wording_points (difference);

  if (place == 0)
    return g_strdup_printf ("Tách nhau ngay ở tổng điểm: %s so với %s, hơn %s%s.", step->values[0],
                            step->values[1], more, get_unit (self));
  return g_strdup_printf ("Cùng %s%s; tách nhau ở căn cứ %u, “%s”: %s so với %s.", total->values[0],
                          get_unit (self), place + 1, step->title, step->values[0], step->values[1]);
}

static char *
write_sentence (const Pair *self)
{
  if (get_entry (self, 0)->rank == BV_NONE || get_entry (self, 1)->rank == BV_NONE)
    return write_unranked (self);
  for (guint i = 0; i < self->result->steps->len; i++)
    if (bv_ranking_comparison_step (self->result, i)->decides)
      return write_decided (self, i);
  return write_equal (self);
}

/**
 * bv_ranking_comparison_new:
 * @ranking: the ranking of a pool or group
 * @entry: the place of an entry, from 0
 * @other: that of another
 *
 * Compares them as the ranking did (RULES.md, Order within a pool), whichever of them stands before the
 * other. Leaves of two groups are the same where code and title are.
 *
 * Returns: (transfer full): what separates them, as long as @ranking lives
 */
BvRankingComparison *
bv_ranking_comparison_new (const BvRanking *ranking, guint entry, guint other)
{
  BvRankingComparison *result = g_new0 (BvRankingComparison, 1);
  Pair self = { ranking, result, { 0 }, { NO_LEAF, NO_LEAF } };

  result->entries[0] = MIN (entry, other);
  result->entries[1] = MAX (entry, other);
  result->steps = g_array_new (FALSE, FALSE, sizeof (BvComparedStep));
  g_array_set_clear_func (result->steps, step_clear);
  result->leaves = g_array_new (FALSE, FALSE, sizeof (BvComparedLeaf));
  for (guint i = 0; i < BV_N_COMPARED; i++)
    self.entrants[i] = get_entry (&self, i)->entrant;
  if (get_entry (&self, 0)->rank != BV_NONE && get_entry (&self, 1)->rank != BV_NONE)
    add_steps (&self);
  add_leaves (&self);
  result->sentence = write_sentence (&self);
  return result;
}

/**
 * bv_ranking_comparison_free:
 * @comparison: (transfer full): a comparison
 */
void
bv_ranking_comparison_free (BvRankingComparison *comparison)
{
  g_array_unref (comparison->steps);
  g_array_unref (comparison->leaves);
  g_free (comparison->sentence);
  g_free (comparison);
}
