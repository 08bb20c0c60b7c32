/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/typed-value.h"
#include "core/text/tidy.h"
#include "exchange/intake/form-answers.h"

#include <glib/gi18n-lib.h>

#define NOWHERE G_MAXUINT

static guint
find_column (const BvFormAnswers *answers, BvIntakeField field)
{
  const BvHeaderColumn *column = bv_header_find_field (answers->header, field);

  return column != NULL ? column->column : NOWHERE;
}

/* The column, or the first where the sheet has it no more: what is said of a row has to stand somewhere. */
static guint
show_column (const BvFormAnswers *answers, BvIntakeField field)
{
  guint column = find_column (answers, field);

  return column != NOWHERE ? column : 0;
}

static char *
read_line (const BvFormAnswers *answers, guint row, BvIntakeField field)
{
  guint column = find_column (answers, field);

  return bv_tidy_line (column != NOWHERE ? bv_intake_table_get_text (answers->table, row, column) : "");
}

/* By its title where nothing gives the code: only tables that are no form are so. */
static const BvCriterion *
find_titled (const BvFormAnswers *answers, guint row)
{
  g_autofree char *title = read_line (answers, row, BV_INTAKE_FIELD_CRITERION);

  return answers->rules != NULL ? bv_header_rules_read (answers->rules, title).criterion : NULL;
}

static const BvCriterion *
find_leaf (const BvFormAnswers *answers, const char *code)
{
  g_autoptr (GPtrArray) leaves = bv_group_list_leaves (answers->group);

  for (guint i = 0; i < leaves->len; i++)
    if (g_str_equal (((BvCriterion *) g_ptr_array_index (leaves, i))->code, code))
      return g_ptr_array_index (leaves, i);
  return NULL;
}

static gboolean
is_section (const GPtrArray *criteria, const char *code)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);

      if (!bv_criterion_is_leaf (criterion)
          && (g_str_equal (criterion->code, code) || is_section (criterion->criteria, code)))
        return TRUE;
    }
  return FALSE;
}

static void
take_self_row (const BvFormAnswers *answers, const BvNominee *nominee, guint row)
{
  g_autofree char *code = read_line (answers, row, BV_INTAKE_FIELD_CODE);
  const BvCriterion *leaf = *code != '\0' ? find_leaf (answers, code) : find_titled (answers, row);
  const BvFormPlace place = { row, nominee, *code != '\0' ? code : answers->planned->unit };
  guint evidence = find_column (answers, BV_INTAKE_FIELD_EVIDENCE);
  guint explanation = find_column (answers, BV_INTAKE_FIELD_EXPLANATION);

  if (is_section (answers->group->criteria, code))
    return;
  if (leaf == NULL)
    {
      bv_form_answers_add (
        answers, &place, show_column (answers, BV_INTAKE_FIELD_CODE), BV_PLANNED_REFUSED,
        _ ("the campaign has no criterion of that code: see whether it was changed since the form went out"));
      return;
    }
  if (find_column (answers, BV_INTAKE_FIELD_SELF) != NOWHERE)
    bv_form_answers_take_points (answers, &place, find_column (answers, BV_INTAKE_FIELD_SELF), leaf, "self");
  if (explanation != NOWHERE)
    bv_form_answers_take_points (answers, &place, explanation, leaf, "explanation");
  if (evidence != NOWHERE)
    bv_form_answers_take_documents (answers, &place, evidence, leaf);
}

/**
 * bv_form_answers_take_self:
 * @answers: a sheet in which a unit says its own points
 * @rows: of bv_intake_rows_classify()
 */
void
bv_form_answers_take_self (const BvFormAnswers *answers, const GArray *rows)
{
  guint n_found;
  const BvNominee *nominee = bv_form_answers_find_nominee (answers, answers->planned->unit, NULL, &n_found);

  for (guint i = 0; i < rows->len; i++)
    {
      const BvIntakeRow *row = &g_array_index (rows, BvIntakeRow, i);

      if (row->kind != BV_INTAKE_ROW_DATA
          || bv_form_answers_doubt (answers, row->row, answers->planned->unit))
        continue;
      if (n_found == 1)
        take_self_row (answers, nominee, row->row);
      else if (n_found > 1)
        bv_form_answers_add (answers, &(BvFormPlace){ row->row, NULL, answers->planned->unit }, 0,
                             BV_PLANNED_ASKED,
                             _ ("the unit is put forward several times in this group: withdraw all but one"));
      else
        bv_form_answers_add (answers, &(BvFormPlace){ row->row, NULL, answers->planned->unit }, 0,
                             BV_PLANNED_REFUSED,
                             _ ("the unit is not put forward in this group: put it forward first"));
    }
}

static const BvUnit *
match_unit (const BvFormAnswers *answers, const char *code, const char *name)
{
  g_autoptr (BvUnitMatch) match
    = bv_unit_match_find (answers->units, *code != '\0' ? code : name, answers->planned->unit, NULL);

  return match->state == BV_UNIT_MATCH_CERTAIN ? match->unit : NULL;
}

/* Whether the nominee stands in the sheet for the first time. */
static gboolean
take_turn (const BvFormAnswers *answers, const BvFormPlace *place, guint column)
{
  if (g_hash_table_add (answers->rows, g_strdup (place->nominee->key)))
    return TRUE;
  bv_form_answers_add (answers, place, column, BV_PLANNED_ASKED,
                       _ ("it stands in the sheet twice: leave one of both rows"));
  return FALSE;
}

static void
take_rank (const BvFormAnswers *answers, const BvFormPlace *place)
{
  const BvUnit *unit = g_hash_table_lookup (answers->plan->units, place->nominee->unit);
  guint column = find_column (answers, BV_INTAKE_FIELD_RANK);

  if (column != NOWHERE && unit != NULL && answers->group->assessed_by == BV_ASSESSED_BY_PARENT
      && g_strcmp0 (unit->parent, answers->planned->unit) == 0)
    bv_form_answers_take_field (answers, place, column, "parent_rank");
}

static void
take_assessed_row (const BvFormAnswers *answers, guint row)
{
  g_autofree char *code = read_line (answers, row, BV_INTAKE_FIELD_CODE);
  g_autofree char *name = read_line (answers, row, BV_INTAKE_FIELD_UNIT);
  g_autofree char *person = read_line (answers, row, BV_INTAKE_FIELD_PERSON);
  gboolean of_persons = answers->group->kind == BV_GROUP_INDIVIDUAL;
  const BvUnit *unit = match_unit (answers, code, name);
  BvFormPlace place = { row, NULL, *name != '\0' ? name : code };
  guint column = show_column (answers, BV_INTAKE_FIELD_CODE);
  guint n_found = 0;

  if (unit != NULL)
    place.nominee = bv_form_answers_find_nominee (answers, unit->code, of_persons ? person : NULL, &n_found);
  if (unit == NULL)
    {
      bv_form_answers_note_unknown (answers);
      bv_form_answers_add (answers, &place, column, BV_PLANNED_ASKED,
                           _ ("which unit is meant is not certain: write its code"));
    }
  else if (n_found == 0)
    bv_form_answers_add (answers, &place, column, BV_PLANNED_REFUSED,
                         _ ("it is not put forward in this group: put it forward first"));
  else if (n_found > 1)
    bv_form_answers_add (answers, &place, column, BV_PLANNED_ASKED,
                         _ ("several of that name are put forward: enter these points at the nominee"));
  else if (take_turn (answers, &place, column))
    {
      bv_form_answers_take_leaves (answers, &place, "verified");
      take_rank (answers, &place);
    }
}

/**
 * bv_form_answers_take_assessed:
 * @answers: a sheet in which a unit gives others points
 * @rows: of bv_intake_rows_classify()
 */
void
bv_form_answers_take_assessed (const BvFormAnswers *answers, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const BvIntakeRow *row = &g_array_index (rows, BvIntakeRow, i);

      if (row->kind == BV_INTAKE_ROW_DATA && !bv_form_answers_go_on (answers, row->row))
        return;
      if (row->kind == BV_INTAKE_ROW_DATA && !bv_form_answers_doubt (answers, row->row, ""))
        take_assessed_row (answers, row->row);
    }
}

static gint64
read_birth (const BvFormAnswers *answers, guint row)
{
  guint column = find_column (answers, BV_INTAKE_FIELD_BORN);
  const BvIntakeCell *cell
    = column != NOWHERE ? bv_intake_table_get_cell (answers->table, row, column) : NULL;
  g_autoptr (BvRecord) person = bv_record_new (&bv_person_entity);

  if (cell == NULL)
    return BV_NONE;
  bv_typed_value_read (bv_entity_find_field (&bv_person_entity, "born"), cell, person, NULL);
  return ((BvPerson *) person)->born;
}

static void
take_person_fields (const BvFormAnswers *answers, const BvFormPlace *place)
{
  static const struct
  {
    BvIntakeField column;
    const char *field;
  } fields[] = {
    { BV_INTAKE_FIELD_GENDER, "person.gender" },     { BV_INTAKE_FIELD_BORN, "person.born" },
    { BV_INTAKE_FIELD_POSITION, "person.position" }, { BV_INTAKE_FIELD_OFFICE, "person.holds_office" },
    { BV_INTAKE_FIELD_ACHIEVEMENT, "summary" },
  };
  guint evidence = find_column (answers, BV_INTAKE_FIELD_EVIDENCE);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (find_column (answers, fields[i].column) != NOWHERE)
      bv_form_answers_take_field (answers, place, find_column (answers, fields[i].column), fields[i].field);
  bv_form_answers_take_leaves (answers, place, "self");
  if (evidence != NOWHERE)
    bv_form_answers_take_documents (answers, place, evidence, NULL);
}

static void
take_person_row (const BvFormAnswers *answers, BvPersonMatcher *persons, guint row)
{
  g_autofree char *name = read_line (answers, row, BV_INTAKE_FIELD_PERSON);
  g_autoptr (BvPersonMatch) match = bv_person_match_find (
    persons, &(BvPersonRow){ name, read_birth (answers, row), answers->planned->unit });
  BvFormPlace place = { row, match->nominee, name };
  guint column = show_column (answers, BV_INTAKE_FIELD_PERSON);

  if (match->state == BV_PERSON_MATCH_ASKED)
    {
      bv_form_answers_add (
        answers, &place, column, BV_PLANNED_ASKED,
        _ (
          "somebody of that name is put forward already: if it is another, add the person by hand; else mend the name, birth or unit"));
      return;
    }
  if (match->state == BV_PERSON_MATCH_NEW)
    {
      bv_form_answers_note_unknown (answers);
      place.nominee = bv_form_answers_put_forward (answers, answers->planned->unit, name);
      bv_person_matcher_add (persons, place.nominee);
      bv_form_answers_add (answers, &place, column, BV_PLANNED_NEW, NULL)->after = g_strdup (name);
    }
  if (take_turn (answers, &place, column))
    take_person_fields (answers, &place);
}

/* Whoever is named below the titles is meant: a director is no signature, and a name that examples use is
 * somebody's. */
static gboolean
is_person (const BvIntakeRow *row, const char *name)
{
  return *name != '\0' && row->kind != BV_INTAKE_ROW_ABOVE && row->kind != BV_INTAKE_ROW_HEADER
         && row->kind != BV_INTAKE_ROW_NUMBERING;
}

/**
 * bv_form_answers_take_persons:
 * @answers: a sheet in which a unit puts persons forward
 * @rows: of bv_intake_rows_classify()
 */
void
bv_form_answers_take_persons (const BvFormAnswers *answers, const GArray *rows)
{
  g_autoptr (BvPersonMatcher) persons = bv_form_answers_know_persons (answers);

  for (guint i = 0; i < rows->len; i++)
    {
      const BvIntakeRow *row = &g_array_index (rows, BvIntakeRow, i);
      g_autofree char *name = read_line (answers, row->row, BV_INTAKE_FIELD_PERSON);

      if (row->kind == BV_INTAKE_ROW_DATA && !bv_form_answers_go_on (answers, row->row))
        return;
      if (is_person (row, name) && bv_form_answers_doubt (answers, row->row, name))
        continue;
      if (is_person (row, name))
        take_person_row (answers, persons, row->row);
      else if (row->kind == BV_INTAKE_ROW_DATA)
        bv_form_answers_add (answers, &(BvFormPlace){ row->row, NULL, "" }, 0, BV_PLANNED_REFUSED,
                             _ ("the row names nobody: write who is meant"));
    }
}
