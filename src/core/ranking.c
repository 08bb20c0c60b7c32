/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ranking.h"

#include "core/eligibility.h"
#include "core/quota-line.h"
#include "core/wording.h"

#define WOMEN_PERCENT_FIRST 70

/* One comparison after the total: a step of the tie chain, `criteria` as one for each number. */
typedef struct
{
  BvDecidedBy by;
  gint64 number; /* the tie-breaker's, of BV_DECIDED_BY_CRITERIA */
} Step;

/* What an entrant brings to a step; higher goes first. A fraction, for votes are compared exactly. */
typedef struct
{
  gint64 value;
  gint64 of;
} Key;

typedef struct
{
  gint64 value; /* of the first step: total or percent */
  guint entrant;
  guint eligible : 1;
  guint at : 31; /* the place in the order of the file, and in the keys */
} Item;

typedef struct
{
  const BvScores *scores;
  GArray *steps; /* of Step */
  GArray *items; /* of Item */
  int *leaves;   /* by group and step: the leaf that breaks the tie; -1: none */
  Key *keys;     /* by item and step */
} Order;

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

      for (guint k = 0; takes_part[i] && k < leaves->len; k++)
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
add_criteria_steps (Order *order, const gboolean *takes_part)
{
  g_autoptr (GArray) numbers = list_tie_breakers (order->scores->contest, takes_part);

  for (guint i = 0; i < numbers->len; i++)
    {
      Step step = { BV_DECIDED_BY_CRITERIA, g_array_index (numbers, gint64, i) };

      if (i == 0 || step.number != g_array_index (numbers, gint64, i - 1))
        g_array_append_val (order->steps, step);
    }
}

static void
add_steps (Order *order, const gboolean *takes_part)
{
  static const BvDecidedBy decided_by[] = {
    [BV_TIE_CRITERIA] = BV_DECIDED_BY_CRITERIA, [BV_TIE_REPORTS] = BV_DECIDED_BY_REPORTS,
    [BV_TIE_WOMEN] = BV_DECIDED_BY_WOMEN,       [BV_TIE_NO_OFFICE] = BV_DECIDED_BY_NO_OFFICE,
    [BV_TIE_VOTES] = BV_DECIDED_BY_VOTES,
  };
  const GArray *chain = order->scores->contest->campaign->tie_chain;

  for (guint i = 0; chain != NULL && i < chain->len; i++)
    {
      Step step = { decided_by[g_array_index (chain, gint64, i)], BV_NONE };

      if (step.by == BV_DECIDED_BY_CRITERIA)
        add_criteria_steps (order, takes_part);
      else
        g_array_append_val (order->steps, step);
    }
}

static int
find_tie_breaker (const BvContestGroup *group, gint64 number)
{
  for (guint i = 0; number != BV_NONE && i < group->leaves->len; i++)
    if (((const BvCriterion *) g_ptr_array_index (group->leaves, i))->tie_breaker == number)
      return i;
  return -1;
}

static void
find_tie_breakers (Order *order)
{
  const BvContest *contest = order->scores->contest;
  guint n = order->steps->len;

  order->leaves = g_new (int, (gsize) contest->groups->len *n);
  for (guint i = 0; i < contest->groups->len; i++)
    for (guint k = 0; k < n; k++)
      order->leaves[i * n + k]
        = find_tie_breaker (bv_contest_group (contest, i), g_array_index (order->steps, Step, k).number);
}

static gint64
tie_points (const Order *order, const BvEntrant *entrant, guint step)
{
  int leaf = order->leaves[entrant->group * order->steps->len + step];

  return leaf < 0 ? 0 : bv_scores_leaf (order->scores, entrant->first_mark + leaf)->points;
}

static gboolean
goes_first_as_women (const BvEntrant *entrant, gboolean collective)
{
  return collective ? entrant->women_percent >= WOMEN_PERCENT_FIRST : entrant->woman;
}

static Key
compute_key (const Order *order, guint index, guint step)
{
  const BvContest *contest = order->scores->contest;
  const BvEntrant *entrant = bv_contest_entrant (contest, index);
  gboolean collective = bv_contest_group (contest, entrant->group)->group->kind == BV_GROUP_COLLECTIVE;

  switch (g_array_index (order->steps, Step, step).by)
    {
    case BV_DECIDED_BY_CRITERIA:
      return (Key){ tie_points (order, entrant, step), 1 };
    case BV_DECIDED_BY_REPORTS:
      return (Key){ -(gint64) bv_scores_get (order->scores, index)->n_late_or_missing, 1 };
    case BV_DECIDED_BY_WOMEN:
      return (Key){ goes_first_as_women (entrant, collective), 1 };
    case BV_DECIDED_BY_NO_OFFICE:
      return (Key){ collective || !entrant->holds_office, 1 };
    case BV_DECIDED_BY_VOTES:
      return entrant->votes_members > 0 ? (Key){ entrant->votes_for, entrant->votes_members } : (Key){ 0, 1 };
    case BV_DECIDED_BY_FIRST:
    case BV_DECIDED_BY_TOTAL:
    case BV_DECIDED_BY_TIE:
    case BV_DECIDED_BY_NOTHING:
    default:
      g_return_val_if_reached (((Key){ 0, 1 }));
    }
}

static void
compute_keys (Order *order)
{
  guint n = order->steps->len;

  order->keys = g_new (Key, (gsize) order->items->len * n);
  for (guint i = 0; i < order->items->len; i++)
    for (guint k = 0; k < n; k++)
      order->keys[(gsize) i * n + k] = compute_key (order, g_array_index (order->items, Item, i).entrant, k);
}

static void
collect_items (Order *order, const gboolean *takes_part, gboolean by_percent)
{
  const BvContest *contest = order->scores->contest;

  for (guint i = 0; i < contest->entrants->len; i++)
    {
      const BvScore *score = bv_scores_get (order->scores, i);
      Item item = { by_percent ? score->percent : score->total, i, score->eligible, order->items->len };

      if (takes_part[bv_contest_entrant (contest, i)->group])
        g_array_append_val (order->items, item);
    }
}

static void
order_init (Order *order, const BvScores *scores, const gboolean *takes_part, gboolean by_percent)
{
  order->scores = scores;
  order->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  order->items = g_array_new (FALSE, FALSE, sizeof (Item));
  add_steps (order, takes_part);
  find_tie_breakers (order);
  collect_items (order, takes_part, by_percent);
  compute_keys (order);
}

static void
order_clear (Order *order)
{
  g_array_unref (order->steps);
  g_array_unref (order->items);
  g_free (order->leaves);
  g_free (order->keys);
}

/* Negative where @a goes before @b. @by is set to the step that separates them. */
static int
compare_items (const Order *order, const Item *a, const Item *b, BvDecidedBy *by)
{
  guint n = order->steps->len;

  *by = BV_DECIDED_BY_TOTAL;
  if (a->value != b->value)
    return a->value > b->value ? -1 : 1;
  for (guint i = 0; i < n; i++)
    {
      const Key *first = &order->keys[(gsize) a->at * n + i];
      const Key *second = &order->keys[(gsize) b->at * n + i];
      gint64 difference = first->value * second->of - second->value * first->of;

      *by = g_array_index (order->steps, Step, i).by;
      if (difference != 0)
        return difference > 0 ? -1 : 1;
    }
  *by = BV_DECIDED_BY_TIE;
  return 0;
}

/* The order shown: the eligible first, equals in the order of the file. */
static int
compare_shown (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Item *first = a;
  const Item *second = b;
  BvDecidedBy by;
  int result;

  if (first->eligible != second->eligible)
    return first->eligible ? -1 : 1;
  result = compare_items (user_data, first, second, &by);
  if (result != 0)
    return result;
  return first->at < second->at ? -1 : first->at > second->at;
}

static BvRankingEntry
make_entry (const Order *order, guint i, const BvRankingEntry *above)
{
  const Item *item = &g_array_index (order->items, Item, i);
  BvRankingEntry entry = { .entrant = item->entrant, .rank = BV_NONE, .margin = BV_NONE };

  if (!item->eligible)
    {
      entry.place = BV_RANK_NOT_ELIGIBLE;
      entry.decided_by = BV_DECIDED_BY_NOTHING;
      return entry;
    }
  entry.place = BV_RANK_OUTSIDE;
  entry.decided_by = BV_DECIDED_BY_FIRST;
  entry.rank = i + 1;
  if (i > 0)
    compare_items (order, item - 1, item, &entry.decided_by);
  if (entry.decided_by == BV_DECIDED_BY_TIE)
    entry.rank = above->rank;
  return entry;
}

static void
fill_entries (BvRanking *ranking, const Order *order)
{
  ranking->entries = g_array_sized_new (FALSE, FALSE, sizeof (BvRankingEntry), order->items->len);
  for (guint i = 0; i < order->items->len; i++)
    {
      BvRankingEntry entry = make_entry (order, i, i > 0 ? bv_ranking_entry (ranking, i - 1) : NULL);

      g_array_append_val (ranking->entries, entry);
      ranking->provisional |= bv_scores_get (ranking->scores, entry.entrant)->provisional;
    }
}

static BvRanking *
ranking_new (const BvScores *scores, const gboolean *takes_part, gboolean by_percent)
{
  BvRanking *ranking = g_new0 (BvRanking, 1);
  Order order;

  ranking->scores = scores;
  ranking->by_percent = by_percent;
  order_init (&order, scores, takes_part, by_percent);
  g_array_sort_with_data (order.items, compare_shown, &order);
  fill_entries (ranking, &order);
  order_clear (&order);
  return ranking;
}

static gboolean
quota_has_group (const BvQuota *quota, const BvGroup *group)
{
  for (guint i = 0; i < quota->groups->len; i++)
    if (g_str_equal (((const BvQuotaGroup *) g_ptr_array_index (quota->groups, i))->group, group->key))
      return TRUE;
  return FALSE;
}

/* Marks the groups of a pool. Returns whether they differ in `full`, so that only percents compare. */
static gboolean
find_pool_groups (const BvContest *contest, const BvQuota *quota, gboolean *takes_part)
{
  const BvContestGroup *first = NULL;
  gboolean differ = FALSE;

  for (guint i = 0; i < contest->groups->len; i++)
    {
      const BvContestGroup *group = bv_contest_group (contest, i);

      takes_part[i] = quota_has_group (quota, group->group);
      if (!takes_part[i])
        continue;
      if (first == NULL)
        first = group;
      differ |= group->full != first->full;
    }
  return differ;
}

/**
 * bv_ranking_compute_pool:
 * @scores: the scores of a contest; they must outlive the ranking
 * @quota: a quota of the contest's campaign
 *
 * Orders the nominees of the quota's groups and draws the quota line (RULES.md). Equal stays equal; a tie
 * across the line is reported, never cut.
 *
 * Returns: (transfer full): the ranking of the pool
 */
BvRanking *
bv_ranking_compute_pool (const BvScores *scores, const BvQuota *quota)
{
  g_autofree gboolean *takes_part = g_new0 (gboolean, scores->contest->groups->len);
  gboolean by_percent = find_pool_groups (scores->contest, quota, takes_part);
  BvRanking *ranking = ranking_new (scores, takes_part, by_percent);

  ranking->quota = quota;
  bv_quota_line_draw (ranking);
  return ranking;
}

/**
 * bv_ranking_compute_group:
 * @scores: the scores of a contest; they must outlive the ranking
 * @group: index of a group of the contest
 *
 * Returns: (transfer full): the order within the group, without a quota line
 */
BvRanking *
bv_ranking_compute_group (const BvScores *scores, guint group)
{
  g_autofree gboolean *takes_part = g_new0 (gboolean, scores->contest->groups->len);
  BvRanking *ranking;

  takes_part[group] = TRUE;
  ranking = ranking_new (scores, takes_part, FALSE);
  ranking->group = bv_contest_group (scores->contest, group)->group;
  return ranking;
}

/**
 * bv_ranking_free:
 * @ranking: (transfer full): a ranking
 */
void
bv_ranking_free (BvRanking *ranking)
{
  g_array_unref (ranking->entries);
  g_free (ranking);
}

/**
 * bv_rank_place_name:
 * @place: a place
 *
 * Returns: its name in `rank --json`
 */
const char *
bv_rank_place_name (BvRankPlace place)
{
  static const char *const names[] = {
    [BV_RANK_INSIDE] = "inside",
    [BV_RANK_OUTSIDE] = "outside",
    [BV_RANK_UNRESOLVED] = "unresolved",
    [BV_RANK_NOT_ELIGIBLE] = "not-eligible",
  };

  return names[place];
}

/**
 * bv_rank_place_words:
 * @place: a place
 *
 * Returns: the words for it, always Vietnamese: they are printed
 */
const char *
bv_rank_place_words (BvRankPlace place)
{
  static const char *const words[] = {
    [BV_RANK_INSIDE] = "Trong chỉ tiêu",
    [BV_RANK_OUTSIDE] = "Ngoài chỉ tiêu",
    [BV_RANK_UNRESOLVED] = "Bằng điểm tại ranh giới – chưa xử lý",
    [BV_RANK_NOT_ELIGIBLE] = "Không đủ điều kiện",
  };

  return words[place];
}

/**
 * bv_decided_by_name:
 * @step: what separates an entry from the one above
 *
 * Returns: (nullable): its name in `rank --json`; %NULL for %BV_DECIDED_BY_NOTHING
 */
const char *
bv_decided_by_name (BvDecidedBy step)
{
  static const char *const names[] = {
    [BV_DECIDED_BY_FIRST] = "first",       [BV_DECIDED_BY_TOTAL] = "total",
    [BV_DECIDED_BY_CRITERIA] = "criteria", [BV_DECIDED_BY_REPORTS] = "reports",
    [BV_DECIDED_BY_WOMEN] = "women",       [BV_DECIDED_BY_NO_OFFICE] = "no-office",
    [BV_DECIDED_BY_VOTES] = "votes",       [BV_DECIDED_BY_TIE] = "tie",
    [BV_DECIDED_BY_NOTHING] = NULL,
  };

  return names[step];
}

/**
 * bv_decided_by_words:
 * @step: what separates an entry from the one above
 *
 * Returns: the words for it, always Vietnamese: they are printed; empty for %BV_DECIDED_BY_NOTHING
 */
const char *
bv_decided_by_words (BvDecidedBy step)
{
  static const char *const words[] = {
    [BV_DECIDED_BY_FIRST] = "Xếp đầu",
    [BV_DECIDED_BY_TOTAL] = "Tổng điểm",
    [BV_DECIDED_BY_CRITERIA] = "Điểm tiêu chí ưu tiên",
    [BV_DECIDED_BY_REPORTS] = "Báo cáo đúng hạn",
    [BV_DECIDED_BY_WOMEN] = "Nữ / từ 70% nữ",
    [BV_DECIDED_BY_NO_OFFICE] = "Không giữ chức vụ lãnh đạo",
    [BV_DECIDED_BY_VOTES] = "Phiếu Hội đồng",
    [BV_DECIDED_BY_TIE] = "Bằng điểm",
    [BV_DECIDED_BY_NOTHING] = "",
  };

  return words[step];
}

static const BvEntrant *
entry_entrant (const BvRanking *ranking, guint entry)
{
  return bv_contest_entrant (ranking->scores->contest, bv_ranking_entry (ranking, entry)->entrant);
}

/* "1,50 điểm", or "1,50%" where the pool compares percents. */
static char *
write_amount (const BvRanking *ranking, gint64 amount)
{
  g_autofree char *number = ranking->by_percent ? bv_wording_percent (amount) : bv_wording_points (amount);

  return g_strconcat (number, ranking->by_percent ? "%" : " điểm", NULL);
}

static gint64
entry_amount (const BvRanking *ranking, guint entry)
{
  const BvScore *score = bv_scores_get (ranking->scores, bv_ranking_entry (ranking, entry)->entrant);

  return ranking->by_percent ? score->percent : score->total;
}

static void
explain_rank (const BvRanking *ranking, guint i, GString *text)
{
  const BvRankingEntry *entry = bv_ranking_entry (ranking, i);
  g_autofree char *amount = write_amount (ranking, entry_amount (ranking, i));
  g_autofree char *behind = NULL;
  const char *above = i > 0 ? entry_entrant (ranking, i - 1)->name : NULL;

  g_string_append_printf (text, "Hạng %" G_GINT64_FORMAT ", %s", entry->rank, amount);
  if (entry->decided_by == BV_DECIDED_BY_TOTAL)
    {
      behind = write_amount (ranking, entry_amount (ranking, i - 1) - entry_amount (ranking, i));
      g_string_append_printf (text, ", kém %s %s", above, behind);
    }
  else if (entry->decided_by == BV_DECIDED_BY_TIE)
    g_string_append_printf (text, ", bằng %s ở mọi căn cứ xếp hạng", above);
  else if (entry->decided_by != BV_DECIDED_BY_FIRST)
    g_string_append_printf (text, ", bằng điểm nhưng xếp sau %s theo căn cứ “%s”", above,
                            bv_decided_by_words (entry->decided_by));
  g_string_append_c (text, '.');
}

static void
explain_cap (const BvRanking *ranking, guint i, GString *text)
{
  const BvEntrant *entrant = entry_entrant (ranking, i);

  if (bv_ranking_entry (ranking, i)->capped == BV_CAP_GROUP)
    g_string_append_printf (text, " Ngoài chỉ tiêu vì khối “%s” đã đủ số được đề nghị.",
                            bv_contest_group (ranking->scores->contest, entrant->group)->group->name);
  else
    g_string_append (text, " Ngoài chỉ tiêu vì các đơn vị cùng cấp trên trực tiếp đã đủ số được đề nghị.");
}

static void
explain_margin (const BvRanking *ranking, guint i, GString *text)
{
  const BvRankingEntry *entry = bv_ranking_entry (ranking, i);
  g_autofree char *amount = write_amount (ranking, entry->margin);

  g_string_append_printf (text, " %s", bv_rank_place_words (entry->place));
  if (entry->margin != BV_NONE)
    g_string_append_printf (text, ", cách %s %s", amount,
                            entry->place == BV_RANK_INSIDE ? "so với mục đầu tiên ngoài chỉ tiêu"
                                                           : "so với mục cuối cùng trong chỉ tiêu");
  g_string_append_c (text, '.');
}

static void
explain_place (const BvRanking *ranking, guint i, GString *text)
{
  const BvRankingEntry *entry = bv_ranking_entry (ranking, i);
  const char *reason = entry_entrant (ranking, i)->decision_reason;

  if (entry->decided)
    g_string_append_printf (text, " %s theo quyết định bằng văn bản: %s.", bv_rank_place_words (entry->place),
                            reason != NULL && *reason != '\0' ? reason : "chưa ghi lý do");
  else if (entry->place == BV_RANK_UNRESOLVED)
    g_string_append (text,
                     " Bằng điểm tại ranh giới chỉ tiêu: cần thêm quy tắc hoặc quyết định bằng văn bản.");
  else if (entry->capped != BV_CAP_NONE)
    explain_cap (ranking, i, text);
  else
    explain_margin (ranking, i, text);
}

static void
explain_reasons (const BvRanking *ranking, guint i, GString *text)
{
  g_auto (GStrv) reasons
    = bv_eligibility_list_reasons (ranking->scores, bv_ranking_entry (ranking, i)->entrant);
  g_autofree char *list = g_strjoinv ("; ", reasons);

  g_string_append_printf (text, "%s: %s.", bv_rank_place_words (BV_RANK_NOT_ELIGIBLE), list);
}

/**
 * bv_ranking_explain:
 * @ranking: a ranking
 * @entry: index of an entry
 *
 * Returns: (transfer full): in Vietnamese, why the entry stands where it stands: its rank and the step that
 * decided against the one above, its place with the distance to the line, the cap or the written decision
 * that put it there, or the reasons why it is not eligible
 */
char *
bv_ranking_explain (const BvRanking *ranking, guint entry)
{
  GString *text = g_string_new (NULL);

  if (bv_ranking_entry (ranking, entry)->place == BV_RANK_NOT_ELIGIBLE)
    {
      explain_reasons (ranking, entry, text);
    }
  else
    {
      explain_rank (ranking, entry, text);
      if (ranking->quota != NULL)
        explain_place (ranking, entry, text);
    }
  if (ranking->provisional)
    g_string_append (text, " Xếp hạng tạm thời vì còn tiêu chí chờ công bố.");
  return g_string_free (text, FALSE);
}
