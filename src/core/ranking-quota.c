/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ranking-quota.h"

#include "core/ranking-sentences.h"
#include "core/text/text.h"
#include "core/text/wording.h"

static const char *
name_group (const BvContest *contest, const char *key)
{
  guint group = bv_contest_find_group (contest, key);

  return group != G_MAXUINT ? bv_contest_group (contest, group)->group->name : key;
}

static void
append_groups (GString *text, const BvContest *contest, const BvQuota *quota)
{
  for (guint i = 0; i < quota->groups->len; i++)
    {
      const BvQuotaGroup *member = g_ptr_array_index (quota->groups, i);

      g_string_append_printf (text, "%s“%s”", i > 0 ? ", " : "", name_group (contest, member->group));
    }
}

static void
append_caps (GString *text, const BvContest *contest, const BvQuota *quota)
{
  for (guint i = 0; i < quota->per_group->len; i++)
    {
      const BvQuotaCap *cap = g_ptr_array_index (quota->per_group, i);

      g_autofree char *most = bv_wording_count (cap->cap);

      g_string_append_printf (text, "; khối “%s” nhiều nhất %s", name_group (contest, cap->group), most);
    }
  if (quota->per_parent != BV_NONE)
    {
      g_autofree char *most = bv_wording_count (quota->per_parent);

      g_string_append_printf (text, "; các đơn vị cùng cấp trên trực tiếp nhiều nhất %s", most);
    }
}

static const char *
name_quota (const BvContest *contest, const char *key)
{
  const BvQuota *quota = bv_record_find (contest->campaign->quotas, key);

  return quota != NULL ? quota->name : key;
}

static void
append_after (GString *text, const BvContest *contest, const BvQuota *quota)
{
  for (guint i = 0; i < quota->after->len; i++)
    {
      const BvQuotaAfter *after = g_ptr_array_index (quota->after, i);

      g_string_append_printf (text, "%s“%s”", i > 0 ? ", " : " Xét sau ", name_quota (contest, after->after));
    }
  if (quota->after->len > 0)
    g_string_append (text, ": ai đã vào đó không tính vào chỉ tiêu này.");
}

/**
 * bv_ranking_quota_write:
 * @pool: the ranking of a pool
 *
 * Returns: (transfer full): in Vietnamese, how many its quota lets be proposed of which groups, the caps that
 * hold within them, what is compared, the quotas that come before it, and the award of its own
 */
char *
bv_ranking_quota_write (const BvRanking *pool)
{
  const BvContest *contest = pool->scores->contest;
  g_autofree char *size = bv_ranking_write_size (pool);
  GString *text = g_string_new (size);

  if (pool->quota->percent != BV_NONE)
    g_string_append_printf (text, " (%" G_GINT64_FORMAT "%% số trường hợp, làm tròn xuống)",
                            pool->quota->percent);
  g_string_append (text, pool->quota->groups->len > 1 ? " trong các khối " : " trong khối ");
  append_groups (text, contest, pool->quota);
  append_caps (text, contest, pool->quota);
  g_string_append_printf (text, ". Xếp theo %s.",
                          pool->by_percent ? "tỷ lệ % vì các khối khác điểm tối đa" : "tổng điểm");
  append_after (text, contest, pool->quota);
  if (!bv_text_is_blank (pool->quota->award))
    g_string_append_printf (text, " Hình thức: %s.", pool->quota->award);
  return g_string_free (text, FALSE);
}
