/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/vietnamese.h"
#include "exchange/intake/choice/plan-mark.h"
#include "exchange/intake/form-answers.h"

static gboolean
is_taken (const BvFormAnswers *answers, const char *key)
{
  const GPtrArray *nominees = answers->plan->campaign->nominees;

  for (guint i = 0; i < nominees->len; i++)
    if (g_str_equal (((BvNominee *) g_ptr_array_index (nominees, i))->key, key))
      return TRUE;
  return g_hash_table_contains (answers->plan->after, key);
}

static char *
find_free_key (const BvFormAnswers *answers, const char *name)
{
  g_autofree char *slug = bv_vietnamese_slug (name);
  const char *stem = *slug != '\0' ? slug : "de-cu";
  char *key = g_strdup (stem);

  for (guint n = 2; is_taken (answers, key); n++)
    {
      g_free (key);
      key = g_strdup_printf ("%s-%u", stem, n);
    }
  return key;
}

static const BvUnit *
find_unit (const BvFormAnswers *answers, const char *code)
{
  const GPtrArray *registry = answers->plan->registry;
  const BvUnit *known = g_hash_table_lookup (answers->plan->units, code);

  for (guint i = 0; known == NULL && registry != NULL && i < registry->len; i++)
    {
      BvUnit *unit = g_ptr_array_index (registry, i);

      if (!g_str_equal (unit->code, code) || !bv_unit_is_valid_on (unit, answers->plan->campaign->starts))
        continue;
      g_hash_table_insert (answers->plan->units, unit->code, unit);
      known = unit;
    }
  return known;
}

/**
 * bv_form_answers_put_forward:
 * @answers: a sheet that came back
 * @unit: a code
 * @person: (nullable): the name of whom the unit puts forward; %NULL: the unit itself
 *
 * Returns: (transfer none): a new nominee of the plan, in the group of the sheet
 */
BvNominee *
bv_form_answers_put_forward (const BvFormAnswers *answers, const char *unit, const char *person)
{
  BvNominee *nominee = bv_record_new (&bv_nominee_entity);
  const BvUnit *whole = find_unit (answers, unit);

  g_free (nominee->key);
  nominee->key = find_free_key (answers, person != NULL ? person : whole != NULL ? whole->name : unit);
  g_free (nominee->group);
  nominee->group = g_strdup (answers->group->key);
  g_free (nominee->unit);
  nominee->unit = g_strdup (unit);
  if (person != NULL)
    {
      nominee->person = bv_record_new (&bv_person_entity);
      g_free (nominee->person->name);
      nominee->person->name = g_strdup (person);
    }
  bv_nominee_enter (nominee, answers->group);
  bv_plan_mark_touch (answers->plan, nominee->key);
  g_hash_table_insert (answers->plan->after, nominee->key, nominee);
  g_ptr_array_add (answers->plan->added, nominee);
  return nominee;
}

static void
add_persons (const BvFormAnswers *answers, const GPtrArray *nominees, BvPersonMatcher *persons)
{
  for (guint i = 0; i < nominees->len; i++)
    if (g_str_equal (((BvNominee *) g_ptr_array_index (nominees, i))->group, answers->group->key))
      bv_person_matcher_add (persons, g_ptr_array_index (nominees, i));
}

/**
 * bv_form_answers_know_persons:
 * @answers: a sheet that came back
 *
 * Returns: (transfer full): what finds those who were put forward in its group already, here or in another
 * file of the plan
 */
BvPersonMatcher *
bv_form_answers_know_persons (const BvFormAnswers *answers)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  BvPersonMatcher *persons = bv_person_matcher_new (none);

  add_persons (answers, answers->plan->campaign->nominees, persons);
  add_persons (answers, answers->plan->added, persons);
  return persons;
}
