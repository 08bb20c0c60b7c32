/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/form-pack/form-table.h"

#include "core/criterion-kind.h"
#include "core/text/wording.h"

#define LEAF_WIDTH 11
#define MAX_ROW (BV_FORM_HEAD_ROW - 1)

/* What is judged, and not given in points. */
static const char *const judgements[] = { "Đạt", "Không đạt", NULL };

/**
 * bv_form_table_init:
 * @table: (out): a table; bv_sheet_clear() of its sheet ends it
 * @form: its form
 * @asked: what it asks for
 * @field: which points of an assessment stand in it, “self” or “verified”
 */
void
bv_form_table_init (BvFormTable *table, const BvForm *form, const BvFormSheet *asked, const char *field)
{
  *table = (BvFormTable){ .form = form, .asked = asked, .field = field, .row = BV_FORM_HEAD_ROW + 1 };
  bv_sheet_init (&table->sheet, form->book, bv_form_identity_name_sheet (form->identity, asked));
}

static const BvCriterion *
get_leaf (const BvFormTable *table, guint index)
{
  return g_ptr_array_index (table->asked->leaves, index);
}

/* `1.1 – Title`, found again by its code; its maximum above it. */
static void
write_leaf_head (BvFormTable *table, guint index)
{
  const BvCriterion *leaf = get_leaf (table, index);
  g_autofree char *title = g_strdup_printf ("%s – %s", leaf->code, bv_criterion_short_title (leaf));

  bv_sheet_points (&table->sheet, MAX_ROW, table->first_leaf + index, leaf->max, BV_FORMAT_LIMIT_POINTS);
  bv_sheet_text (&table->sheet, BV_FORM_HEAD_ROW, table->first_leaf + index, title, BV_FORMAT_LEAF_HEAD);
  bv_form_identity_add_criterion (table->form->identity, table->asked->group, leaf);
}

/**
 * bv_form_table_write_head:
 * @table: a table
 * @head: what stands around its leaves, and above it
 */
void
bv_form_table_write_head (BvFormTable *table, const BvFormHead *head)
{
  guint n_leaves = table->asked->leaves->len;
  guint first_behind = head->n_before + n_leaves;

  table->first_leaf = head->n_before;
  bv_sheet_set_widths (&table->sheet, head->before, head->n_before);
  for (guint i = 0; i < n_leaves; i++)
    bv_sheet_set_width (&table->sheet, head->n_before + i, LEAF_WIDTH);
  for (guint i = 0; i < head->n_behind; i++)
    bv_sheet_set_width (&table->sheet, first_behind + i, head->behind[i].width);
  bv_form_sheet_write_top (&table->sheet, table->form->plan, first_behind + head->n_behind, head->title,
                           head->guide);
  bv_sheet_text (&table->sheet, MAX_ROW, head->n_before - 1, BV_FORM_MAX, BV_FORMAT_LIMIT_TEXT);
  for (guint i = 0; i < head->n_before; i++)
    bv_sheet_text (&table->sheet, BV_FORM_HEAD_ROW, i, head->before[i].title, BV_FORMAT_HEAD);
  for (guint i = 0; i < n_leaves; i++)
    write_leaf_head (table, i);
  for (guint i = 0; i < head->n_behind; i++)
    bv_sheet_text (&table->sheet, BV_FORM_HEAD_ROW, first_behind + i, head->behind[i].title, BV_FORMAT_HEAD);
  bv_sheet_end_row (&table->sheet, BV_FORM_HEAD_ROW);
}

static void
write_judged (BvFormTable *table, const BvNominee *nominee, const BvAssessment *known, guint index)
{
  gint64 passed = known != NULL ? known->passed : BV_NONE;

  bv_sheet_text (&table->sheet, table->row, table->first_leaf + index,
                 passed == BV_NONE ? NULL : judgements[passed ? 0 : 1], BV_FORMAT_INPUT_CENTER);
  bv_form_identity_add_value (table->form->identity, nominee->key, get_leaf (table, index)->code, "passed",
                              passed == BV_NONE ? NULL
                              : passed          ? "true"
                                                : "false");
}

static void
write_points (BvFormTable *table, const BvNominee *nominee, const BvAssessment *known, guint index)
{
  gboolean is_self = g_str_equal (table->field, "self");
  gint64 value = known == NULL ? BV_NONE : is_self ? known->self : known->verified;
  g_autofree char *was = bv_points_to_string (value);

  bv_sheet_points (&table->sheet, table->row, table->first_leaf + index, value, BV_FORMAT_INPUT_POINTS);
  bv_form_identity_add_value (table->form->identity, nominee->key, get_leaf (table, index)->code,
                              table->field, was);
}

/* Who verifies says whether it is passed; of itself everybody claims points. */
static gboolean
is_judged (const BvFormTable *table, const BvCriterion *leaf)
{
  return g_str_equal (table->field, "verified") && bv_criterion_input (leaf) == BV_INPUT_PASSED;
}

static gboolean
is_closed (const BvFormTable *table, const BvCriterion *leaf)
{
  return g_str_equal (table->field, "self") && !bv_form_plan_expects_self (leaf);
}

/**
 * bv_form_table_write_leaves:
 * @table: a table
 * @nominee: (nullable): whose row it is; %NULL: of who is to be named there
 *
 * Writes the points of its leaves into the row; where a leaf is judged, the judgement.
 */
void
bv_form_table_write_leaves (BvFormTable *table, const BvNominee *nominee)
{
  for (guint i = 0; i < table->asked->leaves->len; i++)
    {
      const BvCriterion *leaf = get_leaf (table, i);
      const BvAssessment *known = nominee != NULL ? bv_nominee_find_assessment (nominee, leaf->code) : NULL;

      if (is_closed (table, leaf))
        bv_sheet_text (&table->sheet, table->row, table->first_leaf + i, "–", BV_FORMAT_CLOSED);
      else if (nominee == NULL)
        bv_sheet_blank (&table->sheet, table->row, table->first_leaf + i,
                        is_judged (table, leaf) ? BV_FORMAT_INPUT_CENTER : BV_FORMAT_INPUT_POINTS);
      else if (is_judged (table, leaf))
        write_judged (table, nominee, known, i);
      else
        write_points (table, nominee, known, i);
    }
}

/**
 * bv_form_table_limit_leaves:
 * @table: a table
 * @last_row: the last of its rows
 *
 * Says what may be typed into the columns of its leaves.
 */
void
bv_form_table_limit_leaves (BvFormTable *table, guint last_row)
{
  for (guint i = 0; i < table->asked->leaves->len; i++)
    {
      const BvCriterion *leaf = get_leaf (table, i);
      const BvFormCells cells
        = { BV_FORM_HEAD_ROW + 1, MAX (last_row, BV_FORM_HEAD_ROW + 1), table->first_leaf + i };

      if (is_closed (table, leaf))
        continue;
      if (is_judged (table, leaf))
        bv_form_cells_offer (&table->sheet, &cells, judgements);
      else
        bv_form_cells_limit (&table->sheet, &cells, leaf->max, leaf->guide);
    }
}

/**
 * bv_form_table_end_row:
 * @table: a table; the next row is the one below
 */
void
bv_form_table_end_row (BvFormTable *table)
{
  bv_sheet_end_row (&table->sheet, table->row++);
  bv_book_advance (table->form->book);
}
