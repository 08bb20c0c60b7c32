/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/import-plan.h"

#include "exchange/intake/form-answers.h"

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

  *plan = (BvImportPlan){ campaign, g_ptr_array_new_with_free_func (bv_planned_file_free),
                          g_hash_table_new_full (g_str_hash, g_str_equal, NULL, bv_record_free),
                          g_ptr_array_new () };
  return plan;
}

/**
 * bv_import_plan_free:
 * @plan: (transfer full): a plan
 */
void
bv_import_plan_free (BvImportPlan *plan)
{
  g_ptr_array_unref (plan->added);
  g_hash_table_unref (plan->after);
  g_ptr_array_unref (plan->files);
  bv_record_free (plan->campaign);
  g_free (plan);
}

static const BvGroup *
find_group (const BvCampaign *campaign, const char *key)
{
  for (guint i = 0; key != NULL && i < campaign->groups->len; i++)
    if (g_str_equal (((BvGroup *) g_ptr_array_index (campaign->groups, i))->key, key))
      return g_ptr_array_index (campaign->groups, i);
  return NULL;
}

static void
note_rest (BvPlannedFile *planned, guint sheet, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const BvIntakeRow *row = &g_array_index (rows, BvIntakeRow, i);
      const BvPlannedRest rest = { sheet, row->row, row->kind };

      if (row->kind != BV_INTAKE_ROW_DATA && row->kind != BV_INTAKE_ROW_EMPTY)
        g_array_append_val (planned->rest, rest);
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
  g_autoptr (BvHeader) header = bv_header_find (answers->table, rules);
  g_autoptr (GArray) rows = NULL;

  if (header == NULL || header->n_rows == 0)
    {
      bv_form_answers_add (
        answers, &(BvFormPlace){ 0, NULL, "" }, 0, BV_PLANNED_REFUSED,
        _ ("the sheet has no titles of columns any more: put them back, or fill in a new form"));
      return;
    }
  answers->header = header;
  rows = bv_intake_rows_classify (answers->table, header);
  note_rest (answers->planned, answers->sheet, rows);
  takers[kind](answers, rows);
}

/* A sheet that was not of the form is nobody's answer; it is counted. */
static void
take_sheets (BvImportPlan *plan, BvPlannedFile *planned, const BvFormFacts *facts)
{
  g_autoptr (BvUnitMatcher) units = bv_unit_matcher_new (plan->campaign->units, plan->campaign->starts);

  for (guint i = 0; i < planned->file->sheets->len; i++)
    {
      const BvIntakeSheet *sheet = g_ptr_array_index (planned->file->sheets, i);
      BvFormAnswers answers = {
        .plan = plan, .planned = planned, .facts = facts, .table = sheet->table, .units = units, .sheet = i
      };
      BvFormFactKind kind;

      answers.group = find_group (
        plan->campaign, bv_form_facts_find_group (facts, bv_intake_table_get_name (sheet->table), &kind));
      if (answers.group != NULL)
        take_sheet (&answers, kind);
      else if (sheet->visibility == BV_SOURCE_SHOWN)
        planned->n_sheets_left++;
    }
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

  if (g_strcmp0 (campaign, plan->campaign->key) != 0)
    return fail (planned, _ ("it is a form of another campaign: open that campaign, and take it in there"));
  for (guint i = 0; unit != NULL && i < plan->campaign->units->len; i++)
    if (g_str_equal (((BvUnit *) g_ptr_array_index (plan->campaign->units, i))->code, unit))
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

  planned->is_form = facts != NULL;
  if (facts == NULL)
    fail (planned, _ ("it is no form of a campaign, or its hidden sheet is lost: send the form once more"));
  else if (check_facts (plan, planned, facts))
    take_sheets (plan, planned, facts);
}

/**
 * bv_import_plan_add:
 * @plan: a plan
 * @path: a file that came back
 * @cancellable: (nullable): to give up
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Reads a file and plans what is to become of it. A file that cannot be read is part of the plan: it says
 * why.
 *
 * Returns: (transfer none) (nullable): what is to become of it; %NULL where it was given up
 */
BvPlannedFile *
bv_import_plan_add (BvImportPlan *plan, const char *path, GCancellable *cancellable, GError **error)
{
  BvPlannedFile *planned = g_new0 (BvPlannedFile, 1);

  planned->path = g_strdup (path);
  planned->values = g_ptr_array_new_with_free_func (bv_planned_value_free);
  planned->documents = g_ptr_array_new_with_free_func (bv_planned_document_free);
  planned->rest = g_array_new (FALSE, FALSE, sizeof (BvPlannedRest));
  g_ptr_array_add (plan->files, planned);
  planned->file = bv_intake_file_read (path, cancellable, &planned->failure);
  if (g_error_matches (planned->failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_error_copy (planned->failure));
      return NULL;
    }
  if (planned->file != NULL)
    plan_file (plan, planned);
  return planned;
}
