/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/field-value.h"
#include "exchange/form-pack/form-table.h"

#define GUIDE                                                                                                                                       \
  "Mỗi người một dòng; chỉ nhập vào ô nền vàng. Ngày sinh ghi ngày/tháng/năm hoặc chỉ năm; tài liệu minh chứng ghi " \
  "số, ký hiệu văn bản hoặc tên tệp, mỗi tài liệu một dòng."

#define N_EMPTY_ROWS 30

enum
{
  NAME,
  GENDER,
  BORN,
  POSITION,
  HOLDS_OFFICE,
  SUMMARY,
  N_BEFORE,
};

static const BvSheetColumn before[N_BEFORE] = {
  { BV_FORM_PERSON, 23 },   { BV_FORM_GENDER, 7 },       { BV_FORM_BORN, 11 },
  { BV_FORM_POSITION, 20 }, { BV_FORM_HOLDS_OFFICE, 7 }, { BV_FORM_SUMMARY, 30 },
};

static const BvSheetColumn behind[] = { { BV_FORM_EVIDENCE, 20 }, { BV_FORM_NOTE, 13 } };

static const char *const genders[] = { "Nữ", "Nam", NULL }; /* in the order of BvGender */
static const char *const offices[] = { "Không", "Có", NULL };

/* All leaves of a person are proven together. */
static char *
write_evidence (const BvFormTable *table, const BvNominee *nominee)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < table->asked->leaves->len; i++)
    {
      const BvCriterion *leaf = g_ptr_array_index (table->asked->leaves, i);
      g_autofree char *evidence
        = bv_form_sheet_write_evidence (table->form, bv_nominee_find_assessment (nominee, leaf->code));
      g_auto (GStrv) parts = g_strsplit (evidence != NULL ? evidence : "", "\n", -1);

      for (char **part = parts; *part != NULL; part++)
        if (!g_ptr_array_find_with_equal_func (lines, *part, g_str_equal, NULL))
          g_ptr_array_add (lines, g_strdup (*part));
    }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* What is said of the person, as in files; what says nothing is not kept. */
static void
keep_person (const BvFormTable *table, const BvNominee *nominee)
{
  static const char *const names[] = { "gender", "born", "position", "holds_office" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const BvField *field = bv_entity_find_field (&bv_person_entity, names[i]);
      g_autofree char *key = g_strconcat ("person.", names[i], NULL);
      g_autofree char *value
        = bv_field_is_default (field, nominee->person) ? NULL : bv_field_to_string (field, nominee->person);

      bv_form_identity_add_value (table->form->identity, nominee->key, NULL, key, value);
    }
}

static void
write_person (BvFormTable *table, const BvNominee *nominee)
{
  const BvPerson *person = nominee->person;
  g_autofree char *evidence = write_evidence (table, nominee);
  BvSheet *sheet = &table->sheet;

  bv_sheet_text (sheet, table->row, NAME, person->name, BV_FORMAT_INPUT_TEXT);
  bv_sheet_text (sheet, table->row, GENDER, person->gender != BV_NONE ? genders[person->gender] : NULL,
                 BV_FORMAT_INPUT_CENTER);
  bv_sheet_date (sheet, table->row, BORN, person->born, BV_FORMAT_INPUT_DATE);
  bv_sheet_text (sheet, table->row, POSITION, person->position, BV_FORMAT_INPUT_TEXT);
  bv_sheet_text (sheet, table->row, HOLDS_OFFICE, offices[person->holds_office == TRUE],
                 BV_FORMAT_INPUT_CENTER);
  bv_sheet_text (sheet, table->row, SUMMARY, nominee->summary, BV_FORMAT_INPUT_TEXT);
  keep_person (table, nominee);
  bv_form_identity_add_value (table->form->identity, nominee->key, NULL, "summary", nominee->summary);
  bv_form_table_write_leaves (table, nominee);
  bv_sheet_text (sheet, table->row, table->first_leaf + table->asked->leaves->len, evidence,
                 BV_FORMAT_INPUT_TEXT);
  bv_sheet_blank (sheet, table->row, table->first_leaf + table->asked->leaves->len + 1, BV_FORMAT_INPUT_TEXT);
  bv_form_table_end_row (table);
}

static void
write_empty (BvFormTable *table)
{
  static const BvFormatId formats[N_BEFORE]
    = { BV_FORMAT_INPUT_TEXT, BV_FORMAT_INPUT_CENTER, BV_FORMAT_INPUT_DATE,
        BV_FORMAT_INPUT_TEXT, BV_FORMAT_INPUT_CENTER, BV_FORMAT_INPUT_TEXT };
  const double height = 18;

  for (guint i = 0; i < N_BEFORE; i++)
    bv_sheet_blank (&table->sheet, table->row, i, formats[i]);
  bv_form_table_write_leaves (table, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    bv_sheet_blank (&table->sheet, table->row, table->first_leaf + table->asked->leaves->len + i,
                    BV_FORMAT_INPUT_TEXT);
  bv_sheet_need_height (&table->sheet, height);
  bv_form_table_end_row (table);
}

static void
say_what_may_stand_there (BvFormTable *table)
{
  BvFormCells cells = { BV_FORM_HEAD_ROW + 1, table->row - 1, GENDER };

  bv_form_cells_offer (&table->sheet, &cells, genders);
  cells.column = HOLDS_OFFICE;
  bv_form_cells_offer (&table->sheet, &cells, offices);
  cells.column = BORN;
  bv_form_cells_explain (&table->sheet, &cells, BV_FORM_BORN,
                         "Ngày/tháng/năm, ví dụ 21/06/1980; hoặc chỉ năm sinh.");
  bv_form_table_limit_leaves (table, table->row - 1);
}

/**
 * bv_form_sheet_write_persons:
 * @form: a form
 * @asked: whom the unit puts forward
 */
void
bv_form_sheet_write_persons (const BvForm *form, const BvFormSheet *asked)
{
  BvFormTable table;

  bv_form_table_init (&table, form, asked, "self");
  bv_form_table_write_head (&table, &(BvFormHead){ before, N_BEFORE, behind, G_N_ELEMENTS (behind),
                                                   "DANH SÁCH CÁ NHÂN ĐỀ NGHỊ", GUIDE });
  for (guint i = 0; i < asked->nominees->len; i++)
    write_person (&table, g_ptr_array_index (asked->nominees, i));
  for (guint i = 0; i < N_EMPTY_ROWS; i++)
    write_empty (&table);
  say_what_may_stand_there (&table);
  bv_form_sheet_end (&table.sheet, table.row - 1, 1, TRUE);
  bv_sheet_clear (&table.sheet);
}
