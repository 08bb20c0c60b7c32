/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spelling-fixture.h"

#include "core/text/vietnamese.h"
#include "registry-fixture.h"

#include <string.h>

static char *
replace (const char *text, const char *const *pairs)
{
  GString *out = g_string_new (text);

  for (; *pairs != NULL; pairs += 2)
    g_string_replace (out, pairs[0], pairs[1], 0);
  return g_string_free (out, FALSE);
}

static char *
parent_name (const GPtrArray *units, gint64 day, const BvUnit *unit, gboolean is_bare)
{
  const BvUnit *parent = unit->parent != NULL ? fixture_find_unit (units, unit->parent, day) : NULL;

  if (parent != NULL && is_bare)
    return fixture_bare_name (parent);
  return g_strdup (parent != NULL ? parent->short_name : is_bare ? "An Giang" : "tỉnh An Giang");
}

static char *
swap_words (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  guint n = g_strv_length (words);
  char *last = words[n - 1];

  if (n < 2)
    return g_strdup (name);
  words[n - 1] = words[n - 2];
  words[n - 2] = last;
  return g_strjoinv (" ", words);
}

static char *
drop_letter (const char *text)
{
  const char *end = g_utf8_prev_char (text + strlen (text));

  return g_strndup (text, end - text);
}

static char *
write_parent (const GPtrArray *units, gint64 day, const BvUnit *unit, Spelling spelling)
{
  gboolean is_bare = spelling == BARE_WITH_PARENT;
  g_autofree char *parent = parent_name (units, day, unit, is_bare);
  g_autofree char *bare = fixture_bare_name (unit);

  if (spelling == PARENT_BEHIND_COMMA)
    return g_strdup_printf ("%s, %s", unit->short_name, parent);
  if (spelling == PARENT_BEHIND_DASH)
    return g_strdup_printf ("%s - %s", unit->short_name, parent);
  if (spelling == PARENT_IN_FRONT)
    return g_strdup_printf ("%s – %s", parent, unit->short_name);
  return g_strdup_printf ("%s (%s)", bare, parent);
}

static const char *const short_types[] = {
  "UBND thành phố ", "UBND TP.", "UBND thị xã ", "UBND TX. ", "UBND thị trấn ", "TT. ", "UBND huyện ", "H. ",
  "UBND phường ",    "P. ",      "UBND xã ",     "X.",        "UBND đặc khu ",  "ĐK ",  NULL,
};
static const char *const long_committee[] = { "UBND", "Ủy ban nhân dân", NULL };
static const char *const old_tones[]
  = { "UBND", "Uỷ ban Nhân dân", "òa", "oà", "óa", "oá", "ủy", "uỷ", NULL };
static const char *const wide_blanks[] = { " ", " \u00a0 ", NULL };
static const char *const other_types[] = { "Xã ", "Thị trấn ", "Phường ", "Quận ", "Huyện ", "Quận ", NULL };

/* The name of @unit in one of the ways, among units that are there on the day. */
char *
fixture_write_spelling (const GPtrArray *units, gint64 day, const BvUnit *unit, Spelling spelling)
{
  g_autofree char *bare = fixture_bare_name (unit);
  g_auto (GStrv) words = g_strsplit (bare, " ", -1);
  g_autofree char *hyphens = g_strjoinv ("-", words);
  g_autofree char *less = drop_letter (unit->name);

  switch (spelling)
    {
    case AS_IS:
      return g_strdup (unit->name);
    case SHORT:
      return g_strdup (unit->short_name);
    case CAPITALS:
      return bv_vietnamese_upper (unit->name);
    case DECOMPOSED:
      return g_utf8_normalize (unit->name, -1, G_NORMALIZE_NFD);
    case BLANKS:
      return replace (unit->name, wide_blanks);
    case ABBREVIATED:
      return replace (unit->name, short_types);
    case WRITTEN_OUT:
      return replace (unit->name, long_committee);
    case OLD_TONES:
      return replace (unit->name, old_tones);
    case PROVINCE_IN_BRACKETS:
      return g_strdup_printf ("%s (tỉnh An Giang)", unit->name);
    case HYPHENS:
      return g_strdup_printf ("%.*s%s", (int) (strlen (unit->name) - strlen (bare)), unit->name, hyphens);
    case NUMBERED:
      return g_strdup_printf ("12. %s", unit->name);
    case CODE:
      return g_strdup_printf (" %s ", unit->code);
    case CODE_AND_NAME:
      return g_strdup_printf ("%s – %s", unit->code, unit->short_name);
    case BARE:
      return g_steal_pointer (&bare);
    case NO_MARKS:
      return bv_vietnamese_fold (unit->name);
    case OTHER_ORDER:
      return swap_words (unit->name);
    case LETTER_LESS:
      return g_steal_pointer (&less);
    case OTHER_TYPE:
      return replace (unit->short_name, other_types);
    case PARENT_BEHIND_COMMA:
    case PARENT_BEHIND_DASH:
    case PARENT_IN_FRONT:
    case BARE_WITH_PARENT:
    case N_SPELLINGS:
    default:
      return write_parent (units, day, unit, spelling);
    }
}
