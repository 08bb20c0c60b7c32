/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/column-sorter.h"
#include "app/row-filter.h"
#include "app/row.h"
#include "app/table-model.h"

/* Tables are written as lines: id, group, name. */
static BvTable *
create_table (const char *const *lines)
{
  static const BvColumnType types[] = { BV_COLUMN_TEXT, BV_COLUMN_POINTS };
  BvTable *table = bv_table_new (types, G_N_ELEMENTS (types));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], " ", 3);
      guint row = bv_table_append (table, atoi (parts[0]), atoi (parts[1]));

      bv_table_set_text (table, row, 0, parts[2], NULL);
    }
  return table;
}

typedef struct
{
  guint times;
  guint position;
  guint removed;
  guint added;
} Seen;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  Seen *seen = data;

  *seen = (Seen){ seen->times + 1, position, removed, added };
}

static void
count_cb (BvRow *row, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_same_rows_stay (void)
{
  static const char *const before[] = { "1 0 An", "2 0 Bình", "3 0 Cường", NULL };
  static const char *const after[] = { "1 0 An", "2 0 Bính", "3 0 Cường", NULL };
  g_autoptr (BvTableModel) model = bv_table_model_new ();
  g_autoptr (BvTable) first = create_table (before);
  g_autoptr (BvTable) second = create_table (after);
  g_autoptr (BvRow) same = NULL;
  g_autoptr (BvRow) other = NULL;
  Seen seen = { 0 };
  guint n_same = 0, n_other = 0;

  bv_table_model_set_table (model, first);
  same = g_list_model_get_item (G_LIST_MODEL (model), 0);
  other = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &seen);
  g_signal_connect (same, "changed", G_CALLBACK (count_cb), &n_same);
  g_signal_connect (other, "changed", G_CALLBACK (count_cb), &n_other);
  g_assert_true (bv_table_model_set_table (model, second));
  g_assert_cmpuint (seen.times, ==, 0);
  g_assert_cmpuint (n_same, ==, 0);
  g_assert_cmpuint (n_other, ==, 1);
  g_assert_true (bv_row_get_table (same) == second);
}

static void
test_only_the_middle_changes (void)
{
  static const char *const before[] = { "1 0 An", "2 0 Bình", "3 0 Cường", NULL };
  static const char *const after[] = { "1 0 An", "7 0 Giang", "8 0 Hà", "3 0 Cường", NULL };
  g_autoptr (BvTableModel) model = bv_table_model_new ();
  g_autoptr (BvTable) first = create_table (before);
  g_autoptr (BvTable) second = create_table (after);
  g_autoptr (BvRow) last = NULL;
  Seen seen = { 0 };

  bv_table_model_set_table (model, first);
  last = g_list_model_get_item (G_LIST_MODEL (model), 2);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &seen);
  bv_table_model_set_table (model, second);
  g_assert_cmpuint (seen.times, ==, 1);
  g_assert_cmpuint (seen.position, ==, 1);
  g_assert_cmpuint (seen.removed, ==, 1);
  g_assert_cmpuint (seen.added, ==, 2);
  g_assert_cmpuint (bv_row_get_index (last), ==, 3);
}

static void
test_filter (void)
{
  static const char *const lines[] = { "1 5 Nguyễn Văn Đường", "2 5 Hòa Bình", "3 6 Đường Hoà", NULL };
  static const struct
  {
    gint64 group;
    const char *search;
    guint found;
  } cases[] = { { 0, "", 3 },    { 5, "", 2 }, { 0, "duong", 2 }, { 0, "hoà", 2 }, { 6, "  HOA duong ", 1 },
                { 0, "uong", 0 } };
  g_autoptr (BvTable) table = create_table (lines);
  BvTableModel *model = bv_table_model_new ();
  BvRowFilter *filter = g_object_new (BV_TYPE_ROW_FILTER, NULL);
  g_autoptr (GtkFilterListModel) list = NULL;

  bv_table_model_set_table (model, table);
  list = gtk_filter_list_model_new (G_LIST_MODEL (model), GTK_FILTER (filter));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      bv_row_filter_set_group (filter, cases[i].group);
      bv_row_filter_set_search (filter, cases[i].search);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, cases[i].found);
    }
}

static void
test_sorter (void)
{
  static const char *const lines[] = { "1 0 c", "2 0 a", "3 0 b", NULL };
  g_autoptr (BvTable) table = create_table (lines);
  BvTableModel *model = bv_table_model_new ();
  GtkSorter *sorter = g_object_new (BV_TYPE_COLUMN_SORTER, "column", 0, NULL);
  g_autoptr (GtkSortListModel) list = NULL;

  bv_table_model_set_table (model, table);
  list = gtk_sort_list_model_new (G_LIST_MODEL (model), sorter);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);
      static const gint64 wanted[] = { 2, 3, 1 };

      g_assert_cmpint (bv_row_get_id (row), ==, wanted[i]);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-model/rows-that-stay-are-the-same-objects", test_same_rows_stay);
  g_test_add_func ("/table-model/only-what-differs-is-announced", test_only_the_middle_changes);
  g_test_add_func ("/row-filter/finds-in-a-group-without-marks", test_filter);
  g_test_add_func ("/column-sorter/orders-by-the-sort-key", test_sorter);
  return g_test_run ();
}
