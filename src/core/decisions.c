/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/decisions.h"

#include "core/quota.h"

/**
 * bv_decisions_find:
 * @nominee: a nominee
 * @quota: a key of a quota
 *
 * Returns: (transfer none) (nullable): the written decision that holds for the quota: its own, else the one
 * of no quota (RULES.md, One ranking, several awards)
 */
const BvDecision *
bv_decisions_find (const BvNominee *nominee, const char *quota)
{
  const BvDecision *found = nominee->decision;

  for (guint i = 0; i < nominee->decisions->len; i++)
    {
      const BvDecision *decision = g_ptr_array_index (nominee->decisions, i);

      if (decision->quota != NULL && g_str_equal (decision->quota, quota))
        return decision;
      if (decision->quota == NULL)
        found = decision;
    }
  return found;
}

static void
clear_field (BvNominee *nominee, const char *name)
{
  bv_field_clear (bv_entity_find_field (&bv_nominee_entity, name), nominee);
}

/* Gives the one decision of no quota the place that older files have for it. */
static void
take_sole_decision (BvNominee *nominee)
{
  const BvDecision *sole = nominee->decisions->len == 1 ? g_ptr_array_index (nominee->decisions, 0) : NULL;
  BvDecision *decision;

  if (sole == NULL || sole->quota != NULL || nominee->decision != NULL)
    return;
  decision = bv_record_add_child (nominee, bv_entity_find_field (&bv_nominee_entity, "decision"));
  decision->place = sole->place;
  g_free (decision->reason);
  decision->reason = g_strdup (sole->reason);
  clear_field (nominee, "decisions");
}

static gboolean
differs (const BvNominee *nominee, const BvNominee *before, const char *name)
{
  return !bv_field_equal (bv_entity_find_field (&bv_nominee_entity, name), nominee, before);
}

/**
 * bv_decisions_settle:
 * @nominee: a nominee that was read or changed
 * @before: (nullable): as it was before it was changed; %NULL: it is new
 *
 * A nominee has `decision` or `decisions`, and just one decision, of no quota, is always the former.
 * Whichever of the two was changed alone takes the place of the other. Where both are given, both stay: that
 * is refused by bv_check_campaign().
 */
void
bv_decisions_settle (BvNominee *nominee, const BvNominee *before)
{
  gboolean one = before != NULL && differs (nominee, before, "decision");
  gboolean many = before != NULL && differs (nominee, before, "decisions");

  if (one && !many && nominee->decision != NULL)
    clear_field (nominee, "decisions");
  if (many && !one && nominee->decisions->len > 0)
    clear_field (nominee, "decision");
  take_sole_decision (nominee);
}

/**
 * bv_decisions_spread:
 * @nominee: a nominee
 *
 * Puts the sole decision among `decisions`, so that others can be added; bv_decisions_settle() takes that
 * back.
 *
 * Returns: (transfer none) (element-type BvDecision): all of them
 */
GPtrArray *
bv_decisions_spread (BvNominee *nominee)
{
  const BvField *field = bv_entity_find_field (&bv_nominee_entity, "decisions");
  BvDecision *decision;

  if (nominee->decision == NULL)
    return nominee->decisions;
  decision = bv_record_add_child (nominee, field);
  decision->place = nominee->decision->place;
  g_free (decision->reason);
  decision->reason = g_strdup (nominee->decision->reason);
  clear_field (nominee, "decision");
  return nominee->decisions;
}

/**
 * bv_decisions_put:
 * @nominee: a nominee
 * @quota: (nullable): the quota's key; %NULL: each that has no decision of its own
 *
 * Returns: (transfer none): the decision of exactly that quota, new where there was none; to be filled in,
 * then bv_decisions_settle() called
 */
BvDecision *
bv_decisions_put (BvNominee *nominee, const char *quota)
{
  GPtrArray *decisions = bv_decisions_spread (nominee);
  BvDecision *decision;

  for (guint i = 0; i < decisions->len; i++)
    if (g_strcmp0 (((const BvDecision *) g_ptr_array_index (decisions, i))->quota, quota) == 0)
      return g_ptr_array_index (decisions, i);
  decision = bv_record_add_child (nominee, bv_entity_find_field (&bv_nominee_entity, "decisions"));
  decision->quota = g_strdup (quota);
  return decision;
}

/* Between how many quotas there is to choose. */
static guint
count_quotas (const BvNominee *nominee, const GPtrArray *quotas)
{
  guint n = 0;

  for (guint i = 0; i < quotas->len; i++)
    n += bv_quota_has_group (g_ptr_array_index (quotas, i), nominee->group);
  return n;
}

/**
 * bv_decisions_are_by_quota:
 * @nominee: a nominee
 * @quotas: (element-type BvQuota): the quotas of its campaign
 *
 * Where there is just one quota to decide on, no quota is named.
 *
 * Returns: whether decisions on it name their quotas
 */
gboolean
bv_decisions_are_by_quota (const BvNominee *nominee, const GPtrArray *quotas)
{
  return nominee->decisions->len > 0 || count_quotas (nominee, quotas) > 1;
}

/**
 * bv_decisions_name_quota:
 * @nominee: a nominee
 * @quotas: (element-type BvQuota): the quotas of its campaign
 * @quota: the key of the one that is decided on
 *
 * Where the nominee competes for one quota alone a decision names none, as in older files, unless there is
 * one already that names it: that would hold before the other.
 *
 * Returns: (transfer none) (nullable): the quota for bv_decisions_put()
 */
const char *
bv_decisions_name_quota (const BvNominee *nominee, const GPtrArray *quotas, const char *quota)
{
  const BvDecision *holding = bv_decisions_find (nominee, quota);

  if (holding != NULL && holding->quota != NULL)
    return quota;
  return count_quotas (nominee, quotas) > 1 ? quota : NULL;
}

/**
 * bv_decisions_remove:
 * @nominee: a nominee
 * @quota: a quota's key
 *
 * Takes back the decision that holds for the quota, which may be the one of all.
 */
void
bv_decisions_remove (BvNominee *nominee, const char *quota)
{
  GPtrArray *decisions = bv_decisions_spread (nominee);
  const BvDecision *holding = bv_decisions_find (nominee, quota);

  if (holding != NULL)
    g_ptr_array_remove (decisions, (gpointer) holding);
  bv_decisions_settle (nominee, NULL);
}
