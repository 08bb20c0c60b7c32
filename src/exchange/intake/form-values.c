/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/check-error.h"
#include "core/check-leaf.h"
#include "core/criterion-kind.h"
#include "core/evidence.h"
#include "core/field-value.h"
#include "core/form/assessor.h"
#include "core/intake/typed-value.h"
#include "core/text/tidy.h"
#include "exchange/intake/choice/form-conflict.h"
#include "exchange/intake/choice/plan-mark.h"
#include "exchange/intake/form-answers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * bv_form_answers_add:
 * @answers: a sheet that came back
 * @place: where it stands
 * @column: from 0
 * @state: what is to become of it
 * @reason: (nullable): what has to be done
 *
 * Returns: (transfer none): what was added to the plan
 */
BvPlannedValue *
bv_form_answers_add (const BvFormAnswers *answers,
                     const BvFormPlace *place,
                     guint column,
                     BvPlannedState state,
                     const char *reason)
{
  BvPlannedValue *value = g_new0 (BvPlannedValue, 1);

  value->state = state;
  value->sheet = answers->sheet;
  value->row = place->row;
  value->column = column;
  value->subject = g_strdup (place->subject);
  value->nominee = place->nominee != NULL ? g_strdup (place->nominee->key) : NULL;
  value->reason = g_strdup (reason);
  g_ptr_array_add (answers->planned->values, value);
  return value;
}

/**
 * bv_form_answers_doubt:
 * @answers: a sheet that came back
 * @row: from 0
 * @subject: who it is about
 *
 * Returns: whether the row waits until somebody said what its texts are
 */
gboolean
bv_form_answers_doubt (const BvFormAnswers *answers, guint row, const char *subject)
{
  const BvIntakeQuestion *question = bv_planned_file_get_doubt (answers->planned, answers->sheet, row);

  if (question == NULL)
    return FALSE;
  bv_form_answers_add (answers, &(BvFormPlace){ row, NULL, subject }, 0, BV_PLANNED_ASKED,
                       _ ("whether it is written in old signs is not certain"))
    ->question
    = question;
  return TRUE;
}

/* The nominee as it will be. */
static BvNominee *
get_after (const BvFormAnswers *answers, const BvNominee *nominee)
{
  BvNominee *after = g_hash_table_lookup (answers->plan->after, nominee->key);

  bv_plan_mark_touch (answers->plan, nominee->key);
  if (after != NULL)
    return after;
  after = bv_record_copy (nominee);
  g_hash_table_insert (answers->plan->after, after->key, after);
  return after;
}

static gboolean
is_new (const BvFormAnswers *answers, const BvNominee *nominee)
{
  return g_hash_table_lookup (answers->plan->after, nominee->key) == nominee;
}

/* A value of a record: as it is now, and as it would be. */
typedef struct
{
  const BvField *field;
  gconstpointer now; /* NULL: there is none */
  gconstpointer then;
  const char *was;   /* when the form went out, as in files; NULL: nothing */
  gboolean is_blind; /* what stood in it then is not known, as it was no form */
} Comparison;

/* What the unit left as it was is no answer to what was changed here. */
static BvPlannedState
compare (const Comparison *self, char **before, char **after)
{
  *before = self->now != NULL && !bv_field_is_default (self->field, self->now)
              ? bv_field_to_string (self->field, self->now)
              : NULL;
  *after = bv_field_to_string (self->field, self->then);
  if ((self->now != NULL && bv_field_equal (self->field, self->now, self->then))
      || g_strcmp0 (*before, *after) == 0 || (!self->is_blind && g_strcmp0 (self->was, *after) == 0))
    return BV_PLANNED_SAME;
  if (!self->is_blind && g_strcmp0 (self->was, *before) != 0)
    return BV_PLANNED_CONFLICT;
  return *before == NULL ? BV_PLANNED_NEW : BV_PLANNED_CHANGED;
}

static void
refuse (const BvFormAnswers *answers,
        const BvFormPlace *place,
        guint column,
        const char *field,
        const char *criterion,
        const char *reason)
{
  BvPlannedValue *value = bv_form_answers_add (answers, place, column, BV_PLANNED_REFUSED, reason);

  value->field = field;
  value->criterion = g_strdup (criterion);
  value->after = g_strdup (bv_intake_table_get_text (answers->table, place->row, column));
}

static BvPlannedState
plan_value (const BvFormAnswers *answers,
            const BvFormPlace *place,
            guint column,
            const char *criterion,
            const Comparison *compared)
{
  BvPlannedValue *value = bv_form_answers_add (answers, place, column, BV_PLANNED_SAME, NULL);

  value->field = compared->field->name;
  value->criterion = g_strdup (criterion);
  value->was = g_strdup (compared->was);
  value->state = compare (compared, &value->before, &value->after);
  if (value->state != BV_PLANNED_SAME)
    bv_form_conflict_settle (answers, value);
  return value->state;
}

static gboolean
is_taken (BvPlannedState state)
{
  return state == BV_PLANNED_NEW || state == BV_PLANNED_CHANGED;
}

/* Another criterion has the code now, and the one that had it another. */
static gboolean
is_renumbered (const BvFormAnswers *answers, const BvCriterion *leaf)
{
  g_autofree char *key = g_strjoin ("/", "criterion", answers->group->key, leaf->code, NULL);
  const char *title = answers->facts != NULL ? bv_form_facts_get (answers->facts, key) : NULL;
  g_autoptr (GPtrArray) leaves = NULL;

  if (title == NULL || g_str_equal (title, leaf->title))
    return FALSE;
  leaves = bv_group_list_leaves (answers->group);
  for (guint i = 0; i < leaves->len; i++)
    if (g_str_equal (((BvCriterion *) g_ptr_array_index (leaves, i))->title, title))
      return TRUE;
  return FALSE;
}

/* What stood there when the form went out. */
static void
look_back (const BvFormAnswers *answers,
           const BvNominee *nominee,
           const char *criterion,
           const char *field,
           Comparison *compared)
{
  compared->is_blind = answers->facts == NULL;
  if (answers->facts != NULL && !is_new (answers, nominee))
    compared->was = bv_form_facts_find_value (answers->facts, nominee->key, criterion, field);
}

/* A unit says of what is judged that it passed, where its form asks for points: all there are, or none. */
static BvTypedOutcome
read_points (const BvField *written,
             const BvCriterion *leaf,
             const BvIntakeCell *cell,
             BvRecord *record,
             GError **error)
{
  const BvField *judged = bv_entity_find_field (&bv_assessment_entity, "passed");
  g_autoptr (BvRecord) other = bv_record_new (&bv_assessment_entity);
  BvTypedOutcome outcome = bv_typed_value_read (written, cell, record, error);

  if (outcome != BV_TYPED_REFUSED || written == judged || bv_criterion_input (leaf) != BV_INPUT_PASSED
      || bv_typed_value_read (judged, cell, other, NULL) != BV_TYPED_VALUE)
    return outcome;
  g_clear_error (error);
  BV_FIELD_NUMBER (record, written) = ((BvAssessment *) other)->passed != 0 ? leaf->max : 0;
  return BV_TYPED_VALUE;
}

/**
 * bv_form_answers_take_points:
 * @answers: a sheet that came back
 * @place: a row
 * @column: from 0
 * @leaf: whose points stand there
 * @field: which of an assessment's they are; where the leaf is judged, that is what is read
 *
 * Plans what is to become of a cell with points. An empty one says nothing.
 */
void
bv_form_answers_take_points (const BvFormAnswers *answers,
                             const BvFormPlace *place,
                             guint column,
                             const BvCriterion *leaf,
                             const char *field)
{
  const BvIntakeCell *cell = bv_intake_table_get_cell (answers->table, place->row, column);
  gboolean is_judged = g_str_equal (field, "verified") && bv_criterion_input (leaf) == BV_INPUT_PASSED;
  const char *name = is_judged ? "passed" : field;
  const BvField *written = bv_entity_find_field (&bv_assessment_entity, name);
  const BvAssessment *now = bv_nominee_find_assessment (place->nominee, leaf->code);
  g_autoptr (BvRecord) then = now != NULL ? bv_record_copy (now) : bv_record_new (&bv_assessment_entity);
  g_autoptr (GError) error = NULL;
  Comparison compared = { written, now, then };
  BvTypedOutcome outcome;

  if (cell == NULL || cell->kind == BV_INTAKE_EMPTY)
    return;
  if (is_renumbered (answers, leaf))
    {
      refuse (answers, place, column, name, leaf->code,
              _ ("criteria were numbered anew since the form went out: fill in a new form"));
      return;
    }
  g_free (((BvAssessment *) then)->criterion);
  ((BvAssessment *) then)->criterion = g_strdup (leaf->code);
  outcome = read_points (written, leaf, cell, then, &error);
  if (outcome == BV_TYPED_NOTHING)
    return;
  if (outcome == BV_TYPED_NOT_ASSIGNED)
    {
      refuse (answers, place, column, name, leaf->code,
              _ ("whether a task was assigned is said here, not in a form: set it at the nominee"));
      return;
    }
  if (outcome == BV_TYPED_REFUSED || !bv_check_assessment ((BvAssessment *) then, leaf, &error))
    {
      bv_check_error_leave (error, name);
      refuse (answers, place, column, name, leaf->code, error->message);
      return;
    }
  look_back (answers, place->nominee, leaf->code, name, &compared);
  if (is_taken (plan_value (answers, place, column, leaf->code, &compared)))
    bv_field_copy (written, bv_nominee_take_assessment (get_after (answers, place->nominee), leaf->code),
                   then);
}

/* Of `person.born` that of the person; NULL: the field is of the nominee itself. */
static const BvField *
find_part (const char *field)
{
  const char *dot = strchr (field, '.');
  g_autofree char *part = dot != NULL ? g_strndup (field, dot - field) : NULL;

  return part != NULL ? bv_entity_find_field (&bv_nominee_entity, part) : NULL;
}

/* The record that a field is of, which is made where there is none. */
static gpointer
take_part (BvNominee *nominee, const BvField *part)
{
  if (part != NULL && BV_FIELD_RECORD (nominee, part) == NULL)
    BV_FIELD_RECORD (nominee, part) = bv_record_new (part->target);
  return part != NULL ? BV_FIELD_RECORD (nominee, part) : nominee;
}

/**
 * bv_form_answers_take_cell:
 * @answers: a sheet that came back
 * @place: a row
 * @cell: one of it, or what it comes to
 * @field: of a nominee, or of its person or votes: “votes.for”
 *
 * Plans what is to become of a cell about the nominee as such.
 */
void
bv_form_answers_take_cell (const BvFormAnswers *answers,
                           const BvFormPlace *place,
                           const BvIntakeCell *cell,
                           const char *field)
{
  guint column = cell->column;
  const BvField *part = find_part (field);
  const BvEntity *entity = part != NULL ? part->target : &bv_nominee_entity;
  const BvField *written
    = bv_entity_find_field (entity, part != NULL ? field + strlen (part->name) + 1 : field);
  gconstpointer now = part != NULL ? BV_FIELD_RECORD (place->nominee, part) : place->nominee;
  g_autoptr (BvRecord) then = now != NULL ? bv_record_copy (now) : bv_record_new (entity);
  g_autoptr (GError) error = NULL;
  Comparison compared = { written, is_new (answers, place->nominee) ? NULL : now, then };
  BvTypedOutcome outcome = bv_typed_value_read (written, cell, then, &error);

  if (outcome == BV_TYPED_REFUSED)
    refuse (answers, place, column, written->name, NULL, error->message);
  if (outcome != BV_TYPED_VALUE)
    return;
  look_back (answers, place->nominee, NULL, field, &compared);
  if (!is_taken (plan_value (answers, place, column, NULL, &compared)))
    return;
  bv_field_copy (written, take_part (get_after (answers, place->nominee), part), then);
}

/**
 * bv_form_answers_take_field:
 * @answers: a sheet that came back
 * @place: a row
 * @column: from 0
 * @field: of a nominee
 *
 * Plans what is to become of a cell about the nominee as such.
 */
void
bv_form_answers_take_field (const BvFormAnswers *answers,
                            const BvFormPlace *place,
                            guint column,
                            const char *field)
{
  const BvIntakeCell *cell = bv_intake_table_get_cell (answers->table, place->row, column);

  if (cell != NULL)
    bv_form_answers_take_cell (answers, place, cell, field);
}

static gboolean
is_linked (const BvFormAnswers *answers, const BvAssessment *assessment, const char *name)
{
  for (guint i = 0; assessment != NULL && i < assessment->evidence->len; i++)
    {
      const BvEvidenceLink *link = g_ptr_array_index (assessment->evidence, i);
      const BvEvidence *evidence = g_hash_table_lookup (answers->plan->evidence, link->evidence);

      if (evidence != NULL
          && (g_str_equal (evidence->number, name) || g_str_equal (evidence->file, name)
              || g_str_equal (evidence->title, name)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_here (const BvFormAnswers *answers, const BvNominee *nominee, const BvCriterion *leaf, const char *name)
{
  if (leaf != NULL)
    return is_linked (answers, bv_nominee_find_assessment (nominee, leaf->code), name);
  for (guint i = 0; i < nominee->assessments->len; i++)
    if (is_linked (answers, g_ptr_array_index (nominee->assessments, i), name))
      return TRUE;
  return FALSE;
}

/**
 * bv_form_answers_take_documents:
 * @answers: a sheet that came back
 * @place: a row
 * @column: from 0
 * @leaf: (nullable): what they prove; %NULL: all leaves of the nominee
 *
 * Notes the documents that a cell names, a line each, and that are not here yet.
 */
void
bv_form_answers_take_documents (const BvFormAnswers *answers,
                                const BvFormPlace *place,
                                guint column,
                                const BvCriterion *leaf)
{
  g_autofree char *text = bv_tidy_lines (bv_intake_table_get_text (answers->table, place->row, column));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' && !is_here (answers, place->nominee, leaf, *line))
      {
        BvPlannedDocument *document = g_new (BvPlannedDocument, 1);

        *document = (BvPlannedDocument){ answers->sheet,
                                         place->row,
                                         column,
                                         g_strdup (place->nominee->key),
                                         leaf != NULL ? g_strdup (leaf->code) : NULL,
                                         g_strdup (*line) };
        g_ptr_array_add (answers->planned->documents, document);
      }
}

/* Whether the unit whose form it is gives these points. */
static gboolean
assesses (const BvFormAnswers *answers, const BvNominee *nominee, const BvCriterion *leaf)
{
  const BvUnit *unit = g_hash_table_lookup (answers->plan->units, nominee->unit);

  return answers->is_of_office
         || g_strcmp0 (bv_assessor_find (answers->group, leaf, unit), answers->planned->unit) == 0;
}

/**
 * bv_form_answers_take_leaves:
 * @answers: a sheet that came back
 * @place: a row of a nominee
 * @field: which points stand in the columns of leaves
 */
void
bv_form_answers_take_leaves (const BvFormAnswers *answers, const BvFormPlace *place, const char *field)
{
  gboolean verifies = g_str_equal (field, "verified");

  for (guint i = 0; i < answers->header->columns->len; i++)
    {
      const BvHeaderColumn *column = &g_array_index (answers->header->columns, BvHeaderColumn, i);
      const BvCriterion *leaf = column->meaning.criterion;

      if (leaf == NULL || *bv_intake_table_get_text (answers->table, place->row, column->column) == '\0')
        continue;
      if (!verifies || assesses (answers, place->nominee, leaf))
        bv_form_answers_take_points (answers, place, column->column, leaf, field);
      else
        refuse (answers, place, column->column, field, leaf->code,
                _ ("another unit, or the office, gives these points: they are not taken from this form"));
    }
}

/**
 * bv_form_answers_find_nominee:
 * @answers: a sheet that came back
 * @unit: a code
 * @person: (nullable): the name of who is put forward by it; %NULL: the unit itself is
 * @n_found: (out): how many there are
 *
 * Returns: (nullable): the first nominee of the group that is meant, and was not withdrawn
 */
const BvNominee *
bv_form_answers_find_nominee (const BvFormAnswers *answers,
                              const char *unit,
                              const char *person,
                              guint *n_found)
{
  const GPtrArray *nominees = answers->plan->campaign->nominees;
  const GPtrArray *added = answers->plan->added;
  const BvNominee *found = NULL;

  *n_found = 0;
  for (guint i = 0; i < nominees->len + added->len; i++)
    {
      const BvNominee *nominee
        = i < nominees->len ? g_ptr_array_index (nominees, i) : g_ptr_array_index (added, i - nominees->len);
      g_autofree char *name = NULL;

      if (nominee->withdrawn || !g_str_equal (nominee->group, answers->group->key)
          || !g_str_equal (nominee->unit, unit))
        continue;
      name = nominee->person != NULL ? bv_tidy_line (nominee->person->name) : NULL;
      if (g_strcmp0 (name, person) != 0)
        continue;
      found = found == NULL ? nominee : found;
      (*n_found)++;
    }
  return found;
}
