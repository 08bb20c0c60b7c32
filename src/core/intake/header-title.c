/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/header-title.h"

#include "core/intake/header-criterion.h"
#include "core/intake/match/likeness.h"
#include "core/text/vietnamese.h"

#include <string.h>

#define ONE_LETTER_FROM 5 /* letters of a title that may have one otherwise */
#define TWO_LETTERS_FROM 10
#define TITLE_MOST 300 /* bytes; what is longer is no title of a field */

struct _BvHeaderRules
{
  GPtrArray *criteria;  /* of BvHeaderCriterion: all of the tree */
  GArray *synonyms;     /* of Synonym */
  GHashTable *learned;  /* key → BvHeaderMeaning */
  GHashTable *readings; /* title → BvHeaderMeaning: what was read before */
};

typedef struct
{
  BvIntakeField field;
  char *key;
  char *folded;
  glong length;
  BvLikenessLetters letters; /* of @key */
  gboolean several_words;
} Synonym;

static void
synonym_clear (gpointer data)
{
  Synonym *synonym = data;

  g_free (synonym->key);
  g_free (synonym->folded);
}

static void
collect_criteria (GPtrArray *found, const GPtrArray *criteria)
{
  for (guint i = 0; criteria != NULL && i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);

      g_ptr_array_add (found, bv_header_criterion_new (criterion));
      collect_criteria (found, criterion->criteria);
    }
}

static void
collect_synonyms (GArray *found, BvIntakeField field)
{
  g_auto (GStrv) keys = g_strsplit (bv_intake_fields[field].synonyms, "|", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      Synonym synonym = { field,
                          g_strdup (keys[i]),
                          bv_vietnamese_fold (keys[i]),
                          g_utf8_strlen (keys[i], -1),
                          bv_likeness_list_letters (keys[i]),
                          strchr (keys[i], ' ') != NULL };

      g_array_append_val (found, synonym);
    }
}

/**
 * bv_header_rules_new:
 * @criteria: (nullable) (element-type BvCriterion): the trees whose criteria may have columns; they must
 * outlive what is returned
 *
 * Returns: (transfer full): what titles mean
 */
BvHeaderRules *
bv_header_rules_new (const GPtrArray *criteria)
{
  BvHeaderRules *rules = g_new0 (BvHeaderRules, 1);

  rules->criteria = g_ptr_array_new_with_free_func (bv_header_criterion_free);
  collect_criteria (rules->criteria, criteria);
  rules->synonyms = g_array_new (FALSE, FALSE, sizeof (Synonym));
  g_array_set_clear_func (rules->synonyms, synonym_clear);
  for (BvIntakeField field = BV_INTAKE_FIELD_NONE + 1; field < BV_N_INTAKE_FIELDS; field++)
    collect_synonyms (rules->synonyms, field);
  rules->learned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  rules->readings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return rules;
}

/**
 * bv_header_rules_free:
 * @rules: (nullable) (transfer full): what titles mean
 */
void
bv_header_rules_free (BvHeaderRules *rules)
{
  if (rules == NULL)
    return;
  g_ptr_array_unref (rules->criteria);
  g_array_unref (rules->synonyms);
  g_hash_table_unref (rules->learned);
  g_hash_table_unref (rules->readings);
  g_free (rules);
}

static const BvCriterion *
find_code (const BvHeaderRules *rules, const char *code)
{
  for (guint i = 0; code != NULL && i < rules->criteria->len; i++)
    {
      const BvCriterion *criterion = bv_header_criterion_get (g_ptr_array_index (rules->criteria, i));

      if (g_str_equal (criterion->code, code))
        return criterion;
    }
  return NULL;
}

/**
 * bv_header_rules_learn:
 * @rules: what titles mean
 * @title: the title of a column
 * @field: what somebody said it holds; %BV_INTAKE_FIELD_NONE: the points of a criterion
 * @code: (nullable): the code of that criterion; nothing is learned where there is none
 */
void
bv_header_rules_learn (BvHeaderRules *rules, const char *title, BvIntakeField field, const char *code)
{
  const BvCriterion *criterion = find_code (rules, code);
  BvHeaderMeaning meaning = { field, criterion, 100, BV_HEADER_LEARNED };

  if (field == BV_INTAKE_FIELD_NONE && criterion == NULL)
    return;
  g_hash_table_insert (rules->learned, bv_intake_field_key (title), g_memdup2 (&meaning, sizeof meaning));
  g_hash_table_remove_all (rules->readings);
}

/* Titles go on in brackets, which say how and not what. */
static char *
drop_brackets (const char *title)
{
  GString *text = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = title; *p != '\0'; p++)
    {
      depth += *p == '(' || *p == '[';
      if (depth == 0)
        g_string_append_c (text, *p);
      if ((*p == ')' || *p == ']') && depth > 0)
        depth--;
    }
  return g_string_free (text, FALSE);
}

static guint
letters_allowed (glong length)
{
  return (length >= ONE_LETTER_FROM) + (length >= TWO_LETTERS_FROM);
}

static guint
compare (const char *key,
         const char *folded,
         const BvLikenessLetters *letters,
         const Synonym *synonym,
         BvHeaderReason *reason)
{
  glong length = letters->n;
  guint allowed = letters_allowed (MIN (synonym->length, length));
  guint distance = bv_likeness_may_be_within (letters, &synonym->letters, allowed)
                     ? bv_likeness_distance (key, synonym->key)
                     : 99;

  *reason = BV_HEADER_EQUAL;
  if (distance == 0)
    return 100;
  *reason = BV_HEADER_NO_MARKS;
  if (synonym->length >= ONE_LETTER_FROM && g_str_equal (folded, synonym->folded))
    return 92;
  *reason = BV_HEADER_LETTERS;
  if (distance <= allowed)
    return 95 - 5 * distance;
  *reason = BV_HEADER_BEGINS;
  if (synonym->several_words && g_str_has_prefix (key, synonym->key) && key[strlen (synonym->key)] == ' ')
    return 70 + 20 * synonym->length / length;
  return 0;
}

static BvHeaderMeaning
find_field (const BvHeaderRules *rules, const char *title)
{
  g_autofree char *bare = drop_brackets (title);
  g_autofree char *key = bv_intake_field_key (bare);
  g_autofree char *folded = bv_vietnamese_fold (key);
  BvLikenessLetters letters = bv_likeness_list_letters (key);
  BvHeaderMeaning meaning = { 0 };

  if (*key == '\0' || strlen (key) > TITLE_MOST)
    return meaning;
  for (guint i = 0; i < rules->synonyms->len; i++)
    {
      const Synonym *synonym = &g_array_index (rules->synonyms, Synonym, i);
      BvHeaderReason reason;
      guint likeness = compare (key, folded, &letters, synonym, &reason);

      if (likeness > meaning.likeness)
        meaning = (BvHeaderMeaning){ synonym->field, NULL, likeness, reason };
      else if (likeness == meaning.likeness && likeness > 0 && synonym->field != meaning.field)
        meaning = (BvHeaderMeaning){ BV_INTAKE_FIELD_NONE, NULL, likeness, BV_HEADER_UNCLEAR };
    }
  return meaning.field != BV_INTAKE_FIELD_NONE ? meaning : (BvHeaderMeaning){ .reason = meaning.reason };
}

static BvHeaderMeaning
read_title (const BvHeaderRules *rules, const char *title)
{
  g_autofree char *key = bv_intake_field_key (title);
  const BvHeaderMeaning *learned = g_hash_table_lookup (rules->learned, key);
  BvHeaderMeaning field, criterion;

  if (learned != NULL)
    return *learned;
  field = find_field (rules, title);
  criterion = bv_header_criterion_find (rules->criteria, title);
  if (criterion.likeness > field.likeness)
    return criterion;
  return field.likeness > 0 || criterion.reason == BV_HEADER_UNKNOWN ? field : criterion;
}

/**
 * bv_header_rules_read:
 * @rules: what titles mean
 * @title: the title of a column
 *
 * A title may be misspelt by a letter or two, have no marks, or go on behind what is known; the shorter it
 * is, the less of that.
 *
 * Returns: what it says the column holds; of likeness 0: nothing that is known
 */
BvHeaderMeaning
bv_header_rules_read (BvHeaderRules *rules, const char *title)
{
  BvHeaderMeaning *meaning = g_hash_table_lookup (rules->readings, title);

  if (meaning == NULL)
    {
      meaning = g_new (BvHeaderMeaning, 1);
      *meaning = read_title (rules, title);
      g_hash_table_insert (rules->readings, g_strdup (title), meaning);
    }
  return *meaning;
}
