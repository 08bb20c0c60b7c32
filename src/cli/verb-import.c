/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/console.h"
#include "cli/import-enclosures.h"
#include "cli/import-report.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "exchange/intake/enclosure/drop-plan.h"
#include "exchange/intake/enclosure/planned-enclosure.h"
#include "exchange/intake/import-apply.h"
#include "exchange/recognise/answers-file.h"
#include "exchange/recognise/import-open.h"
#include "exchange/recognise/refused-book.h"
#include "store/fence.h"
#include "store/file-system.h"
#include "store/shown-path.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
write_value (BvJsonWriter *writer, const BvPlannedFile *file, const BvPlannedValue *value)
{
  g_autofree char *place = bv_planned_value_write_place (file, value);
  const char *cell = strrchr (place, '!') + 1;
  g_autofree char *sheet = g_strndup (place, cell - place - 1);

  bv_json_writer_begin (writer, '{');
  bv_json_writer_add_string (writer, "sheet", sheet);
  bv_json_writer_add_integer (writer, "row", value->row + 1);
  bv_json_writer_add_string (writer, "cell", cell);
  bv_json_writer_add_string (writer, "subject", value->subject);
  bv_json_writer_add_string (writer, "nominee", value->nominee);
  bv_json_writer_add_string (writer, "criterion", value->criterion);
  bv_json_writer_add_string (writer, "field", value->field);
  bv_json_writer_add_string (writer, "was", value->was);
  bv_json_writer_add_string (writer, "before", value->before);
  bv_json_writer_add_string (writer, "after", value->after);
  bv_json_writer_add_string (writer, "reason", value->reason);
  if (value->question != NULL)
    bv_json_writer_add_string (writer, "question", value->question->key);
  bv_json_writer_end_object (writer);
}

static void
write_documents (BvJsonWriter *writer, const BvImportPlan *plan, const BvPlannedFile *file)
{
  bv_json_writer_name (writer, "documents");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < file->documents->len; i++)
    {
      const BvPlannedDocument *document = g_ptr_array_index (file->documents, i);
      const BvPlannedEnclosure *enclosure = bv_planned_enclosure_find (plan, document);
      g_autofree char *place = enclosure != NULL ? bv_planned_enclosure_write_place (enclosure) : NULL;

      bv_json_writer_begin (writer, '{');
      bv_json_writer_add_string (writer, "nominee", document->nominee);
      bv_json_writer_add_string (writer, "criterion", document->criterion);
      bv_json_writer_add_string (writer, "name", document->name);
      bv_json_writer_add_string (writer, "file", place);
      bv_json_writer_end_object (writer);
    }
  bv_json_writer_end_array (writer);
}

/* Values that are as they were are counted; all others are listed. */
static void
write_file (BvJsonWriter *writer, const BvImportPlan *plan, const BvPlannedFile *file)
{
  g_autofree char *shown = bv_planned_file_write_name (file);

  bv_json_writer_begin (writer, '{');
  bv_json_writer_add_string (writer, "file", shown);
  bv_import_origin_write (writer, file->origin);
  bv_json_writer_add_string (writer, "unit", file->unit);
  bv_json_writer_add_string (writer, "error", file->failure != NULL ? file->failure->message : NULL);
  bv_json_writer_add_boolean (writer, "held", file->is_held);
  bv_json_writer_add_integer (writer, "same", bv_planned_file_count (file, BV_PLANNED_SAME));
  bv_json_writer_add_integer (writer, "left_out", file->rest->len);
  for (guint state = 0; state < BV_N_PLANNED_STATES; state++)
    {
      if (state == BV_PLANNED_SAME)
        continue;
      bv_json_writer_name (writer, bv_planned_state_get_name (state));
      bv_json_writer_begin (writer, '[');
      for (guint i = 0; i < file->values->len; i++)
        if (((BvPlannedValue *) g_ptr_array_index (file->values, i))->state == state)
          write_value (writer, file, g_ptr_array_index (file->values, i));
      bv_json_writer_end_array (writer);
    }
  write_documents (writer, plan, file);
  bv_json_writer_name (writer, "remarks");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < file->remarks->len; i++)
    bv_json_writer_string (writer, g_ptr_array_index (file->remarks, i));
  bv_json_writer_end_array (writer);
  bv_import_report_write (writer, file);
  bv_json_writer_end_object (writer);
}

static void
print_as_json (const BvImportPlan *plan)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 4096);
  bv_json_writer_begin (&writer, '[');
  for (guint i = 0; i < plan->files->len; i++)
    write_file (&writer, plan, g_ptr_array_index (plan->files, i));
  bv_import_enclosures_write (&writer, plan);
  bv_json_writer_end_array (&writer);
  bv_output_json (&writer);
}

/* What somebody has to do something about. */
static void
print_open (const BvPlannedFile *file)
{
  for (guint i = 0; i < file->values->len; i++)
    {
      const BvPlannedValue *value = g_ptr_array_index (file->values, i);
      g_autofree char *place = NULL;

      if (value->reason == NULL || value->question != NULL)
        continue;
      place = bv_planned_value_write_place (file, value);
      bv_output_line ("  %s · %s · %s", place, value->subject, value->reason);
    }
}

/* Their files did not come along. */
static void
print_documents (const BvImportPlan *plan, const BvPlannedFile *file)
{
  guint n_missing = 0;

  for (guint i = 0; i < file->documents->len; i++)
    n_missing += bv_planned_enclosure_find (plan, g_ptr_array_index (file->documents, i)) == NULL;
  if (n_missing > 0)
    bv_output_line (
      g_dngettext (GETTEXT_PACKAGE, "  %u document is named that is not here yet: attach its file",
                   "  %u documents are named that are not here yet: attach their files", n_missing),
      n_missing);
}

static void
print (const BvImportPlan *plan)
{
  for (guint i = 0; i < plan->files->len; i++)
    {
      const BvPlannedFile *file = g_ptr_array_index (plan->files, i);
      g_autofree char *shown = bv_planned_file_write_name (file);

      if (file->failure != NULL)
        bv_output_line ("%s: %s", shown, file->failure->message);
      else
        bv_output_line (
          _ ("%s: %u new, %u changed, %u as before, %u in conflict, %u asked, %u refused"), shown,
          bv_planned_file_count (file, BV_PLANNED_NEW), bv_planned_file_count (file, BV_PLANNED_CHANGED),
          bv_planned_file_count (file, BV_PLANNED_SAME), bv_planned_file_count (file, BV_PLANNED_CONFLICT),
          bv_planned_file_count (file, BV_PLANNED_ASKED), bv_planned_file_count (file, BV_PLANNED_REFUSED));
      if (file->is_held)
        bv_output_line (_ ("  nothing of it is taken in, as something in it waits"));
      print_open (file);
      for (guint k = 0; k < file->remarks->len; k++)
        bv_output_line ("  %s", (const char *) g_ptr_array_index (file->remarks, k));
      print_documents (plan, file);
      bv_import_report_print (file);
    }
  bv_import_enclosures_print (plan);
}

static void
print_left_out (const BvDrop *drop)
{
  guint n_left_out = bv_drop_count_left_out (drop);

  if (n_left_out > 0)
    bv_output_line (
      g_dngettext (GETTEXT_PACKAGE, "%u file was left out: a link, or what a system or program left there",
                   "%u files were left out: links, or what systems and programs left there", n_left_out),
      n_left_out);
}

static gboolean
make_plan (const BvCall *call, BvDrop *drop, BvImportPlan *plan, const BvProgress *progress, GError **error)
{
  const char *answers = call->options[BV_OPTION_ANSWERS];

  plan->takes_whole = bv_call_has (call, BV_OPTION_WHOLE);
  if (answers != NULL && !bv_answers_file_read (answers, plan->questions, error))
    return FALSE;
  for (guint i = 0; i < call->operands->len; i++)
    if (!bv_drop_add (drop, bv_call_operand (call, i), progress->cancellable, error))
      return FALSE;
  return bv_drop_plan_make (plan, drop, progress, error);
}

/* What waits for somebody ends with another status than what was taken in as a whole. */
static gboolean
check_open (const BvImportPlan *plan, GError **error)
{
  guint n_open = bv_import_enclosures_count_open (plan);

  for (guint i = 0; i < plan->files->len; i++)
    {
      const BvPlannedFile *file = g_ptr_array_index (plan->files, i);

      n_open += (file->failure != NULL) + file->remarks->len + bv_planned_file_count_columns (file)
                + bv_planned_file_count (file, BV_PLANNED_CONFLICT)
                + bv_planned_file_count (file, BV_PLANNED_ASKED)
                + bv_planned_file_count (file, BV_PLANNED_REFUSED);
    }
  if (n_open == 0)
    return TRUE;
  g_set_error (error, BV_CALL_ERROR, BV_CALL_ERROR_FINDINGS,
               g_dngettext (GETTEXT_PACKAGE, "%u place was not taken in: see above",
                            "%u places were not taken in: see above", n_open),
               n_open);
  return FALSE;
}

/* What a unit sent is not written over. */
static gboolean
check_refused (const BvCall *call, GError **error)
{
  const char *path = call->options[BV_OPTION_REFUSED];
  g_autofree char *full = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;

  for (guint i = 0; full != NULL && i < call->operands->len; i++)
    {
      g_autofree char *other = g_canonicalize_filename (bv_call_operand (call, i), NULL);

      if (g_str_equal (full, other))
        return bv_call_fail_usage (
          error, _ ("--refused is one of the files that are taken in: choose another name"));
    }
  return TRUE;
}

/* What was refused, to be mended. */
static gboolean
save_refused (const BvCall *call, BvLibrary *library, const BvImportPlan *plan, GError **error)
{
  const char *path = call->options[BV_OPTION_REFUSED];

  if (path == NULL || bv_refused_book_count (plan) == 0)
    return TRUE;
  return bv_fence_check (bv_library_get_folder (library), path, error)
         && bv_refused_book_write (library, plan, path, error);
}

/* import: what came back. */
gboolean
bv_verb_import (const BvCall *call, GError **error)
{
  gboolean is_dry = bv_call_has (call, BV_OPTION_DRY_RUN);
  gint64 campaign = 0;
  BvProgress progress = { .cancellable = bv_console_get_cancellable () };
  g_autoptr (BvLibrary) library
    = check_refused (call, error)
        ? bv_call_open_campaign (call, is_dry ? BV_LIBRARY_READ : BV_LIBRARY_WRITE, &campaign, error)
        : NULL;
  g_autoptr (BvImportPlan) plan = library != NULL ? bv_import_open (library, campaign, error) : NULL;
  g_autoptr (BvDrop) drop = library != NULL ? bv_drop_new (library) : NULL;

  if (plan == NULL || !make_plan (call, drop, plan, &progress, error)
      || !save_refused (call, library, plan, error)
      || (!is_dry && !bv_import_apply (library, campaign, plan, &progress, NULL, error)))
    return FALSE;
  bv_import_report_warn (plan);
  if (bv_call_has (call, BV_OPTION_JSON))
    print_as_json (plan);
  else
    {
      print (plan);
      print_left_out (drop);
    }
  return check_open (plan, error);
}
