/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/draft/candidates.h"

struct _BvCandidates
{
  GPtrArray *keys;
  GPtrArray *titles;
  GHashTable *places; /* of each key, from 1 */
};

/**
 * bv_candidates_new:
 *
 * Returns: (transfer full): none yet
 */
BvCandidates *
bv_candidates_new (void)
{
  BvCandidates *candidates = g_new (BvCandidates, 1);

  candidates->keys = g_ptr_array_new_with_free_func (g_free);
  candidates->titles = g_ptr_array_new_with_free_func (g_free);
  candidates->places = g_hash_table_new (g_str_hash, g_str_equal);
  return candidates;
}

/**
 * bv_candidates_free:
 * @candidates: (transfer full): candidates
 */
void
bv_candidates_free (BvCandidates *candidates)
{
  g_hash_table_unref (candidates->places);
  g_ptr_array_unref (candidates->keys);
  g_ptr_array_unref (candidates->titles);
  g_free (candidates);
}

static gboolean
is_same (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

/**
 * bv_candidates_equal:
 * @a: candidates
 * @b: others
 *
 * Returns: whether they are the same, in the same order
 */
gboolean
bv_candidates_equal (const BvCandidates *a, const BvCandidates *b)
{
  return is_same (a->keys, b->keys) && is_same (a->titles, b->titles);
}

/**
 * bv_candidates_count:
 * @candidates: candidates
 *
 * Returns: how many they are
 */
guint
bv_candidates_count (const BvCandidates *candidates)
{
  return candidates->keys->len;
}

/**
 * bv_candidates_find:
 * @candidates: candidates
 * @key: a key
 *
 * Returns: its index; bv_candidates_count() where it is none of them
 */
guint
bv_candidates_find (const BvCandidates *candidates, const char *key)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (candidates->places, key));

  return place > 0 ? place - 1 : candidates->keys->len;
}

/**
 * bv_candidates_add:
 * @candidates: candidates
 * @key: the key of a record; one that is there already is not added again
 * @title: what people know it by
 */
void
bv_candidates_add (BvCandidates *candidates, const char *key, const char *title)
{
  char *own;

  if (bv_candidates_find (candidates, key) < candidates->keys->len)
    return;
  own = g_strdup (key);
  g_ptr_array_add (candidates->keys, own);
  g_hash_table_insert (candidates->places, own, GUINT_TO_POINTER (candidates->keys->len));
  g_ptr_array_add (candidates->titles, g_strdup (title));
}

/**
 * bv_candidates_key:
 * @candidates: candidates
 * @index: index of one
 *
 * Returns: (transfer none): its key
 */
const char *
bv_candidates_key (const BvCandidates *candidates, guint index)
{
  return g_ptr_array_index (candidates->keys, index);
}

/**
 * bv_candidates_title:
 * @candidates: candidates
 * @index: index of one
 *
 * Returns: (transfer none): what people know it by
 */
const char *
bv_candidates_title (const BvCandidates *candidates, guint index)
{
  return g_ptr_array_index (candidates->titles, index);
}
