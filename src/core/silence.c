/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/silence.h"

#include "core/nominee.h"

#include <string.h>

struct _BvSilence
{
  const BvCampaign *campaign;
  GPtrArray *entries; /* of BvDistinct, not owned: those of the kind */
  GHashTable *spoken; /* key of a nominee → the GArray of guint: which entries it stands in, ascending */
};

static void
add_entry (BvSilence *silence, const BvDistinct *distinct)
{
  guint index = silence->entries->len;

  /* Who was commended is alone; who is left alone of others says nothing. */
  if ((distinct->kind == BV_SAME_COMMENDED) != (distinct->nominees->len == 1))
    return;
  g_ptr_array_add (silence->entries, (gpointer) distinct);
  for (guint i = 0; i < distinct->nominees->len; i++)
    {
      const BvDistinctNominee *named = g_ptr_array_index (distinct->nominees, i);
      GArray *places = g_hash_table_lookup (silence->spoken, named->nominee);

      if (places == NULL)
        {
          places = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (silence->spoken, named->nominee, places);
        }
      g_array_append_val (places, index);
    }
}

/**
 * bv_silence_new:
 * @campaign: a campaign with what was said of it; it must outlive what is returned
 * @kind: a kind of what must not be the same twice
 *
 * Returns: (transfer full): what was said of that kind
 */
BvSilence *
bv_silence_new (const BvCampaign *campaign, BvSameKind kind)
{
  BvSilence *silence = g_new0 (BvSilence, 1);

  silence->campaign = campaign;
  silence->entries = g_ptr_array_new ();
  silence->spoken = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < campaign->distinct->len; i++)
    {
      const BvDistinct *distinct = g_ptr_array_index (campaign->distinct, i);

      if (distinct->kind == kind)
        add_entry (silence, distinct);
    }
  return silence;
}

/**
 * bv_silence_free:
 * @silence: (nullable) (transfer full): what was said
 */
void
bv_silence_free (BvSilence *silence)
{
  if (silence == NULL)
    return;
  g_ptr_array_unref (silence->entries);
  g_hash_table_unref (silence->spoken);
  g_free (silence);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const GArray *first = *(const GArray *const *) a;
  const GArray *second = *(const GArray *const *) b;

  if (first->len != second->len)
    return first->len < second->len ? -1 : 1;
  return memcmp (first->data, second->data, first->len * sizeof (guint));
}

static void
take_reason (const BvSilence *silence, guint entry, const char **reason)
{
  if (**reason == '\0')
    *reason = ((const BvDistinct *) g_ptr_array_index (silence->entries, entry))->reason;
}

/* Whether both stand in one entry. */
static gboolean
places_meet (const BvSilence *silence, const GArray *a, const GArray *b, const char **reason)
{
  for (guint i = 0, k = 0; i < a->len && k < b->len;)
    {
      guint first = g_array_index (a, guint, i);
      guint second = g_array_index (b, guint, k);

      if (first == second)
        {
          take_reason (silence, first, reason);
          return TRUE;
        }
      i += first < second;
      k += second < first;
    }
  return FALSE;
}

/* Where each nominee of the set stands; %NULL where one stands nowhere. */
static GPtrArray *
list_places (const BvSilence *silence, const BvAgreement *agreement, const BvAgreementSet *set)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; i < bv_agreement_set_size (set); i++)
    {
      guint index = bv_agreement_set_nominee (agreement, set, i);
      const BvNominee *nominee = g_ptr_array_index (silence->campaign->nominees, index);
      GArray *places = g_hash_table_lookup (silence->spoken, nominee->key);

      if (places == NULL)
        return NULL;
      g_ptr_array_add (list, places);
    }
  return g_steal_pointer (&list);
}

/* Those that stand in the same entries are the same here: of thousands that were spoken of together there is
 * one left. */
static void
join_equal_places (const BvSilence *silence, GPtrArray *list, const char **reason)
{
  guint n = 1;

  g_ptr_array_sort (list, compare_places);
  for (guint i = 1; i < list->len; i++)
    if (compare_places (&list->pdata[n - 1], &list->pdata[i]) == 0)
      take_reason (silence, g_array_index ((GArray *) list->pdata[i], guint, 0), reason);
    else
      list->pdata[n++] = list->pdata[i];
  g_ptr_array_set_size (list, n);
}

/**
 * bv_silence_covers:
 * @silence: what was said of a kind
 * @agreement: the agreement of that kind
 * @set: nominees that agree
 * @reason: (inout): is given the first reason that is told, where it is still empty
 *
 * Source: RULES.md, The same twice: a group is silent once each of its pairs that agree stands together in an
 * entry.
 *
 * Returns: whether somebody looked at each pair of the set; of earlier awards, at the nominee alone
 */
gboolean
bv_silence_covers (const BvSilence *silence,
                   const BvAgreement *agreement,
                   const BvAgreementSet *set,
                   const char **reason)
{
  g_autoptr (GPtrArray) list = silence->entries->len > 0 ? list_places (silence, agreement, set) : NULL;

  if (list == NULL)
    return FALSE;
  if (list->len == 1)
    take_reason (silence, g_array_index ((GArray *) list->pdata[0], guint, 0), reason);
  join_equal_places (silence, list, reason);
  for (guint i = 1; i < list->len; i++)
    for (guint k = 0; k < i; k++)
      if (!places_meet (silence, list->pdata[i], list->pdata[k], reason))
        return FALSE;
  return TRUE;
}
