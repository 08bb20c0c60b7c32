/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tree/criterion-fit.h"
#include "core/tree/criterion-sum.h"
#include "tree-fixture.h"

/* Bonus and deduction add nothing. */
static void
test_sum (void)
{
  g_autoptr (GPtrArray) groups = tree_fixture_new ("1(1.1 1.2) 2 3", "");
  BvGroup *group = g_ptr_array_index (groups, 0);
  BvCriterion *last = g_ptr_array_index (group->criteria, 2);

  g_assert_cmpint (bv_criterion_sum_full (g_ptr_array_index (group->criteria, 0)), ==, 2000);
  g_assert_cmpint (bv_criterion_sum_full (last), ==, 1000);
  last->kind = BV_CRITERION_BONUS;
  g_assert_cmpint (bv_criterion_sum_full (last), ==, 0);
  g_assert_cmpint (bv_group_full (group), ==, 3000);
  g_assert_true (bv_criterion_sum_differs (group, 3000));
  g_assert_false (bv_criterion_sum_differs (group, 10000));
  group->sum = 3000;
  g_assert_false (bv_criterion_sum_differs (group, 3000));
  group->sum = BV_NONE;
  g_assert_false (bv_criterion_sum_differs (group, 3000));
  g_assert_cmpuint (bv_criterion_sum_count (group), ==, 5);
}

static BvCriterion *
create (BvCriterionKind kind)
{
  BvCriterion *criterion = bv_record_new (&bv_criterion_entity);

  g_free (criterion->title);
  criterion->title = g_strdup ("Chuyển đổi\nsố");
  criterion->kind = kind;
  criterion->max = 1500;
  criterion->required = TRUE;
  criterion->tie_breaker = 1;
  return criterion;
}

static void
test_section (void)
{
  g_autoptr (BvRecord) owned = (BvRecord *) create (BV_CRITERION_SECTION);
  BvCriterion *criterion = (BvCriterion *) owned;

  bv_criterion_fit_kind (criterion);
  g_assert_cmpint (criterion->max, ==, BV_NONE);
  g_assert_cmpint (criterion->tie_breaker, ==, BV_NONE);
  g_assert_false (criterion->required);
  criterion->kind = BV_CRITERION_POINTS;
  bv_criterion_fit_kind (criterion);
  g_assert_cmpint (criterion->max, ==, 1000);
}

static void
test_inputs (void)
{
  g_autoptr (BvRecord) owned = (BvRecord *) create (BV_CRITERION_CHECKLIST);
  BvCriterion *criterion = (BvCriterion *) owned;

  bv_criterion_fit_kind (criterion);
  g_assert_cmpuint (bv_criterion_count_items (criterion), ==, 1);
  g_assert_cmpstr (criterion->items[0], ==, "Chuyển đổi số");
  g_assert_cmpint (criterion->max, ==, 1500);
  criterion->kind = BV_CRITERION_MEASURED;
  bv_criterion_fit_kind (criterion);
  g_assert_null (criterion->items);
  g_assert_cmpint (criterion->rule, ==, BV_RULE_TARGET);
  criterion->kind = BV_CRITERION_DEDUCTION;
  bv_criterion_fit_kind (criterion);
  g_assert_cmpint (criterion->rule, ==, BV_NONE);
  g_assert_cmpint (criterion->tie_breaker, ==, BV_NONE);
  g_assert_false (criterion->required);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/criterion-sum/a-section-has-the-sum-of-its-normal-leaves", test_sum);
  g_test_add_func ("/criterion-fit/a-section-has-nothing-that-is-scored", test_section);
  g_test_add_func ("/criterion-fit/a-leaf-gets-what-its-kind-cannot-be-without", test_inputs);
  return g_test_run ();
}
