/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/unit-candidates.h"

#include "core/intake/match/unit-phrase.h"
#include "core/lineage.h"
#include "core/text/names.h"

#include <string.h>

#define CANDIDATES_MOST 8
#define BESIDE_LESS 15    /* of a unit that is not what the text begins with */
#define ELSEWHERE_LESS 10 /* of a unit that is not under the one expected */

typedef struct
{
  const BvUnitQuestion *question;
  char **parts;
  char *compared; /* what was compared with all names; NULL: nothing yet */
  GArray *found;  /* of BvUnitCandidate */
} Listing;

static const BvUnit *
find_valid (const GPtrArray *units, gint64 day, const char *code)
{
  for (guint i = 0; code != NULL && i < units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (units, i);

      if (g_str_equal (unit->code, code) && bv_unit_is_valid_on (unit, day))
        return unit;
    }
  return NULL;
}

static gboolean
is_province (const BvUnit *unit)
{
  g_autofree char *key = bv_unit_name_key (unit->name);

  return g_str_has_prefix (key, "tỉnh ");
}

/**
 * bv_unit_is_under:
 * @units: (element-type BvUnit): a registry
 * @day: a day
 * @unit: a unit of it
 * @other: another that is valid on the day
 *
 * Returns: whether @unit is under @other on that day, at whatever distance; what is under nothing is under
 * its province
 */
gboolean
bv_unit_is_under (const GPtrArray *units, gint64 day, const BvUnit *unit, const BvUnit *other)
{
  guint steps = 0;

  if (unit == other)
    return FALSE;
  for (const BvUnit *above = unit; above != NULL && steps < units->len; steps++)
    {
      above = find_valid (units, day, above->parent);
      if (above == other)
        return TRUE;
    }
  return is_province (other) && !is_province (unit);
}

static BvUnitCandidate *
find_candidate (const Listing *listing, const BvUnit *unit)
{
  for (guint i = 0; i < listing->found->len; i++)
    if (g_array_index (listing->found, BvUnitCandidate, i).unit == unit)
      return &g_array_index (listing->found, BvUnitCandidate, i);
  return NULL;
}

static gboolean
is_elsewhere (const BvUnitQuestion *question, const BvUnit *unit)
{
  const BvUnit *parent = find_valid (question->units, question->day, question->hint_parent);

  return parent != NULL && unit != parent && !bv_unit_is_under (question->units, question->day, unit, parent);
}

static void
offer (Listing *listing, const BvUnit *unit, guint likeness, BvUnitReason reason)
{
  BvUnitCandidate *known = find_candidate (listing, unit);
  BvUnitCandidate candidate = { unit, likeness, reason };

  if (is_elsewhere (listing->question, unit))
    candidate.likeness = likeness > ELSEWHERE_LESS ? likeness - ELSEWHERE_LESS : 0;
  if (candidate.likeness < BV_UNIT_LIKENESS_LEAST)
    return;
  if (known == NULL)
    g_array_append_val (listing->found, candidate);
  else if (known->likeness < candidate.likeness)
    *known = candidate;
}

/* Of a unit that is not there on the day what it was or became; where that is nothing, itself. */
static void
offer_lineage (Listing *listing, const BvUnit *unit, guint less)
{
  const BvUnitQuestion *question = listing->question;
  gboolean is_past = unit->valid_to != BV_NONE && unit->valid_to < question->day;
  g_autoptr (GPtrArray) kin = is_past ? bv_lineage_list_after (question->units, unit)
                                      : bv_lineage_list_before (question->units, unit);
  guint n_valid = 0;

  for (guint i = 0; i < kin->len; i++)
    if (bv_unit_is_valid_on (g_ptr_array_index (kin, i), question->day))
      {
        offer (listing, g_ptr_array_index (kin, i), bv_unit_reason_get_likeness (BV_UNIT_BY_LINEAGE) - less,
               BV_UNIT_BY_LINEAGE);
        n_valid++;
      }
  if (n_valid == 0)
    offer (listing, unit, bv_unit_reason_get_likeness (BV_UNIT_BY_VALIDITY) - less, BV_UNIT_BY_VALIDITY);
}

/* Why a unit that @part names letter by letter is not certain. */
static BvUnitReason
find_doubt (const Listing *listing, const char *part)
{
  if (listing->parts[1] == NULL)
    return BV_UNIT_BY_NAMESAKE;
  for (guint i = 0; listing->parts[i] != NULL; i++)
    if (listing->parts[i] != part && bv_unit_index_find (listing->question->index, listing->parts[i]) == NULL)
      return BV_UNIT_BY_MORE_WORDS;
  return BV_UNIT_BY_OTHER_PARENT;
}

static void
offer_named (Listing *listing, const char *part, guint less)
{
  const GArray *named = bv_unit_index_find (listing->question->index, part);
  BvUnitReason reason = find_doubt (listing, part);

  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      const BvUnitNamed *entry = &g_array_index (named, BvUnitNamed, i);

      if (g_ptr_array_find ((GPtrArray *) listing->question->same, entry->unit, NULL))
        continue;
      if (!bv_unit_is_valid_on (entry->unit, listing->question->day))
        offer_lineage (listing, entry->unit, less);
      else if (entry->said == BV_UNIT_SAID_EARLIER)
        offer (listing, entry->unit, bv_unit_reason_get_likeness (BV_UNIT_BY_LINEAGE) - less,
               BV_UNIT_BY_LINEAGE);
      else
        offer (listing, entry->unit, bv_unit_reason_get_likeness (reason) - less, reason);
    }
}

/* What the text may mean by names of units that it does not have in its letters. */
static void
offer_all_alike (Listing *listing, const char *key)
{
  const GArray *spellings = bv_unit_index_list_spellings (listing->question->index);
  BvUnitForm part;

  if (g_strcmp0 (listing->compared, key) == 0)
    return;
  g_free (listing->compared);
  listing->compared = g_strdup (key);
  bv_unit_form_init (&part, key);
  for (guint i = 0; i < spellings->len; i++)
    {
      const BvUnitSpelling *spelling = &g_array_index (spellings, BvUnitSpelling, i);
      BvUnitReason reason;
      guint likeness;

      if (!bv_unit_form_may_be_alike (&part, &spelling->form)
          || !bv_unit_is_valid_on (spelling->unit, listing->question->day)
          || g_str_equal (spelling->form.key, key))
        continue;
      likeness = bv_unit_form_compare (&part, &spelling->form, &reason);
      if (likeness > 0)
        offer (listing, spelling->unit, likeness, reason);
    }
  bv_unit_form_clear (&part);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const BvUnitCandidate *first = a;
  const BvUnitCandidate *second = b;

  if (first->likeness != second->likeness)
    return first->likeness > second->likeness ? -1 : 1;
  if (first->unit->record.ordinal != second->unit->record.ordinal)
    return first->unit->record.ordinal < second->unit->record.ordinal ? -1 : 1;
  return strcmp (first->unit->code, second->unit->code);
}

static void
offer_parts (Listing *listing, const char *text, BvUnitSplit split)
{
  g_auto (GStrv) parts = bv_unit_phrase_split (text, split);

  listing->parts = parts;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint less = i > 0 ? BESIDE_LESS : 0;

      offer_named (listing, parts[i], less);
      if (i == 0)
        offer_all_alike (listing, parts[i]);
    }
}

/**
 * bv_unit_candidates_list:
 * @question: what is asked
 *
 * Returns: (transfer full) (element-type BvUnitCandidate): the units that may be meant, the likest first
 */
GArray *
bv_unit_candidates_list (const BvUnitQuestion *question)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (BvUnitCandidate));
  Listing listing = { question, NULL, NULL, found };

  for (guint i = 0; i < question->same->len; i++)
    offer (&listing, g_ptr_array_index (question->same, i),
           bv_unit_reason_get_likeness (question->same_reason), question->same_reason);
  offer_parts (&listing, question->text, BV_UNIT_SPLIT_NOT);
  offer_parts (&listing, question->text, BV_UNIT_SPLIT_DASHES_TYPES);
  g_free (listing.compared);
  g_array_sort (found, compare_candidates);
  g_array_set_size (found, MIN (found->len, CANDIDATES_MOST));
  return found;
}
