/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/quota-trial.h"

#include "core/quota-numbers.h"
#include "core/ranking-order.h"

static void
carry_caps_over (BvQuota *quota, const BvQuota *tried, const BvQuota *written)
{
  for (guint i = 0; i < quota->groups->len; i++)
    {
      const char *group = ((const BvQuotaGroup *) g_ptr_array_index (quota->groups, i))->group;
      gint64 cap = bv_quota_get_cap (tried, group);

      if (cap != bv_quota_get_cap (written, group))
        bv_quota_set_cap (quota, group, cap);
    }
}

/* Only what was tried is tried again: another number may have been written meanwhile. */
static void
carry_over (BvQuota *quota, const BvQuotaTrial *before)
{
  for (guint i = 0; i < before->quotas->len; i++)
    {
      const BvQuota *tried = g_ptr_array_index (before->quotas, i);
      const BvQuota *written = g_ptr_array_index (before->written, i);

      if (!g_str_equal (tried->key, quota->key))
        continue;
      if (bv_quota_get_size (tried) != bv_quota_get_size (written))
        bv_quota_set_size (quota, bv_quota_get_size (tried));
      if (tried->per_parent != written->per_parent)
        quota->per_parent = tried->per_parent;
      carry_caps_over (quota, tried, written);
    }
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
 * @before: (nullable): a trial of the same campaign; the numbers that it tried are tried again, and its
 * proposal may be gone
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
  self->written = g_ptr_array_new_with_free_func (bv_record_free);
  self->pools = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_ranking_free);
  for (guint i = 0; i < quotas->len; i++)
    {
      BvQuota *quota = bv_record_copy (g_ptr_array_index (quotas, i));

      g_ptr_array_add (self->written, bv_record_copy (quota));
      if (before != NULL)
        carry_over (quota, before);
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
  g_ptr_array_unref (trial->written);
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
  return quotas_differ (g_ptr_array_index (trial->written, quota), g_ptr_array_index (trial->quotas, quota));
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
