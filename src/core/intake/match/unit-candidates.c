/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/unit-candidates.h"

#include "core/intake/match/likeness.h"
#include "core/intake/match/unit-phrase.h"
#include "core/lineage.h"
#include "core/text/names.h"

#include <string.h>

#define CANDIDATES_MOST 8
#define LIKENESS_LEAST 60
#define LOOKS_LEAST 70     /* of bv_likeness_of() */
#define BESIDE_LESS 15     /* of a unit that is not what the text begins with */
#define ELSEWHERE_LESS 10  /* of a unit that is not under the one expected */
#define FIRST_WORDS 3      /* with which both begin: sở lao động … */
#define TWO_LETTERS_FROM 8 /* letters of a name; shorter ones are alike by chance */

/* How alike, in percent, those are that have a reason in common. */
static const guint likenesses[BV_N_UNIT_REASONS] = {
  [BV_UNIT_BY_NAMESAKE] = 95,   [BV_UNIT_BY_OTHER_PARENT] = 90, [BV_UNIT_BY_OTHER_TYPE] = 85,
  [BV_UNIT_BY_MORE_WORDS] = 85, [BV_UNIT_BY_NO_MARKS] = 85,     [BV_UNIT_BY_ORDER] = 70,
  [BV_UNIT_BY_ONE_LETTER] = 80, [BV_UNIT_BY_TWO_LETTERS] = 70,  [BV_UNIT_BY_LINEAGE] = 80,
  [BV_UNIT_BY_VALIDITY] = 75,
};

typedef struct
{
  const BvUnitQuestion *question;
  char **parts;
  GArray *found; /* of BvUnitCandidate */
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
  if (candidate.likeness < LIKENESS_LEAST)
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
        offer (listing, g_ptr_array_index (kin, i), likenesses[BV_UNIT_BY_LINEAGE] - less,
               BV_UNIT_BY_LINEAGE);
        n_valid++;
      }
  if (n_valid == 0)
    offer (listing, unit, likenesses[BV_UNIT_BY_VALIDITY] - less, BV_UNIT_BY_VALIDITY);
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
        offer (listing, entry->unit, likenesses[BV_UNIT_BY_LINEAGE] - less, BV_UNIT_BY_LINEAGE);
      else
        offer (listing, entry->unit, likenesses[reason] - less, reason);
    }
}

static BvUnitReason
compare_letters (const BvUnitForm *part, const BvUnitForm *name)
{
  glong apart = ABS (part->length - name->length);
  guint distance = apart <= 2 ? bv_likeness_distance (part->bare, name->bare) : 3;

  if (g_str_equal (part->bare, name->bare))
    return BV_UNIT_BY_OTHER_TYPE;
  if (g_str_equal (bv_unit_phrase_skip_folded (part->folded), bv_unit_phrase_skip_folded (name->folded)))
    return BV_UNIT_BY_NO_MARKS;
  if (distance == 1)
    return BV_UNIT_BY_ONE_LETTER;
  if (g_str_equal (part->sorted, name->sorted))
    return BV_UNIT_BY_ORDER;
  return distance == 2 && MIN (part->length, name->length) >= TWO_LETTERS_FROM ? BV_UNIT_BY_TWO_LETTERS
                                                                               : BV_UNIT_BY_LOOKS;
}

static guint
compare_looks (const char *part, const char *key)
{
  gsize shorter = MIN (strlen (part), strlen (key));
  gsize longer = MAX (strlen (part), strlen (key));

  /* A letter has up to three bytes. */
  if (shorter * 300 < longer * LOOKS_LEAST)
    return 0;
  return bv_likeness_of (part, key);
}

/* What the text may mean by the name of a unit that it does not have in its letters. */
static void
offer_alike (Listing *listing, const BvUnitForm *part, const BvUnitSpelling *spelling)
{
  const char *key = spelling->form.key;
  BvUnitReason reason = compare_letters (part, &spelling->form);
  guint likeness;

  if (reason != BV_UNIT_BY_LOOKS)
    offer (listing, spelling->unit, likenesses[reason], reason);
  else if (bv_likeness_has_words (part->key, key))
    offer (listing, spelling->unit, LIKENESS_LEAST + 5, BV_UNIT_BY_MORE_WORDS);
  else if ((likeness = compare_looks (part->key, key)) >= LOOKS_LEAST)
    offer (listing, spelling->unit, likeness - LOOKS_LEAST + LIKENESS_LEAST, reason);
  else if (bv_likeness_count_first (part->key, key) >= FIRST_WORDS)
    offer (listing, spelling->unit, LIKENESS_LEAST, reason);
}

static void
offer_all_alike (Listing *listing, const char *key)
{
  const GArray *spellings = bv_unit_index_list_spellings (listing->question->index);
  BvUnitForm part;

  bv_unit_form_init (&part, key);
  for (guint i = 0; i < spellings->len; i++)
    {
      const BvUnitSpelling *spelling = &g_array_index (spellings, BvUnitSpelling, i);

      if (bv_unit_is_valid_on (spelling->unit, listing->question->day)
          && !g_str_equal (spelling->form.key, key))
        offer_alike (listing, &part, spelling);
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
  Listing listing = { question, NULL, found };

  for (guint i = 0; i < question->same->len; i++)
    offer (&listing, g_ptr_array_index (question->same, i), likenesses[question->same_reason],
           question->same_reason);
  offer_parts (&listing, question->text, BV_UNIT_SPLIT_NOT);
  offer_parts (&listing, question->text, BV_UNIT_SPLIT_DASHES_TYPES);
  g_array_sort (found, compare_candidates);
  g_array_set_size (found, MIN (found->len, CANDIDATES_MOST));
  return found;
}
