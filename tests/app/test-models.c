/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/columns/column-sorter.h"
#include "app/rows/row-span.h"
#include "app/rows/row.h"
#include "app/search/row-filter.h"
#include "app/search/row-order.h"
#include "app/table/table-model.h"

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
  } cases[]
    = { { 0, "", 3 },     { 5, "", 2 },        { 0, "duong", 2 }, { 0, "hoà", 2 }, { 6, "  HOA duong ", 1 },
        { 0, "uong", 2 }, { 0, "oa uong", 1 }, { 0, "khong", 0 } };
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

/* What they stand for, in the order in which they stand. */
static char *
join_rows (GListModel *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (list, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", bv_row_get_id (row));
    }
  return g_string_free (text, FALSE);
}

static void
check_rows (GListModel *list, const char *expected)
{
  g_autofree char *rows = join_rows (list);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_search_order (void)
{
  static const char *const lines[]
    = { "1 0 Lê Thanh", "2 0 Lê Văn Ánh", "3 0 Lê Bảo An", "4 0 Ân Lê", "5 0 Bình", NULL };
  g_autoptr (BvTable) table = create_table (lines);
  BvTableModel *model = bv_table_model_new ();
  BvRowFilter *filter = g_object_new (BV_TYPE_ROW_FILTER, NULL);
  g_autoptr (GtkMultiSorter) columns = gtk_multi_sorter_new ();
  BvRowOrder *order = g_object_new (BV_TYPE_ROW_ORDER, "filter", filter, "columns", columns, NULL);
  GtkFilterListModel *found = gtk_filter_list_model_new (G_LIST_MODEL (model), GTK_FILTER (filter));
  g_autoptr (GtkSortListModel) list = gtk_sort_list_model_new (G_LIST_MODEL (found), GTK_SORTER (order));

  bv_table_model_set_table (model, table);
  check_rows (G_LIST_MODEL (list), "1 2 3 4 5");
  bv_row_filter_set_search (filter, "an");
  check_rows (G_LIST_MODEL (list), "4 3 2 1");
  gtk_multi_sorter_append (columns, g_object_new (BV_TYPE_COLUMN_SORTER, "column", 0, NULL));
  check_rows (G_LIST_MODEL (list), "3 1 2 4");
  bv_row_order_begin_search (order);
  bv_row_filter_set_search (filter, "le");
  check_rows (G_LIST_MODEL (list), "3 1 2 4");
  bv_row_order_begin_search (order);
  bv_row_filter_set_search (filter, "a");
  check_rows (G_LIST_MODEL (list), "4 3 2 1");
  bv_row_filter_set_search (filter, "");
  check_rows (G_LIST_MODEL (list), "5 3 1 2 4");
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

static void
test_many_columns (void)
{
  static const BvColumnType types[40] = { BV_COLUMN_TEXT };
  g_autoptr (BvTable) table = bv_table_new (types, G_N_ELEMENTS (types));
  g_autoptr (BvRow) row = NULL;
  g_autofree char *text = NULL;

  bv_table_set_text (table, bv_table_append (table, 1, 0), G_N_ELEMENTS (types) - 1, "last", NULL);
  row = bv_row_new (table, 0);
  text = bv_row_write_cell (row, G_N_ELEMENTS (types) - 1);
  g_assert_cmpstr (text, ==, "last");
}

/* Tables are long here: so many rows, 1, 2, 3, … */
static BvTable *
create_long_table (guint n_rows)
{
  static const BvColumnType types[] = { BV_COLUMN_POINTS };
  BvTable *table = bv_table_new (types, G_N_ELEMENTS (types));

  for (guint i = 0; i < n_rows; i++)
    bv_table_append (table, i + 1, i % 2);
  return table;
}

/* What a view would have after all that it was told. */
static void
follow_cb (GListModel *list, guint position, guint removed, guint added, gpointer data)
{
  GPtrArray *rows = data;

  if (removed > 0)
    g_ptr_array_remove_range (rows, position, removed);
  for (guint i = position; i < position + added; i++)
    g_ptr_array_insert (rows, i, g_list_model_get_item (list, i));
}

static void
assert_followed (BvRowSpan *span, const GPtrArray *rows)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (span)), ==, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (span), i);

      g_assert_true (row == g_ptr_array_index (rows, i));
    }
}

/* A span of all rows, or of those of a group, and what a view would have of it. */
typedef struct
{
  BvTableModel *model;
  BvRowFilter *filter;
  GtkSingleSelection *selection;
  BvRowSpan *span;
  GPtrArray *rows;
} SpanSetup;

static void
set_up (SpanSetup *setup, guint n_rows)
{
  g_autoptr (BvTable) table = create_long_table (n_rows);
  GtkFilterListModel *list;

  setup->model = bv_table_model_new ();
  setup->filter = g_object_new (BV_TYPE_ROW_FILTER, NULL);
  list = gtk_filter_list_model_new (G_LIST_MODEL (setup->model), GTK_FILTER (setup->filter));
  setup->selection = gtk_single_selection_new (G_LIST_MODEL (list));
  setup->span = g_object_new (BV_TYPE_ROW_SPAN, "selection", setup->selection, NULL);
  setup->rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (setup->span, "items-changed", G_CALLBACK (follow_cb), setup->rows);
  bv_table_model_set_table (setup->model, table);
}

static void
tear_down (SpanSetup *setup)
{
  g_object_unref (setup->span);
  g_object_unref (setup->selection);
  g_ptr_array_unref (setup->rows);
}

/* Returns: how many rows the view has when so many are seen from @first on */
static guint
see (SpanSetup *setup, guint first, guint n_rows)
{
  bv_row_span_see (setup->span, first, n_rows);
  while (bv_row_span_is_growing (setup->span))
    {
      g_main_context_iteration (NULL, TRUE);
      assert_followed (setup->span, setup->rows);
    }
  return setup->rows->len;
}

static void
test_span (void)
{
  SpanSetup setup;

  set_up (&setup, 1000);
  g_assert_cmpuint (setup.rows->len, ==, BV_ROW_SPAN_FIRST);
  g_assert_cmpuint (see (&setup, 0, 10), ==, BV_ROW_SPAN_FIRST);
  g_assert_cmpuint (see (&setup, 0, 30), ==, 60);
  g_assert_cmpuint (see (&setup, 60, 30), ==, 120);
  g_assert_cmpuint (see (&setup, 120, 30), ==, 160);
  g_assert_cmpuint (see (&setup, 470, 30), ==, 160);
  g_assert_cmpuint (bv_row_span_get_start (setup.span), ==, 370);
  g_assert_cmpuint (see (&setup, 300, 30), ==, 160);
  g_assert_cmpuint (bv_row_span_get_start (setup.span), ==, 270);
  g_assert_cmpuint (see (&setup, 500, 30), ==, 160);

  bv_row_span_rest (setup.span);
  assert_followed (setup.span, setup.rows);
  g_assert_cmpuint (setup.rows->len, ==, 90);
  g_assert_cmpuint (bv_row_span_get_start (setup.span), ==, 470);
  g_assert_cmpuint (see (&setup, 480, 30), ==, 110);
  tear_down (&setup);
}

static void
test_span_begins_again (void)
{
  SpanSetup setup;
  guint selected;

  set_up (&setup, 1000);
  bv_row_filter_set_group (setup.filter, 1);
  gtk_single_selection_set_selected (setup.selection, 400);
  bv_row_filter_set_group (setup.filter, 0);
  assert_followed (setup.span, setup.rows);
  g_assert_cmpuint (setup.rows->len, ==, BV_ROW_SPAN_FIRST);
  selected = gtk_single_selection_get_selected (setup.selection);
  g_assert_cmpuint (selected, >, 700);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (setup.span),
                                                  bv_row_span_reach (setup.span, selected)));
  g_assert_cmpuint (bv_row_span_get_start (setup.span), <, selected);
  g_assert_cmpuint (see (&setup, selected, 30), ==, 90);
  tear_down (&setup);
}

/* The view has the rows 400 to 431 of 1000; from @position on some are taken out, and others put there. */
static void
check_change (guint position, guint removed, guint added)
{
  SpanSetup setup;
  g_autoptr (BvTable) table = NULL;

  set_up (&setup, 1000);
  bv_row_span_reach (setup.span, 416);
  g_assert_cmpuint (bv_row_span_get_start (setup.span), ==, 400);
  table = create_long_table (position);
  for (guint i = 0; i < added; i++)
    bv_table_append (table, 5000 + i, 0);
  for (guint i = position + removed; i < 1000; i++)
    bv_table_append (table, i + 1, i % 2);
  bv_table_model_set_table (setup.model, table);
  assert_followed (setup.span, setup.rows);
  g_assert_cmpuint (see (&setup, bv_row_span_get_start (setup.span), 10), >=, 20);
  tear_down (&setup);
}

static void
test_span_follows (void)
{
  static const guint changes[][3]
    = { { 10, 2, 0 },   { 10, 0, 3 },   { 395, 10, 0 }, { 395, 5, 0 }, { 400, 0, 1 },
        { 400, 32, 0 }, { 410, 5, 5 },  { 431, 5, 1 },  { 432, 0, 1 }, { 432, 5, 0 },
        { 600, 7, 0 },  { 600, 0, 30 }, { 390, 60, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    check_change (changes[i][0], changes[i][1], changes[i][2]);
}

/* What a row is for the program has no look of its own. */
static void
test_classes (void)
{
  static const struct
  {
    guint flags;
    const char *classes;
  } cases[] = {
    { 0, "cell" },
    { BV_TABLE_ROW_HOLDS | BV_TABLE_ROW_OPEN, "cell" },
    { BV_TABLE_ROW_OFFER, "cell offer" },
    { BV_TABLE_ROW_HEAD | BV_TABLE_ROW_HOLDS, "cell head" },
    { BV_TABLE_ROW_DIM | BV_TABLE_ROW_ALERT | BV_TABLE_ROW_INSIDE | BV_TABLE_ROW_ABOVE_LINE,
      "cell dim alert inside line" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *classes = g_strjoinv (" ", (char **) bv_row_list_classes (cases[i].flags));

      g_assert_cmpstr (classes, ==, cases[i].classes);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-model/rows-that-stay-are-the-same-objects", test_same_rows_stay);
  g_test_add_func ("/table-model/only-what-differs-is-announced", test_only_the_middle_changes);
  g_test_add_func ("/row/looks-as-its-flags-say", test_classes);
  g_test_add_func ("/row-filter/finds-in-a-group-without-marks", test_filter);
  g_test_add_func ("/row-order/what-fits-best-comes-first-unless-a-column-was-chosen-since",
                   test_search_order);
  g_test_add_func ("/column-sorter/orders-by-the-sort-key", test_sorter);
  g_test_add_func ("/models/a-row-has-as-many-cells-as-its-table-has-columns", test_many_columns);
  g_test_add_func ("/row-span/has-what-is-near-what-is-seen", test_span);
  g_test_add_func ("/row-span/begins-again-around-the-selected-row", test_span_begins_again);
  g_test_add_func ("/row-span/follows-changes-on-both-sides-of-its-borders", test_span_follows);
  return g_test_run ();
}
