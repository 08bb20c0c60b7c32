/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/form-pack/form-sheet.h"

#include "core/evidence.h"
#include "exchange/sheet/sheet-page.h"

/**
 * bv_form_sheet_write_top:
 * @sheet: a sheet whose columns have their widths
 * @plan: its plan
 * @n_columns: how many columns its table has
 * @title: what it is
 * @guide: how it is filled in
 *
 * Writes what stands above the table; the head of that follows in %BV_FORM_HEAD_ROW.
 */
void
bv_form_sheet_write_top (BvSheet *sheet,
                         const BvFormPlan *plan,
                         guint n_columns,
                         const char *title,
                         const char *guide)
{
  const struct
  {
    const char *text;
    BvFormatId format;
  } lines[] = {
    { title, BV_FORMAT_TITLE },
    { plan->unit->name, BV_FORMAT_SUBJECT },
    { plan->campaign->title, BV_FORMAT_GUIDE },
    { guide, BV_FORMAT_GUIDE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      bv_sheet_merged (sheet, i, 0, n_columns - 1, lines[i].text, lines[i].format);
      bv_sheet_end_row (sheet, i);
    }
  /* The row between them and the head says of leaves how many points they have at most. */
  bv_sheet_need_height (sheet, 15);
  bv_sheet_end_row (sheet, G_N_ELEMENTS (lines));
}

/**
 * bv_form_sheet_end:
 * @sheet: a sheet whose rows are written
 * @last_row: the last of them
 * @n_repeated: how many of its first columns stay on the screen, and stand on every page
 * @landscape: whether it is printed wider than high
 */
void
bv_form_sheet_end (BvSheet *sheet, guint last_row, guint n_repeated, gboolean landscape)
{
  worksheet_freeze_panes (sheet->worksheet, BV_FORM_HEAD_ROW + 1, (lxw_col_t) n_repeated);
  bv_book_check (sheet->book, worksheet_repeat_rows (sheet->worksheet, BV_FORM_HEAD_ROW, BV_FORM_HEAD_ROW));
  bv_book_check (sheet->book, worksheet_print_area (sheet->worksheet, 0, 0, last_row,
                                                    (lxw_col_t) (sheet->widths->len - 1)));
  bv_sheet_set_page (sheet, landscape, n_repeated);
  bv_form_cells_protect (sheet);
}

/**
 * bv_form_sheet_write_evidence:
 * @form: a form
 * @assessment: (nullable): what is known of a leaf
 *
 * Returns: (transfer full) (nullable): the pieces that prove it, a line each: by their numbers, else by the
 * names of their files; %NULL: none
 */
char *
bv_form_sheet_write_evidence (const BvForm *form, const BvAssessment *assessment)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; assessment != NULL && i < assessment->evidence->len; i++)
    {
      const BvEvidenceLink *link = g_ptr_array_index (assessment->evidence, i);
      const BvEvidence *evidence = g_hash_table_lookup (form->evidence, link->evidence);

      if (evidence != NULL)
        g_ptr_array_add (lines, (gpointer) (*evidence->number != '\0' ? evidence->number : evidence->file));
    }
  if (lines->len == 0)
    return NULL;
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
