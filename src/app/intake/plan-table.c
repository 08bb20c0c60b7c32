/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/intake/plan-table.h"

#include "core/assessment.h"
#include "core/nominee.h"
#include "core/text/wording.h"
#include "core/unit.h"
#include "exchange/intake/choice/shown-value.h"
#include "exchange/intake/enclosure/planned-enclosure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The table while it is made. */
typedef struct
{
  BvTable *table;
  const BvImportPlan *plan;
  const BvPlannedFile *file;
  GHashTable *closed; /* of sections' rows; NULL: none */
  guint head;         /* the row of the section */
} Making;

static const BvPlanSection sections[BV_N_PLANNED_STATES] = {
  [BV_PLANNED_NEW] = BV_PLAN_NEW,    [BV_PLANNED_CHANGED] = BV_PLAN_CHANGED,
  [BV_PLANNED_SAME] = BV_PLAN_SAME,  [BV_PLANNED_CONFLICT] = BV_PLAN_OPEN,
  [BV_PLANNED_ASKED] = BV_PLAN_OPEN, [BV_PLANNED_REFUSED] = BV_PLAN_OPEN,
};

/* The questions come before the rest. */
static const BvPlannedState order[] = { BV_PLANNED_ASKED,   BV_PLANNED_CONFLICT, BV_PLANNED_REFUSED,
                                        BV_PLANNED_CHANGED, BV_PLANNED_NEW,      BV_PLANNED_SAME };

/**
 * bv_plan_table_name_state:
 * @state: what is to become of a value
 *
 * Returns: what the window calls it
 */
const char *
bv_plan_table_name_state (BvPlannedState state)
{
  const char *const names[BV_N_PLANNED_STATES] = {
    [BV_PLANNED_NEW] = C_ ("value", "New"),        [BV_PLANNED_CHANGED] = C_ ("value", "Changed"),
    [BV_PLANNED_SAME] = C_ ("value", "As before"), [BV_PLANNED_CONFLICT] = C_ ("value", "Conflict"),
    [BV_PLANNED_ASKED] = C_ ("value", "Question"), [BV_PLANNED_REFUSED] = C_ ("value", "Refused"),
  };

  return names[state];
}

static const BvField *
find_field (const BvPlannedValue *value)
{
  const BvEntity *const entities[]
    = { &bv_assessment_entity, &bv_nominee_entity, &bv_person_entity, &bv_vote_entity };

  for (guint i = value->criterion != NULL ? 0 : 1; i < G_N_ELEMENTS (entities); i++)
    {
      const BvField *field = bv_entity_find_field (entities[i], value->field);

      if (field != NULL)
        return field;
    }
  return NULL;
}

/* `2.2 · Điểm tự chấm` */
static char *
write_what (const BvPlannedValue *value)
{
  const BvField *field = value->field != NULL ? find_field (value) : NULL;
  const char *title = field != NULL && field->title != NULL ? _ (field->title) : value->field;

  if (value->criterion == NULL)
    return g_strdup (title != NULL ? title : _ ("the row"));
  return title != NULL ? g_strdup_printf ("%s · %s", value->criterion, title) : g_strdup (value->criterion);
}

/**
 * bv_plan_table_name_subject:
 * @plan: a plan
 * @value: a value of one of its files
 *
 * Returns: (transfer none): whom it is about, as people know it; "" where that is not known
 */
const char *
bv_plan_table_name_subject (const BvImportPlan *plan, const BvPlannedValue *value)
{
  const BvNominee *nominee
    = value->nominee != NULL ? bv_record_find (plan->campaign->nominees, value->nominee) : NULL;
  const BvUnit *unit = nominee != NULL ? g_hash_table_lookup (plan->units, nominee->unit) : NULL;

  if (nominee != NULL && nominee->person != NULL)
    return nominee->person->name;
  if (unit != NULL)
    return unit->name;
  return value->subject != NULL ? value->subject : "";
}

static guint
add_row (const Making *self, gint64 id, const char *kind)
{
  guint row = bv_table_append (self->table, id, 0);

  bv_table_set_text (self->table, row, BV_PLAN_KIND, kind, NULL);
  if (self->head != BV_TABLE_NOT_FOUND)
    bv_table_set_above (self->table, row, self->head);
  return row;
}

/* “Keep 21,50 · Take 20,00” */
static char *
write_choices (const BvIntakeQuestion *question)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < question->choices->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "",
                            ((BvIntakeChoice *) g_ptr_array_index (question->choices, i))->title);
  return g_string_free (text, FALSE);
}

static void
add_value (const Making *self, guint index)
{
  const BvPlannedValue *value = g_ptr_array_index (self->file->values, index);
  guint row = add_row (self, index + 1, bv_plan_table_name_state (value->state));
  g_autofree char *place = bv_planned_value_write_place (self->file, value);
  g_autofree char *what = write_what (value);
  g_autofree char *before = bv_shown_value_write (value->before);
  g_autofree char *after = bv_shown_value_write (value->after);
  g_autofree char *choices = value->question != NULL ? write_choices (value->question) : NULL;

  bv_table_set_text (self->table, row, BV_PLAN_PLACE, place, NULL);
  bv_table_set_text (self->table, row, BV_PLAN_SUBJECT, bv_plan_table_name_subject (self->plan, value), NULL);
  bv_table_set_text (self->table, row, BV_PLAN_WHAT, what, NULL);
  if (value->field != NULL && value->state != BV_PLANNED_NEW)
    bv_table_set_text (self->table, row, BV_PLAN_BEFORE, before, NULL);
  if (value->field != NULL || value->after != NULL)
    bv_table_set_text (self->table, row, BV_PLAN_AFTER, after, NULL);
  bv_table_set_text (self->table, row, BV_PLAN_REASON, choices != NULL ? choices : value->reason, NULL);
}

static gboolean
asks_of_files (const BvImportPlan *plan, const BvPlannedFile *file)
{
  return file == plan->asked_files;
}

/**
 * bv_plan_table_write_asked_place:
 * @plan: a plan
 * @file: one of its files
 * @asked: one of its questions
 *
 * Returns: (transfer full): where it came up: a cell, or the folder of a file of which is asked what it
 * proves
 */
char *
bv_plan_table_write_asked_place (const BvImportPlan *plan,
                                 const BvPlannedFile *file,
                                 const BvPlannedQuestion *asked)
{
  const BvPlannedValue cell = { .sheet = asked->sheet, .row = asked->row, .column = asked->column };

  return asks_of_files (plan, file)
           ? g_strdup (bv_planned_enclosure_get_folder (g_ptr_array_index (plan->enclosures, asked->row)))
           : bv_planned_value_write_place (file, &cell);
}

/**
 * bv_plan_table_get_asked_reason:
 * @plan: a plan
 * @file: one of its files
 * @asked: one of its questions
 *
 * Returns: (transfer none) (nullable): why what waits for the answer cannot be taken in without it
 */
const char *
bv_plan_table_get_asked_reason (const BvImportPlan *plan,
                                const BvPlannedFile *file,
                                const BvPlannedQuestion *asked)
{
  if (asks_of_files (plan, file))
    return bv_planned_enclosure_get_reason (g_ptr_array_index (plan->enclosures, asked->row));
  for (guint i = 0; i < file->values->len; i++)
    {
      const BvPlannedValue *value = g_ptr_array_index (file->values, i);

      if (value->question == asked->question)
        return value->reason;
    }
  return NULL;
}

/* A question stands once, where it came up first. */
static void
add_question (const Making *self, guint index)
{
  const BvPlannedQuestion *asked = &g_array_index (self->file->questions, BvPlannedQuestion, index);
  guint row = add_row (self, bv_plan_table_get_question_id (self->file, index),
                       bv_plan_table_name_state (BV_PLANNED_ASKED));
  g_autofree char *where = bv_plan_table_write_asked_place (self->plan, self->file, asked);
  g_autofree char *said = g_strdup_printf ("“%s”", asked->question->shown);
  g_autofree char *places = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", asked->n_places), asked->n_places);
  guint n_choices = asked->question->choices->len;
  g_autofree char *choices = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u possible answer", "%u possible answers", n_choices), n_choices);

  bv_table_set_text (self->table, row, BV_PLAN_PLACE, where, NULL);
  bv_table_set_text (self->table, row, BV_PLAN_SUBJECT, said, NULL);
  bv_table_set_text (self->table, row, BV_PLAN_WHAT, bv_asked_kind_get_title (asked->question->kind), NULL);
  bv_table_set_text (self->table, row, BV_PLAN_AFTER, places, NULL);
  bv_table_set_text (self->table, row, BV_PLAN_REASON, choices, NULL);
}

static void
add_rest (const Making *self, guint index)
{
  const BvPlannedRest *rest = &g_array_index (self->file->rest, BvPlannedRest, index);
  const BvIntakeSheet *sheet = g_ptr_array_index (self->file->file->sheets, rest->sheet);
  guint row = add_row (self, self->file->values->len + index + 1, C_ ("value", "Left out"));
  g_autofree char *place
    = g_strdup_printf (_ ("%s, row %u"), bv_intake_table_get_name (sheet->table), rest->row + 1);

  bv_table_set_text (self->table, row, BV_PLAN_PLACE, place, NULL);
  bv_table_set_text (self->table, row, BV_PLAN_WHAT, bv_intake_row_kind_title (rest->kind), NULL);
}

/* Returns: whether its rows are seen */
static gboolean
begin_section (Making *self, BvPlanSection section, guint count)
{
  g_autofree char *number = bv_wording_number (count);
  const char *const titles[] = { [BV_PLAN_OPEN] = _ ("For you to look at: %s"),
                                 [BV_PLAN_CHANGED] = _ ("Changed: %s"),
                                 [BV_PLAN_NEW] = _ ("New: %s"),
                                 [BV_PLAN_SAME] = _ ("As before: %s"),
                                 [BV_PLAN_LEFT_OUT] = _ ("Left out: %s") };
  g_autoptr (GString) title = g_string_new (titles[section]);
  gint64 id = BV_PLAN_SECTION_ID (section);
  gboolean is_open = self->closed == NULL || !g_hash_table_contains (self->closed, &id);

  g_string_replace (title, "%s", number, 1);
  self->head = BV_TABLE_NOT_FOUND;
  self->head = add_row (self, id, title->str);
  bv_table_add_flags (self->table, self->head,
                      BV_TABLE_ROW_HEAD | BV_TABLE_ROW_HOLDS | (is_open ? BV_TABLE_ROW_OPEN : 0));
  return is_open;
}

/* A value that waits for the answer to a question stands for itself only where there are two of it. */
static gboolean
has_row (const BvPlannedValue *value)
{
  return value->question == NULL || value->question->kind == BV_ASKED_CONFLICT;
}

static gboolean
question_has_row (const BvPlannedFile *file, guint index)
{
  return g_array_index (file->questions, BvPlannedQuestion, index).question->kind != BV_ASKED_CONFLICT;
}

static guint
count (const BvPlannedFile *file, BvPlanSection section)
{
  guint n = section == BV_PLAN_LEFT_OUT ? file->rest->len : 0;

  for (guint i = 0; section == BV_PLAN_OPEN && i < file->questions->len; i++)
    n += question_has_row (file, i);
  for (guint i = 0; i < file->values->len; i++)
    {
      const BvPlannedValue *value = g_ptr_array_index (file->values, i);

      n += sections[value->state] == section && has_row (value);
    }
  return n;
}

static void
add_values (const Making *self, BvPlanSection section)
{
  for (guint i = 0; section == BV_PLAN_OPEN && i < self->file->questions->len; i++)
    if (question_has_row (self->file, i))
      add_question (self, i);
  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; sections[order[k]] == section && i < self->file->values->len; i++)
      {
        const BvPlannedValue *value = g_ptr_array_index (self->file->values, i);

        if (value->state == order[k] && has_row (value))
          add_value (self, i);
      }
}

/**
 * bv_plan_table_get_question_id:
 * @file: a file of a plan
 * @index: one of its questions
 *
 * Returns: the id of its row, behind those of values and of what is left out
 */
gint64
bv_plan_table_get_question_id (const BvPlannedFile *file, guint index)
{
  return (gint64) file->values->len + file->rest->len + index + 1;
}

/**
 * bv_plan_table_find:
 * @file: a file of a plan
 * @id: of a row
 *
 * Returns: what the row stands for
 */
BvPlanRow
bv_plan_table_find (const BvPlannedFile *file, gint64 id)
{
  gint64 first = bv_plan_table_get_question_id (file, 0);
  BvPlanRow row = { NULL, NULL };

  if (id >= first && id < first + file->questions->len)
    row.asked = &g_array_index (file->questions, BvPlannedQuestion, id - first);
  else if (id > 0 && id <= file->values->len)
    row.value = g_ptr_array_index (file->values, id - 1);
  return row;
}

/**
 * bv_plan_table_find_row:
 * @file: a file of a plan
 * @question: one of its questions
 *
 * Returns: the id of the row in which it is asked; 0: of none
 */
gint64
bv_plan_table_find_row (const BvPlannedFile *file, const BvIntakeQuestion *question)
{
  for (guint i = 0; question->kind != BV_ASKED_CONFLICT && i < file->questions->len; i++)
    if (g_array_index (file->questions, BvPlannedQuestion, i).question == question)
      return bv_plan_table_get_question_id (file, i);
  for (guint i = 0; i < file->values->len; i++)
    if (((BvPlannedValue *) g_ptr_array_index (file->values, i))->question == question)
      return i + 1;
  return 0;
}

/**
 * bv_plan_row_is_open:
 * @row: what a row stands for
 *
 * Returns: whether somebody has to do something
 */
gboolean
bv_plan_row_is_open (const BvPlanRow *row)
{
  return row->asked != NULL || (row->value != NULL && row->value->reason != NULL);
}

/**
 * bv_plan_row_is_asked:
 * @row: what a row stands for
 *
 * Returns: whether somebody has to answer something
 */
gboolean
bv_plan_row_is_asked (const BvPlanRow *row)
{
  return bv_plan_row_get_question (row) != NULL;
}

/**
 * bv_plan_row_get_question:
 * @row: what a row stands for
 *
 * Returns: (transfer none) (nullable): what is asked there
 */
const BvIntakeQuestion *
bv_plan_row_get_question (const BvPlanRow *row)
{
  if (row->asked != NULL)
    return row->asked->question;
  return row->value != NULL ? row->value->question : NULL;
}

/**
 * bv_plan_table_new:
 * @plan: a plan
 * @file: one of its files
 * @closed: (nullable) (element-type gint64): the rows of sections that are folded up; %NULL: none
 *
 * Returns: (transfer full): #BvPlanColumn of what the file says, each section below its row. A value has
 * its place among those of the file, from 1, as id.
 */
BvTable *
bv_plan_table_new (const BvImportPlan *plan, const BvPlannedFile *file, GHashTable *closed)
{
  static const BvColumnType types[BV_PLAN_N_COLUMNS] = { BV_COLUMN_TEXT };
  Making making = { bv_table_new (types, BV_PLAN_N_COLUMNS), plan, file, closed, BV_TABLE_NOT_FOUND };

  for (guint section = 0; section < BV_N_PLAN_SECTIONS; section++)
    {
      guint n = count (file, section);

      if (n == 0 || !begin_section (&making, section, n))
        continue;
      add_values (&making, section);
      for (guint i = 0; section == BV_PLAN_LEFT_OUT && i < file->rest->len; i++)
        add_rest (&making, i);
    }
  return making.table;
}

/**
 * bv_plan_table_count_open:
 * @file: a file of a plan
 *
 * Returns: how much of it somebody has to look at
 */
guint
bv_plan_table_count_open (const BvPlannedFile *file)
{
  return (file->failure != NULL) + file->remarks->len + count (file, BV_PLAN_OPEN);
}
