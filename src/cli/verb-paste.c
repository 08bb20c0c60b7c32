/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/copied-file.h"
#include "cli/import-report.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/nominee.h"
#include "core/text/text.h"
#include "exchange/intake/import-apply.h"
#include "exchange/paste/paste-plan.h"
#include "exchange/recognise/answers-file.h"
#include "exchange/recognise/import-open.h"
#include "exchange/source/cell-place.h"
#include "store/assessment-edit.h"
#include "store/edit.h"

#include <glib/gi18n-lib.h>

/* What may be pasted, as the first operand says it. */
typedef struct
{
  const char *name;
  BvPasteKind kind;
  guint most; /* operands */
  guint64 options;
} Kind;

#define SET(name) BV_OPTION_SET (name)

static const Kind kinds[] = {
  { "nominee", BV_PASTE_NOMINEES, 2, SET (INTO) | SET (ANSWERS) | SET (DRY_RUN) },
  { "score", BV_PASTE_SCORES, 4, SET (INTO) | SET (ANSWERS) | SET (DRY_RUN) | SET (SELF) | SET (FINAL) },
  { "vote", BV_PASTE_VOTES, 2, SET (INTO) | SET (ANSWERS) | SET (DRY_RUN) },
};

static const Kind *
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return &kinds[i];
  return NULL;
}

static gboolean
check_use (const BvCall *call, const Kind *kind, GError **error)
{
  static const BvOptionId options[] = { BV_OPTION_INTO,    BV_OPTION_BEFORE, BV_OPTION_ANSWERS,
                                        BV_OPTION_DRY_RUN, BV_OPTION_SELF,   BV_OPTION_FINAL };

  if (call->operands->len < 2 || call->operands->len > kind->most)
    return bv_call_fail_usage (error, _ ("“%s”: name one file, or - for the standard input"), kind->name);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (bv_call_has (call, options[i]) && (kind->options & (G_GUINT64_CONSTANT (1) << options[i])) == 0)
      return bv_call_fail_usage (error, _ ("--%s has no meaning for “%s”"), bv_option_get (options[i])->name,
                                 kind->name);
  if (bv_call_has (call, BV_OPTION_SELF) && bv_call_has (call, BV_OPTION_FINAL))
    return bv_call_fail_usage (error, _ ("--self and --final are two scores: choose one"));
  return TRUE;
}

static gboolean
knows (BvLibrary *library, gint64 campaign, const BvPaste *paste, GError **error)
{
  g_autoptr (BvAssessmentEdit) edit = NULL;

  if (paste->group != NULL
      && bv_edit_find (library, campaign, &bv_group_entity, campaign, paste->group, error) == 0)
    return FALSE;
  if (paste->criterion != NULL)
    edit = bv_assessment_edit_find (library, campaign, paste->nominee, paste->criterion, error);
  return paste->criterion != NULL
           ? edit != NULL
           : paste->nominee == NULL
               || bv_edit_find (library, campaign, &bv_nominee_entity, campaign, paste->nominee, error) != 0;
}

static BvPaste *
read_paste (const BvCall *call, const Kind *kind, GError **error)
{
  g_autofree char *text = bv_copied_file_read (bv_call_operand (call, 1), error);
  BvPaste paste = { .kind = kind->kind, .text = text, .group = (char *) call->options[BV_OPTION_INTO] };

  if (text == NULL)
    return NULL;
  if (kind->kind == BV_PASTE_SCORES)
    paste.points = (char *) (bv_call_has (call, BV_OPTION_SELF)    ? "self"
                             : bv_call_has (call, BV_OPTION_FINAL) ? "final"
                                                                   : "verified");
  if (call->operands->len > 2)
    paste.nominee = (char *) bv_call_operand (call, 2);
  if (call->operands->len > 3)
    paste.criterion = (char *) bv_call_operand (call, 3);
  return bv_paste_copy (&paste);
}

static gboolean
is_open (const BvPlannedValue *value)
{
  return value->state >= BV_PLANNED_CONFLICT;
}

/* What stands in the cell, shortened. */
static char *
quote_cell (const BvPlannedFile *file, const BvPlannedValue *value)
{
  const BvIntakeSheet *sheet = g_ptr_array_index (file->file->sheets, value->sheet);

  return bv_text_excerpt (bv_intake_table_get_text (sheet->table, value->row, value->column));
}

static void
write_open (BvJsonWriter *writer, const BvPlannedFile *file)
{
  bv_json_writer_name (writer, "open");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < file->values->len; i++)
    {
      const BvPlannedValue *value = g_ptr_array_index (file->values, i);
      g_autofree char *cell = bv_cell_place_write (value->row, value->column);
      g_autofree char *said = NULL;

      if (!is_open (value))
        continue;
      said = quote_cell (file, value);
      bv_json_writer_begin (writer, '{');
      bv_json_writer_add_integer (writer, "row", value->row + 1);
      bv_json_writer_add_integer (writer, "column", value->column + 1);
      bv_json_writer_add_string (writer, "cell", cell);
      bv_json_writer_add_string (writer, "said", said);
      bv_json_writer_add_string (writer, "state", bv_planned_state_get_name (value->state));
      bv_json_writer_add_string (writer, "reason", value->reason);
      if (value->question != NULL)
        bv_json_writer_add_string (writer, "question", value->question->key);
      bv_json_writer_end_object (writer);
    }
  bv_json_writer_end_array (writer);
}

static void
print_as_json (const BvPlannedFile *file, gboolean is_written)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 1024);
  bv_json_writer_begin (&writer, '{');
  bv_json_writer_add_boolean (&writer, "written", is_written);
  bv_json_writer_add_integer (&writer, "rows", file->n_rows);
  bv_json_writer_add_integer (&writer, "columns", file->n_columns);
  bv_json_writer_add_integer (&writer, "new", bv_planned_file_count (file, BV_PLANNED_NEW));
  bv_json_writer_add_integer (&writer, "changed", bv_planned_file_count (file, BV_PLANNED_CHANGED));
  bv_json_writer_add_integer (&writer, "same", bv_planned_file_count (file, BV_PLANNED_SAME));
  write_open (&writer, file);
  bv_json_writer_name (&writer, "remarks");
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; i < file->remarks->len; i++)
    bv_json_writer_string (&writer, g_ptr_array_index (file->remarks, i));
  bv_json_writer_end_array (&writer);
  bv_import_report_write (&writer, file);
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
}

/* Which cells do not fit, and why, each by its row and column. */
static void
print_open (const BvPlannedFile *file)
{
  for (guint i = 0; i < file->values->len; i++)
    {
      const BvPlannedValue *value = g_ptr_array_index (file->values, i);
      g_autofree char *said = NULL;

      if (!is_open (value))
        continue;
      said = quote_cell (file, value);
      if (g_str_has_prefix (value->reason, "“"))
        bv_output_line (_ ("row %u, column %u: %s"), value->row + 1, value->column + 1, value->reason);
      else
        bv_output_line (_ ("row %u, column %u: “%s”: %s"), value->row + 1, value->column + 1, said,
                        value->reason);
    }
  for (guint i = 0; i < file->remarks->len; i++)
    bv_output_line ("%s", (const char *) g_ptr_array_index (file->remarks, i));
}

static void
print (const BvPlannedFile *file)
{
  bv_output_line (_ ("%u × %u cells: %u new, %u changed, %u as before"), file->n_rows, file->n_columns,
                  bv_planned_file_count (file, BV_PLANNED_NEW),
                  bv_planned_file_count (file, BV_PLANNED_CHANGED),
                  bv_planned_file_count (file, BV_PLANNED_SAME));
  print_open (file);
  bv_import_report_print (file);
}

static gboolean
check_open (const BvPlannedFile *file, GError **error)
{
  guint n_open = bv_paste_plan_count_open (file);

  if (file->failure != NULL)
    {
      g_propagate_error (error, g_error_copy (file->failure));
      return FALSE;
    }
  if (n_open == 0)
    return TRUE;
  g_set_error (error, BV_CALL_ERROR, BV_CALL_ERROR_FINDINGS,
               g_dngettext (GETTEXT_PACKAGE, "%u place does not fit: nothing was written",
                            "%u places do not fit: nothing was written", n_open),
               n_open);
  return FALSE;
}

/**
 * bv_verb_paste_cells:
 * @call: a call whose first operand says what is pasted, and the second where it is copied to
 * @error: return location for an error
 *
 * Takes nominees, scores or votes from a block that was copied from Excel or Word, by the plan that files
 * have.
 *
 * Returns: %FALSE with @error set, and nothing changed, where not all of it fits
 */
gboolean
bv_verb_paste_cells (const BvCall *call, GError **error)
{
  const Kind *kind = find_kind (bv_call_operand (call, 0));
  const char *answers = call->options[BV_OPTION_ANSWERS];
  gboolean is_dry = bv_call_has (call, BV_OPTION_DRY_RUN);
  gint64 campaign = 0;
  g_autofree char *name = g_filename_display_name (bv_call_operand (call, 1));
  g_autoptr (BvPaste) paste = check_use (call, kind, error) ? read_paste (call, kind, error) : NULL;
  g_autoptr (BvLibrary) library
    = paste != NULL
        ? bv_call_open_campaign (call, is_dry ? BV_LIBRARY_READ : BV_LIBRARY_WRITE, &campaign, error)
        : NULL;
  g_autoptr (BvImportPlan) plan = library != NULL && knows (library, campaign, paste, error)
                                    ? bv_import_open (library, campaign, error)
                                    : NULL;
  const BvPlannedFile *planned;
  gboolean fits;

  if (plan == NULL || (answers != NULL && !bv_answers_file_read (answers, plan->questions, error)))
    return FALSE;
  planned = bv_paste_plan_add (plan, paste, name);
  fits = bv_paste_plan_fits (plan);
  if (fits && !is_dry && !bv_import_apply (library, campaign, plan, NULL, NULL, error))
    return FALSE;
  if (planned->failure == NULL && bv_call_has (call, BV_OPTION_JSON))
    print_as_json (planned, fits && !is_dry);
  else if (planned->failure == NULL)
    print (planned);
  return check_open (planned, error);
}

/**
 * bv_verb_paste_knows:
 * @name: the first operand of the verb
 *
 * Returns: whether it says that nominees, scores or votes are pasted
 */
gboolean
bv_verb_paste_knows (const char *name)
{
  return find_kind (name) != NULL;
}
