/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/criterion-kind.h"
#include "core/tree/criterion-sum.h"
#include "exchange/form-pack/form-sheet.h"

#define GUIDE                                                                                                                                             \
  "Chỉ nhập vào ô nền vàng. Điểm nhập bằng số; tài liệu minh chứng ghi số, ký hiệu văn bản hoặc tên tệp, mỗi tài " \
  "liệu một dòng; gửi kèm tệp này các tệp minh chứng. Tên tệp và thứ tự dòng có thể đổi."

enum
{
  CODE,
  TITLE,
  MAX_POINTS,
  SELF,
  EVIDENCE,
  EXPLANATION,
  N_COLUMNS,
};

static const BvSheetColumn columns[N_COLUMNS] = {
  { BV_FORM_CODE, 7 },         { BV_FORM_CRITERION, 44 }, { BV_FORM_MAX, 9 },
  { BV_FORM_SELF_POINTS, 10 }, { BV_FORM_EVIDENCE, 32 },  { BV_FORM_EXPLANATION, 32 },
};

typedef struct
{
  BvSheet sheet;
  const BvForm *form;
  const BvNominee *nominee;
  const BvGroup *group;
  guint row;
} SelfSheet;

static void
write_section (SelfSheet *self, const BvCriterion *section)
{
  BvSheet *sheet = &self->sheet;

  bv_sheet_text (sheet, self->row, CODE, section->code, BV_FORMAT_CENTER);
  bv_sheet_text (sheet, self->row, TITLE, section->title, BV_FORMAT_SECTION_TEXT);
  bv_sheet_points (sheet, self->row, MAX_POINTS, bv_criterion_sum_full (section), BV_FORMAT_SECTION_POINTS);
  for (guint column = SELF; column < N_COLUMNS; column++)
    bv_sheet_blank (sheet, self->row, column, BV_FORMAT_CLOSED);
}

static void
write_points (SelfSheet *self, const BvCriterion *leaf, const BvAssessment *known)
{
  BvSheet *sheet = &self->sheet;
  gint64 points = known != NULL ? known->self : BV_NONE;
  g_autofree char *was = bv_points_to_string (points);

  if (!bv_form_plan_expects_self (leaf))
    {
      bv_sheet_text (sheet, self->row, SELF, "–", BV_FORMAT_CLOSED);
      return;
    }
  bv_sheet_points (sheet, self->row, SELF, points, BV_FORMAT_INPUT_POINTS);
  bv_form_cells_limit (sheet, &(BvFormCells){ self->row, self->row, SELF }, leaf->max, leaf->guide);
  bv_form_identity_add_value (self->form->identity, self->nominee->key, leaf->code, "self", was);
}

static void
write_leaf (SelfSheet *self, const BvCriterion *leaf)
{
  const BvAssessment *known = bv_nominee_find_assessment (self->nominee, leaf->code);
  const char *explanation = known != NULL ? known->explanation : NULL;
  g_autofree char *evidence = bv_form_sheet_write_evidence (self->form, known);
  BvSheet *sheet = &self->sheet;

  bv_sheet_text (sheet, self->row, CODE, leaf->code, BV_FORMAT_CENTER);
  bv_sheet_text (sheet, self->row, TITLE, leaf->title, BV_FORMAT_TEXT);
  bv_sheet_points (sheet, self->row, MAX_POINTS, leaf->max, BV_FORMAT_POINTS);
  write_points (self, leaf, known);
  bv_sheet_text (sheet, self->row, EVIDENCE, evidence, BV_FORMAT_INPUT_TEXT);
  bv_sheet_text (sheet, self->row, EXPLANATION, explanation, BV_FORMAT_INPUT_TEXT);
  bv_form_identity_add_value (self->form->identity, self->nominee->key, leaf->code, "explanation",
                              explanation);
}

static void
write_tree (SelfSheet *self, const GPtrArray *criteria)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);

      if (bv_criterion_is_leaf (criterion))
        write_leaf (self, criterion);
      else
        write_section (self, criterion);
      bv_sheet_end_row (&self->sheet, self->row++);
      bv_book_advance (self->sheet.book);
      if (!bv_criterion_is_leaf (criterion))
        write_tree (self, criterion->criteria);
    }
}

/**
 * bv_form_sheet_write_self:
 * @form: a form
 * @asked: what the unit says of itself
 */
void
bv_form_sheet_write_self (const BvForm *form, const BvFormSheet *asked)
{
  SelfSheet self = { .form = form, .nominee = g_ptr_array_index (asked->nominees, 0), .group = asked->group };

  bv_sheet_init (&self.sheet, form->book, bv_form_identity_name_sheet (form->identity, asked));
  bv_sheet_set_widths (&self.sheet, columns, N_COLUMNS);
  bv_form_sheet_write_top (&self.sheet, form->plan, N_COLUMNS, "PHIẾU TỰ CHẤM ĐIỂM", GUIDE);
  bv_sheet_head (&self.sheet, BV_FORM_HEAD_ROW, columns, N_COLUMNS, BV_FORMAT_HEAD);
  self.row = BV_FORM_HEAD_ROW + 1;
  write_tree (&self, asked->group->criteria);
  bv_form_sheet_end (&self.sheet, self.row - 1, MAX_POINTS, TRUE);
  bv_sheet_clear (&self.sheet);
}
