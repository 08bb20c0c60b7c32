/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/intake-words.h"
#include "core/intake/typed-value.h"
#include "core/intake/typed-words.h"
#include "core/text/tidy.h"
#include "core/text/vietnamese.h"
#include "exchange/recognise/free-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has (const BvFreeTable *table, BvIntakeField field)
{
  return bv_free_table_find_column (table, field) != G_MAXUINT;
}

static const BvIntakeCell *
get_cell (const BvFreeTable *table, guint row, BvIntakeField field)
{
  guint column = bv_free_table_find_column (table, field);

  return column != G_MAXUINT ? bv_intake_table_get_cell (table->answers.table, row, column) : NULL;
}

/* Of two columns, one for men and one for women, the one that is filled in. */
static const BvIntakeCell *
get_birth (const BvFreeTable *table, guint row)
{
  static const BvIntakeField fields[]
    = { BV_INTAKE_FIELD_BORN, BV_INTAKE_FIELD_BORN_MALE, BV_INTAKE_FIELD_BORN_FEMALE };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const BvIntakeCell *cell = get_cell (table, row, fields[i]);

      if (cell != NULL && *cell->text != '\0')
        return cell;
    }
  return NULL;
}

static gint64
read_birth (const BvFreeTable *table, guint row)
{
  const BvIntakeCell *cell = get_birth (table, row);
  g_autoptr (BvRecord) person = bv_record_new (&bv_person_entity);

  if (cell == NULL)
    return BV_NONE;
  bv_typed_value_read (bv_entity_find_field (&bv_person_entity, "born"), cell, person, NULL);
  return ((BvPerson *) person)->born;
}

static BvPersonMatcher *
get_persons (const BvFreeTable *table, const BvGroup *group)
{
  BvPersonMatcher *persons = g_hash_table_lookup (table->persons, group->key);

  if (persons == NULL)
    {
      persons = bv_form_answers_know_persons (&table->answers);
      g_hash_table_insert (table->persons, group->key, persons);
    }
  return persons;
}

static char *
write_person (const BvFreeRow *row, gint64 born)
{
  g_autofree char *name = bv_vietnamese_same_key (row->name);

  return born != BV_NONE ? g_strdup_printf ("%s|%s|%" G_GINT64_FORMAT, name, row->unit->code, born)
                         : g_strdup_printf ("%s|%s", name, row->unit->code);
}

static void
ask_person (const BvFreeTable *table, const BvFreeRow *row, const char *said, const BvPersonMatch *match)
{
  BvIntakeQuestion *question = bv_intake_questions_ask (table->answers.plan->questions, BV_ASKED_PERSON,
                                                        bv_free_table_get_scope (table), said, row->name);

  for (guint i = 0; i < match->candidates->len; i++)
    {
      const BvPersonCandidate *candidate = &g_array_index (match->candidates, BvPersonCandidate, i);
      g_autofree char *unit = bv_campaign_name_unit (table->answers.plan->campaign, candidate->nominee->unit);
      g_autofree char *title = g_strdup_printf ("%s, %s", candidate->nominee->person->name, unit);

      bv_intake_question_offer (question, candidate->nominee->key, title,
                                bv_person_match_reason_title (candidate->reason));
    }
  bv_intake_question_offer (question, "new", _ ("somebody else, who is not put forward yet"), NULL);
  bv_free_table_ask (
    table, row, question,
    _ ("somebody of that name, or nearly, is put forward already: say whether it is the same"));
}

static const BvNominee *
put_person_forward (const BvFreeTable *table, const BvFreeRow *row)
{
  const BvNominee *nominee = bv_form_answers_put_forward (&table->answers, row->unit->code, row->name);

  bv_person_matcher_add (get_persons (table, row->group), nominee);
  bv_free_rows_note_new (table, row, nominee);
  return nominee;
}

static const BvNominee *
find_key (const BvPersonMatch *match, const char *key)
{
  for (guint i = 0; i < match->candidates->len; i++)
    if (g_str_equal (g_array_index (match->candidates, BvPersonCandidate, i).nominee->key, key))
      return g_array_index (match->candidates, BvPersonCandidate, i).nominee;
  return NULL;
}

/* As somebody said; what makes no sense is asked again. */
static const BvNominee *
find_answered (const BvFreeTable *table, const BvFreeRow *row, const BvPersonMatch *match, const char *said)
{
  BvIntakeQuestions *questions = table->answers.plan->questions;
  const char *scope = bv_free_table_get_scope (table);
  const char *answer = bv_intake_questions_find (questions, BV_ASKED_PERSON, scope, said);
  const BvNominee *nominee = NULL;

  if (g_strcmp0 (answer, BV_ANSWER_LEAVE_OUT) == 0)
    {
      bv_free_table_leave_out (table, row->row);
      return NULL;
    }
  if (g_strcmp0 (answer, "new") == 0)
    {
      nominee = put_person_forward (table, row);
      bv_intake_questions_settle (questions, BV_ASKED_PERSON, scope, said, nominee->key);
    }
  else if (answer != NULL)
    nominee = find_key (match, answer);
  if (nominee == NULL)
    ask_person (table, row, said, match);
  return nominee;
}

static const BvNominee *
find_person (const BvFreeTable *table, const BvFreeRow *row)
{
  gint64 born = read_birth (table, row->row);
  g_autoptr (BvPersonMatch) match = bv_person_match_find (get_persons (table, row->group),
                                                          &(BvPersonRow){ row->name, born, row->unit->code });
  g_autofree char *said = write_person (row, born);

  switch (match->state)
    {
    case BV_PERSON_MATCH_SAME:
      bv_free_rows_note_same (table, row, match->nominee);
      return match->nominee;
    case BV_PERSON_MATCH_ASKED:
      return find_answered (table, row, match, said);
    case BV_PERSON_MATCH_NEW:
    default:
      bv_form_answers_note_unknown (&table->answers);
      if (bv_free_rows_put_forward (table))
        return put_person_forward (table, row);
      bv_free_table_refuse (table, row, _ ("it is not put forward in this group: put it forward first"));
      return NULL;
    }
}

static gboolean
is_marked (const BvFreeTable *table, guint row, BvIntakeField field)
{
  g_autofree char *text = bv_free_table_read (table, row, field);
  g_autofree char *key = bv_typed_words_key (text);

  return *key != '\0' && !bv_typed_words_is_nothing (key);
}

/* Where men and women have columns of their own, filling one in says which it is. */
static const char *
read_gender (const BvFreeTable *table, guint row)
{
  gboolean is_man
    = is_marked (table, row, BV_INTAKE_FIELD_MALE) || is_marked (table, row, BV_INTAKE_FIELD_BORN_MALE);
  gboolean is_woman
    = is_marked (table, row, BV_INTAKE_FIELD_FEMALE) || is_marked (table, row, BV_INTAKE_FIELD_BORN_FEMALE);

  if (is_man == is_woman)
    return NULL;
  return is_man ? "Nam" : "Nữ";
}

/* Position and unit stand in one column: “Chuyên viên, Sở Y tế”. */
typedef struct
{
  char *position;
  char *unit;
} Workplace;

static void
workplace_clear (Workplace *workplace)
{
  g_free (workplace->position);
  g_free (workplace->unit);
}

static Workplace
read_workplace (const BvFreeTable *table, guint row)
{
  guint column = bv_free_table_find_column (table, BV_INTAKE_FIELD_WORKPLACE);
  g_autofree char *text
    = bv_tidy_lines (column != G_MAXUINT ? bv_intake_table_get_text (table->answers.table, row, column) : "");
  static const char *const separators[] = { "\n", ", ", " - ", " – ", "; " };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      char *found = strstr (text, separators[i]);
      g_autofree char *first = found != NULL ? g_strndup (text, found - text) : NULL;
      g_autofree char *key = bv_intake_field_key (first != NULL ? first : "");

      if (found != NULL && !bv_intake_words_are_unit (key))
        return (Workplace){ g_steal_pointer (&first), bv_tidy_line (found + strlen (separators[i])) };
    }
  return (Workplace){ NULL, bv_tidy_line (text) };
}

static void
take_text (const BvFreeTable *table,
           const BvFormPlace *place,
           BvIntakeField column,
           const char *text,
           const char *field)
{
  const BvIntakeCell cell = { bv_free_table_find_column (table, column), BV_INTAKE_TEXT, text, FALSE };

  bv_form_answers_take_cell (&table->answers, place, &cell, field);
}

static void
take_person_fields (const BvFreeTable *table, const BvFreeRow *row, const BvFormPlace *place)
{
  static const struct
  {
    BvIntakeField column;
    const char *field;
  } fields[] = {
    { BV_INTAKE_FIELD_GENDER, "person.gender" },
    { BV_INTAKE_FIELD_POSITION, "person.position" },
    { BV_INTAKE_FIELD_OFFICE, "person.holds_office" },
  };
  const BvIntakeCell *birth = get_birth (table, row->row);
  const char *gender = read_gender (table, row->row);
  Workplace workplace = read_workplace (table, row->row);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (has (table, fields[i].column))
      bv_form_answers_take_field (&table->answers, place, bv_free_table_find_column (table, fields[i].column),
                                  fields[i].field);
  /* A cross says no birth. */
  if (birth != NULL && (has (table, BV_INTAKE_FIELD_BORN) || strpbrk (birth->text, "0123456789") != NULL))
    bv_form_answers_take_cell (&table->answers, place, birth, "person.born");
  if (gender != NULL)
    take_text (table, place,
               is_marked (table, row->row, BV_INTAKE_FIELD_MALE)     ? BV_INTAKE_FIELD_MALE
               : is_marked (table, row->row, BV_INTAKE_FIELD_FEMALE) ? BV_INTAKE_FIELD_FEMALE
               : *gender == 'N' && gender[1] == 'a'                  ? BV_INTAKE_FIELD_BORN_MALE
                                                                     : BV_INTAKE_FIELD_BORN_FEMALE,
               gender, "person.gender");
  if (!has (table, BV_INTAKE_FIELD_POSITION) && workplace.position != NULL)
    take_text (table, place, BV_INTAKE_FIELD_WORKPLACE, workplace.position, "person.position");
  workplace_clear (&workplace);
}

static gboolean
names_unit (const BvFreeTable *table, const char *text)
{
  g_autoptr (BvUnitMatch) match = bv_unit_match_find (table->answers.units, text, NULL, NULL);

  if (match->state != BV_UNIT_MATCH_NONE)
    return TRUE;
  bv_form_answers_note_unknown_once (&table->answers, text);
  return FALSE;
}

/* Who is put forward already is known by the name alone where nobody else has it. */
static gboolean
find_unit_of_named (const BvFreeTable *table, BvFreeRow *row)
{
  const BvPaste *paste = bv_free_table_get_paste (table);
  const GPtrArray *nominees = table->answers.plan->campaign->nominees;
  const BvNominee *found = NULL;
  guint n_found = 0;

  for (guint i = 0; i < nominees->len && paste->kind != BV_PASTE_NOMINEES; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (nominees, i);
      g_autofree char *name = bv_tidy_line (nominee->person != NULL ? nominee->person->name : "");

      if (nominee->withdrawn || (paste->group != NULL && !g_str_equal (nominee->group, paste->group))
          || !g_str_equal (name, row->name))
        continue;
      found = nominee;
      n_found++;
    }
  if (n_found == 1)
    row->unit = g_hash_table_lookup (table->answers.plan->units, found->unit);
  else
    bv_free_table_refuse (table, row,
                          n_found > 1 ? _ ("several persons of that name are put forward: add their units")
                          : paste->kind == BV_PASTE_NOMINEES
                            ? _ ("the unit of the person is not said: add a column with it")
                            : _ ("nobody of that name is put forward: mend the name, or add the unit"));
  return row->unit != NULL;
}

/* A department of a unit is none of the registry: it belongs to whose list it is. */
static gboolean
find_unit_of_person (BvFreeTable *table, BvFreeRow *row)
{
  g_autofree char *text = bv_free_table_read (table, row->row, BV_INTAKE_FIELD_UNIT);
  guint column = bv_free_table_find_column (table, BV_INTAKE_FIELD_UNIT);
  Workplace workplace = read_workplace (table, row->row);
  gboolean is_found;

  if (*text == '\0')
    {
      g_free (text);
      text = g_strdup (workplace.unit);
      column = bv_free_table_find_column (table, BV_INTAKE_FIELD_WORKPLACE);
    }
  workplace_clear (&workplace);
  if (*text != '\0' && (table->owner == NULL || names_unit (table, text)))
    {
      guint name = row->column;

      row->column = column;
      is_found = bv_free_unit_find (table, row, "", text);
      row->column = name;
      return is_found;
    }
  if (bv_free_table_get_paste (table) != NULL)
    return find_unit_of_named (table, row);
  is_found = bv_free_owner_need (table, row);
  row->unit = table->owner;
  return is_found;
}

/**
 * bv_free_persons_take:
 * @table: a table
 * @row: one of its rows, about a person
 *
 * Plans what is to become of it.
 */
void
bv_free_persons_take (BvFreeTable *table, BvFreeRow *row)
{
  const BvNominee *nominee;

  if (!find_unit_of_person (table, row) || !bv_free_group_find (table, row))
    return;
  nominee = find_person (table, row);
  if (nominee != NULL && bv_free_rows_take_turn (table, row, nominee))
    {
      const BvFormPlace place = { row->row, nominee, row->name };

      take_person_fields (table, row, &place);
      bv_free_rows_take_common (table, row, &place);
    }
}
