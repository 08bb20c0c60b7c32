/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/recognise/refused-book.h"

#include "exchange/sheet/sheet-cells.h"
#include "exchange/workbook/workbook-file.h"
#include "store/whole-file.h"

#include <string.h>

/* The workbook is for the unit that sent the file: its words are Vietnamese. */
#define REASON "Lý do chưa nhận"
#define OWNER "Đơn vị: %s"
#define TITLE "Các dòng chưa nhận của %s, trang “%s”: sửa rồi nhập lại tệp này"
#define HEAD_ROW 2
#define REASON_WIDTH 40
#define NAME_MOST 24 /* letters of a sheet's own name: a number follows */

/* Rows of a table that were refused. */
typedef struct
{
  const BvPlannedFile *file;
  const BvPlannedTable *table;
  GPtrArray *rows; /* numbers, ascending */
} Refused;

static void
refused_free (gpointer data)
{
  Refused *refused = data;

  g_ptr_array_unref (refused->rows);
  g_free (refused);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  gsize first = GPOINTER_TO_SIZE (*(gpointer const *) a);
  gsize second = GPOINTER_TO_SIZE (*(gpointer const *) b);

  return (first > second) - (first < second);
}

static GPtrArray *
list_rows (const BvPlannedFile *file, guint sheet)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < file->values->len; i++)
    {
      const BvPlannedValue *value = g_ptr_array_index (file->values, i);
      gpointer row = GUINT_TO_POINTER (value->row);

      if (value->state == BV_PLANNED_REFUSED && value->sheet == sheet && !g_ptr_array_find (rows, row, NULL))
        g_ptr_array_add (rows, row);
    }
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}

static GPtrArray *
list_refused (const BvImportPlan *plan)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (refused_free);

  for (guint i = 0; i < plan->files->len; i++)
    {
      const BvPlannedFile *file = g_ptr_array_index (plan->files, i);

      for (guint k = 0; k < file->tables->len; k++)
        {
          const BvPlannedTable *table = g_ptr_array_index (file->tables, k);
          g_autoptr (GPtrArray) rows = list_rows (file, table->sheet);
          Refused *refused;

          if (rows->len == 0)
            continue;
          refused = g_new (Refused, 1);
          *refused = (Refused){ file, table, g_steal_pointer (&rows) };
          g_ptr_array_add (found, refused);
        }
    }
  return found;
}

/**
 * bv_refused_book_count:
 * @plan: a plan
 *
 * Returns: how many rows of its files are refused
 */
guint
bv_refused_book_count (const BvImportPlan *plan)
{
  g_autoptr (GPtrArray) tables = list_refused (plan);
  guint n = 0;

  for (guint i = 0; i < tables->len; i++)
    n += ((Refused *) g_ptr_array_index (tables, i))->rows->len;
  return n;
}

static char *
write_reasons (const Refused *refused, guint row)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < refused->file->values->len; i++)
    {
      const BvPlannedValue *value = g_ptr_array_index (refused->file->values, i);

      if (value->state == BV_PLANNED_REFUSED && value->sheet == refused->table->sheet && value->row == row
          && value->reason != NULL)
        g_ptr_array_add (lines, value->reason);
    }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* As people write it: a date from day to year, a number with a comma. */
static char *
write_cell (const BvIntakeCell *cell)
{
  int year, month, day;
  char *text;

  if (cell == NULL)
    return g_strdup ("");
  if (cell->kind == BV_INTAKE_DATE && sscanf (cell->text, "%4d-%2d-%2d", &year, &month, &day) == 3)
    return g_strdup_printf ("%02d/%02d/%04d", day, month, year);
  text = g_strdup (cell->text);
  if (cell->kind == BV_INTAKE_NUMBER)
    g_strdelimit (text, ".", ',');
  return text;
}

static void
write_row (BvSheet *sheet, const Refused *refused, guint from, guint to)
{
  const BvIntakeSheet *whole = g_ptr_array_index (refused->file->file->sheets, refused->table->sheet);
  const GArray *columns = refused->table->header->columns;
  g_autofree char *reasons = write_reasons (refused, from);

  for (guint i = 0; i < columns->len; i++)
    {
      guint column = g_array_index (columns, BvHeaderColumn, i).column;
      g_autofree char *text = write_cell (bv_intake_table_get_cell (whole->table, from, column));

      bv_sheet_text (sheet, to, i, text, BV_FORMAT_TEXT);
    }
  bv_sheet_text (sheet, to, columns->len, reasons, BV_FORMAT_TEXT);
  bv_sheet_end_row (sheet, to);
}

static void
write_top (BvSheet *sheet, const BvImportPlan *plan, const Refused *refused)
{
  const BvIntakeSheet *whole = g_ptr_array_index (refused->file->file->sheets, refused->table->sheet);
  const BvUnit *unit
    = refused->file->unit != NULL ? g_hash_table_lookup (plan->units, refused->file->unit) : NULL;
  g_autofree char *title
    = g_strdup_printf (TITLE, refused->file->name, bv_intake_table_get_name (whole->table));
  g_autofree char *owner = unit != NULL ? g_strdup_printf (OWNER, unit->name) : NULL;

  bv_sheet_text (sheet, 0, 0, title, BV_FORMAT_NOTE);
  bv_sheet_end_row (sheet, 0);
  bv_sheet_text (sheet, 1, 0, owner, BV_FORMAT_NOTE);
  bv_sheet_end_row (sheet, 1);
}

static void
write_head (BvSheet *sheet, const Refused *refused)
{
  const GArray *columns = refused->table->header->columns;
  g_autofree BvSheetColumn *heads = g_new (BvSheetColumn, columns->len + 1);

  for (guint i = 0; i < columns->len; i++)
    heads[i] = (BvSheetColumn){ g_array_index (columns, BvHeaderColumn, i).title, 18 };
  heads[columns->len] = (BvSheetColumn){ REASON, REASON_WIDTH };
  bv_sheet_set_widths (sheet, heads, columns->len + 1);
  bv_sheet_head (sheet, HEAD_ROW, heads, columns->len + 1, BV_FORMAT_HEAD);
}

/* Names of sheets are short, and each is another. */
static char *
name_sheet (const Refused *refused, guint number)
{
  const BvIntakeSheet *whole = g_ptr_array_index (refused->file->file->sheets, refused->table->sheet);
  const char *own = bv_intake_table_get_name (whole->table);
  g_autofree char *name = g_utf8_substring (own, 0, MIN (g_utf8_strlen (own, -1), NAME_MOST));

  g_strdelimit (name, "[]:*?/\\'", ' ');
  return g_strdup_printf ("%s %u", name, number);
}

/* What the workbook is filled with. */
typedef struct
{
  const BvImportPlan *plan;
  GPtrArray *tables; /* of Refused */
  GPtrArray *names;  /* of the sheets */
} Content;

static void
fill (BvBook *book, gpointer data)
{
  const Content *content = data;

  for (guint i = 0; i < content->tables->len; i++)
    {
      const Refused *refused = g_ptr_array_index (content->tables, i);
      BvSheet sheet;

      bv_sheet_init (&sheet, book, g_ptr_array_index (content->names, i));
      write_head (&sheet, refused);
      write_top (&sheet, content->plan, refused);
      for (guint k = 0; k < refused->rows->len; k++)
        write_row (&sheet, refused, GPOINTER_TO_UINT (g_ptr_array_index (refused->rows, k)),
                   HEAD_ROW + 1 + k);
      bv_sheet_clear (&sheet);
    }
}

/**
 * bv_refused_book_write:
 * @library: a library, in whose folder for temporary files is worked
 * @plan: a plan of which rows were refused
 * @path: where the workbook goes
 * @error: return location for what disk and library say
 *
 * Writes the rows that were refused, each with its reasons behind it, under the titles that they had; mended
 * they are taken in again.
 *
 * Returns: %FALSE with @error set, and no file, on failure
 */
gboolean
bv_refused_book_write (BvLibrary *library, const BvImportPlan *plan, const char *path, GError **error)
{
  g_autoptr (GPtrArray) tables = list_refused (plan);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Content filled = { plan, tables, names };
  const BvWorkbookContent content = { NULL, bv_refused_book_count (plan), fill, &filled };
  g_autofree char *folder = bv_library_make_temporary_folder (library, error);
  g_autofree char *written = NULL;

  for (guint i = 0; i < tables->len; i++)
    g_ptr_array_add (names, name_sheet (g_ptr_array_index (tables, i), i + 1));
  if (folder != NULL)
    {
      written = bv_workbook_file_write (&content, path, folder, NULL, NULL, error);
      bv_library_remove_temporary_folder (folder);
    }
  return written != NULL && bv_whole_file_finish (written, path, error);
}
