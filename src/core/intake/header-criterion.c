/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/header-criterion.h"

#include "core/intake/match/likeness.h"
#include "core/text/tidy.h"
#include "core/text/vietnamese.h"

#include <string.h>

#define TITLE_LEAST 85    /* likeness of a title with letters otherwise */
#define BEGINNING_LEAST 8 /* letters of a beginning that says something */

/* What may stand before a code, as bv_intake_field_key() writes it. */
static const char *const lead_words[]
  = { "tiêu chí ", "tc ", "tc", "chỉ tiêu ", "mục ", "điểm ", "nội dung " };

static char *
take_lead (const char *title)
{
  g_autofree char *line = bv_tidy_line (title);
  g_autofree char *lower = bv_vietnamese_lower (line);

  for (guint i = 0; i < G_N_ELEMENTS (lead_words); i++)
    if (g_str_has_prefix (lower, lead_words[i]))
      return g_strdup (lower + strlen (lead_words[i]));
  return g_steal_pointer (&lower);
}

/* What stands behind the code; %NULL where @text does not begin with it. */
static const char *
skip_code (const char *text, const char *code)
{
  g_autofree char *lower = bv_vietnamese_lower (code);
  const char *rest;

  if (*lower == '\0' || !g_str_has_prefix (text, lower))
    return NULL;
  rest = text + strlen (lower);
  /* 1.1 is not the beginning of 1.10, nor 1 of 1.1; 1,5 are points. */
  if (g_unichar_isalnum (g_utf8_get_char (rest))
      || ((*rest == '.' || *rest == ',') && g_ascii_isdigit (rest[1])))
    return NULL;
  return rest;
}

static guint
compare_keys (const char *key, const char *name, BvHeaderReason *reason)
{
  g_autofree char *wanted = bv_intake_field_key (name);
  g_autofree char *folded = bv_vietnamese_fold (key);
  g_autofree char *wanted_folded = bv_vietnamese_fold (wanted);
  guint likeness;

  if (*key == '\0' || *wanted == '\0')
    return 0;
  *reason = BV_HEADER_EQUAL;
  if (g_str_equal (key, wanted))
    return 100;
  *reason = BV_HEADER_NO_MARKS;
  if (g_str_equal (folded, wanted_folded))
    return 92;
  *reason = BV_HEADER_BEGINS;
  if ((g_str_has_prefix (wanted, key) || g_str_has_prefix (key, wanted))
      && MIN (g_utf8_strlen (key, -1), g_utf8_strlen (wanted, -1)) >= BEGINNING_LEAST)
    return 80;
  *reason = BV_HEADER_LETTERS;
  likeness = bv_likeness_of (key, wanted);
  return likeness >= TITLE_LEAST ? likeness - 5 : 0;
}

static guint
compare_names (const char *key, const BvCriterion *criterion, BvHeaderReason *reason)
{
  BvHeaderReason second = BV_HEADER_UNKNOWN;
  guint by_title = compare_keys (key, criterion->title, reason);
  guint by_short = compare_keys (key, criterion->short_title, &second);

  if (by_short <= by_title)
    return by_title;
  *reason = second;
  return by_short;
}

/* A code with the name of another criterion says nothing; with a name of its own or none it does. */
static guint
compare_coded (const GPtrArray *criteria, const BvCriterion *criterion, const char *rest)
{
  g_autofree char *key = bv_intake_field_key (rest);
  BvHeaderReason reason;

  if (*key == '\0')
    return 95;
  if (compare_names (key, criterion, &reason) > 0)
    return 100;
  for (guint i = 0; i < criteria->len; i++)
    if (compare_names (key, g_ptr_array_index (criteria, i), &reason) >= 90)
      return 0;
  return 80;
}

static BvHeaderMeaning
find_coded (const GPtrArray *criteria, const char *title, gboolean *has_code)
{
  g_autofree char *text = take_lead (title);
  BvHeaderMeaning meaning = { 0 };

  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);
      const char *rest = skip_code (text, criterion->code);

      if (rest == NULL)
        continue;
      *has_code = TRUE;
      meaning.likeness = compare_coded (criteria, criterion, rest);
      meaning.criterion = meaning.likeness > 0 ? criterion : NULL;
      meaning.reason = meaning.likeness > 0 ? BV_HEADER_CODE : BV_HEADER_UNCLEAR;
      break;
    }
  return meaning;
}

static BvHeaderMeaning
find_named (const GPtrArray *criteria, const char *title)
{
  g_autofree char *key = bv_intake_field_key (title);
  BvHeaderMeaning meaning = { 0 };

  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);
      BvHeaderReason reason;
      guint likeness = compare_names (key, criterion, &reason);

      if (likeness > meaning.likeness)
        meaning = (BvHeaderMeaning){ BV_INTAKE_FIELD_NONE, criterion, likeness, reason };
      else if (likeness > 0 && likeness == meaning.likeness)
        meaning = (BvHeaderMeaning){ BV_INTAKE_FIELD_NONE, NULL, likeness, BV_HEADER_UNCLEAR };
    }
  return meaning.criterion != NULL ? meaning : (BvHeaderMeaning){ .reason = meaning.reason };
}

/**
 * bv_header_criterion_find:
 * @criteria: (element-type BvCriterion): those that are looked at, not those below them
 * @title: the title of a column
 *
 * Returns: the criterion whose code the title begins with, or whose title or short title it has; without one
 * where none or several fit
 */
BvHeaderMeaning
bv_header_criterion_find (const GPtrArray *criteria, const char *title)
{
  gboolean has_code = FALSE;
  BvHeaderMeaning meaning = find_coded (criteria, title, &has_code);

  return has_code ? meaning : find_named (criteria, title);
}
