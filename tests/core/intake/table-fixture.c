/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-fixture.h"

#include <string.h>

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789.-") == strlen (text) && strcmp (text, "-") != 0;
}

static void
add_cell (BvIntakeTable *table, guint row, guint column, const char *text)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *broken = NULL;
  BvIntakeCell cell = { column, BV_INTAKE_TEXT, text, FALSE };

  if (*text == '\0' || g_str_equal (text, "<") || g_str_equal (text, "^"))
    return;
  if (*text == '=')
    {
      cell.is_formula = TRUE;
      cell.text++;
    }
  cell.kind = is_number (cell.text) ? BV_INTAKE_NUMBER : BV_INTAKE_TEXT;
  if (*cell.text == '\'')
    cell.text++;
  lines = g_strsplit (cell.text, "~", -1);
  broken = g_strjoinv ("\n", lines);
  cell.text = broken;
  bv_intake_table_add (table, row, &cell);
}

static const char *
cell_at (char ***cells, guint n_rows, guint row, guint column)
{
  return row < n_rows && column < g_strv_length (cells[row]) ? cells[row][column] : "";
}

/* The cells shown as one with that at the place, which has a text. */
static void
add_range (BvIntakeTable *table, char ***cells, guint n_rows, guint row, guint column)
{
  BvIntakeRange range = { row, column, 1, 1 };

  while (g_str_equal (cell_at (cells, n_rows, row, column + range.n_columns), "<"))
    range.n_columns++;
  while (g_str_equal (cell_at (cells, n_rows, row + range.n_rows, column), "^"))
    range.n_rows++;
  if (range.n_columns > 1 || range.n_rows > 1)
    bv_intake_table_merge (table, &range);
}

BvIntakeTable *
fixture_read_table (const char *name, const char *const *lines)
{
  BvIntakeTable *table = bv_intake_table_new (name);
  guint n_rows = g_strv_length ((char **) lines);
  char ***cells = g_new0 (char **, n_rows + 1);

  for (guint row = 0; row < n_rows; row++)
    cells[row] = g_strsplit (lines[row], "|", -1);
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; cells[row][column] != NULL; column++)
      {
        add_cell (table, row, column, g_strstrip (cells[row][column]));
        add_range (table, cells, n_rows, row, column);
      }
  for (guint row = 0; row < n_rows; row++)
    g_strfreev (cells[row]);
  g_free (cells);
  return table;
}

/* Criteria of `code|title|short`. */
GPtrArray *
fixture_read_criteria (const char *const *lines)
{
  GPtrArray *criteria = g_ptr_array_new_with_free_func (bv_record_free);

  for (; *lines != NULL; lines++)
    {
      g_auto (GStrv) values = g_strsplit (*lines, "|", -1);
      BvCriterion *criterion = bv_record_new (&bv_criterion_entity);

      g_free (criterion->code);
      g_free (criterion->title);
      g_free (criterion->short_title);
      criterion->code = g_strdup (values[0]);
      criterion->title = g_strdup (values[1]);
      criterion->short_title = g_strdup (values[2]);
      g_ptr_array_add (criteria, criterion);
    }
  return criteria;
}

/* `first+rows: A=field B=#code C=?`, columns by their letters. */
char *
fixture_write_header (const BvHeader *header)
{
  GString *text = g_string_new (NULL);

  if (header->n_rows == 0)
    return g_string_free (text, FALSE);
  g_string_append_printf (text, "%u+%u:", header->first_row, header->n_rows);
  for (guint i = 0; i < header->columns->len; i++)
    {
      const BvHeaderColumn *column = &g_array_index (header->columns, BvHeaderColumn, i);

      g_string_append_printf (text, " %c=", 'A' + column->column);
      if (column->meaning.likeness == 0)
        g_string_append_c (text, '?');
      else if (column->meaning.criterion != NULL)
        g_string_append_printf (text, "#%s", column->meaning.criterion->code);
      else
        g_string_append (text, bv_intake_fields[column->meaning.field].name);
    }
  return g_string_free (text, FALSE);
}
