/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "core/criterion-kind.h"

static void
test_rows (void)
{
  for (guint i = 0; i < BV_N_CRITERION_KINDS; i++)
    {
      const BvChoice *choice = &bv_criterion_kinds[i];
      const BvCriterionKindRow *row = choice->row;

      g_assert_nonnull (choice->name);
      g_assert_nonnull (choice->title);
      g_assert_nonnull (row);
      g_assert_cmpint (*row->words == '\0', ==, i == BV_CRITERION_SECTION);
      g_assert_cmpint (row->compute != NULL, ==, row->input != BV_INPUT_NONE);
      g_assert_cmpint (row->beside_max != NULL, ==, row->part != BV_PART_NORMAL);
    }
}

static void
test_inputs (void)
{
  for (BvCriterionInput input = BV_INPUT_NONE + 1; input < BV_N_INPUTS; input++)
    g_assert_nonnull (bv_entity_find_field (&bv_assessment_entity, bv_criterion_input_field (input)));
  g_assert_null (bv_criterion_input_field (BV_INPUT_NONE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/criterion-kind/every-row-is-complete", test_rows);
  g_test_add_func ("/criterion-kind/every-input-is-a-field-of-an-assessment", test_inputs);
  return g_test_run ();
}
