/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/unit-search.h"

#include "core/text/search-words.h"
#include "core/text/vietnamese.h"

/* A unit, and where in its name what is searched stands. */
typedef struct
{
  BvUnit *unit;
  BvSearchPlace place;
  guint nth; /* in the registry */
} Found;

static int
compare (gconstpointer a, gconstpointer b)
{
  const Found *first = a;
  const Found *second = b;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  return first->nth < second->nth ? -1 : first->nth > second->nth;
}

static BvSearchPlace
find_place (const BvSearchWords *words, const BvUnit *unit)
{
  g_autofree char *name = bv_vietnamese_fold (unit->name);
  g_autofree char *others
    = g_strconcat (unit->code, " ", unit->short_name != NULL ? unit->short_name : "", NULL);
  g_autofree char *rest = bv_vietnamese_fold (others);
  BvSearchPlace place = bv_search_words_find (words, name);

  if (place != BV_SEARCH_NOWHERE)
    return place;
  return bv_search_words_find (words, rest) != BV_SEARCH_NOWHERE ? BV_SEARCH_ELSEWHERE : BV_SEARCH_NOWHERE;
}

/**
 * bv_unit_search_find:
 * @registry: (element-type BvUnit): units of all times
 * @day: the day on which they have to be there
 * @text: what is searched in their names and codes, with or without marks
 * @most: how many are wanted
 *
 * Returns: (transfer container) (element-type BvUnit): those that are found, names that begin with it first
 */
GPtrArray *
bv_unit_search_find (const GPtrArray *registry, gint64 day, const char *text, guint most)
{
  g_autoptr (BvSearchWords) words = bv_search_words_new (text);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GPtrArray *units = g_ptr_array_new ();

  for (guint i = 0; !bv_search_words_is_empty (words) && i < registry->len; i++)
    {
      BvUnit *unit = g_ptr_array_index (registry, i);
      const Found one
        = { unit, bv_unit_is_valid_on (unit, day) ? find_place (words, unit) : BV_SEARCH_NOWHERE, i };

      if (one.place != BV_SEARCH_NOWHERE)
        g_array_append_val (found, one);
    }
  g_array_sort (found, compare);
  for (guint i = 0; i < MIN (found->len, most); i++)
    g_ptr_array_add (units, g_array_index (found, Found, i).unit);
  return units;
}
