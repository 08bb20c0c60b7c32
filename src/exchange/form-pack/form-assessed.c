/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/form-pack/form-table.h"

#define GUIDE                                                                                                                                                    \
  "Chỉ nhập vào ô nền vàng: điểm thẩm định của từng đơn vị theo từng tiêu chí. Không xóa cột mã; có thể sắp xếp lại " \
  "dòng. Ô để trống là chưa thẩm định."

#define UNIT_WIDTH 34
#define CODE_WIDTH 10
#define NOTE_WIDTH 26
#define RANK_WIDTH 10
#define MOST_COLUMNS 3

static void
write_rank (BvFormTable *table, const BvNominee *nominee, guint column)
{
  g_autofree char *was
    = nominee->parent_rank != BV_NONE ? g_strdup_printf ("%" G_GINT64_FORMAT, nominee->parent_rank) : NULL;

  bv_sheet_number (&table->sheet, table->row, column, nominee->parent_rank, BV_FORMAT_INPUT_CENTER);
  bv_form_identity_add_value (table->form->identity, nominee->key, NULL, "parent_rank", was);
}

/* Of persons the name stands between unit and leaves. */
static void
write_row (BvFormTable *table, const BvNominee *nominee)
{
  guint behind = table->first_leaf + table->asked->leaves->len;
  g_autofree char *unit = bv_campaign_name_unit (table->form->plan->campaign, nominee->unit);
  BvSheet *sheet = &table->sheet;

  bv_sheet_text (sheet, table->row, 0, nominee->unit, BV_FORMAT_CENTER);
  bv_sheet_text (sheet, table->row, 1, unit, BV_FORMAT_TEXT);
  if (nominee->person != NULL)
    bv_sheet_text (sheet, table->row, 2, nominee->person->name, BV_FORMAT_TEXT);
  bv_form_table_write_leaves (table, nominee);
  if (table->asked->ranks)
    write_rank (table, nominee, behind++);
  bv_sheet_blank (sheet, table->row, behind, BV_FORMAT_INPUT_TEXT);
  bv_form_table_end_row (table);
}

static void
write_head (BvFormTable *table)
{
  gboolean of_persons = table->asked->group->kind == BV_GROUP_INDIVIDUAL;
  const BvSheetColumn before[MOST_COLUMNS] = { { BV_FORM_UNIT_CODE, CODE_WIDTH },
                                               { BV_FORM_UNIT_NAME, UNIT_WIDTH },
                                               { BV_FORM_PERSON, UNIT_WIDTH } };
  const BvSheetColumn behind[] = { { BV_FORM_PARENT_RANK, RANK_WIDTH }, { BV_FORM_NOTE, NOTE_WIDTH } };
  guint n_left_out = table->asked->ranks ? 0 : 1;

  bv_form_table_write_head (table, &(BvFormHead){ before, of_persons ? MOST_COLUMNS : MOST_COLUMNS - 1,
                                                  behind + n_left_out, G_N_ELEMENTS (behind) - n_left_out,
                                                  "PHIẾU THẨM ĐỊNH", GUIDE });
}

/**
 * bv_form_sheet_write_assessed:
 * @form: a form
 * @asked: whom the unit assesses
 */
void
bv_form_sheet_write_assessed (const BvForm *form, const BvFormSheet *asked)
{
  BvFormTable table;

  bv_form_table_init (&table, form, asked, "verified");
  write_head (&table);
  for (guint i = 0; i < asked->nominees->len; i++)
    write_row (&table, g_ptr_array_index (asked->nominees, i));
  bv_form_table_limit_leaves (&table, table.row - 1);
  if (asked->ranks)
    bv_form_cells_count (
      &table.sheet,
      &(BvFormCells){ BV_FORM_HEAD_ROW + 1, table.row - 1, table.first_leaf + asked->leaves->len },
      asked->nominees->len);
  bv_form_sheet_end (&table.sheet, table.row - 1, table.first_leaf, TRUE);
  bv_sheet_clear (&table.sheet);
}
