/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/workbook/formula.h"

#include <string.h>

#define ROW_DIGITS 10

struct _BvFormula
{
  char *template;
  GString *text;  /* as it stood in the last row */
  GArray *places; /* of gsize: where the row's number begins */
  gsize n_digits; /* of that number */
};

/**
 * bv_formula_new:
 * @template: (transfer full): a formula with `#` in place of each number of its row
 *
 * Returns: (transfer full): the formula
 */
BvFormula *
bv_formula_new (char *template)
{
  BvFormula *formula = g_new0 (BvFormula, 1);

  formula->template = template;
  formula->text = g_string_new (NULL);
  formula->places = g_array_new (FALSE, FALSE, sizeof (gsize));
  return formula;
}

/**
 * bv_formula_free:
 * @formula: (transfer full) (nullable): a formula
 */
void
bv_formula_free (BvFormula *formula)
{
  if (formula == NULL)
    return;
  g_free (formula->template);
  g_string_free (formula->text, TRUE);
  g_array_unref (formula->places);
  g_free (formula);
}

static void
lay_out (BvFormula *formula, const char *digits, gsize n_digits)
{
  const char *rest = formula->template;
  const char *mark;

  g_string_truncate (formula->text, 0);
  g_array_set_size (formula->places, 0);
  while ((mark = strchr (rest, '#')) != NULL)
    {
      gsize place;

      g_string_append_len (formula->text, rest, mark - rest);
      place = formula->text->len;
      g_array_append_val (formula->places, place);
      g_string_append_len (formula->text, digits, n_digits);
      rest = mark + 1;
    }
  g_string_append (formula->text, rest);
  formula->n_digits = n_digits;
}

/* Writes @number at the end of @buffer; printing a million of them any other way takes longer than all else.
 * Returns where it begins. No number has more digits than the buffer; the bound lets the compiler see that
 * too. */
static gsize
write_digits (guint number, char buffer[ROW_DIGITS])
{
  gsize first = ROW_DIGITS;

  do
    buffer[--first] = '0' + number % 10;
  while ((number /= 10) > 0 && first > 0);
  return first;
}

/**
 * bv_formula_at:
 * @formula: a formula
 * @row: from 0
 *
 * Only the digits change from row to row: a hundred thousand formulas cost little.
 *
 * Returns: (transfer none): the formula in that row; valid until the next call
 */
const char *
bv_formula_at (BvFormula *formula, guint row)
{
  char buffer[ROW_DIGITS];
  gsize first = write_digits (row + 1, buffer);
  const char *digits = buffer + first;
  gsize n_digits = ROW_DIGITS - first;

  if (n_digits != formula->n_digits)
    lay_out (formula, digits, n_digits);
  else
    for (guint i = 0; i < formula->places->len; i++)
      memcpy (formula->text->str + g_array_index (formula->places, gsize, i), digits, n_digits);
  return formula->text->str;
}
