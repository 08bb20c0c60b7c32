/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/changes.h"

/* A score of nominee 7 and a report of it, another score of 7, one of 3, and a unit. */
static const BvChange rows[] = {
  { "unit", 50, 0, 'i' },      { "assessment", 7, 7, 'u' }, { "report", 7, 7, 'i' },
  { "assessment", 3, 3, 'd' }, { "hold", 60, 9, 'u' },      { "assessment", 7, 7, 'u' },
};

static BvChanges *
new_changes (guint n)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (BvChange));

  g_array_append_vals (array, rows + (G_N_ELEMENTS (rows) - n), n);
  return bv_changes_new (array);
}

static char *
join_ids (GArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", (int) g_array_index (ids, gint64, i));
  g_array_unref (ids);
  return g_string_free (text, FALSE);
}

static void
test_ordered (void)
{
  g_autoptr (BvChanges) changes = new_changes (G_N_ELEMENTS (rows));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < bv_changes_count (changes); i++)
    g_string_append_printf (text, "%s %d;", bv_changes_get (changes, i)->table,
                            (int) bv_changes_get (changes, i)->id);
  g_assert_cmpstr (text->str, ==, "assessment 3;assessment 7;assessment 7;hold 60;report 7;unit 50;");
}

static void
test_tables (void)
{
  g_autoptr (BvChanges) changes = new_changes (G_N_ELEMENTS (rows));

  g_assert_true (bv_changes_touch (changes, "assessment"));
  g_assert_true (bv_changes_touch (changes, "unit"));
  g_assert_false (bv_changes_touch (changes, "nominee"));
  g_assert_false (bv_changes_touch (changes, "vote"));
  g_assert_false (bv_changes_touch (changes, "ass"));
}

static void
test_rows (void)
{
  g_autoptr (BvChanges) changes = new_changes (G_N_ELEMENTS (rows));
  g_autofree char *assessments = join_ids (bv_changes_list_rows (changes, "assessment"));
  g_autofree char *quotas = join_ids (bv_changes_list_rows (changes, "quota"));

  g_assert_true (bv_changes_has_row (changes, "assessment", 7));
  g_assert_true (bv_changes_has_row (changes, "unit", 50));
  g_assert_false (bv_changes_has_row (changes, "assessment", 50));
  g_assert_false (bv_changes_has_row (changes, "hold", 7));
  g_assert_cmpstr (assessments, ==, "3 7");
  g_assert_cmpstr (quotas, ==, "");
}

static void
test_nominees (void)
{
  g_autoptr (BvChanges) changes = new_changes (G_N_ELEMENTS (rows));
  g_autofree char *nominees = join_ids (bv_changes_list_nominees (changes));

  g_assert_cmpstr (nominees, ==, "3 7 9");
}

static void
test_marks (void)
{
  for (guint n = 1; n <= G_N_ELEMENTS (rows); n++)
    {
      g_autoptr (BvChanges) changes = new_changes (n);

      g_assert_true (bv_changes_are_marks (changes) == (n < G_N_ELEMENTS (rows)));
    }
}

static gpointer
count_rows (gpointer data)
{
  g_autoptr (BvChanges) changes = data;

  return GUINT_TO_POINTER (bv_changes_count (changes));
}

static void
test_shared (void)
{
  BvChanges *changes = new_changes (2);
  GThread *thread = g_thread_new ("changes", count_rows, bv_changes_ref (changes));

  bv_changes_unref (changes);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (thread)), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changes/are-ordered-by-table-and-row", test_ordered);
  g_test_add_func ("/changes/a-table-is-touched-by-any-of-its-rows", test_tables);
  g_test_add_func ("/changes/a-row-is-listed-once", test_rows);
  g_test_add_func ("/changes/every-row-names-its-nominee", test_nominees);
  g_test_add_func ("/changes/a-unit-among-them-makes-them-more-than-marks", test_marks);
  g_test_add_func ("/changes/another-thread-keeps-them", test_shared);
  return g_test_run ();
}
