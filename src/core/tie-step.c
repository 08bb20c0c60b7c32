/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tie-step.h"

#include <glib/gi18n-lib.h>

static BvTieKey
compute_criteria (const BvScores *scores, guint entrant, int leaf)
{
  guint first = bv_contest_entrant (scores->contest, entrant)->first_mark;

  return (BvTieKey){ leaf < 0 ? 0 : bv_scores_leaf (scores, first + leaf)->points, 1 };
}

static BvTieKey
compute_reports (const BvScores *scores, guint entrant, int leaf)
{
  return (BvTieKey){ -(gint32) bv_scores_get (scores, entrant)->n_late_or_missing, 1 };
}

static BvTieKey
compute_women (const BvScores *scores, guint entrant, int leaf)
{
  const BvContest *contest = scores->contest;

  return (BvTieKey){ bv_contest_is_first_as_women (contest, bv_contest_entrant (contest, entrant)), 1 };
}

static BvTieKey
compute_no_office (const BvScores *scores, guint entrant, int leaf)
{
  const BvContest *contest = scores->contest;

  return (BvTieKey){ bv_contest_is_without_office (contest, bv_contest_entrant (contest, entrant)), 1 };
}

static BvTieKey
compute_votes (const BvScores *scores, guint entrant, int leaf)
{
  const BvEntrant *self = bv_contest_entrant (scores->contest, entrant);

  return self->votes_members > 0 ? (BvTieKey){ self->votes_for, self->votes_members } : (BvTieKey){ 0, 1 };
}

#define ROW(...)        \
  &(const BvTieStepRow) \
  {                     \
    __VA_ARGS__         \
  }

const BvChoice bv_tie_steps[] = {
  [BV_TIE_CRITERIA] = { "criteria", N_ ("Points of the marked criteria"),
                        ROW (.decided = "Điểm tiêu chí ưu tiên",
                             .heading = "Tiêu chí ưu tiên",
                             .rule = "Điểm tiêu chí ưu tiên",
                             .is_numbered = TRUE,
                             .compute = compute_criteria) },
  [BV_TIE_REPORTS] = { "reports", N_ ("Fewer late and missing reports"),
                       ROW (.decided = "Báo cáo đúng hạn",
                            .heading = "Báo cáo trễ hoặc thiếu",
                            .rule = "Số báo cáo trễ hoặc thiếu: ít hơn xếp trước",
                            .counts_against = TRUE,
                            .compute = compute_reports) },
  [BV_TIE_WOMEN] = { "women", N_ ("Women, collectives of 70 % women"),
                     ROW (.decided = "Ưu tiên nữ (tập thể từ 70% nữ)",
                          .heading = "Nữ / từ 70% nữ",
                          .rule = "Cá nhân nữ, tập thể có từ 70% nữ: xếp trước",
                          .compute = compute_women) },
  [BV_TIE_NO_OFFICE] = { "no-office", N_ ("Holds no leading office"),
                         ROW (.decided = "Không giữ chức vụ lãnh đạo",
                              .heading = "Không giữ chức vụ lãnh đạo",
                              .rule = "Không giữ chức vụ lãnh đạo: xếp trước",
                              .compute = compute_no_office) },
  [BV_TIE_VOTES] = { "votes", N_ ("Votes of the council"),
                     ROW (.decided = "Phiếu Hội đồng",
                          .heading = "Bậc phiếu Hội đồng",
                          .rule = "Tỷ lệ phiếu đồng ý của Hội đồng: cao hơn xếp trước",
                          .is_fraction = TRUE,
                          .compute = compute_votes) },
  { NULL, NULL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (bv_tie_steps) == BV_N_TIE_STEPS + 1);

/**
 * bv_tie_step:
 * @step: a step of the tie chain
 *
 * Returns: (transfer none): what the rules know of it
 */
const BvTieStepRow *
bv_tie_step (BvTieStep step)
{
  return bv_tie_steps[step].row;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* Numbers may be sparse and differ by group. */
static GArray *
list_tie_breakers (const BvContest *contest, const gboolean *takes_part)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < contest->groups->len; i++)
    {
      const GPtrArray *leaves = bv_contest_group (contest, i)->leaves;

      for (guint k = 0; (takes_part == NULL || takes_part[i]) && k < leaves->len; k++)
        {
          const BvCriterion *leaf = g_ptr_array_index (leaves, k);

          if (leaf->tie_breaker != BV_NONE)
            g_array_append_val (numbers, leaf->tie_breaker);
        }
    }
  g_array_sort (numbers, compare_numbers);
  return numbers;
}

static void
add_numbered (GArray *comparisons, BvTieStep step, const GArray *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      BvTieComparison comparison = { step, g_array_index (numbers, gint64, i) };

      if (i == 0 || comparison.number != g_array_index (numbers, gint64, i - 1))
        g_array_append_val (comparisons, comparison);
    }
}

/**
 * bv_tie_comparisons_list:
 * @contest: a contest
 * @takes_part: (nullable): for each group of the contest, whether its tie-breakers count; %NULL: all do, and
 * one that a group lacks is 0 for everyone in it, and so separates nobody
 *
 * Returns: (transfer full) (element-type BvTieComparison): what is compared of two with the same total, in
 * the order of the campaign's tie chain (RULES.md, Order within a pool); votes only where the campaign has
 * any
 */
GArray *
bv_tie_comparisons_list (const BvContest *contest, const gboolean *takes_part)
{
  const GArray *chain = contest->campaign->tie_chain;
  GArray *comparisons = g_array_new (FALSE, FALSE, sizeof (BvTieComparison));

  for (guint i = 0; chain != NULL && i < chain->len; i++)
    {
      BvTieComparison comparison = { g_array_index (chain, gint64, i), BV_NONE };
      g_autoptr (GArray) numbers = NULL;

      if (comparison.step == BV_TIE_VOTES && !contest->campaign->council_voting)
        continue;
      if (bv_tie_step (comparison.step)->is_numbered)
        {
          numbers = list_tie_breakers (contest, takes_part);
          add_numbered (comparisons, comparison.step, numbers);
        }
      else
        g_array_append_val (comparisons, comparison);
    }
  return comparisons;
}

/**
 * bv_tie_comparison_find_leaf:
 * @comparison: a comparison
 * @group: a group
 *
 * Returns: index of the group's leaf whose points are compared; -1 where there is none
 */
int
bv_tie_comparison_find_leaf (const BvTieComparison *comparison, const BvContestGroup *group)
{
  for (guint i = 0; comparison->number != BV_NONE && i < group->leaves->len; i++)
    if (((const BvCriterion *) g_ptr_array_index (group->leaves, i))->tie_breaker == comparison->number)
      return i;
  return -1;
}

/**
 * bv_tie_comparison_write_heading:
 * @comparison: a comparison
 *
 * Returns: (transfer full): what is counted, in Vietnamese, as it stands above a column of whole numbers
 */
char *
bv_tie_comparison_write_heading (const BvTieComparison *comparison)
{
  const BvTieStepRow *step = bv_tie_step (comparison->step);

  if (step->is_numbered)
    return g_strdup_printf ("%s %" G_GINT64_FORMAT " ×100", step->heading, comparison->number);
  return g_strdup (step->heading);
}

/**
 * bv_tie_comparison_write_rule:
 * @comparison: a comparison
 *
 * Returns: (transfer full): who goes first, in Vietnamese
 */
char *
bv_tie_comparison_write_rule (const BvTieComparison *comparison)
{
  const BvTieStepRow *step = bv_tie_step (comparison->step);

  if (step->is_numbered)
    return g_strdup_printf ("%s %" G_GINT64_FORMAT ": cao hơn xếp trước", step->rule, comparison->number);
  return g_strdup (step->rule);
}

/**
 * bv_tie_comparisons_write_order:
 * @comparisons: (element-type BvTieComparison): what is compared after the total
 *
 * Returns: (transfer full): in Vietnamese, how nominees are ranked, a numbered line a step, and what happens
 * to those who are still equal
 */
char *
bv_tie_comparisons_write_order (const GArray *comparisons)
{
  GString *text = g_string_new ("1. Tổng điểm (tỷ lệ % khi các khối khác điểm tối đa): cao hơn xếp trước");

  for (guint i = 0; i < comparisons->len; i++)
    {
      g_autofree char *words
        = bv_tie_comparison_write_rule (&g_array_index (comparisons, BvTieComparison, i));

      g_string_append_printf (text, "\n%u. %s", i + 2, words);
    }
  g_string_append (text,
                   "\nVẫn bằng nhau thì cùng hạng (1, 2, 2, 4). Bằng nhau ngay tại ranh giới chỉ tiêu thì "
                   "phải có quy tắc hoặc quyết định bằng văn bản, không tự cắt.");
  return g_string_free (text, FALSE);
}

/**
 * bv_tie_key_compare:
 * @a: a key
 * @b: another of the same comparison
 *
 * Returns: negative where @a goes before @b, positive where behind, 0 where they are equal
 */
int
bv_tie_key_compare (const BvTieKey *a, const BvTieKey *b)
{
  gint64 difference = (gint64) a->value * b->of - (gint64) b->value * a->of;

  return (difference < 0) - (difference > 0);
}
