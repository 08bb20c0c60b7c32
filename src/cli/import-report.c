/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/import-report.h"

#include "cli/output.h"
#include "exchange/source/cell-place.h"

#include <glib/gi18n-lib.h>

static const char *
get_sheet (const BvPlannedFile *file, guint sheet)
{
  return bv_intake_table_get_name (((BvIntakeSheet *) g_ptr_array_index (file->file->sheets, sheet))->table);
}

static void
write_choices (BvJsonWriter *writer, const BvIntakeQuestion *question)
{
  bv_json_writer_name (writer, "candidates");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < question->choices->len; i++)
    {
      const BvIntakeChoice *choice = g_ptr_array_index (question->choices, i);

      bv_json_writer_begin_flat (writer, '{');
      bv_json_writer_add_string (writer, "answer", choice->answer);
      bv_json_writer_add_string (writer, "title", choice->title);
      bv_json_writer_add_string (writer, "reason", choice->reason);
      bv_json_writer_end_object (writer);
    }
  bv_json_writer_end_array (writer);
}

static void
write_samples (BvJsonWriter *writer, const BvIntakeQuestion *question)
{
  if (question->samples == NULL)
    return;
  bv_json_writer_name (writer, "samples");
  bv_json_writer_begin (writer, '[');
  for (char **sample = question->samples; *sample != NULL; sample++)
    bv_json_writer_string (writer, *sample);
  bv_json_writer_end_array (writer);
}

/* What is asked, as members of an object. */
void
bv_import_report_write_question (BvJsonWriter *writer, const BvIntakeQuestion *question)
{
  bv_json_writer_add_string (writer, "key", question->key);
  bv_json_writer_add_string (writer, "kind", bv_asked_kind_get_name (question->kind));
  bv_json_writer_add_string (writer, "question", bv_asked_kind_get_title (question->kind));
  bv_json_writer_add_string (writer, "said", question->shown);
  bv_json_writer_add_string (writer, "refused", question->refused);
  write_choices (writer, question);
  write_samples (writer, question);
}

static void
write_questions (BvJsonWriter *writer, const BvPlannedFile *file)
{
  bv_json_writer_name (writer, "questions");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < file->questions->len; i++)
    {
      const BvPlannedQuestion *asked = &g_array_index (file->questions, BvPlannedQuestion, i);
      g_autofree char *cell = bv_cell_place_write (asked->row, asked->column);

      bv_json_writer_begin (writer, '{');
      bv_import_report_write_question (writer, asked->question);
      bv_json_writer_add_string (writer, "sheet", get_sheet (file, asked->sheet));
      bv_json_writer_add_string (writer, "cell", cell);
      bv_json_writer_add_integer (writer, "places", asked->n_places);
      bv_json_writer_end_object (writer);
    }
  bv_json_writer_end_array (writer);
}

static void
write_column (BvJsonWriter *writer, const BvHeaderColumn *column)
{
  g_autofree char *letters = bv_cell_place_write_column (column->column);
  const BvHeaderMeaning *meaning = &column->meaning;

  bv_json_writer_begin_flat (writer, '{');
  bv_json_writer_add_string (writer, "column", letters);
  bv_json_writer_add_string (writer, "title", column->title);
  bv_json_writer_add_string (
    writer, "holds",
    meaning->likeness > 0 && meaning->criterion == NULL ? bv_intake_fields[meaning->field].name : NULL);
  bv_json_writer_add_string (writer, "criterion",
                             meaning->criterion != NULL ? meaning->criterion->code : NULL);
  bv_json_writer_add_string (writer, "reason", bv_header_reason_title (meaning->reason));
  bv_json_writer_end_object (writer);
}

static guint
count_rest (const BvPlannedFile *file, guint sheet, BvIntakeRowKind kind)
{
  guint n = 0;

  for (guint i = 0; i < file->rest->len; i++)
    {
      const BvPlannedRest *rest = &g_array_index (file->rest, BvPlannedRest, i);

      n += rest->sheet == sheet && rest->kind == kind;
    }
  return n;
}

static void
write_left_out (BvJsonWriter *writer, const BvPlannedFile *file, guint sheet)
{
  static const char *const names[BV_N_INTAKE_ROW_KINDS] = {
    [BV_INTAKE_ROW_DATA] = "rows",
    [BV_INTAKE_ROW_ABOVE] = "above",
    [BV_INTAKE_ROW_HEADER] = "titles",
    [BV_INTAKE_ROW_NUMBERING] = "numbers",
    [BV_INTAKE_ROW_EMPTY] = "empty",
    [BV_INTAKE_ROW_SECTION] = "headings",
    [BV_INTAKE_ROW_TOTAL] = "totals",
    [BV_INTAKE_ROW_SAMPLE] = "examples",
    [BV_INTAKE_ROW_FORMULAS] = "formulas",
    [BV_INTAKE_ROW_NOTE] = "notes",
    [BV_INTAKE_ROW_SIGNATURE] = "signatures",
    [BV_INTAKE_ROW_ANSWERED] = "answered",
  };

  bv_json_writer_name (writer, "left_out");
  bv_json_writer_begin (writer, '{');
  for (BvIntakeRowKind kind = 0; kind < BV_N_INTAKE_ROW_KINDS; kind++)
    {
      guint n = count_rest (file, sheet, kind);

      if (n > 0)
        bv_json_writer_add_integer (writer, names[kind], n);
    }
  bv_json_writer_end_object (writer);
}

static void
write_tables (BvJsonWriter *writer, const BvPlannedFile *file)
{
  static const char *const purposes[] = {
    [BV_INTAKE_TABLE_ANSWERS] = "answers",
    [BV_INTAKE_TABLE_GUIDE] = "guide",
    [BV_INTAKE_TABLE_SAMPLE] = "sample",
    [BV_INTAKE_TABLE_OTHER] = "other",
  };

  bv_json_writer_name (writer, "tables");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < file->tables->len; i++)
    {
      const BvPlannedTable *table = g_ptr_array_index (file->tables, i);

      bv_json_writer_begin (writer, '{');
      bv_json_writer_add_string (writer, "sheet", get_sheet (file, table->sheet));
      bv_json_writer_add_string (writer, "purpose", purposes[table->purpose]);
      bv_json_writer_add_integer (writer, "header_row", table->header->first_row + 1);
      bv_json_writer_add_integer (writer, "header_rows", table->header->n_rows);
      bv_json_writer_name (writer, "columns");
      bv_json_writer_begin (writer, '[');
      for (guint k = 0; k < table->header->columns->len; k++)
        write_column (writer, &g_array_index (table->header->columns, BvHeaderColumn, k));
      bv_json_writer_end_array (writer);
      write_left_out (writer, file, table->sheet);
      bv_json_writer_end_object (writer);
    }
  bv_json_writer_end_array (writer);
}

/* How the file was understood, what was left out of it, and what is asked. */
void
bv_import_report_write (BvJsonWriter *writer, const BvPlannedFile *file)
{
  write_tables (writer, file);
  bv_json_writer_name (writer, "notices");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < file->notices->len; i++)
    bv_json_writer_string (writer, g_ptr_array_index (file->notices, i));
  bv_json_writer_end_array (writer);
  write_questions (writer, file);
}

/* “DS: 552 formulas alone, 2 totals” */
static void
print_left_out (const BvPlannedFile *file, const BvPlannedTable *table)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (BvIntakeRowKind kind = 0; kind < BV_N_INTAKE_ROW_KINDS; kind++)
    {
      guint n = count_rest (file, table->sheet, kind);

      if (n > 0)
        g_string_append_printf (kinds, "%s%u %s", kinds->len > 0 ? ", " : "", n,
                                bv_intake_row_kind_title (kind));
    }
  if (kinds->len > 0)
    bv_output_line (_ ("  sheet “%s”, left out: %s"), get_sheet (file, table->sheet), kinds->str);
}

/* What may be answered, for people. */
void
bv_import_report_print_answers (const BvIntakeQuestion *question)
{
  if (question->refused != NULL)
    bv_output_line (_ ("      “%s” is none of what it may be"), question->refused);
  for (char **sample = question->samples; sample != NULL && *sample != NULL; sample++)
    bv_output_line ("      %s", *sample);
  for (guint i = 0; i < question->choices->len; i++)
    {
      const BvIntakeChoice *choice = g_ptr_array_index (question->choices, i);

      bv_output_line (choice->reason != NULL ? "      %s: %s (%s)" : "      %s: %s", choice->answer,
                      choice->title, choice->reason);
    }
}

static void
print_question (const BvPlannedFile *file, const BvPlannedQuestion *asked)
{
  const BvIntakeQuestion *question = asked->question;
  g_autofree char *cell = bv_cell_place_write (asked->row, asked->column);

  bv_output_line (g_dngettext (GETTEXT_PACKAGE, "  ? %s “%s” (%s!%s, %u place): “%s”",
                               "  ? %s “%s” (%s!%s, %u places): “%s”", asked->n_places),
                  bv_asked_kind_get_title (question->kind), question->shown, get_sheet (file, asked->sheet),
                  cell, asked->n_places, question->key);
  bv_import_report_print_answers (question);
}

/* The same for people. */
void
bv_import_report_print (const BvPlannedFile *file)
{
  for (guint i = 0; i < file->tables->len; i++)
    print_left_out (file, g_ptr_array_index (file->tables, i));
  for (guint i = 0; i < file->notices->len; i++)
    bv_output_line ("  %s", (const char *) g_ptr_array_index (file->notices, i));
  for (guint i = 0; i < file->questions->len; i++)
    print_question (file, &g_array_index (file->questions, BvPlannedQuestion, i));
}

/* Answers that nothing asked for: a key that was mistyped is one. */
void
bv_import_report_warn (const BvImportPlan *plan)
{
  g_autoptr (GPtrArray) keys = bv_intake_questions_list_unasked (plan->questions);

  for (guint i = 0; i < keys->len; i++)
    {
      g_autofree char *line
        = g_strdup_printf (_ ("nothing asks “%s”"), (const char *) g_ptr_array_index (keys, i));

      bv_output_warn (line);
    }
}
