/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "replay-workbook.h"

#include "exchange/read-back/book-record.h"
#include "exchange/read-back/cell-hash.h"

#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#define MOST_FIELDS 12

typedef struct
{
  char kind;
  guint n_fields;
  guint row;
  guint column;
  guint format;
  double number;
  char *fields[MOST_FIELDS]; /* behind the kind; in the text of the recording */
} Step;

struct _Replay
{
  char *text;
  GArray *steps; /* of Step */
  guint n_cells;
};

static void
unescape (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != '\\')
      *to++ = *from;
    else
      {
        from++;
        *to++ = *from == 'n' ? '\n' : *from == 't' ? '\t' : *from == 'r' ? '\r' : *from;
      }
  *to = '\0';
}

static void
read_step (Replay *replay, char *line)
{
  Step step = { .kind = *line };
  char *field = strchr (line, '\t');

  while (field != NULL)
    {
      *field = '\0';
      g_assert_cmpuint (step.n_fields, <, MOST_FIELDS);
      step.fields[step.n_fields++] = field + 1;
      field = strchr (field + 1, '\t');
    }
  for (guint i = 0; i < step.n_fields; i++)
    unescape (step.fields[i]);
  if (g_ascii_islower (step.kind))
    {
      step.row = strtoul (step.fields[0], NULL, 10);
      step.column = strtoul (step.fields[1], NULL, 10);
      step.format = strtoul (step.fields[2], NULL, 10);
      step.number = step.n_fields > 3 ? g_ascii_strtod (step.fields[3], NULL) : 0;
      replay->n_cells++;
    }
  g_array_append_val (replay->steps, step);
}

Replay *
replay_read (const char *path)
{
  Replay *replay = g_new0 (Replay, 1);
  g_autoptr (GError) error = NULL;
  char *line;

  g_file_get_contents (path, &replay->text, NULL, &error);
  g_assert_no_error (error);
  replay->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  line = replay->text;
  while (*line != '\0')
    {
      char *end = strchr (line, '\n');

      *end = '\0';
      read_step (replay, line);
      line = end + 1;
    }
  return replay;
}

void
replay_free (Replay *replay)
{
  g_array_unref (replay->steps);
  g_free (replay->text);
  g_free (replay);
}

guint
replay_count_cells (const Replay *replay)
{
  return replay->n_cells;
}

static lxw_format *
create_format (lxw_workbook *workbook, const Step *step)
{
  lxw_format *format = workbook_add_format (workbook);
  guint fill = strtoul (step->fields[8], NULL, 16);

  format_set_font_name (format, "Times New Roman");
  format_set_font_size (format, g_ascii_strtod (step->fields[0], NULL));
  if (*step->fields[1] == '1')
    format_set_bold (format);
  if (*step->fields[2] == '1')
    format_set_italic (format);
  format_set_font_color (format, strtoul (step->fields[3], NULL, 16));
  if (*step->fields[4] == '1')
    format_set_border (format, LXW_BORDER_THIN);
  format_set_align (format, (uint8_t) atoi (step->fields[5]));
  format_set_align (format, (uint8_t) atoi (step->fields[6]));
  if (*step->fields[7] == '1')
    format_set_text_wrap (format);
  if (fill != 0)
    {
      format_set_pattern (format, LXW_PATTERN_SOLID);
      format_set_fg_color (format, fill);
    }
  if (*step->fields[9] != '\0')
    format_set_num_format (format, step->fields[9]);
  return format;
}

static guint
number_of (const Step *step, guint field)
{
  return strtoul (step->fields[field], NULL, 10);
}

static void
write_layout (lxw_worksheet *sheet, const Step *step)
{
  if (step->kind == 'W')
    worksheet_set_column (sheet, number_of (step, 0), number_of (step, 1),
                          g_ascii_strtod (step->fields[2], NULL), NULL);
  else if (step->kind == 'H')
    worksheet_set_row (sheet, number_of (step, 0), g_ascii_strtod (step->fields[1], NULL), NULL);
}

static void
write_cell (lxw_worksheet *sheet, const Step *step, lxw_format *format)
{
  if (step->kind == 'n')
    worksheet_write_number (sheet, step->row, step->column, step->number, format);
  else if (step->kind == 's')
    worksheet_write_string (sheet, step->row, step->column, step->fields[3], format);
  else if (step->kind == 'f')
    worksheet_write_formula_num (sheet, step->row, step->column, step->fields[4], format, step->number);
  else if (step->kind == 't')
    worksheet_write_formula_str (sheet, step->row, step->column, step->fields[4], format, step->fields[3]);
  else
    worksheet_write_blank (sheet, step->row, step->column, format);
}

/* Merged cells come behind the cells of their sheet; the library writes the range blank, so the first cell is
 * written again. */
static void
write_merged (lxw_worksheet *sheet, const Step *step)
{
  lxw_row_t first_row = number_of (step, 0);
  lxw_col_t first_column = number_of (step, 1);
  lxw_row *row = lxw_worksheet_find_row (sheet, first_row);
  lxw_cell *cell = row != NULL ? lxw_worksheet_find_cell_in_row (row, first_column) : NULL;
  g_autofree char *text = NULL;

  if (cell == NULL || cell->type != STRING_CELL)
    return;
  text = g_strdup (cell->sst_string);
  worksheet_merge_range (sheet, first_row, first_column, number_of (step, 2), number_of (step, 3), text,
                         cell->format);
}

void
replay_write (const Replay *replay, const char *path, const char *temporary_folder)
{
  lxw_workbook_options options = { .tmpdir = (char *) temporary_folder };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  g_autoptr (GPtrArray) formats = g_ptr_array_new ();
  lxw_worksheet *sheet = NULL;

  for (guint i = 0; i < replay->steps->len; i++)
    {
      const Step *step = &g_array_index (replay->steps, Step, i);

      if (step->kind == 'F')
        g_ptr_array_add (formats, create_format (workbook, step));
      else if (step->kind == 'S')
        sheet = workbook_add_worksheet (workbook, step->fields[0]);
      else if (step->kind == 'M')
        write_merged (sheet, step);
      else if (g_ascii_islower (step->kind))
        write_cell (sheet, step, g_ptr_array_index (formats, step->format));
      else
        write_layout (sheet, step);
    }
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
}

static guint64
hash_step (const Step *step)
{
  guint64 look = step->format;

  if (step->kind == 'n')
    return bv_cell_hash_of_number (step->number, look);
  if (step->kind == 's')
    return bv_cell_hash_of_text (bv_cell_hash_text (step->fields[3]), look);
  if (step->kind == 'f' || step->kind == 't')
    return bv_cell_hash_of_formula (bv_cell_hash_text (step->fields[4]),
                                    bv_cell_hash_of_number (step->number, 0), look);
  return bv_cell_hash_of_blank (look);
}

/* The way through what is handed over, without doing anything with it. */
guint64
replay_walk (const Replay *replay)
{
  guint64 sum = 0;

  for (guint i = 0; i < replay->steps->len; i++)
    {
      const Step *step = &g_array_index (replay->steps, Step, i);

      if (g_ascii_islower (step->kind))
        sum += step->row + step->column + step->format + (step->number > 0);
    }
  return sum;
}

/* What it costs, beside that way, to keep beside the library what is handed over to it. */
void
replay_record (const Replay *replay)
{
  g_autoptr (BvBookRecord) record = bv_book_record_new ();
  BvSheetRecord *sheet = NULL;

  for (guint i = 0; i < replay->steps->len; i++)
    {
      const Step *step = &g_array_index (replay->steps, Step, i);

      if (step->kind == 'S')
        sheet = bv_book_record_add_sheet (record, step->fields[0]);
      else if (g_ascii_islower (step->kind))
        bv_sheet_record_set (sheet, step->row, step->column, hash_step (step));
    }
}
