/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/grid.h"

#include "cli/output.h"

#include <string.h>

/* Longer texts are cut, but for those of the last column. */
#define WIDTH_MAX 60

#define GAP "  "
#define RULE "─"

struct _BvGrid
{
  char *alignment;   /* a letter a column: l or r */
  GPtrArray *cells;  /* row after row, the titles first */
  GHashTable *lines; /* row → the label of the line above it */
};

static guint
count_columns (const BvGrid *grid)
{
  return strlen (grid->alignment);
}

static guint
count_rows (const BvGrid *grid)
{
  return grid->cells->len / count_columns (grid);
}

static guint
letter_width (gunichar letter)
{
  if (g_unichar_iszerowidth (letter))
    return 0;
  return g_unichar_iswide (letter) ? 2 : 1;
}

static guint
text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += letter_width (g_utf8_get_char (p));
  return width;
}

static void
shorten (char *text)
{
  guint width = 0;

  if (text_width (text) <= WIDTH_MAX)
    return;
  for (char *p = text;; p = g_utf8_next_char (p))
    {
      width += letter_width (g_utf8_get_char (p));
      if (width >= WIDTH_MAX && strlen (p) >= strlen ("…"))
        {
          strcpy (p, "…");
          return;
        }
    }
}

/**
 * bv_grid_new:
 * @alignment: a letter a column: `l` for texts, `r` for numbers
 * @...: the titles of the columns, then %NULL
 *
 * Returns: (transfer full): a table without rows
 */
BvGrid *
bv_grid_new (const char *alignment, ...)
{
  BvGrid *grid = g_new0 (BvGrid, 1);
  va_list titles;

  grid->alignment = g_strdup (alignment);
  grid->cells = g_ptr_array_new_with_free_func (g_free);
  grid->lines = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  va_start (titles, alignment);
  for (const char *title = va_arg (titles, const char *); title != NULL;
       title = va_arg (titles, const char *))
    bv_grid_add (grid, title);
  va_end (titles);
  return grid;
}

/**
 * bv_grid_free:
 * @grid: (transfer full): a table
 */
void
bv_grid_free (BvGrid *grid)
{
  g_free (grid->alignment);
  g_ptr_array_unref (grid->cells);
  g_hash_table_unref (grid->lines);
  g_free (grid);
}

/**
 * bv_grid_add:
 * @grid: a table
 * @cell: (nullable): the text of the next cell; %NULL: empty
 *
 * Fills the next cell, from left to right; a full row begins the next.
 */
void
bv_grid_add (BvGrid *grid, const char *cell)
{
  char *clean = bv_output_clean (cell != NULL ? cell : "");

  if ((grid->cells->len + 1) % count_columns (grid) != 0)
    shorten (clean);
  g_ptr_array_add (grid->cells, clean);
}

/**
 * bv_grid_take:
 * @grid: a table
 * @cell: (transfer full) (nullable): as in bv_grid_add()
 */
void
bv_grid_take (BvGrid *grid, char *cell)
{
  bv_grid_add (grid, cell);
  g_free (cell);
}

/**
 * bv_grid_add_line:
 * @grid: a table whose rows are full
 * @label: what the line says
 *
 * Draws a line between the last row and the next.
 */
void
bv_grid_add_line (BvGrid *grid, const char *label)
{
  g_hash_table_insert (grid->lines, GUINT_TO_POINTER (count_rows (grid)), g_strdup (label));
}

static guint *
measure (const BvGrid *grid)
{
  guint n_columns = count_columns (grid);
  guint *widths = g_new0 (guint, n_columns);

  for (guint i = 0; i < grid->cells->len; i++)
    {
      guint width = text_width (g_ptr_array_index (grid->cells, i));

      widths[i % n_columns] = MAX (widths[i % n_columns], width);
    }
  return widths;
}

static void
append_times (GString *text, const char *piece, guint count)
{
  for (guint i = 0; i < count; i++)
    g_string_append (text, piece);
}

static void
append_row (const BvGrid *grid, guint row, const guint *widths, GString *text)
{
  guint n_columns = count_columns (grid);

  for (guint i = 0; i < n_columns; i++)
    {
      const char *cell = g_ptr_array_index (grid->cells, row * n_columns + i);
      guint blanks = widths[i] - text_width (cell);

      if (i > 0)
        g_string_append (text, GAP);
      if (grid->alignment[i] == 'r')
        append_times (text, " ", blanks);
      g_string_append (text, cell);
      if (grid->alignment[i] != 'r' && i + 1 < n_columns)
        append_times (text, " ", blanks);
    }
  g_strchomp (text->str);
  text->len = strlen (text->str);
  g_string_append_c (text, '\n');
}

static void
append_line (const char *label, guint width, GString *text)
{
  guint used = text_width (label) + 2;

  append_times (text, RULE, 3);
  g_string_append_printf (text, " %s ", label);
  append_times (text, RULE, width > used + 3 ? width - used - 3 : 3);
  g_string_append_c (text, '\n');
}

/**
 * bv_grid_print:
 * @grid: a table whose rows are full
 *
 * Prints the titles, a rule and the rows.
 */
void
bv_grid_print (BvGrid *grid)
{
  g_autofree guint *widths = measure (grid);
  guint width = (count_columns (grid) - 1) * strlen (GAP);

  for (guint i = 0; i < count_columns (grid); i++)
    width += MIN (widths[i], WIDTH_MAX);
  for (guint row = 0; row <= count_rows (grid); row++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const char *label = g_hash_table_lookup (grid->lines, GUINT_TO_POINTER (row));

      if (label != NULL)
        append_line (label, width, text);
      if (row < count_rows (grid))
        append_row (grid, row, widths, text);
      if (row == 0)
        {
          append_times (text, RULE, width);
          g_string_append_c (text, '\n');
        }
      bv_output_write (text->str, text->len);
    }
}
