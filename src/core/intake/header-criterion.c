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

/* What is compared of a title. */
typedef struct
{
  char *key; /* as bv_intake_field_key() makes it; NULL: nothing was compared yet */
  char *folded;
  BvLikenessLetters letters;
} Name;

struct _BvHeaderCriterion
{
  const BvCriterion *criterion;
  char *code; /* in small letters */
  Name title;
  Name short_title;
};

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
  const char *rest;

  if (*code == '\0' || !g_str_has_prefix (text, code))
    return NULL;
  rest = text + strlen (code);
  /* 1.1 is not the beginning of 1.10, nor 1 of 1.1; 1,5 are points. */
  if (g_unichar_isalnum (g_utf8_get_char (rest))
      || ((*rest == '.' || *rest == ',') && g_ascii_isdigit (rest[1])))
    return NULL;
  return rest;
}

static void
name_init (Name *name, const char *text)
{
  name->key = bv_intake_field_key (text);
  name->folded = bv_vietnamese_fold (name->key);
  name->letters = bv_likeness_list_letters (name->key);
}

static void
name_clear (Name *name)
{
  g_free (name->key);
  g_free (name->folded);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Name, name_clear)

/**
 * bv_header_criterion_new:
 * @criterion: a criterion, which must outlive what is returned
 *
 * Returns: (transfer full): the same, with what titles are compared with
 */
BvHeaderCriterion *
bv_header_criterion_new (const BvCriterion *criterion)
{
  BvHeaderCriterion *named = g_new0 (BvHeaderCriterion, 1);

  named->criterion = criterion;
  named->code = bv_vietnamese_lower (criterion->code);
  return named;
}

/**
 * bv_header_criterion_free:
 * @data: (transfer full): a #BvHeaderCriterion
 */
void
bv_header_criterion_free (gpointer data)
{
  BvHeaderCriterion *named = data;

  g_free (named->code);
  name_clear (&named->title);
  name_clear (&named->short_title);
  g_free (named);
}

/**
 * bv_header_criterion_get:
 * @named: a criterion with what titles are compared with
 *
 * Returns: (transfer none): the criterion
 */
const BvCriterion *
bv_header_criterion_get (const BvHeaderCriterion *named)
{
  return named->criterion;
}

static guint
compare_keys (const Name *title, const Name *name, BvHeaderReason *reason)
{
  guint likeness;

  if (*title->key == '\0' || *name->key == '\0')
    return 0;
  *reason = BV_HEADER_EQUAL;
  if (g_str_equal (title->key, name->key))
    return 100;
  *reason = BV_HEADER_NO_MARKS;
  if (g_str_equal (title->folded, name->folded))
    return 92;
  *reason = BV_HEADER_BEGINS;
  if ((g_str_has_prefix (name->key, title->key) || g_str_has_prefix (title->key, name->key))
      && MIN (title->letters.n, name->letters.n) >= BEGINNING_LEAST)
    return 80;
  *reason = BV_HEADER_LETTERS;
  if (!bv_likeness_may_be (&title->letters, &name->letters, TITLE_LEAST))
    return 0;
  likeness = bv_likeness_of (title->key, name->key);
  return likeness >= TITLE_LEAST ? likeness - 5 : 0;
}

static guint
compare_names (const Name *title, BvHeaderCriterion *named, BvHeaderReason *reason)
{
  BvHeaderReason second = BV_HEADER_UNKNOWN;
  guint by_title, by_short;

  if (named->title.key == NULL)
    {
      name_init (&named->title, named->criterion->title);
      name_init (&named->short_title, named->criterion->short_title);
    }
  by_title = compare_keys (title, &named->title, reason);
  by_short = compare_keys (title, &named->short_title, &second);
  if (by_short <= by_title)
    return by_title;
  *reason = second;
  return by_short;
}

/* A code with the name of another criterion says nothing; with a name of its own or none it does. */
static guint
compare_coded (const GPtrArray *criteria, BvHeaderCriterion *named, const char *rest)
{
  g_auto (Name) title = { 0 };
  BvHeaderReason reason;

  name_init (&title, rest);
  if (*title.key == '\0')
    return 95;
  if (compare_names (&title, named, &reason) > 0)
    return 100;
  for (guint i = 0; i < criteria->len; i++)
    if (compare_names (&title, g_ptr_array_index (criteria, i), &reason) >= 90)
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
      BvHeaderCriterion *named = g_ptr_array_index (criteria, i);
      const char *rest = skip_code (text, named->code);

      if (rest == NULL)
        continue;
      *has_code = TRUE;
      meaning.likeness = compare_coded (criteria, named, rest);
      meaning.criterion = meaning.likeness > 0 ? named->criterion : NULL;
      meaning.reason = meaning.likeness > 0 ? BV_HEADER_CODE : BV_HEADER_UNCLEAR;
      break;
    }
  return meaning;
}

static BvHeaderMeaning
find_named (const GPtrArray *criteria, const char *text)
{
  g_auto (Name) title = { 0 };
  BvHeaderMeaning meaning = { 0 };

  name_init (&title, text);
  for (guint i = 0; i < criteria->len; i++)
    {
      BvHeaderCriterion *named = g_ptr_array_index (criteria, i);
      BvHeaderReason reason;
      guint likeness = compare_names (&title, named, &reason);

      if (likeness > meaning.likeness)
        meaning = (BvHeaderMeaning){ BV_INTAKE_FIELD_NONE, named->criterion, likeness, reason };
      else if (likeness > 0 && likeness == meaning.likeness)
        meaning = (BvHeaderMeaning){ BV_INTAKE_FIELD_NONE, NULL, likeness, BV_HEADER_UNCLEAR };
    }
  return meaning.criterion != NULL ? meaning : (BvHeaderMeaning){ .reason = meaning.reason };
}

/**
 * bv_header_criterion_find:
 * @criteria: (element-type BvHeaderCriterion): those that are looked at, not those below them
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
