/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tree/criterion-codes.h"

#include "core/text/wording.h"

#include <string.h>

/* Letters count from A to Z. */
#define LETTERS 26

/* How the codes at the top of a group are written. */
typedef enum
{
  STYLE_NUMBERS,
  STYLE_LETTERS,
  STYLE_ROMAN,
} Style;

static void
collect_codes (const GPtrArray *criteria, GHashTable *codes)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);

      g_hash_table_add (codes, criterion->code);
      collect_codes (criterion->criteria, codes);
    }
}

static GHashTable *
list_codes (const BvGroup *group)
{
  GHashTable *codes = g_hash_table_new (g_str_hash, g_str_equal);

  collect_codes (group->criteria, codes);
  return codes;
}

static Style
find_style (const GPtrArray *criteria)
{
  const char *code = criteria->len > 0 ? ((const BvCriterion *) g_ptr_array_index (criteria, 0))->code : "1";

  if (strlen (code) == 1 && *code >= 'A' && *code <= 'Z' && *code != 'I')
    return STYLE_LETTERS;
  return *code != '\0' && strspn (code, "IVXLC") == strlen (code) ? STYLE_ROMAN : STYLE_NUMBERS;
}

/* @number counts from 1. */
static char *
write_number (Style style, guint number)
{
  if (style == STYLE_LETTERS && number <= LETTERS)
    return g_strdup_printf ("%c", 'A' + number - 1);
  return style == STYLE_ROMAN ? bv_wording_roman (number) : g_strdup_printf ("%u", number);
}

static char *
write_code (const BvCriterion *section, Style style, guint number)
{
  if (section != NULL)
    return g_strdup_printf ("%s.%u", section->code, number);
  return write_number (style, number);
}

static char *
find_next (GHashTable *codes, const BvCriterion *section, const GPtrArray *siblings)
{
  Style style = find_style (siblings);
  char *code = write_code (section, style, siblings->len + 1);

  for (guint number = siblings->len + 2; g_hash_table_contains (codes, code); number++)
    {
      g_free (code);
      code = write_code (section, style, number);
    }
  return code;
}

static char *
find_free (GHashTable *codes, const BvGroup *group, const BvCriterion *section, const char *wanted)
{
  if (wanted != NULL && *wanted != '\0' && !g_hash_table_contains (codes, wanted))
    return g_strdup (wanted);
  return find_next (codes, section, section != NULL ? section->criteria : group->criteria);
}

/**
 * bv_criterion_codes_find_free:
 * @group: a group
 * @section: (nullable): the section of it for which a code is wanted; %NULL: the top
 * @wanted: (nullable): the code that is taken where no other has it
 *
 * Returns: (transfer full): @wanted, else the next code of the section that is free: `2.4`
 */
char *
bv_criterion_codes_find_free (const BvGroup *group, const BvCriterion *section, const char *wanted)
{
  g_autoptr (GHashTable) codes = list_codes (group);

  return find_free (codes, group, section, wanted);
}

static void
set_code (BvCriterion *criterion, char *code)
{
  g_free (criterion->code);
  criterion->code = code;
}

/* `1.2` follows its section from `1` to `4`. */
static void
follow (BvCriterion *child, const char *before, const char *after)
{
  gsize length = strlen (before);

  if (*before != '\0' && g_str_has_prefix (child->code, before) && child->code[length] == '.')
    set_code (child, g_strconcat (after, child->code + length, NULL));
  for (guint i = 0; i < child->criteria->len; i++)
    follow (g_ptr_array_index (child->criteria, i), before, after);
}

static void
settle (GHashTable *codes, const BvGroup *group, const BvCriterion *section, BvCriterion *criterion)
{
  g_autofree char *before = g_strdup (criterion->code);

  set_code (criterion, find_free (codes, group, section, criterion->code));
  g_hash_table_add (codes, criterion->code);
  for (guint i = 0; i < criterion->criteria->len; i++)
    {
      BvCriterion *child = g_ptr_array_index (criterion->criteria, i);

      if (!g_str_equal (before, criterion->code))
        follow (child, before, criterion->code);
      if (g_hash_table_contains (codes, child->code) || *child->code == '\0')
        set_code (child, write_code (criterion, STYLE_NUMBERS, i + 1));
      settle (codes, group, criterion, child);
    }
}

/**
 * bv_criterion_codes_settle:
 * @group: a group
 * @section: (nullable): where in it @criterion is to stand; %NULL: at the top
 * @criterion: a criterion that does not stand in @group yet
 *
 * Gives it, and all below it, codes that nothing else in @group has; whoever has such a one keeps it.
 */
void
bv_criterion_codes_settle (const BvGroup *group, const BvCriterion *section, BvCriterion *criterion)
{
  g_autoptr (GHashTable) codes = list_codes (group);

  settle (codes, group, section, criterion);
}

static void
renumber (const GPtrArray *criteria, const BvCriterion *section, Style style)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      BvCriterion *criterion = g_ptr_array_index (criteria, i);

      set_code (criterion, write_code (section, style, i + 1));
      renumber (criterion->criteria, criterion, style);
    }
}

/**
 * bv_criterion_codes_renumber:
 * @group: a group
 *
 * Gives all its criteria the codes of their places: `1`, `1.1`, `1.2`, or `A` and `A.1`, `I` and `I.1` where
 * the first one is written so.
 */
void
bv_criterion_codes_renumber (const BvGroup *group)
{
  renumber (group->criteria, NULL, find_style (group->criteria));
}
