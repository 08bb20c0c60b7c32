/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/pasted.h"

#include "core/text/tidy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CELLS_MAX 16384 /* of a row, as in Excel */

static void
row_free (gpointer data)
{
  BvPastedRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

/* The end of a cell that begins at a quotation mark, as spreadsheets write one of several lines; NULL: it is
 * prose that begins so. */
static const char *
find_quoted_end (const char *text)
{
  for (const char *p = text + 1; *p != '\0'; p++)
    if (*p == '"')
      {
        if (p[1] == '"')
          p++;
        else
          return strchr ("\t\r\n", p[1]) != NULL ? p + 1 : NULL;
      }
  return NULL;
}

/* Two quotation marks stand for one. */
static char *
unquote (const char *text, gsize length)
{
  g_autofree char *inside = g_strndup (text + 1, length - 2);
  g_auto (GStrv) parts = g_strsplit (inside, "\"\"", -1);

  return g_strjoinv ("\"", parts);
}

static guint
count_lines (const char *from, const char *to)
{
  guint n = 0;

  for (const char *p = from; p < to; p++)
    n += *p == '\n';
  return n;
}

static const char *
take_cell (const char *text, BvPastedRow *row)
{
  const char *end = *text == '"' ? find_quoted_end (text) : NULL;
  g_autofree char *raw = NULL;

  if (end != NULL)
    raw = unquote (text, end - text);
  else
    {
      end = text + strcspn (text, "\t\r\n");
      raw = g_strndup (text, end - text);
    }
  if (row->cells->len < CELLS_MAX)
    g_ptr_array_add (row->cells, bv_tidy_line (raw));
  return end;
}

/**
 * bv_pasted_split:
 * @text: UTF-8 as it stands on the clipboard
 *
 * Takes rows apart whose cells have tabs between them, and may stand in quotation marks, over several lines;
 * each cell is tidy (bv_tidy_line()). What ends the last row makes no further one.
 *
 * Returns: (transfer full) (element-type BvPastedRow): the rows, the empty ones too
 */
GPtrArray *
bv_pasted_split (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  guint line = 1;

  while (*text != '\0')
    {
      BvPastedRow *row = g_new (BvPastedRow, 1);
      const char *begin = text;

      *row = (BvPastedRow){ g_ptr_array_new_with_free_func (g_free), line };
      text = take_cell (text, row);
      while (*text == '\t')
        text = take_cell (text + 1, row);
      text += *text == '\r';
      text += *text == '\n';
      line += MAX (count_lines (begin, text), 1);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/**
 * bv_pasted_get_cell:
 * @row: a row
 * @column: a column, from 0; -1: none
 *
 * Returns: (transfer none): what stands there; never %NULL
 */
const char *
bv_pasted_get_cell (const BvPastedRow *row, gint column)
{
  return column >= 0 && (guint) column < row->cells->len ? g_ptr_array_index (row->cells, column) : "";
}

static void
note_free (gpointer data)
{
  BvPastedNote *note = data;

  g_free (note->text);
  g_free (note);
}

/**
 * bv_pasted_notes_new:
 *
 * Returns: (transfer full) (element-type BvPastedNote): none yet
 */
GPtrArray *
bv_pasted_notes_new (void)
{
  return g_ptr_array_new_with_free_func (note_free);
}

/**
 * bv_pasted_notes_add:
 * @notes: notes
 * @line: the line of the row of which something is said, from 1; 0: of all
 * @text: (transfer full): what, translated
 */
void
bv_pasted_notes_add (GPtrArray *notes, guint line, char *text)
{
  BvPastedNote *note = g_new (BvPastedNote, 1);

  *note = (BvPastedNote){ line, text };
  g_ptr_array_add (notes, note);
}

/**
 * bv_pasted_note_write:
 * @note: a note
 *
 * Returns: (transfer full): it with its line: “line 3: there is no title”
 */
char *
bv_pasted_note_write (const BvPastedNote *note)
{
  return note->line == 0 ? g_strdup (note->text)
                         : g_strdup_printf (_ ("line %u: %s"), note->line, note->text);
}
