/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/planned-file.h"

#include "exchange/source/cell-place.h"
#include "store/shown-path.h"

/**
 * bv_planned_value_free:
 * @data: (transfer full): a #BvPlannedValue
 */
void
bv_planned_value_free (gpointer data)
{
  BvPlannedValue *value = data;

  g_free (value->subject);
  g_free (value->nominee);
  g_free (value->criterion);
  g_free (value->was);
  g_free (value->before);
  g_free (value->after);
  g_free (value->reason);
  g_free (value);
}

/**
 * bv_planned_document_free:
 * @data: (transfer full): a #BvPlannedDocument
 */
void
bv_planned_document_free (gpointer data)
{
  BvPlannedDocument *document = data;

  g_free (document->nominee);
  g_free (document->criterion);
  g_free (document->name);
  g_free (document);
}

static void
table_free (gpointer data)
{
  BvPlannedTable *table = data;

  bv_header_free (table->header);
  g_free (table);
}

/**
 * bv_planned_file_new_named:
 * @path: a file that came back, or what stands for several
 * @name: what people call it
 *
 * Returns: (transfer full): nothing planned for it yet
 */
BvPlannedFile *
bv_planned_file_new_named (const char *path, const char *name)
{
  BvPlannedFile *planned = g_new0 (BvPlannedFile, 1);

  planned->path = g_strdup (path);
  planned->name = g_strdup (name);
  planned->values = g_ptr_array_new_with_free_func (bv_planned_value_free);
  planned->documents = g_ptr_array_new_with_free_func (bv_planned_document_free);
  planned->remarks = g_ptr_array_new_with_free_func (g_free);
  planned->notices = g_ptr_array_new_with_free_func (g_free);
  planned->tables = g_ptr_array_new_with_free_func (table_free);
  planned->rest = g_array_new (FALSE, FALSE, sizeof (BvPlannedRest));
  planned->questions = g_array_new (FALSE, FALSE, sizeof (BvPlannedQuestion));
  planned->doubts = g_hash_table_new (NULL, NULL);
  return planned;
}

/**
 * bv_planned_file_new:
 * @path: a file that came back
 *
 * Returns: (transfer full): nothing planned for it yet, under the name that it has there
 */
BvPlannedFile *
bv_planned_file_new (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  return bv_planned_file_new_named (path, name);
}

/**
 * bv_planned_file_free:
 * @data: (transfer full): a #BvPlannedFile
 */
void
bv_planned_file_free (gpointer data)
{
  BvPlannedFile *planned = data;

  g_clear_pointer (&planned->origin, bv_intake_origin_free);
  if (planned->paste != NULL)
    g_clear_pointer (&planned->file, bv_intake_file_free);
  g_clear_pointer (&planned->paste, bv_paste_free);
  g_clear_error (&planned->failure);
  g_ptr_array_unref (planned->values);
  g_ptr_array_unref (planned->documents);
  g_array_unref (planned->rest);
  g_ptr_array_unref (planned->remarks);
  g_ptr_array_unref (planned->notices);
  g_ptr_array_unref (planned->tables);
  g_array_unref (planned->questions);
  g_hash_table_unref (planned->doubts);
  g_free (planned->path);
  g_free (planned->name);
  g_free (planned->sha256);
  g_clear_pointer (&planned->unknown, g_hash_table_unref);
  g_free (planned->unit);
  g_free (planned);
}

/**
 * bv_planned_file_write_name:
 * @file: a file of a plan
 *
 * Returns: (transfer full): where it is, or was before it was unpacked, as people read it
 */
char *
bv_planned_file_write_name (const BvPlannedFile *file)
{
  if (file->origin != NULL && file->origin->place != NULL)
    return g_strdup (file->origin->place);
  if (file->paste != NULL)
    return g_strdup (file->name);
  return bv_shown_path_write (file->path);
}

/**
 * bv_planned_file_count:
 * @file: a file of a plan
 * @state: a state
 *
 * Returns: how many of its values are in that state
 */
guint
bv_planned_file_count (const BvPlannedFile *file, BvPlannedState state)
{
  guint n = 0;

  for (guint i = 0; i < file->values->len; i++)
    n += ((BvPlannedValue *) g_ptr_array_index (file->values, i))->state == state;
  return n;
}

/**
 * bv_planned_file_count_taken:
 * @file: a file of a plan
 *
 * Returns: how many of its values are written
 */
guint
bv_planned_file_count_taken (const BvPlannedFile *file)
{
  if (file->is_held || file->failure != NULL)
    return 0;
  return bv_planned_file_count (file, BV_PLANNED_NEW) + bv_planned_file_count (file, BV_PLANNED_CHANGED);
}

/**
 * bv_planned_file_count_columns:
 * @file: a file of a plan
 *
 * Returns: how many questions it has for which no row waits: what columns hold
 */
guint
bv_planned_file_count_columns (const BvPlannedFile *file)
{
  guint n = 0;

  for (guint i = 0; i < file->questions->len; i++)
    n += g_array_index (file->questions, BvPlannedQuestion, i).question->kind == BV_ASKED_COLUMN;
  return n;
}

/**
 * bv_planned_file_waits:
 * @file: a file of a plan
 *
 * Returns: whether something of it is not written as long as nobody does something: it is asked, refused or
 * in conflict, or somebody has to look at it
 */
gboolean
bv_planned_file_waits (const BvPlannedFile *file)
{
  return bv_planned_file_count (file, BV_PLANNED_ASKED) + bv_planned_file_count (file, BV_PLANNED_REFUSED)
           + bv_planned_file_count (file, BV_PLANNED_CONFLICT) + file->questions->len + file->remarks->len
         > 0;
}

/**
 * bv_planned_file_add_table:
 * @file: a file of a plan
 * @sheet: of it
 * @header: (transfer full): its titles
 * @purpose: what it is for
 *
 * Returns: (transfer none): @header
 */
BvHeader *
bv_planned_file_add_table (BvPlannedFile *file, guint sheet, BvHeader *header, BvIntakePurpose purpose)
{
  BvPlannedTable *table = g_new (BvPlannedTable, 1);

  *table = (BvPlannedTable){ sheet, header, purpose };
  g_ptr_array_add (file->tables, table);
  return header;
}

/**
 * bv_planned_file_note_question:
 * @file: a file of a plan
 * @question: one that came up in it
 * @sheet: of the file
 * @row: from 0
 * @column: from 0
 */
void
bv_planned_file_note_question (BvPlannedFile *file,
                               const BvIntakeQuestion *question,
                               guint sheet,
                               guint row,
                               guint column)
{
  const BvPlannedQuestion first = { question, sheet, row, column, 1 };

  for (guint i = 0; i < file->questions->len; i++)
    {
      BvPlannedQuestion *noted = &g_array_index (file->questions, BvPlannedQuestion, i);

      if (noted->question == question)
        {
          noted->n_places++;
          return;
        }
    }
  g_array_append_val (file->questions, first);
}

/* No file has so many of either that they met. */
static gpointer
doubt_key (guint sheet, guint row)
{
  return GUINT_TO_POINTER ((sheet << 24) ^ row);
}

/**
 * bv_planned_file_doubt:
 * @file: a file of a plan
 * @sheet: of the file
 * @row: from 0, which waits
 * @question: for the answer to this
 */
void
bv_planned_file_doubt (BvPlannedFile *file, guint sheet, guint row, const BvIntakeQuestion *question)
{
  g_hash_table_insert (file->doubts, doubt_key (sheet, row), (gpointer) question);
}

/**
 * bv_planned_file_get_doubt:
 * @file: a file of a plan
 * @sheet: of the file
 * @row: from 0
 *
 * Returns: (transfer none) (nullable): what has to be answered before anything of the row is taken in
 */
const BvIntakeQuestion *
bv_planned_file_get_doubt (const BvPlannedFile *file, guint sheet, guint row)
{
  return g_hash_table_lookup (file->doubts, doubt_key (sheet, row));
}

/**
 * bv_planned_value_write_place:
 * @file: a file of a plan
 * @value: one of its values
 *
 * Returns: (transfer full): where it stands: “Cấp xã!F12”
 */
char *
bv_planned_value_write_place (const BvPlannedFile *file, const BvPlannedValue *value)
{
  const BvIntakeSheet *sheet = g_ptr_array_index (file->file->sheets, value->sheet);
  g_autofree char *cell = bv_cell_place_write (value->row, value->column);

  return g_strconcat (bv_intake_table_get_name (sheet->table), "!", cell, NULL);
}

/**
 * bv_planned_state_get_name:
 * @state: a state
 *
 * Returns: its name in what is written for programs
 */
const char *
bv_planned_state_get_name (BvPlannedState state)
{
  static const char *const names[BV_N_PLANNED_STATES] = {
    [BV_PLANNED_NEW] = "new",           [BV_PLANNED_CHANGED] = "changed", [BV_PLANNED_SAME] = "same",
    [BV_PLANNED_CONFLICT] = "conflict", [BV_PLANNED_ASKED] = "asked",     [BV_PLANNED_REFUSED] = "refused",
  };

  return names[state];
}
