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
 * bv_form_answers_go_on:
 * @answers: a sheet that came back
 * @row: its next row, from 0
 *
 * Returns: whether the row is looked at; else it is said where the sheet was left, and nothing more of it is
 * to be taken
 */
gboolean
bv_form_answers_go_on (const BvFormAnswers *answers, guint row)
{
  if (answers->planned->n_unknown < UNKNOWN_MOST)
    return TRUE;
  g_ptr_array_add (
    answers->planned->remarks,
    g_strdup_printf (
      _ (
        "sheet “%s”: nothing is taken in from row %u on, as the file has %u names that are known nowhere: see whether it is the right file, and hand over a longer list in parts"),
      bv_intake_table_get_name (answers->table), row + 1, answers->planned->n_unknown));
  return FALSE;
}
