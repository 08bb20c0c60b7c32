/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/form-answers.h"

#include <glib/gi18n-lib.h>

#define UNKNOWN_MOST 10000 /* names of a file: where there are more, it is no list for this campaign */

/**
 * bv_form_answers_note_unknown:
 * @answers: a sheet that came back
 *
 * Counts a name in it that is known nowhere: each is compared with all that may be meant, or is one more.
 */
void
bv_form_answers_note_unknown (const BvFormAnswers *answers)
{
  answers->planned->n_unknown++;
}

/**
 * bv_form_answers_note_unknown_once:
 * @answers: a sheet that came back
 * @name: a name in it that is known nowhere, as that of a department, which stands in many of its rows
 *
 * Counts it, unless that was done for another row.
 */
void
bv_form_answers_note_unknown_once (const BvFormAnswers *answers, const char *name)
{
  BvPlannedFile *planned = answers->planned;

  if (planned->unknown == NULL)
    planned->unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_add (planned->unknown, g_strdup (name)))
    bv_form_answers_note_unknown (answers);
}

/**
 * bv_form_answers_go_on:
 * @answers: a sheet that came back
 * @row: its next row, from 0
 *
 * Returns: whether the row is looked at; else it was said where the file was left, and nothing more of it is
 * to be taken
 */
gboolean
bv_form_answers_go_on (const BvFormAnswers *answers, guint row)
{
  if (answers->planned->n_unknown < UNKNOWN_MOST)
    return TRUE;
  if (answers->planned->is_cut)
    return FALSE;
  answers->planned->is_cut = TRUE;
  g_ptr_array_add (
    answers->planned->remarks,
    g_strdup_printf (
      _ (
        "sheet “%s”: nothing is taken in from row %u on, as the file has %u names that are known nowhere: see whether it is the right file, and hand over a longer list in parts"),
      bv_intake_table_get_name (answers->table), row + 1, answers->planned->n_unknown));
  return FALSE;
}
