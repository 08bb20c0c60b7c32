/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/read-back/book-record.h"

#include "exchange/read-back/cell-hash.h"

static void
row_free (gpointer row)
{
  if (row != NULL)
    g_array_unref (row);
}

static void
sheet_free (gpointer data)
{
  BvSheetRecord *sheet = data;

  g_ptr_array_unref (sheet->rows);
  g_free (sheet->name);
  g_free (sheet->header);
  g_free (sheet);
}

/**
 * bv_book_record_new:
 *
 * Returns: (transfer full): the record of an empty workbook
 */
BvBookRecord *
bv_book_record_new (void)
{
  BvBookRecord *record = g_new0 (BvBookRecord, 1);

  record->sheets = g_ptr_array_new_with_free_func (sheet_free);
  record->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  record->properties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  record->pictures = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return record;
}

/**
 * bv_book_record_free:
 * @record: (transfer full): a record
 */
void
bv_book_record_free (BvBookRecord *record)
{
  g_ptr_array_unref (record->sheets);
  g_hash_table_unref (record->names);
  g_hash_table_unref (record->properties);
  g_hash_table_unref (record->pictures);
  g_free (record);
}

/**
 * bv_book_record_add_sheet:
 * @record: a record
 * @name: the sheet's name
 *
 * Returns: (transfer none): the record of a new sheet behind the others
 */
BvSheetRecord *
bv_book_record_add_sheet (BvBookRecord *record, const char *name)
{
  BvSheetRecord *sheet = g_new0 (BvSheetRecord, 1);

  sheet->name = g_strdup (name);
  sheet->rows = g_ptr_array_new_with_free_func (row_free);
  g_ptr_array_add (record->sheets, sheet);
  return sheet;
}

/**
 * bv_book_record_add_name:
 * @record: a record
 * @name: the name of a range
 * @formula: what it stands for, without the sign of equality
 */
void
bv_book_record_add_name (BvBookRecord *record, const char *name, const char *formula)
{
  g_hash_table_insert (record->names, g_strdup (name), g_strdup (formula));
}

/**
 * bv_book_record_add_property:
 * @record: a record
 * @name: the property's name in the file
 * @text: (nullable): its text; an empty one counts as none
 */
void
bv_book_record_add_property (BvBookRecord *record, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    g_hash_table_insert (record->properties, g_strdup (name), g_strdup (text));
}

/**
 * bv_book_record_add_picture:
 * @record: a record
 * @bytes: (array length=length): the file of a picture that stands somewhere in the workbook
 * @length: its bytes
 */
void
bv_book_record_add_picture (BvBookRecord *record, gconstpointer bytes, gsize length)
{
  guint64 hash = bv_cell_hash_bytes (bytes, length);

  g_hash_table_add (record->pictures, g_memdup2 (&hash, sizeof hash));
}

/* As wide as the one above, as rows of a table are; it has no cell yet. */
static GArray *
row_new (const GArray *above)
{
  guint width = above != NULL ? above->len : 0;

  return g_array_set_size (g_array_sized_new (FALSE, TRUE, sizeof (guint64), width), width);
}

/**
 * bv_sheet_record_set:
 * @record: the record of a sheet
 * @row: from 0
 * @column: from 0
 * @hash: of the cell that was handed over for this place
 */
void
bv_sheet_record_set (BvSheetRecord *record, guint row, guint column, guint64 hash)
{
  GArray *cells;

  if (row >= record->rows->len)
    g_ptr_array_set_size (record->rows, row + 1);
  if (record->rows->pdata[row] == NULL)
    record->rows->pdata[row] = row_new (row > 0 ? record->rows->pdata[row - 1] : NULL);
  cells = record->rows->pdata[row];
  if (column >= cells->len)
    g_array_set_size (cells, column + 1);
  g_array_index (cells, guint64, column) = hash;
}

/**
 * bv_sheet_record_next:
 * @record: the record of a sheet
 * @place: (inout): a place, zero before the first call; set to that of the next cell, row by row
 *
 * Returns: the hash of that cell; 0: there are no more
 */
guint64
bv_sheet_record_next (const BvSheetRecord *record, BvSheetPlace *place)
{
  for (; place->row < record->rows->len; place->row++, place->n_passed = 0)
    {
      const GArray *cells = record->rows->pdata[place->row];

      while (cells != NULL && place->n_passed < cells->len)
        {
          guint64 hash = g_array_index (cells, guint64, place->n_passed++);

          if (hash != 0)
            return hash;
        }
    }
  return 0;
}

/**
 * bv_sheet_record_hash_range:
 * @first_row: from 0
 * @first_column: from 0
 * @last_row: from 0
 * @last_column: from 0
 *
 * Returns: what tells this range from others
 */
guint64
bv_sheet_record_hash_range (guint first_row, guint first_column, guint last_row, guint last_column)
{
  return bv_cell_hash_join ((guint64) first_row << 32 | first_column, (guint64) last_row << 32 | last_column);
}

/**
 * bv_sheet_record_merge:
 * @record: the record of a sheet
 * @first_row: from 0
 * @first_column: from 0
 * @last_row: from 0
 * @last_column: from 0
 *
 * Notes that these cells are one.
 */
void
bv_sheet_record_merge (BvSheetRecord *record,
                       guint first_row,
                       guint first_column,
                       guint last_row,
                       guint last_column)
{
  record->merged += bv_sheet_record_hash_range (first_row, first_column, last_row, last_column);
  record->n_merged++;
}
