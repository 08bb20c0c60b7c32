/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/recognise/free-table.h"

#include "core/text/tidy.h"

/**
 * bv_free_table_find_column:
 * @table: a table
 * @field: a field
 *
 * Returns: the column that holds it; %G_MAXUINT: none does
 */
guint
bv_free_table_find_column (const BvFreeTable *table, BvIntakeField field)
{
  const BvHeaderColumn *column = bv_header_find_field (table->answers.header, field);

  return column != NULL ? column->column : G_MAXUINT;
}

/**
 * bv_free_table_read:
 * @table: a table
 * @row: from 0
 * @field: a field
 *
 * Returns: (transfer full): what the row has there, on one line; empty: nothing
 */
char *
bv_free_table_read (const BvFreeTable *table, guint row, BvIntakeField field)
{
  guint column = bv_free_table_find_column (table, field);

  return bv_tidy_line (column != G_MAXUINT ? bv_intake_table_get_text (table->answers.table, row, column)
                                           : "");
}

/**
 * bv_free_table_ask:
 * @table: a table
 * @row: one of its rows, which waits
 * @question: for the answer to this
 * @reason: what is not known, translated
 */
void
bv_free_table_ask (const BvFreeTable *table,
                   const BvFreeRow *row,
                   const BvIntakeQuestion *question,
                   const char *reason)
{
  BvPlannedValue *value = bv_form_answers_add (&table->answers, &(BvFormPlace){ row->row, NULL, row->name },
                                               row->column, BV_PLANNED_ASKED, reason);

  value->question = question;
  bv_planned_file_note_question (table->answers.planned, question, table->answers.sheet, row->row,
                                 row->column);
}

/**
 * bv_free_table_refuse:
 * @table: a table
 * @row: one of its rows
 * @reason: why it is not taken in, translated
 */
void
bv_free_table_refuse (const BvFreeTable *table, const BvFreeRow *row, const char *reason)
{
  bv_form_answers_add (&table->answers, &(BvFormPlace){ row->row, NULL, row->name }, row->column,
                       BV_PLANNED_REFUSED, reason);
}

/**
 * bv_free_table_leave_out:
 * @table: a table
 * @row: of which somebody said so
 */
void
bv_free_table_leave_out (const BvFreeTable *table, guint row)
{
  const BvPlannedRest rest = { table->answers.sheet, row, BV_INTAKE_ROW_ANSWERED };

  g_array_append_val (table->answers.planned->rest, rest);
}

/**
 * bv_free_table_get_paste:
 * @table: a table
 *
 * Returns: (transfer none) (nullable): where it goes that was pasted; %NULL: it came in a file
 */
const BvPaste *
bv_free_table_get_paste (const BvFreeTable *table)
{
  return table->answers.planned->paste;
}

/**
 * bv_free_table_get_scope:
 * @table: a table
 *
 * Returns: within what answers hold that are about a campaign
 */
const char *
bv_free_table_get_scope (const BvFreeTable *table)
{
  return table->answers.plan->campaign->key;
}
