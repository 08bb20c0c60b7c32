/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/recognise/recognise.h"

#include "core/intake/intake-words.h"
#include "core/text/names.h"
#include "core/text/text.h"
#include "exchange/recognise/free-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define OTHER_ROWS 4 /* a table without titles that has so many is looked at by somebody */

static void
clear_table (BvFreeTable *table)
{
  GHashTableIter iter;
  gpointer header;

  g_hash_table_iter_init (&iter, table->headers);
  while (g_hash_table_iter_next (&iter, NULL, &header))
    if (header != table->kept)
      bv_header_free (header);
  g_clear_pointer (&table->rows, g_array_unref);
  g_clear_pointer (&table->answers.rows, g_hash_table_unref);
  g_hash_table_unref (table->headers);
  g_ptr_array_unref (table->fitting);
  g_hash_table_unref (table->persons);
  g_ptr_array_unref (table->owners);
  g_array_unref (table->alike);
  g_free (table->layout);
}

static void
note (const BvFreeTable *table, char *text)
{
  g_ptr_array_add (table->answers.planned->notices, text);
}

static const char *
get_name (const BvFreeTable *table)
{
  return bv_intake_table_get_name (table->answers.table);
}

static void
note_rest (const BvFreeTable *table, gboolean takes_data)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const BvIntakeRow *row = &g_array_index (table->rows, BvIntakeRow, i);
      const BvPlannedRest rest = { table->answers.sheet, row->row,
                                   row->kind == BV_INTAKE_ROW_DATA ? BV_INTAKE_ROW_SAMPLE : row->kind };

      if (row->kind >= BV_INTAKE_ROW_SECTION || (!takes_data && row->kind == BV_INTAKE_ROW_DATA))
        g_array_append_val (table->answers.planned->rest, rest);
    }
}

/* The titles belong to the plan from now on, which shows them. */
static void
keep_header (BvFreeTable *table)
{
  table->kept = table->answers.header;
  bv_planned_file_add_table (table->answers.planned, table->answers.sheet, (BvHeader *) table->answers.header,
                             table->purpose);
}

static guint
count_filled (const BvIntakeTable *table)
{
  guint n = 0;

  for (guint row = 0; row < bv_intake_table_get_n_rows (table); row++)
    {
      const GArray *cells = bv_intake_table_get_row (table, row);
      gboolean has_text = FALSE;

      for (guint i = 0; i < cells->len && !has_text; i++)
        has_text = !bv_text_is_blank (g_array_index (cells, BvIntakeCell, i).text);
      n += has_text;
    }
  return n;
}

static void
pass_other (const BvFreeTable *table)
{
  guint n = count_filled (table->answers.table);

  if (n == 0)
    return;
  g_ptr_array_add (
    n >= OTHER_ROWS ? table->answers.planned->remarks : table->answers.planned->notices,
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                  "sheet “%s”: no titles of columns were found; %u row was not read",
                                  "sheet “%s”: no titles of columns were found; %u rows were not read", n),
                     get_name (table), n));
}

static void
pass_sample (const BvFreeTable *table)
{
  guint n = bv_intake_rows_count (table->rows, BV_INTAKE_ROW_DATA)
            + bv_intake_rows_count (table->rows, BV_INTAKE_ROW_SAMPLE);

  note_rest (table, FALSE);
  note (table,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "sheet “%s” shows how others are filled in; %u row was left out",
                                      "sheet “%s” shows how others are filled in; %u rows were left out", n),
                         get_name (table), n));
}

/* A sheet is called Mẫu 2 where it is the list of form 2, too. */
static gboolean
is_doubtful (const BvFreeTable *table)
{
  g_autofree char *name = bv_intake_field_key (get_name (table));

  return table->purpose == BV_INTAKE_TABLE_GUIDE && bv_intake_rows_count (table->rows, BV_INTAKE_ROW_DATA) > 0
         && bv_intake_rows_count (table->rows, BV_INTAKE_ROW_SAMPLE) == 0
         && (g_str_has_prefix (name, "mẫu") || g_str_has_prefix (name, "mau"));
}

static gboolean
ask_purpose (BvFreeTable *table)
{
  g_autofree char *said = bv_intake_field_key (get_name (table));
  BvIntakeQuestions *questions = table->answers.plan->questions;
  const char *answer = bv_intake_questions_find (questions, BV_ASKED_SHEET, "", said);
  BvIntakeQuestion *question;

  if (g_strcmp0 (answer, "answer") == 0)
    return TRUE;
  if (g_strcmp0 (answer, BV_ANSWER_LEAVE_OUT) == 0)
    {
      pass_sample (table);
      return FALSE;
    }
  question = bv_intake_questions_ask (questions, BV_ASKED_SHEET, "", said, get_name (table));
  bv_intake_question_offer (question, "answer", _ ("an answer: take it in"), NULL);
  bv_intake_question_offer (question, BV_ANSWER_LEAVE_OUT, _ ("an example: leave it out"),
                            _ ("it is called as examples are"));
  bv_free_table_ask (table, &(BvFreeRow){ .row = table->answers.header->first_row, .name = "" }, question,
                     _ ("whether the sheet is an answer or an example is not certain"));
  return FALSE;
}

/* Whether rows of the table are to be taken in. */
static gboolean
is_answer (BvFreeTable *table)
{
  switch (table->purpose)
    {
    case BV_INTAKE_TABLE_OTHER:
      pass_other (table);
      return FALSE;
    case BV_INTAKE_TABLE_GUIDE:
      if (is_doubtful (table))
        return ask_purpose (table);
      pass_sample (table);
      return FALSE;
    case BV_INTAKE_TABLE_SAMPLE:
      pass_sample (table);
      return FALSE;
    case BV_INTAKE_TABLE_ANSWERS:
    default:
      return TRUE;
    }
}

/* What the words above a table say of its points; NULL: nothing, or both. */
static void
read_points (BvFreeTable *table)
{
  g_autoptr (GString) words = g_string_new (get_name (table));
  g_autofree char *key = NULL;
  gboolean is_self, is_verified;

  for (guint row = 0; row < table->answers.header->first_row + table->answers.header->n_rows; row++)
    {
      const GArray *cells = bv_intake_table_get_row (table->answers.table, row);

      for (guint i = 0; i < cells->len; i++)
        g_string_append_printf (words, "\n%s", g_array_index (cells, BvIntakeCell, i).text);
    }
  key = bv_intake_field_key (words->str);
  is_self = strstr (key, "tự chấm") != NULL || strstr (key, "tự đánh giá") != NULL;
  is_verified = strstr (key, "thẩm định") != NULL || strstr (key, "chấm điểm cho") != NULL;
  if (is_self != is_verified)
    table->points = is_self ? "self" : "verified";
}

static gboolean
is_office (const BvFreeTable *table)
{
  const char *organ = table->answers.plan->campaign->issuer_organ;

  return table->owner != NULL && organ != NULL && bv_unit_name_equal (table->owner->name, organ);
}

static void
classify (BvFreeTable *table)
{
  const BvIntakeTable *cells = table->answers.table;

  if (bv_free_table_get_paste (table) != NULL)
    bv_free_titles_supply (table);
  table->rows = table->is_said ? bv_free_titles_list_rows (table)
                               : bv_intake_rows_classify (cells, table->answers.header);
  table->purpose = table->is_said ? BV_INTAKE_TABLE_ANSWERS
                                  : bv_intake_rows_judge (cells, table->answers.header, table->rows);
}

/* What is pasted is the office's, whomever it is about. */
static void
find_owner (BvFreeTable *table)
{
  const BvPaste *paste = bv_free_table_get_paste (table);
  const BvNominee *nominee;

  if (paste == NULL)
    {
      bv_free_owner_find (table);
      table->answers.is_of_office = is_office (table);
      return;
    }
  table->answers.is_of_office = TRUE;
  nominee = bv_record_find (table->answers.plan->campaign->nominees, paste->nominee);
  if (nominee == NULL)
    return;
  table->owner = g_hash_table_lookup (table->answers.plan->units, nominee->unit);
  table->answers.planned->unit = g_strdup (nominee->unit);
}

static void
take_sheet (BvFreeTable *table)
{
  bv_free_columns_find (table);
  classify (table);
  keep_header (table);
  if (!is_answer (table))
    return;
  find_owner (table);
  read_points (table);
  note_rest (table, TRUE);
  bv_free_columns_remark (table);
  bv_free_rows_take (table);
}

static void
take_table (BvImportPlan *plan, BvPlannedFile *planned, guint sheet)
{
  const BvIntakeSheet *whole = g_ptr_array_index (planned->file->sheets, sheet);
  BvFreeTable table = {
    .answers = { .plan = plan,
                 .planned = planned,
                 .table = whole->table,
                 .units = plan->matcher,
                 .rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                 .sheet = sheet },
    .headers = g_hash_table_new (g_str_hash, g_str_equal),
    .fitting = g_ptr_array_new (),
    .persons = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) bv_person_matcher_free),
    .owners = g_ptr_array_new (),
    .alike = g_array_new (FALSE, FALSE, sizeof (BvUnitCandidate)),
  };
  guint n = count_filled (whole->table);

  if (whole->visibility == BV_SOURCE_SHOWN)
    take_sheet (&table);
  else if (n > 0)
    note (&table, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "sheet “%s” is hidden; %u row was not read",
                                                "sheet “%s” is hidden; %u rows were not read", n),
                                   get_name (&table), n));
  clear_table (&table);
}

static gboolean
has_answered (const BvPlannedFile *planned)
{
  for (guint i = 0; i < planned->rest->len; i++)
    if (g_array_index (planned->rest, BvPlannedRest, i).kind == BV_INTAKE_ROW_ANSWERED)
      return TRUE;
  return FALSE;
}

/**
 * bv_recognise_file:
 * @plan: a plan
 * @planned: a file of it that is no form, or no more one
 *
 * Plans what is to become of each of its tables.
 *
 * Returns: whether there was something in it that could be taken in
 */
gboolean
bv_recognise_file (BvImportPlan *plan, BvPlannedFile *planned)
{
  for (guint i = 0; i < planned->file->sheets->len; i++)
    take_table (plan, planned, i);
  return planned->values->len + planned->questions->len + planned->remarks->len > 0 || has_answered (planned);
}

/**
 * bv_recognise_list_learned:
 * @plan: a plan
 *
 * Returns: (transfer full) (element-type BvIntakeAnswer): what was answered, and is to be known from now on;
 * what titles mean as such, in other campaigns, too
 */
GPtrArray *
bv_recognise_list_learned (const BvImportPlan *plan)
{
  GPtrArray *answers = bv_intake_questions_list_new (plan->questions);

  for (guint i = 0; i < answers->len; i++)
    {
      BvIntakeAnswer *answer = g_ptr_array_index (answers, i);

      if (!g_str_equal (answer->kind, bv_asked_kind_get_name (BV_ASKED_COLUMN))
          || strchr (answer->meant, ':') != NULL)
        continue;
      g_free (answer->scope);
      answer->scope = g_strdup ("");
    }
  return answers;
}
