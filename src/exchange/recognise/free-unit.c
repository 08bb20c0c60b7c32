/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/form/assessor.h"
#include "core/intake/intake-words.h"
#include "core/text/names.h"
#include "exchange/recognise/free-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has_children (const BvFreeTable *table, const BvUnit *unit)
{
  const GPtrArray *registry = table->answers.plan->registry != NULL ? table->answers.plan->registry
                                                                    : table->answers.plan->campaign->units;

  for (guint i = 0; i < registry->len; i++)
    {
      const BvUnit *other = g_ptr_array_index (registry, i);

      if (g_strcmp0 (other->parent, unit->code) == 0
          && bv_unit_is_valid_on (other, table->answers.plan->campaign->starts))
        return TRUE;
    }
  return FALSE;
}

static const BvUnit *
find_code (const BvFreeTable *table, const char *code)
{
  g_autoptr (BvUnitMatch) match = bv_unit_match_find (table->answers.units, code, NULL, NULL);

  return match->state == BV_UNIT_MATCH_CERTAIN && g_str_equal (match->unit->code, code) ? match->unit : NULL;
}

static void
offer_units (const BvFreeTable *table, const BvUnitMatch *match, BvIntakeQuestion *question)
{
  for (guint i = 0; i < match->candidates->len; i++)
    {
      const BvUnitCandidate *candidate = &g_array_index (match->candidates, BvUnitCandidate, i);
      const BvUnit *parent = candidate->unit->parent != NULL
                               ? g_hash_table_lookup (table->answers.plan->units, candidate->unit->parent)
                               : NULL;
      g_autofree char *title = parent != NULL
                                 ? g_strdup_printf ("%s, %s", candidate->unit->name, parent->name)
                                 : g_strdup (candidate->unit->name);

      bv_intake_question_offer (question, candidate->unit->code, title,
                                bv_unit_reason_title (candidate->reason));
    }
}

/* Both the code and the name have to say the same, where both say something. */
static BvUnitMatch *
match_both (const BvFreeTable *table, const char *code, const char *text, const char *hint, char **said)
{
  g_autoptr (BvUnitMatch) by_code
    = *code != '\0' ? bv_unit_match_find (table->answers.units, code, NULL, NULL) : NULL;
  BvUnitMatch *by_name = *text != '\0' ? bv_unit_match_find (table->answers.units, text, hint, NULL) : NULL;
  gboolean is_coded = by_code != NULL && by_code->state == BV_UNIT_MATCH_CERTAIN;

  *said = g_strdup (*text != '\0' ? text : code);
  if (!is_coded)
    return by_name != NULL ? by_name : g_steal_pointer (&by_code);
  if (by_name == NULL || by_name->unit == by_code->unit)
    {
      bv_unit_match_free (by_name);
      return g_steal_pointer (&by_code);
    }
  for (guint i = 0; i < by_name->candidates->len; i++)
    if (g_array_index (by_name->candidates, BvUnitCandidate, i).unit == by_code->unit)
      {
        bv_unit_match_free (by_name);
        return g_steal_pointer (&by_code);
      }
  g_free (*said);
  *said = g_strdup_printf ("%s %s", code, text);
  g_array_append_val (by_name->candidates, ((BvUnitCandidate){ by_code->unit, 90, BV_UNIT_BY_CODE }));
  if (by_name->state == BV_UNIT_MATCH_CERTAIN)
    g_array_append_val (by_name->candidates, ((BvUnitCandidate){ by_name->unit, 90, by_name->reason }));
  by_name->state = BV_UNIT_MATCH_ASKED;
  by_name->unit = NULL;
  return by_name;
}

/**
 * bv_free_unit_find:
 * @table: a table
 * @row: one of its rows
 * @code: what its column of codes says; empty: nothing
 * @text: what names the unit; empty: nothing
 *
 * Returns: whether it is known which unit is meant; else that is asked, or was answered with that the row is
 * left out
 */
gboolean
bv_free_unit_find (const BvFreeTable *table, BvFreeRow *row, const char *code, const char *text)
{
  const char *hint = table->owner != NULL && has_children (table, table->owner) ? table->owner->code : NULL;
  g_autofree char *said = NULL;
  g_autofree char *key = NULL;
  g_autoptr (BvUnitMatch) match = match_both (table, code, text, hint, &said);
  BvIntakeQuestion *question;
  const char *answer;

  key = bv_unit_match_key (said);
  answer
    = bv_intake_questions_find (table->answers.plan->questions, BV_ASKED_UNIT, hint != NULL ? hint : "", key);
  if (answer != NULL && g_str_equal (answer, BV_ANSWER_LEAVE_OUT))
    {
      bv_free_table_leave_out (table, row->row);
      return FALSE;
    }
  row->unit = answer != NULL ? find_code (table, answer) : NULL;
  if (row->unit == NULL && match->state == BV_UNIT_MATCH_CERTAIN)
    row->unit = match->unit;
  if (row->unit != NULL)
    return TRUE;
  bv_form_answers_note_unknown (&table->answers);
  question = bv_intake_questions_ask (table->answers.plan->questions, BV_ASKED_UNIT, hint != NULL ? hint : "",
                                      key, said);
  offer_units (table, match, question);
  bv_free_table_ask (table, row, question,
                     _ ("which unit is meant is not certain: say it, or write its code"));
  return FALSE;
}

/**
 * bv_free_subject_find:
 * @table: a table
 * @row: one of its rows
 *
 * Returns: whether it is known whether the row is about a person or a unit; else that is asked
 */
gboolean
bv_free_subject_find (const BvFreeTable *table, BvFreeRow *row)
{
  BvIntakeQuestions *questions = table->answers.plan->questions;
  g_autofree char *said = bv_unit_name_key (row->name);
  g_autoptr (BvUnitMatch) match = NULL;
  BvIntakeQuestion *question;
  const char *answer;

  if (row->subject == BV_INTAKE_OF_COLLECTIVES || row->subject == BV_INTAKE_OF_INDIVIDUALS)
    return TRUE;
  match = bv_unit_match_find (table->answers.units, row->name, NULL, NULL);
  answer = bv_intake_questions_find (questions, BV_ASKED_SUBJECT, "", said);
  if (match->state == BV_UNIT_MATCH_CERTAIN || g_strcmp0 (answer, "unit") == 0)
    row->subject = BV_INTAKE_OF_COLLECTIVES;
  else if (g_strcmp0 (answer, "person") == 0)
    row->subject = BV_INTAKE_OF_INDIVIDUALS;
  else if (g_strcmp0 (answer, BV_ANSWER_LEAVE_OUT) == 0)
    {
      bv_free_table_leave_out (table, row->row);
      return FALSE;
    }
  else
    {
      bv_form_answers_note_unknown (&table->answers);
      question = bv_intake_questions_ask (questions, BV_ASKED_SUBJECT, "", said, row->name);
      bv_intake_question_offer (question, "person", _ ("a person"), NULL);
      bv_intake_question_offer (question, "unit", _ ("a unit"), NULL);
      bv_free_table_ask (table, row, question, _ ("whether it is a person or a unit is not said"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
offers_type (const BvGroup *group, const BvUnit *unit)
{
  if (group->unit_types == NULL || *group->unit_types == NULL)
    return TRUE;
  for (char **type = group->unit_types; *type != NULL; type++)
    if (bv_unit_name_equal (*type, unit->type != NULL ? unit->type : ""))
      return TRUE;
  return FALSE;
}

static gboolean
has_nominee (const BvFreeTable *table, const BvGroup *group, const BvUnit *unit)
{
  const GPtrArray *nominees = table->answers.plan->campaign->nominees;

  for (guint i = 0; i < nominees->len; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (nominees, i);

      if (!nominee->withdrawn && nominee->person == NULL && g_str_equal (nominee->group, group->key)
          && g_str_equal (nominee->unit, unit->code))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_called (const BvGroup *group, const char *text)
{
  return bv_unit_name_equal (group->name, text) || g_str_equal (group->key, text);
}

/* The groups in which the row may be, from what says most; only one left is the one. */
static GPtrArray *
list_groups (const BvFreeTable *table, const BvFreeRow *row)
{
  const GPtrArray *groups = table->answers.plan->campaign->groups;
  g_autofree char *said = bv_free_table_read (table, row->row, BV_INTAKE_FIELD_GROUP);
  gboolean of_persons = row->subject == BV_INTAKE_OF_INDIVIDUALS;
  GPtrArray *found = g_ptr_array_new ();

  for (guint step = 0; step < 3 && found->len == 0; step++)
    for (guint i = 0; i < groups->len; i++)
      {
        BvGroup *group = g_ptr_array_index (groups, i);

        if ((group->kind == BV_GROUP_INDIVIDUAL) != of_persons
            || (table->fitting->len > 0 && !g_ptr_array_find (table->fitting, group, NULL)))
          continue;
        if ((step == 0 && *said != '\0' && is_called (group, said))
            || (step == 1 && !of_persons && has_nominee (table, group, row->unit))
            || (step == 2 && offers_type (group, row->unit)))
          g_ptr_array_add (found, group);
      }
  return found;
}

static void
ask_group (const BvFreeTable *table, const BvFreeRow *row, const char *said, const GPtrArray *groups)
{
  BvIntakeQuestion *question = bv_intake_questions_ask (table->answers.plan->questions, BV_ASKED_GROUP,
                                                        bv_free_table_get_scope (table), said, said);

  for (guint i = 0; i < groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (groups, i);

      bv_intake_question_offer (question, group->key, group->name, NULL);
    }
  bv_free_table_ask (table, row, question, _ ("in which group it is put forward is not said"));
}

/* What was answered, where it is one of @groups. */
static const BvGroup *
find_answered (const GPtrArray *groups, const char *answer)
{
  for (guint i = 0; answer != NULL && i < groups->len; i++)
    if (g_str_equal (((BvGroup *) g_ptr_array_index (groups, i))->key, answer))
      return g_ptr_array_index (groups, i);
  return NULL;
}

/* Whoever pastes says it. */
static const BvGroup *
take_said_group (const BvFreeTable *table, const BvFreeRow *row)
{
  const BvGroup *group
    = bv_record_find (table->answers.plan->campaign->groups, bv_free_table_get_paste (table)->group);
  gboolean of_persons = row->subject == BV_INTAKE_OF_INDIVIDUALS;

  if (group != NULL && (group->kind == BV_GROUP_INDIVIDUAL) == of_persons)
    return group;
  bv_free_table_refuse (table, row,
                        of_persons
                          ? _ ("it is a person, and the group is one of units: choose another group")
                          : _ ("it is a unit, and the group is one of persons: choose another group"));
  return NULL;
}

static const BvGroup *
choose_group (const BvFreeTable *table, const BvFreeRow *row)
{
  gboolean of_persons = row->subject == BV_INTAKE_OF_INDIVIDUALS;
  g_autoptr (GPtrArray) groups = list_groups (table, row);
  g_autofree char *said
    = of_persons ? g_strdup ("person") : bv_unit_name_key (row->unit->type != NULL ? row->unit->type : "");
  const BvPaste *paste = bv_free_table_get_paste (table);
  const char *answer;
  const BvGroup *group;

  if (paste != NULL && paste->group != NULL)
    return take_said_group (table, row);
  if (groups->len == 1)
    return g_ptr_array_index (groups, 0);
  answer = bv_intake_questions_find (table->answers.plan->questions, BV_ASKED_GROUP,
                                     bv_free_table_get_scope (table), said);
  group = find_answered (groups, answer);
  if (groups->len == 0)
    bv_free_table_refuse (table, row,
                          of_persons ? _ ("the campaign has no group of persons for it: make one first")
                                     : _ ("the campaign has no group for units of its type: make one first"));
  else if (g_strcmp0 (answer, BV_ANSWER_LEAVE_OUT) == 0)
    bv_free_table_leave_out (table, row->row);
  else if (group == NULL)
    ask_group (table, row, said, groups);
  return group;
}

/**
 * bv_free_group_set:
 * @table: a table
 * @row: one of its rows
 * @group: in which it is; from now on that of the table
 */
void
bv_free_group_set (BvFreeTable *table, BvFreeRow *row, const BvGroup *group)
{
  row->group = group;
  table->answers.group = group;
  if (table->fitting->len > 0)
    table->answers.header = bv_free_columns_get (table, group);
}

/**
 * bv_free_group_find:
 * @table: a table
 * @row: one of its rows, whose unit is known
 *
 * Returns: whether it is known in which group it is, which is that of the table from now on; else that is
 * asked
 */
gboolean
bv_free_group_find (BvFreeTable *table, BvFreeRow *row)
{
  const BvGroup *group = choose_group (table, row);

  if (group != NULL)
    bv_free_group_set (table, row, group);
  return group != NULL;
}

static gboolean
is_points (const char *answer)
{
  static const char *const names[] = { "self", "verified", "final", NULL };

  return answer != NULL && g_strv_contains (names, answer);
}

static void
ask_points (const BvFreeTable *table, const BvFreeRow *row)
{
  BvIntakeQuestion *question = bv_intake_questions_ask (table->answers.plan->questions, BV_ASKED_POINTS,
                                                        bv_free_table_get_scope (table), table->layout,
                                                        bv_intake_table_get_name (table->answers.table));

  bv_intake_question_offer (question, "self", _ ("those that the units say of themselves"), NULL);
  bv_intake_question_offer (question, "verified", _ ("those of who assesses them"), NULL);
  bv_intake_question_offer (question, "final", _ ("those that were decided"), NULL);
  bv_free_table_ask (table, row, question, _ ("whose points these are is not said"));
}

/**
 * bv_free_points_find:
 * @table: a table with points
 * @row: one of its rows
 * @field: (out): which of an assessment's they are
 *
 * Who gives points is checked where a table says it; whoever takes it in may say that they are the office's.
 *
 * Returns: whether it is known whose points they are; else that is asked or refused, or was answered with
 * that they are left out
 */
gboolean
bv_free_points_find (BvFreeTable *table, const BvFreeRow *row, const char **field)
{
  const BvPaste *paste = bv_free_table_get_paste (table);
  const char *answer = NULL;

  *field = paste != NULL ? paste->points : NULL;
  if (*field != NULL)
    return TRUE;
  *field = table->points;
  if (*field == NULL && table->owner != NULL)
    *field = table->owner == row->unit || row->subject == BV_INTAKE_OF_INDIVIDUALS ? "self" : "verified";
  if (*field == NULL)
    {
      answer = bv_intake_questions_find (table->answers.plan->questions, BV_ASKED_POINTS,
                                         bv_free_table_get_scope (table), table->layout);
      *field = is_points (answer) ? answer : NULL;
      table->answers.is_of_office = table->answers.is_of_office || *field != NULL;
    }
  if (*field == NULL && g_strcmp0 (answer, BV_ANSWER_LEAVE_OUT) == 0)
    {
      bv_free_table_leave_out (table, row->row);
      return FALSE;
    }
  if (*field == NULL)
    ask_points (table, row);
  else if (g_str_equal (*field, "self") && !bv_free_owner_covers (table, row->unit))
    bv_free_table_refuse (table, row, _ ("whose list it is does not say the points of that unit"));
  else
    return TRUE;
  return FALSE;
}
