/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/intake-file.h"

#include "exchange/apart/source-process.h"
#include "exchange/source/source-error.h"
#include "exchange/source/source-limits.h"
#include "exchange/table/source-name.h"

#include <glib/gi18n-lib.h>

/* Of all tables together, which are kept; and of what is shown as one in each, which matters near its titles.
 */
#define MOST_CELLS 2000000
#define MOST_ROWS \
  200000 /* that say something: twice the longest list, and no file costs more than some seconds */
#define MOST_RANGES 4096

static void
sheet_free (gpointer data)
{
  BvIntakeSheet *sheet = data;

  bv_intake_table_free (sheet->table);
  g_free (sheet);
}

static gboolean
begin (gpointer data, const char *name, BvSourceVisibility visibility, GError **error)
{
  BvIntakeFile *file = data;
  g_autofree char *numbered = bv_source_name_table (file->sheets->len);
  BvIntakeSheet *sheet = g_new (BvIntakeSheet, 1);

  *sheet = (BvIntakeSheet){ bv_intake_table_new (*name != '\0' ? name : numbered), visibility };
  g_ptr_array_add (file->sheets, sheet);
  return TRUE;
}

static BvIntakeTable *
get_last (BvIntakeFile *file)
{
  return ((BvIntakeSheet *) g_ptr_array_index (file->sheets, file->sheets->len - 1))->table;
}

static BvIntakeKind
get_kind (const BvSourceCell *cell)
{
  static const BvIntakeKind kinds[] = {
    [BV_SOURCE_EMPTY] = BV_INTAKE_EMPTY,   [BV_SOURCE_TEXT] = BV_INTAKE_TEXT,
    [BV_SOURCE_NUMBER] = BV_INTAKE_NUMBER, [BV_SOURCE_DATE] = BV_INTAKE_DATE,
    [BV_SOURCE_FLAG] = BV_INTAKE_FLAG,     [BV_SOURCE_FAULT] = BV_INTAKE_FAULT,
  };

  return kinds[cell->kind];
}

static void
signs_clear (gpointer data)
{
  BvIntakeSigns *signs = data;

  g_free (signs->before);
  g_free (signs->after);
}

static void
note_signs (BvIntakeFile *file, guint row, const BvSourceCell *cell)
{
  const BvIntakeSigns signs
    = { file->sheets->len - 1, row, cell->column, cell->charset, g_strdup (cell->written),
        g_strdup (cell->text) };

  g_array_append_val (file->signs, signs);
}

static gboolean
says_something (const BvSourceCell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    if (cells[i].kind != BV_SOURCE_EMPTY && *cells[i].text != '\0')
      return TRUE;
  return FALSE;
}

static gboolean
check_size (BvIntakeFile *file, guint row, GError **error)
{
  if (file->n_rows <= MOST_ROWS && file->n_cells <= MOST_CELLS)
    return TRUE;
  g_set_error (
    error, BV_SOURCE_ERROR, BV_SOURCE_ERROR_BOMB,
    file->n_rows > MOST_ROWS
      ? _ (
        "sheet “%s”: at row %u the file has more than %u rows, far more than a list: see whether it is the right file, and hand over a longer list in parts")
      : _ (
        "sheet “%s”: at row %u the file has more than %u cells, far more than a list: see whether it is the right file, and hand over a longer list in parts"),
    bv_intake_table_get_name (get_last (file)), row + 1, file->n_rows > MOST_ROWS ? MOST_ROWS : MOST_CELLS);
  return FALSE;
}

static gboolean
row (gpointer data,
     guint number,
     gboolean is_hidden,
     const BvSourceCell *cells,
     guint n_cells,
     GError **error)
{
  BvIntakeFile *file = data;
  BvIntakeTable *table = get_last (file);

  file->n_cells += n_cells;
  file->n_rows += says_something (cells, n_cells);
  if (!check_size (file, number, error))
    return FALSE;
  for (guint i = 0; i < n_cells; i++)
    {
      bv_intake_table_add (
        table, number,
        &(BvIntakeCell){ cells[i].column, get_kind (&cells[i]), cells[i].text, cells[i].is_formula });
      if (cells[i].written != NULL)
        note_signs (file, number, &cells[i]);
    }
  return TRUE;
}

static gboolean
end (gpointer data, const BvSourceRange *merged, guint n_merged, GError **error)
{
  BvIntakeTable *table = get_last (data);

  for (guint i = 0; i < MIN (n_merged, MOST_RANGES); i++)
    bv_intake_table_merge (
      table, &(BvIntakeRange){ merged[i].row, merged[i].column, merged[i].n_rows, merged[i].n_columns });
  return TRUE;
}

const BvSourceSink bv_intake_file_sink = { begin, row, end };

/**
 * bv_intake_file_new:
 * @path: where it is; empty: nowhere
 *
 * Returns: (transfer full): a file without tables, which %bv_intake_file_sink fills
 */
BvIntakeFile *
bv_intake_file_new (const char *path)
{
  BvIntakeFile *file = g_new (BvIntakeFile, 1);

  *file = (BvIntakeFile){ g_strdup (path),
                          g_ptr_array_new_with_free_func (sheet_free),
                          g_array_new (FALSE, FALSE, sizeof (BvIntakeSigns)),
                          g_array_new (FALSE, FALSE, sizeof (BvIntakeSigns)),
                          0,
                          0 };
  g_array_set_clear_func (file->signs, signs_clear);
  g_array_set_clear_func (file->converted, signs_clear);
  return file;
}

/**
 * bv_intake_file_read:
 * @path: a file from outside
 * @cancellable: (nullable): to give up
 * @error: return location for a %BV_SOURCE_ERROR, or a #GIOErrorEnum
 *
 * Reads it in a process of its own; for a thread that may wait.
 *
 * Returns: (transfer full) (nullable): its tables
 */
BvIntakeFile *
bv_intake_file_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvIntakeFile) file = bv_intake_file_new (path);

  if (!bv_source_process_read (path, &bv_intake_file_sink, file, cancellable, error))
    return NULL;
  return g_steal_pointer (&file);
}

static BvIntakeTable *
get_table (const BvIntakeFile *file, guint sheet)
{
  return ((BvIntakeSheet *) g_ptr_array_index (file->sheets, sheet))->table;
}

/**
 * bv_intake_file_convert:
 * @file: tables of a file
 * @sheet: one of them
 * @row: from 0
 * @cell: a cell with a text
 * @meant: what it says from now on
 */
void
bv_intake_file_convert (BvIntakeFile *file,
                        guint sheet,
                        guint row,
                        const BvIntakeCell *cell,
                        const char *meant)
{
  const BvIntakeSigns signs
    = { sheet, row, cell->column, BV_LEGACY_NONE, g_strdup (cell->text), g_strdup (meant) };

  g_array_append_val (file->converted, signs);
  bv_intake_table_set_text (get_table (file, sheet), row, cell->column, meant);
}

/**
 * bv_intake_file_restore:
 * @file: tables of a file
 *
 * Says again what stood in it when it was read.
 */
void
bv_intake_file_restore (BvIntakeFile *file)
{
  for (guint i = 0; i < file->converted->len; i++)
    {
      const BvIntakeSigns *signs = &g_array_index (file->converted, BvIntakeSigns, i);

      bv_intake_table_set_text (get_table (file, signs->sheet), signs->row, signs->column, signs->before);
    }
  g_array_set_size (file->converted, 0);
}

/**
 * bv_intake_file_free:
 * @file: (transfer full): tables of a file
 */
void
bv_intake_file_free (BvIntakeFile *file)
{
  g_ptr_array_unref (file->sheets);
  g_array_unref (file->signs);
  g_array_unref (file->converted);
  g_free (file->path);
  g_free (file);
}
