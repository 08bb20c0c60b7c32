/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/quota-numbers.h"

/**
 * bv_quota_get_size:
 * @quota: a quota
 *
 * Returns: its number, or where that is a part of those who compete its percent
 */
gint64
bv_quota_get_size (const BvQuota *quota)
{
  return quota->percent != BV_NONE ? quota->percent : quota->count;
}

/**
 * bv_quota_set_size:
 * @quota: a quota
 * @size: its number, or its percent where it has one
 */
void
bv_quota_set_size (BvQuota *quota, gint64 size)
{
  if (quota->percent != BV_NONE)
    quota->percent = size;
  else
    quota->count = size;
}

static BvQuotaCap *
find_cap (const BvQuota *quota, const char *group)
{
  for (guint i = 0; i < quota->per_group->len; i++)
    {
      BvQuotaCap *cap = g_ptr_array_index (quota->per_group, i);

      if (g_str_equal (cap->group, group))
        return cap;
    }
  return NULL;
}

/**
 * bv_quota_get_cap:
 * @quota: a quota
 * @group: a group's key
 *
 * Returns: how many of the group may be inside at most; %BV_NONE: as many as there is room for
 */
gint64
bv_quota_get_cap (const BvQuota *quota, const char *group)
{
  const BvQuotaCap *cap = find_cap (quota, group);

  return cap != NULL ? cap->cap : BV_NONE;
}

/**
 * bv_quota_set_cap:
 * @quota: a quota
 * @group: the key of a group that competes for it
 * @cap: how many of the group may be inside at most; %BV_NONE: as many as there is room for
 */
void
bv_quota_set_cap (BvQuota *quota, const char *group, gint64 cap)
{
  BvQuotaCap *found = find_cap (quota, group);

  if (found != NULL && cap == BV_NONE)
    g_ptr_array_remove (quota->per_group, found);
  else if (found != NULL)
    found->cap = cap;
  else if (cap != BV_NONE)
    {
      found = bv_record_new (&bv_quota_cap_entity);
      g_free (found->group);
      found->group = g_strdup (group);
      found->cap = cap;
      g_ptr_array_add (quota->per_group, found);
    }
}

/**
 * bv_quota_take_numbers:
 * @quota: a quota
 * @from: the same quota with other numbers
 *
 * Gives @quota the size and the caps of @from.
 */
void
bv_quota_take_numbers (BvQuota *quota, const BvQuota *from)
{
  quota->count = from->count;
  quota->percent = from->percent;
  quota->per_parent = from->per_parent;
  for (guint i = 0; i < quota->groups->len; i++)
    {
      const BvQuotaGroup *member = g_ptr_array_index (quota->groups, i);

      bv_quota_set_cap (quota, member->group, bv_quota_get_cap (from, member->group));
    }
}
