/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/unit-form.h"

#include "core/intake/match/unit-phrase.h"
#include "core/text/vietnamese.h"

#include <string.h>

#define LOOKS_LEAST 70     /* of bv_likeness_of() */
#define FIRST_WORDS 3      /* with which both begin: sở lao động … */
#define TWO_LETTERS_FROM 8 /* letters of a name; shorter ones are alike by chance */
#define LETTERS_MOST 2     /* in which names of one reason are otherwise */

static guint64
word_bit (const char *word, gsize length)
{
  guint hash = 5381;

  for (gsize i = 0; i < length; i++)
    hash = hash * 33 + (guchar) word[i];
  return G_GUINT64_CONSTANT (1) << (hash * 2654435769u >> 26);
}

static void
list_words (BvUnitForm *form)
{
  guint n = 0;

  form->words = form->first_words = 0;
  for (const char *p = form->key; *p != '\0'; p += strspn (p, " "))
    {
      gsize length = strcspn (p, " ");

      form->words |= word_bit (p, length);
      if (++n == FIRST_WORDS)
        form->first_words = form->words;
      p += length;
    }
  if (n < FIRST_WORDS)
    form->first_words = G_MAXUINT64;
}

/**
 * bv_unit_form_init:
 * @form: (out caller-allocates): a name
 * @key: as bv_unit_name_key() makes it
 */
void
bv_unit_form_init (BvUnitForm *form, const char *key)
{
  form->key = g_strdup (key);
  form->bare = bv_unit_phrase_skip_type (form->key);
  form->length = g_utf8_strlen (form->bare, -1);
  form->folded = bv_vietnamese_fold (key);
  form->sorted = bv_likeness_sort_words (bv_unit_phrase_skip_folded (form->folded));
  form->letters = bv_likeness_list_letters (form->key);
  form->bare_letters = bv_likeness_list_letters (form->bare);
  form->order = g_str_hash (form->sorted);
  list_words (form);
}

/**
 * bv_unit_form_clear:
 * @form: a name
 */
void
bv_unit_form_clear (BvUnitForm *form)
{
  g_free (form->key);
  g_free (form->folded);
  g_free (form->sorted);
}

/**
 * bv_unit_form_may_be_alike:
 * @part: what a text says
 * @name: a name of a unit
 *
 * Returns: %FALSE where bv_unit_form_compare() is known to say 0, which it is of most names at once
 */
gboolean
bv_unit_form_may_be_alike (const BvUnitForm *part, const BvUnitForm *name)
{
  return part->order == name->order || (name->words & ~part->words) == 0
         || (name->first_words & ~part->words) == 0
         || bv_likeness_may_be (&part->letters, &name->letters, LOOKS_LEAST)
         || (ABS (part->length - name->length) <= LETTERS_MOST
             && bv_likeness_may_be_within (&part->bare_letters, &name->bare_letters, LETTERS_MOST));
}

static BvUnitReason
compare_letters (const BvUnitForm *part, const BvUnitForm *name)
{
  glong apart = ABS (part->length - name->length);
  guint distance = apart <= LETTERS_MOST ? bv_likeness_distance (part->bare, name->bare) : LETTERS_MOST + 1;

  if (g_str_equal (part->bare, name->bare))
    return BV_UNIT_BY_OTHER_TYPE;
  if (g_str_equal (bv_unit_phrase_skip_folded (part->folded), bv_unit_phrase_skip_folded (name->folded)))
    return BV_UNIT_BY_NO_MARKS;
  if (distance == 1)
    return BV_UNIT_BY_ONE_LETTER;
  if (g_str_equal (part->sorted, name->sorted))
    return BV_UNIT_BY_ORDER;
  return distance == LETTERS_MOST && MIN (part->length, name->length) >= TWO_LETTERS_FROM
           ? BV_UNIT_BY_TWO_LETTERS
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

/**
 * bv_unit_form_compare:
 * @part: what a text says
 * @name: a name of a unit, which the text does not have in its letters
 * @reason: (out): why the unit may be meant
 *
 * Returns: how likely it is meant, in percent; 0: it is not
 */
guint
bv_unit_form_compare (const BvUnitForm *part, const BvUnitForm *name, BvUnitReason *reason)
{
  guint likeness;

  *reason = compare_letters (part, name);
  if (*reason != BV_UNIT_BY_LOOKS)
    return bv_unit_reason_get_likeness (*reason);
  if (bv_likeness_has_words (part->key, name->key))
    {
      *reason = BV_UNIT_BY_MORE_WORDS;
      return BV_UNIT_LIKENESS_LEAST + 5;
    }
  likeness = compare_looks (part->key, name->key);
  if (likeness >= LOOKS_LEAST)
    return likeness - LOOKS_LEAST + BV_UNIT_LIKENESS_LEAST;
  return bv_likeness_count_first (part->key, name->key) >= FIRST_WORDS ? BV_UNIT_LIKENESS_LEAST : 0;
}
