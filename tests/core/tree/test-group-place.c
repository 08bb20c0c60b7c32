/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tree/group-place.h"

/* Three groups, whose rows are 1, 2 and 3. */
static GPtrArray *
make_groups (void)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (bv_record_free);

  for (gint64 id = 1; id <= 3; id++)
    {
      BvRecord *group = bv_record_new (&bv_group_entity);

      group->id = id;
      g_ptr_array_add (groups, group);
    }
  return groups;
}

static void
test_steps (void)
{
  static const struct
  {
    gint64 group;
    BvTreeStep step;
    gint64 before; /* -1: there is no such place */
  } cases[] = {
    { 1, BV_TREE_STEP_UP, -1 },  { 2, BV_TREE_STEP_UP, 1 },   { 3, BV_TREE_STEP_UP, 2 },
    { 1, BV_TREE_STEP_DOWN, 3 }, { 2, BV_TREE_STEP_DOWN, 0 }, { 3, BV_TREE_STEP_DOWN, -1 },
    { 2, BV_TREE_STEP_IN, -1 },  { 2, BV_TREE_STEP_OUT, -1 }, { 7, BV_TREE_STEP_UP, -1 },
  };
  g_autoptr (GPtrArray) groups = make_groups ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 before = -1;

      g_assert_cmpint (bv_group_place_step (groups, cases[i].group, cases[i].step, &before), ==,
                       cases[i].before >= 0);
      g_assert_cmpint (before, ==, cases[i].before);
    }
}

static void
test_taking (void)
{
  static const gint64 cases[][3] = {
    { 1, 2, 3 }, { 1, 3, 0 }, { 3, 1, 1 }, { 3, 2, 2 }, { 2, 2, -1 }, { 2, 7, -1 }, { 7, 2, -1 },
  };
  g_autoptr (GPtrArray) groups = make_groups ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 before = -1;

      g_assert_cmpint (bv_group_place_take (groups, cases[i][0], cases[i][1], &before), ==, cases[i][2] >= 0);
      g_assert_cmpint (before, ==, cases[i][2]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/group-place/a-step-leads-past-a-neighbour", test_steps);
  g_test_add_func ("/group-place/one-takes-the-place-of-another", test_taking);
  return g_test_run ();
}
