/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/contest.h"

#include "core/criterion-kind.h"

#include <string.h>

#define WOMEN_PERCENT_FIRST 70

struct _BvContestFrame
{
  BvCampaign *campaign;
  GStringChunk *strings;
  GPtrArray *decisions; /* of BvEntrantDecision */
  GArray *places;       /* of EntrantPlace, by nominee; empty until they are asked for */
};

typedef struct
{
  gint64 nominee;
  guint entrant;
} EntrantPlace;

static void
contest_group_clear (gpointer data)
{
  BvContestGroup *group = data;

  g_ptr_array_unref (group->leaves);
  g_free (group->blank);
}

static void
frame_clear (gpointer data)
{
  BvContestFrame *frame = data;

  bv_record_free (frame->campaign);
  g_string_chunk_free (frame->strings);
  g_ptr_array_unref (frame->decisions);
  g_array_unref (frame->places);
}

static BvContestFrame *
frame_new (BvCampaign *campaign)
{
  BvContestFrame *frame = g_atomic_rc_box_new (BvContestFrame);

  frame->campaign = campaign;
  frame->strings = g_string_chunk_new (4096);
  frame->decisions = g_ptr_array_new_with_free_func (g_free);
  frame->places = g_array_new (FALSE, FALSE, sizeof (EntrantPlace));
  return frame;
}

/* A leaf without an assessment counts as one with every default (RULES.md): its reports may be missing
 * already. */
static void
mark_init (BvMark *mark, const BvCriterion *leaf, gint64 date)
{
  memset (mark, 0, sizeof *mark);
  mark->self = mark->verified = mark->final = BV_MARK_NO_POINTS;
  mark->n_items = -1;
  mark->passed = -1;
  if (bv_criterion_input (leaf) != BV_INPUT_RECEIVED)
    return;
  for (guint i = 0; i < bv_criterion_count_due (leaf); i++)
    mark->n_missing += g_array_index (leaf->due, gint64, i) < date;
}

static void
contest_group_init (BvContestGroup *packed, const BvGroup *group, gint64 date)
{
  packed->group = group;
  packed->leaves = bv_group_list_leaves (group);
  packed->full = bv_group_full (group);
  packed->blank = g_new (BvMark, packed->leaves->len);
  for (guint i = 0; i < packed->leaves->len; i++)
    mark_init (&packed->blank[i], g_ptr_array_index (packed->leaves, i), date);
}

/* Returns the place of results of which none is there yet. */
static guint
add_measured (BvContest *contest)
{
  BvMeasured measured;

  bv_measured_init (&measured);
  g_array_append_val (contest->measured, measured);
  return contest->measured->len - 1;
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

  contest->frame = frame_new (campaign);
  contest->campaign = campaign;
  contest->date = date;
  contest->groups = g_array_new (FALSE, TRUE, sizeof (BvContestGroup));
  g_array_set_clear_func (contest->groups, contest_group_clear);
  contest->entrants = g_array_new (FALSE, FALSE, sizeof (BvEntrant));
  contest->marks = g_array_new (FALSE, FALSE, sizeof (BvMark));
  contest->measured = g_array_new (FALSE, FALSE, sizeof (BvMeasured));
  add_measured (contest);
  contest->strings = contest->frame->strings;
  g_array_set_size (contest->groups, campaign->groups->len);
  for (guint i = 0; i < campaign->groups->len; i++)
    contest_group_init (bv_contest_group (contest, i), g_ptr_array_index (campaign->groups, i), date);
  return contest;
}

/**
 * bv_contest_copy:
 * @contest: a contest
 *
 * Copies entrants and marks, so that changing those of the one leaves the other as it is. The campaign and
 * the strings are shared: of all copies only one thread may keep further strings, but any may free one.
 *
 * Returns: (transfer full): the copy
 */
BvContest *
bv_contest_copy (const BvContest *contest)
{
  BvContest *copy = g_memdup2 (contest, sizeof *contest);

  copy->frame = g_atomic_rc_box_acquire (contest->frame);
  copy->groups = g_array_ref (contest->groups);
  copy->entrants = g_array_copy (contest->entrants);
  copy->marks = g_array_copy (contest->marks);
  copy->measured = g_array_copy (contest->measured);
  return copy;
}

/**
 * bv_contest_free:
 * @contest: (transfer full): a contest; its campaign goes with the last of the copies
 */
void
bv_contest_free (BvContest *contest)
{
  g_array_unref (contest->groups);
  g_array_unref (contest->entrants);
  g_array_unref (contest->marks);
  g_array_unref (contest->measured);
  g_atomic_rc_box_release_full (contest->frame, frame_clear);
  g_free (contest);
}

/**
 * bv_contest_clear_marks:
 * @contest: a contest
 * @entrant: one of its entrants
 *
 * Gives the entrant's marks their defaults, and takes its holds away: all that is read again when one of its
 * scores has changed.
 */
void
bv_contest_clear_marks (BvContest *contest, BvEntrant *entrant)
{
  const BvContestGroup *group = bv_contest_group (contest, entrant->group);

  entrant->holds = NULL;
  for (guint i = 0; i < group->leaves->len; i++)
    {
      BvMark *mark = bv_contest_mark (contest, entrant->first_mark + i);
      guint32 measured = mark->measured;

      *mark = group->blank[i];
      mark->measured = measured;
      if (measured != 0)
        bv_measured_init (bv_contest_measured (contest, mark));
    }
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
  const BvEntrant blank = { .group = group, .first_mark = contest->marks->len, .women_percent = -1 };
  const BvContestGroup *packed = bv_contest_group (contest, group);
  BvEntrant *entrant;

  g_array_append_val (contest->entrants, blank);
  entrant = bv_contest_entrant (contest, contest->entrants->len - 1);
  if (packed->leaves->len > 0)
    g_array_append_vals (contest->marks, packed->blank, packed->leaves->len);
  return entrant;
}

/**
 * bv_contest_add_result:
 * @contest: a contest
 * @mark: a mark of it, of a `measured` leaf
 * @baseline: 1/10 000, or %BV_NONE
 * @result: 1/10 000, or %BV_NONE
 * @target: 1/10 000, or %BV_NONE
 * @top_group: whether the dimension stands in the group with the highest scores
 */
void
bv_contest_add_result (BvContest *contest,
                       BvMark *mark,
                       gint64 baseline,
                       gint64 result,
                       gint64 target,
                       gboolean top_group)
{
  if (mark->measured == 0)
    mark->measured = add_measured (contest);
  bv_measured_add (bv_contest_measured (contest, mark), baseline, result, target, top_group);
}

/**
 * bv_contest_order_entrants:
 * @contest: a contest that has all its entrants, and no copies yet
 * @order: (array): of each place in the file the entrant that stands there, by its index so far
 *
 * Puts the entrants into the order of the file; their marks stay where they are.
 */
void
bv_contest_order_entrants (BvContest *contest, const guint *order)
{
  GArray *ordered = g_array_sized_new (FALSE, FALSE, sizeof (BvEntrant), contest->entrants->len);

  for (guint i = 0; i < contest->entrants->len; i++)
    g_array_append_val (ordered, *bv_contest_entrant (contest, order[i]));
  g_array_unref (contest->entrants);
  contest->entrants = ordered;
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
 * bv_contest_add_decision:
 * @contest: a contest without copies yet
 * @entrant: one of its entrants
 * @quota: (nullable): a quota of its campaign; %NULL: each that has no decision of its own
 * @place: where the written decision puts the entrant
 * @reason: (nullable): its reason, kept as an empty text where there is none
 */
void
bv_contest_add_decision (BvContest *contest,
                         BvEntrant *entrant,
                         const BvQuota *quota,
                         BvDecidedPlace place,
                         const char *reason)
{
  BvEntrantDecision *decision = g_new (BvEntrantDecision, 1);

  *decision = (BvEntrantDecision){ entrant->decisions, quota, place,
                                   bv_contest_keep (contest, reason != NULL ? reason : "") };
  g_ptr_array_add (contest->frame->decisions, decision);
  entrant->decisions = decision;
}

/**
 * bv_entrant_find_decision:
 * @entrant: an entrant
 * @quota: a quota of the contest's campaign, or one with the key of such
 *
 * Returns: (transfer none) (nullable): the written decision that holds for the quota: its own, else the one
 * of no quota (RULES.md, One ranking, several awards)
 */
const BvEntrantDecision *
bv_entrant_find_decision (const BvEntrant *entrant, const BvQuota *quota)
{
  const BvEntrantDecision *found = NULL;

  for (const BvEntrantDecision *decision = entrant->decisions; decision != NULL; decision = decision->next)
    {
      if (decision->quota == NULL)
        found = decision;
      else if (decision->quota == quota || g_str_equal (decision->quota->key, quota->key))
        return decision;
    }
  return found;
}

/**
 * bv_contest_has_classes:
 * @contest: a contest
 *
 * Returns: whether the nominees of any group have classes
 */
gboolean
bv_contest_has_classes (const BvContest *contest)
{
  for (guint i = 0; i < contest->groups->len; i++)
    if (bv_contest_group (contest, i)->group->classes->len > 0)
      return TRUE;
  return FALSE;
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

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const EntrantPlace *first = a;
  const EntrantPlace *second = b;

  return (first->nominee > second->nominee) - (first->nominee < second->nominee);
}

/**
 * bv_contest_index_entrants:
 * @contest: a contest that has all its entrants, and no copies yet
 *
 * Makes ready for bv_contest_find_entrant().
 */
void
bv_contest_index_entrants (BvContest *contest)
{
  GArray *places = contest->frame->places;
  gboolean in_order = TRUE;

  g_array_set_size (places, contest->entrants->len);
  for (guint i = 0; i < places->len; i++)
    {
      EntrantPlace *place = &g_array_index (places, EntrantPlace, i);

      *place = (EntrantPlace){ bv_contest_entrant (contest, i)->id, i };
      in_order = in_order && (i == 0 || compare_places (place - 1, place) < 0);
    }
  if (!in_order)
    g_array_sort (places, compare_places);
}

/**
 * bv_contest_find_entrant:
 * @contest: a contest whose entrants were indexed
 * @nominee: a nominee's row
 *
 * Returns: the index of its entrant, %BV_CONTEST_NO_ENTRANT where there is none
 */
guint
bv_contest_find_entrant (const BvContest *contest, gint64 nominee)
{
  const EntrantPlace wanted = { nominee, 0 };
  guint place;

  if (!g_array_binary_search (contest->frame->places, &wanted, compare_places, &place))
    return BV_CONTEST_NO_ENTRANT;
  return g_array_index (contest->frame->places, EntrantPlace, place).entrant;
}

static void
take_mark (BvContest *contest, const BvContest *other, guint index)
{
  BvMark *mark = bv_contest_mark (contest, index);
  const BvMark *source = bv_contest_mark (other, index);
  guint32 measured = mark->measured;

  *mark = *source;
  if (measured == 0 && source->measured != 0)
    measured = add_measured (contest);
  mark->measured = measured;
  if (measured != 0)
    *bv_contest_measured (contest, mark) = *bv_contest_measured (other, source);
}

/**
 * bv_contest_take_entrant:
 * @contest: a contest whose entrants were indexed
 * @other: a copy of it
 * @nominee: a nominee's row
 *
 * Makes its entrant, where it has one, and the marks of that what they are in @other.
 */
void
bv_contest_take_entrant (BvContest *contest, const BvContest *other, gint64 nominee)
{
  guint index = bv_contest_find_entrant (contest, nominee);
  BvEntrant *self = index != BV_CONTEST_NO_ENTRANT ? bv_contest_entrant (contest, index) : NULL;
  guint n_marks = self != NULL ? bv_contest_group (contest, self->group)->leaves->len : 0;

  if (self != NULL)
    *self = *bv_contest_entrant (other, index);
  for (guint i = 0; i < n_marks; i++)
    take_mark (contest, other, self->first_mark + i);
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
