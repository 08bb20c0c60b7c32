/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/page/tabs.h"
#include "core/unit.h"
#include "store/lists.h"

#define WIDE 1366
#define HIGH 768
#define GIVEN 420
/* The narrowest that the drawing allows, beside the border. */
#define LEAST 320
#define USUAL 340
#define BORDERS 16

static gboolean
is_as_wide (gpointer window)
{
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  return ABS (width - gtk_widget_get_width (window)) <= BORDERS;
}

static void
resize (BvWindow *window, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  fixture_wait (is_as_wide, window, "the window's width");
  fixture_settle (window);
}

static GtkWidget *
get_details (BvPage *page)
{
  return BV_PAGE_GET_IFACE (page)->get_part (page, BV_PAGE_DETAILS);
}

static BvTabs *
get_tabs (BvPage *page)
{
  return BV_PAGE_GET_IFACE (page)->get_tabs (page);
}

static void
close_window (BvWindow *window)
{
  gboolean kept = FALSE;

  g_signal_emit_by_name (window, "close-request", &kept);
  g_assert_false (kept);
}

static void
drag_handle (BvWindow *window, BvPage *page, int width)
{
  GtkPaned *paned = GTK_PANED (gtk_widget_get_parent (get_details (page)));

  gtk_paned_set_position (paned,
                          gtk_paned_get_position (paned) + gtk_widget_get_width (get_details (page)) - width);
  fixture_settle (window);
  g_assert_cmpint (gtk_widget_get_width (get_details (page)), ==, width);
}

static gint64 chosen_group;

static void
change_view (BvWindow *window)
{
  BvPage *nominees;

  resize (window, WIDE, HIGH);
  nominees = BV_PAGE (fixture_show (window, "nominees"));
  bv_page_step_tab (nominees, 2);
  chosen_group = bv_tabs_get_chosen (get_tabs (nominees));
  drag_handle (window, BV_PAGE (fixture_show (window, "ranking")), GIVEN);
  close_window (window);
}

static void
test_kept (BvWindow *window)
{
  BvPage *page = bv_window_get_visible_page (window);
  BvPage *nominees;

  g_assert_cmpstr (bv_page_get_info (page)->key, ==, "ranking");
  g_assert_cmpint (gtk_widget_get_width (get_details (page)), ==, GIVEN);
  nominees = BV_PAGE (fixture_show (window, "nominees"));
  g_assert_cmpint (chosen_group, !=, 0);
  g_assert_cmpint (bv_tabs_get_chosen (get_tabs (nominees)), ==, chosen_group);
  for (guint i = 0; i < fixture_count_rows (BV_TABLE_PAGE (nominees)); i++)
    {
      GtkSelectionModel *rows = gtk_column_view_get_model (bv_table_page_get_view (BV_TABLE_PAGE (nominees)));
      g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

      g_assert_cmpint (bv_table_get_group (bv_row_get_table (row), bv_row_get_index (row)), ==, chosen_group);
    }
}

static void
test_width (BvWindow *window)
{
  static const char *const pages[] = { "inbox", "ranking", "units" };

  resize (window, WIDE, HIGH);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      BvPage *page = BV_PAGE (fixture_show (window, pages[i]));

      g_test_message ("%s", pages[i]);
      g_assert_cmpint (gtk_widget_get_width (get_details (page)), ==, USUAL);
      drag_handle (window, page, LEAST);
      drag_handle (window, page, GIVEN);
    }
}

static void
hide_details (BvWindow *window)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), "details", g_variant_new_boolean (FALSE));
  fixture_settle (window);
  close_window (window);
}

static void
test_hidden (BvWindow *window)
{
  g_autoptr (GVariant) shown = g_action_group_get_action_state (G_ACTION_GROUP (window), "details");
  BvPage *page = bv_window_get_visible_page (window);

  g_assert_false (g_variant_get_boolean (shown));
  g_assert_false (gtk_widget_get_visible (get_details (page)));
  g_action_group_change_action_state (G_ACTION_GROUP (window), "details", g_variant_new_boolean (TRUE));
  fixture_settle (window);
  g_assert_cmpint (gtk_widget_get_width (get_details (page)), >=, LEAST);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add_runs ("/frame/page-group-and-width-of-the-details-are-there-again", change_view, test_kept);
  fixture_add ("/frame/details-have-their-width-and-may-be-narrower", test_width);
  fixture_add_runs ("/frame/details-that-were-hidden-stay-hidden", hide_details, test_hidden);
  return g_test_run ();
}
