/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/agreement-finders.h"

static void (*const finders[]) (BvAgreement *agreement, const BvRoster *roster, gint64 date) = {
  [BV_SAME_PERSON] = bv_agreement_find_persons,         [BV_SAME_UNIT] = bv_agreement_find_units,
  [BV_SAME_INITIATIVE] = bv_agreement_find_initiatives, [BV_SAME_EVIDENCE] = bv_agreement_find_evidence,
  [BV_SAME_COMMENDED] = bv_agreement_find_commended,
};

G_STATIC_ASSERT (G_N_ELEMENTS (finders) == BV_N_SAME_KINDS);

/**
 * bv_agreement_find:
 * @roster: of a campaign that bv_check_campaign() accepts, with nominees, their evidence, groups and quotas
 * @kind: a kind of what must not be the same twice
 * @date: the ranking's date
 *
 * Compares nominees that are not withdrawn, by sorting: what it costs grows with the campaign, not with the
 * pairs in it. It looks into the campaign, which must outlive the sets' sources.
 *
 * Returns: (transfer full): who agrees with whom
 */
BvAgreement *
bv_agreement_find (const BvRoster *roster, BvSameKind kind, gint64 date)
{
  BvAgreement *agreement = bv_agreement_new (kind, roster->campaign->nominees->len);

  finders[kind](agreement, roster, date);
  return agreement;
}
