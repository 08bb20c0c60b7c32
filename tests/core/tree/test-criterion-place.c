/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tree-fixture.h"

typedef struct
{
  const char *name;
  const char *criterion;
  BvTreeStep step;
  const char *place; /* "section:before"; NULL: there is none */
} Case;

/* 3 is a section, and empty. */
#define TREE "1(1.1 1.2 1.3(1.3.1)) 2 3() 4"

static const Case cases[] = {
  { "up-past-the-one-before", "1.2", BV_TREE_STEP_UP, "1:1.1" },
  { "up-at-the-top", "4", BV_TREE_STEP_UP, ":3" },
  { "up-from-the-first-of-all", "1", BV_TREE_STEP_UP, NULL },
  { "up-where-no-section-stands-above", "1.1", BV_TREE_STEP_UP, NULL },
  { "down-past-the-next", "1.1", BV_TREE_STEP_DOWN, "1:1.3" },
  { "down-to-the-end", "1.2", BV_TREE_STEP_DOWN, "1:" },
  { "down-where-a-leaf-stands-below", "1.3", BV_TREE_STEP_DOWN, NULL },
  { "down-from-the-last-of-all", "4", BV_TREE_STEP_DOWN, NULL },
  { "in-to-the-section-before", "4", BV_TREE_STEP_IN, "3:" },
  { "in-behind-those-that-are-there", "2", BV_TREE_STEP_IN, "1:" },
  { "in-to-a-leaf", "1.2", BV_TREE_STEP_IN, NULL },
  { "in-where-nothing-stands-before", "1.1", BV_TREE_STEP_IN, NULL },
  { "out-behind-its-section", "1.1", BV_TREE_STEP_OUT, ":2" },
  { "out-by-one-section", "1.3.1", BV_TREE_STEP_OUT, "1:" },
  { "out-of-the-top", "2", BV_TREE_STEP_OUT, NULL },
};

static void
check_place (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (GPtrArray) groups = tree_fixture_new (TREE, "9");
  g_autofree char *found = NULL;
  BvCriterionPlace place;

  if (bv_criterion_place_step (groups, tree_fixture_find (groups, self->criterion), self->step, &place))
    {
      g_assert_cmpint (place.group, ==, 1000);
      found = g_strdup_printf ("%s:%s", tree_fixture_name (groups, place.section),
                               tree_fixture_name (groups, place.before));
    }
  g_assert_cmpstr (found, ==, self->place);
}

static void
test_from_section_to_section (void)
{
  g_autoptr (GPtrArray) groups = tree_fixture_new ("1(1.1) 2(2.1 2.2)", "9");
  BvCriterionPlace place;

  g_assert_true (
    bv_criterion_place_step (groups, tree_fixture_find (groups, "2.1"), BV_TREE_STEP_UP, &place));
  g_assert_cmpstr (tree_fixture_name (groups, place.section), ==, "1");
  g_assert_cmpint (place.before, ==, 0);
  g_assert_true (
    bv_criterion_place_step (groups, tree_fixture_find (groups, "1.1"), BV_TREE_STEP_DOWN, &place));
  g_assert_cmpstr (tree_fixture_name (groups, place.section), ==, "2");
  g_assert_cmpstr (tree_fixture_name (groups, place.before), ==, "2.1");
}

static void
test_where_it_stands (void)
{
  g_autoptr (GPtrArray) groups = tree_fixture_new (TREE, "9");
  BvCriterionPlace place;

  g_assert_true (bv_criterion_place_find (groups, tree_fixture_find (groups, "1.2"), &place));
  g_assert_cmpstr (tree_fixture_name (groups, place.section), ==, "1");
  g_assert_cmpstr (tree_fixture_name (groups, place.before), ==, "1.3");
  g_assert_true (bv_criterion_place_find (groups, tree_fixture_find (groups, "9"), &place));
  g_assert_cmpint (place.group, ==, 1001);
  g_assert_false (bv_criterion_place_find (groups, 12345, &place));
  g_assert_false (bv_criterion_place_find (groups, 0, &place));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/criterion-place/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], check_place);
    }
  g_test_add_func ("/criterion-place/from-the-end-of-a-section-into-the-next", test_from_section_to_section);
  g_test_add_func ("/criterion-place/a-criterion-is-told-where-it-stands", test_where_it_stands);
  return g_test_run ();
}
