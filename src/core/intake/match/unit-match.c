/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/unit-match.h"

#include "core/intake/match/unit-candidates.h"
#include "core/intake/match/unit-phrase.h"
#include "core/text/names.h"

#include <string.h>

struct _BvUnitMatcher
{
  const GPtrArray *units; /* of BvUnit */
  BvUnitIndex *index;
  gint64 day;
  GHashTable *learned; /* key and parent → BvUnit */
};

/* The units that a text taken apart in one way may mean. */
typedef struct
{
  GPtrArray *units; /* of BvUnit */
  guint said;       /* of BvUnitSaid: what all of it says of them */
  gboolean typed;   /* it says of what type they are */
} Reading;

/**
 * bv_unit_matcher_new:
 * @units: (element-type BvUnit): a registry, of all times; it must outlive what is returned
 * @day: the day of which the texts speak
 *
 * Returns: (transfer full): what finds units of the registry
 */
BvUnitMatcher *
bv_unit_matcher_new (const GPtrArray *units, gint64 day)
{
  BvUnitMatcher *matcher = g_new0 (BvUnitMatcher, 1);

  matcher->units = units;
  matcher->index = bv_unit_index_new (units);
  matcher->day = day;
  matcher->learned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return matcher;
}

/**
 * bv_unit_matcher_free:
 * @matcher: (nullable) (transfer full): a matcher
 */
void
bv_unit_matcher_free (BvUnitMatcher *matcher)
{
  if (matcher == NULL)
    return;
  bv_unit_index_free (matcher->index);
  g_hash_table_unref (matcher->learned);
  g_free (matcher);
}

/**
 * bv_unit_match_key:
 * @text: a text that names a unit
 *
 * Returns: (transfer full): the key by which an answer for it is kept: equal for the ways of writing one text
 */
char *
bv_unit_match_key (const char *text)
{
  g_autofree char *line = bv_unit_phrase_drop_number (text);

  return bv_unit_name_key (line);
}

static char *
scoped_key (const char *text, const char *parent)
{
  g_autofree char *key = bv_unit_match_key (text);

  return g_strjoin ("\n", key, parent != NULL ? parent : "", NULL);
}

/**
 * bv_unit_matcher_learn:
 * @matcher: a matcher
 * @text: a text, or its bv_unit_match_key()
 * @parent: (nullable): the hint with which it was asked
 * @unit: the unit of the registry that somebody said it is
 *
 * From now on that is the answer for the text where it is asked with the same hint.
 */
void
bv_unit_matcher_learn (BvUnitMatcher *matcher, const char *text, const char *parent, const BvUnit *unit)
{
  g_hash_table_insert (matcher->learned, scoped_key (text, parent), (gpointer) unit);
}

static gboolean
decides (const BvUnitMatcher *matcher, const BvUnitNamed *named)
{
  return (named->said & ~(guint) BV_UNIT_SAID_EARLIER) != 0
         && bv_unit_is_valid_on (named->unit, matcher->day);
}

/* Whether the part names @unit or something that it is under. */
static gboolean
part_fits (const BvUnitMatcher *matcher, const char *part, const BvUnit *unit)
{
  const GArray *named = bv_unit_index_find (matcher->index, part);

  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      const BvUnitNamed *entry = &g_array_index (named, BvUnitNamed, i);

      if (decides (matcher, entry)
          && (entry->unit == unit || bv_unit_is_under (matcher->units, matcher->day, unit, entry->unit)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
all_fit (const BvUnitMatcher *matcher, char **parts, const BvUnit *unit)
{
  for (guint i = 0; parts[i] != NULL; i++)
    if (!part_fits (matcher, parts[i], unit))
      return FALSE;
  return TRUE;
}

static void
read_part (const BvUnitMatcher *matcher, char **parts, const char *part, Reading *reading)
{
  const GArray *named = bv_unit_index_find (matcher->index, part);

  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      const BvUnitNamed *entry = &g_array_index (named, BvUnitNamed, i);

      if (!decides (matcher, entry) || !all_fit (matcher, parts, entry->unit))
        continue;
      reading->said |= entry->said;
      reading->typed
        = reading->typed || (entry->said & ~(guint) (BV_UNIT_SAID_BARE | BV_UNIT_SAID_EARLIER)) != 0;
      if (!g_ptr_array_find (reading->units, entry->unit, NULL))
        g_ptr_array_add (reading->units, (gpointer) entry->unit);
    }
}

/* Behind the names of some units stands the province's without a word before it: Công an tỉnh An Giang. */
static char **
split_province (const BvUnitMatcher *matcher, const char *text)
{
  g_autofree char *key = bv_unit_name_key (text);
  const GArray *provinces = bv_unit_index_find (matcher->index, "tỉnh");

  for (guint i = 0; provinces != NULL && i < provinces->len; i++)
    {
      const BvUnit *unit = g_array_index (provinces, BvUnitNamed, i).unit;
      g_autofree char *name = bv_unit_name_key (unit->name);
      g_autofree char *tail = g_strconcat (" ", bv_unit_phrase_skip_type (name), NULL);

      if (bv_unit_is_valid_on (unit, matcher->day) && g_str_has_suffix (key, tail))
        {
          key[strlen (key) - strlen (tail)] = '\0';
          return g_strsplit (key, "\n", 1);
        }
    }
  return g_new0 (char *, 1);
}

static void
read_parts (const BvUnitMatcher *matcher, char **parts, Reading *reading)
{
  for (guint i = 0; parts[i] != NULL; i++)
    read_part (matcher, parts, parts[i], reading);
}

static void
read_line (const BvUnitMatcher *matcher, const char *line, Reading *reading)
{
  for (BvUnitSplit split = BV_UNIT_SPLIT_NOT; split < BV_N_UNIT_SPLITS && reading->units->len == 0; split++)
    {
      g_auto (GStrv) parts = bv_unit_phrase_split (line, split);

      read_parts (matcher, parts, reading);
      if (split == BV_UNIT_SPLIT_LAST_TYPE && reading->units->len == 0)
        {
          g_auto (GStrv) before = split_province (matcher, line);

          read_parts (matcher, before, reading);
        }
    }
}

static gboolean
is_at (const BvUnitMatcher *matcher, const BvUnit *unit, const char *parent)
{
  if (g_str_equal (unit->code, parent))
    return TRUE;
  for (guint i = 0; i < matcher->units->len; i++)
    {
      const BvUnit *other = g_ptr_array_index (matcher->units, i);

      if (g_str_equal (other->code, parent) && bv_unit_is_valid_on (other, matcher->day)
          && bv_unit_is_under (matcher->units, matcher->day, unit, other))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_of_type (const BvUnit *unit, const char *type)
{
  return bv_unit_name_equal (unit->type != NULL ? unit->type : "", type);
}

/* Those of @units that fit the hints. */
static GPtrArray *
filter (const BvUnitMatcher *matcher, const GPtrArray *units, const char *hint_parent, const char *hint_type)
{
  GPtrArray *fit = g_ptr_array_new ();

  for (guint i = 0; i < units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (units, i);

      if ((hint_parent == NULL || is_at (matcher, unit, hint_parent))
          && (hint_type == NULL || is_of_type (unit, hint_type)))
        g_ptr_array_add (fit, (gpointer) unit);
    }
  return fit;
}

static BvUnitMatch *
make_certain (const BvUnit *unit, BvUnitReason reason)
{
  BvUnitMatch *match = g_new0 (BvUnitMatch, 1);

  match->state = BV_UNIT_MATCH_CERTAIN;
  match->unit = unit;
  match->reason = reason;
  match->candidates = g_array_new (FALSE, FALSE, sizeof (BvUnitCandidate));
  return match;
}

static BvUnitMatch *
make_asked (const BvUnitMatcher *matcher,
            const char *text,
            const char *hint_parent,
            const GPtrArray *same,
            BvUnitReason reason)
{
  BvUnitQuestion question = { matcher->units, matcher->index, matcher->day, text, hint_parent, same, reason };
  BvUnitMatch *match = g_new0 (BvUnitMatch, 1);

  match->candidates = bv_unit_candidates_list (&question);
  match->state = match->candidates->len > 0 ? BV_UNIT_MATCH_ASKED : BV_UNIT_MATCH_NONE;
  return match;
}

static BvUnitReason
certain_reason (guint said)
{
  if ((said & BV_UNIT_SAID_CODE) != 0)
    return BV_UNIT_BY_CODE;
  return (said & (BV_UNIT_SAID_NAME | BV_UNIT_SAID_BARE)) != 0 ? BV_UNIT_BY_NAME : BV_UNIT_BY_ALIAS;
}

static BvUnitMatch *
judge (const BvUnitMatcher *matcher,
       const char *line,
       const Reading *reading,
       const char *hint_parent,
       const char *hint_type)
{
  gboolean by_code = (reading->said & BV_UNIT_SAID_CODE) != 0;
  const char *type = reading->typed ? NULL : hint_type;
  g_autoptr (GPtrArray) there = filter (matcher, reading->units, by_code ? NULL : hint_parent, NULL);
  g_autoptr (GPtrArray) fit = filter (matcher, there, NULL, type);

  if (fit->len == 1)
    return make_certain (g_ptr_array_index (fit, 0), certain_reason (reading->said));
  if (fit->len > 1)
    return make_asked (matcher, line, hint_parent, fit, BV_UNIT_BY_NAMESAKE);
  return make_asked (matcher, line, hint_parent, reading->units,
                     there->len == 0 ? BV_UNIT_BY_OTHER_PARENT : BV_UNIT_BY_OTHER_TYPE);
}

/**
 * bv_unit_match_find:
 * @matcher: a matcher
 * @text: what stands in a file where a unit is named
 * @hint_parent: (nullable): the code of the unit under which it is expected, as in the file of a district
 * @hint_type: (nullable): the type that is expected where the text says none (%BvUnit.type)
 *
 * An answer that was learned is taken first. Else the text, taken apart as far as needed, has to name just
 * one unit that is valid on the day, and all that it names beside it has to be what that is under.
 *
 * Returns: (transfer full): one unit, those that may be meant, or nothing
 */
BvUnitMatch *
bv_unit_match_find (const BvUnitMatcher *matcher,
                    const char *text,
                    const char *hint_parent,
                    const char *hint_type)
{
  g_autofree char *key = scoped_key (text, hint_parent);
  g_autofree char *line = bv_unit_phrase_drop_number (text);
  const BvUnit *learned = g_hash_table_lookup (matcher->learned, key);
  g_autoptr (GPtrArray) units = g_ptr_array_new ();
  Reading reading = { units, 0, FALSE };

  if (learned != NULL && bv_unit_is_valid_on (learned, matcher->day))
    return make_certain (learned, BV_UNIT_BY_ANSWER);
  read_line (matcher, line, &reading);
  return judge (matcher, line, &reading, hint_parent, hint_type);
}

/**
 * bv_unit_match_free:
 * @match: (nullable) (transfer full): what was found
 */
void
bv_unit_match_free (BvUnitMatch *match)
{
  if (match == NULL)
    return;
  g_array_unref (match->candidates);
  g_free (match);
}
