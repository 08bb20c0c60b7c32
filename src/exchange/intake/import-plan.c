/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/import-plan.h"

#include "core/evidence.h"
#include "core/text/text.h"
#include "exchange/form-pack/form-identity.h"
#include "exchange/intake/choice/plan-mark.h"
#include "exchange/intake/enclosure/planned-enclosure.h"
#include "exchange/intake/form-answers.h"
#include "exchange/recognise/old-signs.h"
#include "exchange/recognise/recognise.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (bv_import_plan_error, bv_import_plan_error)

/**
 * bv_import_plan_new:
 * @campaign: (transfer full): a whole campaign, as it is now
 *
 * Returns: (transfer full): a plan of no file
 */
BvImportPlan *
bv_import_plan_new (BvCampaign *campaign)
{
  BvImportPlan *plan = g_new (BvImportPlan, 1);

  *plan = (BvImportPlan){ campaign,
                          g_ptr_array_new_with_free_func (bv_planned_file_free),
                          g_hash_table_new_full (g_str_hash, g_str_equal, NULL, bv_record_free),
                          g_ptr_array_new (),
                          g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                          g_hash_table_new (g_str_hash, g_str_equal),
                          g_hash_table_new (g_str_hash, g_str_equal),
                          NULL,
                          NULL,
                          bv_intake_questions_new (),
                          g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                 (GDestroyNotify) bv_header_rules_free),
                          g_ptr_array_new_with_free_func (bv_planned_enclosure_free),
                          bv_read_files_new (),
                          g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                          FALSE,
                          NULL };
  for (guint i = 0; i < campaign->units->len; i++)
    {
      BvUnit *unit = g_ptr_array_index (campaign->units, i);

      g_hash_table_insert (plan->units, unit->code, unit);
    }
  for (guint i = 0; i < campaign->evidence->len; i++)
    {
      BvEvidence *evidence = g_ptr_array_index (campaign->evidence, i);

      g_hash_table_insert (plan->evidence, evidence->key, evidence);
    }
  return plan;
}

/**
 * bv_import_plan_free:
 * @plan: (transfer full): a plan
 */
void
bv_import_plan_free (BvImportPlan *plan)
{
  g_ptr_array_unref (plan->enclosures);
  g_clear_pointer (&plan->asked_files, bv_planned_file_free);
  g_hash_table_unref (plan->rules);
  bv_intake_questions_free (plan->questions);
  bv_unit_matcher_free (plan->matcher);
  g_clear_pointer (&plan->registry, g_ptr_array_unref);
  g_hash_table_unref (plan->evidence);
  g_hash_table_unref (plan->units);
  g_hash_table_unref (plan->said);
  g_ptr_array_unref (plan->added);
  g_hash_table_unref (plan->after);
  g_ptr_array_unref (plan->files);
  bv_read_files_unref (plan->read);
  g_hash_table_unref (plan->names);
  bv_record_free (plan->campaign);
  g_free (plan);
}

/**
 * bv_import_plan_use:
 * @plan: a plan of no file
 * @read: what was read for a plan before
 *
 * Lets a plan read no file that was read already.
 */
void
bv_import_plan_use (BvImportPlan *plan, BvReadFiles *read)
{
  bv_read_files_unref (plan->read);
  plan->read = bv_read_files_ref (read);
}

/* What finds units by what files call them. */
static void
prepare_matcher (BvImportPlan *plan)
{
  if (plan->matcher == NULL)
    plan->matcher = bv_unit_matcher_new (plan->registry != NULL ? plan->registry : plan->campaign->units,
                                         plan->campaign->starts);
}

/**
 * bv_import_plan_know:
 * @plan: a plan
 * @registry: (transfer full) (element-type BvUnit): all units of all times
 * @learned: (element-type BvIntakeAnswer): what was answered before
 *
 * Tells a plan what is known beside its campaign, before files are added.
 */
void
bv_import_plan_know (BvImportPlan *plan, GPtrArray *registry, const GPtrArray *learned)
{
  plan->registry = registry;
  for (guint i = 0; i < learned->len; i++)
    bv_intake_questions_learn (plan->questions, g_ptr_array_index (learned, i));
}

static void
note_rest (BvPlannedFile *planned, guint sheet, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const BvIntakeRow *row = &g_array_index (rows, BvIntakeRow, i);
      const BvPlannedRest rest = { sheet, row->row, row->kind };

      if (row->kind >= BV_INTAKE_ROW_SECTION)
        g_array_append_val (planned->rest, rest);
    }
}

static void
remark (const BvPlannedFile *planned, char *text)
{
  g_ptr_array_add (planned->remarks, text);
}

static gboolean
has_text (const BvFormAnswers *answers, guint column)
{
  for (guint row = answers->header->first_row + answers->header->n_rows;
       row < bv_intake_table_get_n_rows (answers->table); row++)
    if (!bv_text_is_blank (bv_intake_table_get_text (answers->table, row, column)))
      return TRUE;
  return FALSE;
}

/* What stands in columns that are not taken in is not passed over in silence. */
static void
remark_columns (const BvFormAnswers *answers)
{
  const char *sheet = bv_intake_table_get_name (answers->table);

  for (guint i = 0; i < answers->header->columns->len; i++)
    {
      const BvHeaderColumn *column = &g_array_index (answers->header->columns, BvHeaderColumn, i);

      if (column->meaning.criterion != NULL || !has_text (answers, column->column))
        continue;
      if (column->meaning.field == BV_INTAKE_FIELD_NONE)
        remark (
          answers->planned,
          g_strdup_printf (
            _ ("sheet “%s”: what stands under “%s” is not taken in, as the campaign has no such column"),
            sheet, column->title));
      else if (column->meaning.field == BV_INTAKE_FIELD_NOTE)
        remark (answers->planned,
                g_strdup_printf (_ ("sheet “%s”: there is something under “%s”: read it in the file"), sheet,
                                 column->title));
    }
}

static void
take_sheet (BvFormAnswers *answers, BvFormFactKind kind)
{
  static void (*const takers[]) (const BvFormAnswers *answers, const GArray *rows) = {
    [BV_FORM_FACT_SELF] = bv_form_answers_take_self,
    [BV_FORM_FACT_ASSESSED] = bv_form_answers_take_assessed,
    [BV_FORM_FACT_PERSONS] = bv_form_answers_take_persons,
  };
  g_autoptr (GPtrArray) leaves = bv_group_list_leaves (answers->group);
  g_autoptr (BvHeaderRules) rules = bv_header_rules_new (leaves);
  const BvHeader *header = bv_planned_file_add_table (
    answers->planned, answers->sheet, bv_header_find (answers->table, rules), BV_INTAKE_TABLE_ANSWERS);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) rows = NULL;

  if (header->n_rows == 0)
    {
      remark (answers->planned,
              g_strdup_printf (
                _ ("sheet “%s” has no titles of columns any more: put them back, or fill in a new form"),
                bv_intake_table_get_name (answers->table)));
      return;
    }
  answers->header = header;
  answers->rows = seen;
  rows = bv_intake_rows_classify (answers->table, header);
  note_rest (answers->planned, answers->sheet, rows);
  remark_columns (answers);
  takers[kind](answers, rows);
}

/* A group may have become one of persons, or none any more, since the form went out. */
static gboolean
fits (const BvGroup *group, BvFormFactKind kind)
{
  return kind == BV_FORM_FACT_ASSESSED
         || (kind == BV_FORM_FACT_PERSONS) == (group->kind == BV_GROUP_INDIVIDUAL);
}

static gboolean
has_sheet (const BvPlannedFile *planned, const char *name)
{
  for (guint i = 0; i < planned->file->sheets->len; i++)
    {
      const BvIntakeSheet *sheet = g_ptr_array_index (planned->file->sheets, i);

      if (g_str_equal (bv_intake_table_get_name (sheet->table), name))
        return TRUE;
    }
  return FALSE;
}

/* Sheets of the form that are not there under their names: nothing says whether one was taken away or has
 * another. */
static void
remark_missing (BvPlannedFile *planned, const BvFormFacts *facts)
{
  g_autoptr (GPtrArray) names = bv_form_facts_list_sheets (facts);

  for (guint i = 0; i < names->len; i++)
    if (!has_sheet (planned, g_ptr_array_index (names, i)))
      remark (planned, g_strdup_printf (
                         _ ("sheet “%s” is not there any more: where it has another name, give it this one"),
                         (const char *) g_ptr_array_index (names, i)));
}

static void
take_sheets (BvImportPlan *plan, BvPlannedFile *planned, const BvFormFacts *facts)
{
  for (guint i = 0; i < planned->file->sheets->len; i++)
    {
      const BvIntakeSheet *sheet = g_ptr_array_index (planned->file->sheets, i);
      const char *name = bv_intake_table_get_name (sheet->table);
      BvFormAnswers answers = { .plan = plan,
                                .planned = planned,
                                .facts = facts,
                                .table = sheet->table,
                                .units = plan->matcher,
                                .sheet = i };
      BvFormFactKind kind;
      const char *group = bv_form_facts_find_group (facts, name, &kind);

      answers.group = bv_record_find (plan->campaign->groups, group);
      if (answers.group != NULL && fits (answers.group, kind))
        take_sheet (&answers, kind);
      else if (group != NULL)
        remark (planned,
                g_strdup_printf (
                  _ ("sheet “%s” is not taken in: its group was changed or removed since the form went out"),
                  name));
      /* Gnumeric shows the sheet that a form hides. */
      else if (sheet->visibility == BV_SOURCE_SHOWN && bv_intake_table_get_n_rows (sheet->table) > 0
               && !g_str_equal (name, BV_FORM_IDENTITY_SHEET))
        remark (planned, g_strdup_printf (_ ("sheet “%s” is not of the form, and was not read"), name));
    }
  remark_missing (planned, facts);
}

static gboolean
fail (BvPlannedFile *planned, const char *reason)
{
  g_set_error_literal (&planned->failure, BV_IMPORT_PLAN_ERROR, BV_IMPORT_PLAN_ERROR_FOREIGN, reason);
  return FALSE;
}

static gboolean
check_facts (const BvImportPlan *plan, BvPlannedFile *planned, const BvFormFacts *facts)
{
  const char *campaign = bv_form_facts_get (facts, "campaign");
  const char *unit = bv_form_facts_get (facts, "unit");
  g_autofree char *version = g_strdup_printf ("%d", BV_FORM_IDENTITY_VERSION);

  if (g_strcmp0 (bv_form_facts_get (facts, "version"), version) != 0)
    return fail (planned, _ ("the form was made by another version of Bảng Vàng: send a new one"));
  if (g_strcmp0 (campaign, plan->campaign->key) != 0)
    return fail (planned, _ ("it is a form of another campaign: open that campaign, and take it in there"));
  if (unit != NULL && g_hash_table_contains (plan->units, unit))
    {
      planned->unit = g_strdup (unit);
      return TRUE;
    }
  return fail (planned, _ ("the unit whose form it is takes no part in the campaign any more"));
}

static void
plan_file (BvImportPlan *plan, BvPlannedFile *planned)
{
  g_autoptr (BvFormFacts) facts = bv_form_facts_find (planned->file);

  bv_old_signs_read (plan, planned);
  if (facts == NULL)
    {
      if (!bv_recognise_file (plan, planned))
        fail (
          planned,
          _ (
            "no list was found in it: a list has a row of titles with names below; see whether it is the right file"));
    }
  else if (check_facts (plan, planned, facts))
    take_sheets (plan, planned, facts);
}

/* Where files are taken in as a whole or not at all, what one did is taken back when something in it waits.
 */
static void
plan_whole (BvImportPlan *plan, BvPlannedFile *planned)
{
  bv_plan_mark_begin (plan);
  plan_file (plan, planned);
  planned->is_held = planned->failure == NULL && bv_planned_file_waits (planned);
  bv_plan_mark_end (plan, !planned->is_held);
}

/**
 * bv_import_plan_name:
 * @plan: a plan
 * @path: a file that is to be planned
 * @name: what people call it, where that is not its name there: an original in the vault has none
 */
void
bv_import_plan_name (BvImportPlan *plan, const char *path, const char *name)
{
  g_hash_table_insert (plan->names, g_strdup (path), g_strdup (name));
}

/**
 * bv_import_plan_begin:
 * @plan: a plan
 * @path: a file, or what a block is called that was pasted
 *
 * Returns: (transfer none): a further file of the plan, of which nothing is known yet
 */
BvPlannedFile *
bv_import_plan_begin (BvImportPlan *plan, const char *path)
{
  const char *name = g_hash_table_lookup (plan->names, path);
  BvPlannedFile *planned = name != NULL ? bv_planned_file_new_named (path, name) : bv_planned_file_new (path);

  prepare_matcher (plan);
  g_ptr_array_add (plan->files, planned);
  return planned;
}

/**
 * bv_import_plan_add:
 * @plan: a plan
 * @path: a file that came back
 * @cancellable: (nullable): to give up
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Reads a file, unless that was done, and plans what is to become of it. A file that cannot be read is part
 * of the plan: it says why.
 *
 * Returns: (transfer none) (nullable): what is to become of it; %NULL where it was given up
 */
BvPlannedFile *
bv_import_plan_add (BvImportPlan *plan, const char *path, GCancellable *cancellable, GError **error)
{
  BvPlannedFile *planned = bv_import_plan_begin (plan, path);
  const BvReadFile *read = bv_read_files_read (plan->read, path, cancellable, error);

  if (read == NULL)
    return NULL;
  planned->sha256 = g_strdup (read->sha256);
  planned->file = read->file;
  planned->failure = read->failure != NULL ? g_error_copy (read->failure) : NULL;
  if (planned->file != NULL)
    (plan->takes_whole ? plan_whole : plan_file) (plan, planned);
  return planned;
}

/**
 * bv_import_plan_refuse:
 * @plan: a plan
 * @path: what came back
 * @failure: why it is not known what is in it
 *
 * Returns: (transfer none): a file of the plan of which nothing is taken in
 */
BvPlannedFile *
bv_import_plan_refuse (BvImportPlan *plan, const char *path, const GError *failure)
{
  BvPlannedFile *planned = bv_import_plan_begin (plan, path);

  planned->failure = g_error_copy (failure);
  return planned;
}
