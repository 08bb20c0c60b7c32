/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/agreement.h"

/**
 * bv_agreement_root:
 * @agreement: an agreement
 * @nominee: a nominee's place in the campaign
 *
 * Returns: the nominee by which the group of @nominee is known; itself where it agrees with nobody
 */
guint
bv_agreement_root (const BvAgreement *agreement, guint nominee)
{
  guint *links = agreement->links;

  while (links[nominee] != nominee)
    nominee = links[nominee] = links[links[nominee]];
  return nominee;
}

static void
link_nominees (BvAgreement *agreement, guint a, guint b)
{
  guint first = bv_agreement_root (agreement, a);
  guint second = bv_agreement_root (agreement, b);

  agreement->links[MAX (first, second)] = MIN (first, second);
}

static guint
get_nth (const BvAgreement *agreement, guint index)
{
  return g_array_index (agreement->order, guint, index);
}

/**
 * bv_agreement_close_span:
 * @agreement: an agreement
 * @first: the length of the order before
 *
 * Returns: what was put into the order since, whose nominees agree with each other
 */
BvAgreementSpan
bv_agreement_close_span (BvAgreement *agreement, guint first)
{
  BvAgreementSpan span = { first, agreement->order->len - first };

  for (guint i = 1; i < span.length; i++)
    link_nominees (agreement, get_nth (agreement, first), get_nth (agreement, first + i));
  return span;
}

/**
 * bv_agreement_add_set:
 * @agreement: an agreement
 * @set: nominees that agree
 *
 * A set that has too few for a group is left out: of one nominee only its earlier awards say something.
 */
void
bv_agreement_add_set (BvAgreement *agreement, const BvAgreementSet *set)
{
  guint first;

  if (bv_agreement_set_size (set) < (agreement->kind == BV_SAME_COMMENDED ? 1 : 2))
    return;
  first = bv_agreement_set_nominee (agreement, set, 0);
  for (guint i = 0; i < BV_AGREEMENT_SPANS; i++)
    if (set->spans[i].length > 0)
      link_nominees (agreement, first, get_nth (agreement, set->spans[i].first));
  g_array_append_val (agreement->sets, *set);
}

/**
 * bv_agreement_add_span:
 * @agreement: an agreement
 * @first: the length of the order before
 * @source: (nullable): that of the set
 *
 * Adds the set of all that were put into the order since.
 */
void
bv_agreement_add_span (BvAgreement *agreement, guint first, gconstpointer source)
{
  BvAgreementSet set = { .source = source };

  if (agreement->order->len == first)
    return;
  set.spans[0] = bv_agreement_close_span (agreement, first);
  bv_agreement_add_set (agreement, &set);
}

/**
 * bv_agreement_new:
 * @kind: a kind of what must not be the same twice
 * @n_nominees: how many nominees the campaign has
 *
 * Returns: (transfer full): nobody agrees yet
 */
BvAgreement *
bv_agreement_new (BvSameKind kind, guint n_nominees)
{
  BvAgreement *agreement = g_new0 (BvAgreement, 1);

  agreement->kind = kind;
  agreement->order = g_array_new (FALSE, FALSE, sizeof (guint));
  agreement->sets = g_array_new (FALSE, FALSE, sizeof (BvAgreementSet));
  agreement->links = g_new (guint, n_nominees);
  for (guint i = 0; i < n_nominees; i++)
    agreement->links[i] = i;
  return agreement;
}

/**
 * bv_agreement_free:
 * @agreement: (nullable) (transfer full): an agreement
 */
void
bv_agreement_free (BvAgreement *agreement)
{
  if (agreement == NULL)
    return;
  g_array_unref (agreement->order);
  g_array_unref (agreement->sets);
  g_free (agreement->links);
  g_free (agreement);
}

/**
 * bv_agreement_set_size:
 * @set: nominees that agree
 *
 * Returns: how many they are
 */
guint
bv_agreement_set_size (const BvAgreementSet *set)
{
  guint size = 0;

  for (guint i = 0; i < BV_AGREEMENT_SPANS; i++)
    size += set->spans[i].length;
  return size;
}

/**
 * bv_agreement_set_nominee:
 * @agreement: an agreement
 * @set: one of its sets
 * @index: from 0
 *
 * Returns: the place of one of the set's nominees in the campaign
 */
guint
bv_agreement_set_nominee (const BvAgreement *agreement, const BvAgreementSet *set, guint index)
{
  guint span = 0;

  while (index >= set->spans[span].length)
    index -= set->spans[span++].length;
  return get_nth (agreement, set->spans[span].first + index);
}
