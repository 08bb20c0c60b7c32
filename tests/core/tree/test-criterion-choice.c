/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/group.h"
#include "core/tree/criterion-choice.h"
#include "tree-fixture.h"

typedef struct
{
  const char *left_out; /* codes */
  const char *expected;
} Case;

#define TREE "1(1.1 1.2 1.3(1.3.1)) 2 3()"

static const Case cases[] = {
  { "", TREE },
  { "2 1.1", "1(1.2 1.3(1.3.1)) 3()" },
  { "1.3.1", "1(1.1 1.2) 2 3()" },
  { "1.1 1.2 1.3.1", "2 3()" },
  { "3", "1(1.1 1.2 1.3(1.3.1)) 2" },
  { "1 1.3", TREE },
  { "1.1 1.2 1.3.1 2 3", "" },
};

static GHashTable *
list_rows (const GPtrArray *groups, const char *codes)
{
  GHashTable *rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_auto (GStrv) words = g_strsplit (codes, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 row = tree_fixture_find (groups, words[i]);

      g_hash_table_add (rows, g_memdup2 (&row, sizeof row));
    }
  return rows;
}

static void
check (const Case *self)
{
  g_autoptr (GPtrArray) groups = tree_fixture_new (TREE, "1");
  g_autoptr (GHashTable) left_out = list_rows (groups, self->left_out);
  BvGroup *group = g_ptr_array_index (groups, 0);
  GPtrArray *copies = bv_criterion_choice_copy (group->criteria, left_out);
  g_autofree char *text = NULL;

  g_ptr_array_unref (group->criteria);
  group->criteria = copies;
  text = tree_fixture_write (groups, 0);
  g_assert_cmpstr (text, ==, self->expected);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/criterion-choice/a-section-goes-with-the-last-of-its-criteria", test_cases);
  return g_test_run ();
}
