/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/ranking/strip-plot.h"

static gboolean
is_plot (GtkWidget *widget)
{
  return BV_IS_STRIP_PLOT (widget);
}

static GtkWidget *
find_within (GtkWidget *widget, gboolean (*is_wanted) (GtkWidget *widget))
{
  GtkWidget *found = is_wanted (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_within (child, is_wanted);
  return found;
}

static BvStripPlot *
get_plot (BvTablePage *page)
{
  return BV_STRIP_PLOT (find_within (GTK_WIDGET (page), is_plot));
}

static void
click (BvStripPlot *plot, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (plot));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "pressed", 1, x, y);
    }
}

static gint64
get_nominee (BvTablePage *page, guint row)
{
  GtkSelectionModel *rows = gtk_column_view_get_model (bv_table_page_get_view (page));
  g_autoptr (BvRow) item = g_list_model_get_item (G_LIST_MODEL (rows), row);

  return bv_row_get_id (item);
}

/* The better of two stands further right; whoever is clicked is chosen. */
static void
test_dots (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "ranking");
  BvStripPlot *plot = get_plot (page);
  float right = gtk_widget_get_width (GTK_WIDGET (plot));

  for (guint row = 0; row < 8; row++)
    {
      graphene_point_t at;

      g_assert_true (bv_strip_plot_find_place (plot, get_nominee (page, row), &at));
      g_assert_cmpfloat (at.x, <=, right);
      g_assert_cmpfloat (at.y, >, 0);
      g_assert_cmpfloat (at.y, <, gtk_widget_get_height (GTK_WIDGET (plot)));
      right = at.x;
      click (plot, at.x + 1, at.y - 1);
      g_assert_cmpint (bv_row_get_id (bv_table_page_get_selected (page)), ==, get_nominee (page, row));
    }
  click (plot, 1, 1);
  g_assert_cmpint (bv_row_get_id (bv_table_page_get_selected (page)), ==, get_nominee (page, 7));
}

/* The last is below the axis: it is counted, and has no dot. */
static void
test_below (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "ranking");
  BvStripPlot *plot = get_plot (page);
  const BvProposal *proposal = bv_session_get_proposal (bv_window_get_session (window));
  const BvRanking *pool = g_ptr_array_index (proposal->pools, 0);
  const BvEntrant *entrant
    = bv_contest_entrant (pool->scores->contest, bv_ranking_entry (pool, pool->entries->len - 1)->entrant);
  graphene_point_t at;

  g_assert_false (bv_strip_plot_find_place (plot, entrant->id, &at));
  g_assert_false (bv_strip_plot_find_place (plot, 0, &at));
}

/* A lane a group: that of one group is lower than that of three. */
static void
test_lanes (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "ranking");
  BvStripPlot *plot = get_plot (page);
  int three = gtk_widget_get_height (GTK_WIDGET (plot));
  graphene_point_t before, at;

  g_assert_true (bv_strip_plot_find_place (plot, get_nominee (page, 0), &before));
  bv_page_step_tab (BV_PAGE (page), 2);
  fixture_settle (window);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (plot)), <, three);
  g_assert_true (bv_strip_plot_find_place (plot, get_nominee (page, 0), &at));
  g_assert_cmpfloat (at.y, <, gtk_widget_get_height (GTK_WIDGET (plot)));
}

static void
test_nobody (BvWindow *window)
{
  BvTablePage *page;
  GtkWidget *plot;

  fixture_make_campaign (window);
  page = fixture_show (window, "ranking");
  plot = find_within (GTK_WIDGET (page), is_plot);
  g_assert_false (gtk_widget_get_visible (plot));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/ranking/the-dot-of-a-nominee-is-clicked-and-its-row-is-chosen", test_dots);
  fixture_add ("/ranking/who-is-below-the-axis-has-no-dot", test_below);
  fixture_add ("/ranking/a-group-has-one-lane", test_lanes);
  fixture_add_empty ("/ranking/where-nobody-is-put-forward-there-is-no-chart", test_nobody);
  return g_test_run ();
}
