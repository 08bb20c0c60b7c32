/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/recognise/free-table.h"

#include <glib/gi18n-lib.h>

#define QUESTIONS_MOST 200 /* of a file: where there are more, its columns were not understood */

static gboolean
has (const BvFreeTable *table, BvIntakeField field)
{
  return bv_free_table_find_column (table, field) != G_MAXUINT;
}

/**
 * bv_free_rows_put_forward:
 * @table: a table
 *
 * Returns: whether it puts forward, as a list does; a table of points alone is about those who are put
 * forward already
 */
gboolean
bv_free_rows_put_forward (const BvFreeTable *table)
{
  static const BvIntakeField fields[]
    = { BV_INTAKE_FIELD_BORN,      BV_INTAKE_FIELD_GENDER,      BV_INTAKE_FIELD_POSITION,
        BV_INTAKE_FIELD_WORKPLACE, BV_INTAKE_FIELD_ACHIEVEMENT, BV_INTAKE_FIELD_OFFICE,
        BV_INTAKE_FIELD_AWARD };

  const BvPaste *paste = bv_free_table_get_paste (table);

  if (paste != NULL)
    return paste->kind == BV_PASTE_NOMINEES;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (has (table, fields[i]))
      return TRUE;
  return table->fitting->len == 0;
}

/**
 * bv_free_rows_take_turn:
 * @table: a table
 * @row: one of its rows
 * @nominee: whom it is about
 *
 * Returns: whether the nominee stands in the table for the first time; else that is asked
 */
gboolean
bv_free_rows_take_turn (const BvFreeTable *table, const BvFreeRow *row, const BvNominee *nominee)
{
  if (g_hash_table_add (table->answers.rows, g_strdup (nominee->key)))
    return TRUE;
  bv_form_answers_add (&table->answers, &(BvFormPlace){ row->row, nominee, row->name }, row->column,
                       BV_PLANNED_ASKED, _ ("it stands in the sheet twice: leave one of both rows"));
  return FALSE;
}

static void
take_points (BvFreeTable *table, const BvFreeRow *row, const BvFormPlace *place)
{
  const char *field;

  for (guint i = 0; i < table->answers.header->columns->len; i++)
    {
      const BvHeaderColumn *column = &g_array_index (table->answers.header->columns, BvHeaderColumn, i);

      if (column->meaning.criterion == NULL
          || *bv_intake_table_get_text (table->answers.table, row->row, column->column) == '\0')
        continue;
      if (bv_free_points_find (table, row, &field))
        bv_form_answers_take_leaves (&table->answers, place, field);
      return;
    }
}

static void
take_rank (const BvFreeTable *table, const BvFormPlace *place)
{
  const BvUnit *unit = g_hash_table_lookup (table->answers.plan->units, place->nominee->unit);
  guint column = bv_free_table_find_column (table, BV_INTAKE_FIELD_RANK);

  if (column != G_MAXUINT && unit != NULL && table->owner != NULL
      && table->answers.group->assessed_by == BV_ASSESSED_BY_PARENT
      && g_strcmp0 (unit->parent, table->owner->code) == 0)
    bv_form_answers_take_field (&table->answers, place, column, "parent_rank");
}

/**
 * bv_free_rows_take_common:
 * @table: a table
 * @row: one of its rows
 * @place: the same, with whom it is about
 *
 * Plans what rows about units and persons have in common: achievements, points and documents.
 */
void
bv_free_rows_take_common (BvFreeTable *table, const BvFreeRow *row, const BvFormPlace *place)
{
  const BvPaste *paste = bv_free_table_get_paste (table);
  guint evidence = bv_free_table_find_column (table, BV_INTAKE_FIELD_EVIDENCE);
  guint achievement = bv_free_table_find_column (table, BV_INTAKE_FIELD_ACHIEVEMENT);

  if (paste != NULL && paste->kind == BV_PASTE_VOTES)
    {
      bv_free_votes_take (table, row, place);
      return;
    }
  if (achievement != G_MAXUINT)
    bv_form_answers_take_field (&table->answers, place, achievement, "summary");
  take_points (table, row, place);
  if (evidence != G_MAXUINT)
    bv_form_answers_take_documents (&table->answers, place, evidence, NULL);
}

/**
 * bv_free_rows_note_new:
 * @table: a table
 * @row: one of its rows
 * @nominee: who was put forward because of it
 */
void
bv_free_rows_note_new (const BvFreeTable *table, const BvFreeRow *row, const BvNominee *nominee)
{
  bv_form_answers_add (&table->answers, &(BvFormPlace){ row->row, nominee, row->name }, row->column,
                       BV_PLANNED_NEW, NULL)
    ->after
    = g_strdup (row->name);
}

/**
 * bv_free_rows_note_same:
 * @table: a table
 * @row: one of its rows
 * @nominee: whom it is about, and who was put forward before
 *
 * Whoever pastes a list of names learns who was there.
 */
void
bv_free_rows_note_same (const BvFreeTable *table, const BvFreeRow *row, const BvNominee *nominee)
{
  const BvPaste *paste = bv_free_table_get_paste (table);

  if (paste != NULL && paste->kind == BV_PASTE_NOMINEES)
    bv_form_answers_add (&table->answers, &(BvFormPlace){ row->row, nominee, row->name }, row->column,
                         BV_PLANNED_SAME, NULL)
      ->after
      = g_strdup (row->name);
}

static gboolean
was_withdrawn (const BvFreeTable *table, const BvFreeRow *row)
{
  const GPtrArray *nominees = table->answers.plan->campaign->nominees;

  for (guint i = 0; i < nominees->len; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (nominees, i);

      if (nominee->withdrawn && nominee->person == NULL && g_str_equal (nominee->group, row->group->key)
          && g_str_equal (nominee->unit, row->unit->code))
        return TRUE;
    }
  return FALSE;
}

static const BvNominee *
find_collective (const BvFreeTable *table, const BvFreeRow *row)
{
  guint n_found;
  const BvNominee *nominee = bv_form_answers_find_nominee (&table->answers, row->unit->code, NULL, &n_found);

  if (n_found == 1)
    {
      bv_free_rows_note_same (table, row, nominee);
      return nominee;
    }
  if (n_found > 1)
    bv_form_answers_add (&table->answers, &(BvFormPlace){ row->row, NULL, row->name }, row->column,
                         BV_PLANNED_ASKED,
                         _ ("the unit is put forward several times in this group: withdraw all but one"));
  else if (was_withdrawn (table, row))
    bv_free_table_refuse (table, row,
                          _ ("it was put forward in this group and withdrawn: take that back first"));
  else if (!bv_free_rows_put_forward (table))
    bv_free_table_refuse (table, row, _ ("it is not put forward in this group: put it forward first"));
  else
    {
      nominee = bv_form_answers_put_forward (&table->answers, row->unit->code, NULL);
      bv_free_rows_note_new (table, row, nominee);
      return nominee;
    }
  return NULL;
}

static void
take_collective (BvFreeTable *table, BvFreeRow *row)
{
  g_autofree char *code = bv_free_table_read (table, row->row, BV_INTAKE_FIELD_CODE);
  const BvNominee *nominee;

  if (!bv_free_unit_find (table, row, code, row->name) || !bv_free_group_find (table, row))
    return;
  nominee = find_collective (table, row);
  if (nominee != NULL && bv_free_rows_take_turn (table, row, nominee))
    {
      const BvFormPlace place = { row->row, nominee, row->name };

      bv_free_rows_take_common (table, row, &place);
      take_rank (table, &place);
    }
}

/* What waits for a choice between two values was understood. */
static guint
count_asked (const BvPlannedFile *file)
{
  guint n = 0;

  for (guint i = 0; i < file->questions->len; i++)
    n += g_array_index (file->questions, BvPlannedQuestion, i).question->kind != BV_ASKED_CONFLICT;
  return n;
}

/* Who the row is about, in the first column that says it. */
static char *
name_row (const BvFreeTable *table, BvFreeRow *row)
{
  static const BvIntakeField fields[]
    = { BV_INTAKE_FIELD_PERSON, BV_INTAKE_FIELD_NAME, BV_INTAKE_FIELD_UNIT, BV_INTAKE_FIELD_CODE };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *name = bv_free_table_read (table, row->row, fields[i]);

      if (*name == '\0')
        continue;
      row->column = bv_free_table_find_column (table, fields[i]);
      return g_steal_pointer (&name);
    }
  return g_strdup ("");
}

/* Who is put forward already may be named by the key, as verbs do. */
static gboolean
take_keyed (BvFreeTable *table, BvFreeRow *row)
{
  const BvPaste *paste = bv_free_table_get_paste (table);
  const BvCampaign *campaign = table->answers.plan->campaign;
  const BvNominee *nominee = paste != NULL && paste->kind != BV_PASTE_NOMINEES
                               ? bv_record_find (campaign->nominees, row->name)
                               : NULL;
  const BvFormPlace place = { row->row, nominee, row->name };

  if (nominee == NULL || nominee->withdrawn
      || (paste->group != NULL && !g_str_equal (paste->group, nominee->group)))
    return FALSE;
  row->unit = g_hash_table_lookup (table->answers.plan->units, nominee->unit);
  bv_free_group_set (table, row, bv_record_find (campaign->groups, nominee->group));
  if (bv_free_rows_take_turn (table, row, nominee))
    bv_free_rows_take_common (table, row, &place);
  return TRUE;
}

static void
take_row (BvFreeTable *table, const BvIntakeRow *read)
{
  BvFreeRow row = { read->row, read->subject, 0, NULL, NULL, NULL };
  g_autofree char *name = name_row (table, &row);

  row.name = name;
  if (bv_form_answers_doubt (&table->answers, row.row, row.name))
    return;
  if (*row.name == '\0')
    bv_free_table_refuse (table, &row, _ ("the row names nobody: write who is meant"));
  else if (count_asked (table->answers.planned) >= QUESTIONS_MOST)
    {
      bv_form_answers_note_unknown (&table->answers);
      bv_form_answers_add (
        &table->answers, &(BvFormPlace){ row.row, NULL, row.name }, row.column, BV_PLANNED_ASKED,
        _ ("too much of the file is asked: answer that first, or say what its columns hold"));
    }
  else if (!take_keyed (table, &row) && bv_free_subject_find (table, &row))
    (row.subject == BV_INTAKE_OF_COLLECTIVES ? take_collective : bv_free_persons_take) (table, &row);
}

/* The group in which a unit answers for itself. */
static gboolean
find_own_group (BvFreeTable *table)
{
  const BvIntakeRow *first = &g_array_index (table->rows, BvIntakeRow, 0);
  BvFreeRow row = { first->row, BV_INTAKE_OF_COLLECTIVES, 0, "", NULL, NULL };

  for (guint i = 0; i < table->rows->len; i++)
    if (g_array_index (table->rows, BvIntakeRow, i).kind == BV_INTAKE_ROW_DATA)
      {
        row.row = g_array_index (table->rows, BvIntakeRow, i).row;
        break;
      }
  if (!bv_free_owner_need (table, &row))
    return FALSE;
  row.unit = table->owner;
  row.name = table->owner->name;
  if (!bv_free_group_find (table, &row))
    return FALSE;
  table->answers.rules = bv_free_columns_get_rules (table, row.group);
  return TRUE;
}

/**
 * bv_free_rows_take:
 * @table: a table whose titles and owner were looked for
 *
 * Plans what is to become of its rows.
 */
void
bv_free_rows_take (BvFreeTable *table)
{
  if (bv_intake_rows_count (table->rows, BV_INTAKE_ROW_DATA) == 0)
    return;
  if (table->answers.header->subject == BV_INTAKE_OF_CRITERIA)
    {
      if (find_own_group (table))
        bv_form_answers_take_self (&table->answers, table->rows);
      return;
    }
  for (guint i = 0; i < table->rows->len; i++)
    {
      const BvIntakeRow *row = &g_array_index (table->rows, BvIntakeRow, i);

      if (row->kind != BV_INTAKE_ROW_DATA)
        continue;
      if (!bv_form_answers_go_on (&table->answers, row->row))
        return;
      take_row (table, row);
    }
}
