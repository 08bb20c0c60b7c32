/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source/cell-place.h"

#define LETTERS 26

/**
 * bv_cell_place_read:
 * @text: such as "AB12" or "$AB$12"
 * @row: (out): from 0; %G_MAXUINT where it says none
 * @column: (out): from 0; %G_MAXUINT where it says none
 *
 * Returns: what follows the place
 */
const char *
bv_cell_place_read (const char *text, guint *row, guint *column)
{
  guint letters = 0;
  guint digits = 0;

  if (*text == '$')
    text++;
  for (; g_ascii_isalpha (*text) && letters < G_MAXUINT / LETTERS - 1; text++)
    letters = letters * LETTERS + (guint) (g_ascii_toupper (*text) - 'A' + 1);
  if (*text == '$')
    text++;
  for (; g_ascii_isdigit (*text) && digits < G_MAXUINT / 10 - 1; text++)
    digits = digits * 10 + (guint) (*text - '0');
  *row = digits - 1;
  *column = letters - 1;
  return text;
}

/**
 * bv_cell_place_write_column:
 * @column: from 0
 *
 * Returns: (transfer full): its letters
 */
char *
bv_cell_place_write_column (guint column)
{
  GString *letters = g_string_new (NULL);

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS)
    g_string_prepend_c (letters, (char) ('A' + (rest - 1) % LETTERS));
  return g_string_free (letters, FALSE);
}

/**
 * bv_cell_place_write:
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer full): such as "AB12"
 */
char *
bv_cell_place_write (guint row, guint column)
{
  g_autofree char *letters = bv_cell_place_write_column (column);

  return g_strdup_printf ("%s%u", letters, row + 1);
}
