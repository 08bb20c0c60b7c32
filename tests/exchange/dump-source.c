/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dump-source [--html|--text] FILE: what the readers of tables hand over, as JSON; for tests that wrote the
 * file by other programs. With an option FILE is what the clipboard has. */
#include "exchange/apart/source-process.h"
#include "exchange/plain/csv.h"
#include "exchange/plain/html-table.h"
#include "exchange/source/source-error.h"
#include "exchange/source/source.h"

#include <jansson.h>
#include <locale.h>
#include <stdio.h>

typedef struct
{
  json_t *tables;
  json_t *rows; /* of the table that is read */
} Dump;

static gboolean
begin (gpointer data, const char *name, BvSourceVisibility visibility, GError **error)
{
  static const char *const words[] = { "shown", "hidden", "very hidden" };
  Dump *dump = data;
  json_t *table = json_pack ("{s:s, s:s, s:[]}", "name", name, "visibility", words[visibility], "rows");

  dump->rows = json_object_get (table, "rows");
  json_array_append_new (dump->tables, table);
  return TRUE;
}

static json_t *
write_cell (const BvSourceCell *cell)
{
  static const char *const kinds[] = { "empty", "text", "number", "date", "flag", "fault" };
  json_t *written
    = json_pack ("{s:i, s:s, s:s}", "column", cell->column, "kind", kinds[cell->kind], "text", cell->text);

  if (cell->written != NULL)
    json_object_set_new (written, "written", json_string (cell->written));
  if (cell->charset != BV_LEGACY_NONE)
    json_object_set_new (written, "charset", json_string (bv_legacy_charset_get_title (cell->charset)));
  if (cell->font != NULL)
    json_object_set_new (written, "font", json_string (cell->font));
  if (cell->is_formula)
    json_object_set_new (written, "formula", json_true ());
  if (cell->is_hidden)
    json_object_set_new (written, "hidden", json_true ());
  return written;
}

static gboolean
row (gpointer data,
     guint number,
     gboolean is_hidden,
     const BvSourceCell *cells,
     guint n_cells,
     GError **error)
{
  Dump *dump = data;
  json_t *written = json_pack ("{s:i, s:b, s:[]}", "row", number, "hidden", is_hidden, "cells");

  for (guint i = 0; i < n_cells; i++)
    json_array_append_new (json_object_get (written, "cells"), write_cell (&cells[i]));
  json_array_append_new (dump->rows, written);
  return TRUE;
}

static gboolean
end (gpointer data, const BvSourceRange *merged, guint n_merged, GError **error)
{
  Dump *dump = data;
  json_t *table = json_array_get (dump->tables, json_array_size (dump->tables) - 1);
  json_t *ranges = json_array ();

  for (guint i = 0; i < n_merged; i++)
    json_array_append_new (ranges, json_pack ("[i, i, i, i]", merged[i].row, merged[i].column,
                                              merged[i].n_rows, merged[i].n_columns));
  json_object_set_new (table, "merged", ranges);
  return TRUE;
}

static void
read_clipboard (const char *option, const char *path, const BvSourceSink *sink, Dump *dump, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return;
  if (g_str_equal (option, "--html"))
    bv_html_table_read_text (text, length, FALSE, sink, dump, error);
  else
    bv_csv_read_text (text, length, '\t', sink, dump, error);
}

int
main (int argc, char **argv)
{
  static const BvSourceSink sink = { begin, row, end };
  Dump dump = { json_array (), NULL };
  g_autoptr (GError) error = NULL;
  json_t *all;

  setlocale (LC_ALL, "");
  if (argc != 2 && argc != 3)
    return 2;
  if (argc == 3 && g_str_equal (argv[1], "--apart"))
    bv_source_process_read (argv[2], &sink, &dump, NULL, &error);
  else if (argc == 3)
    read_clipboard (argv[1], argv[2], &sink, &dump, &error);
  else
    bv_source_read (argv[1], &sink, &dump, &error);
  all = json_pack ("{s:o}", "tables", dump.tables);
  if (error != NULL)
    json_object_set_new (all, "error",
                         json_pack ("{s:i, s:s}", "code", error->domain == BV_SOURCE_ERROR ? error->code : -1,
                                    "words", error->message));
  json_dumpf (all, stdout, JSON_COMPACT);
  json_decref (all);
  return error == NULL ? 0 : 1;
}
