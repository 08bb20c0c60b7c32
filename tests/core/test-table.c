/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/points.h"
#include "core/table.h"

enum
{
  NAME,
  COUNT,
  POINTS,
  SIZE,
  N_COLUMNS,
};

static const BvColumnType types[N_COLUMNS] = {
  [COUNT] = BV_COLUMN_NUMBER,
  [POINTS] = BV_COLUMN_POINTS,
  [SIZE] = BV_COLUMN_SIZE,
};

static BvTable *
create_table (void)
{
  BvTable *table = bv_table_new (types, N_COLUMNS);

  for (gint64 id = 11; id <= 13; id++)
    bv_table_append (table, id, id == 12 ? 2 : 1);
  bv_table_set_text (table, 0, NAME, "Đường Văn Bình", "b");
  bv_table_set_text (table, 1, NAME, "Hoà An", "a");
  bv_table_set_number (table, 0, COUNT, 1248);
  bv_table_set_number (table, 0, POINTS, 8925);
  bv_table_set_number (table, 1, POINTS, 9000);
  bv_table_set_number (table, 0, SIZE, 48213);
  return table;
}

static void
test_cells_are_written (void)
{
  static const struct
  {
    guint row;
    guint column;
    const char *wanted;
  } cases[] = {
    { 0, NAME, "Đường Văn Bình" },
    { 0, COUNT, "1.248" },
    { 0, POINTS, "89,25" },
    { 0, SIZE, "47,1 KB" },
    { 2, NAME, "" },
    { 2, COUNT, "" },
    { 2, POINTS, "" },
    { 2, SIZE, "" },
  };
  g_autoptr (BvTable) table = create_table ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = bv_table_write_cell (table, cases[i].row, cases[i].column);

      g_assert_cmpstr (text, ==, cases[i].wanted);
    }
}

static void
test_rows_are_found (void)
{
  g_autoptr (BvTable) table = create_table ();

  g_assert_cmpuint (bv_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (bv_table_find (table, 12), ==, 1);
  g_assert_cmpuint (bv_table_find (table, 99), ==, BV_TABLE_NOT_FOUND);
  g_assert_cmpint (bv_table_get_group (table, 1), ==, 2);
  g_assert_cmpint (bv_table_get_number (table, 2, POINTS), ==, BV_NONE);
}

static void
test_texts_compare_by_key (void)
{
  g_autoptr (BvTable) table = create_table ();

  g_assert_cmpint (bv_table_compare (table, 0, table, 1, NAME), >, 0);
  g_assert_cmpint (bv_table_compare (table, 2, table, 1, NAME), <, 0);
  g_assert_cmpint (bv_table_compare (table, 0, table, 1, POINTS), <, 0);
  g_assert_cmpint (bv_table_compare (table, 2, table, 0, POINTS), <, 0);
  g_assert_cmpint (bv_table_compare (table, 1, table, 1, POINTS), ==, 0);
}

static void
test_sorting_moves_whole_rows (void)
{
  g_autoptr (BvTable) table = create_table ();

  bv_table_sort (table, NAME);
  g_assert_cmpint (bv_table_get_id (table, 0), ==, 13);
  g_assert_cmpint (bv_table_get_id (table, 1), ==, 12);
  g_assert_cmpint (bv_table_get_id (table, 2), ==, 11);
  g_assert_cmpint (bv_table_get_number (table, 2, POINTS), ==, 8925);
  bv_table_sort (table, SIZE);
  g_assert_cmpint (bv_table_get_id (table, 0), ==, 13);
  g_assert_cmpint (bv_table_get_id (table, 1), ==, 12);
}

static void
test_search_text_is_folded (void)
{
  g_autoptr (BvTable) table = create_table ();

  g_assert_cmpstr (bv_table_get_folded (table, 0, 0), ==, "duong van binh\n");
  g_assert_cmpstr (bv_table_get_folded (table, 1, 0), ==, "hoa an\n");
  bv_table_set_text (table, 1, NAME, "Ô Long Vỹ", NULL);
  g_assert_cmpstr (bv_table_get_folded (table, 1, 0), ==, "o long vy\n");
}

static void
test_equal_rows (void)
{
  g_autoptr (BvTable) table = create_table ();
  g_autoptr (BvTable) other = create_table ();

  for (guint i = 0; i < 3; i++)
    g_assert_true (bv_table_rows_equal (table, i, other, i));
  g_assert_false (bv_table_rows_equal (table, 0, other, 1));
  bv_table_set_number (other, 0, POINTS, 8926);
  bv_table_add_flags (other, 1, BV_TABLE_ROW_DIM);
  bv_table_set_text (other, 2, NAME, "x", NULL);
  for (guint i = 0; i < 3; i++)
    g_assert_false (bv_table_rows_equal (table, i, other, i));
}

/* The longest first; numbers by their digits, nothing where there is nothing. */
static void
test_longest_cells (void)
{
  static const struct
  {
    guint column;
    gint64 group;
    guint n_first;
    guint n_wanted;
    guint wanted[2];
  } cases[] = {
    { NAME, 0, G_MAXUINT, 2, { 3, 0 } }, { NAME, 0, 3, 2, { 0, 1 } },
    { NAME, 1, G_MAXUINT, 2, { 3, 0 } }, { NAME, 1, 2, 1, { 0 } },
    { COUNT, 0, 4, 2, { 3, 0 } },        { COUNT, 2, 4, 0, { 0 } },
    { POINTS, 0, 4, 2, { 0, 1 } },
  };
  g_autoptr (BvTable) table = create_table ();
  guint added = bv_table_append (table, 14, 1);

  bv_table_set_text (table, added, NAME, "Nguyễn Thị Ánh Tuyết", NULL);
  bv_table_set_number (table, added, COUNT, -12480);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint rows[2];
      guint n = bv_table_find_longest (table, cases[i].column, cases[i].group, cases[i].n_first, rows, 2);

      g_assert_cmpuint (n, ==, cases[i].n_wanted);
      for (guint j = 0; j < n; j++)
        g_assert_cmpuint (rows[j], ==, cases[i].wanted[j]);
    }
}

static void
test_folded_cells (void)
{
  static const BvColumnType kinds[] = { BV_COLUMN_TEXT, BV_COLUMN_NUMBER, BV_COLUMN_TEXT, BV_COLUMN_TEXT };
  static const char *const wanted[] = { "mot", NULL, "ba", "bon" };
  g_autoptr (BvTable) table = bv_table_new (kinds, G_N_ELEMENTS (kinds));

  bv_table_append (table, 1, 0);
  bv_table_set_text (table, 0, 0, "Một", NULL);
  bv_table_set_text (table, 0, 2, "Ba", NULL);
  bv_table_set_text (table, 0, 3, "Bốn", NULL);
  for (guint name = 0; name < G_N_ELEMENTS (kinds); name += 2)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      {
        g_autoptr (BvTable) same = bv_table_new (kinds, G_N_ELEMENTS (kinds));
        gsize length = 0;
        const char *text;
        g_autofree char *cell = NULL;

        bv_table_append (same, 1, 0);
        for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
          if (kinds[k] == BV_COLUMN_TEXT)
            bv_table_set_text (same, 0, k, bv_table_get_text (table, 0, k), NULL);
        text = bv_table_find_folded (same, 0, name, i, &length);
        cell = text != NULL ? g_strndup (text, length) : NULL;
        g_assert_cmpstr (cell, ==, wanted[i]);
      }
}

/* Rows 0 > 1 > 2, and 3 beside 0. */
static void
test_trees (void)
{
  static const struct
  {
    guint rows[2];
    gboolean beside;
    guint found[2];
  } cases[] = {
    { { 2, 3 }, TRUE, { 0, 3 } },
    { { 3, 1 }, TRUE, { 3, 0 } },
    { { 2, 0 }, FALSE, { 2, 0 } },
    { { 1, 1 }, FALSE, { 1, 1 } },
  };
  g_autoptr (BvTable) table = bv_table_new (types, N_COLUMNS);

  for (gint64 id = 11; id <= 14; id++)
    bv_table_append (table, id, 0);
  g_assert_false (bv_table_is_tree (table));
  bv_table_set_above (table, 1, 0);
  bv_table_set_above (table, 2, 1);
  g_assert_true (bv_table_is_tree (table));
  g_assert_cmpuint (bv_table_get_depth (table, 2), ==, 2);
  g_assert_cmpuint (bv_table_get_above (table, 2), ==, 1);
  g_assert_cmpuint (bv_table_get_above (table, 3), ==, BV_TABLE_NOT_FOUND);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint row = cases[i].rows[0];
      guint other = cases[i].rows[1];

      g_assert_cmpint (bv_table_find_siblings (table, &row, &other), ==, cases[i].beside);
      g_assert_cmpuint (row, ==, cases[i].found[0]);
      g_assert_cmpuint (other, ==, cases[i].found[1]);
    }
}

static void
test_copied_rows (void)
{
  g_autoptr (BvTable) table = create_table ();
  g_autoptr (BvTable) copy = bv_table_new_like (table);

  bv_table_add_flags (table, 0, BV_TABLE_ROW_DIM);
  g_assert_cmpuint (bv_table_copy_row (copy, table, 1), ==, 0);
  g_assert_cmpuint (bv_table_copy_row (copy, table, 0), ==, 1);
  g_assert_true (bv_table_rows_equal (table, 1, copy, 0));
  g_assert_true (bv_table_rows_equal (table, 0, copy, 1));
  g_assert_cmpint (bv_table_compare (table, 0, copy, 1, NAME), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/cells-are-written-the-vietnamese-way", test_cells_are_written);
  g_test_add_func ("/table/rows-are-found-by-what-they-stand-for", test_rows_are_found);
  g_test_add_func ("/table/texts-compare-by-key-and-numbers-by-value", test_texts_compare_by_key);
  g_test_add_func ("/table/sorting-moves-whole-rows", test_sorting_moves_whole_rows);
  g_test_add_func ("/table/search-text-is-folded-and-follows-changes", test_search_text_is_folded);
  g_test_add_func ("/table/the-folded-text-of-each-cell-is-found", test_folded_cells);
  g_test_add_func ("/table/the-longest-cells-are-found-by-group-and-from-the-first", test_longest_cells);
  g_test_add_func ("/table/rows-are-equal-when-they-look-the-same", test_equal_rows);
  g_test_add_func ("/table/rows-of-a-tree-know-what-is-above-and-beside-them", test_trees);
  g_test_add_func ("/table/a-copied-row-is-the-same", test_copied_rows);
  return g_test_run ();
}
