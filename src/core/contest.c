/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/contest.h"

#include <string.h>

#define WOMEN_PERCENT_FIRST 70

static void
contest_group_clear (gpointer data)
{
  BvContestGroup *group = data;

  g_ptr_array_unref (group->leaves);
}

/**
 * bv_contest_new:
 * @campaign: (transfer full): a campaign with its groups and quotas
 * @date: the ranking's date
 *
 * Returns: (transfer full): a contest without entrants
 */
BvContest *
bv_contest_new (BvCampaign *campaign, gint64 date)
{
  BvContest *contest = g_new0 (BvContest, 1);

  contest->campaign = campaign;
  contest->date = date;
  contest->groups = g_array_new (FALSE, TRUE, sizeof (BvContestGroup));
  g_array_set_clear_func (contest->groups, contest_group_clear);
  contest->entrants = g_array_new (FALSE, TRUE, sizeof (BvEntrant));
  contest->marks = g_array_new (FALSE, TRUE, sizeof (BvMark));
  contest->strings = g_string_chunk_new (4096);
  for (guint i = 0; i < campaign->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (campaign->groups, i);
      BvContestGroup packed = { group, bv_group_list_leaves (group), bv_group_full (group) };

      g_array_append_val (contest->groups, packed);
    }
  return contest;
}

/**
 * bv_contest_free:
 * @contest: (transfer full): a contest; its campaign goes with it
 */
void
bv_contest_free (BvContest *contest)
{
  g_array_unref (contest->groups);
  g_array_unref (contest->entrants);
  g_array_unref (contest->marks);
  g_string_chunk_free (contest->strings);
  bv_record_free (contest->campaign);
  g_free (contest);
}

/* A leaf without an assessment counts as one with every default (RULES.md): its reports may be missing
 * already. */
static void
mark_init (BvMark *mark, const BvCriterion *leaf, gint64 date)
{
  memset (mark, 0, sizeof *mark);
  mark->self = mark->verified = mark->final = BV_NONE;
  mark->target = mark->result = BV_NONE;
  mark->n_items = -1;
  mark->passed = -1;
  if (leaf->kind != BV_CRITERION_REPORTS)
    return;
  for (guint i = 0; i < bv_criterion_count_due (leaf); i++)
    mark->n_missing += g_array_index (leaf->due, gint64, i) < date;
}

/**
 * bv_contest_add:
 * @contest: a contest
 * @group: index of the entrant's group
 *
 * Returns: (transfer none): a new entrant whose marks all have their defaults; valid until the next call
 */
BvEntrant *
bv_contest_add (BvContest *contest, guint group)
{
  const BvContestGroup *packed = bv_contest_group (contest, group);
  guint first = contest->marks->len;
  BvEntrant *entrant;

  g_array_set_size (contest->entrants, contest->entrants->len + 1);
  entrant = bv_contest_entrant (contest, contest->entrants->len - 1);
  entrant->group = group;
  entrant->first_mark = first;
  entrant->decision = -1;
  entrant->women_percent = -1;
  g_array_set_size (contest->marks, first + packed->leaves->len);
  for (guint i = 0; i < packed->leaves->len; i++)
    mark_init (bv_contest_mark (contest, first + i), g_ptr_array_index (packed->leaves, i), contest->date);
  return entrant;
}

/**
 * bv_contest_keep:
 * @contest: a contest
 * @text: (nullable): a string
 *
 * Returns: (transfer none) (nullable): a copy that lives as long as the contest
 */
const char *
bv_contest_keep (BvContest *contest, const char *text)
{
  return text != NULL ? g_string_chunk_insert (contest->strings, text) : NULL;
}

/**
 * bv_contest_find_group:
 * @contest: a contest
 * @key: a group's key
 *
 * Returns: the group's index, %G_MAXUINT where there is none
 */
guint
bv_contest_find_group (const BvContest *contest, const char *key)
{
  for (guint i = 0; i < contest->groups->len; i++)
    if (g_str_equal (bv_contest_group (contest, i)->group->key, key))
      return i;
  return G_MAXUINT;
}

static gboolean
is_collective (const BvContest *contest, const BvEntrant *entrant)
{
  return bv_contest_group (contest, entrant->group)->group->kind == BV_GROUP_COLLECTIVE;
}

/**
 * bv_contest_is_first_as_women:
 * @contest: a contest
 * @entrant: one of its entrants
 *
 * Returns: whether the step `women` puts it first: a woman, or a collective with 70 % of women (RULES.md,
 * Order within a pool)
 */
gboolean
bv_contest_is_first_as_women (const BvContest *contest, const BvEntrant *entrant)
{
  return is_collective (contest, entrant) ? entrant->women_percent >= WOMEN_PERCENT_FIRST
                                          : entrant->woman != 0;
}

/**
 * bv_contest_is_without_office:
 * @contest: a contest
 * @entrant: one of its entrants
 *
 * Returns: whether the step `no-office` puts it first; collectives hold no office (RULES.md, Order within a
 * pool)
 */
gboolean
bv_contest_is_without_office (const BvContest *contest, const BvEntrant *entrant)
{
  return is_collective (contest, entrant) || !entrant->holds_office;
}

/**
 * bv_mark_add_report:
 * @mark: a mark of @leaf
 * @leaf: a `reports` leaf
 * @index: the due date's place in the schedule
 * @received: the date received, %BV_NONE if not
 * @date: the ranking's date
 *
 * A later date is late; a date received counts whenever it lies (RULES.md, `reports`).
 */
void
bv_mark_add_report (BvMark *mark, const BvCriterion *leaf, guint index, gint64 received, gint64 date)
{
  gint64 due;

  if (received == BV_NONE || index >= bv_criterion_count_due (leaf))
    return;
  due = g_array_index (leaf->due, gint64, index);
  mark->n_received++;
  mark->n_late += received > due;
  mark->n_missing -= due < date;
}

/**
 * bv_mark_add_result:
 * @mark: a mark of a `measured` leaf
 * @baseline: 1/10 000, or %BV_NONE
 * @result: 1/10 000, or %BV_NONE
 * @target: 1/10 000, or %BV_NONE
 * @top_group: whether the dimension stands in the group with the highest scores
 */
void
bv_mark_add_result (BvMark *mark, gint64 baseline, gint64 result, gint64 target, gboolean top_group)
{
  if (mark->n_results++ == 0)
    {
      mark->target = target;
      mark->result = result;
    }
  mark->top_group |= top_group != FALSE;
  if (baseline == BV_NONE || result == BV_NONE)
    return;
  mark->difference += result - baseline;
  mark->n_differences++;
}
