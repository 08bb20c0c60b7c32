/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tree/criterion-codes.h"
#include "core/tree/criterion-tree.h"
#include "tree-fixture.h"

typedef struct
{
  const char *name;
  const char *moved; /* codes */
  guint group;       /* where they go */
  const char *section;
  const char *before;
  const char *first; /* the trees afterwards; NULL: it is refused */
  const char *second;
} Case;

#define FIRST "1(1.1 1.2 1.3(1.3.1)) 2 3()"
#define SECOND "1(1.1) 5"

static const Case cases[] = {
  { "before-another", "2", 0, NULL, "1", "2 1(1.1 1.2 1.3(1.3.1)) 3()", SECOND },
  { "behind-the-last", "1.1", 0, "1", NULL, "1(1.2 1.3(1.3.1) 1.1) 2 3()", SECOND },
  { "into-a-section", "2", 0, "3", NULL, "1(1.1 1.2 1.3(1.3.1)) 3(2)", SECOND },
  { "a-section-with-all-below-it", "1.3", 0, NULL, "2", "1(1.1 1.2) 1.3(1.3.1) 2 3()", SECOND },
  { "before-itself-is-no-move", "1.2", 0, "1", "1.2", FIRST, SECOND },
  { "several-keep-their-order", "2 1.1", 0, "3", NULL, "1(1.2 1.3(1.3.1)) 3(1.1 2)", SECOND },
  { "what-stands-below-another-goes-with-it", "1.3.1 1.3", 0, "3", NULL, "1(1.1 1.2) 2 3(1.3(1.3.1))",
    SECOND },
  { "several-before-one-of-them", "1.1 1.2", 0, "1", "1.1", FIRST, SECOND },
  { "to-another-group", "2", 1, NULL, "5", "1(1.1 1.2 1.3(1.3.1)) 3()", "1(1.1) 2 5" },
  { "a-code-that-is-taken", "1", 1, NULL, NULL, "2 3()", "1(1.1) 5 3(3.1 3.2 3.3(3.3.1))" },
  { "into-itself", "1", 0, "1.3", NULL, NULL, NULL },
  { "into-a-leaf", "3", 0, "2", NULL, NULL, NULL },
  { "before-one-of-another-section", "2", 0, "3", "1.1", NULL, NULL },
  { "into-a-section-of-another-group", "2", 1, "3", NULL, NULL, NULL },
};

static GArray *
list_rows (const GPtrArray *groups, const char *codes)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) words = g_strsplit (codes, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 row = tree_fixture_find (groups, words[i]);

      g_array_append_val (rows, row);
    }
  return rows;
}

static void
check_move (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (GPtrArray) groups = tree_fixture_new (FIRST, SECOND);
  g_autoptr (GArray) moved = list_rows (groups, self->moved);
  BvCriterionPlace place = { 1000 + self->group, tree_fixture_find (groups, self->section),
                             tree_fixture_find (groups, self->before) };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;

  if (!bv_criterion_tree_move (groups, moved, &place, &error))
    g_assert_error (error, BV_CRITERION_TREE_ERROR, BV_CRITERION_TREE_ERROR_PLACE);
  g_assert_true ((error != NULL) == (self->first == NULL));
  first = tree_fixture_write (groups, 0);
  second = tree_fixture_write (groups, 1);
  g_assert_cmpstr (first, ==, self->first != NULL ? self->first : FIRST);
  g_assert_cmpstr (second, ==, self->second != NULL ? self->second : SECOND);
}

static BvCriterion *
new_criterion (const char *code)
{
  BvCriterion *criterion = bv_record_new (&bv_criterion_entity);

  g_free (criterion->code);
  criterion->code = g_strdup (code);
  criterion->kind = BV_CRITERION_POINTS;
  criterion->max = 500;
  return criterion;
}

static void
test_add (void)
{
  g_autoptr (GPtrArray) groups = tree_fixture_new (FIRST, SECOND);
  g_autoptr (GPtrArray) criteria = g_ptr_array_new_with_free_func (bv_record_free);
  BvCriterionPlace place = { 1000, tree_fixture_find (groups, "1"), tree_fixture_find (groups, "1.2") };
  g_autofree char *first = NULL;

  g_ptr_array_add (criteria, new_criterion (""));
  g_ptr_array_add (criteria, new_criterion ("1.1"));
  g_ptr_array_add (criteria, new_criterion ("M1"));
  g_assert_true (bv_criterion_tree_add (groups, criteria, &place, NULL));
  g_assert_cmpint (criteria->len, ==, 0);
  first = tree_fixture_write (groups, 0);
  g_assert_cmpstr (first, ==, "1(1.1 1.4 1.5 M1 1.2 1.3(1.3.1)) 2 3()");
}

static void
test_tie_breakers (void)
{
  g_autoptr (GPtrArray) groups = tree_fixture_new (FIRST, SECOND);
  BvCriterion *moved = bv_criterion_tree_find (groups, tree_fixture_find (groups, "2"));
  BvCriterion *other = bv_criterion_tree_find (groups, tree_fixture_find (groups, "5"));
  g_autoptr (GArray) rows = list_rows (groups, "2");
  BvCriterionPlace inside = { 1000, 0, tree_fixture_find (groups, "1") };
  BvCriterionPlace outside = { 1001, 0, 0 };

  moved->tie_breaker = other->tie_breaker = 1;
  g_assert_true (bv_criterion_tree_move (groups, rows, &inside, NULL));
  g_assert_cmpint (moved->tie_breaker, ==, 1);
  g_assert_true (bv_criterion_tree_move (groups, rows, &outside, NULL));
  g_assert_cmpint (moved->tie_breaker, ==, BV_NONE);
  g_assert_cmpint (other->tie_breaker, ==, 1);
}

static void
check_renumbered (const char *before, const char *after)
{
  g_autoptr (GPtrArray) groups = tree_fixture_new (before, "");
  g_autofree char *first = NULL;

  bv_criterion_codes_renumber (g_ptr_array_index (groups, 0));
  first = tree_fixture_write (groups, 0);
  g_assert_cmpstr (first, ==, after);
}

static void
test_renumber (void)
{
  check_renumbered ("3(1.2 1.1) 2 x(y(z))", "1(1.1 1.2) 2 3(3.1(3.1.1))");
  check_renumbered ("B(A.1) A", "A(A.1) B");
  check_renumbered ("II(a) I", "I(I.1) II");
  check_renumbered ("", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/criterion-tree/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], check_move);
    }
  g_test_add_func ("/criterion-tree/new-ones-are-given-free-codes", test_add);
  g_test_add_func ("/criterion-tree/a-tie-breaker-number-occurs-once-a-group", test_tie_breakers);
  g_test_add_func ("/criterion-tree/codes-follow-the-places", test_renumber);
  return g_test_run ();
}
