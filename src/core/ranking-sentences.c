/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ranking-sentences.h"

#include "core/eligibility.h"
#include "core/text/wording.h"

static const BvEntrant *
entry_entrant (const BvRanking *ranking, guint entry)
{
  return bv_contest_entrant (ranking->scores->contest, bv_ranking_entry (ranking, entry)->entrant);
}

static char *
list_unresolved_but (const BvRanking *ranking, guint but)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < ranking->entries->len; i++)
    if (i != but && bv_ranking_entry (ranking, i)->place == BV_RANK_UNRESOLVED)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", entry_entrant (ranking, i)->name);
  return g_string_free (names, FALSE);
}

/**
 * bv_ranking_list_unresolved:
 * @ranking: a ranking
 *
 * Returns: (transfer full): the names of those in a tie at the quota line, separated by commas
 */
char *
bv_ranking_list_unresolved (const BvRanking *ranking)
{
  return list_unresolved_but (ranking, ranking->entries->len);
}

/**
 * bv_ranking_write_size:
 * @ranking: the ranking of a pool
 *
 * Returns: (transfer full): in Vietnamese, how many its quota lets be proposed: `05 tập thể`
 */
char *
bv_ranking_write_size (const BvRanking *ranking)
{
  g_autofree char *count = bv_wording_count (ranking->size);
  gboolean of_individuals = ranking->quota->kind == BV_QUOTA_INDIVIDUAL;

  if (ranking->quota->kind == BV_QUOTA_EITHER)
    return g_strdup_printf ("%s %s hoặc %s", count, bv_group_kind_words (BV_GROUP_COLLECTIVE),
                            bv_group_kind_words (BV_GROUP_INDIVIDUAL));
  return g_strdup_printf ("%s %s", count,
                          bv_group_kind_words (of_individuals ? BV_GROUP_INDIVIDUAL : BV_GROUP_COLLECTIVE));
}

/**
 * bv_ranking_list_remarks:
 * @ranking: the ranking of a pool
 *
 * What bv_seal_check_find_obstacles() says on screen of a pool as a whole, for what is printed.
 *
 * Returns: (transfer full): sentences in Vietnamese; empty for most
 */
char **
bv_ranking_list_remarks (const BvRanking *ranking)
{
  g_autoptr (GStrvBuilder) remarks = g_strv_builder_new ();

  if (bv_ranking_has_own_tie (ranking))
    {
      g_autofree char *names = bv_ranking_list_unresolved (ranking);
      g_autofree char *room = bv_wording_count (ranking->tie_room);
      g_autofree char *tie
        = g_strdup_printf ("Bằng điểm ngay tại ranh giới chỉ tiêu, còn không quá %s chỗ: %s.", room, names);

      g_strv_builder_add (remarks, tie);
    }
  if (bv_ranking_is_overdecided (ranking))
    g_strv_builder_add (remarks, "Số quyết định bằng văn bản đưa vào vượt quá chỉ tiêu.");
  if (ranking->waits_for != NULL)
    {
      g_autofree char *waits = g_strdup_printf (
        "“%s” xét trước mà chưa xong: kết quả ở đây còn có thể thay đổi.", ranking->waits_for->name);

      g_strv_builder_add (remarks, waits);
    }
  if (ranking->provisional)
    g_strv_builder_add (remarks, "Còn tiêu chí chờ công bố kết quả: xếp hạng tạm thời.");
  return g_strv_builder_end (remarks);
}

/* "1,50 điểm", or "1,50%" where the pool compares percents. */
static char *
write_amount (const BvRanking *ranking, gint64 amount)
{
  g_autofree char *number = ranking->by_percent ? bv_wording_percent (amount) : bv_wording_points (amount);

  return g_strconcat (number, ranking->by_percent ? "%" : " điểm", NULL);
}

static void
explain_rank (const BvRanking *ranking, guint i, GString *text)
{
  const BvRankingEntry *entry = bv_ranking_entry (ranking, i);
  g_autofree char *amount = write_amount (ranking, entry->value);
  g_autofree char *behind = NULL;
  const char *above = i > 0 ? entry_entrant (ranking, i - 1)->name : NULL;

  g_string_append_printf (text, "Hạng %" G_GINT64_FORMAT ", %s", entry->rank, amount);
  if (entry->decided_by == BV_DECIDED_BY_TOTAL)
    {
      behind = write_amount (ranking, bv_ranking_entry (ranking, i - 1)->value - entry->value);
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
                            entry->place == BV_RANK_INSIDE ? "so với trường hợp đầu tiên ngoài chỉ tiêu"
                                                           : "so với trường hợp cuối cùng trong chỉ tiêu");
  g_string_append_c (text, '.');
}

static void
explain_tie (const BvRanking *ranking, guint i, GString *text)
{
  g_autofree char *others = list_unresolved_but (ranking, i);

  g_string_append_printf (
    text, " Bằng điểm với %s tại ranh giới chỉ tiêu: cần thêm quy tắc hoặc quyết định bằng văn bản.", others);
}

static void
explain_decision (const BvRanking *ranking, guint i, GString *text)
{
  const BvRankingEntry *entry = bv_ranking_entry (ranking, i);
  const char *reason = entry->decision->reason;

  g_string_append_printf (text, " %s theo quyết định bằng văn bản: %s.", bv_rank_place_words (entry->place),
                          *reason != '\0' ? reason : "chưa ghi lý do");
}

static void
explain_idle_decision (const BvRanking *ranking, guint i, GString *text)
{
  if (bv_ranking_decision_is_idle (ranking, bv_ranking_entry (ranking, i)))
    g_string_append (text, " Quyết định bằng văn bản không có tác dụng ở nguồn xét này.");
}

static void
explain_taken (const BvRanking *ranking, guint i, GString *text)
{
  g_autofree char *place = bv_ranking_entry_write_place (bv_ranking_entry (ranking, i));

  g_string_append_printf (text, " %s, xét trước: không tính vào chỉ tiêu này.", place);
  explain_idle_decision (ranking, i, text);
}

static void
explain_place (const BvRanking *ranking, guint i, GString *text)
{
  const BvRankingEntry *entry = bv_ranking_entry (ranking, i);

  if (entry->taken_by != NULL)
    explain_taken (ranking, i, text);
  else if (entry->decision != NULL)
    explain_decision (ranking, i, text);
  else if (entry->place == BV_RANK_UNRESOLVED)
    explain_tie (ranking, i, text);
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

/* Each once, as the appraisal counts them. Who is investigated, and by whom it was said, is not for a list
 * that goes from hand to hand: the window says it, and the chairman may ask. */
static void
note_ineligible (const BvRanking *ranking, guint i, GString *text)
{
  const BvEntrant *entrant = entry_entrant (ranking, i);

  if (entrant->withdrawn)
    g_string_append (text, "Đã rút, không xét.");
  else if (entrant->holds != NULL)
    g_string_append (text, "Tạm hoãn xét theo quy định.");
  else
    explain_reasons (ranking, i, text);
}

/**
 * bv_ranking_note:
 * @ranking: a ranking
 * @entry: index of an entry
 *
 * Returns: (transfer full): in Vietnamese, what rank, total and step do not say of the entry's place: the cap
 * or the written decision that put it there, the tie that is not resolved, or why it is not eligible, but of
 * a hold no more than that it is held; empty for most
 */
char *
bv_ranking_note (const BvRanking *ranking, guint entry)
{
  const BvRankingEntry *self = bv_ranking_entry (ranking, entry);
  GString *text = g_string_new (NULL);

  if (self->place == BV_RANK_NOT_ELIGIBLE)
    note_ineligible (ranking, entry, text);
  else if (self->taken_by != NULL)
    explain_idle_decision (ranking, entry, text);
  else if (ranking->quota != NULL
           && (self->decision != NULL || self->capped != BV_CAP_NONE || self->place == BV_RANK_UNRESOLVED))
    explain_place (ranking, entry, text);
  g_strstrip (text->str);
  return g_string_free (text, FALSE);
}

/**
 * bv_ranking_describe:
 * @ranking: a ranking
 * @entry: index of an entry
 *
 * Returns: (transfer full): in Vietnamese, why the entry stands where it stands: its rank and the step that
 * decided against the one above, its place with the distance to the line, the cap or the written decision
 * that put it there, or the reasons why it is not eligible
 */
char *
bv_ranking_describe (const BvRanking *ranking, guint entry)
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
  return g_string_free (text, FALSE);
}

/**
 * bv_ranking_explain:
 * @ranking: a ranking
 * @entry: index of an entry
 *
 * Returns: (transfer full): what bv_ranking_describe() says, and whether the ranking is provisional: an
 * explanation that stands alone
 */
char *
bv_ranking_explain (const BvRanking *ranking, guint entry)
{
  g_autofree char *text = bv_ranking_describe (ranking, entry);

  return g_strconcat (text, ranking->provisional ? " Xếp hạng tạm thời vì còn tiêu chí chờ công bố." : "",
                      NULL);
}
