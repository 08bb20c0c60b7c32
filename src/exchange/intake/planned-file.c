/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/planned-file.h"

#include "exchange/source/cell-place.h"

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

/**
 * bv_planned_file_free:
 * @data: (transfer full): a #BvPlannedFile
 */
void
bv_planned_file_free (gpointer data)
{
  BvPlannedFile *planned = data;

  g_clear_pointer (&planned->file, bv_intake_file_free);
  g_clear_error (&planned->failure);
  g_ptr_array_unref (planned->values);
  g_ptr_array_unref (planned->documents);
  g_array_unref (planned->rest);
  g_ptr_array_unref (planned->remarks);
  g_free (planned->path);
  g_free (planned->name);
  g_free (planned->sha256);
  g_free (planned->unit);
  g_free (planned);
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
