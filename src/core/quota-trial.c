/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/quota-trial.h"

#include "core/quota-numbers.h"
#include "core/ranking-order.h"

static const BvQuota *
get_written (const BvQuotaTrial *self, guint quota)
{
  return g_ptr_array_index (self->proposal->contest->campaign->quotas, quota);
}

static const BvQuota *
find_by_key (const BvQuotaTrial *self, const char *key)
{
  for (guint i = 0; i < self->quotas->len; i++)
    {
      const BvQuota *quota = g_ptr_array_index (self->quotas, i);

      if (g_str_equal (quota->key, key))
        return quota;
    }
  return NULL;
}

static gboolean
quotas_differ (const BvQuota *one, const BvQuota *other)
{
  if (one->count != other->count || one->percent != other->percent || one->per_parent != other->per_parent)
    return TRUE;
  for (guint i = 0; i < one->groups->len; i++)
    {
      const BvQuotaGroup *member = g_ptr_array_index (one->groups, i);

      if (bv_quota_get_cap (one, member->group) != bv_quota_get_cap (other, member->group))
        return TRUE;
    }
  return FALSE;
}

/**
 * bv_quota_trial_new:
 * @proposal: what is tried on; it must outlive the trial
 * @before: (nullable): a trial of the same campaign, whose numbers are tried again; its proposal may be gone
 *
 * Returns: (transfer full): a trial, ranked
 */
BvQuotaTrial *
bv_quota_trial_new (const BvProposal *proposal, const BvQuotaTrial *before)
{
  BvQuotaTrial *self = g_new0 (BvQuotaTrial, 1);
  const GPtrArray *quotas = proposal->contest->campaign->quotas;

  self->proposal = proposal;
  self->quotas = g_ptr_array_new_with_free_func (bv_record_free);
  self->pools = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_ranking_free);
  for (guint i = 0; i < quotas->len; i++)
    {
      BvQuota *quota = bv_record_copy (g_ptr_array_index (quotas, i));
      const BvQuota *other = before != NULL ? find_by_key (before, quota->key) : NULL;

      if (other != NULL)
        bv_quota_take_numbers (quota, other);
      g_ptr_array_add (self->quotas, quota);
    }
  bv_quota_trial_rank (self);
  return self;
}

/**
 * bv_quota_trial_free:
 * @trial: (transfer full): a trial
 */
void
bv_quota_trial_free (BvQuotaTrial *trial)
{
  g_ptr_array_unref (trial->pools);
  g_ptr_array_unref (trial->quotas);
  g_free (trial);
}

/**
 * bv_quota_trial_rank:
 * @trial: a trial whose quotas were changed
 *
 * Draws the line of every pool anew.
 */
void
bv_quota_trial_rank (BvQuotaTrial *trial)
{
  g_ptr_array_set_size (trial->pools, 0);
  for (guint i = 0; i < trial->quotas->len; i++)
    g_ptr_array_add (
      trial->pools,
      bv_ranking_compute_pool (trial->proposal->scores, g_ptr_array_index (trial->quotas, i), trial->pools));
}

/**
 * bv_quota_trial_differs_in:
 * @trial: a trial
 * @quota: the place of a quota
 *
 * Returns: whether it has other numbers than are written
 */
gboolean
bv_quota_trial_differs_in (const BvQuotaTrial *trial, guint quota)
{
  return quotas_differ (get_written (trial, quota), g_ptr_array_index (trial->quotas, quota));
}

/**
 * bv_quota_trial_differs:
 * @trial: a trial
 *
 * Returns: whether any quota has other numbers than are written
 */
gboolean
bv_quota_trial_differs (const BvQuotaTrial *trial)
{
  for (guint i = 0; i < trial->quotas->len; i++)
    if (bv_quota_trial_differs_in (trial, i))
      return TRUE;
  return FALSE;
}
