/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/person-match.h"

#include "core/intake/match/likeness.h"
#include "core/text/date.h"
#include "core/text/vietnamese.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands before a name and is none of it. */
static const char *const salutations[] = { "ông ", "bà ", "đồng chí ", "đ/c " };

static const guint likenesses[BV_N_PERSON_REASONS] = {
  [BV_PERSON_BY_NAME] = 100,   [BV_PERSON_NAMESAKE] = 95,   [BV_PERSON_WITHDRAWN] = 90,
  [BV_PERSON_OTHER_UNIT] = 80, [BV_PERSON_NAME_ALONE] = 80, [BV_PERSON_OTHER_BIRTH] = 75,
  [BV_PERSON_NO_MARKS] = 70,   [BV_PERSON_ONE_LETTER] = 65,
};

struct _BvPersonMatcher
{
  GHashTable *named;  /* key → GPtrArray of BvNominee */
  GHashTable *folded; /* the same without marks */
  GHashTable *units;  /* code → GArray of Colleague */
};

/* One of those whom a unit puts forward. */
typedef struct
{
  const BvNominee *nominee;
  char *key; /* of the name */
  BvLikenessLetters letters;
} Colleague;

static GHashTable *
index_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

static void
index_add (GHashTable *index, const char *key, const BvNominee *nominee)
{
  GPtrArray *nominees = g_hash_table_lookup (index, key);

  if (nominees == NULL)
    {
      nominees = g_ptr_array_new ();
      g_hash_table_insert (index, g_strdup (key), nominees);
    }
  g_ptr_array_add (nominees, (gpointer) nominee);
}

static void
colleague_clear (gpointer data)
{
  g_free (((Colleague *) data)->key);
}

static void
add_colleague (GHashTable *units, const char *key, const BvNominee *nominee)
{
  GArray *colleagues = g_hash_table_lookup (units, nominee->unit);
  const Colleague colleague = { nominee, g_strdup (key), bv_likeness_list_letters (key) };

  if (colleagues == NULL)
    {
      colleagues = g_array_new (FALSE, FALSE, sizeof (Colleague));
      g_array_set_clear_func (colleagues, colleague_clear);
      g_hash_table_insert (units, g_strdup (nominee->unit), colleagues);
    }
  g_array_append_val (colleagues, colleague);
}

static char *
fold_name (const char *name)
{
  g_autofree char *key = bv_vietnamese_same_key (name);

  return bv_vietnamese_fold (key);
}

/**
 * bv_person_matcher_add:
 * @matcher: a matcher
 * @nominee: one more; it must outlive the matcher, and is passed over where it is no person
 */
void
bv_person_matcher_add (BvPersonMatcher *matcher, const BvNominee *nominee)
{
  g_autofree char *key = NULL;
  g_autofree char *folded = NULL;

  if (nominee->person == NULL)
    return;
  key = bv_vietnamese_same_key (nominee->person->name);
  folded = fold_name (nominee->person->name);
  index_add (matcher->named, key, nominee);
  index_add (matcher->folded, folded, nominee);
  add_colleague (matcher->units, key, nominee);
}

/**
 * bv_person_matcher_new:
 * @nominees: (element-type BvNominee): those of a campaign; they must outlive what is returned
 *
 * Returns: (transfer full): what finds persons among them
 */
BvPersonMatcher *
bv_person_matcher_new (const GPtrArray *nominees)
{
  BvPersonMatcher *matcher = g_new0 (BvPersonMatcher, 1);

  matcher->named = index_new ();
  matcher->folded = index_new ();
  matcher->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < nominees->len; i++)
    bv_person_matcher_add (matcher, g_ptr_array_index (nominees, i));
  return matcher;
}

/**
 * bv_person_matcher_free:
 * @matcher: (nullable) (transfer full): a matcher
 */
void
bv_person_matcher_free (BvPersonMatcher *matcher)
{
  if (matcher == NULL)
    return;
  g_hash_table_unref (matcher->named);
  g_hash_table_unref (matcher->folded);
  g_hash_table_unref (matcher->units);
  g_free (matcher);
}

static gboolean
births_agree (gint64 a, gint64 b)
{
  if (a == BV_NONE || b == BV_NONE || a == b)
    return TRUE;
  return (bv_date_is_partial (a) || bv_date_is_partial (b)) && a / BV_DATE_YEAR == b / BV_DATE_YEAR;
}

static gboolean
is_same_day (gint64 a, gint64 b)
{
  return a == b && bv_date_is_valid (a);
}

/* Of a nominee of that name; FALSE: it is another person. */
static gboolean
judge (const BvPersonRow *row, const BvNominee *nominee, BvPersonReason *reason)
{
  gint64 born = nominee->person->born;
  gboolean is_there = row->unit != NULL && g_str_equal (row->unit, nominee->unit);

  if (!births_agree (row->born, born))
    {
      *reason = BV_PERSON_OTHER_BIRTH;
      return is_there;
    }
  if (is_there || (row->unit == NULL && is_same_day (row->born, born)))
    *reason = nominee->withdrawn == 1 ? BV_PERSON_WITHDRAWN : BV_PERSON_BY_NAME;
  else
    *reason = row->unit != NULL ? BV_PERSON_OTHER_UNIT : BV_PERSON_NAME_ALONE;
  return TRUE;
}

static void
offer (BvPersonMatch *match, const BvNominee *nominee, BvPersonReason reason)
{
  BvPersonCandidate candidate = { nominee, likenesses[reason], reason };

  for (guint i = 0; i < match->candidates->len; i++)
    if (g_array_index (match->candidates, BvPersonCandidate, i).nominee == nominee)
      return;
  g_array_append_val (match->candidates, candidate);
}

static guint
offer_named (const BvPersonMatcher *matcher, const BvPersonRow *row, const char *key, BvPersonMatch *match)
{
  const GPtrArray *named = g_hash_table_lookup (matcher->named, key);
  guint n_same = 0;

  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (named, i);
      BvPersonReason reason;

      if (!judge (row, nominee, &reason))
        continue;
      offer (match, nominee, reason);
      n_same += reason == BV_PERSON_BY_NAME;
    }
  return n_same;
}

static void
offer_unmarked (const BvPersonMatcher *matcher, const BvPersonRow *row, const char *key, BvPersonMatch *match)
{
  g_autofree char *folded = fold_name (key);
  const GPtrArray *named = g_hash_table_lookup (matcher->folded, folded);

  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (named, i);

      if (births_agree (row->born, nominee->person->born))
        offer (match, nominee, BV_PERSON_NO_MARKS);
    }
}

/* Elsewhere names are alike by chance. */
static void
offer_misspelt (const BvPersonMatcher *matcher, const BvPersonRow *row, const char *key, BvPersonMatch *match)
{
  const GArray *colleagues = row->unit != NULL ? g_hash_table_lookup (matcher->units, row->unit) : NULL;
  BvLikenessLetters letters = bv_likeness_list_letters (key);

  for (guint i = 0; colleagues != NULL && i < colleagues->len; i++)
    {
      const Colleague *colleague = &g_array_index (colleagues, Colleague, i);

      if (bv_likeness_may_be_within (&letters, &colleague->letters, 1)
          && births_agree (row->born, colleague->nominee->person->born)
          && bv_likeness_distance (key, colleague->key) == 1)
        offer (match, colleague->nominee, BV_PERSON_ONE_LETTER);
    }
}

static const char *
skip_salutation (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (salutations); i++)
    if (g_str_has_prefix (key, salutations[i]))
      return key + strlen (salutations[i]);
  return key;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const BvPersonCandidate *first = a;
  const BvPersonCandidate *second = b;

  if (first->likeness != second->likeness)
    return first->likeness > second->likeness ? -1 : 1;
  return strcmp (first->nominee->key, second->nominee->key);
}

/* The one of that name, unit and birth. */
static void
decide (BvPersonMatch *match, guint n_same)
{
  for (guint i = 0; i < match->candidates->len; i++)
    {
      BvPersonCandidate *candidate = &g_array_index (match->candidates, BvPersonCandidate, i);

      if (candidate->reason != BV_PERSON_BY_NAME)
        continue;
      if (n_same == 1)
        {
          match->state = BV_PERSON_MATCH_SAME;
          match->nominee = candidate->nominee;
          g_array_set_size (match->candidates, 0);
          return;
        }
      candidate->reason = BV_PERSON_NAMESAKE;
      candidate->likeness = likenesses[BV_PERSON_NAMESAKE];
    }
  match->state = match->candidates->len > 0 ? BV_PERSON_MATCH_ASKED : BV_PERSON_MATCH_NEW;
  g_array_sort (match->candidates, compare_candidates);
}

/**
 * bv_person_match_find:
 * @matcher: a matcher
 * @row: what is said of somebody
 *
 * Who has the name, the unit and no other birth is the same, and so is who was born on the same day where no
 * unit is said. Another birth of the name elsewhere is somebody else.
 *
 * Returns: (transfer full): the nominee, those that may be meant, or nobody
 */
BvPersonMatch *
bv_person_match_find (const BvPersonMatcher *matcher, const BvPersonRow *row)
{
  g_autofree char *written = bv_vietnamese_same_key (row->name);
  const char *key = g_hash_table_contains (matcher->named, written) ? written : skip_salutation (written);
  BvPersonMatch *match = g_new0 (BvPersonMatch, 1);
  guint n_same;

  match->candidates = g_array_new (FALSE, FALSE, sizeof (BvPersonCandidate));
  n_same = offer_named (matcher, row, key, match);
  if (match->candidates->len == 0 && *key != '\0' && !g_hash_table_contains (matcher->named, key))
    {
      offer_unmarked (matcher, row, key, match);
      offer_misspelt (matcher, row, key, match);
    }
  decide (match, n_same);
  return match;
}

/**
 * bv_person_match_free:
 * @match: (nullable) (transfer full): what was found
 */
void
bv_person_match_free (BvPersonMatch *match)
{
  if (match == NULL)
    return;
  g_array_unref (match->candidates);
  g_free (match);
}

/**
 * bv_person_match_reason_title:
 * @reason: a reason
 *
 * Returns: (transfer none): it in the user's language
 */
const char *
bv_person_match_reason_title (BvPersonReason reason)
{
  static const char *const titles[BV_N_PERSON_REASONS] = {
    [BV_PERSON_BY_NAME] = N_ ("the name, with unit or birth"),
    [BV_PERSON_NAMESAKE] = N_ ("several have this name"),
    [BV_PERSON_WITHDRAWN] = N_ ("withdrawn"),
    [BV_PERSON_OTHER_UNIT] = N_ ("of another unit"),
    [BV_PERSON_NAME_ALONE] = N_ ("the name alone is the same"),
    [BV_PERSON_OTHER_BIRTH] = N_ ("born on another day"),
    [BV_PERSON_NO_MARKS] = N_ ("same name without marks"),
    [BV_PERSON_ONE_LETTER] = N_ ("one letter otherwise"),
  };

  return _ (titles[reason]);
}
