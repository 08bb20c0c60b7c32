/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/group-name.h"
#include "app/nominee-dialog.h"
#include "app/ranking-table.h"
#include "app/tabs.h"
#include "store/pages.h"

static const BvGroup *
get_group (BvWindow *window, guint place)
{
  return g_ptr_array_index (bv_session_get_head (bv_window_get_session (window))->groups, place);
}

static GtkColumnViewColumn *
get_column (BvPage *page, guint place)
{
  g_autoptr (GtkColumnViewColumn) column
    = g_list_model_get_item (gtk_column_view_get_columns (bv_page_get_view (page)), place);

  return column;
}

static gboolean
is_shown (BvPage *page, guint column)
{
  return gtk_column_view_column_get_visible (get_column (page, column));
}

static void
choose_group (BvWindow *window, BvPage *page, guint place)
{
  bv_nominees_page_choose_group (BV_NOMINEES_PAGE (page), get_group (window, place)->record.id);
  fixture_settle (window);
}

static void
test_columns (BvWindow *window)
{
  BvPage *page = fixture_show (window, "nominees");

  choose_group (window, page, 0);
  g_assert_false (is_shown (page, BV_NOMINEES_UNIT));
  g_assert_false (is_shown (page, BV_NOMINEES_POSITION));
  choose_group (window, page, 2);
  g_assert_true (is_shown (page, BV_NOMINEES_UNIT));
  choose_group (window, page, 3);
  g_assert_true (is_shown (page, BV_NOMINEES_UNIT));
  g_assert_true (is_shown (page, BV_NOMINEES_POSITION));
}

static void
test_evidence_order (BvWindow *window)
{
  BvPage *page = fixture_show (window, "nominees");
  g_autofree char *first = NULL;

  choose_group (window, page, 3);
  gtk_column_view_sort_by_column (bv_page_get_view (page), get_column (page, BV_NOMINEES_EVIDENCE),
                                  GTK_SORT_ASCENDING);
  fixture_settle (window);
  first = fixture_read_cell (page, 0, BV_NOMINEES_EVIDENCE);
  g_assert_cmpstr (first, ==, "●○");
}

static void
test_first_found (BvWindow *window)
{
  BvPage *page = fixture_show (window, "nominees");
  BvRow *row;

  fixture_select (window, "Sở Nội vụ");
  bv_window_search (window, "so y te");
  row = bv_page_get_selected (page);
  g_assert_cmpstr (bv_table_get_text (bv_row_get_table (row), bv_row_get_index (row), BV_NOMINEES_NAME), ==,
                   "Sở Y tế");
}

static void
test_counts (BvWindow *window)
{
  static const char *const cases[][2]
    = { { "units", "195 units" }, { "nominees", "255 nominees" }, { "ranking", "195 ranked" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = bv_page_describe (fixture_show (window, cases[i][0]));

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

static void
test_parts (BvWindow *window)
{
  BvPage *page = fixture_show (window, "nominees");

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "part.next", NULL);
  g_assert_true (bv_page_has_focus (page, FALSE));
  gtk_widget_activate_action (GTK_WIDGET (window), "part.next", NULL);
  g_assert_true (bv_page_has_focus (page, TRUE));
  gtk_widget_activate_action (GTK_WIDGET (window), "part.next", NULL);
  g_assert_false (bv_page_has_focus (page, TRUE));
  g_assert_false (bv_page_has_focus (page, FALSE));
  gtk_widget_activate_action (GTK_WIDGET (window), "part.previous", NULL);
  g_assert_true (bv_page_has_focus (page, TRUE));
}

static void
test_cap_note (BvWindow *window)
{
  const BvProposal *proposal;
  guint n_capped = 0;

  fixture_show (window, "ranking");
  proposal = bv_session_get_proposal (bv_window_get_session (window));
  for (guint i = 0; i < proposal->pools->len; i++)
    {
      const BvRanking *pool = g_ptr_array_index (proposal->pools, i);
      g_autoptr (BvTable) table = bv_ranking_table_new (pool);

      for (guint j = 0; j < pool->entries->len; j++)
        if (bv_ranking_entry (pool, j)->capped != BV_CAP_NONE)
          {
            g_assert_cmpstr (bv_table_get_text (table, j, BV_RANKING_NOTES), !=, "");
            n_capped++;
          }
    }
  g_assert_cmpuint (n_capped, >, 0);
}

static void
test_twice (BvWindow *window)
{
  BvPage *page = fixture_show (window, "nominees");
  BvPage *units = fixture_show (window, "units");
  gint64 unit = fixture_select (window, "Sở Y tế");
  const BvGroup *group = get_group (window, 0);
  GtkWidget *dialog
    = bv_nominee_dialog_new (GTK_WINDOW (window), bv_window_get_session (window), group->record.id);

  g_assert_nonnull (units);
  g_assert_false (bv_nominee_dialog_choose (BV_NOMINEE_DIALOG (dialog), group->record.id, unit, ""));
  g_assert_false (bv_nominee_dialog_add (BV_NOMINEE_DIALOG (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_show (window, "nominees");
  g_assert_cmpuint (fixture_count_rows (page), ==, 255);
}

static void
test_twin (BvWindow *window)
{
  BvPage *page = fixture_show (window, "nominees");
  gint64 unit;
  GtkWidget *dialog;
  const BvGroup *group = get_group (window, 3);

  fixture_show (window, "units");
  unit = fixture_select (window, "Sở Y tế");
  fixture_show (window, "nominees");
  dialog = bv_nominee_dialog_new (GTK_WINDOW (window), bv_window_get_session (window), group->record.id);
  g_assert_true (
    bv_nominee_dialog_choose (BV_NOMINEE_DIALOG (dialog), group->record.id, unit, "NGUYỄN THỊ ÁNH"));
  g_assert_false (bv_nominee_dialog_add (BV_NOMINEE_DIALOG (dialog)));
  g_assert_true (bv_nominee_dialog_add (BV_NOMINEE_DIALOG (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 256);
}

static void
test_all_units (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  BvPage *page;
  GtkWidget *dialog;

  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (window))),
                                  "new-campaign", NULL);
  fixture_wait_for_campaign (window);
  fixture_settle (window);
  page = fixture_show (window, "nominees");
  dialog = bv_nominee_dialog_new (GTK_WINDOW (window), session, get_group (window, 0)->record.id);
  bv_nominee_dialog_choose_all (BV_NOMINEE_DIALOG (dialog), "xã");
  g_assert_true (bv_nominee_dialog_add (BV_NOMINEE_DIALOG (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), >, 100);
  g_assert_true (bv_session_undo (session, NULL));
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 0);
}

static gboolean
is_list (GtkWidget *tabs, int width)
{
  GtkWidget *row = GTK_WIDGET (gtk_widget_get_template_child (tabs, BV_TYPE_TABS, "row"));
  GtkWidget *list = GTK_WIDGET (gtk_widget_get_template_child (tabs, BV_TYPE_TABS, "list"));

  gtk_widget_size_allocate (tabs, &(GtkAllocation){ 0, 0, width, 40 }, -1);
  g_assert_true (gtk_widget_get_child_visible (row) != gtk_widget_get_child_visible (list));
  return gtk_widget_get_child_visible (list);
}

static void
test_tabs (BvWindow *window)
{
  BvPage *page = fixture_show (window, "ranking");
  GtkWidget *tabs
    = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (page), BV_TYPE_RANKING_PAGE, "tabs"));
  GtkDropDown *list = GTK_DROP_DOWN (gtk_widget_get_template_child (tabs, BV_TYPE_TABS, "list"));
  guint n_rows = fixture_count_rows (page);
  g_autoptr (GtkStringObject) first = g_list_model_get_item (gtk_drop_down_get_model (list), 0);
  int room;

  gtk_widget_measure (tabs, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &room, NULL, NULL);
  g_assert_false (is_list (tabs, room));
  g_assert_true (is_list (tabs, room - 1));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (list)), ==, 6);
  g_assert_cmpstr (gtk_string_object_get_string (first), ==, "Tập thể  195");
  gtk_drop_down_set_selected (list, 1);
  g_assert_cmpuint (fixture_count_rows (page), !=, n_rows);
  bv_ranking_page_choose (BV_RANKING_PAGE (page), 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (list), ==, 0);
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows);
}

static void
test_group_names (void)
{
  static const char *const cases[][2] = { { "Ủy ban nhân dân cấp xã", "Cấp xã" },
                                          { "UBND đặc khu", "Đặc khu" },
                                          { "Sở, ban, ngành tỉnh", "Sở, ban, ngành tỉnh" },
                                          { "Ủy ban nhân dân ", "Ủy ban nhân dân " } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = bv_group_name_shorten (cases[i][0]);

      g_assert_cmpstr (name, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/pages/a-group-is-shown-without-what-all-committees-share", test_group_names);
  fixture_add ("/pages/columns-that-say-nothing-are-hidden", test_columns);
  fixture_add ("/pages/those-who-lack-evidence-sort-first", test_evidence_order);
  fixture_add ("/pages/the-first-row-found-is-selected", test_first_found);
  fixture_add ("/pages/rows-are-counted-by-what-they-are", test_counts);
  fixture_add ("/pages/the-focus-goes-from-part-to-part", test_parts);
  fixture_add ("/pages/tabs-without-room-are-a-list", test_tabs);
  fixture_add ("/pages/a-cap-is-noted-beside-whom-it-keeps-out", test_cap_note);
  fixture_add ("/pages/a-unit-stands-once-in-a-group", test_twice);
  fixture_add ("/pages/a-person-twice-is-warned-of-once", test_twin);
  fixture_add_empty ("/pages/all-units-that-are-found-are-added-and-undone-at-once", test_all_units);
  return g_test_run ();
}
